"""This is the plain face at work: read a line, act, say the next page."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from io import TextIOWrapper

from game.plain import outlook, phrasing
from game.plain.inquiry import WITHHELD, WORDS, Inquiry
from game.plain.reading import Reader, Streams
from game.plain.script import still_to_take
from game.plain.settling import listed, settle
from game.plain.voice import clean
from game.playing.heed import in_words, tags_of
from game.playing.page import Page
from game.playing.session import Marks, Session
from game.problem import GameError
from game.settings.likings import Likings
from game.settings.setting import decided

PROMPT = "Number, or ? for help: "
TO_TITLE = -1
"""What is given in an exit code's place where the reader goes back to the title."""
OVER = "The play is over. u takes back, q stops, ? for help: "

_REWIND = re.compile(r"(?:r|rewind)\s*([0-9]{1,9})\Z", re.ASCII)
_WHAT_IF = re.compile(r"what(?:\s*if)?\s*([0-9]{1,9})\Z", re.ASCII)
_SETTINGS = re.compile(r"settings?\b(.*)\Z", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,9}\Z", re.ASCII)
_ASKING = re.compile(r"([^\W\d_]+|[\[\]])\s*(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits down to play."""

    likings: Likings = field(default_factory=Likings)
    greeted: bool = False
    """Whether they heard the opening at a title; they may go back there, with ``TO_TITLE``."""


def play(
    session: Session,
    streams: Streams,
    *,
    told: Iterable[str] = (),
    script: tuple[str, ...] | None = None,
    sitter: Sitter | None = None,
) -> int:
    """Play until somebody stops, the lines end or the script does; give the exit code.

    A play with a slot is saved after each choice, and says ``SAVED n`` once the disk has it.
    """
    sitter = sitter or Sitter()
    if not sitter.greeted:
        forgive_bytes(streams)
    table = Table(session, Reader(session, streams), sitter)
    try:
        return table.run(tuple(told), script)
    except KeyboardInterrupt:
        return table.stop()
    except BrokenPipeError:
        # nobody listens any more; closing here keeps the interpreter from trying once more
        with contextlib.suppress(OSError):
            streams.words.close()
        return 0


def forgive_bytes(streams: Streams) -> None:
    """Have a byte that is no text become a wrong answer, not an end; before anything is read."""
    if isinstance(streams.lines, TextIOWrapper):
        streams.lines.reconfigure(errors="replace")


class Table:
    """One play, and who reads it out."""

    def __init__(self, session: Session, reader: Reader, sitter: Sitter) -> None:
        """Sit down."""
        self._session = session
        self._reader = reader
        self._likings = sitter.likings
        self._greeted = sitter.greeted
        self._inquiry = Inquiry(session, reader)
        self._over = False
        self._code = 0

    def run(self, told: tuple[str, ...], script: tuple[str, ...] | None) -> int:
        """Say what comes first, then take what is given."""
        self._reader.begin(told, greeted=self._greeted)
        if script is None and not self._mended():
            return self.stop()
        if script is None:
            settings = self._likings.settings
            self._session.regard(settings.skip, settings.show)
        self._show(self._session.page)
        if script is not None:
            return self._follow(still_to_take(script, self._session.choices))
        while not self._over:
            over = self._session.page.finish is not None
            line = self._reader.hear(OVER if over else PROMPT)
            if line is None:
                self._over = True
            else:
                self._act(line)
        return self.stop()

    def evidence(self) -> None:
        """Say everything the record has about the last choice."""
        last = self._session.page.last
        if self._session.withheld:
            self._reader.say([WITHHELD])
        elif last is None:
            self._reader.say(["You have made no choice yet."])
        else:
            self._inquiry.named(last.findings)
            self._reader.say(phrasing.card(last, self._session.story))

    def journal(self) -> None:
        """Say the choices so far."""
        taken = self._session.journal()
        self._reader.say(phrasing.journal(taken, bare=self._session.withheld), hang=3)

    def undo(self) -> None:
        """Take back the last choice."""
        before = self._session.page.turn
        page = self._session.undo()
        if page.turn == before:
            self._reader.say(["There is no choice to take back."])
        else:
            self._gone_back(page, f"Choice {before} is taken back.")

    def come_back(self) -> None:
        """Leave a what if: take the play up where it was left."""
        self._gone_back(self._session.come_back(), "Back in your play.")

    def keep_this_way(self) -> None:
        """Make a what if the play."""
        self._session.keep_this_way()
        self._reader.say(["This way is your play now."])
        self._keep()

    def endings(self) -> None:
        """Say which endings were met."""
        self._reader.say(outlook.endings(self._session.endings()))

    def begin_again(self) -> None:
        """Begin again from the start; a play that waits is not lost for it."""
        if self._session.what_if:
            self._reader.say(["Your play waits. Type return first, or keep."])
            return
        self._gone_back(self._session.start_again(), "From the start.")

    def text(self) -> None:
        """Say the page again."""
        self._reader.show(self._session.page, whole=True)

    def save(self) -> None:
        """Save now; in a what if that is the play that waits."""
        receipt = self._session.save()
        self._reader.say_now(f"SAVED {receipt.turn}")

    def help(self) -> None:
        """Say what may be typed."""
        self._reader.say(phrasing.HELP, hang=3)
        self._reader.say(phrasing.statuses(), hang=3)

    def hard(self) -> None:
        """Pass over what is hard on this page; if that was done, say it after all."""
        before = self._session.page.passages
        passes = not any(passage.summarised for passage in before)
        page = self._session.pass_over(passes=passes)
        if page.passages == before:
            self._reader.say(["Nothing on this page can be passed over."])
        else:
            self._keep()
            self._reader.show(page, whole=True)

    def settings(self, about: str = "") -> None:
        """Say all that can be settled, or settle one thing."""
        tags = tags_of(self._session.story)
        if not about:
            self._reader.say(listed(self._likings.settings, tags), hang=3)
            return
        said = settle(self._likings, about, tags)
        settings = self._likings.settings
        self._session.regard(settings.skip, settings.show)
        if about.casefold().startswith("marks"):
            self._session.marks = Marks(settings.marks)
            self._keep()
        self._reader.say([said])

    def title(self) -> None:
        """Go back to the title, if the play was opened there."""
        if self._greeted:
            self._over, self._code = True, TO_TITLE
        else:
            self._reader.say(["This play was not opened from a title. q stops."])

    def quit(self) -> None:
        """Stop."""
        self._over = True

    def stop(self) -> int:
        """Say that the play stops and where it is kept."""
        slot = self._session.slot
        kept = f" It is kept as '{slot}'." if slot and self._session.page.saved else ""
        if self._session.what_if and slot and not self._session.read_only:
            kept = f" The what if is dropped; your play is kept as '{slot}'."
        self._reader.say([f"The play stops here.{kept}"])
        return self._code

    def _follow(self, script: tuple[str, ...]) -> int:
        for number, each in enumerate(script, start=1):
            try:
                self._choose(each)
            except GameError as fault:
                self._reader.say([f"Choice {number} of those to take: {fault}"])
                return fault.exit_code
        return 0

    def _act(self, line: str) -> None:
        word = line.casefold()
        settling, asking = _SETTINGS.match(line), _asking(line)
        try:
            if settling:
                self.settings(settling[1].strip())
            elif self._goes_back(word):
                pass
            elif word in COMMANDS:
                COMMANDS[word](self)
            elif line in _choosable(self._session.page):
                self._choose(line)
            elif asking is not None:
                self._inquiry.ask(*asking)
            else:
                self._reader.say([_not_known(line, self._session.page)])
        except GameError as fault:
            self._reader.say([str(fault)])

    def _goes_back(self, word: str) -> bool:
        """Go back to a choice, for good or only to see, if that was typed."""
        rewind, what_if = _REWIND.match(word), _WHAT_IF.match(word)
        if rewind:
            turn = int(rewind[1])
            self._gone_back(self._session.rewind(turn), f"Back before choice {turn}.")
        elif what_if:
            turn = int(what_if[1])
            page = self._session.ask_what_if(turn)
            self._gone_back(page, f"Back before choice {turn}, only to see. Your play waits.")
        return bool(rewind or what_if)

    def _choose(self, given: str) -> None:
        page = self._session.choose(int(given) if _NUMBER.match(given) else given)
        self._inquiry.turned()
        self._reader.choice(page)
        self._keep()
        self._show(page)

    def _show(self, page: Page) -> None:
        """Say a page; where somebody types, they are asked before it tells what is hard."""
        tags = self._session.hard
        if tags and self._reader.is_live:
            self._warn(tags)
            page = self._session.page
        self._reader.show(page)

    def _warn(self, tags: tuple[str, ...]) -> None:
        said = in_words(tags)
        self._reader.say(
            [
                f"What follows reports {said}.",
                "1. Read it.",
                "2. Pass over it: two lines stand in its place.",
                f"3. Always pass over what reports {said}.",
                f"4. Read it, and do not ask about {said} again.",
            ]
        )
        while (answer := self._reader.hear("Number: ")) not in {"1", "2", "3", "4", "q", None}:
            self._reader.say(["Type 1, 2, 3 or 4. Choices stay the same."])
        self._session.pass_over(passes=answer not in {"1", "4"})
        if answer in {"3", "4"}:
            settings = self._likings.settings
            self._likings.take_over(decided(settings, tags, "skip" if answer == "3" else "show"))
            self._session.regard(self._likings.settings.skip, self._likings.settings.show)
            self._likings.keep()
        self._over = self._over or answer == "q"
        self._keep()

    def _gone_back(self, page: Page, sentence: str) -> None:
        self._inquiry.turned()
        self._reader.say([sentence])
        self._keep()
        self._reader.show(page, whole=True)

    def _keep(self) -> None:
        if self._session.slot is None or self._session.read_only or self._session.what_if:
            return
        try:
            self.save()
        except GameError as fault:
            self._reader.say([str(fault)])

    def _mended(self) -> bool:
        """Ask what to do with a save that its story has outgrown; say whether to go on."""
        mending = self._session.mending
        if mending is None:
            return True
        steps = "choice" if mending.back == 1 else "choices"
        self._reader.say(
            [
                f"1. Go on at '{mending.title}', {mending.back} {steps} back.",
                "2. Begin again from the start.",
                "3. Leave the save as it is, and stop.",
            ]
        )
        while (answer := self._reader.hear("Number: ")) not in {"1", "2", "3", "q", None}:
            self._reader.say(["Type 1, 2 or 3."])
        if answer == "2":
            self._session.start_again()
        return answer in {"1", "2"}


COMMANDS: Mapping[str, Callable[[Table], None]] = {
    "?": Table.help,
    "h": Table.help,
    "help": Table.help,
    "e": Table.evidence,
    "evidence": Table.evidence,
    "j": Table.journal,
    "journal": Table.journal,
    "u": Table.undo,
    "undo": Table.undo,
    "x": Table.text,
    "again": Table.text,
    "text": Table.text,
    "s": Table.save,
    "save": Table.save,
    "n": Table.begin_again,
    "new": Table.begin_again,
    "return": Table.come_back,
    "keep": Table.keep_this_way,
    "endings": Table.endings,
    "k": Table.hard,
    "hard": Table.hard,
    "title": Table.title,
    "q": Table.quit,
    "quit": Table.quit,
}
"""What may be typed besides a choice, ``r N``, ``what N`` and what may be asked."""


def _asking(line: str) -> tuple[str, str] | None:
    """Give the word of the record that a line begins with, and what it is about.

    A number may stand close behind a letter, ``o2``; words may not.
    """
    found = _ASKING.match(line)
    if found is None or found[1].casefold() not in WORDS:
        return None
    return found[1].casefold(), found[2].strip()


def _choosable(page: Page) -> frozenset[str]:
    """Give the ways to name what is on offer: its number, its id, its id with the scene's."""
    return frozenset(
        name
        for offer in page.offers
        for name in (str(offer.number), offer.choice, offer.choice.rpartition("/")[2])
    )


def _not_known(line: str, page: Page) -> str:
    what = f"'{clean(line)[:40]}' is not on offer." if clean(line) else "Nothing was typed."
    numbers = [offer.number for offer in page.offers]
    if not numbers:
        return f"{what} The play is over; type ? to see what else there is."
    last = f" to {numbers[-1]}" if len(numbers) > 1 else ""
    return f"{what} Type 1{last}, or ? for help."
