from __future__ import annotations

from game.playing.writing.closed import Closed, Failing, Ground
from game.playing.writing.view import Held, Look, Shut
from game.position import Position
from game.problem import Problem, Severity
from game.tui.sign import FINE
from game.tui.writing.blocks import closed_said, fault, shut_block, shut_lines, state_line, top
from tests.builders import end, story

AT = Position("scenes/a.yaml", 3, 5)
FAULT = Problem(AT, "X004", Severity.ERROR, "This cannot be read from here on.", "Is it whole?")
ADVICE = Problem(AT, "L105", Severity.WARNING, "It is odd.")
CLOSED = Closed(
    "a.hub/out",
    "n > 2 and asked",
    AT,
    "by choice 1, 'a.hub/out'",
    (
        Failing("n > 2", (Ground("n is 1", "by choice 2, 'a.hub/on': n += 1"),)),
        Failing("asked", (Ground("asked is false", "as it starts"),)),
    ),
)


def _plain(look: Look, advice: tuple[Problem, ...], room: int) -> list[str]:
    return [line.plain for line in top(look, advice, 70, room, FINE)]


def test_a_fault_says_where_what_and_what_to_try_with_a_caret_between() -> None:
    assert [line.plain for line in fault(FAULT, "  if watched <", 70)] == [
        "scenes/a.yaml:3:5: X004 This cannot be read from here on.",
        "   3 |   if watched <",
        "     |     ^",
        "       Is it whole?",
    ]


def test_a_fault_without_a_line_has_no_caret() -> None:
    assert len(fault(FAULT, "", 70)) == 2


def test_faults_come_before_what_rules_find_and_the_rest_is_counted() -> None:
    look = Look((FAULT, FAULT), ("a", "b"), None)
    assert _plain(look, (ADVICE,), 20)[-1] == "3:5 L105 It is odd."
    short = _plain(look, (ADVICE,), 6)
    assert len([line for line in short if "X004" in line]) == 1
    assert short[-1] == "▾ 2 more: f"


def test_the_first_fault_is_shown_however_little_room_there_is() -> None:
    assert "X004" in _plain(Look((FAULT,), ("a",), None), (), 1)[0]


def test_nothing_wrong_takes_no_line() -> None:
    assert _plain(Look((), (), None), (), 10) == []


def test_each_thing_that_closes_a_choice_has_its_sentence() -> None:
    assert closed_said(CLOSED) == [
        "It can be taken once, and was: by choice 1, 'a.hub/out'.",
        "`n > 2` does not hold: n is 1, by choice 2, 'a.hub/on': n += 1.",
        "`asked` does not hold: asked is false, as it starts.",
    ]
    whole = shut_block(story(end("a.end")), Shut(CLOSED, (), None)).plain
    assert whole.startswith("The condition is `n > 2 and asked`. It can be taken once")
    assert whole.endswith("Looking for the shortest way to open it.")


def test_a_closed_choice_fits_on_one_line() -> None:
    (line,) = shut_lines([Shut(CLOSED, (), None)], 40, FINE)
    assert line.plain == "– out closed: taken once, n > 2, asked"
    (cut,) = shut_lines([Shut(CLOSED, (), None)], 20, FINE)
    assert cut.cell_length <= 20


def test_only_what_is_not_as_it_starts_stands_on_the_line_of_state() -> None:
    held = (Held("n", "2", "set by you", "0 to 3"), Held("asked", "false", "", "false, true"))
    assert state_line(held, 70, FINE).plain == "n 2"
