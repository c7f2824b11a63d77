from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.loading.folder import read_story
from game.model.scene import ClaimRef
from game.model.story import Story

STORIES = Path(__file__).resolve().parent.parent / "stories"


@pytest.fixture(scope="module")
def sample() -> Story:
    story = read_story(STORIES / "sample").story
    assert story is not None
    return story


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(STORIES / "base", tmp_path / "story")


def test_a_person_has_all_its_keys(sample: Story) -> None:
    clerk = sample.people["clerk"]

    assert (clerk.name, clerk.also) == ("The clerk", ("The man at the desk",))
    assert clerk.about_victims
    assert clerk.claims == (ClaimRef("koreans-where", "central-asia"),)
    assert str(clerk.position) == "people.yaml:1:3"


def test_a_place_has_all_its_keys(sample: Story) -> None:
    office = sample.places["khabarovsk-office"]

    assert (office.latitude, office.longitude) == (48.48, 135.08)
    assert office.approximate
    assert office.also == ("Khabarovsk",)
    assert office.claims == (ClaimRef("wire-odd", "no-post"),)


def test_a_word_has_all_its_keys(sample: Story) -> None:
    troika = sample.words["troika"]

    assert troika.name == "troika"
    assert len(troika.text.beats[0]) == 2
    assert troika.claims == (ClaimRef("death", "takeoka-shot"),)


@pytest.mark.parametrize(
    ("coordinates", "codes"),
    [
        ("", []),
        ("lat: 42.65, lon: '-130.8'", []),
        ("lat: 42.65", ["F013"]),
        ("lon: 42.65", ["F013"]),
        ("lat: 90.1, lon: 0", ["F013"]),
        ("lat: 0, lon: 180.1", ["F013"]),
        ("lat: 42° 39', lon: 0", ["F013"]),
        ("lat: nan, lon: 0", ["F013"]),
        ("lat: 1e1, lon: 0", ["F013"]),
    ],
)
def test_coordinates_are_judged(folder: Path, coordinates: str, codes: list[str]) -> None:
    place = f"- {{place: hut, name: A hut, text: Empty., {coordinates}}}\n"
    (folder / "places.yaml").write_text(place, encoding="utf-8")

    assert [problem.code for problem in read_story(folder).problems] == codes


def test_a_claim_that_nobody_declares_is_a_stranger(folder: Path) -> None:
    (folder / "glossary.yaml").write_text("- {word: w, name: W, text: x, claims: [waits/noon]}\n")

    assert [problem.code for problem in read_story(folder).problems] == ["N004"]


def test_the_same_id_may_name_a_person_and_a_place(folder: Path) -> None:
    (folder / "places.yaml").write_text("- {place: guard, name: The guard, text: x}\n")

    assert read_story(folder).problems == ()
