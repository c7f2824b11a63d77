"""This is every key of the preview."""

from __future__ import annotations

from game.tui.keys import MOVING, NUMBERS, PAGING, SHEET, Key

PREVIEW = (
    *NUMBERS,
    *MOVING,
    Key("take", "enter", "take", "take the choice at the caret", "Enter"),
    Key("read-on", "space", "read_on", "page down", "space"),
    *PAGING,
    Key("jump", "g,slash", "jump", "go to any scene, with the state as it is", "g", "go to"),
    Key("closed", "c", "closed", "closed choices: why, since when, what opens them", "c", "closed"),
    Key("state", "s", "state", "the state: what set it, and setting it by hand", "s", "state"),
    Key("faults", "f", "faults", "every fault, those of this scene first", "f", "faults"),
    Key("steps", "j", "steps", "all that you did, and back to any of it", "j"),
    Key("undo", "u", "undo", "take back the last step", "u", "undo"),
    Key("restart", "r", "restart", "begin anew; asks once", "r"),
    Key("quit", "q", "app.leave", "leave", "q"),
)
STEPS = (
    *MOVING,
    *PAGING,
    Key("take", "enter", "take", "go back to how it was after that step", "Enter", "back to it"),
    Key("back", "escape,q,j", "back", "back to where you were", "esc", "back"),
)
CLOSED = (
    *MOVING,
    *PAGING,
    Key("take", "enter", "take", "go to where it is open", "Enter", "go there"),
    Key("back", "escape,q,c", "back", "back to where you were", "esc", "back"),
)
STATE = (
    *MOVING,
    *PAGING,
    Key("right", "right,enter", "turn(1)", "the next value", "right"),
    Key("left", "left", "turn(-1)", "the value before", "left"),
    Key("back", "escape,q,s", "back", "back to where you were", "esc", "back"),
)
FAULTS = (
    *(key for key in SHEET if key.name != "back"),
    Key("back", "escape,q,f", "back", "back to where you were", "esc", "back"),
)
SCREENS = (
    ("In the preview", PREVIEW),
    ("Among the closed choices", CLOSED),
    ("In the state", STATE),
    ("Among the steps", STEPS),
)
"""For the help page."""
