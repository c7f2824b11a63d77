"""This is `otherside new`: a small story that is whole, to change into one's own."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import click

from game.cli.console import safe, say
from game.cli.report import NotWritten
from game.cli.schema import write_schemas
from game.problem import GameError

STARTER = Path(__file__).with_name("starter")
TITLE = "The window"
_ID = "the-window"
_LONGEST = 40


class FolderTaken(GameError):
    """A story was to be begun where there is something already."""

    exit_code = 2

    def __init__(self, folder: Path) -> None:
        """Name what is there."""
        what = "a folder with something in it" if folder.is_dir() else "a file"
        super().__init__(
            f"'{folder}' is {what}, and nothing is overwritten. "
            "Name a folder that is not there yet."
        )


class NoTitle(GameError):
    """A title was given that no story can have."""

    exit_code = 2

    def __init__(self, title: str, why: str) -> None:
        """Show the title, and say what the reader of stories says."""
        super().__init__(f"'{title}' cannot be a title. {why} Try another, or leave it out.")


@click.command(epilog='Example: otherside new my-story --title "The stairs"')
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default=TITLE, show_default=True, help="What the story is called.")
def new(folder: Path, title: str) -> None:
    """Begin a story in a new folder: eight scenes, three accounts, and comments that explain.

    It can be played at once, and passes `otherside check` and `otherside explore`. Change it, a
    scene at a time, into your own.
    """
    begin(folder, title)
    shown = f'"{folder.as_posix()}"' if " " in folder.as_posix() else folder.as_posix()
    say(
        f"A story lies in {shown}. No reader sees its comments: they are for you.\n\n"
        f"  otherside play {shown}       play it\n"
        f"  otherside check {shown}      say what is wrong with it\n"
        f"  otherside explore {shown}    play every way through it\n\n"
        "Begin with scenes/window.yaml in it, in any editor."
    )


def begin(folder: Path, title: str = TITLE) -> None:
    """Write the starting story into a folder that is not there yet, or is empty.

    It is there whole or not at all. Raises ``FolderTaken``, ``NoTitle`` and ``NotWritten``.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise FolderTaken(folder)
    try:
        around = folder if folder.is_dir() else folder.absolute().parent
        around.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=around) as scratch:
            draft = Path(scratch) / "story"
            _write(draft, _slug(folder.resolve().name), title)
            _put(draft, folder)
    except OSError as fault:
        raise NotWritten(folder, fault.strerror or "the system does not say why") from fault


def _write(draft: Path, story: str, title: str) -> None:
    """Write the story, and read it as `otherside check` would."""
    from game.loading.folder import read_story
    from game.loading.schema import FOLDER, schemas

    for path, text in _files(story, title).items():
        file = draft / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    write_schemas(schemas(), draft / FOLDER)
    problems = read_story(draft).problems
    if problems:
        raise NoTitle(safe(title), problems[0].statement)


def _put(draft: Path, folder: Path) -> None:
    """Put a folder in the place of one that is not there, or is empty."""
    if not folder.is_dir():
        draft.rename(folder)
        return
    for each in draft.iterdir():
        each.rename(folder / each.name)


def _files(story: str, title: str) -> Mapping[str, str]:
    """Give the text of each file by its path, headed for editors."""
    from game.loading.schema import header

    found = {
        path.relative_to(STARTER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(STARTER.rglob("*.yaml"))
    }
    found["story.yaml"] = (
        found["story.yaml"]
        .replace(f"\nid: {_ID}\n", f"\nid: {story}\n")
        .replace(f"\ntitle: {TITLE}\n", f"\ntitle: {json.dumps(title, ensure_ascii=False)}\n")
    )
    return {path: f"{header(path)}\n{text}" for path, text in found.items()}


def _slug(name: str) -> str:
    """Make a story's id of a folder's name: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or _ID
