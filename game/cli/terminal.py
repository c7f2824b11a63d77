"""This is what is asked of the terminal before anything is shown on it."""

from __future__ import annotations

import sys
from collections.abc import Mapping


def wants_screen(environment: Mapping[str, str]) -> bool:
    """Tell whether a full screen can be shown and is not unwelcome."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return environment.get("TERM") != "dumb" and environment.get("ACCESSIBLE", "") in {"", "0"}


def forgive_letters() -> None:
    """Have a terminal that lacks a letter show ? for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
