from __future__ import annotations

from game.engine.replay import replay
from game.engine.rules import Rules
from game.reporting.transcript import transcript
from tests.builders import READING, choice, claim, enacts, end, question, scene, story

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
