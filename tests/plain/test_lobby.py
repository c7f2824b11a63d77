from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.plain.lobby import Lobby
from game.plain.reading import Streams
from game.playing.house import House
from game.playing.opening import new_session
from game.playing.session import Marks, Session
from game.settings.likings import Likings
from tests.playing.sample import STORY


def entered(
    folder: Path, *lines: str, likings: Likings | None = None
) -> tuple[Session | None, tuple[str, ...], str]:
    """Type at the title; give what was opened, what is told of it, and all that was said."""
    words = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    found = likings or Likings()
    lobby = Lobby(House(STORY, folder, found), found, Streams(typed, words))
    lobby.greet()
    session, told = lobby.enter() or (None, ())
    if session is not None:
        session.close()
    return session, told, words.getvalue()


def keep(folder: Path) -> None:
    session = new_session(STORY, slot="1", folder=folder)
    session.choose("wait")
    session.save()
    session.close()


def test_the_opening_stands_before_what_can_be_done(tmp_path: Path) -> None:
    _, _, said = entered(tmp_path)
    assert said.startswith("A test story\n\nWho he was.\n\nHard things are reported.\n\n1. Begin.")
    assert said.rstrip().endswith("Number, or ? for help:")


def test_to_begin_is_to_begin_in_a_free_slot_as_the_reader_likes_it(tmp_path: Path) -> None:
    likings = Likings()
    likings.settle("marks", "clean")
    keep(tmp_path)
    session, told, _ = entered(tmp_path, "2", likings=likings)
    assert session is not None
    assert (session.slot, session.marks, session.choices, told) == ("slot2", Marks.CLEAN, (), ())


def test_the_newest_play_is_gone_on_with(tmp_path: Path) -> None:
    keep(tmp_path)
    session, _, said = entered(tmp_path, "1")
    assert session is not None
    assert session.choices == ("hill.hut/wait",)
    assert "1. Continue: The hill. The hut. choice 1. " in said


def test_a_play_begins_at_a_part_on_somebody_s_way(tmp_path: Path) -> None:
    session, told, said = entered(tmp_path, "2", "1", "1")
    assert session is not None
    assert session.page.heading.scene == "Mist"
    assert told[0].startswith("You begin at 1 The far side, on the way of: Magazine.")
    assert "0. The hill. 12 June 1938.\n1. The far side.\n" in said
    assert "Whose way leads you to 1 The far side?\n1. Magazine.\n" in said


def test_the_first_part_is_the_beginning(tmp_path: Path) -> None:
    session, told, _ = entered(tmp_path, "2", "0")
    assert session is not None
    assert (session.choices, told) == ((), ())


@pytest.mark.parametrize("typed", [("2", ""), ("2", "7"), ("2", "1", ""), ("2", "1", "9")])
def test_whoever_chooses_no_part_or_way_is_at_the_title_again(
    tmp_path: Path, typed: tuple[str, ...]
) -> None:
    session, _, said = entered(tmp_path, *typed)
    assert session is None
    assert "was chosen." in said
    assert said.count("1. Begin.") == 2


def test_a_save_is_opened_by_its_number(tmp_path: Path) -> None:
    keep(tmp_path)
    session, _, said = entered(tmp_path, "4", "1")
    assert session is not None
    assert session.slot == "slot1"
    assert "1. slot1: The hill. The hut. choice 1." in said


def test_a_save_that_does_not_open_says_why_and_the_title_stays(tmp_path: Path) -> None:
    (tmp_path / "slot1.json").write_text("{")
    session, _, said = entered(tmp_path, "3", "1", "q")
    assert session is None
    assert said.count("is damaged") + said.count("can be read") >= 2


def test_settings_are_said_and_settled(tmp_path: Path) -> None:
    likings = Likings()
    _, _, said = entered(tmp_path, "4", "settings marks clean", "settings deportation skip",
                         "settings width wide", likings=likings)  # fmt: skip
    said = " ".join(said.split())
    assert "marks: story. When a new play shows the record: story, investigator, clean." in said
    assert "deportation: ask. Passages that report deportation: ask, skip or show." in said
    assert "marks: clean, from now on." in said
    assert "Passages that report deportation are always passed over, from now on." in said
    assert "'width' cannot be 'wide'" in said
    assert likings.settings.skip == {"deportation"}


def test_what_is_told_of_the_settings_is_said_first(tmp_path: Path) -> None:
    _, _, said = entered(tmp_path, likings=Likings(told=("'settings.json' was damaged.",)))
    assert said.index("was damaged") < said.index("1. Begin.")


@pytest.mark.parametrize("typed", ["q", "quit", "5"])
def test_whoever_quits_opens_nothing(tmp_path: Path, typed: str) -> None:
    session, _, said = entered(tmp_path, typed, "1")
    assert session is None
    assert said.count("1. Begin.") == 1


@pytest.mark.parametrize("typed", ["9", "fly", "", "\x1b[A", "1" * 99])
def test_what_is_no_number_of_the_list_gets_a_sentence(tmp_path: Path, typed: str) -> None:
    _, _, said = entered(tmp_path, typed)
    assert "Type 1 to 5, or ? for help." in said


def test_help_and_the_opening_can_be_heard_again(tmp_path: Path) -> None:
    _, _, said = entered(tmp_path, "?", "x", "3")
    assert "\nsettings  all that can be settled" in said
    assert said.count("Who he was.") == 2
    assert "Nobody says" in said


def test_the_endings_met_are_counted_once_there_is_one(tmp_path: Path) -> None:
    assert "Endings met" not in entered(tmp_path)[2]
    session = new_session(STORY, slot="1", folder=tmp_path)
    for choice in ("forty", "answer"):
        session.choose(choice)
    session.save()
    session.close()
    _, _, said = entered(tmp_path, "5", "endings")
    assert "5. Endings met: 1 of 2." in said
    assert said.count("The far side. DISPUTED [D].") == 2
