"""This is the manual's pages on files and on YAML itself: Y."""

from __future__ import annotations

from typing import Final

from game.loading.manual.page import Page

_DOOR = """\
- scene: hall.door
  text: {}
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
"""
_STREET = """\
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
_GOOD = _DOOR.format("A door, and no key in it.") + _STREET

PAGES: Final = (
    Page(
        "Y001",
        "A file or a folder cannot be read.",
        "What is in it is unknown, so nothing that names it can be judged. Mostly it belongs to "
        "somebody else, or another program holds it.",
        "scenes/hall.yaml may be read by nobody but another user.",
        "The same file, with leave for you to read it.",
        in_words=True,
    ),
    Page(
        "Y002",
        "A file is not UTF-8.",
        "UTF-8 is the one form of letters that every system reads alike. In another form names "
        "lose their accents, and a story that works here is spoilt elsewhere.",
        "scenes/hall.yaml, saved as UTF-16, which some editors call Unicode.",
        "The same file, saved as UTF-8.",
        in_words=True,
    ),
    Page(
        "Y003",
        "A byte in a file is no letter of UTF-8.",
        "The file was perhaps saved as Latin-1 or Windows-1252. One such letter is enough to make "
        "a name unreadable, and nobody can tell which letter was meant.",
        "scenes/hall.yaml with a name like Größe, saved as Latin-1.",
        "The same file, saved as UTF-8.",
        in_words=True,
    ),
    Page(
        "Y004",
        "A character is there that nobody can see.",
        "It can turn the words behind it round, hide them, or drive a terminal. A reader would see "
        "something else than the author, and a search would not find the word it stands in.",
        _DOOR.format("A door, and \u202eno key in it.") + _STREET,
        _GOOD,
    ),
    Page(
        "Y005",
        "A file uses YAML's anchors, aliases or merge keys.",
        "What stands in one place would come from another, and a change there would change both. A "
        "few lines of them can also grow into more than a machine can hold.",
        """\
- scene: hall.door
  text: &door A door, and no key in it.
  then: hall.street
- scene: hall.street
  text: *door
  ending: {title: The street, record: {question: way, claim: door}}
""",
        """\
- scene: hall.door
  text: A door, and no key in it.
  then: hall.street
- scene: hall.street
  text: A door, and no key in it.
  ending: {title: The street, record: {question: way, claim: door}}
""",
    ),
    Page(
        "Y006",
        "A file uses a tag of YAML.",
        "A tag tells a program to take what follows for something else than it looks. It is seldom "
        "meant: a text that begins with an exclamation mark reads as one.",
        _DOOR.format("!Halt says somebody.") + _STREET,
        _DOOR.format('"!Halt says somebody."') + _STREET,
    ),
    Page(
        "Y007",
        "A tab is there.",
        "YAML counts spaces, and a tab is as wide as each editor likes. What looks indented in one "
        "is not in another.",
        "- scene: hall.door\n\ttext: A door.\n\tthen: hall.street\n" + _STREET,
        "- scene: hall.door\n  text: A door.\n  then: hall.street\n" + _STREET,
    ),
    Page(
        "Y008",
        "A second document begins in a file.",
        "A line of three dashes at the margin ends a YAML document, and whatever follows would be "
        "lost. In prose it is a pause, and is indented like the text around it.",
        """\
- scene: hall.door
  text: |
    A door.
---
    No key in it.
  then: hall.street
"""
        + _STREET,
        """\
- scene: hall.door
  text: |
    A door.
    ---
    No key in it.
  then: hall.street
"""
        + _STREET,
    ),
    Page(
        "Y009",
        "A file is larger than 8 MiB.",
        "That is more than ten long novels. Something else has got into the story's folder, or a "
        "program has written the same thing again and again.",
        "scenes/all.yaml, of 12 MiB.",
        "The same scenes in several files: any name below scenes/ will do.",
        in_words=True,
    ),
    Page(
        "Y010",
        "A file is not YAML.",
        "A sign that YAML takes for its own stands where text is meant, or something is not closed "
        "or not indented like its neighbours. Nothing below that line can be read. Text on the "
        "lines below `text: |` needs no quotation marks at all.",
        _DOOR.format("He said: run.") + _STREET,
        _DOOR.format('"He said: run."') + _STREET,
    ),
    Page(
        "Y011",
        "A key is written twice.",
        "Other programs keep the second and silently drop the first. Which of the two was meant is "
        "for the author to say.",
        "- scene: hall.door\n  text: A door.\n  text: A gate.\n  then: hall.street\n" + _STREET,
        "- scene: hall.door\n  text: A gate.\n  then: hall.street\n" + _STREET,
    ),
    Page(
        "Y012",
        "YAML drops the end of a text as a comment.",
        "A space and a `#` begin a comment, so a reader would be shown half a sentence.",
        _DOOR.format("A door with a #8 on it.") + _STREET,
        _DOOR.format('"A door with a #8 on it."') + _STREET,
    ),
    Page(
        "Y013",
        "Lists and keys are nested deeper than 32.",
        "No story is. A bracket or an indent is repeated by mistake, and reading on would only "
        "name the same mistake a thousand times.",
        "- scene: hall.door\n  text: A door.\n  do: " + "[" * 33 + "]" * 33 + "\n"
        "  then: hall.street\n" + _STREET,
        "- scene: hall.door\n  text: A door.\n  then: hall.street\n" + _STREET,
    ),
    Page(
        "Y014",
        "Something in the folder is not a regular file.",
        "A link can lead anywhere, and a story that is sent to somebody else would arrive without "
        "what it leads to. Links are not followed, and pipes not waited for.",
        "scenes/hall.yaml, a link to a file in another folder.",
        "A copy of that file.",
        in_words=True,
    ),
    Page(
        "Y015",
        "A file begins with a directive of YAML.",
        "A line that begins with `%` tells a program how to read the rest, and stories are read in "
        "one way only.",
        "%YAML 1.2\n---\n" + _GOOD,
        "---\n" + _GOOD,
    ),
    Page(
        "Y016",
        "A file is empty.",
        "It was perhaps never saved, or everything in it is a comment. What other files ask of it "
        "is missing.",
        "# people.yaml\n#\n",
        "# people.yaml\n- {person: guard, name: A guard, text: Somebody who waits.}\n",
    ),
    Page(
        "Y017",
        "A key is a list, or has keys of its own.",
        "Braces and brackets mean something to YAML. A text that begins with one needs quotation "
        "marks, or stands below `text: |`.",
        "- scene: hall.door\n  text: A door.\n  {a: b}: c\n  then: hall.street\n" + _STREET,
        "- scene: hall.door\n  text: A door.\n  then: hall.street\n" + _STREET,
    ),
    Page(
        "Y018",
        "Prose of more than one line is not written as a block.",
        "YAML folds such lines together in ways that are hard to foresee: paragraphs run into one "
        "another and pauses are lost. Below `|` they stay as they are written.",
        "- scene: hall.door\n  text: A door,\n    and no key in it.\n  then: hall.street\n"
        + _STREET,
        "- scene: hall.door\n  text: |\n    A door,\n    and no key in it.\n  then: hall.street\n"
        + _STREET,
    ),
    Page(
        "Y019",
        "Nobody reads a file.",
        "Its name is not one that stories are read from, so everything in it would be missing "
        "without a word: a slip like `glosary.yaml`, or an ending `.yml`.",
        "glosary.yaml, or scenes/hall.yml.",
        "glossary.yaml, and scenes/hall.yaml.",
        in_words=True,
    ),
    Page(
        "Y020",
        "There is no story in this folder.",
        "A story is a folder with a `story.yaml` in it. Mostly the one above or below was meant.",
        "otherside check my-story/scenes",
        "otherside check my-story",
        in_words=True,
    ),
    Page(
        "Y021",
        "A file has more faults than are listed.",
        "After 500 faults of one file the rest are left out: they mostly follow from the first.",
        "- scene: hall.door\n  text: " + "'" + "}" * 600 + "'\n  then: hall.street\n" + _STREET,
        "- scene: hall.door\n  text: A door.\n  then: hall.street\n" + _STREET,
    ),
    Page(
        "Y022",
        "A file's name has signs that some systems do not know.",
        "A story that is sent to somebody else must arrive with all its files. Letters without "
        "accents, digits, hyphens, underscores and points work everywhere.",
        "scenes/größe.yaml, or scenes/the hall.yaml.",
        "scenes/groesse.yaml, and scenes/the-hall.yaml.",
        in_words=True,
    ),
)
