"""The shipped story: what it promises to a player, a teacher and a writer."""

from __future__ import annotations

import pytest

from game.engine.line import follow
from game.engine.rules import Rules
from game.exploring.search import explore
from game.linting.run import run
from game.loading.cover import shipped_story
from game.loading.folder import read_story
from game.model.prose import Mark, MarkKind, Prose, Stretch
from game.model.scene import Reads
from game.model.story import Story
from game.record.finding import find

LINES = ("article", "karavashkin", "essay", "magazine", "investigators")


@pytest.fixture(scope="session")
def tale() -> Story:
    reading = read_story(shipped_story())
    assert [str(problem) for problem in reading.problems] == []
    assert reading.story is not None
    return reading.story


@pytest.fixture(scope="session")
def rules(tale: Story) -> Rules:
    return Rules(tale)


def test_nothing_is_wrong_with_it(tale: Story) -> None:
    assert [str(problem) for problem in run(tale)] == []


def test_every_way_through_it_was_tried_and_everything_is_reached(rules: Rules) -> None:
    found = explore(rules)
    assert found.complete
    assert [str(problem) for problem in found.problems] == []


@pytest.mark.parametrize("line", LINES)
def test_every_line_runs_to_an_ending(rules: Rules, line: str) -> None:
    walk = follow(rules, line)
    assert walk.fault is None
    assert rules.story.scenes[walk.play.state.scene].ending is not None


def test_the_article_and_the_magazine_part_at_the_order_to_the_escort(rules: Rules) -> None:
    article = follow(rules, "article").play.choices
    magazine = follow(rules, "magazine").play.choices
    assert "line.order/half" in article
    assert "line.order/forty" in magazine
    assert article[-1] != magazine[-1]


def test_every_choice_has_a_status_or_turns_a_page(tale: Story) -> None:
    for scene in tale.scenes.values():
        for choice in scene.choices:
            for entry in choice.record:
                assert isinstance(entry, Reads) or find(tale, entry).status is not None


def test_the_opening_says_what_he_did_in_ninety_words(tale: Story) -> None:
    words = " ".join(
        piece.text  # type: ignore[union-attr]
        for beat in tale.opening.beats
        for paragraph in beat
        for piece in paragraph.pieces
    ).split()
    assert len(words) <= 90
    assert "172,000" in words


def test_his_victims_are_present_in_one_scene_of_three(tale: Story) -> None:
    about = {name for name, question in tale.questions.items() if question.about_victims}
    speaking = [
        scene
        for scene in tale.scenes.values()
        if any(mark.target.partition("/")[0] in about for mark in claim_marks(scene.text))
    ]
    assert 3 * len(speaking) >= len(tale.scenes)


def claim_marks(prose: Prose) -> list[Mark]:
    """Every claim mark in prose, in stretches too."""
    pieces = [
        piece
        for beat in prose.beats
        for paragraph in beat
        for part in paragraph.pieces
        for piece in (
            [each for arm in part.arms for each in arm.pieces]
            if isinstance(part, Stretch)
            else [part]
        )
    ]
    return [each.mark for each in pieces if each.mark and each.mark.kind is MarkKind.CLAIM]
