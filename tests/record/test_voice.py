from __future__ import annotations

from game.model.record import Extent, Question
from game.record.voice import narrower, rivals, silent, speakers, voices, wider
from tests.builders import account, claim, question, scene, story, telling

DAY = question(
    "day",
    claim("june-13", "essay"),
    claim("half-past-five", "file", within="june-13"),
    claim("on-one-clock", "memoir", within="half-past-five"),
    claim("june-14", "article"),
)
CARRIED = question("carried", claim("pistols", "file"), claim("watch", "press"), several=True)


def heard(asked: Question, name: str | None, voice: str) -> set[str]:
    found = voices(story(scene("hall.door"), questions=[asked]), asked, name)
    return {each.account.account for each in getattr(found, voice)}


def test_a_narrower_claim_may_lie_deeper_than_one_step() -> None:
    assert narrower(DAY, "june-13") == {"half-past-five", "on-one-clock"}


def test_a_wider_claim_may_lie_higher_than_one_step() -> None:
    assert wider(DAY, "on-one-clock") == {"half-past-five", "june-13"}


def test_kin_are_no_rivals() -> None:
    assert rivals(DAY, "half-past-five") == {"june-14"}


def test_where_a_question_holds_several_nobody_is_a_rival() -> None:
    assert rivals(CARRIED, "pistols") == frozenset()


def test_the_narrower_supports_the_wider() -> None:
    assert heard(DAY, "june-13", "told") == {"essay", "file", "memoir"}


def test_the_wider_says_nothing_of_the_narrower() -> None:
    assert heard(DAY, "half-past-five", "told") == {"file", "memoir"}
    assert heard(DAY, "half-past-five", "against") == {"article"}


def test_a_denial_of_the_wider_counts_against_the_narrower() -> None:
    asked = question(
        "death",
        claim("killed", "file", denied_by=["essay"]),
        claim("shot", "memoir", within="killed"),
    )
    assert heard(asked, "shot", "against") == {"essay"}


def test_a_denial_of_the_narrower_leaves_the_wider_alone() -> None:
    asked = question(
        "death",
        claim("killed", "file"),
        claim("shot", "memoir", within="killed", denied_by=["essay"]),
    )
    assert heard(asked, "killed", "against") == set()


def test_whoever_tells_any_answer_stands_against_an_answer_that_nobody_gives() -> None:
    assert heard(DAY, None, "against") == {"essay", "file", "memoir", "article"}


def test_an_account_that_speaks_in_any_voice_is_not_silent() -> None:
    asked = question(
        "way", claim("door", "told", reported_by=["reports"], denied_by=["denies"]),
        claim("window", doubted_by=["doubts"]),
    )  # fmt: skip
    assert speakers(asked) == {"told", "reports", "denies", "doubts"}


def test_only_an_account_read_whole_can_be_silent() -> None:
    tale = story(
        scene("hall.door"),
        questions=[question("way", claim("door", "diary"))],
        accounts=[
            account("whole"),
            account("excerpt", read=Extent.EXCERPT),
            account("cited", read=Extent.CITED),
        ],
    )
    quiet = silent(tale, tale.questions["way"])
    assert [each.account for each in quiet] == ["whole"]


def test_a_computation_is_never_called_silent() -> None:
    tale = story(
        scene("hall.door"),
        questions=[question("way", claim("door", "diary"))],
        accounts=[account("moon", kind="computed")],
    )
    assert silent(tale, tale.questions["way"]) == ()


def test_an_account_that_tells_a_claim_never_counts_against_it() -> None:
    asked = question(
        "day",
        claim("june-13", telling("article", "line 28", state="early")),
        claim("june-14", telling("article", "line 242", state="late")),
    )
    assert heard(asked, "june-13", "told") == {"article"}
    assert heard(asked, "june-13", "against") == set()
