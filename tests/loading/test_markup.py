from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.loading.fault import CODES
from game.loading.markup import ProseKind
from game.loading.name import Names
from game.loading.node import Table, read_nodes
from game.loading.source import Source, decode
from game.model.expression import Compare, Condition, Not, Read, Whole
from game.model.prose import Arm, Mark, MarkKind, Paragraph, Prose, Stretch, Value, Words
from game.model.story import Variable, VariableKind
from game.position import Position

STATE = {
    "n": Variable("n", VariableKind.WHOLE, 0, 9, 0),
    "away": Variable("away", VariableKind.YES_NO, 0, 1, 0),
    "escort": Variable("escort", VariableKind.ONE_OF, 0, 1, 0, ("one", "two")),
}


def read(yaml: str) -> tuple[Prose | None, Source]:
    source = decode("x.yaml", yaml.encode(), Names(variables=dict(STATE)))
    table = read_nodes(source)
    assert isinstance(table, Table)
    return ProseKind().read(table.entries["text"][1], source), source


def block(text: str) -> str:
    return "text: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))


def pieces(text: str) -> tuple[Words | Value | Stretch, ...]:
    prose, source = read(block(text))
    assert source.problems == []
    assert prose is not None
    ((paragraph,),) = prose.beats
    return paragraph.pieces


def faults(yaml: str) -> list[tuple[int, int, str]]:
    _, source = read(yaml)
    assert all(each.hint and each.code in CODES for each in source.problems)
    return [(each.position.line, each.position.column, each.code) for each in source.problems]


def test_lines_of_a_paragraph_flow_together() -> None:
    assert pieces("One\n  two   \nthree.") == (Words("One two three."),)


def test_a_blank_line_parts_paragraphs_and_dashes_part_beats() -> None:
    prose, _ = read(block("One.\n\n\nTwo.\n---\nThree."))

    assert prose is not None
    assert prose.beats == (
        (Paragraph((Words("One."),)), Paragraph((Words("Two."),))),
        (Paragraph((Words("Three."),)),),
    )


def test_blanks_make_a_line_blank() -> None:
    prose, _ = read(block("One.\n   \nTwo."))

    assert prose is not None
    assert len(prose.beats[0]) == 2


@pytest.mark.parametrize("dash", ["He waits --- and goes.", "----", "- --"])
def test_other_dashes_are_words(dash: str) -> None:
    assert pieces(dash) == (Words(dash),)


def test_emphasis_and_strength_are_carried_by_the_words() -> None:
    assert pieces("a *b* **c** ***d***") == (
        Words("a "),
        Words("b", emphasis=True),
        Words(" "),
        Words("c", strong=True),
        Words(" "),
        Words("d", emphasis=True, strong=True),
    )


def test_emphasis_may_run_across_lines_and_values() -> None:
    assert pieces("*b\n{n} c*") == (
        Words("b ", emphasis=True),
        Value("n", emphasis=True),
        Words(" c", emphasis=True),
    )


@pytest.mark.parametrize("sign", ["{", "}", "[", "]", "*", "|", "\\"])
def test_a_backslash_frees_a_sign(sign: str) -> None:
    assert pieces(f"a \\{sign} b") == (Words(f"a {sign} b"),)


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("claim:day/june-13", MarkKind.CLAIM),
        ("person:guard", MarkKind.PERSON),
        ("place:hut", MarkKind.PLACE),
        ("word:troika", MarkKind.WORD),
    ],
)
def test_a_link_marks_its_words(target: str, kind: MarkKind) -> None:
    mark = Mark(kind, target.partition(":")[2], Position("x.yaml", 2, 5))

    assert pieces(f"a [b *c* {{n}}]({target}).") == (
        Words("a "),
        Words("b ", mark=mark),
        Words("c", emphasis=True, mark=mark),
        Words(" ", mark=mark),
        Value("n", mark=mark),
        Words("."),
    )


def test_a_stretch_has_arms_with_their_conditions() -> None:
    first = Condition("n >= 2", Compare(">=", Read("n"), Whole(2)), Position("x.yaml", 2, 8))
    second = Condition("not away", Not(Read("away")), Position("x.yaml", 2, 25))

    assert pieces("a {if n >= 2: b | elif not away: *c* | else: {n}} d") == (
        Words("a "),
        Stretch(
            (
                Arm(first, (Words("b"),)),
                Arm(second, (Words("c", emphasis=True),)),
                Arm(None, (Value("n"),)),
            )
        ),
        Words(" d"),
    )


def test_an_arm_keeps_the_blanks_beyond_its_own() -> None:
    (stretch,) = pieces("{if away:  b  | else: c }")

    assert isinstance(stretch, Stretch)
    assert [arm.pieces for arm in stretch.arms] == [(Words(" b "),), (Words("c "),)]


def test_an_arm_may_be_empty() -> None:
    (stretch,) = pieces("{if away: | else: c}")

    assert isinstance(stretch, Stretch)
    assert [arm.pieces for arm in stretch.arms] == [(), (Words("c"),)]


def test_a_stretch_may_run_over_lines_and_hold_links() -> None:
    (stretch,) = pieces("{if away:\n[b](word:w)\n| else:\nc}")

    assert isinstance(stretch, Stretch)
    assert stretch.arms[0].pieces == (
        Words("b", mark=Mark(MarkKind.WORD, "w", Position("x.yaml", 3, 3))),
    )
    assert stretch.arms[1].pieces == (Words("c"),)


def test_a_condition_ends_at_its_first_colon_with_a_blank() -> None:
    (stretch,) = pieces("{if away: He says: run}")

    assert isinstance(stretch, Stretch)
    assert stretch.arms[0].pieces == (Words("He says: run"),)


FAULTS = {
    "a *b": [(2, 5, "P001")],
    "a **b": [(2, 5, "P001")],
    "a * b": [(2, 5, "P002")],
    "*b *c": [(2, 6, "P002"), (2, 3, "P001")],
    "a } b": [(2, 5, "P002")],
    "a ] b": [(2, 5, "P002")],
    "a | b": [(2, 5, "P002")],
    "a \\ b": [(2, 5, "P002")],
    "a { b": [(2, 5, "P001")],
    "a [b": [(2, 5, "P001")],
    "a [b] c": [(2, 5, "P003")],
    "a [b](c) d": [(2, 5, "P003")],
    "a [b](clam:q/c)": [(2, 9, "P003")],
    "a [b](claim:q)": [(2, 15, "P003")],
    "a [b](person:Q)": [(2, 16, "P003")],
    "a [](word:w)": [(2, 5, "P003")],
    "a [b [c](word:w)": [(2, 8, "P002")],
    "a [b {if away: c}](word:w)": [(2, 8, "P004")],
    "{if away: {if away: b}}": [(2, 13, "P004")],
    "{if away b}": [(2, 6, "P004")],
    "{if away: b | or: c}": [(2, 15, "P004")],
    "{if away: b | else: c | else: d}": [(2, 25, "P004")],
    "{if away: b": [(2, 3, "P001")],
    "{if away: b | else: c": [(2, 3, "P001")],
    "{if away: *b} c*": [(2, 13, "P001"), (2, 18, "P002")],
    "*a {if away: b* c}": [(2, 3, "P001"), (2, 3, "P001")],
    "{if wrong: b}": [(2, 7, "N010")],
    "{if n: b}": [(2, 7, "X007")],
    "x {if n > 1: b | elif n: c}": [(2, 25, "X007")],
    "{wrong}": [(2, 4, "N010")],
    "{away}": [(2, 4, "P005")],
    "{}": [(2, 4, "P005")],
    "{a b}": [(2, 4, "P005")],
    "a\n---": [(3, 3, "P006")],
    "---\na": [(2, 3, "P006")],
    "a\n---\n---\nb": [(4, 3, "P006")],
    "one\ntwo\n\n  three }": [(5, 11, "P002")],
    "{if away: b\n\nc}": [(2, 3, "P001"), (4, 4, "P002")],
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_mark_that_is_none_has_a_coded_place(text: str) -> None:
    assert faults(block(text)) == FAULTS[text]


@pytest.mark.parametrize(
    ("yaml", "column"),
    [("text: a } b", 9), ("text: 'a } b'", 10), ('text: "a } b"', 10), ('text: "\\x61 } b"', 7)],
)
def test_a_fault_in_a_line_has_its_column_where_that_can_be_told(yaml: str, column: int) -> None:
    assert faults(yaml) == [(1, column, "P002")]


@pytest.mark.parametrize(
    "yaml", ["text: a\n  b", "text: 'a\n  b'", "text: >\n  a", "text: >-\n  a\n  b"]
)
def test_prose_of_several_lines_is_only_read_as_a_block(yaml: str) -> None:
    assert [code for *_, code in faults(yaml)] == ["Y018"]


def test_a_block_with_its_own_indent_keeps_places() -> None:
    assert faults("text: |2\n     a\n   b }\n") == [(3, 6, "P002")]


TOKENS = st.sampled_from(
    [
        *("*", "**", "{", "}", "[", "]", "|", "\\", "(", ")", "{if ", "away", ": ", " ", "\n", "a"),
        *("else", "elif ", "](claim:q/c)", "](word:w)", "n > 1", "---", "\n\n", "{n}", "| else: "),
    ]
)


@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=200), st.lists(TOKENS, max_size=60).map("".join)))
def test_no_text_raises(text: str) -> None:
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    source = decode("x.yaml", f"text: |2\n{lines}".encode(errors="replace"), Names())
    source.names.variables.update(STATE)
    table = read_nodes(source)
    if isinstance(table, Table) and "text" in table.entries:
        ProseKind().read(table.entries["text"][1], source)

    assert all(problem.code in CODES for problem in source.problems)
    assert all(problem.position.line <= len(source.lines) for problem in source.problems)
