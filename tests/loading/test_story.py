from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.loading.folder import Reading, read_story
from game.model.expression import Visited
from game.model.story import PropertyKind, RoleKind, Story, Variable, VariableKind

STORIES = Path(__file__).resolve().parent.parent / "stories"
BASE = STORIES / "base"


@pytest.fixture(scope="module")
def sample() -> Story:
    story = read_story(STORIES / "sample").story
    assert story is not None
    return story


def edited(tmp_path: Path, old: str, new: str) -> Reading:
    folder = shutil.copytree(BASE, tmp_path / "story")
    text = (folder / "story.yaml").read_text()
    assert old in text
    (folder / "story.yaml").write_text(text.replace(old, new))
    return read_story(folder)


def test_what_stands_at_the_top_is_read(sample: Story) -> None:
    assert (sample.story, sample.title) == ("other-side-1938", "The Other Side: June 1938")
    assert (sample.language, sample.licence) == ("en", "CC-BY-SA-4.0")
    assert sample.authors == ("The Other Side contributors",)
    assert sample.reviewed == "not yet"
    assert sample.renames == {
        "line.old": "line.new",
        "line.new": "line.arrive",
        "wire.read/post": "wire.read/no-post",
    }


def test_variables_hold_whole_numbers(sample: Story) -> None:
    watched, away, escort = sample.variables.values()

    assert watched == Variable("watched", VariableKind.WHOLE, 0, 3, 0, position=watched.position)
    assert away == Variable("family_away", VariableKind.YES_NO, 0, 1, 0, position=away.position)
    assert (escort.low, escort.high, escort.start) == (0, 1, 0)
    assert escort.values == ("one", "two")
    assert escort.labels == {"one": "one man", "two": "two men"}
    assert str(escort.position) == "story.yaml:14:3"


def test_parts_keep_their_order(sample: Story) -> None:
    assert list(sample.parts) == ["wire", "line", "room", "off", "family", "dairen"]
    assert sample.first == "wire.read"


def test_roles_lines_and_lessons_are_read(sample: Story) -> None:
    assert [role.kind for role in sample.roles.values()] == [
        RoleKind.PERSON,
        RoleKind.READER,
        RoleKind.DECISION,
    ]
    assert sample.lines["investigators"].follows == ("mozokhin", "tumshis", "petrov-jansen")
    lesson = sample.lessons["45"]
    assert (lesson.first, lesson.line) == ("line.arrive", "magazine")
    assert lesson.decisions == ("wire.read", "line.fog")
    assert (lesson.title, lesson.minutes, lesson.votes) == (
        "The night of the line",
        45,
        2,
    )


def test_waivers_are_read(sample: Story) -> None:
    (waiver,) = sample.waivers

    assert (waiver.code, waiver.at) == ("L03", "wire.read")
    assert waiver.why == "The loop is the point: he reads it again."


def test_properties_are_read(sample: Story) -> None:
    never, always, reachable = sample.properties

    assert [each.kind for each in sample.properties] == list(PropertyKind)
    assert never.before is None
    assert always.before is not None
    assert always.before.source == "family_away"
    assert str(always.before.position) == "story.yaml:36:35"
    assert reachable.condition.source == "escort == two"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("watched: {whole: [0, 3], start: 0}", "watched: {whole: [0, 3]}", "F012"),
        ("watched: {whole: [0, 3], start: 0}", "watched: {whole: [3, 0], start: 0}", "F012"),
        ("watched: {whole: [0, 3], start: 0}", "watched: {whole: [0], start: 0}", "F012"),
        ("watched: {whole: [0, 3], start: 0}", "watched: {start: 0}", "F012"),
        ("whole: [0, 3]", "whole: [0, 3], yes_no: true", "F012"),
        ("start: 0}", "start: 0, labels: {a: b}}", "F012"),
        ("{yes_no: false}", "{yes_no: no}", "F003"),
        ("{yes_no: false}", "{yes_no: false, start: true}", "F012"),
        ("one_of: [one, two]", "one_of: [one]", "F012"),
        ("one_of: [one, two]", "one_of: [one, one]", "F012"),
        ("start: one}", "start: none}", "F012"),
        ("start: one}", "start: one, labels: {tow: x}}", "F012"),
        ("one_of: [one, two]", "one_of: [one, if]", "F012"),
        ("one_of: [one, two]", "one_of: [one, true]", "F012"),
        ("one_of: [one, two]", "one_of: [one, escort]", "F012"),
        ("one_of: [one, two]", "one_of: [one, Two]", "F005"),
        ("family_away:", "visited:", "F012"),
        ("  family_away: {yes_no: false}\n", "  family_away: false\n", "F003"),
        ("kind: reader", "kind: raeder", "F004"),
        ("first: line.start", "first: line.strat", "N001"),
        ("id: base\n", "", "F002"),
        ("format: 1", "format: one", "F003"),
        ("title: A", "tilte: A", "F001"),
        ("roles:", "lines: [{line: l, follows: [bok]}]\nroles:", "N005"),
        ("roles:", "lines: [{line: l, follows: []}]\nroles:", "F011"),
        (
            "roles:",
            "lessons: [{lesson: 45, from: line.start, line: l, decisions: []}]\nroles:",
            "N012",
        ),
        ("roles:", "renames: {line.old: line.nowhere}\nroles:", "N001"),
        ("roles:", "renames: {line.start/a: line.start/b}\nroles:", "N013"),
        ("roles:", "prove: [{never: watched}]\nroles:", "X007"),
        ("roles:", "prove: [{never: watched > 1 before family_away}]\nroles:", "F003"),
        ("roles:", "prove: [{always: family_away, never: family_away}]\nroles:", "F003"),
        ("roles:", "waive: [{code: loops, at: line.start, why: x}]\nroles:", "F005"),
    ],
)
def test_a_fault_of_story_yaml_has_its_code(tmp_path: Path, old: str, new: str, code: str) -> None:
    reading = edited(tmp_path, old, new)

    assert [problem.code for problem in reading.problems] == [code]
    assert reading.problems[0].hint


def test_a_value_may_belong_to_several_variables(tmp_path: Path) -> None:
    reading = edited(tmp_path, "one_of: [none_given, short]", "one_of: [none_given, two]")

    assert reading.problems == ()


def test_a_property_of_one_condition_may_always_hold(tmp_path: Path) -> None:
    reading = edited(tmp_path, "roles:", "prove: [{always: visited('line.start')}]\nroles:")

    assert reading.story is not None
    (always,) = reading.story.properties
    assert (always.condition.test, always.before) == (Visited("line.start"), None)
