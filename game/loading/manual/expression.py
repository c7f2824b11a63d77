"""This is the manual's pages on conditions and effects: X, up to X099."""

from __future__ import annotations

from typing import Final

from game.loading.manual.page import Page

_STREET = """\
- scene: hall.street
  text: |
    The street, {if hour == late: dark | else: light}.
  ending: {title: The street, record: {question: way, claim: door}}
"""
_STATE = """\
# story.yaml
state:
  knocks: {whole: [0, 3], start: 0}
  alone: {yes_no: true}
  hour: {one_of: [early, late], start: early}
# scenes/01-hall/hall.yaml
"""
_DOOR = """\
- scene: hall.door
  text: A door.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: knock
      text: Knock.
      if: %s
      do: [%s]
      to: hall.door
      record: {invented: Nobody tells of a knock; it is ours.}
    - choice: wait
      text: Wait till dark.
      if: hour == early and alone
      do: [hour = late, alone = false]
      to: hall.door
      record: {invented: Nobody tells of a wait; it is ours.}
"""


def _if(condition: str) -> str:
    return _STATE + _DOOR % (condition, "knocks += 1") + _STREET


def _do(effect: str) -> str:
    return _STATE + _DOOR % ("knocks < 3", effect) + _STREET


_GOOD = _if("knocks < 3")

PAGES: Final = (
    Page(
        "X001",
        "A condition or an effect holds a character that is not plain.",
        "Some letters and signs of other alphabets look like plain ones. Two names that look alike "
        "and are not would be impossible to tell apart.",
        _if("knocks ≤ 2"),
        _if("knocks <= 2"),
    ),
    Page(
        "X002",
        "A condition or an effect is longer than 300 characters.",
        "Nobody can hold that much in mind, and the message about it would not fit a screen. A "
        "part of it can be kept in a variable.",
        _if(" and ".join(["knocks < 3"] * 21)),
        _GOOD,
    ),
    Page(
        "X003",
        "A condition or an effect is nested deeper than 20.",
        "No condition that a person wrote is. A bracket is repeated by mistake.",
        _if("(" * 21 + "knocks < 3" + ")" * 21),
        _GOOD,
    ),
    Page(
        "X004",
        "A condition or an effect cannot be read to its end.",
        "A bracket, a name or a sign is missing, or there is one too many.",
        _if("knocks <"),
        _GOOD,
    ),
    Page(
        "X005",
        "Something in a condition or an effect is not part of them.",
        "There are names, whole numbers, `true` and `false`, `and or not`, comparisons, "
        "`+ - * %`, `visited('part.scene')` and `times('part.scene')`: so little that every "
        "condition can be tried in every state.",
        _if("knocks < 3 && alone"),
        _if("knocks < 3 and alone"),
    ),
    Page(
        "X006",
        "A number is not written plainly.",
        "Points, underscores and leading noughts mean different things in different places.",
        _if("knocks < 3.0"),
        _GOOD,
    ),
    Page(
        "X007",
        "A condition, or a part of one, is neither true nor false.",
        "A number alone is no condition: say what it is compared with.",
        _if("knocks"),
        _if("knocks == 0"),
    ),
    Page(
        "X008",
        "Two things of different kinds are put together.",
        "A number with a truth, or a sum of words: whatever came of it would be a guess.",
        _if("knocks == true"),
        _if("knocks == 1 or knocks == 0"),
    ),
    Page(
        "X009",
        "A value stands without its variable, or beside another's.",
        "The values of a `one_of` mean something only beside their variable.",
        _if("late"),
        _if("hour == late and knocks < 3"),
    ),
    Page(
        "X010",
        "A remainder of a division by nought is asked for.",
        "There is none, so a play that came here could not go on.",
        _if("knocks % 0 == 1"),
        _if("knocks % 2 == 1 or knocks == 0"),
    ),
    Page(
        "X011",
        "An effect does not set one variable.",
        "It has to say which: `name = value`, `name += number` or `name -= number`.",
        _do("knocks + 1"),
        _do("knocks += 1"),
    ),
    Page(
        "X012",
        "`visited` or `times` does not name one scene.",
        "They ask about one scene, by its id in quotation marks.",
        _if("times('door') < 3 and knocks < 3"),
        _if("times('hall.door') < 3 and knocks < 3"),
    ),
)
