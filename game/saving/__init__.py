"""This is keeping a play on disk and getting it back, whole or not at all.

A slot is one JSON file with a checksum, a backup, a ring of three older states and a lock beside
it. ``save`` says what is kept, ``form`` how it is written, ``migration`` how older forms become
today's; ``store`` and ``lock`` alone touch the disk and the clock. ``keeper`` holds a slot while
somebody plays, ``recovery`` opens what is left of a damaged one, ``mending`` fits a save to a story
that was edited, ``shelf`` lists slots and verifies files. Nothing here reads YAML or talks.
"""
