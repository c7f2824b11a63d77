from __future__ import annotations

import sys

from game.tui.writing.command import TURN, taking_turns


def test_threads_take_short_turns_while_the_preview_runs_and_no_longer() -> None:
    before = sys.getswitchinterval()
    with taking_turns():
        assert sys.getswitchinterval() <= TURN * 1.01
    assert sys.getswitchinterval() == before
