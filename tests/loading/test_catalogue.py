from __future__ import annotations

from pathlib import Path

import pytest

from game.loading.catalogue import FILES, file_of, forms
from game.loading.field import Form
from game.loading.record import NameForm, TellingForm
from game.loading.scene import ChoiceForm, EntryForm, SceneForm
from game.loading.story import VariableForm

SAMPLE = Path(__file__).resolve().parent.parent / "stories" / "sample"

KINDS = {
    "story.yaml": "story",
    "people.yaml": "people",
    "places.yaml": "places",
    "glossary.yaml": "glossary",
    "record/accounts.yaml": "accounts",
    "record/01-way.yaml": "questions",
    "record/deep/er.yaml": "questions",
    "scenes/01-hall/hall.yaml": "scenes",
    "scenes/accounts.yaml": "scenes",
}


@pytest.mark.parametrize("path", KINDS)
def test_a_files_kind_follows_from_its_path(path: str) -> None:
    assert file_of(path) is FILES[KINDS[path]]


def test_every_kind_has_a_file_in_the_sample() -> None:
    paths = (file.relative_to(SAMPLE).as_posix() for file in SAMPLE.rglob("*.yaml"))

    assert {file_of(path).name for path in paths} == set(FILES)


def test_an_outer_form_comes_before_those_inside_it() -> None:
    found = list(forms(FILES["scenes"].holds))

    assert found[0] is SceneForm
    assert found.index(ChoiceForm) < found.index(EntryForm)
    assert len(found) == len(set(found))


def test_no_form_of_the_reader_is_left_out() -> None:
    found = {form for file in FILES.values() for form in forms(file.holds)}

    assert {NameForm, TellingForm, VariableForm} <= found
    assert found == {each for each in Form.__subclasses__() if each.__module__[:5] == "game."}
