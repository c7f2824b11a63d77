from __future__ import annotations

from game.engine.rules import Rules
from game.exploring.layout import layout
from game.exploring.reading import ceilings
from game.exploring.relevance import relevance
from game.model.expression import Arithmetic, Compare, Read, Times, Whole
from game.model.prose import Value
from game.model.story import Story
from tests.builders import (
    choice,
    compares,
    effect,
    end,
    holds,
    paragraph,
    paragraphs,
    scene,
    story,
    was_at,
    when,
    whole,
    yes_no,
)


def alive(told: Story, scene_name: str, *stack: str) -> set[str]:
    """What may still be read once a scene's text has been read."""
    known = layout(Rules(told))
    found = relevance(told, known, 0)
    return set(known.names(found.rest[found.index[(scene_name, tuple(stack))]]))


def test_a_value_is_alive_until_its_last_reading() -> None:
    told = story(
        scene("w.one", choice("on", to="w.two")),
        scene("w.two", choice("on", to="w.end", condition=holds("lit"))),
        end("w.end"),
        variables=[yes_no("lit"), yes_no("other")],
    )
    assert alive(told, "w.one") == {"lit"}
    assert alive(told, "w.two") == {"lit"}
    assert alive(told, "w.end") == set()


def test_a_value_that_is_set_before_it_is_read_is_not_alive() -> None:
    told = story(
        scene("w.one", choice("on", to="w.two", effects=[effect("lit", "=", True)])),
        scene("w.two", choice("on", to="w.end", condition=holds("lit"))),
        end("w.end"),
        variables=[yes_no("lit")],
    )
    assert alive(told, "w.one") == set()


def test_a_value_shown_in_prose_is_read() -> None:
    told = story(
        scene("w.one", choice("on", to="w.end")),
        end("w.end", text=paragraphs(paragraph("You had ", Value("n"), "."))),
        variables=[whole("n", 0, 3)],
    )
    assert alive(told, "w.one") == {"n"}


def test_adding_reads_even_where_nobody_reads_the_sum() -> None:
    adding = story(
        scene("w.one", choice("on", to="w.end", effects=[effect("n", "+=", 1)])),
        end("w.end"),
        variables=[whole("n", 0, 3)],
    )
    assert alive(adding, "w.one") == {"n"}


def test_what_is_read_after_a_return_is_alive_inside_that_detour_only() -> None:
    told = story(
        scene("w.one", choice("look", detour="w.map"), choice("on", to="w.two")),
        scene(
            "w.two",
            choice("look", detour="w.map"),
            choice("on", to="w.end", condition=holds("lit")),
        ),
        scene("w.three", choice("look", detour="w.map"), choice("on", to="w.end")),
        scene("w.map", choice("back", to="w.back")),
        scene("w.back", returns=True),
        end("w.end"),
        variables=[yes_no("lit")],
    )
    assert alive(told, "w.map", "w.two") == {"lit"}
    through_three = story(
        scene("w.zero", choice("a", to="w.two"), choice("b", to="w.three")),
        *told.scenes.values(),
        variables=told.variables.values(),
    )
    assert alive(through_three, "w.map", "w.three") == set()


def test_a_visit_is_alive_before_the_scene_and_settled_after_it() -> None:
    told = story(
        scene("w.one", choice("a", to="w.side"), choice("b", to="w.two")),
        scene("w.side", choice("on", to="w.two")),
        scene("w.two", choice("on", to="w.end", condition=was_at("w.side"))),
        end("w.end"),
    )
    assert alive(told, "w.one") == {"visits w.side"}
    assert alive(told, "w.two") == {"visits w.side"}
    only = story(
        scene("w.one", choice("a", to="w.side")),
        scene("w.side", choice("on", to="w.two")),
        scene("w.two", choice("on", to="w.end", condition=was_at("w.side"))),
        end("w.end"),
    )
    assert alive(only, "w.one") == set()


def test_a_choice_taken_once_matters_while_its_scene_can_be_met_again() -> None:
    told = story(
        scene("w.hub", choice("look", to="w.hub", once=True), choice("on", to="w.two")),
        scene("w.two", choice("on", to="w.end")),
        end("w.end"),
    )
    assert alive(told, "w.hub") == {"once w.hub/look"}
    assert alive(told, "w.two") == set()


def test_a_count_is_capped_where_no_comparison_tells_it_apart() -> None:
    def ceiling(test: Compare) -> int | None:
        told = story(scene("w.one", choice("on", to="w.one", condition=when(test))))
        return ceilings(told)["w.one"]

    count = Times("w.one")
    assert ceiling(Compare(">=", count, Whole(3))) == 3
    assert ceiling(Compare(">", count, Whole(3))) == 4
    assert ceiling(Compare("<", count, Whole(3))) == 3
    assert ceiling(Compare("==", count, Whole(3))) == 4
    assert ceiling(Compare("<=", Whole(3), count)) == 3
    assert ceiling(Compare("<", count, Read("n"))) is None
    assert ceiling(Compare("==", Arithmetic("%", count, Whole(2)), Whole(0))) is None


def test_a_state_is_unpacked_as_it_was_packed() -> None:
    told = story(
        scene("w.one", choice("on", to="w.one", condition=was_at("w.one"))),
        variables=[whole("n", -3, 12), yes_no("lit"), whole("one", 5, 5, 5)],
    )
    known = layout(Rules(told))
    for values in ((-3, 0, 5), (12, 1, 5), (0, 1, 5)):
        assert known.unpack(known.pack(values, (1,))) == (values, (1,))


def test_a_condition_on_a_number_reads_that_number_alone() -> None:
    told = story(variables=[whole("a", 0, 3), whole("b", 0, 3)])
    known = layout(Rules(told))
    assert set(known.names(known.reads(compares("b", ">", 1).test))) == {"b"}
