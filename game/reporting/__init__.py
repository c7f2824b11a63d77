"""This is what can be said about a story and about a play, as words and as data for machines.

``stats`` counts, ``record`` tells who says what, ``line`` lays an account's way through the story
out, ``transcript`` is a play as a text to read. Everything here is given values and gives values:
nothing prints, and nothing knows a terminal.
"""
