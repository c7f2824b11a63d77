"""This is reading a page out: where it is, what is told, what is on offer; and hearing a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from game.model.prose import Beats, Line, plain
from game.plain import phrasing
from game.plain.voice import Voice
from game.playing.page import Page, Passage
from game.playing.session import Marks, Session
from game.record.status import Status


@dataclass(frozen=True, slots=True)
class Streams:
    """Where lines come from and go to."""

    lines: TextIO
    words: TextIO
    live: bool = False
    """Whether somebody types: then beats wait, and the typed line ends the prompt's."""


class Speaker:
    """Says lines and hears what is typed."""

    def __init__(self, streams: Streams) -> None:
        """Speak to these streams."""
        self._streams = streams
        self._voice = Voice(streams.words)

    @property
    def is_live(self) -> bool:
        """Whether somebody types."""
        return self._streams.live

    def say(self, lines: Iterable[str], *, hang: int = 0, first: bool = False) -> None:
        """Say a block of lines, parted from what was said before it unless it is the first."""
        block = tuple(lines)
        if block and not first:
            self._voice.say()
        for line in block:
            self._voice.say(line, hang=hang)

    def say_now(self, line: str) -> None:
        """Say a line at once, for whoever waits for it."""
        self._voice.say(line)
        self._voice.flush()

    def hear(self, asking: str) -> str | None:
        """Ask, and give the line that was typed; ``None`` where the lines end."""
        self._voice.say()
        self._voice.prompt(asking)
        line = self._streams.lines.readline()
        if not self._streams.live or not line:
            self._voice.say()
        return line.strip() if line else None


class Reader(Speaker):
    """Reads a session's pages out."""

    def __init__(self, session: Session, streams: Streams) -> None:
        """Read to these streams."""
        super().__init__(streams)
        self._session = session
        self._where = ""
        self._explained: set[Status] = set()

    def begin(self, told: tuple[str, ...], *, greeted: bool = False) -> None:
        """Say what comes before the first page: opening, advisory, and news of the save."""
        if not greeted:
            for line in phrasing.front(self._session.front()):
                self._voice.say(line)
        if self._session.page.made:
            self.say(self._session.recap())
        self.say(told)
        if self._session.read_only and not told:
            self.say([f"Nothing will be saved: {self._session.read_only}."])

    def choice(self, page: Page) -> None:
        """Say what was chosen, with what the record has unless that is kept for the end."""
        if page.last is None:
            return
        if self._session.marks is Marks.CLEAN:
            self.say([f"You chose: {plain(page.last.text)}"])
        else:
            met = {finding.status for finding in page.last.findings if finding.status}
            told = phrasing.chosen(page.last, explained=self._explained, most=phrasing.A_FEW)
            self.say(told)
            self._explained |= met

    def show(self, page: Page, *, whole: bool = False) -> None:
        """Say a page; ``whole`` says where it is even when that has not changed."""
        where = phrasing.whereabouts(page.heading)
        if where and (whole or where != self._where):
            self.say([where])
        self._where = where
        for number, (title, beat) in enumerate(_beats(page.passages)):
            self._beat(title, beat, waits=number > 0)
        if self._session.what_if:
            self.say([phrasing.what_if(self._session.what_if)])
        if page.off_record and self._session.marks is not Marks.CLEAN:
            self.say([f"Off the record since: {page.off_record}"])
        if page.finish is not None:
            self._finish(page)
        before = self._session.marks is Marks.INVESTIGATOR
        self.say(phrasing.offers(page, before=before), hang=3)

    def _beat(self, title: str, beat: tuple[Line, ...], *, waits: bool) -> None:
        if waits and self._streams.live:
            self._voice.say()
            self._voice.prompt("Enter to go on: ")
            self._streams.lines.readline()
        if title:
            self.say([title])
        for line in beat:
            self.say([plain(line)])

    def _finish(self, page: Page) -> None:
        if page.finish is None:
            return
        self.say(phrasing.ending(page.finish))
        if self._session.slot is not None:  # of a play that is not kept, nothing is counted
            self.say([f"{self._session.endings().tally} endings met."])
        if self._session.marks is Marks.CLEAN:
            for taken in self._session.journal():
                self.say(phrasing.chosen(taken))
        self.say(phrasing.closing(self._session.closing()))


def _beats(passages: tuple[Passage, ...]) -> list[tuple[str, tuple[Line, ...]]]:
    """Give every beat, with its scene's title before the first."""
    found: list[tuple[str, tuple[Line, ...]]] = []
    for passage in passages:
        beats: Beats = passage.beats
        found += [("" if number else passage.title, beat) for number, beat in enumerate(beats)]
    return found
