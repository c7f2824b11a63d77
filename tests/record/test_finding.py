"""The derivation, as the record's own rules have it: nothing declares a status."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.record import UNKNOWN, Account, Claim, Descent, Question, Telling
from game.model.scene import Entry
from game.model.story import Story
from game.record.finding import Finding, claim_finding, find, findings
from game.record.status import Status
from tests.builders import (
    READING,
    account,
    claim,
    enacts,
    infers,
    invents,
    question,
    scene,
    story,
    telling,
)

HIMSELF = account("himself")
PAPERS = [account(name, rests_on=("himself",)) for name in ("first", "second", "third")]


def tale(*questions: Question, accounts: Sequence[Account] = ()) -> Story:
    return story(scene("hall.door"), questions=questions, accounts=accounts)


def judged(entry: Entry, *claims: Claim, accounts: Sequence[Account] = ()) -> Finding:
    return find(tale(question("way", *claims), accounts=accounts), entry)


def test_one_mans_story_in_three_papers_is_one_teller() -> None:
    found = judged(
        enacts("way/door"), claim("door", "first", "second", "third"), accounts=[HIMSELF, *PAPERS]
    )
    assert found.status is Status.ONE_TELLER
    assert found.remark == "3 accounts, one witness"


def test_one_mans_story_and_an_unrelated_file_attest() -> None:
    found = judged(
        enacts("way/door"),
        claim("door", "first", "second", "third", "file"),
        accounts=[HIMSELF, *PAPERS],
    )
    assert found.status is Status.ATTESTED
    assert found.remark == "4 accounts, 2 witnesses"


def test_a_synthesis_of_both_never_demotes() -> None:
    synthesis = account("synthesis", rests_on=("himself", "file"))
    found = judged(
        enacts("way/door"),
        claim("door", "first", "file", "synthesis"),
        accounts=[HIMSELF, *PAPERS, synthesis],
    )
    assert found.status is Status.ATTESTED
    assert found.witnesses_for == 2


def test_two_accounts_of_unknown_descent_are_one_teller() -> None:
    found = judged(
        enacts("way/door"),
        claim("door", "article", "essay"),
        accounts=[account("article", rests_on=UNKNOWN), account("essay", rests_on=UNKNOWN)],
    )
    assert found.status is Status.ONE_TELLER
    assert found.remark == "2 accounts, one witness"


def test_an_account_of_unknown_descent_attests_nothing_beside_a_witness() -> None:
    found = judged(
        enacts("way/door"),
        claim("door", "file", "essay"),
        accounts=[account("essay", rests_on=UNKNOWN)],
    )
    assert found.status is Status.ONE_TELLER


def test_what_two_papers_have_from_one_agency_is_one_witness() -> None:
    found = judged(
        enacts("way/door"),
        claim(
            "door",
            telling("file", source=("agency",)),
            telling("essay", source=("agency",)),
        ),
        accounts=[account("agency")],
    )
    assert found.status is Status.ONE_TELLER


def test_two_states_of_one_text_are_one_witness() -> None:
    states = {"early": "lines 1-41", "late": "lines 211-242"}
    found = judged(
        enacts("way/door"),
        claim("door", telling("text", state="early"), telling("text", "line 9", state="late")),
        accounts=[account("text", states=states)],
    )
    assert found.status is Status.ONE_TELLER
    assert found.remark == ""


def test_two_states_that_differ_do_not_speak_against_each_other() -> None:
    found = judged(
        enacts("way/door"),
        claim("door", telling("text", state="early")),
        claim("window", telling("text", state="late")),
        accounts=[account("text", states={"early": "lines 1-9", "late": "lines 10-19"})],
    )
    assert found.status is Status.ONE_TELLER


def test_the_narrower_claim_supports_the_wider() -> None:
    claims = [claim("door", "essay"), claim("front-door", "file", within="door")]
    assert judged(enacts("way/door"), *claims).status is Status.ATTESTED


def test_the_wider_claim_is_not_against_the_narrower() -> None:
    claims = [claim("door", "essay"), claim("front-door", "file", within="door")]
    assert judged(enacts("way/front-door"), *claims).status is Status.ONE_TELLER


def test_a_claim_told_and_told_otherwise_is_disputed() -> None:
    claims = [claim("door", "essay"), claim("window", "file")]
    found = judged(enacts("way/door"), *claims)
    assert found.status is Status.DISPUTED
    assert (found.witnesses_for, found.witnesses_against) == (1, 1)


def test_a_claim_told_only_otherwise_is_against_the_record() -> None:
    found = judged(enacts("way/window"), claim("door", "essay"), claim("window"))
    assert found.status is Status.AGAINST
    assert found.remark == "one teller against"


def test_an_answer_that_nobody_gives_is_against_whoever_gives_one() -> None:
    found = judged(enacts("way/none"), claim("door", "essay"), claim("window", "file"))
    assert found.status is Status.AGAINST
    assert found.witnesses_against == 2
    assert found.remark == "the record is itself disputed"


def test_a_question_that_nobody_answers_is_not_known() -> None:
    found = judged(enacts("way/door"), claim("door", reported_by=["essay"]))
    assert found.status is Status.NOT_KNOWN


def test_a_report_changes_no_status_and_is_shown() -> None:
    claims = [claim("door", "essay"), claim("window", reported_by=["file", "memoir"])]
    assert judged(enacts("way/door"), *claims).status is Status.ONE_TELLER
    shown = judged(enacts("way/window"), *claims).voices.reported
    assert [voice.account.account for voice in shown] == ["file", "memoir"]


def test_a_doubt_changes_no_status_and_is_shown() -> None:
    found = judged(enacts("way/door"), claim("door", "essay", doubted_by=["file"]))
    assert found.status is Status.ONE_TELLER
    assert [voice.account.account for voice in found.voices.doubted] == ["file"]


def test_a_denial_makes_a_dispute() -> None:
    found = judged(enacts("way/door"), claim("door", "essay", denied_by=["file"]))
    assert found.status is Status.DISPUTED


def test_what_rests_on_a_teller_and_tells_otherwise_is_shown_and_not_counted() -> None:
    found = judged(
        enacts("way/door"),
        claim("door", "himself"),
        claim("window", "first"),
        accounts=[HIMSELF, *PAPERS],
    )
    assert found.status is Status.ONE_TELLER
    assert [voice.account.account for voice in found.voices.retold] == ["first"]


def test_a_teller_of_the_rival_who_rests_on_nobody_here_counts() -> None:
    found = judged(
        enacts("way/window"),
        claim("door", "himself"),
        claim("window", "first"),
        accounts=[HIMSELF, *PAPERS],
    )
    assert found.status is Status.DISPUTED


def test_what_an_account_tells_at_first_hand_is_not_retold() -> None:
    found = judged(
        enacts("way/door"),
        claim("door", "himself"),
        claim("window", telling("first", source=("first",))),
        accounts=[HIMSELF, *PAPERS],
    )
    assert found.status is Status.DISPUTED


def test_a_denial_by_one_who_rests_on_a_teller_counts() -> None:
    found = judged(
        enacts("way/door"),
        claim("door", "himself", denied_by=["first"]),
        accounts=[HIMSELF, *PAPERS],
    )
    assert found.status is Status.DISPUTED


def test_where_a_question_holds_several_answers_none_is_against_another() -> None:
    asked = question("way", claim("pistols", "file"), claim("watch", "press"), several=True)
    assert find(tale(asked), enacts("way/pistols")).status is Status.ONE_TELLER


def test_where_a_question_holds_several_a_denial_still_counts() -> None:
    asked = question("way", claim("pistols", "file", denied_by=["press"]), several=True)
    assert find(tale(asked), enacts("way/pistols")).status is Status.DISPUTED


def test_an_inference_is_inferred_where_nobody_answers() -> None:
    found = judged(infers("way", "other/fact"), claim("door", reported_by=["essay"]))
    assert found.status is Status.INFERRED
    assert [str(premise) for premise in found.premises] == ["other/fact"]


def test_an_inference_that_one_account_answers_is_against_the_record() -> None:
    found = judged(infers("way", "other/fact"), claim("door", "essay"))
    assert found.status is Status.AGAINST
    assert found.remark == "inferred otherwise"


def test_an_invention_with_no_question_is_invented() -> None:
    found = judged(invents("Nobody says what he ate."), claim("door", "essay"))
    assert found.status is Status.INVENTED
    assert found.why == "Nobody says what he ate."


def test_an_invention_that_touches_an_open_question_is_invented() -> None:
    found = judged(invents(question="way"), claim("door", reported_by=["essay"]))
    assert found.status is Status.INVENTED


def test_an_invention_cannot_hide_what_an_account_answers() -> None:
    assert judged(invents(question="way"), claim("door", "essay")).status is Status.AGAINST


def test_another_thing_where_several_hold_is_against_none_of_them() -> None:
    asked = question("way", claim("pistols", "file"), several=True)
    assert find(tale(asked), invents(question="way")).status is Status.INVENTED


def test_turning_a_page_has_no_status() -> None:
    found = judged(READING, claim("door", "essay"))
    assert found.status is None
    assert findings(tale(), (READING,)) == ()


def test_he_is_recorded_as_doing_what_somebody_tells() -> None:
    claims = [claim("door", "essay"), claim("window")]
    assert judged(enacts("way/door"), *claims).recorded
    assert not judged(enacts("way/window"), *claims).recorded


# Laws, over whole records drawn at random.

NAMES = ("a", "b", "c", "d", "e", "f", "g")
CLAIMS = ("one", "two", "three", "four")
VOICES = ("told_by", "reported_by", "denied_by", "doubted_by")


@st.composite
def descents(draw: st.DrawFn, index: int) -> Descent:
    """An account rests on earlier ones, on nobody, or nobody can say."""
    if draw(st.integers(0, 4)) == 0:
        return UNKNOWN
    return tuple(sorted(draw(st.sets(st.sampled_from(NAMES[:index])) if index else st.just(set()))))


@st.composite
def records(draw: st.DrawFn) -> tuple[list[Account], Question]:
    accounts = [account(name, rests_on=draw(descents(index))) for index, name in enumerate(NAMES)]
    tellers = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)
    claims = []
    for index, name in enumerate(CLAIMS):
        within = draw(st.sampled_from([None, None, *CLAIMS[:index]]))
        told, reported, denied, doubted = (draw(tellers) for _ in VOICES)
        claims.append(
            claim(
                name,
                *told,
                within=within,
                reported_by=reported,
                denied_by=[each for each in denied if each not in told],
                doubted_by=doubted,
            )
        )
    return accounts, question("way", *claims, several=draw(st.booleans()))


def status_of(accounts: Sequence[Account], asked: Question, name: str) -> Status | None:
    return claim_finding(tale(asked, accounts=accounts), asked, name).status


def with_teller(asked: Question, name: str, teller: Telling) -> Question:
    claims = [
        claim(
            each.claim,
            *each.told_by,
            *([teller] if each.claim == name else []),
            within=each.within,
            reported_by=each.reported_by,
            denied_by=each.denied_by,
            doubted_by=each.doubted_by,
        )
        for each in asked.claims.values()
    ]
    return question("way", *claims, several=asked.several)


@given(records(), st.sampled_from(CLAIMS), st.sampled_from(NAMES))
def test_one_more_supporting_witness_never_takes_attested_away(
    record: tuple[list[Account], Question], name: str, teller: str
) -> None:
    accounts, asked = record
    if status_of(accounts, asked, name) is Status.ATTESTED:
        more = with_teller(asked, name, telling(teller, "page 99"))
        assert status_of(accounts, more, name) is Status.ATTESTED


@given(records(), st.sampled_from(CLAIMS), st.sampled_from(NAMES))
def test_one_more_teller_never_lowers_the_count_of_witnesses(
    record: tuple[list[Account], Question], name: str, teller: str
) -> None:
    accounts, asked = record
    more = with_teller(asked, name, telling(teller, "page 99"))
    before = claim_finding(tale(asked, accounts=accounts), asked, name)
    after = claim_finding(tale(more, accounts=accounts), more, name)
    assert after.witnesses_for >= before.witnesses_for
    assert after.witnesses_against <= before.witnesses_against


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(
    record: tuple[list[Account], Question], random: object
) -> None:
    accounts, asked = record
    shuffled = list(accounts)
    claims = list(asked.claims.values())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(claims)  # type: ignore[attr-defined]
    turned = question("way", *claims, several=asked.several)
    for name in (*CLAIMS, None):
        one = claim_finding(tale(asked, accounts=accounts), asked, name)
        other = claim_finding(tale(turned, accounts=shuffled), turned, name)
        assert (one.status, one.remark) == (other.status, other.remark)
        assert one.witnesses_for == other.witnesses_for
        assert one.witnesses_against == other.witnesses_against
        assert {each.account for each in one.silent} == {each.account for each in other.silent}


@given(records(), st.sampled_from(CLAIMS))
def test_reports_and_doubts_never_change_a_status(
    record: tuple[list[Account], Question], name: str
) -> None:
    accounts, asked = record
    quiet = question(
        "way",
        *(
            claim(each.claim, *each.told_by, within=each.within, denied_by=each.denied_by)
            for each in asked.claims.values()
        ),
        several=asked.several,
    )
    assert status_of(accounts, quiet, name) is status_of(accounts, asked, name)


@pytest.mark.parametrize("entry", [enacts("way/one"), enacts("way/none"), invents(question="way")])
@given(record=records())
def test_the_first_status_that_fits_is_taken(
    entry: Entry, record: tuple[list[Account], Question]
) -> None:
    accounts, asked = record
    found = find(tale(asked, accounts=accounts), entry)
    told, against = found.witnesses_for, found.witnesses_against
    if told and against:
        assert found.status is Status.DISPUTED
    elif told:
        assert found.status is (Status.ATTESTED if told > 1 else Status.ONE_TELLER)
    elif against:
        assert found.status is Status.AGAINST
    else:
        assert found.status in {Status.INVENTED, Status.NOT_KNOWN}
