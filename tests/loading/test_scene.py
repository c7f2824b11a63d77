from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.loading.folder import Reading, read_story
from game.model.day import Interval
from game.model.scene import (
    Choice,
    ClaimRef,
    Enacts,
    Exit,
    Infers,
    Invents,
    Reads,
    Scene,
)

STORIES = Path(__file__).resolve().parent.parent / "stories"


@pytest.fixture(scope="module")
def scenes() -> dict[str, Scene]:
    story = read_story(STORIES / "sample").story
    assert story is not None
    return dict(story.scenes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(STORIES / "base", tmp_path / "story")


def with_scene(folder: Path, keys: str) -> Reading:
    scene = f"- scene: line.more\n  text: White.\n  {keys}\n"
    (folder / "scenes" / "more.yaml").write_text(scene)
    return read_story(folder)


def with_choice(folder: Path, keys: str) -> Reading:
    return with_scene(folder, f"choices:\n    - {{choice: a, text: Go., {keys}}}")


def test_a_scene_has_all_its_keys(scenes: dict[str, Scene]) -> None:
    scene = scenes["wire.read"]

    assert (scene.title, scene.place, scene.role) == ("The blank", "khabarovsk-office", "lyushkov")
    assert scene.tags == ("suicide",)
    assert scene.date == Interval("1938-05-26", "1938-05-28")
    assert scene.again is not None
    assert scene.easy is not None
    assert scene.skippable is not None
    assert scene.skippable.tags == ("suicide",)
    assert [ask.kind for ask in scene.asks] == ["evidence", "perspective"]
    assert [brief.role for brief in scene.briefs] == ["sceptic"]
    assert [effect.source for effect in scene.effects] == ["watched += 1"]
    assert str(scene.position) == "scenes/03-telegram/wire.yaml:1:3"


def test_a_choice_has_all_its_keys(scenes: dict[str, Scene]) -> None:
    choice = scenes["wire.read"].choices[0]

    assert (choice.choice, choice.once, choice.to, choice.detour) == (
        "no-post",
        True,
        "wire.read",
        None,
    )
    assert choice.condition is not None
    assert choice.condition.source == "watched < 3 and not family_away"
    assert str(choice.condition.position) == "scenes/03-telegram/wire.yaml:28:11"


def test_ways_on_are_read(scenes: dict[str, Scene]) -> None:
    assert scenes["room.map"].returns
    assert scenes["line.walk"].then == "line.alone"
    assert scenes["line.walk"].flashback
    exits = scenes["line.fog"].chance
    assert exits == (
        Exit("line.alone", 3, exits[0].position),
        Exit("line.lost", 1, exits[1].position),
    )
    ending = scenes["dairen.steps"].ending
    assert ending is not None
    assert ending.title == "The steps"


def test_record_entries_have_four_forms(scenes: dict[str, Scene]) -> None:
    def entries(name: str) -> Choice:
        choice = scenes["wire.read"].choice(name)
        assert choice is not None
        return choice

    (enacts,) = entries("stay").record
    (infers,) = entries("hang-cap").record
    (invents,) = entries("compass").record
    (reads,) = entries("map").record
    assert isinstance(enacts, Enacts)
    assert (enacts.question, enacts.claim, enacts.note) == (
        "escort-order",
        None,
        "No account has him stay.",
    )
    assert isinstance(infers, Infers)
    assert infers.premises == (ClaimRef("items-left", "cap"),)
    assert isinstance(invents, Invents)
    assert invents.question == "items-left"
    assert isinstance(reads, Reads)
    assert len(entries("both").record) == 2


def test_leaving_the_record_is_read(scenes: dict[str, Scene]) -> None:
    choice = scenes["wire.read"].choice("stay")

    assert choice is not None
    assert choice.leaves is not None
    assert (choice.leaves.within, choice.leaves.rejoins) == (4, "line.alone")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1938-06-13", "1938-06-13", "1938-06-13"),
        ("1938-06", "1938-06-01", "1938-06-30"),
        ("1936-02", "1936-02-01", "1936-02-29"),
        ("1938", "1938-01-01", "1938-12-31"),
        ("1937-09/1937-10", "1937-09-01", "1937-10-31"),
        ("1938-06-13/1938", "1938-06-13", "1938-12-31"),
    ],
)
def test_a_date_is_a_first_and_a_last_day(
    folder: Path, written: str, first: str, last: str
) -> None:
    story = with_scene(folder, f"date: {written}\n  then: line.start").story

    assert story is not None
    assert story.scenes["line.more"].date == Interval(first, last)


@pytest.mark.parametrize(
    "written",
    [
        *("June 1938", "1938-6-13", "13.06.1938", "1938-02-29", "1938-13", "0000"),
        *("1938/1937", "1938-06-14/1938-06-13", "1938-06-13/", "1938/1939/1940", "١٩٣٨"),
    ],
)
def test_other_dates_are_refused(folder: Path, written: str) -> None:
    reading = with_scene(folder, f"date: {written}\n  then: line.start")

    assert [problem.code for problem in reading.problems] == ["F010"]


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("to: line.start", []),
        ("to: line.start, once: false", ["F004"]),
        ("title: x", ["F009", "F001"]),
        ("to: line.start, record: []", ["F011"]),
        ("to: line.start, record: {}", ["E001"]),
        ("to: line.start, record: {claim: alone}", ["F002"]),
        ("to: line.start, record: {question: waits}", ["E001"]),
        ("to: line.start, record: {question: wiats, claim: alone}", ["N003"]),
        ("to: line.start, record: {question: waits, claim: none}", []),
        ("to: line.start, record: {question: waits, inferred_from: [waits/alone]}", ["F002"]),
        ("to: line.start, record: {question: waits, inferred_from: [], why: x}", ["F011"]),
        ("to: line.start, record: {question: waits, inferred_from: [alone], why: x}", ["F005"]),
        ("to: line.start, record: {inferred_from: [waits/alone], why: x}", ["F002"]),
        ("to: line.start, record: {reading: true, note: x}", ["E001"]),
        ("to: line.start, record: {invented: x, claim: alone}", ["E001"]),
        ("to: line.start, leaves: {rejoins: line.start}", ["F002"]),
        ("to: line.start, leaves: {within: 0}", ["F007"]),
        ("to: line.start, if: watched", ["X007"]),
        ("to: line.start, do: watched += 1", ["F003"]),
        ("detour: line.strat", ["N001"]),
    ],
)
def test_a_choice_is_judged(folder: Path, keys: str, codes: list[str]) -> None:
    assert [problem.code for problem in with_choice(folder, keys).problems] == codes


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("choices: []", ["F011"]),
        ("return: false", ["F004"]),
        ("then: line.start\n  chance: [{to: line.start, weight: 1}]", ["F008"]),
        ("then: line.start\n  ask: [{evidence: x, perspective: y}]", ["F003"]),
        ("then: line.start\n  ask: [{evidence: x, question: y}]", ["F001"]),
        ("then: line.start\n  place: nowhere", ["N008"]),
        ("then: line.start\n  role: nobody", ["N011"]),
        ("then: line.start\n  briefs: {nobody: x}", ["N011"]),
        ("then: line.start\n  skippable: {tags: [], summary: x}", ["F011"]),
        ("then: line.start\n  tags: suicide", ["F003"]),
    ],
)
def test_a_scene_is_judged(folder: Path, keys: str, codes: list[str]) -> None:
    assert [problem.code for problem in with_scene(folder, keys).problems] == codes


def test_a_file_that_is_no_list_is_told_how_to_be_one(folder: Path) -> None:
    (folder / "scenes" / "more.yaml").write_text("scene: line.more\ntext: x\nthen: line.start\n")

    (problem,) = read_story(folder).problems

    assert problem.statement == "Expected a list, found keys with values."
    assert problem.hint == "Write `[one, two]`, or each entry on a line that begins with `- `."


def test_a_scene_with_a_fault_is_no_stranger(folder: Path) -> None:
    reading = with_scene(folder, "then: line.more\n  title: []")

    assert [problem.code for problem in reading.problems] == ["F003"]
