"""This is what check found as SARIF 2.1.0, for whoever gathers the findings of many programs.

The form: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Lines and columns are
counted from one, columns in characters. A fingerprint is made of the code, the file and the words
of the line, so that a finding stays the same while lines above it come and go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from game import __version__
from game.cli.handbook import pages
from game.cli.page import Page
from game.problem import Problem

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT: Final = "othersideLine/v1"
"""The name of our fingerprint and its version: another way of making it has another name."""

_LEVELS: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "advice": "note"}


def log(problems: Iterable[Problem], folder: Path) -> dict[str, Any]:
    """Give the whole log of one run over a story's folder."""
    known = pages()
    places = {code: place for place, code in enumerate(known)}
    written = _Written(folder)
    driver = {
        "name": "otherside",
        "version": __version__,
        "rules": [_rule(page) for page in known.values()],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [
                    {**written.result(each), "ruleIndex": places[each.code]} for each in problems
                ],
            }
        ],
    }


def _rule(page: Page) -> dict[str, Any]:
    why = " ".join(page.why.split())
    bad, good = page.bad.rstrip(), page.good.rstrip()
    if page.in_words:
        shown = f"**Bad:** {bad}\n\n**Good:** {good}"
    else:
        shown = f"**Bad:**\n\n```yaml\n{bad}\n```\n\n**Good:**\n\n```yaml\n{good}\n```"
    return {
        "id": page.code,
        "name": "".join(each.capitalize() for each in page.name.split("-")),
        "shortDescription": {"text": page.statement},
        "fullDescription": {"text": f"{page.statement} {why}"},
        "help": {
            "text": f"{why}\n\nBad:\n\n{bad}\n\nGood:\n\n{good}",
            "markdown": f"{why}\n\n{shown}",
        },
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }


class _Written:
    """The lines of a story's files, read as they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lines: dict[str, list[str]] = {}
        self.seen: Counter[str] = Counter()

    def result(self, problem: Problem) -> dict[str, Any]:
        """Give one finding, with its place and its fingerprint."""
        where = problem.position
        line = self._line(where.file, where.line)
        region: dict[str, Any] = {"startLine": where.line, "startColumn": where.column}
        place = {"artifactLocation": self._location(where.file), "region": region}
        if len(line) >= where.column:
            region |= {"endColumn": len(line) + 1, "snippet": {"text": line[where.column - 1 :]}}
            place["contextRegion"] = {"startLine": where.line, "snippet": {"text": line}}
        said = f"{problem.statement} {problem.hint}".rstrip()
        return {
            "ruleId": problem.code,
            "level": _LEVELS[problem.severity.value],
            "message": {"text": said},
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {FINGERPRINT: self._fingerprint(problem, line)},
        }

    def _line(self, file: str, number: int) -> str:
        if file not in self.lines:
            self.lines[file] = list(_lines(self.folder / file))
        lines = self.lines[file]
        return lines[number - 1] if number <= len(lines) else ""

    def _fingerprint(self, problem: Problem, line: str) -> str:
        said = "\0".join((problem.code, problem.position.file, " ".join(line.split())))
        found = sha256(said.encode(errors="replace")).hexdigest()[:32]
        self.seen[found] += 1
        return f"{found}:{self.seen[found]}"

    def _location(self, file: str) -> dict[str, str]:
        path = (self.folder / file).resolve()
        here = Path.cwd().resolve()
        if path.is_relative_to(here):
            return {"uri": quote(path.relative_to(here).as_posix()), "uriBaseId": "%SRCROOT%"}
        return {"uri": path.as_uri()}


def _lines(file: Path) -> Iterator[str]:
    try:
        data = file.read_bytes() if file.is_file() and not file.is_symlink() else b""
    except OSError:
        return
    yield from data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")
