"""This is the program on a real pseudo-terminal: bytes out, signals in."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from tests.tui.sample import door

ROOT = Path(__file__).parent.parent
LEFT_FULL_SCREEN = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"
MOUSE_OFF = b"\x1b[?1000l"


class Terminal:
    """A program on a terminal of 80 by 24, and every byte it wrote."""

    def __init__(self, child: pexpect.spawn[Any]) -> None:
        self.child = child
        self.bytes = b""
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)

    def until(self, words: str) -> str:
        """Read until words are on the screen."""
        for _ in range(200):
            if words in "\n".join(self.screen.display):
                return "\n".join(self.screen.display)
            self._read(0.1)
        pytest.fail(f"{words!r} never came up:\n" + "\n".join(self.screen.display))

    def rest(self) -> int | None:
        """Read until the program ends; give its exit code."""
        while self._read(20):
            pass
        self.child.close()
        return self.child.exitstatus

    def _read(self, patience: float) -> bool:
        try:
            read = self.child.read_nonblocking(65536, timeout=patience)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return False
        self.bytes += read
        self._stream.feed(read)
        return True


@contextmanager
def terminal(
    saves: Path, slot: str = "", kind: str = "plain", **settings: str
) -> Iterator[Terminal]:
    with program(["-m", "tests.tui.run_sample", str(saves), slot, kind], **settings) as running:
        yield running


@contextmanager
def program(arguments: list[str], **settings: str) -> Iterator[Terminal]:
    child = pexpect.spawn(
        sys.executable, arguments, cwd=str(ROOT), dimensions=(24, 80), timeout=20, encoding=None,
        env={**os.environ, "TERM": "xterm-256color", "ACCESSIBLE": "", **settings},
    )  # fmt: skip
    try:
        yield Terminal(child)
    finally:
        with suppress(OSError):  # a test may have closed the window itself
            child.close(force=True)


def test_the_first_key_works_and_a_held_enter_stops_at_the_first_choices(tmp_path: Path) -> None:
    with terminal(tmp_path) as running:
        running.until("June 1938")
        running.child.send("1")
        running.until("begin")
        running.child.send("\r\r\r\r\r")
        running.until("The marker")
        running.child.send("\x11")
        assert running.rest() == 0


def test_a_key_pressed_while_the_story_is_being_read_works(tmp_path: Path) -> None:
    with program(["-m", "game"], OTHERSIDE_SAVES=str(tmp_path)) as running:
        running.until("who says so")
        running.child.send("1")
        running.until("Enter begin")
        running.child.send("\x11")
        assert running.rest() == 0


def test_leaving_while_the_story_is_being_read_leaves(tmp_path: Path) -> None:
    with program(["-m", "game"], OTHERSIDE_SAVES=str(tmp_path)) as running:
        running.until("who says so")
        running.child.send("q")
        assert running.rest() == 0
    assert b"Traceback" not in running.bytes


def test_a_story_with_faults_gives_the_screen_back_and_says_so(tmp_path: Path) -> None:
    with terminal(tmp_path, kind="faulty") as running:
        assert running.rest() == 1
    said = running.bytes.rsplit(LEFT_FULL_SCREEN, 1)[-1].decode()
    assert "cannot be played. Run `otherside check`" in said
    assert "Traceback" not in running.bytes.decode()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_saves_and_gives_the_screen_back(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    with terminal(tmp_path, "slot1") as running:
        running.until("Send him back")
        time.sleep(0.4)  # choices are deaf to keys until an eye can have read them
        running.child.send("2")
        running.until("You: Leave him")
        running.child.kill(number)
        assert running.rest() == code
        for restored in (LEFT_FULL_SCREEN, SHOWS_CURSOR, MOUSE_OFF):
            assert restored in running.bytes
    assert [(slip.slot, slip.turn) for slip in door(tmp_path).shelf()] == [("slot1", 1)]


def test_a_closed_window_leaves_a_good_save(tmp_path: Path) -> None:
    with terminal(tmp_path, "slot1") as running:
        running.until("Send him back")
        time.sleep(0.4)  # choices are deaf to keys until an eye can have read them
        running.child.send("2")
        running.until("You: Leave him")
        os.close(running.child.child_fd)
        os.waitpid(running.child.pid or 0, 0)
    assert [(slip.slot, slip.turn) for slip in door(tmp_path).shelf()] == [("slot1", 1)]


def test_no_byte_of_a_story_drives_the_terminal(tmp_path: Path) -> None:
    with terminal(tmp_path, "slot1", "hostile") as running:
        running.until("PWNED")
        running.child.send("\x11")
        running.rest()
    pointer = b"\x1b]22;default\x07"  # the shape of the mouse pointer, Textual's own
    written = running.bytes.replace(pointer, b"")
    for bad in (b"\x1b]52", b"\x1b]0;PWN", b"\x07", "\x9b".encode(), "\u202e".encode()):
        assert bad not in written


def test_a_fault_of_the_game_gives_the_screen_back_and_one_sentence(tmp_path: Path) -> None:
    with terminal(tmp_path, kind="broken") as running:
        assert running.rest() == 3
    said = running.bytes.rsplit(LEFT_FULL_SCREEN, 1)[-1].decode()
    assert "The game stopped because of a fault of its own." in said
    assert "Traceback" not in running.bytes.decode()
    report = tmp_path / "reports" / "otherside-fault-1.txt"
    assert str(report) in said
    told = report.read_text()
    assert "ZeroDivisionError\n" in told
    assert "tests/tui/run_sample.py" in told
    assert str(ROOT) not in told


def test_a_fault_in_the_middle_of_a_play_keeps_the_save(tmp_path: Path) -> None:
    with terminal(tmp_path, "slot1", "broken card") as running:
        running.until("Send him back")
        time.sleep(0.4)  # choices are deaf to keys until an eye can have read them
        running.child.send("2")
        running.until("You: Leave him")
        running.child.send("e")
        assert running.rest() == 3
    for restored in (LEFT_FULL_SCREEN, SHOWS_CURSOR, MOUSE_OFF):
        assert restored in running.bytes
    assert [(slip.slot, slip.turn) for slip in door(tmp_path).shelf()] == [("slot1", 1)]
    assert (tmp_path / "reports" / "otherside-fault-1.txt").exists()


def test_a_fault_while_the_story_is_read_is_reported_as_what_it_was(tmp_path: Path) -> None:
    with terminal(tmp_path, kind="unforeseen") as running:
        assert running.rest() == 3
    assert b"Traceback" not in running.bytes
    told = (tmp_path / "reports" / "otherside-fault-1.txt").read_text()
    assert "ZeroDivisionError\n" in told
    assert "WorkerFailed" not in told


COLOURED = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
DEEP = re.compile(rb"\x1b\[(?:[0-9;]*;)?[34]8;")


def drawn(tmp_path: Path, **settings: str) -> Terminal:
    """Read two pages of the sample on some terminal, and leave."""
    with terminal(tmp_path, "slot1", **settings) as running:
        running.until("Send him back")
        time.sleep(0.4)  # choices are deaf to keys until an eye can have read them
        running.child.send("2")
        running.until("Leave him")
        running.child.send("e")
        running.until("DISPUTED")
        running.child.send("\x11")
        assert running.rest() == 0
    return running


def test_where_no_colour_is_wanted_none_is_named(tmp_path: Path) -> None:
    running = drawn(tmp_path, NO_COLOR="1")
    assert not COLOURED.search(running.bytes)
    assert "›".encode() in running.bytes


def test_the_console_of_linux_gets_its_sixteen_colours_and_ascii_marks(tmp_path: Path) -> None:
    running = drawn(tmp_path, TERM="linux")
    assert COLOURED.search(running.bytes)
    assert not DEEP.search(running.bytes)
    assert b"[D] DISPUTED" in running.bytes
    assert "›".encode() not in running.bytes


@pytest.mark.parametrize("language", ["ja_JP.UTF-8", "ko_KR.UTF-8", "zh_CN.UTF-8"])
def test_where_marks_may_be_wide_they_are_ascii(tmp_path: Path, language: str) -> None:
    running = drawn(tmp_path, LC_ALL=language, PYTHONUTF8="1")
    assert b"[D] DISPUTED" in running.bytes
    assert not set("›─│·▾⇄") & set(running.bytes.decode())


def test_settings_of_the_reader_hold_from_the_first_frame(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text('{"theme": "paper", "signs": "ascii", "keys": {"card": "z"}}')
    with terminal(tmp_path, "slot1", COLORTERM="truecolor") as running:
        running.until("z evidence")
        running.child.send("\x11")
        assert running.rest() == 0
    assert b"48;2;251;248;241" in running.bytes
    assert b"48;2;18;22;28" not in running.bytes


def test_damaged_settings_are_told_of_and_set_aside(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    with program(["-m", "game"], OTHERSIDE_SAVES=str(tmp_path)) as running:
        text = running.until("Begin")
        running.child.send("q")
        assert running.rest() == 0
    assert "'settings.json' was damaged" in " ".join(text.split())
    assert (tmp_path / "settings.json.damaged-1").exists()


def test_a_terminal_of_lines_has_the_title_too(tmp_path: Path) -> None:
    with program(["-m", "game"], OTHERSIDE_SAVES=str(tmp_path), TERM="dumb") as running:
        running.until("1. Begin.")
        running.child.send("1\r")
        running.until("Enter to go on:")
        running.child.send("\r" * 5 + "q\r")
        assert running.rest() == 0
    assert b"The play stops here." in running.bytes
