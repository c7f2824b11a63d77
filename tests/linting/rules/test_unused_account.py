from __future__ import annotations

from game.linting.rules.unused_account import check
from tests.builders import account, claim, line, question, scene, story, telling


def test_an_account_is_used_by_a_telling_a_descent_a_from_or_a_line() -> None:
    tale = story(
        scene("hall.door"),
        questions=[question("way", claim("door", telling("teller", source=("source",))))],
        accounts=[
            account("teller", rests_on=("root",)),
            account("root"),
            account("source"),
            account("led"),
            account("idle"),
        ],
        lines=[line("led")],
    )
    assert [problem.statement for problem in check(tale)] == ["Nobody uses the account 'idle'."]
