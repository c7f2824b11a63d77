from __future__ import annotations

from pathlib import Path

import pytest

from game.linting.rules import effect_out_of_range
from game.playing.opening import Beginning, begin_session, open_story
from game.playing.session import Manner, Marks
from tests.cli.conftest import Run, Write


def test_without_a_terminal_the_game_is_plain(run: Run, write: Write) -> None:
    ((face, story, _),) = run("play", write()).played
    assert (face, story.story) == ("plain", "sample")


def test_what_is_asked_for_is_handed_on(run: Run, write: Write, tmp_path: Path) -> None:
    told = run("play", write(), "--plain", "--slot", "2", "--marks", "clean", "--saves", tmp_path)
    ((_, _, wish),) = told.played
    assert (wish.slot, wish.saves) == ("2", tmp_path)
    assert wish.manner == Manner(Marks.CLEAN)
    assert wish.beginning is None


def test_a_seed_is_for_a_play_that_begins(run: Run, write: Write) -> None:
    ((_, _, wish),) = run("play", write(), "--seed", "7").played
    assert wish.beginning == Beginning(7)


def test_a_seed_never_puts_a_new_play_over_a_kept_one(
    run: Run, write: Write, tmp_path: Path
) -> None:
    folder = write()
    session = begin_session(open_story(folder), Beginning(1), slot="1", folder=tmp_path)
    session.choose("open")
    session.save()
    session.close()
    told = run("play", folder, "--slot", "1", "--seed", "7", "--saves", tmp_path)
    ((_, _, wish),) = told.played
    assert wish.beginning is None


def test_a_writer_begins_at_a_scene_with_values(run: Run, write: Write) -> None:
    folder = write(effect_out_of_range.GOOD)
    told = run("play", folder, "--from", "hall.door", "--set", "knocks=2")
    ((_, _, wish),) = told.played
    assert wish.beginning == Beginning(0, "", "", "hall.door", {"knocks": 2})


def test_values_alone_begin_at_the_first_scene_and_are_kept_nowhere(run: Run, write: Write) -> None:
    told = run("play", write(effect_out_of_range.GOOD), "--set", "knocks=1")
    ((_, _, wish),) = told.played
    assert wish.beginning == Beginning(0, "", "", "hall.door", {"knocks": 1})


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("--from", "hall.dor"), "The story has no scene 'hall.dor'. Did you mean 'hall.door'?"),
        (("--set", "nocks=1"), "The story has no variable 'nocks'. Did you mean 'knocks'?"),
        (("--set", "knocks=9"), "'knocks' cannot be '9'; it can be 0 to 3."),
        (("--set", "knocks"), "'knocks' is set to nothing. Write `knocks=0`."),
        (("--set", "knocks=1", "--set", "knocks=2"), "'knocks' is set twice."),
        (("--from", "hall.door", "--slot", "1"), "is not kept: no `--slot`"),
        (("--from", "hall.door", "--part", "hall"), "leave out `--from` and `--set`"),
    ],
)
def test_a_beginning_that_cannot_be_is_refused_in_a_sentence(
    run: Run, write: Write, asked: tuple[str, ...], sentence: str
) -> None:
    told = run("play", write(effect_out_of_range.GOOD), *asked)
    assert (told.code, told.out, told.played) == (2, "", ())
    assert sentence in told.err


def test_a_play_begins_at_a_part_on_a_line(run: Run, write: Write) -> None:
    ((_, _, wish),) = run("play", write(), "--part", "hall", "--line", "diary").played
    assert wish.beginning == Beginning(part="hall", line="diary")


def test_a_line_without_a_part_leads_nowhere(run: Run, write: Write) -> None:
    told = run("play", write(), "--line", "diary")
    assert (told.code, told.played) == (2, ())
    assert "goes with `--part`" in told.err


@pytest.mark.parametrize("value", ["knocks=4", "knocks=many", "knocks", "steps=1"])
def test_a_value_that_cannot_be_is_a_wrong_request(run: Run, write: Write, value: str) -> None:
    told = run("play", write(effect_out_of_range.GOOD), "--from", "hall.door", "--set", value)
    assert told.code == 2
    assert told.played == ()


def test_a_story_with_faults_is_not_played(run: Run, write: Write) -> None:
    told = run("play", write("- scene: hall.door\n"))
    assert told.code == 1
    assert "cannot be played" in told.err
    assert told.played == ()


def test_a_script_that_is_not_there_is_a_wrong_request(run: Run, write: Write) -> None:
    assert run("play", write(), "--choices", "nowhere.txt").code == 2
