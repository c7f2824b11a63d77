from __future__ import annotations

from game.reporting.debrief import LIKELIER, debrief
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Table
from tests.reporting.tale import RULES, played

HOME = debrief(RULES, played("read", "wait", "jump", "run"))
LOST = debrief(RULES, played("open", "walk"))


def section(document: Document, title: str) -> list[Block]:
    """Give what stands below a heading, down to the next of its level or above."""
    blocks = list(document.blocks)
    start = next(
        index
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text == title
    )
    heading = blocks[start]
    assert isinstance(heading, Heading)
    below = []
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.level <= heading.level:
            break
        below.append(block)
    return below


def rows(document: Document, title: str) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in section(document, title) if isinstance(block, Table))


def words(document: Document, title: str) -> list[str]:
    found: list[str] = []
    for block in section(document, title):
        if isinstance(block, Paragraph):
            found.append(str(block.words))
        elif isinstance(block, Points):
            found += block.items
    return found


def test_it_begins_with_how_many_decisions_and_says_that_nothing_is_scored() -> None:
    assert HOME.title == "The door. Debrief"
    assert HOME.language == "en"
    assert HOME.blocks[0] == Paragraph("3 decisions. The play ended: Home.")
    assert HOME.blocks[1] == Paragraph(
        "Nothing here is a score. No way through the story is the right one."
    )


def test_a_play_that_stands_somewhere_says_where() -> None:
    unfinished = debrief(RULES, played("open"))
    assert unfinished.blocks[0] == Paragraph("1 decision so far. The play stands at “The street”.")


def test_a_play_without_a_decision_can_be_told_too() -> None:
    untouched = debrief(RULES, played())
    assert words(untouched, "Your path beside each account's") == ["No decision was made yet."]


def test_each_answer_stands_beside_what_each_line_has_on_it() -> None:
    assert rows(HOME, "Your path beside each account's") == (
        (
            "1. The door",
            "Wait <here>.",
            "against the record",
            "tells otherwise",
            "A letter tells otherwise",
        ),
        ("2. The roof", "Jump.", "invented", "no question", "no question"),
        ("3. The street", "Run.", "not known", "silent", "silent"),
        ("3. The street, also", "At what hour?", "inferred", "silent", "silent"),
    )


def test_a_line_parts_where_what_it_says_goes_another_way_and_not_where_it_is_silent() -> None:
    assert rows(LOST, "Where their ways part from yours") == (
        ("Her diary", "It does not part from yours.", "", ""),
        ("Papers", "1. The door", "Open it.", "Climb out."),
    )


def test_a_line_that_never_parts_says_so_and_one_that_comes_elsewhere() -> None:
    same = debrief(RULES, played("open", "run"))
    diary, _ = rows(same, "Where their ways part from yours")
    assert diary == ("Her diary", "It does not part from yours.", "", "")
    roof = debrief(RULES, played("wait", "jump"), led=1)
    diary, _ = rows(roof, "Where their ways part from yours")
    assert diary == ("Her diary", "1. The roof", "Jump.", "It does not come here.")


def test_each_decision_has_its_status_and_everybody_who_speaks() -> None:
    below = section(LOST, "1. The door")
    assert words(LOST, "1. The door") == [
        "Which way did she leave? She left by the door. Disputed: 1 witness for it, 1 against.",
        "Silent: The newspaper.",
    ]
    table = next(block for block in below if isinstance(block, Table))
    assert table.caption == "Who says what: Which way did she leave?"
    assert table.rows == (
        ("Her diary", "tells it", "She left by the door.", "page 1", "read whole"),
        ("A letter", "tells otherwise", "She left by the window.", "line 3", "read in excerpt"),
    )


def test_what_was_not_consulted_is_counted_and_not_called_silent() -> None:
    assert words(LOST, "2. The street")[1] == (
        "Silent: Her diary and The newspaper. "
        "Not consulted, being read in part or not at all: 1 account."
    )


def test_an_answer_met_again_points_back() -> None:
    assert words(HOME, "The end: Home")[0].startswith("Which way did she leave?")
    again = debrief(RULES, played("open", "run"))
    assert words(again, "The end: Home")[-1] == "Who says what on it stands at “1. The door”."


def test_an_inference_gives_what_it_rests_on() -> None:
    assert "At what hour? Inferred. It was dark. It rests on this: She left by the door." in words(
        HOME, "3. The street"
    )


def test_leaving_the_record_and_coming_back_is_told() -> None:
    assert words(HOME, "Where you left the record") == [
        (
            "1. The door: “Wait <here>.” (against the record). "
            "The record was joined again at “The street”."
        )
    ]


def test_leaving_the_record_for_good_is_told() -> None:
    assert words(LOST, "Where you left the record") == [
        "2. The street: “Walk.” (not known). From there on the play was off the record."
    ]


def test_whoever_never_left_it_is_told_that() -> None:
    same = debrief(RULES, played("open", "run"))
    assert words(same, "Where you left the record") == ["You did not leave the record."]


def test_what_was_made_up_on_the_way_stands_with_its_reason() -> None:
    assert rows(HOME, "What was made up on your way") == (
        ("1. The door", "Wait <here>.", "told by nobody", "Nobody has her wait."),
        ("2. The roof", "Jump.", "invented", "The roof is ours."),
        ("3. The street", "Run.", "told by nobody", "No account gives this answer."),
        (
            "3. The street",
            "Run.",
            "inferred",
            "It was dark. It rests on this: She left by the door.",
        ),
    )


def test_questions_met_that_nobody_answers_are_listed_once_those_behind_marks_too() -> None:
    assert words(HOME, "What cannot be known")[1:] == [
        "How fast did she go? 2 accounts read whole: silent.",
        "At what hour? 2 accounts read whole: silent.",
        "Did it rain? 2 accounts read whole: silent.",
    ]


def test_a_question_that_was_not_met_is_not_listed() -> None:
    assert words(debrief(RULES, played()), "What cannot be known") == [
        "Every question that you met is answered by somebody."
    ]


def test_it_ends_with_a_warning_then_the_numbers_then_the_names() -> None:
    assert words(HOME, "A branch feels likelier than it was") == [LIKELIER]
    assert rows(HOME, "Those he harmed") == (
        ("How many did she hurt?", "She hurt two.", "one teller", "Her diary, page 7"),
    )
    assert HOME.blocks[-1] == Points(("Ann. Ann was hurt.",))


def test_what_a_line_chose_at_the_front_is_left_out() -> None:
    led = debrief(RULES, played("wait", "jump", "run"), led=2)
    assert led.blocks[1] == Paragraph("The first 2 choices followed an account's line.")
    assert words(led, "Where you left the record") == ["You did not leave the record."]
    assert [row[0] for row in rows(led, "Your path beside each account's")] == [
        "1. The street",
        "1. The street, also",
    ]
