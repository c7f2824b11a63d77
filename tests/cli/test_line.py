from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_the_lines_of_two_accounts_run_to_an_ending_and_part(run: Run) -> None:
    told = run("line", "magazine", "article", "--json")
    both = json.loads(told.out)
    assert told.code == 0
    assert all(each["ending"] for each in both["lines"])
    assert both["parted"]["choices"][0] != both["parted"]["choices"][1]


def test_a_line_is_printed_with_its_choice_ids(run: Run) -> None:
    ids = json.loads(run("line", "magazine", "--json").out)["choices"]
    text = run("line", "magazine").out
    assert all(f"[{each}]" in " ".join(text.split()) for each in ids)


def test_two_lines_side_by_side_fit_a_terminal(run: Run) -> None:
    told = run("line", "magazine", "article")
    assert max(map(len, told.out.splitlines())) <= 80
    assert "They part at '" in told.out


def test_a_line_that_is_not_there_is_a_wrong_request(run: Run) -> None:
    told = run("line", "nobody")
    assert told.code == 2
    assert told.err.startswith("The story has no line 'nobody'.")
