from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from game.engine.replay import replay
from game.engine.rules import Rules
from game.saving import form
from game.saving.fault import Damaged, Newer, NoSave, OtherStory
from game.saving.keeper import Keeper
from game.saving.save import Save
from game.saving.shelf import shelf, verify
from tests.builders import choice, end, scene, story

STORY = story(scene("hall.door", choice("climb", to="hall.end")), end("hall.end"))
OTHER = story(scene("hall.door", choice("climb", to="hall.end")), end("hall.end"), name="other")


def save() -> Save:
    play = replay(Rules(STORY), 0, ["climb"])
    trail = tuple(turn.state.scene for turn in play.turns)
    return Save(STORY.story, STORY.fingerprint, 0, play.choices, trail)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "slot1.json"
    path.write_bytes(form.write(save(), 1, "0.1.0"))
    return path


def test_a_whole_save_is_said_to_be_whole(file: Path) -> None:
    assert verify(file).sentence == "'slot1.json' is whole: 1 choice of 'test-story'."


def test_a_whole_save_fits_its_own_story(file: Path) -> None:
    assert verify(file, STORY).remarks == ()


def test_a_damaged_save_ends_with_four(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5])
    with pytest.raises(Damaged) as caught:
        verify(file)
    assert caught.value.exit_code == 4


def test_a_newer_save_ends_with_five(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"schema": 1', b'"schema": 99'))
    with pytest.raises(Newer) as caught:
        verify(file)
    assert caught.value.exit_code == 5


def test_a_save_of_another_story_ends_with_six(file: Path) -> None:
    with pytest.raises(OtherStory) as caught:
        verify(file, OTHER)
    assert caught.value.exit_code == 6


def test_a_file_that_is_not_there_ends_with_two(tmp_path: Path) -> None:
    with pytest.raises(NoSave) as caught:
        verify(tmp_path / "slot9.json")
    assert caught.value.exit_code == 2


def test_choices_that_its_own_story_never_offered_are_damage(file: Path) -> None:
    forged = dataclasses.replace(save(), log=("hall.door/fly",))
    file.write_bytes(form.write(forged, 1, "0.1.0"))
    with pytest.raises(Damaged, match="its choices do not fit its own story"):
        verify(file, STORY)


def test_a_story_edited_since_is_remarked_on(file: Path) -> None:
    edited = story(
        scene("hall.door", choice("climb", to="hall.end"), text="Other words."), end("hall.end")
    )
    assert verify(file, edited).remarks == ("The story was edited since; the play still fits.",)


def test_a_story_that_outgrew_the_save_is_remarked_on(file: Path) -> None:
    edited = story(scene("hall.door", choice("enter", to="hall.end")), end("hall.end"))
    (remark,) = verify(file, edited).remarks
    assert "'hall.door/climb' is not there as it was" in remark


def test_slots_are_listed_by_name_and_companions_are_no_slots(tmp_path: Path) -> None:
    for slot in ("2", "1", "anna"):
        keeper = Keeper(tmp_path, slot, "0.1.0")
        for _ in range(6):
            keeper.keep(save())
        keeper.close()
    (tmp_path / "README.md").write_text("words")
    (tmp_path / "SLOT.json").write_text("{}")
    assert [each.slot for each in shelf(tmp_path)] == ["anna", "slot1", "slot2"]


def test_a_slot_that_cannot_be_read_is_listed_with_its_fault(file: Path) -> None:
    file.write_bytes(b"rot")
    (shelved,) = shelf(file.parent)
    assert shelved.kept is None
    assert isinstance(shelved.fault, Damaged)


def test_a_slot_of_which_only_a_backup_is_left_is_listed(file: Path) -> None:
    file.rename(file.with_name("slot1.json.bak"))
    assert [each.slot for each in shelf(file.parent)] == ["slot1"]


def test_a_folder_that_is_not_there_has_no_slots(tmp_path: Path) -> None:
    assert shelf(tmp_path / "nowhere") == ()
