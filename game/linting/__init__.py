"""This is everything that can be said against a story without playing it.

``run.run`` asks every rule of ``rules/`` and drops what the story waives. A rule is one file: its
docstring is its page of the manual, its samples are its tests, and ``rules.ALL`` lists it by hand.
``survey``, ``graph``, ``judge`` and ``enumeration`` are what rules look with, and ``sample`` is the
story around most of their samples. Nothing here plays.
"""
