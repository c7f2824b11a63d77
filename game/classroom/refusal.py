"""This is why something was not done: a code for programs, a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Code(Enum):
    """Why an event was refused; nothing has changed then."""

    NOT_NOW = "not-now"
    FULL = "full"
    LOCKED = "locked"
    BLOCKED = "blocked"
    ALREADY_IN = "already-in"
    NO_SEAT = "no-seat"
    WRONG_CODE = "wrong-code"
    CLOSED = "closed"
    STALE = "stale"
    NO_OPTION = "no-option"
    NOT_ASKED = "not-asked"
    NO_ANSWER = "no-answer"
    VOTE_FIRST = "vote-first"
    EMPTY = "empty"
    NO_ACCOUNT = "no-account"
    MUTED = "muted"
    NO_REASON = "no-reason"
    SCREEN_FULL = "screen-full"
    UNDECIDED = "undecided"
    SAY_WHY = "say-why"
    TALKED = "talked"
    NO_ROLE = "no-role"
    NO_SCENE = "no-scene"
    NO_SETTING = "no-setting"
    TOO_FEW_SEATS = "too-few-seats"
    NOT_A_COUNT = "not-a-count"
    DEBRIEF_FIRST = "debrief-first"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An event that was not taken."""

    code: Code
    sentence: str


_SENTENCES = {
    Code.NOT_NOW: "That cannot be done at this point of the lesson.",
    Code.FULL: "Every seat is taken. Share a phone, or ask the teacher for more seats.",
    Code.LOCKED: "The teacher has closed the door. Ask for it to be opened.",
    Code.BLOCKED: "This phone was asked to leave the lesson.",
    Code.ALREADY_IN: "This phone has a seat already.",
    Code.NO_SEAT: "There is no such seat. Join again.",
    Code.WRONG_CODE: "Seat and code do not belong together. Look at both once more.",
    Code.CLOSED: "Voting is closed.",
    Code.STALE: "That was another vote. Look at the page once more.",
    Code.NO_OPTION: "That is not one of the options.",
    Code.NOT_ASKED: "That is asked with the last vote only.",
    Code.NO_ANSWER: "That is not one of the answers.",
    Code.VOTE_FIRST: "Vote first; a reason belongs to a vote.",
    Code.EMPTY: "There are no words in it.",
    Code.NO_ACCOUNT: "That is not one of the accounts.",
    Code.MUTED: "The teacher takes no more reasons from this seat.",
    Code.NO_REASON: "There is no such reason.",
    Code.SCREEN_FULL: "Five reasons are shown already. Take one down first.",
    Code.UNDECIDED: "The vote gives no winner. Choose an option, or let them talk once more.",
    Code.SAY_WHY: "The class voted otherwise. Say why: it goes into the log.",
    Code.TALKED: "They have talked once more about this already. Choose an option.",
    Code.NO_ROLE: "There is no such role in this lesson.",
    Code.NO_SCENE: "That scene is not part of what is shown.",
    Code.NO_SETTING: "There is no such setting, or not with this value.",
    Code.TOO_FEW_SEATS: "More seats than that are taken.",
    Code.NOT_A_COUNT: "A count is a whole number from 0 to 1000 for each option.",
    Code.DEBRIEF_FIRST: (
        "The debrief is not over. Say each your own name and put the card down, at least; "
        "then end it once more."
    ),
}


def refused(code: Code) -> Refusal:
    """Refuse with the usual sentence."""
    return Refusal(code, _SENTENCES[code])
