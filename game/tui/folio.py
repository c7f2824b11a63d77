"""This is how far a page has been read: its beats, one key press apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from game.model.prose import Line
from game.playing.page import Page, Passage
from game.tui.evidence import you
from game.tui.ink import BRIGHT, QUIET, Block, numbered, prose, stretches, words


class Folio:
    """A page and how many of its beats are in sight."""

    def __init__(self, page: Page, notices: tuple[str, ...] = ()) -> None:
        self.page = page
        self.notices = notices
        self._beats: tuple[tuple[Passage, int, tuple[Line, ...]], ...] = tuple(
            (passage, number, beat)
            for passage in page.passages
            for number, beat in enumerate(passage.beats)
        )
        self._shown = 1
        self.stepped: int | None = None
        """The number of the marked words that the reader has stepped to."""

    @property
    def is_read(self) -> bool:
        """Whether every beat is in sight."""
        return self._shown >= len(self._beats)

    @property
    def in_sight(self) -> Page:
        """The page as far as it is shown; its choices and its ending stand behind the last beat."""
        if self.is_read:
            return self.page
        left = iter(beat for _, _, beat in self._beats[: self._shown])
        passages = (
            replace(passage, beats=tuple(islice(left, len(passage.beats))))
            for passage in self.page.passages
        )
        shown = tuple(passage for passage in passages if passage.beats)
        return replace(self.page, passages=shown, offers=(), finish=None)

    def read_on(self) -> None:
        """Bring the next beat in sight."""
        self._shown = min(self._shown + 1, len(self._beats))

    def read_all(self) -> None:
        """Bring all beats in sight."""
        self._shown = len(self._beats)

    @property
    def marks(self) -> int:
        """How many marked stretches are in sight; they are numbered from one."""
        beats = (beat for _, _, beat in self._beats[: self._shown])
        return sum(len(stretches(line)) for beat in beats for line in beat)

    def step(self, direction: int) -> None:
        """Step to the next marked words or back; the ends hold."""
        wanted = (self.stepped or 0) + direction if self.stepped or direction > 0 else self.marks
        self.stepped = max(min(wanted, self.marks), 1) if self.marks else None

    def blocks(self, *, drawn: bool = True) -> tuple[list[Block], int]:
        """Give what is in sight, and at which block the last beat begins.

        Unless marks are ``drawn``, the words that rest on the record look like all others.
        """
        blocks = [Block(words(notice, QUIET)) for notice in self.notices]
        if self.page.last is not None:
            blocks.append(Block(you(self.page.last), hang=5, gap=1))
        begin = len(blocks)
        first = 1
        for passage, number, beat in self._beats[: self._shown]:
            begin = len(blocks)
            if number == 0:
                blocks += self._head(passage)
            for line in beat:
                text, first = numbered(line, first, self.stepped)
                blocks.append(Block(text if drawn else prose(line, plain=True), gap=1))
        return blocks, begin

    def _head(self, passage: Passage) -> list[Block]:
        """Give what stands over a passage: whose it is, its title, whether it is a summary."""
        last = passage is self.page.passages[-1]
        named = last and not passage.title.startswith("Interlude")
        role = self.page.heading.role if named else ""
        title = " – ".join(part for part in (role, passage.title) if part)
        blocks = [Block(words(title, f"bold {BRIGHT}"), gap=1)] if title else []
        if passage.summarised:
            blocks.append(Block(words("Passed over, in two lines:", QUIET), gap=1))
        return blocks
