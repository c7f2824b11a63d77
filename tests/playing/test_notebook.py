from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from game.playing.evidence import Met
from game.playing.notebook import NotExported, as_csv, as_markdown, export
from game.record.status import Status
from tests.playing.sample import STORY

MET = Met(
    3, "order", "minutes", "What was he told?", "Forty minutes.", Status.DISPUTED, True, "The hut"
)
ROW = ("3", "The hut", "What was he told?", "Forty minutes.", "disputed", "played", "x")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_a_spreadsheet_gets_one_row_of_heads_and_one_for_each_thing_met(tmp_path: Path) -> None:
    assert export(tmp_path / "log.csv", [MET], STORY) == 1
    heads, row = rows((tmp_path / "log.csv").read_text("utf-8-sig"))
    assert heads[:5] == ["Choice", "Scene", "Question", "Claim", "How well known"]
    assert row == [
        "3",
        "The hut",
        "What was he told?",
        "Forty minutes.",
        "disputed",
        "played",
        "Magazine, line 189",
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_could_be_a_formula_gets_an_apostrophe(sign: str) -> None:
    assert rows(as_csv([(f"{sign}SUM(A1)", "a=b")]))[1] == [f"'{sign}SUM(A1)", "a=b"]


@pytest.mark.parametrize("sign", ["|", "*", "_", "`", "[", "<", "\\"])
def test_what_markdown_would_take_for_markup_is_escaped(sign: str) -> None:
    line = as_markdown([(f"a{sign}b", *ROW[1:])], STORY).splitlines()[-1]
    assert line.startswith(f"| a\\{sign}b | The hut |")


def test_a_line_break_does_not_end_a_row() -> None:
    assert "| a b | The hut |" in as_markdown([("a\nb", *ROW[1:])], STORY)


def test_a_name_in_capitals_is_written_too(tmp_path: Path) -> None:
    assert export(tmp_path / "LOG.MD", [MET], STORY) == 1


@pytest.mark.parametrize("name", ["log.txt", "log", ".md"])
def test_another_kind_of_file_is_not_written(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotExported, match="neither"):
        export(tmp_path / name, [MET], STORY)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "log.md").write_text("mine")
    with pytest.raises(NotExported, match="already"):
        export(tmp_path / "log.md", [MET], STORY)
    assert (tmp_path / "log.md").read_text() == "mine"


@pytest.mark.parametrize("name", ["no/such/folder/log.md", "nul\0.md"])
def test_a_place_that_cannot_be_written_to_gets_a_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotExported, match="Try another place"):
        export(tmp_path / name, [MET], STORY)
