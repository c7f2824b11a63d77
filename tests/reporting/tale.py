"""This is a small story for reports: two lines, a way off the record and back, two endings."""

from __future__ import annotations

from game.engine.replay import Play, replay
from game.engine.rules import Rules
from game.model.record import Extent
from tests.builders import (
    READING,
    account,
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    leaves,
    line,
    marked,
    paragraph,
    paragraphs,
    person,
    question,
    scene,
    story,
    telling,
)

STORY = story(
    scene(
        "hall.door",
        choice("read", "Read the plate.", to="hall.door", record=READING, once=True),
        choice("open", "Open it.", to="hall.street", record=enacts("way/door")),
        choice("climb", "Climb out.", to="hall.street", record=enacts("way/window")),
        choice(
            "wait",
            "Wait <here>.",
            to="hall.roof",
            record=enacts("way/none", note="Nobody has her wait."),
            leaves=leaves(2, "hall.street"),
        ),
        title="The door",
    ),
    scene(
        "hall.roof",
        choice("jump", "Jump.", to="hall.street", record=invents("The roof is ours.")),
        title="The roof",
    ),
    scene(
        "hall.street",
        choice(
            "run",
            "Run.",
            to="hall.home",
            record=[enacts("pace/none"), infers("hour", "way/door", why="It was dark")],
        ),
        choice("walk", "Walk.", to="hall.lost", record=enacts("pace/none"), leaves=leaves(1)),
        title="The street",
        text=paragraphs(paragraph("The street, ", marked("wet", "rain/wet"), ".")),
    ),
    end("hall.home", enacts("way/door"), title="Home", text="Home."),
    end("hall.lost", enacts("way/none"), title="Lost", text="Nowhere."),
    questions=[
        question(
            "way",
            claim("door", telling("diary", "page 1"), says="She left by the door."),
            claim("window", telling("letter", "line 3"), says="She left by the window."),
            asks="Which way did she leave?",
        ),
        question("pace", asks="How fast did she go?"),
        question("hour", asks="At what hour?"),
        question("rain", claim("wet", reported_by=["letter"]), asks="Did it rain?"),
        question(
            "harm",
            claim("two", telling("diary", "page 7"), says="She hurt two."),
            asks="How many did she hurt?",
            about_victims=True,
        ),
    ],
    accounts=[
        account("diary", label="Her diary"),
        account("letter", label="A letter", read=Extent.EXCERPT),
        account("paper", label="The newspaper"),
    ],
    people=[person("ann", "Ann was hurt.", about_victims=True), person("bob")],
    lines=[line("diary"), line("papers", "paper", "letter")],
    title="The door",
)
RULES = Rules(STORY)


def played(*choices: str) -> Play:
    """Play the story by the choices' own names."""
    names = {
        choice.choice: f"{name}/{choice.choice}"
        for name, scene in STORY.scenes.items()
        for choice in scene.choices
    }
    return replay(RULES, 0, [names[choice] for choice in choices])
