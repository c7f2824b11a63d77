"""Cookbook and marks: each sample, on the story that all of them change, is clean and proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.command import main
from game.cli.play import Faces
from tests.walkthrough import steps, walk

WRITING = Path(__file__).resolve().parent.parent / "docs" / "writing"
COOKBOOK = WRITING / "cookbook.md"
MARKS = WRITING / "prose.md"
STORY = Path("bell")
_BEFORE, BASE, *RECIPES = COOKBOOK.read_text(encoding="utf-8").split("\n## ")


def prints(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(Faces(lambda *_: 0, lambda *_: 0), [*arguments, str(STORY)])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "recipe",
    ["", *RECIPES, MARKS.read_text(encoding="utf-8")],
    ids=lambda text: text.partition("\n")[0],
)
def test_a_recipe_is_clean_and_prints_what_it_says(
    recipe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    ran = [*walk([*steps(BASE), *steps(recipe)], STORY, capsys)]

    for each in ran:
        assert each.out == each.said
    assert prints(capsys, "check", "--strict") == ""
    explored = prints(capsys, "explore")
    assert explored.startswith("complete: ")
    assert explored.endswith("Nothing to mend.\n")


def test_the_recipes_that_were_promised_are_there() -> None:
    titles = {recipe.partition("\n")[0].lower() for recipe in RECIPES}

    for word in ("hub", "detour", "unreliable", "chance", "off the record", "skipped", "date"):
        assert any(word in title for title in titles), word
