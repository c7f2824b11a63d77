"""The door, the settings, the projector, what is hidden."""

from __future__ import annotations

import pytest

from game.classroom.event import Arrange, Blank, Expect, Hide
from game.classroom.phase import Phase
from game.classroom.refusal import Code
from tests.classroom.sample import at, played, refusal, room


def test_the_teacher_says_how_many_are_expected() -> None:
    assert played(room(), Expect(0, 24)).expected == 24
    assert refusal(room(), Expect(0, -1)) is Code.NOT_A_COUNT


@pytest.mark.parametrize(
    ("name", "value"), [("seats", "0"), ("seats", "x"), ("seats", "²"), ("roles", "maybe"),
                        ("pace", "fast"), ("colour", "on"), ("", "")],
)  # fmt: skip
def test_what_cannot_be_set_is_refused(name: str, value: str) -> None:
    assert refusal(room(), Arrange(0, name, value)) is Code.NO_SETTING


def test_seats_that_are_taken_cannot_be_set_away() -> None:
    assert refusal(room(seats=3), Arrange(0, "seats", "2")) is Code.TOO_FEW_SEATS


def test_a_scene_is_hidden_and_shown_again() -> None:
    hidden = played(at(Phase.READ), Hide(0, "line.way-1"))
    assert hidden.hidden == {"line.way-1"}
    assert played(hidden, Hide(0, "line.way-1", on=False)).hidden == frozenset()


def test_a_scene_that_is_still_to_come_can_be_hidden() -> None:
    assert played(room(), Hide(0, "line.scene-2")).hidden == {"line.scene-2"}
    assert refusal(room(), Hide(0, "line.nowhere")) is Code.NO_SCENE


def test_the_projector_is_darkened_and_lit() -> None:
    assert played(room(), Blank(0, on=True)).dark
    assert not played(room(), Blank(0, on=True), Blank(0, on=False)).dark
