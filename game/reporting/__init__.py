"""This is what can be said about a story and about a play, as words and as data for machines.

``stats`` counts, ``record`` tells who says what, ``citation`` gives the sources, ``invention`` what
is made up; ``line`` lays an account's way out. ``transcript``, ``journal`` and ``debrief`` are a
play to read: a ``document`` that ``text``, ``markdown`` and ``html`` write. Everything here is
given values and gives values: nothing prints, and nothing knows a terminal.
"""
