from __future__ import annotations

from game.engine.line import Rank, contradicts, follow, follow_on, rank
from game.engine.replay import begin, take
from game.engine.rules import Rules
from game.model.scene import Choice
from game.model.story import Story
from tests.builders import (
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    line,
    question,
    scene,
    story,
    telling,
)


def crossing(*choices: Choice) -> Story:
    return story(
        scene("hall.door", *choices),
        end("hall.end"),
        questions=[
            question(
                "day",
                claim("thirteenth", "magazine", "essay", "paper"),
                claim("half-past-five", "paper", within="thirteenth"),
                claim("fourteenth", "article"),
            ),
            question("why", claim("fear", telling("paper"), reported_by=["article"])),
            question("cap"),
        ],
        lines=[line("article"), line("magazine"), line("both", "article", "magazine")],
    )


def ranked(record: object, *follows: str) -> Rank:
    tale = crossing(choice("go", to="hall.end", record=record))  # type: ignore[arg-type]
    return Rank(rank(tale, follows, tale.scenes["hall.door"].choices[0])[0])


def test_what_the_account_tells_comes_first() -> None:
    assert ranked(enacts("day/fourteenth"), "article") is Rank.TOLD


def test_a_rival_of_what_it_tells_is_never_taken() -> None:
    assert ranked(enacts("day/thirteenth"), "article") is Rank.CONTRADICTS
    assert ranked(enacts("day/half-past-five"), "article") is Rank.CONTRADICTS
    assert ranked(enacts("day/none"), "article") is Rank.CONTRADICTS
    assert ranked(infers("day"), "article") is Rank.CONTRADICTS
    assert ranked(invents(question="day"), "article") is Rank.CONTRADICTS


def test_a_narrower_claim_than_it_tells_is_what_witnesses_tell() -> None:
    assert ranked(enacts("day/half-past-five"), "magazine") is Rank.WITNESSED


def test_a_narrower_telling_is_a_telling_of_the_wider_claim() -> None:
    assert ranked(enacts("day/thirteenth"), "paper") is Rank.TOLD


def test_reports_then_witnesses_then_reasoning_then_invention() -> None:
    assert ranked(enacts("why/fear"), "article") is Rank.REPORTED
    assert ranked(enacts("why/fear"), "magazine") is Rank.WITNESSED
    assert ranked(infers("cap"), "magazine") is Rank.INFERRED
    assert ranked(invents(), "magazine") is Rank.BEYOND


def test_the_first_account_that_speaks_decides_among_several() -> None:
    assert ranked(enacts("day/thirteenth"), "article", "magazine") is Rank.CONTRADICTS
    assert ranked(enacts("day/thirteenth"), "essay", "article") is Rank.TOLD


def test_one_entry_that_contradicts_spoils_a_choice() -> None:
    assert ranked((enacts("why/fear"), enacts("day/thirteenth")), "article") is Rank.CONTRADICTS


def test_two_lines_part_where_their_accounts_part() -> None:
    tale = crossing(
        choice("early", to="hall.end", record=enacts("day/thirteenth")),
        choice("late", to="hall.end", record=enacts("day/fourteenth")),
    )
    rules = Rules(tale)
    assert follow(rules, "article").play.choices == ("hall.door/late",)
    assert follow(rules, "magazine").play.choices == ("hall.door/early",)
    assert follow(rules, "article").fault is None


def test_among_equals_the_first_of_the_file_is_taken() -> None:
    tale = crossing(
        choice("one", to="hall.end", record=invents()),
        choice("two", to="hall.end", record=invents()),
    )
    assert follow(Rules(tale), "article").play.choices == ("hall.door/one",)


def test_a_line_whose_every_choice_contradicts_it_is_said() -> None:
    tale = crossing(choice("early", to="hall.end", record=enacts("day/thirteenth")))
    walk = follow(Rules(tale), "article")
    assert walk.fault == "Every open choice in 'hall.door' goes against what the line tells."
    assert contradicts(tale, ("article",), tale.scenes["hall.door"].choices[0])


def test_a_line_that_goes_round_in_circles_is_said() -> None:
    tale = crossing(choice("round", to="hall.door"))
    assert follow(Rules(tale), "article").fault == "No choice is left in 'hall.door'."


def test_a_line_takes_the_first_exit_of_a_chance() -> None:
    tale = story(
        scene("hall.door", choice("go", to="hall.fog")),
        scene("hall.fog", chance={"hall.end": 1, "hall.other": 9}),
        end("hall.end"),
        end("hall.other"),
        questions=[question("day", claim("thirteenth", "magazine"))],
        lines=[line("magazine")],
    )
    assert follow(Rules(tale), "magazine").play.state.scene == "hall.end"


def test_a_line_goes_on_with_a_play_as_far_as_a_scene_it_is_to_rest_at() -> None:
    rules = Rules(
        story(
            scene("hall.door", choice("in", to="hall.room"), choice("out", to="hall.yard")),
            scene("hall.room", choice("on", to="hall.end")),
            scene("hall.yard", choice("back", to="hall.room")),
            end("hall.end"),
            questions=[question("day", claim("thirteenth", "diary"))],
            lines=[line("diary")],
        )
    )
    outside = take(rules, begin(rules), "out")
    walk = follow_on(rules, "diary", outside, frozenset({"hall.room"}))
    assert walk.play.choices == ("hall.door/out", "hall.yard/back")
    assert follow_on(rules, "diary", outside).play.trail[-1] == "hall.end"
