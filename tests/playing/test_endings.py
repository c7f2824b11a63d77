from __future__ import annotations

from game.playing.endings import endings
from game.record.status import Status
from tests.playing.sample import STORY


def test_before_any_play_there_are_as_many_as_the_story_has() -> None:
    shown = endings(STORY, ())
    assert (shown.met, shown.there, shown.tally) == (0, 2, "0 of 2")


def test_what_was_met_has_its_title_and_its_status() -> None:
    (part,) = (each for each in endings(STORY, {"far.end"}).parts if each.met)
    assert [(each.title, each.statuses) for each in part.met] == [
        ("The far side", (Status.DISPUTED,))
    ]
    assert part.unmet == 0


def test_what_was_not_met_has_no_name_anywhere() -> None:
    assert "Nothing happened" not in str(endings(STORY, {"far.end"}))


def test_while_the_record_is_kept_back_no_status_is_given() -> None:
    met = [each for part in endings(STORY, {"far.end"}, bare=True).parts for each in part.met]
    assert [each.statuses for each in met] == [()]


def test_a_scene_that_is_no_ending_counts_for_nothing() -> None:
    assert endings(STORY, {"hill.hut"}).met == 0
