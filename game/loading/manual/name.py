"""This is the manual's pages on names that nothing in the story has: N."""

from __future__ import annotations

from typing import Final

from game.loading.manual.page import Page

_STREET = """\
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
_CHOICE = """\
- scene: hall.door
  text: A door.
  choices:
    - choice: open
      text: Open it.
      %s
      to: hall.street
      record: {question: %s, claim: %s}
"""
_TELLING = """\
# record/02-key.yaml
- question: key
  asks: Who had the key?
  claims:
    - claim: she
      says: She had it.
      told_by: [{account: %s, at: page 2}]
# scenes/01-hall/hall.yaml
- scene: hall.door
  text: A door, and [a key](claim:key/she).
  then: hall.street
"""


def _scene(keys: str) -> str:
    return f"- scene: hall.door\n  text: A door.\n{keys}  then: hall.street\n{_STREET}"


def _text(text: str) -> str:
    return f"- scene: hall.door\n  text: {text}\n  then: hall.street\n{_STREET}"


def _choice(key: str, question: str, claim: str) -> str:
    return _CHOICE % (key, question, claim) + _STREET


PAGES: Final = (
    Page(
        "N001",
        "No scene has this id.",
        "The way would lead nowhere, and a reader who takes it would be stuck. Mostly it is a slip "
        "of the keyboard, and the id that is nearest to it is offered.",
        "- scene: hall.door\n  text: A door.\n  then: hall.steet\n" + _STREET,
        _scene(""),
    ),
    Page(
        "N002",
        "A scene belongs to a part that story.yaml does not have.",
        "What stands before the dot of a scene's id is its part. Parts are listed in story.yaml, "
        "with the title that a reader is shown.",
        _scene("") + "- scene: yard.gate\n  text: A gate.\n  then: hall.street\n",
        "# story.yaml\nparts:\n  - {part: hall, title: The hall, first: hall.door}\n"
        "  - {part: yard, title: The yard, first: yard.gate}\n# scenes/01-hall/hall.yaml\n"
        "- scene: hall.door\n  text: A door.\n  then: yard.gate\n"
        "- scene: yard.gate\n  text: A gate.\n  then: hall.street\n" + _STREET,
    ),
    Page(
        "N003",
        "No question of the record has this id.",
        "A choice that answers a question nobody asked has no status, and the reader would be told "
        "nothing about it.",
        _choice("once: true", "path", "door"),
        _choice("once: true", "way", "door"),
    ),
    Page(
        "N004",
        "The question has no claim of this id.",
        "Then nobody can be shown who says so. An answer that no account gives is `claim: none`.",
        _choice("once: true", "way", "window"),
        _choice("once: true", "way", "door"),
    ),
    Page(
        "N005",
        "No account has this id.",
        "A telling stands on whoever tells it. Accounts are listed in record/accounts.yaml.",
        _TELLING % "dairy" + _STREET,
        _TELLING % "diary" + _STREET,
    ),
    Page(
        "N006",
        "The account has no state of this name.",
        "Two states of one text are one witness, so they stand under one account, each with the "
        "place where it begins and ends.",
        _TELLING % "diary, state: fair-copy" + _STREET,
        _TELLING % "diary" + _STREET,
    ),
    Page(
        "N007",
        "Nobody in people.yaml has this id.",
        "A reader who follows the link would find nobody.",
        _text("A door, and [somebody](person:guard) before it."),
        _text("A door, and [somebody](person:guard) before it.")
        + "# people.yaml\n- {person: guard, name: A guard, text: Somebody who waits.}\n",
    ),
    Page(
        "N008",
        "No place has this id.",
        "A reader who looks it up would find nothing, and the map cannot show where they are.",
        _scene("  place: hall\n"),
        _scene("  place: hall\n")
        + "# places.yaml\n- {place: hall, name: The hall, text: A hall with one door.}\n",
    ),
    Page(
        "N009",
        "No word in glossary.yaml has this id.",
        "A word that needs explaining would stay unexplained.",
        _text("A door with a [hasp](word:hasp)."),
        _text("A door with a [hasp](word:hasp).")
        + "# glossary.yaml\n- {word: hasp, name: hasp, text: A hinged plate for a padlock.}\n",
    ),
    Page(
        "N010",
        "No variable has this name.",
        "A condition on it would never hold, and an effect on it would be forgotten. Variables "
        "are declared under `state:` in story.yaml.",
        _choice("if: knocked", "way", "door"),
        "# story.yaml\nstate:\n  knocked: {yes_no: false}\n# scenes/01-hall/hall.yaml\n"
        + _choice("if: knocked", "way", "door").replace(
            "  choices:",
            "  do: [knocked = true]\n  choices:",
        ),
    ),
    Page(
        "N011",
        "No role has this id.",
        "Roles are listed in story.yaml: whose scene it is, or for whom a card is.",
        _scene("  role: sceptic\n"),
        _scene("  role: sceptic\n")
        + "# story.yaml\nroles:\n  - {role: sceptic, label: Sceptic, kind: person}\n",
    ),
    Page(
        "N012",
        "No line has this id.",
        "A lesson follows a line from one decision to the next, and would not know which way.",
        "# story.yaml\nlessons:\n"
        "  - {lesson: 45, from: hall.door, line: dairy, decisions: [hall.door]}\n",
        "# story.yaml\nlines:\n  - {line: diary, follows: [diary]}\nlessons:\n"
        "  - {lesson: 45, from: hall.door, line: diary, decisions: [hall.door]}\n",
    ),
    Page(
        "N013",
        "Nothing in the story has this id.",
        "A waiver for something that is not there drops nothing. Perhaps it was renamed.",
        "# story.yaml\nwaive:\n  - {code: P101, at: hall.gate/open, why: The act is long.}\n",
        "# story.yaml\nwaive:\n  - {code: P101, at: hall.door/open, why: The act is long.}\n",
    ),
)
