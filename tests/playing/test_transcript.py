from __future__ import annotations

from game.engine.rules import Rules
from game.playing.session import Session
from tests.playing.sample import STORY


def test_a_transcript_has_the_texts_the_choices_and_how_well_they_are_known() -> None:
    session = Session(Rules(STORY))
    for choice in ("wait", "forty", "answer"):
        session.choose(choice)
    assert session.transcript() == (
        "A test story\n\n"
        "A hut.\n\n"
        "> Wait.\n\n"
        "The hut again.\n\n"
        "> Forty minutes. [disputed]\n\n"
        "This is far.mist.\n\n"
        "> Answer.\n\n"
        "This is far.end.\n\n"
        "The end: The far side. [disputed]\n"
    )
