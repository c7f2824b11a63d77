"""The crash journal: what is kept while a lesson goes on, and that nothing of it stays."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest

from game.classroom.event import Event, Join, Vote
from game.classroom.form import event_as_json
from game.classroom.journal import (
    OLDEST,
    Journal,
    JournalFault,
    NothingToResume,
    Opening,
    new_journal,
    newest,
    read,
    sweep,
)

OPENING = Opening("a-story", "f" * 64, "45", 7, 60, 24)
EVENTS: tuple[Event, ...] = (Join(1, "a-token"), Vote(2, 1, "1-x", "line.scene/a"))


def kept(folder: Path, *events: Event) -> Journal:
    journal = new_journal(folder, OPENING)
    for event in events:
        journal.append(event)
    return journal


def left(folder: Path, *events: Event) -> Path:
    """A journal that its program has left behind."""
    journal = kept(folder, *events)
    journal.close()
    return journal.path


def test_what_was_appended_is_read_again(tmp_path: Path) -> None:
    found = read(left(tmp_path, *EVENTS))
    assert found is not None
    assert (found.opening, found.events) == (OPENING, EVENTS)


def test_a_line_that_was_being_written_is_left_out(tmp_path: Path) -> None:
    path = left(tmp_path, *EVENTS)
    whole = path.stat().st_size
    for torn in (b'{"event":"Vo', b'{"event":"Nothing"}\n', b"\xff\xfe\n", b"\0" * 40):
        path.write_bytes(path.read_bytes()[:whole] + torn)
        found = read(path)
        assert found is not None
        assert (found.events, found.whole) == (EVENTS, whole)


def test_what_follows_a_bad_line_is_not_trusted(tmp_path: Path) -> None:
    path = left(tmp_path, *EVENTS)
    with path.open("ab") as file:
        file.write(b"bad\n" + json.dumps(event_as_json(EVENTS[0])).encode() + b"\n")
    found = read(path)
    assert found is not None
    assert found.events == EVENTS


def test_going_on_cuts_off_what_was_torn(tmp_path: Path) -> None:
    path = left(tmp_path, *EVENTS)
    path.write_bytes(path.read_bytes() + b'{"torn')
    found = newest(tmp_path)
    journal = Journal(found.path, whole=found.whole)
    journal.append(EVENTS[0])
    journal.close()
    again = read(path)
    assert again is not None
    assert again.events == (*EVENTS, EVENTS[0])


@pytest.mark.parametrize("data", [b"", b"\n", b"null\n", b'{"format":2}\n', b'{"format":1}\n'])
def test_a_file_without_its_first_line_is_no_journal(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "lesson-1.jsonl"
    path.write_bytes(data)
    assert read(path) is None
    with pytest.raises(NothingToResume):
        newest(tmp_path)


def test_the_newest_that_nobody_holds_is_gone_on_with(tmp_path: Path) -> None:
    first = left(tmp_path, *EVENTS)
    held = kept(tmp_path)
    assert newest(tmp_path).path == first
    held.close()
    assert newest(tmp_path).path == held.path


def test_two_programs_do_not_write_one_journal(tmp_path: Path) -> None:
    held = kept(tmp_path)
    with pytest.raises(JournalFault, match="another program"):
        Journal(held.path)
    held.close()


def test_where_nothing_lies_there_is_nothing_to_go_on_with(tmp_path: Path) -> None:
    with pytest.raises(NothingToResume):
        newest(tmp_path / "nowhere")


def test_to_erase_leaves_nothing(tmp_path: Path) -> None:
    kept(tmp_path, *EVENTS).erase()
    assert list(tmp_path.iterdir()) == []


def test_to_erase_empties_the_file_under_every_name_it_has(tmp_path: Path) -> None:
    journal = kept(tmp_path, *EVENTS)
    other = tmp_path / "another-name"
    os.link(journal.path, other)
    journal.erase()
    assert other.read_bytes() == b""


def test_journals_of_yesterday_are_erased_when_a_lesson_begins(tmp_path: Path) -> None:
    old, young = left(tmp_path, *EVENTS), left(tmp_path)
    long_ago = time.time() - OLDEST - 60
    os.utime(old, (long_ago, long_ago))
    assert sweep(tmp_path) == 1
    assert not old.exists()
    assert young.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    assert left(folder).stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(JournalFault, match="goes on without it"):
        new_journal(tmp_path / "file" / "lessons", OPENING)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk")
def test_a_full_disk_stops_the_journal_and_not_the_lesson(tmp_path: Path) -> None:
    journal = kept(tmp_path)
    os.dup2(os.open("/dev/full", os.O_WRONLY), journal._file)
    journal.append(EVENTS[0])
    journal.append(EVENTS[1])
    journal.flush()
    assert "no space left" in journal.trouble
    journal.close()
