"""This is the counter for writers: a story while it is being written, tried out by the editor.

``bench`` is what the preview asks: start there. ``tryout`` is a play of steps that can be taken
again in a changed story; ``closed`` says why a choice is closed; ``given`` reads ``name=value``;
``watching`` waits for a save; ``snippet`` shows the line of a file that a fault is about.
"""
