from __future__ import annotations

from game.engine.replay import replay
from game.engine.rules import Rules
from game.model.prose import Arm, Mark, MarkKind, Stretch, Words
from game.model.story import Story
from game.playing.composition import Composer
from game.playing.evidence import Met
from game.playing.trail import marked, met
from game.record.status import Status
from tests.builders import (
    choice,
    claim,
    compares,
    effect,
    enacts,
    end,
    invents,
    paragraph,
    paragraphs,
    prose,
    question,
    scene,
    skippable,
    story,
    whole,
)
from tests.builders import marked as words

WEATHER = question("weather", claim("fog", "a", says="Fog."), claim("rain", "b"), asks="Weather?")
WAY = question("way", claim("ravine", "a"), asks="Which way?")
SEEN = Stretch((Arm(compares("watched", ">=", 1), (words("It rains.", "weather/rain"),)),))
TALE = story(
    scene(
        "a.hill",
        choice("wait", "Wait.", to="a.hill", effects=[effect("watched", "+=", 1)]),
        choice("down", "Down.", to="a.end", record=enacts("way/ravine")),
        choice("stay", "Stay.", to="a.end", record=enacts("way/none")),
        choice("sing", "Sing.", to="a.end", record=invents()),
        title="The hill",
        text=paragraphs(paragraph(words("Fog lies", "weather/fog"), ". ", SEEN)),
    ),
    end("a.end", enacts("weather/rain"), title="Rain"),
    variables=[whole("watched", 0, 3)],
    questions=[WEATHER, WAY],
)


def log(*choices: str, tale: Story = TALE, led: int = 0, passed: str = "") -> tuple[Met, ...]:
    rules = Rules(tale)
    return met(rules, Composer(rules), replay(rules, 0, choices), led, frozenset({passed}))


def targets(*choices: str, led: int = 0) -> list[str]:
    return [f"{each.question}/{each.claim}" for each in log(*choices, led=led)]


def test_prose_that_was_shown_is_met() -> None:
    assert log() == (
        Met(0, "weather", "fog", "Weather?", "Fog.", Status.DISPUTED, False, "The hill"),
    )


def test_a_stretch_that_did_not_show_is_not_met() -> None:
    assert "weather/rain" not in targets()
    assert "weather/rain" in targets("wait")


def test_each_thing_is_met_once_however_often_it_is_read() -> None:
    assert targets("wait", "wait", "wait").count("weather/fog") == 1


def test_what_a_choice_and_an_ending_enact_is_met_in_order() -> None:
    down = log("down")
    assert [(each.claim, each.enacted, each.turn) for each in down] == [
        ("fog", False, 0),
        ("ravine", True, 1),
        ("rain", True, 1),
    ]


def test_an_answer_that_no_claim_gives_is_met_in_the_words_of_the_choice() -> None:
    stay = log("stay")[1]
    assert (stay.question, stay.claim, stay.says, stay.status) == (
        "way",
        "",
        "Stay.",
        Status.AGAINST,
    )


def test_an_invention_is_met_without_a_question() -> None:
    sing = log("sing")[1]
    assert (sing.question, sing.asks, sing.says, sing.status) == ("", "", "Sing.", Status.INVENTED)


def test_choices_that_a_line_made_are_nobodys() -> None:
    assert targets("wait", "down", led=2) == ["weather/rain"]


def test_what_was_taken_back_was_not_met() -> None:
    rules = Rules(TALE)
    play = replay(rules, 0, ("down",)).before(0)
    assert [each.claim for each in met(rules, Composer(rules), play, 0)] == ["fog"]


def test_a_text_that_was_passed_over_is_not_met_but_its_summary_is() -> None:
    hard = scene(
        "a.b",
        choice("go", to="a.c"),
        text=paragraphs(paragraph(words("Fog", "weather/fog"))),
        tags=["hard"],
        skippable=skippable("hard", summary="It was told."),
    )
    tale = story(hard, end("a.c"), questions=[WEATHER])
    assert log(tale=tale, passed="a.b") == ()
    assert len(log(tale=tale)) == 1


def test_words_on_offer_are_met_too() -> None:
    offer = choice("go", paragraphs(paragraph(words("Into the fog", "weather/fog"))), to="a.c")
    tale = story(scene("a.b", offer), end("a.c"), questions=[WEATHER])
    assert [each.claim for each in log(tale=tale)] == ["fog"]


def test_marks_of_a_page_are_numbered_in_order_and_offers_come_last() -> None:
    mark = Mark(MarkKind.PLACE, "hut")
    text = paragraphs(
        paragraph(Words("The ", mark=mark), Words("old", emphasis=True, mark=mark), " hut"),
        paragraph(words("Fog", "weather/fog")),
    )
    offer = choice("go", paragraphs(paragraph(words("Rain", "weather/rain"))), to="a.c")
    rules = Rules(story(scene("a.b", offer, text=text), end("a.c"), questions=[WEATHER]))
    page = Composer(rules).page(replay(rules, 0, ()))
    assert [(each.number, each.words, each.target) for each in marked(page)] == [
        (1, "The old", "hut"),
        (2, "Fog", "weather/fog"),
        (3, "Rain", "weather/rain"),
    ]


def test_a_page_without_marks_has_none() -> None:
    rules = Rules(story(scene("a.b", choice("go", to="a.c"), text=prose("A.")), end("a.c")))
    assert marked(Composer(rules).page(replay(rules, 0, ()))) == ()
