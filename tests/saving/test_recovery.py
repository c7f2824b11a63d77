from __future__ import annotations

from pathlib import Path

import pytest

from game.saving import form
from game.saving.fault import Damaged, Newer, NoSave
from game.saving.keeper import Keeper, backups, main_file
from game.saving.recovery import open_slot
from game.saving.save import Save

SET_ASIDE = (
    "'slot1.json' was damaged: it is no JSON from line 1, column 1 on. "
    "It is kept as 'slot1.json.damaged-1'."
)


def save(turns: int) -> Save:
    return Save("s", "", 7, ("a.b/go",) * turns, ("a.b",) * (turns + 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a slot that was written seven times."""
    keeper = Keeper(tmp_path, "1", "0.1.0")
    for turn in range(7):
        keeper.keep(save(turn))
    keeper.close()
    return tmp_path


def everything(folder: Path) -> tuple[Path, ...]:
    return (main_file(folder, "1"), *backups(folder, "1"))


def test_a_whole_save_opens_without_a_word(folder: Path) -> None:
    opened = open_slot(folder, "1")
    assert (opened.save.turn, opened.told) == (6, ())


def test_a_damaged_save_is_set_aside_and_its_backup_opens(folder: Path) -> None:
    main_file(folder, "1").write_bytes(b"rot")
    opened = open_slot(folder, "1")
    assert opened.save.turn == 5
    assert opened.told == (
        SET_ASIDE,
        "A backup of 'slot1.json' was opened instead, at turn 5.",
    )
    assert (folder / "slot1.json.damaged-1").read_bytes() == b"rot"


def test_without_a_backup_the_newest_of_the_ring_opens(folder: Path) -> None:
    for path in everything(folder)[:2]:
        path.write_bytes(b"rot")
    assert open_slot(folder, "1").save.turn == 4


def test_the_ring_is_ordered_by_number_and_not_by_time(folder: Path) -> None:
    for path in everything(folder)[:2]:
        path.unlink()
    oldest = min(backups(folder, "1")[1:], key=lambda path: form.read(path.read_bytes(), "x").seq)
    oldest.touch()
    assert open_slot(folder, "1").save.turn == 4


def test_a_save_that_is_missing_opens_from_its_backup(folder: Path) -> None:
    main_file(folder, "1").unlink()
    opened = open_slot(folder, "1")
    assert (opened.save.turn, opened.check) == (5, "")


def test_where_nothing_is_whole_the_choices_are_made_out(folder: Path) -> None:
    data = main_file(folder, "1").read_bytes()
    for path in everything(folder)[1:]:
        path.write_bytes(b"rot")
    main_file(folder, "1").write_bytes(data.replace(b'"seed": 7', b'"seed": 9'))
    opened = open_slot(folder, "1")
    assert opened.pieced
    assert (opened.save.story, opened.save.seed, opened.save.turn) == ("s", 9, 6)


def test_choices_are_made_out_only_up_to_the_first_that_cannot_be_read(folder: Path) -> None:
    data = main_file(folder, "1").read_bytes()
    for path in everything(folder)[1:]:
        path.unlink()
    torn = data.replace(b'"a.b/go",', b'"a.b/go",', 2).split(b'"a.b/go"')
    main_file(folder, "1").write_bytes(
        b'"a.b/go"'.join(torn[:3]) + b'"a.b\x00go"' + b'"a.b/go"'.join(torn[3:])
    )
    assert open_slot(folder, "1").save.turn == 2


@pytest.mark.parametrize("share", [0.4, 0.6, 0.8, 0.99])
def test_a_cut_save_gives_whatever_choices_are_whole_or_is_refused(
    folder: Path, share: float
) -> None:
    main = main_file(folder, "1")
    data = main.read_bytes()
    for path in everything(folder)[1:]:
        path.unlink()
    main.write_bytes(data[: int(len(data) * share)])
    try:
        opened = open_slot(folder, "1")
    except Damaged:
        return
    assert opened.save.log == save(6).log[: opened.save.turn]


def test_a_slot_of_which_nothing_can_be_read_is_damaged_and_all_of_it_kept(folder: Path) -> None:
    for path in everything(folder):
        path.write_bytes(b"rot")
    with pytest.raises(Damaged):
        open_slot(folder, "1")
    assert len(list(folder.glob("*.damaged-1"))) == len(everything(folder))


def test_who_does_not_hold_the_slot_renames_nothing(folder: Path) -> None:
    main_file(folder, "1").write_bytes(b"rot")
    opened = open_slot(folder, "1", aside=False)
    assert opened.save.turn == 5
    assert main_file(folder, "1").read_bytes() == b"rot"


def test_a_slot_that_never_was_is_no_save(tmp_path: Path) -> None:
    with pytest.raises(NoSave):
        open_slot(tmp_path, "1")


def test_a_save_of_a_newer_form_is_not_replaced_by_its_backup(folder: Path) -> None:
    data = main_file(folder, "1").read_bytes()
    main_file(folder, "1").write_bytes(data.replace(b'"schema": 1', b'"schema": 99'))
    with pytest.raises(Newer):
        open_slot(folder, "1")


def test_after_a_recovery_the_next_save_is_the_newest(folder: Path) -> None:
    main_file(folder, "1").write_bytes(b"rot")
    keeper = Keeper(folder, "1", "0.1.0")
    keeper.opened(open_slot(folder, "1").check)
    keeper.keep(save(6))
    keeper.close()
    assert open_slot(folder, "1").save.turn == 6
