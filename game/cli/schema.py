"""This is `otherside schema`: what an editor needs to know of a story's files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.console import say, say_json
from game.cli.report import NotWritten

if TYPE_CHECKING:
    from game.loading.schema import Schema

KINDS = ("story", "scenes", "accounts", "questions", "people", "places", "glossary")
MODELINE = b"# yaml-language-server:"
_MARK = b"\xef\xbb\xbf"


@click.command(epilog="Example: otherside schema --into my-story")
@click.argument("kind", required=False, type=click.Choice(KINDS))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a file for each kind into this folder.",
)
@click.option(
    "--into",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="STORY",
    help="Write them into a story's folder, and head each of its files with the line by which "
    "editors find them.",
)
def schema(kind: str | None, output: Path | None, into: Path | None) -> None:
    """Print JSON Schema (draft-07) for a story's files, or write it where editors find it.

    KIND is story, scenes, accounts, questions, people, places or glossary; with none, one object
    with the schema of each. An editor that knows the schema offers keys, says what each is for, and
    underlines what does not fit while it is typed. `otherside check` sees more.
    """
    from game.loading.schema import FOLDER, schemas

    drawn = schemas()
    wanted = drawn if kind is None else {kind: drawn[kind]}
    if output is None and into is None:
        say_json(drawn if kind is None else drawn[kind])
    if output is not None:
        write_schemas(wanted, output)
    if into is not None:
        write_schemas(wanted, into / FOLDER)
        headed = [path for path in _files(into) if _head(into, path)]
        say(f"{len(wanted)} schemas lie in {into / FOLDER}; {len(headed)} files were headed.")


def write_schemas(drawn: Mapping[str, Schema], folder: Path) -> None:
    """Write each schema into its own file of a folder. Raises ``NotWritten``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise NotWritten(folder, fault.strerror or "the system does not say why") from fault
    for name, each in drawn.items():
        text = json.dumps(each, ensure_ascii=False, indent=1)
        _write(folder / f"{name}.json", f"{text}\n".encode())


def _files(story: Path) -> Iterator[str]:
    """Yield the paths of a story's files; links are not followed."""
    for pattern in ("*.yaml", "scenes/**/*.yaml", "record/**/*.yaml"):
        for file in sorted(story.glob(pattern)):
            if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
                yield file.relative_to(story).as_posix()


def _head(story: Path, path: str) -> bool:
    """Put the header on a story's file; one that has a header already is left as it is."""
    from game.loading.schema import header

    file = story / path
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise NotWritten(file, fault.strerror or "the system does not say why") from fault
    text = data.removeprefix(_MARK)
    if text.startswith(MODELINE):
        return False
    end = b"\r\n" if b"\r\n" in text else b"\n"
    _write(file, data[: len(data) - len(text)] + header(path).encode() + end + text)
    return True


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    begun = path.with_name(f".{path.name}.part")
    try:
        begun.write_bytes(data)
        begun.replace(path)
    except OSError as fault:
        begun.unlink(missing_ok=True)
        raise NotWritten(path, fault.strerror or "the system does not say why") from fault
