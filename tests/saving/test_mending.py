from __future__ import annotations

from game.engine.replay import Play, replay
from game.engine.rules import Rules
from game.model.scene import Scene
from game.model.story import Story
from game.saving.mending import Mending, as_far_as_it_goes, fit, renamed
from game.saving.save import Save
from tests.builders import choice, end, scene, story

DOOR = scene("hall.door", choice("climb", to="hall.attic"), choice("wait", to="hall.door"))
ATTIC = scene("hall.attic", choice("look", to="hall.roof"), title="The attic")
ROOF = scene("hall.roof", choice("jump", to="hall.end"))


def tale(*scenes: Scene, renames: dict[str, str] | None = None) -> Story:
    return story(*scenes, end("hall.end"), renames=renames)


ORIGINAL = tale(DOOR, ATTIC, ROOF)


def kept() -> Save:
    play = replay(Rules(ORIGINAL), 3, ["climb", "look", "jump"])
    trail = tuple(turn.state.scene for turn in play.turns)
    return Save(ORIGINAL.story, ORIGINAL.fingerprint, 3, play.choices, trail)


def mended(tale: Story) -> Mending:
    fitted = fit(Rules(tale), kept())
    assert isinstance(fitted, Mending)
    return fitted


def whole(tale: Story) -> Play:
    fitted = fit(Rules(tale), kept())
    assert isinstance(fitted, Play)
    return fitted


def test_a_save_fits_the_story_it_was_made_in() -> None:
    assert whole(ORIGINAL).choices == kept().log


def test_a_story_with_other_words_still_fits() -> None:
    attic = scene("hall.attic", choice("look", to="hall.roof"), text="Dust, and more of it.")
    assert whole(tale(DOOR, attic, ROOF)).choices == kept().log


def test_a_renamed_scene_is_followed() -> None:
    door = scene("hall.door", choice("climb", to="hall.loft"))
    loft = scene("hall.loft", choice("look", to="hall.roof"))
    play = whole(tale(door, loft, ROOF, renames={"hall.attic": "hall.loft"}))
    assert play.choices == ("hall.door/climb", "hall.loft/look", "hall.roof/jump")


def test_a_choice_renamed_in_a_renamed_scene_is_followed() -> None:
    names = {"hall.attic": "hall.loft", "hall.loft/look": "hall.loft/peer"}
    log, trail = renamed(names, kept())
    assert (log[1], trail[1]) == ("hall.loft/peer", "hall.loft")


def test_names_that_were_renamed_twice_are_followed_to_the_last() -> None:
    log, _ = renamed({"hall.attic": "hall.loft", "hall.loft": "hall.garret"}, kept())
    assert log[1] == "hall.garret/look"


def test_renames_in_a_circle_come_to_an_end() -> None:
    renamed({"hall.attic": "hall.loft", "hall.loft": "hall.attic"}, kept())


def test_a_choice_that_is_gone_is_asked_about_and_not_guessed() -> None:
    attic = scene("hall.attic", choice("peer", to="hall.roof"), title="The attic")
    mending = mended(tale(DOOR, attic, ROOF))
    assert mending.play.choices == ("hall.door/climb",)
    assert (mending.back, mending.gone, mending.title) == (2, "hall.attic/look", "The attic")


def test_a_choice_that_leads_elsewhere_now_is_asked_about() -> None:
    attic = scene("hall.attic", choice("look", to="hall.end"))
    mending = mended(tale(DOOR, attic, ROOF))
    assert (mending.play.choices, mending.gone) == (("hall.door/climb",), "hall.roof")


def test_another_first_scene_leaves_only_the_start() -> None:
    mending = mended(tale(scene("hall.gate", choice("in", to="hall.door")), DOOR, ATTIC, ROOF))
    assert (mending.play.choices, mending.back) == ((), 3)


def test_the_sentence_says_what_is_gone_and_how_far_back_the_play_holds() -> None:
    attic = scene("hall.attic", choice("peer", to="hall.roof"), title="The attic")
    assert mended(tale(DOOR, attic, ROOF)).sentence == (
        "The story was edited since this was saved: 'hall.attic/look' is not there as it was. "
        "The play holds up to 'The attic', 2 steps back."
    )


def test_choices_made_out_of_damage_are_played_as_far_as_they_go() -> None:
    pieces = Save(ORIGINAL.story, "", 3, ("hall.door/climb", "hall.attic/lick"), ())
    assert as_far_as_it_goes(Rules(ORIGINAL), pieces).choices == ("hall.door/climb",)
