from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.loading.expression import Parsed, parse_condition, parse_effect
from game.loading.fault import CODES
from game.model.expression import (
    Arithmetic,
    Compare,
    Every,
    Expression,
    Label,
    Negative,
    Not,
    Read,
    Some,
    Times,
    Truth,
    Visited,
    Whole,
)
from game.model.story import Variable, VariableKind

STATE = {
    "n": Variable("n", VariableKind.WHOLE, 0, 9, 0),
    "m": Variable("m", VariableKind.WHOLE, 0, 9, 0),
    "away": Variable("away", VariableKind.YES_NO, 0, 1, 0),
    "escort": Variable("escort", VariableKind.ONE_OF, 0, 1, 0, ("one", "two")),
    "order": Variable("order", VariableKind.ONE_OF, 0, 2, 0, ("unsaid", "short", "two")),
}
N, M, AWAY, ESCORT, ORDER = Read("n"), Read("m"), Read("away"), Read("escort"), Read("order")

CONDITIONS: dict[str, Expression] = {
    "away": AWAY,
    "true": Truth(value=True),
    "not away": Not(AWAY),
    "away == false": Compare("==", AWAY, Truth(value=False)),
    "n > 2": Compare(">", N, Whole(2)),
    "2 <= n < m": Every((Compare("<=", Whole(2), N), Compare("<", N, M))),
    "n + m * 2 - 1 == 3": Compare(
        "==",
        Arithmetic("-", Arithmetic("+", N, Arithmetic("*", M, Whole(2))), Whole(1)),
        Whole(3),
    ),
    "n % 2 == -m": Compare("==", Arithmetic("%", N, Whole(2)), Negative(M)),
    "away and n > 1 and m > 1": Every((AWAY, Compare(">", N, Whole(1)), Compare(">", M, Whole(1)))),
    "(away or n == 1)": Some((AWAY, Compare("==", N, Whole(1)))),
    "escort == two": Compare("==", ESCORT, Label("escort", "two", 1)),
    "two != order": Compare("!=", Label("order", "two", 2), ORDER),
    "visited('line.start')": Visited("line.start"),
    'times("line.start") >= 2': Compare(">=", Times("line.start"), Whole(2)),
    "  away  ": AWAY,
    "(visited('line.start')) == away": Compare("==", Visited("line.start"), AWAY),
}


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_becomes_a_value(text: str) -> None:
    assert parse_condition(text, STATE) == Parsed(
        CONDITIONS[text], scenes=parse_condition(text, STATE).scenes
    )


def test_the_scenes_that_a_condition_names_are_given_with_their_spots() -> None:
    parsed = parse_condition("visited('line.a') or times('line.b') > 1", STATE)

    assert parsed.scenes == ((9, "line.a"), (28, "line.b"))


FAULTS = {
    "": (0, "X004"),
    "n >": (2, "X004"),
    "(n > 1": (0, "X004"),
    "n > 1)": (5, "X004"),
    "n": (0, "X007"),
    "1": (0, "X007"),
    "n + 1": (0, "X007"),
    "times('line.a')": (0, "X007"),
    "not n": (4, "X007"),
    "away and n": (9, "X007"),
    "away + 1 > 2": (0, "X008"),
    "-away > 2": (1, "X008"),
    "n == away": (5, "X008"),
    "away < true": (0, "X008"),
    "escort < two": (0, "X008"),
    "n == escort": (5, "X009"),
    "escort == order": (0, "X009"),
    "one == two": (0, "X009"),
    "escort": (0, "X009"),
    "two": (0, "X009"),
    "escort == short": (10, "X009"),
    "escort + 1 > 2": (0, "X009"),
    "wrong > 1": (0, "N010"),
    "n > 1 and wrong": (10, "N010"),
    "n % 0 == 1": (4, "X010"),
    "n % -0 == 1": (4, "X010"),
    "n % (0) == 1": (5, "X010"),
    "n > 1_000": (4, "X006"),
    "n > 0x10": (4, "X006"),
    "n > 1.5": (4, "X006"),
    "n > 1e3": (4, "X006"),
    "n > 007": (4, "X006"),
    "n > 1and away": (4, "X006"),
    "n > 9999999999": (4, "X006"),
    "True": (0, "X005"),
    "None": (0, "X005"),
    "n = 1": (2, "X005"),
    "n := 1": (2, "X005"),
    "n > 1 && away": (6, "X005"),
    "away || away": (5, "X005"),
    "!away": (0, "X005"),
    "n <> 1": (2, "X005"),
    "n / 2 > 1": (2, "X005"),
    "n // 2 > 1": (2, "X005"),
    "n ** 2 > 1": (2, "X005"),
    "+n > 1": (0, "X005"),
    "n is 1": (2, "X005"),
    "n in away": (2, "X005"),
    "away if away else away": (5, "X005"),
    "lambda: away": (0, "X005"),
    "().__class__": (2, "X005"),
    "away.real": (4, "X005"),
    "n[0] > 1": (1, "X005"),
    "n, m": (1, "X005"),
    "'text'": (0, "X005"),
    "away == 'two'": (8, "X005"),
    "f'{n}' == 1": (1, "X005"),
    "visited('line.' 'a')": (16, "X005"),
    "open('line.a')": (0, "X005"),
    "visited": (0, "X012"),
    "visited()": (0, "X012"),
    "visited(away)": (0, "X012"),
    "visited('nodot')": (0, "X012"),
    "times(1) > 1": (0, "X012"),
    "away;away": (4, "X005"),
    "away\\": (4, "X005"),
    "away # away": (5, "X005"),
    "ａway": (0, "X001"),
    "n > ٣": (4, "X001"),
    "a" * 301: (0, "X002"),
    "(" * 21 + "away" + ")" * 21: (20, "X003"),
    "(" * 140 + "away" + ")" * 140: (20, "X003"),
    "not " * 30 + "away": (80, "X003"),
    "-" * 200 + "1 == 1": (19, "X003"),
    "n" + " + 1" * 40 + " > 1": (0, "X003"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_condition_that_is_none_has_a_coded_spot(text: str) -> None:
    parsed = parse_condition(text, STATE)

    assert parsed.value is None
    assert (parsed.faults[0].offset, parsed.faults[0].code) == FAULTS[text]
    assert parsed.faults[0].hint


def test_two_unknown_names_are_two_faults() -> None:
    assert [fault.offset for fault in parse_condition("wat and wot", STATE).faults] == [0, 8]


def test_a_near_name_is_suggested() -> None:
    state = {"watched": Variable("watched", VariableKind.WHOLE, 0, 9, 0)}

    assert parse_condition("wached > 1", state).faults[0].hint == "Did you mean 'watched'?"


def test_a_lenient_reading_lets_unknown_names_pass() -> None:
    assert parse_condition("wrong > 1 and other == third", {}, lenient=True).faults == ()


def test_the_deepest_brackets_are_read() -> None:
    assert parse_condition("(" * 20 + "away" + ")" * 20, STATE).value == AWAY


def test_the_longest_condition_is_read() -> None:
    text = "away" + " and away" * 32

    assert len(text + " " * 8) == 300
    assert parse_condition(text + " " * 8, STATE).faults == ()


EFFECTS: dict[str, tuple[str, str, Expression]] = {
    "n = 3": ("n", "=", Whole(3)),
    "n += 1": ("n", "+=", Whole(1)),
    "n -= m": ("n", "-=", M),
    "n=(n + 1) % 4": ("n", "=", Arithmetic("%", Arithmetic("+", N, Whole(1)), Whole(4))),
    "away = true": ("away", "=", Truth(value=True)),
    "away = n > 1": ("away", "=", Compare(">", N, Whole(1))),
    "escort = two": ("escort", "=", Label("escort", "two", 1)),
    "order = two": ("order", "=", Label("order", "two", 2)),
    "n = times('line.a')": ("n", "=", Times("line.a")),
}


@pytest.mark.parametrize("text", EFFECTS)
def test_an_effect_becomes_a_value(text: str) -> None:
    parsed = parse_effect(text, STATE)

    assert (parsed.variable, parsed.operator, parsed.value) == EFFECTS[text]
    assert parsed.faults == ()


EFFECT_FAULTS = {
    "n": (0, "X011"),
    "n == 1": (0, "X011"),
    "n *= 2": (0, "X011"),
    "n++": (0, "X011"),
    "1 = n": (0, "X011"),
    "wrong = 1": (0, "N010"),
    "n = wrong": (4, "N010"),
    "n = ": (3, "X004"),
    "n = away": (4, "X008"),
    "n = escort": (4, "X009"),
    "away = 1": (7, "X007"),
    "away += 1": (5, "X008"),
    "escort += 1": (7, "X008"),
    "escort = short": (9, "X009"),
    "escort = order": (9, "X009"),
    "escort = 1": (9, "X008"),
    "n = 1; m = 2": (5, "X005"),
    "n = m = 2": (6, "X005"),
    "n += 1 % 0": (9, "X010"),
    "true = false": (0, "N010"),
}


@pytest.mark.parametrize("text", EFFECT_FAULTS)
def test_an_effect_that_is_none_has_a_coded_spot(text: str) -> None:
    parsed = parse_effect(text, STATE)

    assert parsed.value is None
    assert (parsed.faults[0].offset, parsed.faults[0].code) == EFFECT_FAULTS[text]


TOKENS = st.sampled_from(
    [
        *("not", "(", ")", "n", "+", "m", "*", "2", "%", "3", ">=", "4", "and", "away", "or", "=="),
        *("escort", "two", "one", "!=", "true", "0", "=", "+=", ".", "-", "if", "wrong", "é"),
        *("visited(", "'line.a'", "times(", ",", "[", "lambda", "\n"),
    ]
)


@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=320), st.lists(TOKENS, max_size=60).map(" ".join)))
def test_no_text_raises(text: str) -> None:
    for parsed in (parse_condition(text, STATE), parse_effect(text, STATE)):
        assert (parsed.value is None) == bool(parsed.faults)
        assert all(0 <= fault.offset <= max(len(text), 1) for fault in parsed.faults)
        assert all(fault.code in CODES for fault in parsed.faults)
