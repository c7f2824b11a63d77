"""This is what tests of the screen share."""

from __future__ import annotations

import pytest

from game.tui import guard


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys choose at once: a test reads faster than an eye."""
    monkeypatch.setattr(guard, "SETTLING", 0.0)
    monkeypatch.setattr(guard, "REPEATING", 0.0)
