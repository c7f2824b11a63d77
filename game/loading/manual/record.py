"""This is the manual's pages on how entries, tellings, claims and accounts hang together: E."""

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
      to: hall.street
      %s
"""
_QUESTION = """\
# record/02-key.yaml
- question: key
  asks: Who had the key?
  claims:
    - %s
    - %s
"""
_ACCOUNT = """\
# record/accounts.yaml
- account: copy
  label: A copy
  kind: %s
  read: whole
  interest: none known
  made: freely
  rests_on: %s
"""
_ASKED = """\
# scenes/01-hall/hall.yaml
- scene: hall.door
  text: A door, and [a key](claim:key/she), [an old one](claim:key/old).
  then: hall.street
"""

PAGES: Final = (
    Page(
        "E001",
        "A record entry says two things at once, or none.",
        "An entry plays a claim, infers, invents or only reads. What plays a claim and is invented "
        "at the same time needs two entries, so that a reader sees both.",
        _CHOICE % "record: {question: way, claim: door, invented: The handle is ours.}" + _STREET,
        _CHOICE % "record: [{question: way, claim: door}, {invented: The handle is ours.}]"
        + _STREET,
    ),
    Page(
        "E002",
        "A choice that is only reading changes something.",
        "`reading: true` says that nothing was decided, so it has no status. What changes the "
        "story was a decision, and the reader may ask what is known of it.",
        "# story.yaml\nstate:\n  open: {yes_no: false}\n# scenes/01-hall/hall.yaml\n"
        + _CHOICE % "do: [open = true]\n      record: {reading: true}"
        + _STREET.replace("The street.", "|\n    The street{if open: , and a draught}."),
        "# story.yaml\nstate:\n  open: {yes_no: false}\n# scenes/01-hall/hall.yaml\n"
        + _CHOICE % "do: [open = true]\n      record: {question: way, claim: door}"
        + _STREET.replace("The street.", "|\n    The street{if open: , and a draught}."),
    ),
    Page(
        "E003",
        "A telling does not say where it stands.",
        "A reader must be able to look it up: a line, a page, a document. Only what is reported or "
        "doubted may do without.",
        _QUESTION
        % (
            "{claim: she, says: She had it., told_by: [{account: diary}]}",
            "{claim: old, says: It was old., within: she, told_by: [{account: diary, at: page 3}]}",
        )
        + _ASKED
        + _STREET,
        _QUESTION
        % (
            "{claim: she, says: She had it., told_by: [{account: diary, at: page 2}]}",
            "{claim: old, says: It was old., within: she, told_by: [{account: diary, at: page 3}]}",
        )
        + _ASKED
        + _STREET,
    ),
    Page(
        "E004",
        "A claim stands within itself.",
        "`within` names the wider claim that this one is a part of. In a ring none of them is the "
        "wider one, and who supports whom cannot be worked out.",
        _QUESTION
        % (
            "{claim: she, says: She had it., within: old, told_by: [{account: diary, at: page 2}]}",
            "{claim: old, says: It was old., within: she, told_by: [{account: diary, at: page 3}]}",
        )
        + _ASKED
        + _STREET,
        _QUESTION
        % (
            "{claim: she, says: She had it., told_by: [{account: diary, at: page 2}]}",
            "{claim: old, says: It was old., within: she, told_by: [{account: diary, at: page 3}]}",
        )
        + _ASKED
        + _STREET,
    ),
    Page(
        "E005",
        "Accounts have it from one another in a ring.",
        "Somebody must have told it first. Witnesses are counted by where a story comes from, and "
        "in a ring it comes from nowhere.",
        _ACCOUNT % ("book", "[other]")
        + """\
- account: other
  label: Another copy
  kind: book
  read: whole
  interest: none known
  made: freely
  rests_on: [copy]
""",
        _ACCOUNT % ("book", "[diary]"),
    ),
    Page(
        "E006",
        "A computed account has no method, or another account has one.",
        "What is worked out, such as the light of the moon, can be worked out again by anybody who "
        "is told how.",
        _ACCOUNT % ("computed", "[]"),
        _ACCOUNT % ("computed", "[]") + "  method: The usual formulae for the moon.\n",
    ),
)
