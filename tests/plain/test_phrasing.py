from __future__ import annotations

from game.engine.replay import replay
from game.engine.rules import Rules
from game.model.record import Extent
from game.model.scene import Entry
from game.model.story import Story
from game.plain import phrasing
from game.playing.composition import Composer
from game.playing.page import Heading, Page, Taken
from tests.builders import (
    account,
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    leaves,
    question,
    scene,
    story,
    telling,
)

ORDER = question(
    "order",
    claim("minutes", telling("magazine", "line 189"), says="Forty minutes."),
    claim(
        "signal",
        telling("article", "line 28", state="early", quote="a signal", note="Two states."),
        says="A signal.",
        reported_by=[telling("hearsay", "page 1")],
        doubted_by=[telling("kotkin", "note 180", note="Unclear.")],
    ),
    asks="What was he told?",
)
MISSED = question("missed", claim("nothing"), asks="Who saw him?")


def tale(*record: Entry) -> Story:
    hut = scene("hill.hut", choice("go", "Go.", to="far.end", record=record), title="The hut")
    quiet = [account("kara", label="Karavashkin"), account("kotkin", read=Extent.CITED)]
    return story(hut, end("far.end"), questions=[ORDER, MISSED], accounts=quiet)


def page(*record: Entry, after: tuple[str, ...] = ("go",)) -> Page:
    rules = Rules(tale(*record))
    return Composer(rules).page(replay(rules, 0, after))


def last(*record: Entry) -> Taken:
    taken = page(*record).last
    assert taken is not None
    return taken


def said(*record: Entry) -> list[str]:
    return list(phrasing.chosen(last(*record)))


def test_a_choice_is_said_with_everybody_who_speaks_and_where() -> None:
    assert said(enacts("order/minutes", note="Nobody else was there.")) == [
        "You chose: Go.",
        "How well known: DISPUTED [D]. 1 for, 1 against, 1 silent. He is recorded as doing this.",
        "For: Magazine, line 189: Forty minutes.",
        "Against: Article (early), line 28: A signal.",
        "Silent: Karavashkin.",
        "Note: Nobody else was there.",
    ]


def test_reports_and_doubts_are_said() -> None:
    lines = said(enacts("order/signal"))
    assert "Reported: Hearsay, page 1: A signal." in lines
    assert "Doubted: Kotkin, note 180: A signal." in lines


def test_an_answer_that_nobody_gives_is_said_with_its_remark() -> None:
    lines = said(enacts("order/none"))
    assert lines[1] == "How well known: AGAINST THE RECORD [X]. 0 for, 2 against, 1 silent."
    assert lines[2] == "Remark: the record is itself disputed."


def test_a_retold_rival_is_said_and_not_counted() -> None:
    asked = question(
        "order", claim("minutes", telling("magazine")), claim("signal", telling("copy"))
    )
    rules = Rules(
        story(
            scene("hill.hut", choice("go", to="far.end", record=enacts("order/minutes"))),
            end("far.end"),
            questions=[asked],
            accounts=[account("copy", rests_on=("magazine",))],
        )
    )
    taken = Composer(rules).page(replay(rules, 0, ["go"])).last
    assert taken is not None
    assert "Retold otherwise: Copy, line 1: It was signal." in phrasing.chosen(taken)


def test_a_denial_is_said_to_be_one() -> None:
    asked = question("order", claim("minutes", "magazine", denied_by=["colonel"]))
    rules = Rules(
        story(
            scene("hill.hut", choice("go", to="far.end", record=enacts("order/minutes"))),
            end("far.end"),
            questions=[asked],
        )
    )
    taken = Composer(rules).page(replay(rules, 0, ["go"])).last
    assert taken is not None
    assert "Against: Colonel, line 1: denies this: It was minutes." in phrasing.chosen(taken)


def test_a_question_nobody_answers_is_said_to_be_open() -> None:
    silent = len(last(enacts("missed/nothing")).findings[0].silent)
    assert said(enacts("missed/nothing"))[1] == (
        f"How well known: NOT KNOWN [?]. 0 for, 0 against, {silent} silent."
    )


def test_an_invention_is_said_with_its_reason_and_no_counts() -> None:
    assert said(invents("Nobody has the compass")) == [
        "You chose: Go.",
        "How well known: INVENTED [F].",
        "Why: Nobody has the compass.",
    ]


def test_an_inference_is_said_with_its_reasoning() -> None:
    lines = said(infers("missed", "order/minutes", why="Somebody waited"))
    assert lines[1] == "How well known: INFERRED [I]."
    assert lines[-1] == "Reasoned: Somebody waited."


def test_of_several_things_each_is_said_with_its_question() -> None:
    lines = said(enacts("order/minutes"), enacts("missed/nothing"))
    assert [line for line in lines if line.startswith("Asked")] == [
        "Asked: What was he told?",
        "Asked: Who saw him?",
    ]


def test_every_mark_is_plain_ascii() -> None:
    for line in said(enacts("order/minutes"), invents(), enacts("order/none")):
        assert line.isascii()


def test_where_the_reader_is_is_said_in_one_line() -> None:
    heading = Heading("A story", "1 The hut", "Dawn", "12 June 1938", "", "The clerk")
    assert phrasing.whereabouts(heading) == "1 The hut. 12 June 1938. The clerk"


def test_he_is_not_said_to_be_recorded_where_nobody_tells_what_was_chosen() -> None:
    for entry in (enacts("order/none"), enacts("missed/nothing"), invents(), infers("missed")):
        assert "recorded" not in " ".join(said(entry))


def test_an_ending_does_not_say_that_he_did_it() -> None:
    finding = last(enacts("order/minutes")).findings[0]
    assert "recorded" not in " ".join(phrasing.known(finding))


def test_the_card_of_a_claim_says_the_claim_and_no_choice() -> None:
    lines = list(phrasing.claim_card(last(enacts("order/minutes")).findings[0]))
    assert lines[:3] == [
        "Asked: What was he told?",
        "The claim: Forty minutes.",
        "How well known: DISPUTED [D]. 1 for, 1 against, 1 silent.",
    ]


def test_every_status_is_explained_in_a_hundred_and_twenty_words() -> None:
    assert len(" ".join(phrasing.statuses()).split()) <= 120


def test_offers_are_said_by_number() -> None:
    start = page(enacts("order/minutes"), after=())
    assert list(phrasing.offers(start, before=False)) == ["1. Go."]


def test_before_the_choice_an_investigator_hears_how_well_it_is_known() -> None:
    start = page(enacts("order/minutes"), after=())
    assert list(phrasing.offers(start, before=True)) == ["1. Go. DISPUTED [D]"]


def test_the_card_has_the_question_the_quote_and_who_gains() -> None:
    record = (enacts("order/signal"),)
    lines = list(phrasing.card(last(*record), tale(*record)))
    assert lines[0] == "Choice 1: Go."
    assert "Asked: What was he told?" in lines
    assert "The choice answers: A signal." in lines
    assert "Article (early), line 28 says: a signal" in lines
    assert "On Article (early), line 28: Two states." in lines
    assert "On Kotkin, note 180: Unclear." in lines
    assert (
        "Magazine: article, read whole; made freely; nobody can be named who gains by it." in lines
    )
    assert lines[-1] == "Disputed means: Told by somebody, and told otherwise by somebody else."


def test_the_card_of_an_inference_says_what_it_rests_on() -> None:
    record = (infers("missed", "order/minutes"),)
    assert "It rests on: Forty minutes." in phrasing.card(last(*record), tale(*record))


def test_a_choice_that_leaves_the_record_says_so() -> None:
    rules = Rules(
        story(
            scene("a.b", choice("go", "Go.", to="a.c", record=invents(), leaves=leaves(1))),
            end("a.c"),
        )
    )
    shown = Composer(rules).page(replay(rules, 0, ["go"]))
    assert shown.last is not None
    assert shown.finish is not None
    assert "With this the play leaves the record." in phrasing.chosen(shown.last)
    assert list(phrasing.ending(shown.finish)) == [
        "The end: The end.",
        "The play left the record at choice 1: Go.",
    ]


def test_the_journal_says_the_choices_with_their_marks() -> None:
    taken = (last(enacts("order/minutes")),)
    assert list(phrasing.journal(taken)) == ["1. The hut: Go. DISPUTED [D]"]
    assert list(phrasing.journal(taken, bare=True)) == ["1. The hut: Go."]


def test_an_empty_journal_says_so() -> None:
    assert list(phrasing.journal(())) == ["You have made no choice yet."]
