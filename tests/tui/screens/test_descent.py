from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.playing.evidence import Branch
from game.tui.screens.descent import branch_lines
from game.tui.sign import ASCII, FINE


def branch(label: str, *takers: Branch, tells: bool = True, unknown: bool = False) -> Branch:
    first_hand = not unknown
    place = "line 1" if tells else ""
    return Branch(label.lower(), label, place, tells, first_hand, unknown, takers)


def drawn(root: Branch, width: int = 60) -> list[str]:
    return [line.plain.rstrip() for line, _ in branch_lines(root, FINE, width)]


def test_takers_hang_below_the_one_they_took_it_from() -> None:
    taken = Branch("c", "C", "line 3", tells=True, first_hand=False, unknown=False, takers=())
    root = branch("A", branch("B", taken, unknown=True), branch("D", tells=False))
    assert drawn(root) == [
        "A, line 1, at first hand",
        "├─ B, line 1, nobody can say from whom",
        "│  └─ C, line 3",
        "└─ D, does not tell it itself, at first hand",
    ]


def test_a_long_name_goes_on_beside_the_branch() -> None:
    root = branch("A", branch("Somebody with a long name indeed"), branch("B"))
    assert drawn(root, 27)[1:4] == [
        "├─ Somebody with a long",
        "│    name indeed, line 1,",
        "│    at first hand",
    ]


def test_in_ascii_the_tree_is_ascii() -> None:
    root = branch("A", branch("B", branch("C")), branch("D"))
    assert "".join(line.plain for line, _ in branch_lines(root, ASCII, 40)).isascii()


@given(st.integers(min_value=0, max_value=6), st.text(max_size=60), st.integers(50, 90))
def test_no_branch_stands_over_the_edge(depth: int, label: str, width: int) -> None:
    tree = branch(label)
    for _ in range(depth):
        tree = branch(label, tree, branch(label))
    assert max(line.cell_length for line, _ in branch_lines(tree, FINE, width)) <= width
