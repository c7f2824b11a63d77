from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.rules import NotOffered, Rules
from game.model.prose import plain
from game.playing.memory import Memory
from game.playing.session import Manner, Marks, NoSlot, NoSuchTurn, NoWhatIf, Session
from game.saving.fault import SaveFault
from game.saving.keeper import Keeper
from game.saving.past import Past
from game.saving.shelf import verify
from tests.playing.sample import STORY

RULES = Rules(STORY)


@pytest.fixture
def session() -> Session:
    return Session(RULES)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Session]:
    held = Session(RULES, keeper=Keeper(tmp_path, "1", "0.1.0"))
    yield held
    held.close()


@pytest.mark.parametrize("choice", [3, "forty", "hill.hut/forty"])
def test_a_choice_is_taken_by_number_id_or_scene_and_id(
    session: Session, choice: int | str
) -> None:
    assert session.choose(choice).heading.scene == "Mist"
    assert session.choices == ("hill.hut/forty",)


@pytest.mark.parametrize("choice", [0, 5, -1, "fly", "far.mist/answer", "", "3"])
def test_what_is_not_on_offer_changes_nothing(session: Session, choice: int | str) -> None:
    before = session.page
    with pytest.raises(NotOffered):
        session.choose(choice)
    assert session.page is before


def test_undo_takes_back_the_last_choice(session: Session) -> None:
    session.choose("wait")
    before = session.page
    session.choose("stay")
    assert session.undo() == before


def test_undo_at_the_start_does_nothing(session: Session) -> None:
    assert session.undo() is session.page


def test_rewind_goes_back_to_just_before_a_choice(session: Session) -> None:
    for choice in ("wait", "look", "forty"):
        session.choose(choice)
    assert session.rewind(2).turn == 1
    assert session.choices == ("hill.hut/wait",)


@pytest.mark.parametrize("turn", [0, -1, 2])
def test_a_choice_never_made_cannot_be_gone_back_to(session: Session, turn: int) -> None:
    session.choose("wait")
    with pytest.raises(NoSuchTurn):
        session.rewind(turn)
    assert session.page.turn == 1


def test_choices_that_a_line_made_are_not_taken_back(session: Session) -> None:
    session.choose("wait")
    led = Session(RULES, session._play, led=1)
    assert led.undo().turn == 1
    with pytest.raises(NoSuchTurn):
        led.rewind(1)
    assert led.journal() == ()


def test_the_journal_has_every_choice_in_order(session: Session) -> None:
    session.choose("wait")
    session.choose("stay")
    assert [(each.turn, plain(each.text)) for each in session.journal()] == [
        (1, "Wait."),
        (2, "Stay."),
    ]


@given(st.lists(st.integers(1, 4), max_size=12))
def test_undoing_everything_gives_the_start_back(numbers: list[int]) -> None:
    session = Session(RULES)
    start = session.page
    for number in numbers:
        if number <= len(session.page.offers):
            session.choose(number)
    while session.page.turn:
        session.undo()
    assert session.page == start


def test_a_recap_says_where_the_reader_is_in_three_lines(session: Session) -> None:
    session.choose("forty")
    assert session.recap() == (
        "You are at: 1 The far side. Mist.",
        "Your last choice: Forty minutes.",
        "How well it is known: disputed.",
    )


def test_a_recap_off_the_record_says_since_when(session: Session) -> None:
    session.choose("stay")
    assert session.recap()[2] == "Off the record since: Stay."


def test_a_recap_keeps_the_record_back_where_it_is_shown_at_the_end() -> None:
    session = Session(RULES, manner=Manner(Marks.CLEAN))
    session.choose("forty")
    assert session.recap()[2] == "Choices made: 1."


def test_a_recap_at_the_start_says_that_nothing_was_chosen(session: Session) -> None:
    assert session.recap()[1] == "You have made no choice yet."


def test_a_page_is_saved_once_it_is_on_disk_and_not_after_the_next_choice(kept: Session) -> None:
    assert not kept.page.saved
    receipt = kept.save()
    assert receipt.turn == 0
    assert kept.page.saved
    assert not kept.choose("wait").saved


def test_a_page_come_back_to_is_no_longer_what_is_on_disk(kept: Session) -> None:
    kept.choose("wait")
    kept.save()
    kept.choose("wait")
    kept.save()
    assert not kept.undo().saved


def test_a_play_without_a_slot_says_so_when_saved(session: Session) -> None:
    with pytest.raises(NoSlot):
        session.save()
    assert session.slot is None


def test_a_failed_save_leaves_the_play_going(
    kept: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object, **_kwargs: object) -> None:
        raise SaveFault("slot1.json", "no space left on device")

    monkeypatch.setattr("game.saving.store.write", failing)
    kept.choose("wait")
    with pytest.raises(SaveFault):
        kept.save()
    assert not kept.page.saved
    assert kept.choose("wait").turn == 2


def test_to_start_again_keeps_the_slot(kept: Session) -> None:
    kept.choose("wait")
    assert kept.start_again().turn == 0
    assert kept.slot == "slot1"


def test_front_and_closing_can_be_had_at_any_time(session: Session) -> None:
    assert session.front().title == "A test story"
    assert session.closing().credits[-1] == "Not yet reviewed."


def test_a_transcript_has_the_title_the_texts_the_choices_and_how_well_they_are_known() -> None:
    session = Session(Rules(STORY))
    for choice in ("wait", "forty", "answer"):
        session.choose(choice)
    told = session.transcript()
    assert told.startswith(
        f"{STORY.title}\n\nThe hut (hill.hut)\n\nA hut.\n\n> Wait. [hill.hut/wait]"
    )
    assert "> Forty minutes. [hill.hut/forty]\n  DISPUTED. 1 for, 1 against, 1 silent." in told
    assert told.endswith("The end: The far side\n  DISPUTED. 1 for, 1 against, 1 silent.\n")


def asking(*choices: str, at: int) -> Session:
    session = Session(RULES)
    for choice in choices:
        session.choose(choice)
    session.ask_what_if(at)
    return session


def test_a_what_if_goes_back_and_says_since_when() -> None:
    session = asking("wait", "forty", at=2)
    assert session.page.turn == 1
    assert session.what_if == "The hut"


def test_a_what_if_parts_where_another_choice_is_taken() -> None:
    session = asking("wait", "forty", "answer", at=1)
    session.choose("wait")
    session.choose("forty")
    assert session.what_if == "Mist"


def test_coming_back_finds_the_play_as_it_was_left() -> None:
    session = Session(RULES)
    for choice in ("wait", "forty"):
        session.choose(choice)
    before = session.page
    session.ask_what_if(1)
    session.choose("stay")
    assert session.come_back() == before
    assert not session.what_if


def test_a_second_what_if_within_one_keeps_the_same_play_waiting() -> None:
    session = asking("wait", "forty", at=2)
    session.choose("stay")
    session.ask_what_if(1)
    assert session.come_back().turn == 2
    assert session.choices == ("hill.hut/wait", "hill.hut/forty")


def test_the_other_way_can_be_made_the_play() -> None:
    session = asking("forty", at=1)
    session.choose("stay")
    session.keep_this_way()
    assert session.choices == ("hill.hut/stay",)
    with pytest.raises(NoWhatIf):
        session.come_back()


def test_without_a_what_if_there_is_no_way_to_keep() -> None:
    with pytest.raises(NoWhatIf):
        Session(RULES).keep_this_way()


def test_what_if_before_a_choice_never_made_leaves_the_play_as_it_is() -> None:
    session = Session(RULES)
    session.choose("forty")
    with pytest.raises(NoSuchTurn):
        session.ask_what_if(2)
    assert not session.what_if


def test_what_was_passed_over_in_a_what_if_is_not_passed_over_in_the_play() -> None:
    session = Session(RULES)
    session.choose("wait")
    session.ask_what_if(1)
    session.choose("look")
    session.pass_over()
    session.come_back()
    session.choose("look")
    assert session.hard == ("deportation",)


def test_in_a_what_if_the_play_that_waits_is_saved(kept: Session, tmp_path: Path) -> None:
    kept.choose("wait")
    kept.choose("forty")
    assert kept.save().turn == 2
    kept.ask_what_if(1)
    kept.choose("stay")
    assert kept.save().turn == 2
    assert not kept.page.saved
    assert verify(tmp_path / "slot1.json").kept.save.log == ("hill.hut/wait", "hill.hut/forty")
    kept.keep_this_way()
    assert kept.save().turn == 1
    assert verify(tmp_path / "slot1.json").kept.save.log == ("hill.hut/stay",)


def test_an_ending_met_in_a_what_if_counts_as_met(kept: Session, tmp_path: Path) -> None:
    kept.remember(Memory(Past(tmp_path, STORY.story)))
    kept.choose("forty")
    kept.ask_what_if(1)
    for choice in ("forty", "answer"):
        kept.choose(choice)
    kept.save()
    kept.come_back()
    assert kept.endings().tally == "1 of 2"
    assert "far.end" in Past(tmp_path, STORY.story).scenes()


def test_scenes_of_other_plays_are_met_on_the_story_map(tmp_path: Path) -> None:
    Past(tmp_path, STORY.story).add({"far.mist"})
    session = Session(RULES)
    session.remember(Memory(Past(tmp_path, STORY.story)))
    far = session.story_map().parts[1]
    assert [node.title for column in far.columns for node in column if node.met] == ["Mist"]
