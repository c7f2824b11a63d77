from __future__ import annotations

from game.engine.rules import Rules
from game.exploring.wander import wander
from tests.builders import choice, effect, end, scene, story, whole


def rules() -> Rules:
    return Rules(
        story(
            scene(
                "hall.door", *(choice(name, to=f"hall.{name}") for name in ("end", "cell", "up"))
            ),
            scene("hall.cell"),
            scene(
                "hall.up",
                choice("more", to="hall.up", effects=[effect("n", "+=", 1)]),
                choice("down", to="hall.door"),
            ),
            end("hall.end"),
            end("hall.never"),
            variables=[whole("n", 0, 2)],
        )
    )


def test_the_same_seed_wanders_the_same_way() -> None:
    assert wander(rules(), 50, seed=3) == wander(rules(), 50, seed=3)
    assert wander(rules(), 50, seed=3) != wander(rules(), 50, seed=4)


def test_every_play_ends_or_is_counted_as_unfinished() -> None:
    wandering = wander(rules(), 300)
    assert wandering.endings["hall.end"] + wandering.unfinished == 300
    assert wandering.endings["hall.never"] == 0
    assert wandering.scenes["hall.cell"] == wandering.choices["hall.door/cell"]
    assert wandering.choices_taken == sum(wandering.choices.values())


def test_open_choices_are_taken_about_evenly() -> None:
    wandering = wander(rules(), 3_000)
    taken = [wandering.choices[f"hall.door/{name}"] for name in ("end", "cell", "up")]
    assert min(taken) > 0.9 * max(taken)


def test_a_play_that_goes_on_for_too_long_is_given_up() -> None:
    ring = Rules(story(scene("ring.a", choice("on", to="ring.a")), end("ring.end")))
    wandering = wander(ring, 5, longest=7)
    assert (wandering.unfinished, wandering.choices_taken) == (5, 35)
