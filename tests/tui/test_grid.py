from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.playing.evidence import Cell, Column, Comparison, Row
from game.record.status import Status
from game.tui.grid import cell_words, foot_lines, frame, head_lines, row_lines
from game.tui.sign import ASCII, FINE


def comparison(columns: int, says: str = "It was so.", label: str = "Diary") -> Comparison:
    heads = tuple(Column(f"c{n}", says, "", Status.DISPUTED, 1, 2) for n in range(columns))
    row = Row("diary", label, "read whole", ((Cell.TELLS, "line 1"),) * columns)
    return Comparison("when", "When?", several=False, columns=heads, rows=(row,))


@given(
    st.integers(min_value=1, max_value=12),
    st.integers(min_value=36, max_value=200),
    st.data(),
)
def test_the_claim_that_is_pointed_at_is_always_seen(
    columns: int, width: int, data: st.DataObject
) -> None:
    selected = data.draw(st.integers(min_value=0, max_value=columns - 1))
    first = data.draw(st.integers(min_value=0, max_value=columns - 1))
    seen = frame(comparison(columns), width, selected, first)
    assert seen.first <= selected < seen.first + seen.count
    assert seen.first + seen.count <= columns


@given(st.text(max_size=120), st.text(max_size=60), st.integers(1, 7), st.integers(36, 200))
def test_nothing_stands_over_the_edge(says: str, label: str, columns: int, width: int) -> None:
    table = comparison(columns, says, label)
    seen = frame(table, width, 0, 0)
    lines = [
        *head_lines(table, seen, 0, FINE, 4),
        *row_lines(table.rows[0], seen, 0, FINE),
        *foot_lines(table, seen, FINE),
    ]
    assert max(line.cell_length for line in lines) <= width


def test_a_head_is_cut_between_words_and_says_so() -> None:
    table = comparison(1, "one two three four five six seven eight nine ten eleven twelve")
    seen = frame(table, 40, 0, 0)
    lines = head_lines(table, seen, 0, FINE, 2)
    assert len(lines) == 2
    assert lines[-1].plain.rstrip().endswith("…")
    assert lines[-1].plain.rstrip("… ").split()[-1] in table.columns[0].says.split()


def test_cells_are_words() -> None:
    said = {cell: cell_words((cell, "line 3"), ASCII) for cell in Cell}
    assert said == {
        Cell.TELLS: "line 3",
        Cell.NARROWER: "line 3, more narrowly",
        Cell.REPORTS: "reports, line 3",
        Cell.DENIES: "denies, line 3",
        Cell.DOUBTS: "doubts, line 3",
        Cell.RIVAL: "otherwise",
        Cell.SILENT: "silent",
        Cell.NOT_CONSULTED: "not consulted",
        Cell.NOTHING: "-",
    }
