from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.exporting.formats import json as form
from game.exporting.pieces import prose
from game.model.walk import acts
from game.playing.opening import open_story
from game.reporting import record
from tests.drivers import STORIES
from tests.exporting.invented import invented

MANUAL = Path(__file__).parents[3] / "docs" / "writing" / "exporting.md"
NAMED = {
    "accounts", "briefs", "claims", "labels", "people", "places", "questions", "renames", "scenes",
    "state", "states", "statuses", "words",
}  # fmt: skip
"""Keys whose own keys are names of the story's, and no part of the format."""


def written(folder: Path | None) -> dict[str, Any]:
    story: dict[str, Any] = json.loads(form.write(open_story(folder)))
    return story


def keys(value: object, *, named: bool = False) -> set[str]:
    """Give all keys, at any depth, that the format gave their names; a citation's are CSL's."""
    if isinstance(value, list):
        return {key for each in value for key in keys(each)}
    if not isinstance(value, dict):
        return set()
    inside = {
        key
        for name, each in value.items()
        if name != "cite"
        for key in keys(each, named=name in NAMED)
    }
    return inside if named else inside | set(value)


@pytest.mark.parametrize("folder", [None, STORIES / "sample", STORIES / "crossing"])
def test_every_key_is_described_in_the_manual(folder: Path | None) -> None:
    described = set(re.findall(r"`([a-z_]+)`", MANUAL.read_text(encoding="utf-8")))
    assert keys(written(folder)) - described == set()


def test_every_status_is_that_of_the_record() -> None:
    story = open_story()
    scenes = written(None)["scenes"]
    said = [
        entry.get("status")
        for act in acts(story)
        for entry in entries(scenes[act.scene.scene], act.choice.choice if act.choice else None)
    ]
    assert said == [row["status"] for row in record.as_json(story)["choices"]]


def entries(scene: dict[str, Any], choice: str | None) -> list[dict[str, Any]]:
    acted = [each for each in scene.get("choices", ()) if each["choice"] == choice]
    asked = acted[0] if acted else scene["ending"]
    found: list[dict[str, Any]] = asked["record"]
    return found


def test_a_voice_leads_to_a_telling_of_its_question() -> None:
    claims = written(STORIES / "crossing")["questions"]["escort-number"]["claims"]
    told = claims["one"]["finding"]["heard"]["told"]
    against = claims["one"]["finding"]["heard"]["against"]
    assert [claims[claim][voice][number] for claim, voice, number in told] == claims["one"][
        "told_by"
    ]
    assert {claim for claim, _, _ in against} == {"two"}


def test_every_scene_has_a_line_of_its_own() -> None:
    story = open_story(STORIES / "crossing")
    lines = form.write(story).splitlines()
    assert all(
        sum(line.startswith(f' "{scene}": {{') for line in lines) == 1 for scene in story.scenes
    )


@pytest.mark.parametrize("seed", range(5))
def test_every_word_of_a_hostile_story_comes_out_as_it_went_in(seed: int) -> None:
    story = invented(seed)
    said = json.loads(form.write(story))
    assert said["title"] == story.title
    for name, scene in story.scenes.items():
        assert said["scenes"][name]["text"] == json.loads(json.dumps(prose(scene.text)))
