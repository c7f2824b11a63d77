from __future__ import annotations

import pytest

from game.engine.line import follow
from game.engine.replay import choice_at, replay
from game.engine.rules import Rules
from game.exploring.exploration import Exploration, Verdict
from game.exploring.report import as_json, as_text
from game.exploring.search import explore
from game.loading.cover import shipped_story
from game.loading.folder import read_story
from game.model.record import Claim, Question
from game.model.scene import Choice, Enacts, Entry, Infers, Invents
from game.model.story import Story
from tests.builders import (
    choice,
    claim,
    effect,
    enacts,
    end,
    infers,
    invents,
    line,
    question,
    scene,
    story,
    whole,
)

WAY = question("way", claim("door", "diary"), claim("window", "letter"))


def told(*choices: Choice, ending: Entry, follows: tuple[str, ...] = ("diary",)) -> Story:
    return story(
        scene("hall.door", *choices),
        end("hall.street", ending),
        questions=[
            WAY,
            question("hour", claim("night", "letter", denied_by=["diary"]), claim("day")),
            question("hat", claim("red", "diary"), claim("blue", "letter"), several=True),
        ],
        lines=[line("hers", *follows)],
    )


def found(tale: Story) -> Exploration:
    return explore(Rules(tale))


def codes(tale: Story) -> list[str]:
    return [each.problem.code for each in found(tale).faults if each.problem.code > "X8"]


DOOR = choice("open", to="hall.street", record=enacts("way/door"))


def test_a_line_that_does_what_its_account_tells_is_kept() -> None:
    (proof,) = found(told(DOOR, ending=enacts("way/door"))).lines
    assert (proof.line, proof.scene, proof.verdict) == ("hers", "hall.street", Verdict.PROVED)


@pytest.mark.parametrize(
    "ending",
    [
        enacts("way/window"),
        enacts("way/none"),
        invents(question="way"),
        infers("way", "way/window"),
        enacts("hour/night"),
    ],
)
def test_an_ending_that_the_account_tells_otherwise_or_denies_is_found(ending: Entry) -> None:
    tale = told(DOOR, ending=ending)
    assert codes(tale) == ["X801"]
    (proof,) = found(tale).lines
    (contradiction,) = proof.contradictions
    assert (contradiction.at, contradiction.account) == ("hall.street", "diary")
    assert contradiction.witness.choices == ("hall.door/open",)


@pytest.mark.parametrize("ending", [enacts("hour/day"), enacts("hat/blue"), invents()])
def test_what_the_account_leaves_open_does_not_contradict_it(ending: Entry) -> None:
    assert codes(told(DOOR, ending=ending)) == []


def test_the_first_followed_account_that_tells_an_answer_decides() -> None:
    ending = enacts("way/window")
    climb = choice("climb", to="hall.street", record=ending)
    assert codes(told(climb, ending=ending, follows=("letter", "diary"))) == []
    assert codes(told(DOOR, ending=ending, follows=("diary", "letter"))) == ["X801"]


def test_a_line_whose_every_open_choice_contradicts_it_comes_to_no_ending() -> None:
    tale = told(choice("climb", to="hall.street", record=enacts("way/window")),
                ending=enacts("way/door"))  # fmt: skip
    exploration = found(tale)
    (fault,) = (each for each in exploration.faults if each.problem.code == "X802")
    assert fault.at == "hall.door"
    assert "goes against what the line tells" in fault.problem.statement
    assert "hers: 0 choices to hall.door, which is no ending" in as_text(exploration)


def test_a_witness_is_the_line_itself_with_a_seed_for_its_chances() -> None:
    tale = story(
        scene("hall.door", choice("open", to="hall.toss", record=enacts("way/door"))),
        scene("hall.toss", chance={"hall.street": 1, "hall.yard": 9}),
        end("hall.yard", enacts("way/door")),
        end("hall.street", enacts("way/window")),
        questions=[WAY],
        lines=[line("hers", "diary")],
    )
    (fault,) = (each for each in found(tale).faults if each.problem.code == "X801")
    assert fault.witness is not None
    assert fault.witness.seed is not None
    assert (
        replay(Rules(tale), fault.witness.seed, fault.witness.choices).state.scene == "hall.street"
    )


def test_a_line_that_breaks_a_rule_of_play_is_left_to_the_finding_that_says_so() -> None:
    broken = choice("more", to="hall.street", effects=[effect("n", "=", 5)])
    tale = story(
        scene("hall.door", broken),
        end("hall.street"),
        variables=[whole("n", 0, 3)],
        questions=[WAY],
        lines=[line("hers", "diary")],
    )
    exploration = found(tale)
    assert exploration.lines == ()
    assert "X301" in [each.problem.code for each in exploration.faults]


def test_the_json_has_every_line_with_its_way() -> None:
    shape = as_json(found(told(DOOR, ending=enacts("way/window"))))["lines"]
    way = {"steps": 1, "choices": ["hall.door/open"], "seed": 0}
    assert shape == [
        {
            "line": "hers",
            "scene": "hall.street",
            "stopped": None,
            "verdict": "refuted",
            "way": way,
            "contradictions": [
                {"at": "hall.street", "account": "diary", "question": "way", "way": way}
            ],
        }
    ]


@pytest.fixture(scope="module")
def rules() -> Rules:
    reading = read_story(shipped_story())
    assert reading.story is not None
    return Rules(reading.story)


def test_no_account_is_contradicted_on_its_own_line(rules: Rules) -> None:
    """Worked out from who tells and who denies what, and from nothing that a line goes by."""
    tale = rules.story
    assert tale.lines
    for name, route in tale.lines.items():
        play = follow(rules, name).play
        acts = [
            (play.choices[number], entry)
            for number in range(len(play.choices))
            for entry in choice_at(tale, play, number)[1].record
        ]
        ending = tale.scenes[play.state.scene].ending
        assert ending is not None
        acts += [(play.state.scene, entry) for entry in ending.record]
        against = [(at, entry) for at, entry in acts if denied(tale, route.follows, entry)]
        assert against == [], name


def denied(tale: Story, follows: tuple[str, ...], entry: Entry) -> bool:
    if not isinstance(entry, Enacts | Infers | Invents) or entry.question is None:
        return False
    asked = tale.questions[entry.question]
    claimed = entry.claim if isinstance(entry, Enacts) else None
    answers = [
        [name for name, each in asked.claims.items() if account in tellers(each)]
        for account in follows
    ]
    first = next((each for each in answers if each), [])
    if claimed is None:
        return bool(first) and (isinstance(entry, Enacts) or not asked.several)
    if any(claimed in above(asked, each) for each in first):
        return False
    if any(
        telling.account in follows
        for name in above(asked, claimed)
        for telling in asked.claims[name].denied_by
    ):
        return True
    rivals = [each for each in first if each not in above(asked, claimed)]
    return bool(rivals) and not asked.several


def tellers(each: Claim) -> list[str]:
    return [telling.account for telling in each.told_by]


def above(asked: Question, name: str) -> list[str]:
    """Give a claim and those that it stands within."""
    found = [name]
    while (outer := asked.claims[found[-1]].within) is not None:
        found.append(outer)
    return found
