"""This is what keeps keys that were pressed too early from choosing."""

from __future__ import annotations

import math
import sys
import time

SETTLING = 0.1
"""Seconds after choices appear in which none is taken."""
REPEATING = 0.7
"""Seconds for which the key that led here must have rested before it may choose again."""

clock = time.perf_counter if sys.platform == "win32" else time.monotonic
"""The clock by which Textual stamps keys."""


class Guard:
    """Judges a key by when it was pressed against when the choices were painted.

    Keys that were waiting while the last choice was being answered are older than the paint and
    fall through; so does whatever comes before an eye can have read. A key that is held down
    keeps itself shut out, since every repetition starts its wait anew.
    """

    def __init__(self) -> None:
        self._painted = math.inf
        self._led_here = ""
        self._last_seen = -math.inf

    def turned(self, key: str, pressed: float) -> None:
        """Note that a page was turned with a key; nothing is admitted until it is painted."""
        self._painted = math.inf
        self._led_here = key
        self._last_seen = pressed

    def painted(self, now: float) -> None:
        """Note that the page can be seen."""
        self._painted = now

    def admits(self, key: str, pressed: float) -> bool:
        """Tell whether a key pressed at that time may choose."""
        rested = pressed - self._last_seen
        held = key == self._led_here and rested < REPEATING
        if key == self._led_here:
            self._last_seen = max(pressed, self._last_seen)
        return pressed >= self._painted + SETTLING and not held
