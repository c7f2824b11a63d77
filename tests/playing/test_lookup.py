from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.rules import Rules
from game.model.prose import MarkKind, plain
from game.model.record import UNKNOWN
from game.model.scene import ClaimRef
from game.playing.evidence import Branch, Departure
from game.playing.lookup import Lookup, NotInRecord
from game.playing.session import Session
from game.record.status import Status
from tests.builders import (
    account,
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    marked,
    paragraph,
    paragraphs,
    person,
    question,
    scene,
    story,
    telling,
)

DAY = question(
    "day",
    claim("twelve", telling("letter", "page 1"), "rumour", says="The twelfth."),
    claim("may", telling("press"), says="In May."),
    asks="Which day?",
)
TALE = story(
    scene(
        "a.b",
        choice("told", "Go.", to="a.c", record=enacts("day/twelve", note="The lamp is ours.")),
        choice("again", "Run.", to="a.c", record=enacts("day/may", note="The lamp is ours.")),
        choice("none", "Stay.", to="a.c", record=enacts("day/none", note="No account has it.")),
        choice("sing", "Sing.", to="a.c", record=invents("Nobody says.")),
        choice("think", "Think.", to="a.c", record=infers("day", "day/twelve", why="He knew.")),
        title="The hut",
        text=paragraphs(paragraph(marked("May", "day/may"))),
    ),
    end("a.c", enacts("day/twelve")),
    questions=[DAY],
    accounts=[account("book", rests_on=("letter",)), account("rumour", rests_on=UNKNOWN)],
    people=[replace(person("kim", "A teacher."), claims=(ClaimRef("day", "twelve"),))],
)
LOOKUP = Lookup(Rules(TALE))


@pytest.fixture
def session() -> Session:
    return Session(Rules(TALE))


def test_a_tree_gives_roots_with_places_and_what_is_known_of_them() -> None:
    tree = LOOKUP.tree("day", "twelve")
    assert (tree.asks, tree.says, tree.witnesses) == ("Which day?", "The twelfth.", 1)
    assert tree.roots == (
        Branch("rumour", "Rumour", "line 1", True, False, True, ()),
        Branch("letter", "Letter", "page 1", True, True, False, ()),
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda: LOOKUP.compare("nothing"),
        lambda: LOOKUP.tree("day", "nothing"),
        lambda: LOOKUP.finding("nothing", "twelve"),
        lambda: LOOKUP.source("nobody"),
    ],
    ids=["question", "claim", "question of a claim", "account"],
)
def test_what_is_not_there_is_said_in_a_sentence(ask: object) -> None:
    with pytest.raises(NotInRecord, match=r"^The story has no "):
        ask()  # type: ignore[operator]


def test_an_entry_has_its_text_and_how_well_its_claims_are_known(session: Session) -> None:
    entry = session.entry(MarkKind.PERSON, "kim")
    assert [plain(line) for line in entry.text] == ["A teacher."]
    assert entry.claims == (("day/twelve", "The twelfth.", Status.DISPUTED),)


def test_a_claim_has_a_card_and_no_entry(session: Session) -> None:
    with pytest.raises(NotInRecord):
        session.entry(MarkKind.CLAIM, "day/twelve")
    assert session.finding("day", "twelve").status is Status.DISPUTED


def test_names_are_those_of_all_that_has_an_entry(session: Session) -> None:
    assert [(each.kind, each.target, each.name) for each in session.names()] == [
        (MarkKind.PERSON, "kim", "Kim")
    ]


def departure(act: str) -> Departure:
    state = Rules(TALE).start(0).state
    return next(each for each in LOOKUP.departures(state) if each.act == act)


def test_what_is_invented_or_inferred_is_a_departure_with_its_reason() -> None:
    assert (departure("Sing.").status, departure("Sing.").reason) == (
        Status.INVENTED,
        "Nobody says.",
    )
    think = departure("Think.")
    assert (think.status, think.reason, think.premises) == (
        Status.INFERRED,
        "He knew.",
        ("The twelfth.",),
    )


def test_an_answer_that_no_account_gives_is_a_departure_with_what_it_comes_to() -> None:
    stay = departure("Stay.")
    assert (stay.status, stay.reason) == (Status.AGAINST, "No account has it.")


def test_texture_that_a_note_declares_is_a_departure_once_a_scene() -> None:
    found = LOOKUP.departures(Rules(TALE).start(0).state)
    (lamp,) = [each for each in found if each.texture]
    assert (lamp.act, lamp.status, lamp.reason) == (
        "Go.",
        Status.INVENTED,
        "The lamp is ours.",
    )


def test_what_is_told_is_no_departure() -> None:
    assert "The end" not in {each.act for each in LOOKUP.departures(Rules(TALE).start(0).state)}


def test_the_questions_at_hand_are_those_of_the_page_then_of_the_choice(session: Session) -> None:
    assert session.questions() == ("day",)
    session.choose("sing")
    assert session.questions() == ("day",)  # of the ending
