from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from game.cli import write as command
from game.cli.command import main
from game.cli.play import Faces
from game.playing.writing import watching
from tests.cli.conftest import Run, Write


def _faces(preview: Callable[[Path], int]) -> Faces:
    return Faces(lambda *_: 0, lambda *_: 0, preview=preview)


def _saving(*acts: Callable[[], object]) -> Callable[[Path, Event], Iterator[None]]:
    """Give a watch that sees a save after each act, and then Ctrl+C."""

    def saves(_folder: Path, _stop: Event) -> Iterator[None]:
        yield
        for act in acts:
            act()
            yield
        raise KeyboardInterrupt

    return saves


def test_on_a_terminal_the_preview_is_shown(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []

    def preview(folder: Path) -> int:
        shown.append(folder)
        return 0

    monkeypatch.setattr(command, "wants_screen", lambda _: True)
    folder = write()
    assert main(_faces(preview), ["write", str(folder)]) == 0
    assert shown == [folder]


def test_without_a_terminal_faults_are_printed_after_each_save(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write()
    hall = folder / "scenes" / "01-hall" / "hall.yaml"
    before = hall.read_text()
    monkeypatch.setattr(
        watching,
        "saves",
        _saving(
            lambda: hall.write_text(before.replace("no key in it", "no {key in it")),
            lambda: hall.write_text(before),
        ),
    )
    told = run("write", folder)
    assert (told.code, told.err) == (0, "")
    clean, faulty, mended = told.out.split("-- ")[1:]
    assert clean.startswith("No faults.\n")
    assert clean.partition("\n")[2].replace(str(folder), "story") == (
        "story/scenes/01-hall/hall.yaml:2:24: P001 What `{` begins here does not end.\n"
        "   2 |   text: A door, and no {key in it.\n"
        "     |                        ^\n"
        "    Close it with `}` in the same paragraph; if a brace is meant, write `\\{`.\n"
    )
    assert faulty == "1 fault.\n"
    assert mended == "No faults.\n"


def test_what_the_rules_found_before_is_not_printed_again(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("# story.yaml\nstate:\n  idle: {yes_no: false}\n  lazy: {yes_no: false}\n")
    story = folder / "story.yaml"
    before = story.read_text()
    monkeypatch.setattr(
        watching,
        "saves",
        _saving(
            lambda: story.write_text(f"\n\n{before}"),
            lambda: story.write_text(before.replace("  lazy: {yes_no: false}\n", "")),
            lambda: story.write_text(before.replace("lazy", "tired")),
        ),
    )
    told = run("write", folder)
    lines = [line for line in told.out.splitlines() if not line.startswith("    ")]
    names = [line.partition("'")[2].partition("'")[0] or line for line in lines]
    assert names == [
        "idle",
        "lazy",
        "-- 2 faults.",
        "-- 2 faults (none new).",
        "-- 1 fault (1 mended).",
        "tired",
        "-- 2 faults (1 new).",
    ]


def test_plain_is_plain_on_a_terminal_too(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "wants_screen", lambda _: True)
    monkeypatch.setattr(watching, "saves", _saving())
    told = run("write", write(), "--plain")
    assert (told.code, told.out) == (0, "-- No faults.\n")


def test_a_watch_that_ends_ends_it(write: Write) -> None:
    stop = Event()
    stop.set()
    assert command.follow(write(), stop) == 0


def test_a_folder_that_is_not_there_is_a_wrong_request(run: Run) -> None:
    assert run("write", "nowhere").code == 2
