from __future__ import annotations

from game.engine.replay import replay
from game.engine.rules import Rules
from game.reporting.transcript import transcript
from tests.builders import READING, choice, claim, enacts, end, question, scene, skippable, story

RULES = Rules(
    story(
        scene(
            "hall.door",
            choice("read", "Read the plate.", to="hall.door", record=READING, once=True),
            choice("open", "Open it.", to="hall.street", record=enacts("way/door")),
            text="A door.\n\nNo key.",
            title="The door",
            again="The same door.",
        ),
        end("hall.street", enacts("way/door"), title="Out", text="The street."),
        questions=[question("way", claim("door", "diary"))],
    )
)


def test_a_transcript_has_what_was_shown_and_chosen_and_how_well_it_is_known() -> None:
    play = replay(RULES, 0, ["hall.door/read", "hall.door/open"])
    assert transcript(RULES, play) == (
        "The door (hall.door)\n\n"
        "A door.\n\n"
        "No key.\n\n"
        "> Read the plate. [hall.door/read]\n\n"
        "The door (hall.door)\n\n"
        "The same door.\n\n"
        "> Open it. [hall.door/open]\n"
        "  ONE TELLER. 1 for.\n\n"
        "(hall.street)\n\n"
        "The street.\n\n"
        "The end: Out\n"
        "  ONE TELLER. 1 for.\n"
    )


def test_a_play_that_has_not_ended_has_no_end() -> None:
    assert "The end" not in transcript(RULES, replay(RULES, 0, []))


HARD = Rules(
    story(
        scene("a.start", choice("in", to="a.cell"), choice("by", to="a.yard")),
        scene(
            "a.cell",
            choice("on", to="a.yard"),
            text="What was done.",
            tags=["torture"],
            skippable=skippable("torture", "arrest", summary="A man signed."),
        ),
        scene("a.yard", choice("in", to="a.cell"), choice("end", to="a.end"), text="A yard."),
        end("a.end"),
    )
)


def test_what_was_passed_over_stands_in_two_lines_and_is_counted() -> None:
    play = replay(HARD, 0, ["a.start/in", "a.cell/on", "a.yard/in"])
    told = transcript(HARD, play, passed=frozenset({"a.cell"}))
    assert "What was done." not in told
    assert told.count("(Passed over: torture and arrest. In two lines:)\n\nA man signed.") == 2
    assert told.endswith("Passed over: 2 passages (torture and arrest).\n")


def test_a_scene_that_was_not_met_is_not_counted() -> None:
    play = replay(HARD, 0, ["a.start/by"])
    assert "Passed over" not in transcript(HARD, play, passed=frozenset({"a.cell"}))


def test_what_a_line_did_before_is_left_out_and_said() -> None:
    play = replay(HARD, 0, ["a.start/in", "a.cell/on", "a.yard/end"])
    told = transcript(HARD, play, led=2)
    assert told.startswith(
        "The first 2 choices followed an account's line; this begins after them.\n\n(a.yard)"
    )
    assert "a.cell" not in told
    assert "> End. [a.yard/end]" in told
