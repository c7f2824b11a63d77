"""The report as lines from which it can be made again."""

from __future__ import annotations

import json

import pytest

from game.classroom import paper
from game.classroom.event import Approve, Close, Explain
from game.classroom.lines import NewerLesson, NoLesson, _checksum, _dumped, read, write
from game.classroom.phase import Phase
from game.classroom.report import Report, report
from game.reporting import html
from tests.classroom.sample import at, played, vote


def made() -> Report:
    there = vote(at(Phase.AGAIN, seats=6), {1: 0, 2: 1})
    assert there.ballot is not None
    said = Explain(0, 1, there.ballot.key, "Слово \u0085 그래서.", "book")
    return report(played(there, said, Approve(0, 1), Close(0)), date="today")


def test_a_report_read_again_is_written_to_the_same_bytes() -> None:
    again = read(write(made()))
    assert again == made()
    assert html.write(paper.document(again)) == html.write(paper.document(made()))
    assert write(again) == write(made())


def test_each_line_is_json_and_says_what_it_is() -> None:
    kinds = [json.loads(line)["kind"] for line in write(made()).splitlines()]
    assert kinds[:2] == ["lesson", "decision"]
    assert kinds[-1] == "end"
    assert {"way", "act"} <= set(kinds)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"joined":6', '"joined":7'), ('"kind":"end"', '"kind":"enz"'), ('{"kind":"lesson"', "{")],
)
def test_what_was_changed_is_not_read(old: str, new: str) -> None:
    text = write(made())
    assert old in text
    with pytest.raises(NoLesson):
        read(text.replace(old, new))


@pytest.mark.parametrize("text", ["", "\n", "null\n", "{}\n", "[]\n", "not json\n"])
def test_what_is_no_lesson_is_not_read(text: str) -> None:
    with pytest.raises(NoLesson):
        read(text)


def test_a_lesson_that_lost_a_line_is_not_read() -> None:
    lines = write(made()).splitlines(keepends=True)
    with pytest.raises(NoLesson):
        read("".join(lines[:-1]))
    with pytest.raises(NoLesson):
        read("".join(lines[:1] + lines[2:]))


def signed(head: dict[str, object]) -> str:
    """Lines whose checksum fits, with another first line."""
    _, *rest = write(made()).splitlines(keepends=True)
    body = f"{_dumped(head)}\n{''.join(rest[:-1])}"
    return f"{body}{_dumped({'kind': 'end', 'sha256': _checksum(body)})}\n"


def test_a_lesson_of_a_newer_version_says_so() -> None:
    head = json.loads(write(made()).splitlines()[0])
    with pytest.raises(NewerLesson) as fault:
        read(signed({**head, "format": 2}))
    assert fault.value.exit_code == 5


def test_a_lesson_with_other_things_in_it_is_not_read() -> None:
    head = json.loads(write(made()).splitlines()[0])
    with pytest.raises(NoLesson):
        read(signed({**head, "joined": "six"}))
    with pytest.raises(NoLesson):
        read(signed({**head, "kind": "decision"}))
