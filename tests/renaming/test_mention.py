from __future__ import annotations

import pytest

from game.loading.name import Family, Names
from game.loading.source import decode
from game.renaming.mention import Mention, Use, mentions
from tests.renaming.sample import FILES


def _all() -> list[Mention]:
    found: list[Mention] = []
    for file, data in FILES.items():
        found += mentions(decode(file, data, Names())) or ()
    return found


def _lines(family: Family, name: str) -> list[tuple[str, int]]:
    return [(each.file, each.line) for each in _all() if (each.family, each.name) == (family, name)]


def test_every_name_is_found_where_it_is_written() -> None:
    for each in _all():
        source = decode(each.file, FILES[each.file], Names())
        assert each.start is not None
        assert source.text[each.start :].startswith(each.written)
        assert source.text.count("\n", 0, each.start) + 1 == each.line


def test_a_claim_is_found_in_marks_records_and_lists_under_its_full_name() -> None:
    hall = "scenes/01-hall/hall.yaml"
    assert _lines(Family.CLAIM, "way/door") == [
        (hall, 5),
        (hall, 7),
        (hall, 22),
        (hall, 12),
        ("scenes/02-yard/yard.yaml", 11),
        ("record/01-way.yaml", 5),
        ("record/01-way.yaml", 11),
        ("people.yaml", 1),
        ("glossary.yaml", 1),
    ]


def test_a_variable_is_found_in_prose_conditions_and_effects_but_not_behind_a_backslash() -> None:
    hall = "scenes/01-hall/hall.yaml"
    lines = [line for file, line in _lines(Family.VARIABLE, "knocks") if file == hall]
    assert lines == [6, 7, 9, 9, 16, 18, 21]


def test_a_scene_is_found_inside_visited_and_times() -> None:
    hall = "scenes/01-hall/hall.yaml"
    assert (hall, 17) in _lines(Family.SCENE, "hall.door")
    assert (hall, 31) in _lines(Family.SCENE, "hall.look")
    assert ("story.yaml", 34) in _lines(Family.SCENE, "yard.gate")


def test_an_old_name_of_the_ledger_is_told_apart() -> None:
    former = [each.name for each in _all() if each.use is Use.FORMER]
    assert former == ["hall.old", "hall.door/rap"]


def test_each_thing_is_declared_once() -> None:
    declared = [(each.family, each.name) for each in _all() if each.use is Use.DECLARED]
    assert len(declared) == len(set(declared))
    assert (Family.CHOICE, "hall.door/climb") in declared
    assert (Family.STATE, "diary/late") in declared
    assert (Family.LESSON, "short") in declared


@pytest.mark.parametrize("text", ["- scene: [", "", "# nothing\n"])
def test_a_file_that_is_no_whole_yaml_gives_nothing(text: str) -> None:
    assert mentions(decode("scenes/a.yaml", text.encode(), Names())) is None
