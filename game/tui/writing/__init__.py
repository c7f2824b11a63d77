"""This is the preview: a story tried out in one terminal while it is written in another.

``app`` watches, reads and searches in threads and hears what they found; ``preview`` is the page;
the other screens are laid over it. All of them ask the bench of ``playing``.
"""
