"""This is what a story is, once it has been read: values only.

Nothing here knows files, turns or screens. Start with ``story.Story``, which holds everything;
``scene`` and ``record`` are what most of it consists of; ``prose`` and ``expression`` are the two
little languages inside YAML strings.
"""
