from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.engine.rules import Rules
from game.playing.rerun import Log, NoLog, log_at, log_from, rerun
from game.saving import form
from game.saving.fault import Damaged, NoSave, OtherStory
from game.saving.save import Save
from tests.builders import choice, compares, effect, end, holds, scene, story, whole, yes_no

RULES = Rules(
    story(
        scene(
            "a.hub",
            choice("count", to="a.hub", effects=[effect("n", "+=", 1)]),
            choice("once", to="a.hub", once=True),
            choice("few", to="a.end", condition=compares("n", "<", 1)),
            choice("dream", to="a.end", condition=holds("asleep")),
            choice("walk", to="a.walk"),
        ),
        scene("a.walk", choice("back", to="a.hub")),
        end("a.end"),
        variables=[whole("n", 0, 2), yes_no("asleep")],
        renames={"a.yard": "a.hub", "a.hub/stroll": "a.hub/walk"},
        name="test-story",
    )
)
SAVE = Save("test-story", "", 3, ("a.yard/count", "a.yard/stroll"), ("a.yard", "a.yard", "a.walk"))


def test_ids_and_numbers_are_read_one_after_another_and_remarks_left_out() -> None:
    log = log_from(b"count 1\n# a remark\na.hub/walk # another\n", "log")
    assert log == Log(("count", "1", "a.hub/walk"))
    assert rerun(RULES, log, "log").play.choices == ("a.hub/count", "a.hub/count", "a.hub/walk")


def test_a_list_and_an_object_of_json_are_read() -> None:
    assert log_from(b'["count", 2]', "log") == Log(("count", "2"))
    assert log_from(b' {"choices": ["count"], "seed": 9}', "log") == Log(("count",), 9)


def test_a_save_brings_its_seed_and_its_trail() -> None:
    log = log_from(form.write(SAVE, 1, "0.1.0"), "slot1.json")
    assert (log.choices, log.seed, log.save) == (SAVE.log, 3, SAVE)
    again = rerun(RULES, log, "slot1.json")
    assert again.play.choices == ("a.hub/count", "a.hub/walk")
    assert again.renamed == (("a.yard/count", "a.hub/count"), ("a.yard/stroll", "a.hub/walk"))
    assert (again.stopped, again.exit_code) == ("", 0)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"{", "it begins like JSON, and is not"),
        (b"[" * 100_000, "it begins like JSON, and is not"),
        (b'{"log": []}', "its JSON has no list of `choices`"),
        (b'{"choices": "count"}', "its JSON has no list of `choices`"),
        (b"[true]", "a choice in it is neither an id nor a number"),
        (b'{"choices": [], "seed": "x"}', "its seed is no whole number"),
    ],
)
def test_what_is_no_log_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(NoLog, match="'log' cannot be read as a log of choices: ") as refused:
        log_from(data, "log")
    assert why in str(refused.value)


def test_a_damaged_save_is_not_taken_for_a_log() -> None:
    whole = json.loads(form.write(SAVE, 1, "0.1.0"))
    whole["body"]["seed"] = 4
    with pytest.raises(Damaged):
        log_from(json.dumps(whole).encode(), "slot1.json")


def test_a_save_of_another_story_is_not_played() -> None:
    other = Save("other", "", 0, (), ("a.hub",))
    with pytest.raises(OtherStory):
        rerun(RULES, Log((), 0, other), "slot1.json")


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (
            ("count", "few"),
            "Choice 2, 'few', does not fit: it is closed: n is 1 by choice 1, 'a.hub/count': ",
        ),
        (
            ("dream",),
            "Choice 1, 'dream', does not fit: it is closed: asleep is false as it starts.",
        ),
        (
            ("once", "once"),
            "is closed: it can be taken once, and was by choice 1, 'a.hub/once'.",
        ),
        (
            ("fly",),
            "'fly', does not fit: 'a.hub' has no such choice. Open there: count, once, few, walk.",
        ),
        (("9",), "Choice 1, '9', does not fit: 'a.hub' has no such choice."),
        (
            ("walk", "a.hub/count"),
            "Choice 2, 'a.hub/count', does not fit: the play stands at 'a.walk' by then.",
        ),
        (
            ("a.moon/fly",),
            "does not fit: the play stands at 'a.hub' by then. The story has no scene 'a.moon'.",
        ),
        (("few", "count"), "does not fit: the play ended at 'a.end' before it."),
    ],
)
def test_where_a_choice_does_not_fit_it_says_why(choices: tuple[str, ...], sentence: str) -> None:
    again = rerun(RULES, Log(choices), "log")
    assert sentence in again.stopped
    assert again.exit_code == 2
    assert len(again.play.choices) == len(choices) - 1


def test_a_fault_of_the_story_on_the_way_is_told_with_its_own_code() -> None:
    again = rerun(RULES, Log(("count", "count", "count")), "log")
    assert again.stopped.startswith("Choice 3, 'a.hub/count': ")
    assert "makes 'n' 3, outside 0 to 2" in again.stopped
    assert again.exit_code == 1


def test_a_save_whose_choice_leads_elsewhere_by_now_is_stopped() -> None:
    save = Save("test-story", "", 0, ("a.hub/count",), ("a.hub", "a.walk"))
    again = rerun(RULES, Log(save.log, 0, save), "slot1.json")
    assert again.stopped == "Choice 1, 'a.hub/count', leads to 'a.hub', not 'a.walk'."
    assert again.exit_code == 2


def test_a_log_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_bytes(b"count\n")
    assert log_at(tmp_path / "log.txt") == Log(("count",))
    with pytest.raises(NoSave):
        log_at(tmp_path / "nowhere.txt")
