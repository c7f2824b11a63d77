"""This is drawing lots: a number that follows from a seed and from what it is drawn for."""

from __future__ import annotations

from hashlib import sha256


def draw(seed: int, *what: str | int, below: int) -> int:
    """Give a whole number from nought up to, not including, ``below``."""
    return int.from_bytes(_mixed(seed, what), "big") % below


def mark(seed: int, *what: str | int) -> str:
    """Give eight letters and digits that nobody guesses without the seed."""
    return _mixed(seed, what).hex()[:8]


def _mixed(seed: int, what: tuple[str | int, ...]) -> bytes:
    return sha256("\0".join(map(str, (seed, *what))).encode()).digest()
