from __future__ import annotations

from game.engine.rules import Rules
from game.model.prose import Prose, Value, Words, plain
from tests.builders import (
    compares,
    either,
    end,
    holds,
    one_of,
    paragraph,
    paragraphs,
    prose,
    story,
    whole,
    yes_no,
)


def read(text: Prose, **values: int) -> list[list[str]]:
    rules = Rules(
        story(
            end("hall.door", text="The door."),
            variables=(
                whole("watched", 0, 3),
                yes_no("away"),
                one_of("escort", "one", "two", two="two men"),
            ),
        )
    )
    state = rules.start(values=values).state
    return [[plain(line) for line in beat] for beat in rules.prose(text, state)]


def test_a_stretch_shows_the_first_arm_that_holds() -> None:
    text = paragraphs(
        paragraph(either(compares("watched", ">=", 2), "Seen.", "Unseen."), " You wait.")
    )
    assert read(text, watched=2) == [["Seen. You wait."]]
    assert read(text, watched=1) == [["Unseen. You wait."]]


def test_values_show_as_numbers_words_and_labels() -> None:
    text = paragraphs(paragraph(Value("watched"), ", ", Value("away"), ", ", Value("escort")))
    assert read(text, watched=2, away=1, escort=1) == [["2, yes, two men"]]
    assert read(text) == [["0, no, one"]]


def test_a_paragraph_left_empty_disappears_and_a_beat_with_it() -> None:
    empty = paragraph(either(holds("away"), "She has gone."))
    text = Prose(((empty,), (paragraph("It is late."), empty)))
    assert read(text) == [["It is late."]]


def test_an_empty_stretch_leaves_one_space() -> None:
    text = paragraphs(
        paragraph("You ", either(holds("away"), "alone"), " wait ", either(holds("away"), "on"))
    )
    assert read(text) == [["You wait"]]


def test_emphasis_and_marks_stay_on_the_words() -> None:
    text = paragraphs(paragraph(Words("white", emphasis=True)))
    rules = Rules(story(end("hall.door", text=text)))
    ((line,),) = rules.beats(rules.start().entered[0])
    assert line == (Words("white", emphasis=True),)


def test_prose_that_never_changes_is_rendered_once() -> None:
    rules = Rules(story(end("hall.door", text=prose("One.\n\nTwo."))))
    entered = rules.start().entered[0]
    assert rules.beats(entered) is rules.beats(entered)
