"""The lectern: what is said when it is opened, and what typed lines come to."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.classroom import lectern as lecterns
from game.classroom.event import Join
from game.classroom.lectern import Lectern, teach
from game.classroom.order import Order
from game.classroom.phase import Phase
from game.classroom.server.address import HERE, NotAnAddress
from game.classroom.sitting import Sitting
from tests.classroom import sample
from tests.playing.test_lesson import tale

ELSEWHERE = "192.168.1.5"


class Teacher:
    """Somebody who types, and what they were told."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.told = ""
        self.drawn: list[str] = []

    def say(self, text: str) -> None:
        self.told += f"{text}\n"

    def hear(self, asking: str) -> str | None:
        self.told += asking
        return self.lines.pop(0) if self.lines else None

    def draw(self, lines: Iterable[str]) -> None:
        self.drawn = list(lines)

    def order(self, folder: Path | None = None, **given: object) -> Order:
        return Order(
            self.say,
            self.hear,
            self.draw,
            folder,
            **{"port": 0, "farewell": 0, **given},  # type: ignore[arg-type]
        )


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine has one more address, where nothing can really be opened."""
    monkeypatch.setattr(lecterns, "addresses", lambda: (ELSEWHERE,))


@contextmanager
def led(teacher: Teacher, sitting: Sitting | None = None) -> Iterator[Lectern]:
    lectern = Lectern(sitting or Sitting(sample.room()), teacher.order())
    lectern.open(HERE, 0)
    try:
        yield lectern
    finally:
        lectern.close()


def typed(teacher: Teacher, lectern: Lectern, line: str) -> str:
    """Give what a line is answered with."""
    before = len(teacher.told)
    lectern.obey(line)
    return teacher.told[before:]


def test_the_way_in_is_said_when_it_opens() -> None:
    teacher = Teacher()
    with led(teacher) as lectern:
        assert f"http://{HERE}:{lectern._service.port}/  Code: {lectern._hall.code}" in teacher.told
        assert f"/screen#{lectern._hall.key}" in teacher.told


def test_a_port_that_is_taken_is_left_for_the_next_and_said() -> None:
    teacher = Teacher()
    with socket.create_server((HERE, 0)) as taken:
        port = taken.getsockname()[1]
        lectern = Lectern(Sitting(sample.room()), teacher.order())
        lectern.open(HERE, port)
        lectern.close()
    assert f"Port {port} is taken, so it is open at port" in teacher.told


def test_without_a_network_there_are_three_ways_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lecterns, "addresses", tuple)
    teacher = Teacher()
    with led(teacher):
        assert "hotspot" in teacher.told
        assert "hand A 12" in teacher.told
        assert "paper ballots" in teacher.told


def test_next_goes_on_and_says_where_the_lesson_stands() -> None:
    teacher = Teacher()
    with led(teacher) as lectern:
        assert "The text of scene 1." in typed(teacher, lectern, "next") + typed(
            teacher, lectern, "next"
        )


def test_no_count_is_said_before_the_close() -> None:
    teacher = Teacher()
    voted = Sitting(sample.vote(sample.at(Phase.VOTE), {1: 0, 2: 0, 3: 1}))
    with led(teacher, voted) as lectern:
        answer = typed(teacher, lectern, "phase")
        assert "3 voted" in answer
        assert "A 2" not in answer + teacher.told
        assert "A 2, B 1" in typed(teacher, lectern, "close")


def test_the_address_is_listed_and_what_is_not_there_is_said() -> None:
    teacher = Teacher()
    with led(teacher) as lectern:
        listed = typed(teacher, lectern, "address")
        assert f"1. {HERE}, only this machine (open now)" in listed
        assert f"2. {ELSEWHERE}, whoever is on this network" in listed
        assert "This machine has no address '10.1.2.3'" in typed(
            teacher, lectern, "address 10.1.2.3"
        )


def test_it_can_be_opened_at_another_address_with_seats_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = "127.0.0.2"
    monkeypatch.setattr(lecterns, "addresses", lambda: (other,))
    monkeypatch.setattr(lecterns, "chosen", lambda host: host)
    teacher = Teacher()
    with led(teacher) as lectern:
        lectern._sitting.act(Join(0, "phone"))
        answer = typed(teacher, lectern, "address 2")
        assert f"http://{other}:" in answer
        assert "seat number and code" in answer
        assert teacher.drawn
        with socket.create_connection((other, lectern._service.port), timeout=5):
            assert len(lectern._sitting.room.seats) == 1


def test_another_code_shuts_the_old_one_out() -> None:
    teacher = Teacher()
    with led(teacher) as lectern:
        before = lectern._hall.code
        typed(teacher, lectern, "code")
        assert lectern._hall.code != before
        assert lectern._hall.code in teacher.told


def test_the_report_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    teacher = Teacher()
    with led(teacher, Sitting(sample.at(Phase.EXPORT))) as lectern:
        typed(teacher, lectern, f"report {tmp_path / 'kept'}")
    assert sorted(each.name for each in (tmp_path / "kept").iterdir()) == [
        *("lesson.csv", "lesson.html", "lesson.jsonl", "lesson.md")
    ]


def test_what_means_nothing_is_said_to_mean_nothing() -> None:
    teacher = Teacher()
    with led(teacher) as lectern:
        assert "means nothing" in typed(teacher, lectern, "dance")
        assert "override B because" in typed(teacher, lectern, "?")
        assert "No reasons are there yet." in typed(teacher, lectern, "reasons")
        assert "cannot be done" in typed(teacher, lectern, "reopen")


def test_a_lesson_is_led_from_the_first_line_to_the_wipe(tmp_path: Path) -> None:
    steps = ["next", "next", "close", "decide A", "next", "debrief", *["next"] * 3, "wipe"]
    teacher = Teacher(*steps)
    assert teach(tale(), teacher.order(tmp_path, host=HERE)) == 0
    assert "Wiped. Nothing about anybody is left" in teacher.told
    assert list(tmp_path.iterdir()) == []


def test_a_lesson_that_was_left_goes_on(tmp_path: Path) -> None:
    teach(tale(), Teacher("next", "quit").order(tmp_path, host=HERE))
    teacher = Teacher("quit")
    teach(tale(), teacher.order(tmp_path, host=HERE, resume=True))
    assert "Decision 1 of" in teacher.told


def test_enter_keeps_it_to_this_machine() -> None:
    teacher = Teacher("", "quit")
    teach(tale(), teacher.order(asks=True))
    assert "Where shall the lesson be open?" in teacher.told
    assert f"Students: http://{HERE}" in teacher.told


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(NotAnAddress, match=r"203\.0\.113\.9"):
        teach(tale(), Teacher().order(host="203.0.113.9"))
    with pytest.raises(NotAnAddress):
        teach(tale(), Teacher().order(host="0.0.0.0"))  # noqa: S104 - it is refused
