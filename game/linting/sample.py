"""This is the small story that most samples tell: somebody stands before a door, and goes."""

from __future__ import annotations

from textwrap import indent

_DOOR = """\
- scene: hall.door
  text: |
{door}
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
"""
_WINDOW = """\
    - choice: climb
      text: Climb out of the window.
      do: [{effects}]
      to: hall.street
      record: {{invented: Nobody tells of a window.}}
"""
_STREET = """\
- scene: hall.street
  text: |
{street}
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""


def page(door: str, street: str = "The street.") -> str:
    """Give the scenes with other words before the door, or behind it."""
    return _DOOR.format(door=indent(door, "    ")) + _STREET.format(street=indent(street, "    "))


def window(effects: str, street: str) -> str:
    """Give the scenes with a second choice, which changes something that shows in the street."""
    door = _DOOR.format(door="    A door, and no key in it.") + _WINDOW.format(effects=effects)
    return door + _STREET.format(street=indent(street, "    "))
