"""A lesson being held: its clock, its journal, and going on after a kill."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.classroom.event import Advance, Join, Tick, Vote, Wipe
from game.classroom.journal import NothingToResume, read
from game.classroom.phase import Phase
from game.classroom.refusal import Refusal
from game.classroom.room import Room
from game.classroom.sitting import OtherWords, Sitting, Wish, begin, resume
from game.model.story import Story
from game.playing.lesson import NoLesson
from tests.playing.test_lesson import tale

SEEDED = Wish(seed=5, expected=3)
GONE = "a-token-that-nobody-has"


@pytest.fixture
def story() -> Story:
    return tale()


def joined(sitting: Sitting, *phones: str) -> Sitting:
    for phone in phones:
        assert isinstance(sitting.act(Join(sitting.now(), phone)), Room)
    return sitting


def until(sitting: Sitting, phase: Phase) -> Sitting:
    while sitting.room.phase is not phase:
        assert isinstance(sitting.act(Advance(sitting.now())), Room)
    return sitting


def vote(sitting: Sitting, seat: int, place: int) -> None:
    room = sitting.room
    assert room.ballot is not None
    assert room.round is not None
    option = room.round.decision.choices[place]
    assert isinstance(sitting.act(Vote(sitting.now(), seat, room.ballot.key, option)), Room)


def known(room: Room) -> Room:
    """A room without what only an interruption changes."""
    seats = {number: replace(seat, lost=False, turn=0) for number, seat in room.seats.items()}
    return replace(
        room, seats=seats, clock=replace(room.clock, stopped=None), log=(), turn=0, shown=0
    )


@pytest.mark.parametrize(
    "phase", [each for each in Phase if each not in {Phase.WIPED, Phase.EXPORT}]
)
def test_a_lesson_that_was_left_in_any_phase_goes_on_equal(
    story: Story, tmp_path: Path, phase: Phase
) -> None:
    sitting = joined(begin(story, SEEDED, tmp_path), "a", "b", "c")
    while sitting.room.phase is not phase:
        if sitting.room.ballot is not None:
            vote(sitting, 1, 1)
        sitting.act(Advance(sitting.now()))
    if sitting.room.ballot is not None:
        vote(sitting, 2, 0)
    sitting._journal.close()  # type: ignore[union-attr]
    again = resume(story, tmp_path)
    assert known(again.room) == known(sitting.room)
    assert again.room.lost == 3
    assert again.room.clock.stopped is not None


def test_a_lesson_may_be_interrupted_twice(story: Story, tmp_path: Path) -> None:
    first = joined(begin(story, SEEDED, tmp_path), "a")
    first.close()
    second = joined(resume(story, tmp_path), "b")
    second.close()
    third = resume(story, tmp_path)
    assert set(third.room.tokens) == {"a", "b"}
    third.close()


def test_instants_go_on_after_an_interruption_and_never_back(story: Story, tmp_path: Path) -> None:
    clock = [100.0]
    sitting = begin(story, SEEDED, tmp_path)
    slow = Sitting(sitting.room, None, seconds=lambda: clock[0])
    assert slow.now() == 0
    clock[0] = 160.5
    assert slow.now() == 60_500
    sitting.act(Join(90_000, "a"))
    sitting.close()
    assert resume(story, tmp_path).now() >= 90_000


def test_an_event_that_is_refused_is_not_kept(story: Story, tmp_path: Path) -> None:
    sitting = joined(begin(story, SEEDED, tmp_path), "a")
    assert isinstance(sitting.act(Join(0, "a")), Refusal)
    sitting.act(Tick(sitting.now()))
    sitting.close()
    kept = read(next(tmp_path.glob("*.jsonl")))
    assert kept is not None
    assert len(kept.events) == 1


def test_after_the_wipe_nothing_of_a_person_is_on_the_disk(story: Story, tmp_path: Path) -> None:
    sitting = joined(begin(story, SEEDED, tmp_path), GONE)
    alias = sitting.room.seats[1].alias
    until(sitting, Phase.VOTE)
    vote(sitting, 1, 0)
    assert GONE in _everything(tmp_path)
    sitting.act(Wipe(sitting.now(), sure=True))
    left = _everything(tmp_path)
    assert GONE not in left
    assert alias not in left
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NothingToResume):
        resume(story, tmp_path)


def _everything(folder: Path) -> str:
    return "".join(str(path) + path.read_text() for path in folder.rglob("*") if path.is_file())


def test_a_lesson_of_other_words_is_not_gone_on_with(story: Story, tmp_path: Path) -> None:
    begin(story, SEEDED, tmp_path).close()
    with pytest.raises(OtherWords) as fault:
        resume(replace(story, fingerprint="0" * 64), tmp_path)
    assert fault.value.exit_code == 6


def test_a_lesson_is_held_without_a_folder_and_says_what_that_means(
    story: Story, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    sitting = begin(story, SEEDED, tmp_path / "file" / "lessons")
    assert "not after a crash" in sitting.trouble
    assert isinstance(joined(sitting, "a").act(Advance(0)), Room)
    alone = begin(story, Wish(), None)
    alone.flush()
    alone.close()
    assert isinstance(alone.act(Wipe(0, sure=True)), Room)


def test_each_lesson_draws_other_names_unless_told(story: Story) -> None:
    one, other = (joined(begin(story, Wish(), None), "a").room.seats[1] for _ in range(2))
    assert one.offered != other.offered


def test_a_lesson_that_is_not_there_is_not_held(story: Story) -> None:
    with pytest.raises(NoLesson):
        begin(story, Wish("20"), None)


HELD = """
import sys
from pathlib import Path
from game.classroom.event import Advance, Join, Vote
from game.classroom.sitting import Wish, begin
from tests.playing.test_lesson import tale

sitting = begin(tale(), Wish(seed=5), Path(sys.argv[1]))
for number in range(40):
    sitting.act(Join(sitting.now(), f"phone-{number}"))
while sitting.room.ballot is None:
    sitting.act(Advance(sitting.now()))
options = sitting.room.round.decision.choices
for number in range(1, 10_000):
    seat = number % 40 + 1
    sitting.act(Vote(sitting.now(), seat, sitting.room.ballot.key, options[number % 3]))
    print(number, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill like this one")
@pytest.mark.parametrize("after", [1, 57, 300])
def test_a_lesson_killed_in_a_vote_has_every_vote_that_was_taken(
    tmp_path: Path, after: int
) -> None:
    command = [sys.executable, "-c", HELD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        taken = 0
        while taken < after:
            taken = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
        taken = max([taken, *map(int, program.stdout.read().split())])
    room = resume(tale(), tmp_path).room
    assert room.ballot is not None
    assert room.round is not None
    options = room.round.decision.choices
    expected = {number % 40 + 1: options[number % 3] for number in range(1, taken + 1)}
    found = {seat: vote.option for seat, vote in room.ballot.votes.items()}
    one_more = taken + 1
    assert found in (expected, {**expected, one_more % 40 + 1: options[one_more % 3]})
