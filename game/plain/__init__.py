"""This is the game as lines in, lines out: for ears, pipes, logs and old terminals.

It is complete and no fallback: no boxes, no colour, no cursor, and the prompt comes last.
``phrasing`` puts pages into sentences, ``voice`` wraps and cleans them for one stream, ``script``
reads choices from a file, ``loop`` reads a line, acts and says the next page.
"""
