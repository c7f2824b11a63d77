"""This is opening the full screen: a story and a folder of saves in, an exit code out."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from game.model.story import Story
    from game.playing.opening import Beginning, Slip
    from game.playing.session import Manner, Session
    from game.settings.likings import Likings
    from game.tui.door import Door, Opened, Threshold

_BROKEN = 3


def play_on_screen(
    door: Door | Threshold, likings: Likings | None = None, *, mouse: bool = True
) -> int:
    """Play until the reader leaves; give the exit code.

    Whatever happens, the screen is given back, what was chosen is on disk as far as the disk
    allows, and at most one plain sentence is said. Raises the ``GameError`` of a story that cannot
    be played.
    """
    gc.disable()
    from game.tui.app import OtherSideApp

    app = OtherSideApp(door, likings=likings)
    with quiet_threads():
        app.run(mouse=mouse)
        app.close_play()
    gc.enable()
    if app.refused is not None:
        raise app.refused
    if app.broken:
        from game.playing.mishap import keep_report

        print(
            "The game stopped because of a fault of its own. Your play is kept up to your last "
            f"choice; start again to go on from there. {keep_report(app.fault)}",
            file=sys.stderr,
        )
        return _BROKEN
    if not app.all_kept:
        print(
            "The last choices could not be saved; what was saved before is kept.", file=sys.stderr
        )
        return _BROKEN
    return app.return_code or 0


def open_door(
    story: Story,
    saves: Path | None = None,
    *,
    slot: str | None = None,
    beginning: Beginning | None = None,
    manner: Manner | Likings | None = None,
) -> Door:
    """Give how plays of a story are opened: by the title, or at once.

    With a slot the play in it is opened at once, or begun if there is none; with a ``beginning``
    a play is begun there. A ``manner`` is for every play; what a reader likes, for new ones.
    """
    from game.playing.house import House
    from game.playing.opening import has_save
    from game.tui.door import Door
    from game.tui.finished import told_apart

    house = House(story, saves, manner, slot)

    def straight() -> Opened:
        if slot is not None and beginning is None and has_save(slot, house.folder):
            return house.resume(slot)
        return house.begin(beginning)

    def keep_log(play: Session, form: str) -> str:
        path = free_file(house.folder, f"{play.slot or 'play'}-log", form)
        count = play.export(path)
        return f"{count} written to {path}"

    def tally(slips: tuple[Slip, ...]) -> str:
        endings = house.endings(slips)
        return endings.tally if endings.met else ""

    asked = slot is not None or beginning is not None
    return Door(
        front=house.front,
        shelf=lambda: told_apart(story, house.shelf()),
        begin=lambda: house.begin(beginning)[0],
        resume=house.resume,
        begin_at=house.begin_at,
        ways_in=house.ways_in,
        tags=house.tags,
        reference=house.reference,
        tally=tally,
        keep_log=keep_log,
        straight=straight if asked else None,
    )


def free_file(folder: Path, stem: str, form: str) -> Path:
    """Give the first name of a file that is not there yet: ``slot1-log.md``, ``slot1-log-2.md``."""
    path = folder / f"{stem}.{form}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.{form}"
        number += 1
    return path


@contextmanager
def quiet_threads() -> Iterator[None]:
    """Keep a thread that fails from writing its traceback over the screen; the screen says it."""
    before = threading.excepthook
    threading.excepthook = _nothing
    try:
        yield
    finally:
        threading.excepthook = before


def _nothing(_: threading.ExceptHookArgs) -> None:
    """Say nothing."""
