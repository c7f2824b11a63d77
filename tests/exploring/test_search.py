from __future__ import annotations

import json
from dataclasses import replace

import pytest

from game.engine.replay import replay
from game.engine.rules import OutOfRange, Rules
from game.exploring.exploration import Exploration, TrapKind, Verdict, Witness
from game.exploring.report import as_json, as_text
from game.exploring.search import explore
from game.model.expression import Arithmetic, Compare, Every, Read, Times, Whole
from game.model.prose import Prose
from game.model.scene import Choice, Scene
from game.model.story import Property, PropertyKind, Story, Waiver
from tests.builders import (
    choice,
    claim,
    compares,
    effect,
    either,
    enacts,
    end,
    holds,
    invents,
    leaves,
    marked,
    one_of,
    paragraph,
    paragraphs,
    question,
    scene,
    story,
    was_at,
    when,
    whole,
    yes_no,
)


def found(told: Story, budget: int = 100_000) -> Exploration:
    return explore(Rules(told), budget)


def codes(exploration: Exploration) -> list[str]:
    return [problem.code for problem in exploration.problems]


def way_to(exploration: Exploration, code: str) -> Witness:
    (witness,) = (each.witness for each in exploration.faults if each.problem.code == code)
    assert witness is not None
    return witness


def played(told: Story, witness: Witness) -> str:
    """Replay a witness with the engine and give the scene it rests at."""
    assert witness.seed is not None
    return replay(Rules(told), witness.seed, witness.choices).state.scene


def walk(number: int, *, then: str, **more: object) -> Scene:
    """One of a row of scenes with one way on."""
    return scene(f"walk.s{number}", choice("on", to=then), **more)  # type: ignore[arg-type]


def row(length: int, then: str) -> list[Scene]:
    """Scenes ``walk.s0`` to the last, each leading to the next, the last to ``then``."""
    names = [f"walk.s{number}" for number in range(length)] + [then]
    return [walk(number, then=names[number + 1]) for number in range(length)]


def clean() -> Story:
    return story(
        scene(
            "hall.door",
            choice("look", detour="hall.map", once=True),
            choice("go", to="hall.toss", effects=[effect("lit", "=", True)]),
            choice("wait", to="hall.toss", record=enacts("when/late")),
            text=paragraphs(paragraph("A ", marked("door", "when/early"), ".")),
        ),
        scene("hall.map", returns=True),
        scene("hall.toss", chance={"hall.end": 3, "hall.dark": 1}),
        scene(
            "hall.dark",
            choice("again", to="hall.toss"),
            text=paragraphs(paragraph(either(holds("lit"), "A lamp.", "No lamp."))),
        ),
        end("hall.end"),
        variables=[yes_no("lit")],
        questions=[question("when", claim("early", "paper"), claim("late", "paper"))],
    )


def test_a_clean_story_gives_no_finding() -> None:
    exploration = found(clean())
    assert exploration.result == "complete"
    assert exploration.faults == ()
    assert exploration.traps == ()
    for coverage in (
        exploration.scenes,
        exploration.choices,
        exploration.claims,
        exploration.arms,
    ):
        assert coverage.missed == ()
        assert coverage.reached == coverage.total


def test_every_way_given_is_one_that_the_engine_plays() -> None:
    told = clean()
    exploration = found(told)
    rules = Rules(told)
    for name, witness in exploration.ways.items():
        assert witness.seed is not None
        play = replay(rules, witness.seed, witness.choices)
        assert name in play.trail or name == play.choices[-1]


def lock(length: int) -> Story:
    """Only the right one of two choices, so many times in a row, opens the last door."""
    count = effect("right", "+=", 1)
    scenes = [
        scene(
            f"lock.s{number}",
            choice("left", to=f"lock.s{number + 1}", effects=[count] if number % 3 else []),
            choice("right", to=f"lock.s{number + 1}", effects=[] if number % 3 else [count]),
        )
        for number in range(length)
    ]
    return story(
        *scenes,
        scene(
            f"lock.s{length}",
            choice("open", to="lock.open", condition=compares("right", "==", length)),
            choice("leave", to="lock.shut"),
        ),
        end("lock.open"),
        end("lock.shut"),
        variables=[whole("right", 0, length)],
    )


@pytest.mark.parametrize("length", [8, 16])
def test_a_lock_that_needs_right_choices_in_a_row_is_opened(length: int) -> None:
    told = lock(length)
    exploration = found(told)
    witness = exploration.endings["lock.open"]
    assert witness.steps == length + 1
    assert played(told, witness) == "lock.open"
    assert exploration.faults == ()
    assert exploration.states == (length + 1) * (length + 2) // 2 + 2


def test_a_trap_behind_a_detour_is_found_with_the_shortest_way() -> None:
    told = story(
        scene("hall.door", choice("cellar", detour="hall.cellar"), choice("go", to="hall.end")),
        scene(
            "hall.cellar",
            choice("drop", to="hall.cellar", effects=[effect("key", "=", False)], once=True),
            choice("up", to="hall.stair", condition=holds("key")),
        ),
        scene("hall.stair", returns=True),
        end("hall.end"),
        variables=[yes_no("key", start=True)],
    )
    exploration = found(told)
    (trap,) = exploration.traps
    assert (trap.scene, trap.kind) == ("hall.cellar", TrapKind.STUCK)
    assert trap.witness.choices == ("hall.door/cellar", "hall.cellar/drop")
    assert played(told, trap.witness) == "hall.cellar"
    assert codes(exploration) == ["X201"]


def test_choices_that_never_lead_to_an_ending_are_a_trap() -> None:
    told = story(
        scene("hall.door", choice("in", to="ring.a"), choice("go", to="hall.end")),
        scene("ring.a", choice("on", to="ring.b")),
        scene("ring.b", choice("on", to="ring.a")),
        end("hall.end"),
    )
    (trap,) = found(told).traps
    assert (trap.scene, trap.kind) == ("ring.a", TrapKind.ENDLESS)
    assert trap.witness.choices == ("hall.door/in",)


def test_scenes_that_follow_one_another_for_ever_are_a_trap() -> None:
    told = story(
        scene("hall.door", choice("in", to="ring.a"), choice("go", to="hall.end")),
        scene("ring.a", then="ring.b"),
        scene("ring.b", then="ring.a"),
        end("hall.end"),
    )
    exploration = found(told)
    (trap,) = exploration.traps
    assert (trap.scene, trap.kind) == ("ring.a", TrapKind.UNSTOPPED)
    assert codes(exploration) == ["X203"]


def test_a_chance_that_leads_back_to_itself_is_no_trap() -> None:
    told = story(
        scene("hall.door", choice("in", to="hall.toss")),
        scene("hall.toss", chance={"hall.toss": 5, "hall.end": 1}),
        end("hall.end"),
    )
    exploration = found(told)
    assert exploration.complete
    assert exploration.faults == ()
    assert played(told, exploration.endings["hall.end"]) == "hall.end"


def test_a_value_out_of_range_after_nine_steps_is_found() -> None:
    scenes = [
        walk(number, then=f"walk.s{number + 1}" if number < 9 else "walk.end")
        for number in range(10)
    ]
    counting = [
        replace(each, choices=(replace(each.choices[0], effects=(effect("n", "+=", 1),)),))
        for each in scenes
    ]
    told = story(*counting, end("walk.end"), variables=[whole("n", 0, 8)])
    exploration = found(told)
    witness = way_to(exploration, "X301")
    assert witness.steps == 9
    with pytest.raises(OutOfRange):
        replay(Rules(told), 0, witness.choices)
    replay(Rules(told), 0, witness.choices[:-1])


def test_an_out_of_range_value_that_nobody_reads_again_is_found_all_the_same() -> None:
    told = story(
        scene("hall.door", choice("more", to="hall.door", effects=[effect("n", "+=", 1)])),
        variables=[whole("n", 0, 3)],
    )
    assert way_to(found(told), "X301").steps == 4


def test_a_remainder_by_nought_is_found() -> None:
    bad = effect("n", "=", Arithmetic("%", Whole(7), Read("n")))
    told = story(
        scene(
            "hall.door",
            choice("down", to="hall.door", effects=[effect("n", "-=", 1)],
                   condition=compares("n", ">", 0)),
            choice("split", to="hall.end", effects=[bad]),
        ),
        end("hall.end"),
        variables=[whole("n", 0, 7, 2)],
    )  # fmt: skip
    witness = way_to(found(told), "X302")
    assert witness.choices == ("hall.door/down", "hall.door/down", "hall.door/split")


def test_an_ending_only_chance_reaches_comes_with_a_seed_that_leads_there() -> None:
    told = story(
        scene("hall.door", choice("toss", to="hall.toss")),
        scene("hall.toss", chance={"hall.usual": 9, "hall.second": 1}),
        scene("hall.second", chance={"hall.usual": 9, "hall.rare": 1}),
        end("hall.usual"),
        end("hall.rare"),
    )
    exploration = found(told)
    assert exploration.faults == ()
    assert played(told, exploration.endings["hall.rare"]) == "hall.rare"
    assert exploration.endings["hall.rare"].seed != 0


def test_a_condition_that_can_never_hold_leaves_a_choice_and_a_scene_unmet() -> None:
    never = when(Every((Compare(">", Read("n"), Whole(1)), Compare("<", Read("n"), Whole(1)))))
    told = story(
        scene(
            "hall.door",
            choice("go", to="hall.end", effects=[effect("n", "=", 2)]),
            choice("fly", to="hall.sky", condition=never),
        ),
        scene("hall.sky", choice("down", to="hall.end")),
        end("hall.end"),
        variables=[whole("n", 0, 2)],
    )
    exploration = found(told)
    assert exploration.scenes.missed == ("hall.sky",)
    assert exploration.choices.missed == ("hall.door/fly", "hall.sky/down")
    assert sorted(codes(exploration)) == ["X101", "X102"]


def test_an_ending_that_is_never_reached_is_told_as_one() -> None:
    told = story(
        scene(
            "hall.door",
            choice("go", to="hall.end"),
            choice("fly", to="hall.sky", condition=holds("wings")),
        ),
        end("hall.end"),
        end("hall.sky"),
        variables=[yes_no("wings")],
    )
    exploration = found(told)
    assert list(exploration.endings) == ["hall.end"]
    assert sorted(codes(exploration)) == ["X102", "X103"]


def departing(length: int, within: int, rejoins: str | None = None) -> Story:
    """A choice that leaves the record, and a way of so many choices to the end."""
    return story(
        scene(
            "hall.door",
            choice("stay", to="walk.s0", leaves=leaves(within, rejoins)),
            choice("go", to="walk.end"),
        ),
        *row(length, "walk.end"),
        end("walk.end"),
    )


def test_a_leave_that_ends_in_time_is_proved() -> None:
    exploration = found(departing(3, 3))
    (proof,) = exploration.leaves
    assert (proof.verdict, proof.witness) == (Verdict.PROVED, None)
    assert exploration.faults == ()


def test_what_a_proved_leave_takes_at_most_is_said() -> None:
    exploration = found(departing(3, 5))
    assert exploration.leaves[0].most == 3
    assert found(departing(3, 3)).leaves[0].most == 3
    assert "hall.door/stay: within 5 to an ending: proved, 3 at most" in as_text(exploration)
    (told,) = json.loads(json.dumps(as_json(exploration)))["leaves"]
    assert (told["verdict"], told["most"]) == ("proved", 3)


def test_a_leave_that_runs_too_long_is_refuted_with_the_way() -> None:
    told = departing(3, 2)
    exploration = found(told)
    witness = way_to(exploration, "X401")
    assert witness.choices == ("hall.door/stay", "walk.s0/on", "walk.s1/on")
    assert played(told, witness) == "walk.s2"


def test_a_leave_is_over_where_it_rejoins() -> None:
    assert found(departing(6, 2, "walk.s2")).leaves[0].verdict is Verdict.PROVED
    assert found(departing(6, 1, "walk.s2")).leaves[0].verdict is Verdict.REFUTED


def test_a_leave_in_a_circle_never_ends_in_time() -> None:
    told = story(
        scene("hall.door", choice("stay", to="ring.a", leaves=leaves(20))),
        scene("ring.a", choice("on", to="ring.a"), choice("out", to="ring.end")),
        end("ring.end"),
    )
    assert way_to(found(told), "X401").steps == 21


def with_claims(*choices: Choice, text: str | Prose = "") -> Story:
    return story(
        scene("hall.door", *choices, text=text),
        end("hall.end", enacts("how/shot")),
        variables=[yes_no("lit")],
        questions=[question("how", claim("shot", "paper"), claim("lost", "paper"))],
    )


def test_a_claim_that_is_neither_enacted_nor_shown_is_unmet() -> None:
    exploration = found(with_claims(choice("go", to="hall.end")))
    assert exploration.claims.missed == ("how/lost",)
    assert codes(exploration) == ["X104"]


def test_a_claim_marked_only_in_words_never_shown_is_unmet() -> None:
    hidden = either(holds("lit"), "")
    arm = replace(hidden.arms[0], pieces=(marked("lost", "how/lost"),))
    told = with_claims(
        choice("go", to="hall.end"), text=paragraphs(paragraph(replace(hidden, arms=(arm,))))
    )
    exploration = found(told)
    assert exploration.claims.missed == ("how/lost",)
    assert exploration.arms.missed == ("hall.door/text/1/1",)
    assert sorted(codes(exploration)) == ["X104", "X105"]


def test_a_claim_in_the_words_of_an_open_choice_is_met() -> None:
    words = paragraphs(paragraph(marked("Lost.", "how/lost")))
    assert found(with_claims(choice("go", words, to="hall.end"))).claims.missed == ()
    closed = choice("fly", words, to="hall.end", condition=holds("lit"))
    exploration = found(with_claims(choice("go", to="hall.end"), closed))
    assert exploration.claims.missed == ("how/lost",)


def test_the_text_of_a_second_visit_is_shown_on_the_second_visit_only() -> None:
    told = story(
        scene(
            "hall.door",
            choice("wait", to="hall.door", once=True),
            choice("go", to="hall.end"),
            again=paragraphs(paragraph(marked("Again.", "how/lost"))),
        ),
        end("hall.end"),
        questions=[question("how", claim("lost", "paper"))],
    )
    exploration = found(told)
    assert exploration.claims.missed == ()
    assert exploration.claim_ways["how/lost"].choices == ("hall.door/wait",)


def test_a_loop_counted_against_a_number_is_finite() -> None:
    fifth = when(Compare(">=", Times("hall.door"), Whole(5)))
    told = story(
        scene(
            "hall.door",
            choice("knock", to="hall.door"),
            choice("go", to="hall.end", condition=fifth),
        ),
        end("hall.end"),
    )
    exploration = found(told)
    assert exploration.complete
    assert exploration.endings["hall.end"].steps == 5
    assert exploration.states == 6


def unbounded() -> Story:
    both = when(Compare(">", Times("ring.a"), Times("ring.b")))
    return story(
        scene("ring.a", choice("on", to="ring.b"), choice("more", to="ring.a")),
        scene(
            "ring.b",
            choice("on", to="ring.b"),
            choice("back", to="ring.a"),
            choice("out", to="ring.end", condition=both),
        ),
        end("ring.end"),
        end("ring.never"),
    )


def test_a_loop_counted_against_another_is_bounded_and_says_so() -> None:
    exploration = found(unbounded(), 500)
    assert exploration.result == "bounded"
    assert exploration.states > 500
    assert exploration.endings["ring.end"].steps == 3
    assert exploration.scenes.missed == ("ring.never",)
    assert exploration.faults == ()


def test_bounded_says_nothing_of_what_it_did_not_reach() -> None:
    told = story(
        *row(20, "walk.end"),
        end("walk.end"),
        questions=[question("how", claim("lost", "paper"))],
    )
    exploration = found(told, 5)
    assert exploration.result == "bounded"
    assert exploration.faults == ()


def test_a_search_that_just_fits_its_budget_is_complete() -> None:
    told = story(*row(4, "walk.end"), end("walk.end"))
    assert found(told, 5).complete
    assert not found(told, 4).complete


def test_values_nobody_reads_again_make_no_new_states() -> None:
    def paths(*, read: bool) -> Story:
        sides = [
            scene(
                f"hall.s{number}",
                choice("yes", to=f"hall.s{number + 1}", effects=[effect(f"v{number}", "=", True)]),
                choice("no", to=f"hall.s{number + 1}"),
            )
            for number in range(6)
        ]
        last = scene(
            "hall.s6",
            choice("go", to="hall.end"),
            *(
                choice(f"c{number}", to="hall.end", condition=holds(f"v{number}"))
                for number in range(6 if read else 0)
            ),
        )
        return story(
            *sides, last, end("hall.end"), variables=[yes_no(f"v{number}") for number in range(6)]
        )

    assert found(paths(read=False)).states == 8
    assert found(paths(read=True)).states == 2**7 - 1 + 1


def proving(*properties: Property) -> Story:
    return replace(
        story(
            scene("hall.door", choice("key", to="hall.in", effects=[effect("key", "=", True)]),
                  choice("window", to="hall.in")),
            scene("hall.in", choice("out", to="hall.end", effects=[effect("out", "=", True)])),
            end("hall.end"),
            variables=[yes_no("key"), yes_no("out")],
        ),
        properties=properties,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "verdict", "choices"),
    [
        (Property(PropertyKind.NEVER, was_at("hall.nowhere")), Verdict.PROVED, None),
        (
            Property(PropertyKind.NEVER, holds("out")),
            Verdict.REFUTED,
            ("hall.door/key", "hall.in/out"),
        ),
        (Property(PropertyKind.REACHABLE, holds("key")), Verdict.PROVED, ("hall.door/key",)),
        (Property(PropertyKind.REACHABLE, was_at("hall.nowhere")), Verdict.REFUTED, None),
        (Property(PropertyKind.ALWAYS, was_at("hall.in"), holds("out")), Verdict.PROVED, None),
        (
            Property(PropertyKind.ALWAYS, holds("key"), holds("out")),
            Verdict.REFUTED,
            ("hall.door/window", "hall.in/out"),
        ),
        (Property(PropertyKind.ALWAYS, was_at("hall.door")), Verdict.PROVED, None),
        (Property(PropertyKind.ALWAYS, holds("key")), Verdict.REFUTED, ()),
    ],
)
def test_a_property_is_proved_or_refuted(
    asked: Property, verdict: Verdict, choices: tuple[str, ...] | None
) -> None:
    exploration = found(proving(asked))
    (proof,) = exploration.properties
    assert proof.verdict is verdict
    assert (proof.witness and proof.witness.choices) == choices
    assert ("X601" in codes(exploration)) is (verdict is Verdict.REFUTED)


def test_a_property_is_left_open_where_the_search_was_bounded() -> None:
    never = Property(PropertyKind.NEVER, was_at("ring.never"))
    exploration = found(replace(unbounded(), properties=(never,)), 100)
    assert exploration.properties[0].verdict is Verdict.UNDECIDED


def test_a_border_says_what_is_alive_and_how_many_combinations() -> None:
    told = story(
        scene(
            "one.door",
            choice("left", to="one.mid", effects=[effect("way", "=", 0)]),
            choice("right", to="one.mid", effects=[effect("way", "=", 1)]),
        ),
        scene(
            "one.mid",
            choice("lit", to="two.door", effects=[effect("lit", "=", True)]),
            choice("dark", to="two.door"),
        ),
        scene(
            "two.door",
            choice("go", to="two.end", condition=holds("lit")),
            choice("stay", to="two.end", condition=compares("other", "==", 0)),
        ),
        end("two.end"),
        variables=[one_of("way", "left", "right"), yes_no("lit"), whole("other", 0, 9)],
    )
    (border,) = found(told).borders
    assert border.part == "two"
    assert border.variables == ("lit", "other")
    assert border.settled == ("other",)
    assert border.combinations == 2


def test_a_border_too_wide_is_told() -> None:
    names = [f"v{number}" for number in range(9)]
    told = story(
        *(
            scene(
                f"one.s{number}",
                choice(
                    "yes",
                    to=f"one.s{number + 1}" if number < 8 else "two.door",
                    effects=[effect(name, "=", True)],
                ),
                choice("no", to=f"one.s{number + 1}" if number < 8 else "two.door"),
            )
            for number, name in enumerate(names)
        ),
        scene(
            "two.door",
            choice("go", to="two.end"),
            *(
                choice(name, to="two.end", condition=holds(name), record=invents(f"It is {name}."))
                for name in names
            ),
        ),
        end("two.end"),
        variables=[yes_no(name) for name in names],
    )
    exploration = found(told)
    assert exploration.borders[0].combinations == 512
    assert codes(exploration) == ["X501"]


def test_a_counter_that_crosses_a_border_with_too_wide_a_range_is_told() -> None:
    told = story(
        scene(
            "one.door",
            choice("more", to="one.door", effects=[effect("n", "+=", 1)],
                   condition=compares("n", "<", 5)),
            choice("go", to="two.door"),
        ),
        scene("two.door", choice("go", to="two.end", condition=compares("n", ">=", 0))),
        end("two.end"),
        variables=[whole("n", 0, 5)],
    )  # fmt: skip
    assert codes(found(told)) == ["X503"]


def test_what_the_story_waives_is_left_out() -> None:
    told = with_claims(choice("go", to="hall.end"))
    waived = replace(told, waivers=(Waiver("X104", "how/lost", "It comes in a later part."),))
    assert found(waived).faults == ()


def test_a_return_without_a_detour_is_told() -> None:
    told = story(
        scene("hall.door", choice("look", to="hall.map"), choice("go", to="hall.end")),
        scene("hall.map", returns=True),
        end("hall.end"),
    )
    assert way_to(found(told), "X204").choices == ("hall.door/look",)
