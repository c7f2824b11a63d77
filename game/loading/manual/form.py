"""This is the manual's pages on keys and on what stands behind them: F."""

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
    - {choice: open, text: Open it., %srecord: {question: way, claim: door}}
"""
_PARTS = """\
# story.yaml
parts:
  - {part: hall, title: The hall, first: hall.door}
  - {part: yard, title: The yard, first: %s}
"""
_STATE = "# story.yaml\nstate:\n  %s\n"


def _on(keys: str) -> str:
    return f"- scene: hall.door\n  text: A door.\n{keys}  then: hall.street\n{_STREET}"


PAGES: Final = (
    Page(
        "F001",
        "A key is not one of those that may stand here.",
        "What stands behind it would be dropped without a word. Mostly it is a slip of the "
        "keyboard, or stands one indent too deep.",
        _on("  titel: The door\n"),
        _on("  title: The door\n"),
    ),
    Page(
        "F002",
        "A key is missing that has to be there.",
        "Without it there is nothing to show, or nothing to tell two things apart by.",
        "- scene: hall.door\n  then: hall.street\n" + _STREET,
        _on(""),
    ),
    Page(
        "F003",
        "Behind a key stands something of another kind than it asks for.",
        "A list where a text is meant, a text where a number is meant: whatever was made of it "
        "would be a guess.",
        _on("  tags: arrest\n"),
        _on("  tags: [arrest]\n  skippable: {tags: [arrest], summary: A door was passed.}\n"),
    ),
    Page(
        "F004",
        "A word is none of the few that may stand here.",
        "Each of them means something to the program, and another word means nothing to it.",
        "# story.yaml\nroles:\n  - {role: sceptic, label: Sceptic, kind: critic}\n",
        "# story.yaml\nroles:\n  - {role: sceptic, label: Sceptic, kind: reader}\n",
    ),
    Page(
        "F005",
        "An id is not written as ids are.",
        "Ids stand in saves, in file names and on the command line. Small letters, digits and "
        "hyphens work in all of them, on every system.",
        _on("") + "- scene: Hall.Gate\n  text: A gate.\n  then: hall.street\n",
        _on("") + "- scene: hall.gate\n  text: A gate.\n  then: hall.street\n",
    ),
    Page(
        "F006",
        "Two things have the same id.",
        "Whatever names it would mean either of them. The message says where the other one is.",
        _on("") + _STREET,
        _on(""),
    ),
    Page(
        "F007",
        "A number is smaller or greater than it may be here.",
        "Bounds keep a story finite, so that every way through it can be tried.",
        "- scene: hall.door\n  text: A door.\n  chance: [{to: hall.street, weight: 0}]\n" + _STREET,
        "- scene: hall.door\n  text: A door.\n  chance: [{to: hall.street, weight: 1}]\n" + _STREET,
    ),
    Page(
        "F008",
        "A scene has no way on, or more than one kind of it.",
        "A reader who comes to a scene without a way on is stuck there. Choices, `then`, `chance`, "
        "`return` and `ending` exclude one another, and nobody could say which of two was meant.",
        "- scene: hall.door\n  text: A door.\n" + _STREET,
        _on(""),
    ),
    Page(
        "F009",
        "A choice leads nowhere, or to two places.",
        "`to` goes on for good and `detour` comes back, so a choice has one of the two.",
        _CHOICE % "" + _STREET,
        _CHOICE % "to: hall.street, " + _STREET,
    ),
    Page(
        "F010",
        "A date is none that the calendar has, or ends before it begins.",
        "Scenes and claims are put in order by their dates: a day, a month or a year, or two of "
        "them with a slash between, the earlier first.",
        _on("  date: 1995-02-30\n"),
        _on("  date: 1995-02-28\n"),
    ),
    Page(
        "F011",
        "Nothing stands behind a key, or a list is too short.",
        "An empty text would be an empty page. If nothing is to be said, the key can go.",
        "- scene: hall.door\n  text:\n  then: hall.street\n" + _STREET,
        _on(""),
    ),
    Page(
        "F012",
        "A variable of the story's state is not declared as it should be.",
        "State is a whole number between two others, yes or no, or one of a few words, and nothing "
        "else: so every story is finite and every way through it can be tried.",
        _STATE % "knocks: {whole: [0, 3]}",
        _STATE % "knocks: {whole: [0, 3], start: 0}"
        + """\
# scenes/01-hall/hall.yaml
- scene: hall.door
  text: |
    {if knocks > 0: The knocking has stopped. | else: A door.}
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: knock
      text: Knock.
      if: knocks == 0
      do: [knocks += 1]
      to: hall.door
      record: {invented: "Nobody tells of a knock; it is ours."}
"""
        + _STREET,
    ),
    Page(
        "F013",
        "A place lies nowhere on the globe, or only half of where it lies is given.",
        "The map is drawn from degrees north and east. Where no source says where a place lies, "
        "leave both out.",
        "# places.yaml\n- {place: hall, name: The hall, text: A hall., lat: 42.65}\n",
        "# places.yaml\n- {place: hall, name: The hall, text: A hall., lat: 42.65, lon: 130.8}\n",
    ),
    Page(
        "F014",
        "A story is written in another format than this program reads.",
        "A newer program may have written it. Read as if it were of this format, it might be taken "
        "for something else than it is.",
        "# story.yaml\nformat: 2\n",
        "# story.yaml\nformat: 1\n",
    ),
    Page(
        "F015",
        "A private card is for a role that no reader has.",
        "In a class nobody would ever see it. Cards are for roles of `kind: reader`.",
        "# story.yaml\nroles:\n  - {role: guard, label: The guard, kind: person}\n"
        "# scenes/01-hall/hall.yaml\n" + _on("  briefs: {guard: Ask who had a key.}\n"),
        "# story.yaml\nroles:\n  - {role: guard, label: The guard, kind: reader}\n"
        "# scenes/01-hall/hall.yaml\n" + _on("  briefs: {guard: Ask who had a key.}\n"),
    ),
    Page(
        "F016",
        "A part begins with a scene of another part.",
        "A part's scenes have its id before the dot, and it begins with one of them; so a reader "
        "and a save know where they are.",
        _PARTS % "hall.door",
        _PARTS % "yard.gate" + "# scenes/02-yard/yard.yaml\n"
        "- scene: yard.gate\n  text: A gate.\n  then: hall.street\n",
    ),
    Page(
        "F017",
        "Ids are renamed in a ring.",
        "A save from before follows `renames` from an old id to a new one. In a ring it would "
        "never arrive.",
        "# story.yaml\nrenames: {hall.gate: hall.porch, hall.porch: hall.gate}\n",
        "# story.yaml\nrenames: {hall.gate: hall.porch, hall.porch: hall.door}\n",
    ),
)
