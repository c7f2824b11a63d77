from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.saving import form, store
from game.saving.fault import Newer, OtherStory, Overtaken, ReadOnly, SaveFault
from game.saving.keeper import Keeper, backups, main_file
from game.saving.migration import SCHEMA
from game.saving.save import Save


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    held = Keeper(tmp_path, "1", "0.1.0")
    yield held
    held.close()


def save(turns: int, story: str = "s") -> Save:
    return Save(story, "", 0, ("a.b/go",) * turns, ("a.b",) * (turns + 1))


def turn_in(path: Path) -> int:
    return form.read(path.read_bytes(), path.name).save.turn


def test_a_receipt_says_the_turn_that_is_on_disk(keeper: Keeper) -> None:
    receipt = keeper.keep(save(3))
    assert (receipt.slot, receipt.turn, turn_in(keeper.path)) == ("slot1", 3, 3)


def test_five_states_are_kept_one_a_file(keeper: Keeper) -> None:
    for turn in range(7):
        keeper.keep(save(turn))
    backup, *ring = backups(keeper.folder, "1")
    assert turn_in(keeper.path) == 6
    assert turn_in(backup) == 5
    assert sorted(turn_in(path) for path in ring) == [2, 3, 4]


def test_each_save_has_the_next_number(keeper: Keeper) -> None:
    assert [keeper.keep(save(0)).seq for _ in range(3)] == [1, 2, 3]


def test_numbers_go_on_from_the_highest_in_the_slot(tmp_path: Path, keeper: Keeper) -> None:
    backups(tmp_path, "1")[2].write_bytes(form.write(save(9), 40, "0.1.0"))
    keeper.expect("s")
    assert keeper.keep(save(0)).seq == 41


def test_a_second_game_opens_the_slot_to_read_only(tmp_path: Path, keeper: Keeper) -> None:
    second = Keeper(tmp_path, "1", "0.1.0")
    assert second.read_only == "another game has it open"
    with pytest.raises(ReadOnly, match="because another game has it open"):
        second.keep(save(1))
    keeper.keep(save(2))
    second.close()
    assert turn_in(keeper.path) == 2


def test_other_slots_are_free(tmp_path: Path, keeper: Keeper) -> None:
    other = Keeper(tmp_path, "2", "0.1.0")
    assert not other.read_only
    other.close()
    assert not keeper.read_only


def test_a_slot_let_go_of_is_not_written(keeper: Keeper) -> None:
    keeper.close()
    with pytest.raises(ReadOnly):
        keeper.keep(save(1))


def test_a_save_by_another_game_is_not_written_over(keeper: Keeper) -> None:
    keeper.keep(save(1))
    keeper.path.write_bytes(form.write(save(5), 9, "0.1.0"))
    with pytest.raises(Overtaken):
        keeper.keep(save(2))
    assert turn_in(keeper.path) == 5


def test_after_a_failed_save_the_next_one_is_written(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.keep(save(1))
    with monkeypatch.context() as patch:
        patch.setattr(store, "flush_folder", _failing)
        with pytest.raises(SaveFault):
            keeper.keep(save(2))
    assert keeper.keep(save(3)).turn == 3


def test_a_save_that_was_damaged_meanwhile_is_set_aside_and_written_anew(keeper: Keeper) -> None:
    keeper.keep(save(1))
    keeper.path.write_bytes(b"rot")
    keeper.keep(save(2))
    assert keeper.path.with_name("slot1.json.damaged-1").read_bytes() == b"rot"
    assert turn_in(keeper.path) == 2


def test_a_play_of_another_story_is_not_begun_over(tmp_path: Path, keeper: Keeper) -> None:
    main_file(tmp_path, "1").write_bytes(form.write(save(1, "other"), 1, "0.1.0"))
    with pytest.raises(OtherStory):
        keeper.expect("s")


def test_a_save_of_a_newer_form_is_never_written_over(tmp_path: Path, keeper: Keeper) -> None:
    data = form.write(save(1), 1, "9.0").replace(b'"schema": 1', b'"schema": 99')
    main_file(tmp_path, "1").write_bytes(data)
    with pytest.raises(Newer):
        keeper.expect("s")
    with pytest.raises(Newer):
        keeper.keep(save(1))
    assert main_file(tmp_path, "1").read_bytes() == data


def test_the_last_save_of_an_older_form_is_kept(
    tmp_path: Path, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.keep(save(1))
    before = keeper.path.read_bytes()
    monkeypatch.setattr("game.saving.keeper.SCHEMA", SCHEMA + 1)
    keeper.keep(save(2))
    assert (tmp_path / f"slot1.json.v{SCHEMA}.bak").read_bytes() == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_closed_to_us_is_read_only(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert "cannot be written to" in Keeper(closed, "1", "0.1.0").read_only


def test_a_folder_that_cannot_be_made_is_read_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keeper = Keeper(tmp_path / "file" / "saves", "1", "0.1.0")
    assert "cannot be written to" in keeper.read_only


def _failing(_folder: Path) -> None:
    raise OSError(5, "i/o")
