"""This is how often something may be done: so many at once, and so many more as time goes by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_KEYS: Final = 4096


class Throttle:
    """One measure for each key; it fills again evenly."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float]) -> None:
        """Allow so many in so many seconds."""
        self._most = float(most)
        self._rate = most / seconds
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}

    def is_spent(self, key: str) -> bool:
        """Tell whether nothing is left for this key."""
        return self._now(key) < 1

    def spend(self, key: str) -> bool:
        """Take one, and tell whether there was one."""
        left = self._now(key)
        if left < 1:
            return False
        if len(self._left) >= _KEYS:
            self._forget()
        self._left[key] = (left - 1, self._clock())
        return True

    def wait(self, key: str) -> int:
        """Give the whole seconds until there is one again."""
        return max(1, int((1 - self._now(key)) / self._rate + 1))

    def _now(self, key: str) -> float:
        if key not in self._left:
            return self._most
        left, at = self._left[key]
        return min(self._most, left + (self._clock() - at) * self._rate)

    def _forget(self) -> None:
        """Forget whoever has all again, and when all are busy whoever was there first."""
        self._left = {key: each for key, each in self._left.items() if self._now(key) < self._most}
        while len(self._left) >= _KEYS:
            del self._left[next(iter(self._left))]
