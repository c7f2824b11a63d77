"""This is the rules of play: pure functions from a state and a choice to the next state.

``rules.Rules`` is a story made ready to play; ``state`` is where a reader stands; ``replay`` plays
a list of choices again; ``line`` walks the way that one account tells. The same story, seed and
choices give the same play on every machine: no clock, no dice, no disk, no order of hashes here.
"""
