"""This is one reader at one story: each act gives the next page.

A session is the one thing here that changes. It holds a play, which is a value, so that undo and
rewind are older values; it holds a slot, if it has one, through a keeper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from game.engine.replay import Play, begin, read_at, take
from game.engine.rules import NotOffered, Rules
from game.engine.state import Entered
from game.model.prose import MarkKind, plain
from game.model.story import Story
from game.playing.aside import Held, parted_at
from game.playing.composition import Composer, heading
from game.playing.heed import heed_of
from game.playing.memory import Memory
from game.playing.page import Closing, Page, Taken
from game.problem import GameError
from game.record.finding import Finding
from game.saving.fault import SaveFault
from game.saving.keeper import Keeper, Receipt
from game.saving.mending import Mending
from game.saving.save import Save

if TYPE_CHECKING:
    from game.playing.chart import Chart
    from game.playing.endings import Endings
    from game.playing.evidence import Comparison, Departure, Entry, Marked, Met, Named, Source, Tree
    from game.playing.lookup import Lookup
    from game.playing.matter import Front
    from game.playing.timeline import Timeline
    from game.playing.ways import StoryMap
    from game.reporting.document import Document


class Marks(Enum):
    """When the record is shown."""

    STORY = "story"
    """After the choice."""
    INVESTIGATOR = "investigator"
    """Before it too."""
    CLEAN = "clean"
    """Only at the end."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody reads; it is kept with the play."""

    marks: Marks = Marks.STORY
    skip: frozenset[str] = frozenset()
    """Tags whose texts give way to their summaries, and scenes that were passed over."""


class NoSlot(SaveFault):
    """A play without a slot was to be saved."""

    exit_code = 2

    def __init__(self) -> None:
        """There is nothing to name."""
        super().__init__("", "this play has no slot")

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return "This play has no slot to be saved in. Begin with `--slot 1` to have one."


class NoSuchTurn(GameError):
    """A rewind was asked for to a choice that was never made."""

    exit_code = 2

    def __init__(self, turn: int, first: int, last: int) -> None:
        """Name the turn asked for and those there are."""
        there = f"Choices {first} to {last} can be" if last >= first else "None can be"
        super().__init__(f"There is no choice {turn} to go back to. {there} taken back.")


class NoWhatIf(GameError):
    """A what if was to be ended where there is none."""

    exit_code = 2

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This is no what if: it is the play itself.")


class Session:
    """One reader at one story."""

    def __init__(
        self,
        rules: Rules,
        play: Play | None = None,
        *,
        keeper: Keeper | None = None,
        manner: Manner | None = None,
        led: int = 0,
    ) -> None:
        """Begin at the story's first scene, or go on with a play."""
        manner = manner or Manner()
        self._rules = rules
        self._play = play if play is not None else begin(rules)
        self._keeper = keeper
        self._led = led
        self._mending: Mending | None = None
        self._mended = ""
        self._saved: Play | None = None
        self._held: Held | None = None
        self._writing = Lock()
        self.marks = manner.marks
        self.preface: tuple[str, ...] = ()
        """What the reader must be told first, where a line led them here."""
        self._heed = heed_of(manner.skip)
        self._composer = Composer(rules)
        self._looking_up: Lookup | None = None
        self._memory = Memory()
        self.remember(self._memory)
        self._page = self._go_to(self._play)

    @property
    def _lookup(self) -> Lookup:
        if self._looking_up is None:
            from game.playing.lookup import Lookup

            self._looking_up = Lookup(self._rules)
        return self._looking_up

    @property
    def story(self) -> Story:
        """The story being read."""
        return self._rules.story

    @property
    def slot(self) -> str | None:
        """Where the play is kept, if it is."""
        return None if self._keeper is None else self._keeper.slot

    @property
    def read_only(self) -> str:
        """Why nothing will be saved, although there is a slot; empty where all is well."""
        return "" if self._keeper is None else self._keeper.read_only

    @property
    def page(self) -> Page:
        """What to show now."""
        saved = self._saved is self._play and self._held is None
        if self._page.saved != saved:
            self._page = replace(self._page, saved=saved)
        return self._page

    @property
    def mending(self) -> Mending | None:
        """What to ask where the story was edited since the play was saved.

        To choose is to go on from here; ``start_again`` begins anew; to close leaves the save as it
        lies. Nothing is written before one of the first two.
        """
        return self._mending

    @property
    def withheld(self) -> bool:
        """Whether the record is kept for the end, and the end is not reached."""
        return self.marks is Marks.CLEAN and self.page.finish is None

    @property
    def skip(self) -> frozenset[str]:
        """The tags of passages that give way to their summaries unasked."""
        return self._heed.skip

    @property
    def hard(self) -> tuple[str, ...]:
        """The tags of what stands on this page, where the reader is to be asked before reading."""
        return self._heed.undecided(self.story, self._read())

    @property
    def choices(self) -> tuple[str, ...]:
        """The choices taken, ``scene/choice``."""
        return self._play.choices

    @property
    def led(self) -> int:
        """How many choices at the start were those of a line and not the reader's."""
        return self._led

    @property
    def seed(self) -> int:
        """What chance is drawn from."""
        return self._play.seed

    def choose(self, choice: str | int) -> Page:
        """Take a choice by its number as shown, by its id, or as ``scene/choice``.

        Raises ``NotOffered``, and nothing has changed then.
        """
        play = take(self._rules, self._play, self._named(choice))
        self._mending = None
        return self._go_to(play)

    def regard(self, skip: frozenset[str], show: frozenset[str]) -> Page:
        """Hear which tags are always passed over, and which are read without being asked about."""
        if (skip, show) != (self._heed.skip, self._heed.show):
            anew = self._heed.passed.difference(each.scene for each in self._read())
            self._heed = replace(self._heed, skip=skip, show=show, passed=anew)
            self._go_to(self._play)
        return self.page

    def pass_over(self, *, passes: bool = True) -> Page:
        """Have the summaries of this page's hard passages, or with ``passes=False`` their texts."""
        self._heed = self._heed.decide(self.story, self._read(), passes=passes)
        return self._shown()

    def undo(self) -> Page:
        """Take back the last choice; at the start nothing happens."""
        turn = len(self._play.choices)
        return self.rewind(turn) if turn > self._led else self.page

    def rewind(self, turn: int) -> Page:
        """Go back to just before a choice, counted from one. Raises ``NoSuchTurn``."""
        first, last = self._led + 1, len(self._play.choices)
        if not first <= turn <= last:
            raise NoSuchTurn(turn, first, last)
        self._mending = None
        return self._go_to(self._play.before(turn - 1))

    @property
    def what_if(self) -> str:
        """Where another way than the play's is being looked at, from which scene; else empty."""
        held = self._held
        return "" if held is None else parted_at(self.story, held.play, self._play)

    def ask_what_if(self, turn: int) -> Page:
        """Go back to just before a choice, and have the play held as it stands.

        What is chosen from then on is not saved: the held play is, until ``come_back`` takes it up
        again or ``keep_this_way`` drops it. Raises ``NoSuchTurn``.
        """
        before = self._held
        self._held = before or Held(self._play, self._heed)
        try:
            return self.rewind(turn)
        except NoSuchTurn:
            self._held = before
            raise

    def come_back(self) -> Page:
        """Take the held play up again, and drop the other way. Raises ``NoWhatIf``."""
        held = self._held
        if held is None:
            raise NoWhatIf
        # it is held until the play is the play again, since a thread may be saving it meanwhile
        self._heed = replace(held.heed, skip=self._heed.skip, show=self._heed.show)
        page = self._go_to(held.play)
        self._held = None
        return page

    def keep_this_way(self) -> Page:
        """Make the other way the play, and drop the one that was held. Raises ``NoWhatIf``."""
        if self._held is None:
            raise NoWhatIf
        self._held = None
        return self.page

    def start_again(self) -> Page:
        """Begin anew in the same slot; of a what if nothing is left."""
        self._mending = None
        self._led = 0
        self._heed = replace(self._heed, passed=frozenset(), read=frozenset())
        page = self._go_to(begin(self._rules, self._play.seed))
        self._held = None
        return page

    def remember(self, memory: Memory) -> None:
        """Have what this play meets stand beside what other plays met."""
        self._memory = memory
        for turn in range(self._led, len(self._play.turns)):
            memory.meet(each.scene for each in self._read(turn))

    def mend(self, mending: Mending, fingerprint: str) -> None:
        """Hear that the story outgrew the save that had this fingerprint."""
        self._mending = mending
        self._mended = f"edited-{fingerprint[:8] or 'story'}.bak"

    def journal(self) -> tuple[Taken, ...]:
        """Give every choice the reader made, oldest first."""
        turns = range(self._led + 1, len(self._play.choices) + 1)
        return tuple(self._composer.taken(self._play, turn) for turn in turns)

    def transcript(self) -> str:
        """Give the whole play as a text to read."""
        from game.reporting.transcript import transcript

        told = transcript(self._rules, self._play, led=self._led, passed=self._heed.passed)
        return f"{self.story.title}\n\n{told}"

    def log(self) -> tuple[Met, ...]:
        """Give everything of the record that the reader met, in the order of the play."""
        from game.playing.trail import met

        return met(self._rules, self._composer, self._play, self._led, self._heed.passed)

    def marked(self) -> tuple[Marked, ...]:
        """Give the marks of the page, in the order of its words."""
        from game.playing.trail import marked

        return marked(self.page)

    def questions(self) -> tuple[str, ...]:
        """Give the questions at hand: of the last choice, the ending, and the page's marks."""
        from game.playing.lookup import questions

        return questions(self.page)

    def compare(self, question: str) -> Comparison:
        """Lay a question out. Raises ``NotInRecord``, as all that look something up do."""
        return self._lookup.compare(question)

    def finding(self, question: str, claim: str) -> Finding:
        """Judge a claim, for its card."""
        return self._lookup.finding(question, claim)

    def tree(self, question: str, claim: str) -> Tree:
        """Give who took a claim from whom."""
        return self._lookup.tree(question, claim)

    def source(self, account: str) -> Source:
        """Give one account in full."""
        return self._lookup.source(account)

    def entry(self, kind: MarkKind, target: str) -> Entry:
        """Give a person, a place or a word; a claim has a ``finding`` instead."""
        return self._lookup.entry(kind, target, self._play.state)

    def chart(self) -> Chart:
        """Give the map as far as the reader has met the record."""
        from game.playing.chart import chart

        met = () if self.withheld else (each.question for each in self.log())
        return chart(self.story, self.story.scenes[self._play.state.scene].place, met)

    def timeline(self) -> Timeline:
        """Give the dates of what the reader has met of the record; none while it is withheld."""
        from game.playing.timeline import timeline

        met = () if self.withheld else (each.question for each in self.log())
        return timeline(self.story, met)

    def story_map(self) -> StoryMap:
        """Give the parts and scenes of the story, what was not met in fog."""
        from game.playing.ways import story_map

        trail = (
            (turn, entered.scene)
            for turn, each in enumerate(self._play.turns)
            for entered in each.entered
        )
        return story_map(self.story, trail, self._memory.seen)

    def endings(self) -> Endings:
        """Give the endings met in this play and in others, and how many there are."""
        from game.playing.endings import endings

        return endings(self.story, self._memory.seen, bare=self.withheld)

    def quotation(self, page: Page, mark: int | None = None) -> str:
        """Give the words of a page to be quoted, or of one of its marks, with where they are from.

        Only the ``page`` as far as it is handed over is quoted. Raises ``NotInRecord``.
        """
        from game.playing.quotation import of_mark, of_page

        if mark is None:
            return of_page(self.story, page)
        return of_mark(self._rules, self.marked()[mark - 1], page, self._play.state)

    def names(self) -> tuple[Named, ...]:
        """Give the name of everything that has an entry."""
        return self._lookup.names()

    def departures(self) -> tuple[Departure, ...]:
        """Give all in the whole story that no account tells, in its order, with the reasons."""
        return self._lookup.departures(self._play.state)

    def debrief(self) -> Document:
        """Give the play so far beside the record, to be written out."""
        from game.reporting.debrief import debrief

        return debrief(self._rules, self._play, led=self._led)

    def export(self, path: Path) -> int:
        """Write the log to a new file, ``.md`` or ``.csv``. Raises ``NotExported``."""
        from game.playing.notebook import export

        return export(path, self.log(), self.story)

    def recap(self) -> tuple[str, ...]:
        """Give where the reader stands, in three lines; in two before the first choice."""
        page = self.page
        where = ". ".join(_given(page.heading.part, page.heading.scene, page.heading.when))
        if page.last is None:
            return (f"You are at: {where}.", "You have made no choice yet.")
        last = plain(page.last.text).rstrip(".")
        return (f"You are at: {where}.", f"Your last choice: {last}.", self._standing(page))

    def front(self) -> Front:
        """Give the opening and the advisory, to be shown before any choice."""
        from game.playing.matter import front

        return front(self._rules, self._play.turns[0].state)

    def closing(self) -> Closing:
        """Give the last screen: names and numbers, then the credits."""
        from game.playing.matter import closing

        return closing(self._rules, self._play.state)

    def save(self) -> Receipt:
        """Keep the play, and come back once the disk has it.

        May be called from a thread. Raises ``SaveFault``; what was kept before is still there.
        """
        if self._keeper is None:
            raise NoSlot
        with self._writing:
            held = self._held
            play = self._play if held is None else held.play
            if self._mended and not self._keeper.read_only:
                self._keeper.keep_copy(self._mended)
                self._mended = ""
            receipt = self._keeper.keep(self._kept(play))
            self._saved = play
            if self._page.finish is not None:
                self._memory.keep()
            return receipt

    def close(self) -> None:
        """Let go of the slot, and have on disk what was met."""
        self._memory.keep()
        if self._keeper is not None:
            with self._writing:
                self._keeper.close()

    def _go_to(self, play: Play) -> Page:
        self._play = play
        read = self._read()
        self._memory.meet(each.scene for each in read)
        self._heed = self._heed.met(self.story, read)
        return self._shown()

    def _shown(self) -> Page:
        self._page = self._composer.page(self._play, led=self._led, passed=self._heed.passed)
        return self._page

    def _read(self, turn: int | None = None) -> tuple[Entered, ...]:
        """Give the scenes that this page tells of, or the one after so many choices."""
        turn = len(self._play.choices) if turn is None else turn
        return read_at(self.story, self._play, turn, self._led)

    def _named(self, choice: str | int) -> str:
        if isinstance(choice, str):
            return choice
        for offer in self._page.offers:
            if offer.number == choice:
                return offer.choice
        raise NotOffered(str(choice), self._play.state.scene)

    def _kept(self, play: Play) -> Save:
        place = heading(self.story, self.story.scenes[play.state.scene])
        return Save(
            story=self.story.story,
            fingerprint=self.story.fingerprint,
            seed=play.seed,
            log=play.choices,
            trail=tuple(turn.state.scene for turn in play.turns),
            label=": ".join(_given(place.part, place.scene)),
            led=self._led,
            marks=self.marks.value,
            skip=tuple(sorted(self._heed.skip | self._heed.passed.intersection(play.trail))),
        )

    def _standing(self, page: Page) -> str:
        if page.off_record:
            return f"Off the record since: {page.off_record.rstrip('.')}."
        if self.marks is Marks.CLEAN or page.last is None or not page.last.findings:
            return f"Choices made: {page.turn - self._led}."
        known = ", ".join(
            dict.fromkeys(each.status.value for each in page.last.findings if each.status)
        )
        return f"How well it is known: {known}."


def _given(*words: str) -> list[str]:
    return [each for each in words if each]
