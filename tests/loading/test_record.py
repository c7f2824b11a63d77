from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.loading.folder import Reading, read_story
from game.model.record import UNKNOWN, Extent, Making, Telling
from game.model.story import Story

STORIES = Path(__file__).resolve().parent.parent / "stories"
ACCOUNT = "kind: book, read: whole, interest: none, made: freely"


@pytest.fixture(scope="module")
def sample() -> Story:
    story = read_story(STORIES / "sample").story
    assert story is not None
    return story


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(STORIES / "base", tmp_path / "story")


def with_claims(folder: Path, *claims: str) -> Reading:
    lines = "".join(f"    - {{{claim}}}\n" for claim in claims)
    question = f"- question: more\n  asks: What?\n  claims:\n{lines}"
    (folder / "record" / "more.yaml").write_text(question)
    return read_story(folder)


def with_accounts(folder: Path, *accounts: str) -> Reading:
    lines = "".join(f"- {{{account}}}\n" for account in accounts)
    with (folder / "record" / "accounts.yaml").open("a") as file:
        file.write(lines)
    return read_story(folder)


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_an_account_has_all_its_keys(sample: Story) -> None:
    article, moon = sample.accounts["article"], sample.accounts["moon"]

    assert (article.label, article.kind) == ("Encyclopedia article", "reference")
    assert (article.read, article.made) == (Extent.WHOLE, Making.FREELY)
    assert article.interest == "none"
    assert article.rests_on is UNKNOWN
    assert article.states == {"early": "lines 1-41", "late": "lines 211-242"}
    assert moon.rests_on == ()
    assert moon.method.startswith("Standard solar")


def test_a_citation_keeps_texts_lists_and_names(sample: Story) -> None:
    assert sample.accounts["tumshis"].cite == {
        "type": "book",
        "title": "Two of them",
        "author": (
            {"family": "Tumshis", "given": "M. A."},
            {"literal": "Memorial"},
            {
                "family": "Gaulle",
                "given": "Charles",
                "suffix": "Jr.",
                "dropping-particle": "von",
                "non-dropping-particle": "de",
            },
        ),
        "publisher-place": ("Moscow", "Khabarovsk"),
        "issued": "2004",
    }


def test_a_question_has_all_its_keys(sample: Story) -> None:
    assert sample.questions["koreans-where"].about_victims
    assert sample.questions["what-he-carried"].several
    assert not sample.questions["crossing-day"].several
    assert list(sample.questions["crossing-day"].claims) == [
        "june-13",
        "june-13-half-past-five",
        "june-14",
    ]
    assert sample.questions["why-cap-left"].claims == {}


def test_a_claim_has_four_voices(sample: Story) -> None:
    claim = sample.questions["wire-odd"].claims["no-post"]
    (told,), (doubted,) = claim.told_by, claim.doubted_by

    assert told == Telling(
        "article", "lines 24, 238", quote="No post was named", lang="en", position=told.position
    )
    assert (doubted.account, doubted.at) == ("kotkin", "note 180")
    assert doubted.note == "Unclear whether it happened."
    assert sample.questions["escort-number"].claims["two"].reported_by[0].account == "kotkin"
    assert sample.questions["death"].claims["takeoka-shot"].denied_by[0].at == "page 3"
    assert claim.note == "The translation says duty."


def test_within_states_and_from_are_read(sample: Story) -> None:
    claims = sample.questions["crossing-day"].claims

    assert claims["june-13-half-past-five"].within == "june-13"
    assert [each.state for each in claims["june-14"].told_by] == ["early", "late"]
    assert claims["june-13"].told_by[1].source == ("war-ministry",)
    assert claims["june-13"].told_by[0].source is None
    half = sample.questions["escort-order"].claims["half-kilometre"]
    assert half.told_by[0].source is UNKNOWN


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (["claim: a, says: A., told_by: [{account: essay}]"], ["E003"]),
        (["claim: a, says: A., denied_by: [{account: essay}]"], ["E003"]),
        (["claim: a, says: A., reported_by: [{account: essay}]"], []),
        (["claim: a, says: A., doubted_by: [{account: essay}]"], []),
        (["claim: a, says: A.", "claim: a, says: B."], ["F006"]),
        (["claim: a, says: A., within: b"], ["N004"]),
        (["claim: a, says: A., within: a"], ["E004"]),
        (["claim: a, says: A., within: b", "claim: b, says: B., within: a"], ["E004"]),
        (["claim: a, says: A., within: b", "claim: b, says: B."], []),
        (["claim: a, says: A., told_by: [{account: essay, at: x, from: [essay]}]"], []),
        (["claim: a, says: A., told_by: [{account: essay, at: x, from: [book]}]"], ["E005"]),
        (["claim: a, says: A., doubted_by: [{account: essay, from: [book]}]"], ["E005"]),
        (["claim: a, says: A., told_by: [{account: essay, at: x, from: [bok]}]"], ["N005"]),
        (["claim: a, says: A., told_by: [{account: bok, state: early, at: x}]"], ["N005"]),
        (["claim: none, says: A."], ["F005"]),
        (["claim: a, says: A., told_by: essay"], ["F003"]),
    ],
)
def test_claims_are_judged(folder: Path, claims: list[str], expected: list[str]) -> None:
    assert codes(with_claims(folder, *claims)) == expected


def test_the_same_claim_may_stand_in_two_questions(folder: Path) -> None:
    assert codes(with_claims(folder, "claim: alone, says: A.")) == []


def test_a_later_state_may_go_back_to_what_goes_back_to_the_text(folder: Path) -> None:
    reading = with_accounts(
        folder, f"account: paper, label: P, {ACCOUNT}, rests_on: [], states: {{late: x}}"
    )
    assert codes(reading) == []
    with_accounts(folder, f"account: tome, label: T, {ACCOUNT}, rests_on: [paper]")
    telling = "account: paper, state: late, at: x, from: [tome]"

    assert codes(with_claims(folder, f"claim: a, says: A., told_by: [{{{telling}}}]")) == []


@pytest.mark.parametrize(
    ("accounts", "statement"),
    [
        (["a: [a]"], "'a' has it from 'a'."),
        (["a: [b]", "b: [a]"], "'a' has it from 'b', which has it from 'a'."),
        (
            ["a: [essay, b]", "b: [c]", "c: [essay, a]"],
            "'a' has it from 'b', which has it from 'c', which has it from 'a'.",
        ),
    ],
)
def test_a_ring_of_accounts_is_named_once(
    folder: Path, accounts: list[str], statement: str
) -> None:
    lines = []
    for account in accounts:
        name, _, descent = account.partition(": ")
        lines.append(f"account: {name}, label: L, {ACCOUNT}, rests_on: {descent}")

    reading = with_accounts(folder, *lines)

    assert [problem.statement for problem in reading.problems] == [statement]


def test_a_long_descent_without_a_ring_is_read(folder: Path) -> None:
    lines = [
        f"account: a{number}, label: L, {ACCOUNT}, rests_on: [a{number + 1}]"
        for number in range(400)
    ]
    last = f"account: a400, label: L, {ACCOUNT}, rests_on: []"

    assert codes(with_accounts(folder, *lines, last)) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("cite: {type: book, author: [{family: A, given: B}]}", []),
        ("cite: {title: x}", ["F002"]),
        ("cite: {type: bok}", ["F004"]),
        ("cite: {type: book, autor: x}", ["F001"]),
        ("cite: {type: book, author: A}", ["F003"]),
        ("cite: {type: book, author: [{given: A}]}", ["F003"]),
        ("cite: {type: book, author: [{literal: A, family: B}]}", ["F003"]),
        ("cite: {type: book, title: {a: b}}", ["F003"]),
        ("cite: book", ["F003"]),
        ("method: x", ["E006"]),
        ("states: [a]", ["F003"]),
    ],
)
def test_an_account_is_judged(folder: Path, keys: str, expected: list[str]) -> None:
    reading = with_accounts(folder, f"account: a, label: A, {ACCOUNT}, rests_on: [], {keys}")

    assert codes(reading) == expected
