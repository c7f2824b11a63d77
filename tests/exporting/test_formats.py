from __future__ import annotations

from pathlib import Path

import pytest

from game.exporting import formats
from game.exporting.format import Format
from game.exporting.formats import ALL
from tests.exporting.invented import invented

MODULES = {path.stem for path in Path(formats.__file__).parent.glob("[a-z]*.py")}
every_format = pytest.mark.parametrize("form", ALL, ids=lambda form: form.NAME)


def test_every_module_is_in_the_list() -> None:
    assert {form.NAME for form in ALL} == MODULES


@every_format
def test_a_format_says_what_it_is_and_how_its_files_end(form: Format) -> None:
    assert form.ENDING.startswith(".")
    assert form.SAYS
    assert form.__doc__ is not None


@every_format
@pytest.mark.parametrize("seed", range(3))
def test_the_same_story_gives_the_same_file(form: Format, seed: int) -> None:
    assert form.write(invented(seed)) == form.write(invented(seed))


@every_format
def test_a_file_ends_its_last_line(form: Format) -> None:
    written = form.write(invented(0))
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
