"""This is what every test starts from: saves of its own, one terminal, laws without a clock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LIKINGS = (
    "ACCESSIBLE",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "COLUMNS",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "OTHERSIDE_MARKS",
    "OTHERSIDE_MOTION",
    "OTHERSIDE_SAVES",
    "OTHERSIDE_SHOW",
    "OTHERSIDE_SIGNS",
    "OTHERSIDE_SKIP",
    "OTHERSIDE_THEME",
    "OTHERSIDE_WIDTH",
    "TEXTUAL",
    "TEXTUAL_ANIMATIONS",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)

settings.register_profile("desk", deadline=None)
settings.register_profile(
    "machine",
    parent=settings.get_profile("desk"),
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("machine" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give every test, and every program it starts, the same terminal and saves of its own."""
    for liking in LIKINGS:
        monkeypatch.delenv(liking, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("OTHERSIDE_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("OTHERSIDE_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("OTHERSIDE_REPORTS", str(tmp_path / "reports"))
    monkeypatch.setenv("OTHERSIDE_CACHE", os.devnull)  # no folder can be there: nothing is kept
