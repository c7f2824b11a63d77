"""This is a small story with a hub, a detour, a way off the record and two endings."""

from __future__ import annotations

from game.model.story import Part
from tests.builders import (
    choice,
    claim,
    compares,
    effect,
    either,
    enacts,
    end,
    invents,
    leaves,
    line,
    paragraph,
    paragraphs,
    person,
    place,
    question,
    scene,
    skippable,
    story,
    telling,
    whole,
)

ORDER = question(
    "order",
    claim("minutes", telling("magazine", "line 189"), says="Forty minutes."),
    claim("signal", telling("article", "line 28"), says="A signal."),
    asks="What was he told?",
)
TAKEN = question(
    "taken",
    claim("many", telling("essay", "line 3"), says="About 172,000."),
    claim("untold", says="Nobody says."),
    asks="How many were taken?",
    about_victims=True,
)
HUT = scene(
    "hill.hut",
    choice("look", "Look.", detour="hill.map"),
    choice("wait", "Wait.", to="hill.hut", effects=[effect("watched", "+=", 1)]),
    choice("forty", "Forty minutes.", to="far.mist", record=enacts("order/minutes")),
    choice(
        "stay",
        "Stay.",
        to="hill.stove",
        record=enacts("order/none"),
        leaves=leaves(2, "far.mist"),
        condition=compares("watched", "<", 2),
    ),
    title="The hut",
    date="1938-06-12",
    place="hut",
    text=paragraphs(paragraph("A hut.", either(compares("watched", ">=", 1), " You are watched."))),
    again="The hut again.",
)
MAP = scene(
    "hill.map",
    text="Empty villages.",
    tags=["deportation"],
    skippable=skippable("deportation", summary="A map."),
    returns=True,
)
STOVE = scene(
    "hill.stove",
    choice("sleep", "Sleep.", to="hill.morning", record=invents()),
    choice("out", "Go out.", to="far.mist", record=invents()),
    title="The stove",
)
STORY = story(
    HUT,
    MAP,
    STOVE,
    end("hill.morning", enacts("order/none"), title="Nothing happened"),
    scene(
        "far.mist",
        choice("answer", "Answer.", to="far.end"),
        title="Mist",
    ),
    end("far.end", enacts("order/signal"), title="The far side"),
    variables=[whole("watched", 0, 20)],
    questions=[ORDER, TAKEN],
    people=[person("kim", "A schoolteacher.", about_victims=True), person("watchman")],
    places=[place("hut")],
    lines=[line("magazine")],
    parts=[
        Part("hill", "The hill", "hill.hut"),
        Part("far", "The far side", "far.mist"),
    ],
)
