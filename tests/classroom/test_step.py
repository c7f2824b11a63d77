"""The room as a whole: whatever happens in whatever order, these hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias, get_args

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.classroom import event as happening
from game.classroom import lines, paper, spreadsheet
from game.classroom.ballot import KNOWN
from game.classroom.console import console
from game.classroom.event import Event
from game.classroom.form import event_as_json, event_from_json
from game.classroom.outcome import RECORDED_STEP
from game.classroom.phase import COUNTED, Phase
from game.classroom.projector import projector
from game.classroom.refusal import Refusal
from game.classroom.report import report
from game.classroom.room import Room
from game.classroom.showing import Common, common
from game.classroom.step import RULES, replay, step
from game.classroom.student import Own, mark, own, student
from game.reporting import html
from tests.classroom.sample import Pretend, played, room, sent, vote

Kind: TypeAlias = Callable[..., Event]

SEATS = st.integers(1, 7)
OPTIONS = st.integers(0, 3)
ON = st.booleans()
WORDS = st.text(max_size=12)
NAMES = st.sampled_from(["roles", "decision_roles", "reasons", "again", "limits", "pace", "seats"])
VALUES = st.sampled_from(["on", "off", "hand", "clock", "3", "60"])
TEACHER = st.sampled_from(
    [
        happening.Close,
        happening.Skip,
        happening.Reopen,
        happening.TalkAgain,
        happening.Pause,
        happening.GoOn,
        happening.MoreTime,
        happening.Resumed,
    ]
)


def test_everything_that_can_happen_has_a_rule() -> None:
    assert set(RULES) == set(get_args(Event))


def test_an_event_that_is_refused_changes_nothing() -> None:
    there = room(seats=2)
    before = repr(there)
    assert isinstance(step(there, happening.Reopen(99)), Refusal)
    assert repr(there) == before


def test_events_that_were_refused_are_left_out_of_a_replay() -> None:
    assert replay(room(), [happening.Reopen(0), happening.Join(0, "a")]) == played(
        room(), happening.Join(0, "a")
    )


class Lesson(RuleBasedStateMachine):
    """Anybody does anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.first = room()
        self.room = self.first
        self.events: list[Event] = []
        self.at = 0
        self.joined = 0
        self.common: dict[int, Common] = {}
        self.own: dict[tuple[int, str], Own] = {}

    def happen(self, kind: Kind, *given: object) -> None:
        self.at += 700
        event = kind(self.at, *given)
        after = step(self.room, event)
        if isinstance(after, Room):
            assert after.turn == self.room.turn + 1 or after is self.room
            self.room = after
            self.events.append(event)

    def choice(self, place: int) -> str:
        found = self.room.round.decision.choices if self.room.round else ()
        return found[place] if place < len(found) else "line.nowhere/x"

    def key(self, *, stale: bool) -> str:
        return self.room.ballot.key if self.room.ballot and not stale else "0-stale"

    @initialize(votes=st.integers(1, 2), seats=st.integers(0, 6), steps=st.integers(0, 24))
    def begin(self, votes: int, seats: int, steps: int) -> None:
        self.first = room(lesson=Pretend(votes=votes), seed=seats)
        self.room = self.first
        for _ in range(seats):
            self.join()
        for _ in range(steps):
            self.go()

    @rule(spread=st.integers(1, 3))
    def go(self, spread: int = 1) -> None:
        """The class does what it should, and the teacher goes on."""
        for seat in tuple(self.room.seats) if self.room.ballot else ():
            known = KNOWN[seat % 4] if self.room.last_ballot else ""
            key = self.key(stale=False)
            self.happen(happening.Vote, seat, key, self.choice(seat % spread), known)
            self.happen(happening.Explain, seat, key, f"Reason {seat}.", "book")
        if self.room.phase is Phase.CLOSE:
            self.happen(happening.Approve, self.room.reasons)
            self.happen(happening.Decide, self.choice(0), "Because.")
        self.happen(happening.Advance)

    @rule()
    def join(self) -> None:
        self.joined += 1
        self.happen(happening.Join, f"token-{self.joined}")

    @rule(seat=SEATS, right=ON)
    def come_back(self, seat: int, right: bool) -> None:
        self.joined += 1
        found = self.room.seats.get(seat)
        code = found.code if found and right else "abc"
        self.happen(happening.Return, seat, code, f"token-{self.joined}")

    @rule(seat=SEATS, option=OPTIONS, known=st.sampled_from(["", *KNOWN]), stale=ON)
    def vote(self, seat: int, option: int, known: str, stale: bool) -> None:
        asked = known if self.room.last_ballot else ""
        key = self.key(stale=stale and seat == 1)
        self.happen(happening.Vote, seat, key, self.choice(option), asked)

    @rule(seat=SEATS, text=WORDS, account=st.sampled_from(["", "book", "diary"]))
    def explain(self, seat: int, text: str, account: str) -> None:
        self.happen(happening.Explain, seat, self.key(stale=False), text, account)

    @rule(seat=SEATS, answers=st.lists(st.sampled_from(["yes", "no", "x"]), max_size=4))
    def ticket(self, seat: int, answers: list[str]) -> None:
        self.happen(happening.Ticket, seat, tuple(answers))

    @rule(seat=SEATS, place=st.integers(-1, 4))
    def pick(self, seat: int, place: int) -> None:
        self.happen(happening.Pick, seat, place)

    @rule(kind=st.sampled_from([happening.PutDown, happening.Lost, happening.Back]), seat=SEATS)
    def seat_alone(self, kind: Kind, seat: int) -> None:
        self.happen(kind, seat)

    @rule(seat=SEATS, pace=st.sampled_from([100, 150, 200, 7]))
    def slow(self, seat: int, pace: int) -> None:
        self.happen(happening.Slow, seat, pace)

    @rule(times=st.integers(1, 3))
    def advance(self, times: int) -> None:
        for _ in range(times):
            self.happen(happening.Advance)

    @rule(kind=TEACHER)
    def lead(self, kind: Kind) -> None:
        self.happen(kind)

    @rule(option=OPTIONS, why=WORDS)
    def decide(self, option: int, why: str) -> None:
        self.happen(happening.Decide, self.choice(option), why)

    @rule(option=OPTIONS, count=st.integers(-1, 9))
    def hands(self, option: int, count: int) -> None:
        ballot = self.room.round.deciding if self.room.round else None
        self.happen(happening.HandCount, ballot.key if ballot else "", {self.choice(option): count})

    @rule(kind=st.sampled_from([happening.Approve, happening.Reject, happening.Mute]),
          reason=st.integers(1, 5))  # fmt: skip
    def judge(self, kind: Kind, reason: int) -> None:
        self.happen(kind, reason)

    @rule(name=NAMES, value=VALUES)
    def arrange(self, name: str, value: str) -> None:
        self.happen(happening.Arrange, name, value)

    @rule(scene=st.sampled_from(["line.scene-1", "line.way-2", "nowhere"]), on=ON)
    def hide(self, scene: str, on: bool) -> None:
        self.happen(happening.Hide, scene, on)

    @rule(seat=SEATS, block=ON)
    def remove(self, seat: int, block: bool) -> None:
        self.happen(happening.Remove, seat, block)

    @rule(seat=SEATS)
    def rename(self, seat: int) -> None:
        self.happen(happening.Rename, seat)

    @rule(seat=SEATS, role=st.sampled_from(["", "file", "press", "officer"]))
    def cast(self, seat: int, role: str) -> None:
        self.happen(happening.Cast, seat, role)

    @rule(kind=st.sampled_from([happening.Lock, happening.Blank]), on=ON)
    def switch(self, kind: Kind, on: bool) -> None:
        self.happen(kind, on)

    @rule(seconds=st.integers(0, 200))
    def wait(self, seconds: int) -> None:
        self.at += seconds * 1000
        self.happen(happening.Tick)

    @rule()
    @precondition(lambda self: len(self.room.rounds) > 1)
    def finish(self) -> None:
        self.happen(happening.Finish)

    @invariant()
    def seats_and_phones_belong_together(self) -> None:
        seats = self.room.seats
        assert {seat.token: number for number, seat in seats.items()} == self.room.tokens
        assert len({seat.alias for seat in seats.values()}) == len(seats)
        assert len(seats) <= self.room.settings.seats

    @invariant()
    def a_seat_has_one_vote_and_it_is_for_an_option(self) -> None:
        for each in self.room.rounds:
            for ballot in (each.first, each.second):
                votes = ballot.votes if ballot else {}
                assert len(votes) <= self.room.dealt
                assert {vote.option for vote in votes.values()} <= set(each.decision.choices)

    @invariant()
    def what_is_revealed_was_settled(self) -> None:
        if self.room.phase in COUNTED:
            assert self.room.round is not None
            assert self.room.round.winner in self.room.round.decision.choices
        assert all(each.winner for each in self.room.rounds[:-1])

    @invariant()
    def nothing_of_a_count_is_anywhere_before_the_close(self) -> None:
        seen = sent(console(self.room, self.at))
        if self.room.phase not in COUNTED | {Phase.CLOSE}:
            assert '"counts"' not in seen
        if self.room.phase not in COUNTED:
            assert '"counts"' not in self.told()

    @invariant()
    def nothing_of_the_record_is_anywhere_before_it_is_revealed(self) -> None:
        revealed = self.room.phase is Phase.DISCUSS or self.room.phase is Phase.DEBRIEF
        if not revealed and not (
            self.room.phase is Phase.REVEAL and self.room.part >= RECORDED_STEP
        ):
            assert "RECORD" not in self.told() + sent(console(self.room, self.at))

    @invariant()
    def a_phone_knows_nobody_else(self) -> None:
        for number, seat in self.room.seats.items():
            told = sent(student(self.room, number, self.at))
            for other in self.room.seats.values():
                if other.number != number:
                    assert other.alias not in told
                    assert other.token not in told
            roles = {"file", "press"} - {seat.role}
            assert not any(f"CARD for {role}" in told for role in roles)

    @invariant()
    def the_wall_knows_no_names(self) -> None:
        told = sent(projector(self.room, self.at))
        for seat in self.room.seats.values():
            assert seat.alias not in told
            assert seat.token not in told
        if self.room.dark:
            assert "scene" not in told

    @invariant()
    def what_was_not_approved_is_not_shown(self) -> None:
        shown = common(self.room).outcome
        approved = {each.number for each in self.room.round.shown} if self.room.round else set()
        assert not shown or {each.number for each in shown.reasons} <= approved

    @invariant()
    def a_view_that_changed_says_so(self) -> None:
        now = common(self.room)
        assert self.common.setdefault(self.room.shown, now) == now
        for number, seat in self.room.seats.items():
            mine = own(self.room, seat)
            assert self.own.setdefault((number, mark(self.room, number)), mine) == mine

    def told(self) -> str:
        """All that phones and wall are told."""
        phones = (student(self.room, number, self.at) for number in self.room.seats)
        return sent(projector(self.room, self.at)) + "".join(map(sent, phones))

    def teardown(self) -> None:
        """The journal gives an equal room, and the report comes back equal and without names."""
        written = [json.dumps(event_as_json(each)) for each in self.events]
        read = [event_from_json(json.loads(each)) for each in written]
        assert read == self.events
        assert replay(self.first, read) == self.room
        made = report(self.room)
        assert lines.read(lines.write(made)) == made
        out = html.write(paper.document(made)) + spreadsheet.write(made) + lines.write(made)
        assert not any(seat.alias in out or seat.token in out for seat in self.room.seats.values())


Lesson.TestCase.settings = settings(max_examples=80, stateful_step_count=15, deadline=None)
TestLesson = pytest.mark.slow(Lesson.TestCase)


def test_a_thousand_vote() -> None:
    there = played(room(), happening.Arrange(0, "seats", "1000"))
    there = played(there, *(happening.Join(0, f"phone-{each}") for each in range(1000)))
    there = played(there, happening.Advance(0), happening.Advance(0), happening.Advance(0))
    there = vote(there, {seat: seat % 3 for seat in there.seats})
    assert there.ballot is not None
    assert len(there.ballot.votes) == 1000
