"""This is a page of the manual done as it says: files written, commands run, answers kept.

A sample is fenced as ``yaml`` and begins with a comment that says which file it is.
``# scenes/a.yaml`` is the whole file, ``# add to story.yaml`` goes to its end, and
``# into scenes/a.yaml, behind part.scene/choice`` goes behind that choice. A fence ``sh`` holds
commands, and a fence ``text`` right behind it what they print.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli.command import main
from game.cli.play import Faces

_STEP = re.compile(
    r"^```(?P<kind>yaml|sh|text)\n(?P<body>.*?)^```$"
    r"|^<!-- a slip: (?P<file>\S+): (?P<old>.+?) -> (?P<new>.+?) -->$"
    r"|^<!-- (?P<mended>mended) -->$"
    r"|(?P<deleted>Delete `[^`]+` and `[^`]+`)",
    re.MULTILINE | re.DOTALL,
)
_PLACE = re.compile(r"# (?:(add to) |(into) )?([a-z0-9/.-]+\.yaml)(?:, behind (\S+))?\n")


@dataclass(frozen=True, slots=True)
class Ran:
    """A command of a page, with what it printed and what the page says that it prints."""

    command: str
    code: int
    out: str
    said: str | None


def steps(page: str) -> list[re.Match[str]]:
    """Give all that a page has one do, in order."""
    return [*_STEP.finditer(page)]


def walk(
    todo: Iterable[re.Match[str]], story: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Ran]:
    """Do the steps in the folder one stands in, and yield each command that was run."""
    every = [*todo]
    kept: dict[Path, str] = {}
    for step, after in zip(every, [*every[1:], None], strict=True):
        _do(step, story, kept)
        if step["kind"] == "sh":
            said = after["body"] if after is not None and after["kind"] == "text" else None
            for line in step["body"].splitlines():
                program, *arguments = shlex.split(line)
                assert program == "otherside"
                code = main(Faces(lambda *_: 0, lambda *_: 0), arguments)
                yield Ran(line, code, capsys.readouterr().out, said)


def _do(step: re.Match[str], story: Path, kept: dict[Path, str]) -> None:
    if step["deleted"]:
        for name in re.findall("`(.*?)`", step["deleted"]):
            Path(name).unlink()
    elif step["mended"]:
        for path, text in kept.items():
            path.write_text(text, encoding="utf-8")
        kept.clear()
    elif step["file"]:
        path = story / step["file"]
        kept[path] = path.read_text(encoding="utf-8")
        assert step["old"] in kept[path]
        new = step["new"].replace("\\n", "\n")
        path.write_text(kept[path].replace(step["old"], new), encoding="utf-8")
    elif step["kind"] == "yaml":
        _write(step["body"], story)


def _write(sample: str, story: Path) -> None:
    place = _PLACE.match(sample)
    assert place is not None, f"no file is named: {sample[:60]}"
    added, put, name, behind = place.groups()
    file = story / name
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    if added:
        sample = before + sample
    elif put:
        sample = _behind(before, behind, sample.partition("\n")[2])
    file.write_text(sample, encoding="utf-8")


def _behind(text: str, choice: str, sample: str) -> str:
    """Put choices behind one, the last of its scene, of a file."""
    scene, _, name = choice.rpartition("/")
    before, found, rest = text.partition(f"- scene: {scene}\n")
    inside, end, after = rest.partition("\n\n- scene: ")
    assert found
    assert f"- choice: {name}\n" in inside
    return f"{before}{found}{inside}\n{sample.rstrip()}{end}{after}"
