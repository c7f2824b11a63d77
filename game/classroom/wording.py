"""This is what the room says in words, in one place, so that it can be said in another language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.classroom.phase import Phase
from game.classroom.round import Ruling

RULE: Final = (
    "The option with the most votes in the last vote is taken. Where two are level, or nobody "
    "votes, the teacher decides. The teacher may decide otherwise and says why."
)
NAMELESS: Final = (
    "No name is asked for. Your votes are counted and never shown with the name of your seat; the "
    "teacher sees how many have voted, not who. All of it is forgotten at the end."
)
NO_NAMES: Final = "Write no names of people in this room."
PASSED_OVER: Final = "Your teacher has passed over this scene."
JURY: Final = "Undecided jury"
JURY_CARD: Final = "You read for nobody. Listen to the readers, and let them win you over."
DECISION_CARD: Final = (
    "You have a seat in this room. Argue from what could be known there that day. "
    "You may put it down at any time."
)

ASKED: Final = "What should be done?"
ASKED_KNOWN: Final = "How well is what you voted for known?"
KNOWN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "agree": "It is told, and nobody tells it otherwise.",
        "conflict": "Somebody tells it otherwise.",
        "beyond": "Nobody tells it: it is worked out, or made up.",
        "silent": "It is asked, and nobody answers.",
    }
)
"""The answers to the second question, by the families of statuses."""

DOOR: Final = (
    "Did an account change your mind, or your reason?",
    "Could you say of one decision how many witnesses stand behind it?",
    "Could you name one thing that cannot be known?",
)
DOOR_ANSWERS: Final[Mapping[str, str]] = MappingProxyType(
    {"yes": "Yes", "partly": "Partly", "no": "No"}
)

DOING: Final[Mapping[Phase, str]] = MappingProxyType(
    {
        Phase.LOBBY: "Wait until everybody is here.",
        Phase.BRIEF: "Read your card. It is yours alone.",
        Phase.READ: "Read the scene.",
        Phase.VOTE: "Vote alone.",
        Phase.TALK: "Talk with your neighbours. Say which account you rest on.",
        Phase.AGAIN: "Vote again, and say why.",
        Phase.CLOSE: "Voting is closed.",
        Phase.REVEAL: "What the class chose, and what is recorded.",
        Phase.DISCUSS: "Talk about it.",
        Phase.DEBRIEF: "The debrief.",
        Phase.EXPORT: "The lesson is over. You can close this page.",
        Phase.WIPED: "Nothing is kept. You can close this page.",
    }
)
DEBRIEF: Final = (
    (
        "Say your own name, aloud.",
        "Put the card down. Nobody reads for anybody any more.",
    ),
    (
        "This is the way that the class took, beside what is recorded.",
        "Where does it part from the record, and did you know it when you voted?",
    ),
    (
        "What was done, and to whom?",
        "What can we not know?",
        "What would change your mind?",
    ),
)
"""What is said in the three steps of the debrief."""

RULED: Final[Mapping[Ruling, str]] = MappingProxyType(
    {
        Ruling.OPEN: "This was not decided.",
        Ruling.VOTE: "The vote decided.",
        Ruling.TEACHER: "The vote gave no winner, and the teacher decided.",
        Ruling.OVERRIDE: "The teacher decided otherwise than the vote.",
        Ruling.LINE: "The class left this to the line.",
    }
)

_MINUTE = 60
_NEARLY = 50
_STEP = 5


def timer(seconds: int | None, *, stopped: bool) -> str:
    """Give a time in words: ``about 2 minutes``, ``25 seconds``, ``time is up``."""
    if stopped:
        return "the clock is stopped"
    if seconds is None:
        return "no time limit"
    if seconds <= 0:
        return "time is up"
    if seconds >= _NEARLY:
        minutes = max(1, (seconds + _MINUTE // 2) // _MINUTE)
        return f"about {minutes} minute{'s' if minutes > 1 else ''}"
    if seconds > _STEP:
        return f"{-(-seconds // _STEP) * _STEP} seconds"
    return "a few seconds"
