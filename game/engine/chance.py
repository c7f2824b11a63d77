"""This is dice without a die: draw number k is a function of the seed and k alone."""

from __future__ import annotations

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


def draw(seed: int, number: int, total: int) -> int:
    """Give a whole number from nought up to, not including, ``total``.

    The mixing is SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
    Generators", OOPSLA 2014), and the scaling takes the high half of the product.
    """
    mixed = (seed + (number + 1) * _STEP) & _MASK
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
    mixed ^= mixed >> 31
    return (mixed * total) >> 64


def pick(seed: int, number: int, weights: tuple[int, ...]) -> int:
    """Give the index of the exit that draw ``number`` takes among weighted exits."""
    drawn = draw(seed, number, sum(weights))
    for index, weight in enumerate(weights):
        if drawn < weight:
            return index
        drawn -= weight
    return len(weights) - 1
