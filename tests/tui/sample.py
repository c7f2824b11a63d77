"""This is a small story to be drawn: a night, with everything that a screen has to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual.app import App

from game.model.day import Interval
from game.model.gazetteer import Person, Word
from game.model.prose import Mark, MarkKind, Words
from game.model.record import UNKNOWN, Extent, Making
from game.model.scene import ClaimRef
from game.model.story import Part, Story
from game.playing.opening import Slip
from game.playing.session import Manner, Marks
from game.tui.app import OtherSideApp
from game.tui.command import open_door
from game.tui.door import Door
from game.tui.sign import FINE, Signs
from tests.builders import (
    account,
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    leaves,
    marked,
    paragraph,
    paragraphs,
    person,
    place,
    prose,
    question,
    scene,
    story,
    telling,
)

_ACCOUNTS = (
    account(
        "article",
        label="Encyclopedia article",
        rests_on=UNKNOWN,
        states={"early": "lines 1-41", "late": "lines 211-242"},
    ),
    account("karavashkin", label="Karavashkin", rests_on=UNKNOWN),
    account("essay", label="Essay", rests_on=UNKNOWN),
    account("magazine", label="Magazine article", rests_on=()),
    replace(
        account("himself", label="Lyushkov, to his captors", read=Extent.CITED),
        made=Making.UNDER_ARREST,
        interest="gains if he is believed",
    ),
    account("kotkin", label="Kotkin", read=Extent.EXCERPT, rests_on=("himself",)),
)

_ESCORT = question(
    "escort-order",
    replace(
        claim(
            "half-kilometre",
            telling("himself", "statement of 1 July 1938"),
            says="He sent the escort half a kilometre back and was to signal.",
            reported_by=[telling("kotkin", "note 180")],
        ),
        when=Interval("1938-06-12", "1938-06-12"),
    ),
    replace(
        claim(
            "forty-minutes",
            telling("magazine", "line 189", quote="сорок минут"),
            says="He left the escort in the forest for about forty minutes.",
            doubted_by=[telling("kotkin", "note 181", note="Nobody held a watch.")],
        ),
        when=Interval("1938-06-13", "1938-06-13"),
    ),
    asks="What was the escort told to do?",
)
_FOG = question(
    "night-weather",
    claim(
        "fog",
        telling("himself", "statement of 1 July 1938"),
        telling("magazine", "line 190"),
        says="Fog lay in the ravine until seven.",
    ),
    asks="What was the weather?",
)
_KOREANS = question(
    "koreans-where",
    claim("central-asia", telling("magazine", "line 182"), says="To Kazakhstan and Uzbekistan."),
    claim("kolyma", telling("essay", "line 145"), says="To Kolyma and Kamchatka."),
    asks="Where were the Soviet Koreans of the Far East deported to?",
    about_victims=True,
)
_FATE = question("who-waited", claim("nobody", says="Nobody waited."), asks="Who waited for him?")

_ARRIVE = paragraphs(
    paragraph(
        "The path stops being a path. Below you the ravine is filled to its lip with fog, and the "
        "moon, which should have betrayed you, only turns it white. Behind you two men are waiting "
        "to be told what a commissar wants on a hillside at this hour. ",
        marked("The fog does not lift before seven.", "night-weather/fog"),
    ),
    paragraph(
        "He asks whether he should come as far as the ",
        Words("marker", mark=Mark(MarkKind.PLACE, "marker")),
        ". It is 12\u00a0km to the sea.",
    ),
)
_RAVINE = (
    "You tell him forty minutes and do not look at your watch while you say it.\n---\n"
    "The ravine takes you in to the knees, then to the belt. In August you asked Moscow for a "
    "hundred reservists and three hundred militia to ride with the trains. Nobody has walked here "
    "since; the well-kept path of the villagers is grass."
)
_LONG = "\n---\n".join(
    " ".join(f"Sentence {number} of the long night goes on as nights do." for number in range(40))
    for _ in range(2)
)


def sample() -> Story:
    """Give the story."""
    told = story(
        scene(
            "line.arrive",
            choice(
                "half",
                "Send him back half a kilometre; you will signal.",
                to="line.ravine",
                record=enacts("escort-order/half-kilometre"),
            ),
            choice(
                "forty",
                "Leave him in the trees. Forty minutes.",
                to="line.ravine",
                record=enacts("escort-order/forty-minutes", "The watch is ours."),
            ),
            choice("look", "Look at the map.", to="line.long"),
            choice(
                "stay",
                "Let him come with you to the ravine.",
                to="line.stay",
                record=enacts("escort-order/none"),
                leaves=leaves(3),
            ),
            text=_ARRIVE,
            title="The marker",
            date="1938-06-12/1938-06-13",
        ),
        scene(
            "line.ravine",
            choice(
                "cap",
                "Hang the green cap on the alder, where they will look.",
                to="line.over",
                record=infers("night-weather", "night-weather/fog", why="A cap is seen in fog."),
            ),
            choice("compass", "Keep the compass.", to="line.over", record=invents("Nobody says.")),
            text=_RAVINE,
            title="The ravine",
            date="1938-06-13",
            place="marker",
        ),
        scene("line.long", choice("back", "Fold it up.", to="line.arrive"), text=_LONG),
        scene(
            "line.stay",
            choice("wait", "Wait.", to="line.over", record=enacts("who-waited/nobody")),
            text="Nobody comes.",
        ),
        end(
            "line.over", enacts("escort-order/forty-minutes"), title="Fifteen metres", text="Light."
        ),
        questions=(_ESCORT, _FOG, _KOREANS, _FATE),
        accounts=_ACCOUNTS,
        people=(
            person("kim", "Kim, a railwayman, was made to confess.", about_victims=True),
            Person(
                "escort",
                "Damaev",
                prose("He waited in the trees."),
                also=("Lieutenant Damaëv",),
                claims=(ClaimRef("escort-order", "half-kilometre"),),
            ),
        ),
        places=(
            replace(
                place("marker", "A post of larch, with a number burnt into it."),
                latitude=42.72,
                longitude=130.66,
                approximate=True,
            ),
            replace(
                place("hunchun", "A town."),
                latitude=42.86,
                longitude=130.36,
                put_here=(ClaimRef("night-weather", "fog"),),
            ),
        ),
        words=(Word("belt", "belt", prose("Leather, with a star on the buckle.")),),
        parts=(Part("line", "The line", "line.arrive"),),
        title="The Other Side: June 1938",
        opening=(
            "Genrikh Lyushkov headed the NKVD in the Soviet Far East. Before he fled he had people "
            "arrested and shot by the thousand, and about 172,000 Soviet Koreans deported.\n\n"
            "We look at him because everybody wrote about him."
        ),
        advisory="Arrest, execution and deportation are reported.",
    )
    return replace(told, reviewed="not yet")


def door(
    saves: Path, told: Story | None = None, marks: Marks = Marks.STORY, slot: str | None = None
) -> Door:
    """Give a door to the story whose saves lie in a folder; their dates are left out."""
    opened = open_door(told or sample(), saves, slot=slot, manner=Manner(marks))
    return replace(opened, shelf=_undated(opened.shelf))


def _undated(shelf: Callable[[], tuple[Slip, ...]]) -> Callable[[], tuple[Slip, ...]]:
    return lambda: tuple(replace(slip, when="") for slip in shelf())


def app(opened: Door, signs: Signs = FINE) -> OtherSideApp:
    """Give the app."""
    return OtherSideApp(opened, signs)


def screen_text(running: App[None]) -> str:
    """Give what is on the screen, blanks at the ends of lines left out."""
    strips = running.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)
