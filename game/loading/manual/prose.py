"""This is the manual's pages on the marks inside prose: P, up to P099."""

from __future__ import annotations

from typing import Final

from game.loading.manual.page import Page

_STREET = """\
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
_STATE = """\
# story.yaml
state:
  knocked: {yes_no: false}
  hour: {one_of: [early, late], start: early, labels: {early: in the morning, late: at night}}
# scenes/01-hall/hall.yaml
"""
_DOOR = """\
- scene: hall.door
  text: |
    %s
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
"""
_KNOCK = """\
    - choice: knock
      text: Knock.
      if: not knocked
      do: [knocked = true, hour = late]
      to: hall.door
      record: {invented: Nobody tells of a knock; it is ours.}
"""


def _says(text: str) -> str:
    return _DOOR % text + _STREET


def _asks(text: str) -> str:
    return _STATE + _DOOR % text + _KNOCK + _STREET


PAGES: Final = (
    Page(
        "P001",
        "A mark begins and does not end.",
        "Everything behind it would be emphasised, or be part of the link or the condition.",
        _says("A door, and *no key."),
        _says("A door, and *no* key."),
    ),
    Page(
        "P002",
        "A sign that means something in prose stands alone.",
        "Braces, brackets, bars and stars are marks. Where the sign itself is meant, a backslash "
        "before it says so.",
        _says("A door } and no key."),
        _says("A door \\} and no key."),
    ),
    Page(
        "P003",
        "A link points to nothing that can be looked up.",
        "Words in square brackets rest on something: a claim, a person, a place or a word. A "
        "reader who follows the link has to arrive somewhere.",
        _says("She left [by the door](way/door)."),
        _says("She left [by the door](claim:way/door)."),
    ),
    Page(
        "P004",
        "A conditional stretch stands in another one, or its parts are not in order.",
        "Within one stretch there is one question: `if`, then `elif` as often as needed, then "
        "`else`. What is nested deeper no author can read aloud in every way it may come out.",
        _asks("{if knocked: {if hour == late: Nobody.} | else: A door.}"),
        _asks("{if knocked and hour == late: Nobody. | else: A door.}"),
    ),
    Page(
        "P005",
        "What stands in braces is no value that could be shown.",
        "A number and one of several words can be shown; yes and no have no words of their own.",
        _asks("The door is {knocked}, and it is {hour}."),
        _asks("{if knocked: Nobody comes. | else: A door.} You came {hour}."),
    ),
    Page(
        "P006",
        "A pause has no words before it or behind it.",
        "The reader would press a key and see nothing.",
        "- scene: hall.door\n  text: |\n    A door.\n    ---\n  then: hall.street\n" + _STREET,
        "- scene: hall.door\n  text: |\n    A door.\n    ---\n    No key in it.\n"
        "  then: hall.street\n" + _STREET,
    ),
)
