"""This is the reader of prose: paragraphs, beats, emphasis, links, values, conditional stretches.

In a conditional stretch the text of an arm begins one blank after its colon and ends one blank
before its bar; other blanks are kept as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.loading.expression import condition_at
from game.loading.field import CLAIM_ID, ID, scalar
from game.loading.name import Family, near
from game.loading.node import Node, Scalar
from game.loading.source import Locator, Source
from game.model.expression import Condition
from game.model.prose import Arm, Mark, MarkKind, Paragraph, Prose, Stretch, Value, Words
from game.model.story import VariableKind

LONGEST_CONDITION: Final = 400
"""How far the end of a condition is looked for: the longest one and some room."""

PAUSE: Final = "---"
"""The line at which the reader presses a key."""

_SIGNS = re.compile(r"[\\{}\[\]*|]")
_TOKEN = re.compile(r"\\[{}\[\]*|\\]|\*\*|[\\*{}\[\]|]|[^\\*{}\[\]|]+")
_SEVERAL = re.compile(r"\n\ *\n|---")
_STRETCH = re.compile(r"\{ *if(?![a-z0-9_])")
_VALUE = re.compile(r"\{([^{}\[\]*|\\\n]*)\}")
_COLON = re.compile(r":(?=[ \n])|[{}|]")
_NEXT_ARM = re.compile(r"\|[ \n]*(?:(elif)(?![a-z0-9_])|else *:)")
_LINK = re.compile(r"\(([a-z]*):([^()\s]*)\)")
_NAME = re.compile("[a-z][a-z0-9_]*")

_FAMILIES = {
    MarkKind.CLAIM: Family.CLAIM,
    MarkKind.PERSON: Family.PERSON,
    MarkKind.PLACE: Family.PLACE,
    MarkKind.WORD: Family.WORD,
}
_KINDS = {each.value: each for each in MarkKind}

_Piece: TypeAlias = Words | Value
_AnyPiece: TypeAlias = Words | Value | Stretch


@dataclass(frozen=True, slots=True)
class ProseKind:
    """Prose."""

    words: str = "a text"

    def read(self, node: Node, source: Source) -> Prose | None:
        """Give the prose; several lines are only read as a block that ``|`` begins."""
        found = scalar(node, source, "a text")
        if found is None:
            return None
        if found.style == ">" or (found.style != "|" and found.start.line != found.end.line):
            source.report(
                "Y018",
                source.at(found),
                "Prose of more than one line is written as a block.",
                "Write `|` after the key, and the text indented on the lines below.",
            )
            return None
        return read_prose(found, source)


def read_prose(written: Scalar, source: Source) -> Prose:
    """Read a scalar as prose; what is wrong in it is reported, and the rest is kept."""
    text = written.text
    position = source.at(written)
    if not _SIGNS.search(text):
        bare = text.strip(" \n")
        if not _SEVERAL.search(bare):
            return Prose(((Paragraph((Words(_flow(bare)),)),),), position)
    locate = Locator(source, written)
    beats: list[tuple[Paragraph, ...]] = []
    beat: list[Paragraph] = []
    pause = 0
    for start, end in _blocks(text):
        if source.full:
            break
        if text[start:end] == PAUSE:
            if not beat:
                _report_empty(source, locate, start)
            beats.append(tuple(beat))
            beat, pause = [], start
        else:
            beat.append(_Paragraph(text, start, end, source, locate).read())
    if not beat and not source.full:
        _report_empty(source, locate, pause)
    return Prose((*beats, tuple(beat)), position)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start, last, at = -1, -1, 0
    for line in text.split("\n"):
        bare = line.strip(" ")
        begin = at + len(line) - len(line.lstrip(" "))
        if not bare or bare == PAUSE:
            if start >= 0:
                yield start, last
                start = -1
            if bare:
                yield begin, begin + len(PAUSE)
        else:
            start = begin if start < 0 else start
            last = begin + len(bare)
        at += len(line) + 1
    if start >= 0:
        yield start, last


def _flow(text: str) -> str:
    if "\n" not in text:
        return text
    first, *rest = text.split("\n")
    *between, last = rest
    return " ".join([first.rstrip(" "), *[each.strip(" ") for each in between], last.lstrip(" ")])


def _report_empty(source: Source, locate: Locator, offset: int) -> None:
    source.report(
        "P006",
        locate.at(offset),
        "A pause stands here without words on both sides.",
        "Take out the line `---`, or write what comes before and after it.",
    )


class _Paragraph:
    """One paragraph being read: a place in the text, and what is open there."""

    def __init__(self, text: str, start: int, end: int, source: Source, locate: Locator) -> None:
        self.text = text
        self.start = start
        self.at = start
        self.end = end
        self.source = source
        self.locate = locate
        self.open: dict[str, int] = {}
        self.spans: list[str] = []
        self.armed = False
        self.linked = False
        self.lost = False

    def read(self) -> Paragraph:
        """Read to the paragraph's end."""
        pieces = self._run("")
        if not self.lost:
            self._close_stars({})
        return Paragraph(tuple(pieces))

    def _run(self, closers: str) -> list[_AnyPiece]:
        pieces: list[_AnyPiece] = []
        while self.at < self.end:
            match = _TOKEN.match(self.text, self.at, self.end)
            if match is None or match[0] in closers:
                break
            self.at = match.end()
            self._take(match[0], match.start(), pieces)
        self._flush(pieces)
        return pieces

    def _take(self, token: str, spot: int, pieces: list[_AnyPiece]) -> None:
        match token:
            case "*" | "**":
                self._flush(pieces)
                self._star(token, spot)
            case "{":
                self._flush(pieces)
                pieces.extend(self._brace(spot))
            case "[" if not self.linked:
                self._flush(pieces)
                pieces.extend(self._link(spot))
            case "\\" | "[" | "]" | "}" | "|":
                self._stray(token, spot)
            case _:
                self.spans.append(token[1] if token[0] == "\\" else _flow(token))

    def _flush(self, pieces: list[_AnyPiece]) -> None:
        if self.spans:
            words = "".join(self.spans)
            self.spans = []
            pieces.append(Words(words, "*" in self.open, "**" in self.open))

    def _report(self, code: str, spot: int, statement: str, hint: str) -> None:
        self.source.report(code, self.locate.at(spot), statement, hint)
        self._stop_when_full()

    def _stop_when_full(self) -> None:
        if self.source.full:
            self.lost = True
            self.at = self.end

    def _stray(self, sign: str, spot: int) -> None:
        self.spans.append(sign)
        hint = f"If the sign itself is meant, write `\\{sign[0]}`."
        if sign == "[":
            hint = "A link cannot stand in a link; close the first with `](claim:…)`."
        self._report("P002", spot, f"A `{sign}` stands alone here.", hint)

    def _star(self, sign: str, spot: int) -> None:
        neighbour = spot - 1 if sign in self.open else self.at
        if not self.start <= neighbour < self.end or self.text[neighbour] in " \n":
            self._stray(sign, spot)
        elif sign in self.open:
            del self.open[sign]
        else:
            self.open[sign] = spot

    def _close_stars(self, before: dict[str, int]) -> None:
        for sign, spot in self.open.items():
            if before.get(sign) != spot:
                self._report(
                    "P001",
                    spot,
                    f"The emphasis that `{sign}` begins here does not end.",
                    f"End it with `{sign}`; if a star is meant, write `\\*`.",
                )
        for sign, spot in before.items():
            if sign not in self.open:
                self._report(
                    "P001",
                    spot,
                    f"The emphasis that `{sign}` begins here ends inside a conditional stretch.",
                    "Begin and end it on the same side of the brace.",
                )
        self.open = dict(before)

    def _link(self, spot: int) -> list[_AnyPiece]:
        self.linked = True
        inner = self._run("]|}" if self.armed else "]")
        self.linked = False
        if self.lost:
            return inner
        if not self.text.startswith("]", self.at, self.end):
            self._report(
                "P001",
                spot,
                "The link that `[` begins here does not end.",
                "Close it with `](claim:question/claim)`; if a bracket is meant, write `\\[`.",
            )
            return inner
        self.at += 1
        target = _LINK.match(self.text, self.at, self.end)
        if target is None:
            self._report(
                "P003",
                spot,
                "These words in square brackets point to nothing.",
                "Write `[words](claim:question/claim)`, or `\\[` where a bracket is meant.",
            )
            return inner
        self.at = target.end()
        mark = self._mark(spot, target)
        if not inner:
            self._report("P003", spot, "This link has no words.", "Write `[words](…)`.")
        return inner if mark is None else [_marked(piece, mark) for piece in inner]

    def _mark(self, spot: int, match: re.Match[str]) -> Mark | None:
        kind = _KINDS.get(match[1])
        if kind is None:
            self._report(
                "P003",
                match.start(1),
                f"A link points to a claim, a person, a place or a word, not to a '{match[1]}'.",
                near(match[1], _KINDS) or "Write `claim:`, `person:`, `place:` or `word:`.",
            )
            return None
        shape = CLAIM_ID if kind is MarkKind.CLAIM else ID
        if not shape.pattern.fullmatch(match[2]):
            self._report(
                "P003",
                match.start(2),
                f"'{match[2][:60]}' is not {shape.words}.",
                "Write `(claim:question/claim)`, `(person:id)`, `(place:id)` or `(word:id)`.",
            )
            return None
        self.source.names.ask(_FAMILIES[kind], match[2], self.locate.at(match.start(2)))
        return Mark(kind, match[2], self.locate.at(spot))

    def _brace(self, spot: int) -> list[_AnyPiece]:
        stretch = _STRETCH.match(self.text, spot, self.end)
        if stretch is not None:
            return self._stretch(spot, stretch)
        match = _VALUE.match(self.text, spot, self.end)
        if match is None:
            self._unclosed(spot)
            self.spans.append("{")
            return []
        self.at = match.end()
        return self._value(match[1].strip(" "), match.start(1))

    def _value(self, name: str, spot: int) -> list[_AnyPiece]:
        names = self.source.names
        variable = names.variables.get(name)
        if not _NAME.fullmatch(name):
            self._report(
                "P005",
                spot,
                f"'{name[:60]}' is not the name of a value.",
                "Write `{name}` or `{if condition: text}`; if a brace is meant, write `\\{`.",
            )
        elif variable is None and names.whole:
            hint = near(name, names.variables) or "Declare it under `state:` in story.yaml."
            self._report("N010", spot, f"There is no variable '{name}'.", hint)
        elif variable is not None and variable.kind is VariableKind.YES_NO:
            self._report(
                "P005",
                spot,
                f"'{name}' is yes or no and has no words of its own.",
                f"Write `{{if {name}: … | else: …}}`.",
            )
        return [Value(name, "*" in self.open, "**" in self.open)]

    def _stretch(self, spot: int, match: re.Match[str]) -> list[_AnyPiece]:
        if self.armed or self.linked:
            self._lose(
                spot,
                f"A conditional stretch cannot stand in {'a link' if self.linked else 'another'}.",
                "Write `elif`, or end the first one before this one begins.",
            )
            return []
        self.armed = True
        arms = self._arms(match.end())
        self.armed = False
        if self.at >= self.end and not self.lost:
            self._unclosed(spot)
        self.at += 0 if self.lost else 1
        return [Stretch(tuple(arms))]

    def _arms(self, at: int) -> list[Arm]:
        """Read arms from a place behind ``if`` to the closing brace, and stop before it."""
        arms: list[Arm] = []
        conditional = True
        self.at = at
        while True:
            condition = self._condition() if conditional else None
            if self.lost:
                return arms
            arms.append(Arm(condition, self._arm()))
            if not self.text.startswith("|", self.at, self.end):
                return arms
            following = _NEXT_ARM.match(self.text, self.at, self.end)
            if following is None or not conditional:
                self._lose(
                    self.at,
                    "After `|` comes one more `elif condition:`, or `else:` as the last.",
                    "If the bar itself is meant, write `\\|`.",
                )
                return arms
            conditional = following[1] is not None
            self.at = following.end()

    def _condition(self) -> Condition | None:
        most = min(self.end, self.at + LONGEST_CONDITION)
        colon = _COLON.search(self.text, self.at, most)
        if colon is None or colon[0] != ":":
            self._lose(
                self.at,
                "This condition has no end.",
                "A colon and a blank end it: `{if condition: text}`.",
            )
            return None
        written = self.text[self.at : colon.start()].replace("\n", " ")
        condition = condition_at(written, self.source, self.locate, self.at)
        self.at = colon.end()
        self._stop_when_full()
        return condition

    def _arm(self) -> tuple[_Piece, ...]:
        if self.text.startswith((" ", "\n"), self.at, self.end):
            self.at += 1
        before = dict(self.open)
        pieces = self._run("|}")
        if not self.lost:
            self._close_stars(before)
        found = [piece for piece in pieces if not isinstance(piece, Stretch)]
        if found and self.text.startswith("|", self.at, self.end):
            found[-1:] = _without_last_blank(found[-1])
        return tuple(found)

    def _unclosed(self, spot: int) -> None:
        self._report(
            "P001",
            spot,
            "What `{` begins here does not end.",
            "Close it with `}` in the same paragraph; if a brace is meant, write `\\{`.",
        )

    def _lose(self, spot: int, statement: str, hint: str) -> None:
        # What follows cannot be told apart any more; one fault is enough.
        self._report("P004", spot, statement, hint)
        self.at = self.end
        self.lost = True


def _marked(piece: _AnyPiece, mark: Mark) -> _AnyPiece:
    match piece:
        case Words():
            return Words(piece.text, piece.emphasis, piece.strong, mark)
        case Value():
            return Value(piece.variable, piece.emphasis, piece.strong, mark)
        case Stretch():
            return piece


def _without_last_blank(piece: _Piece) -> list[_Piece]:
    if isinstance(piece, Value):
        return [piece]
    text = piece.text.removesuffix(" ")
    return [Words(text, piece.emphasis, piece.strong, piece.mark)] if text else []
