"""This is the manual's pages on what playing every way finds: X101 and up."""

from __future__ import annotations

from typing import Final

from game.cli.page import Page

_STREET = """\
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
_DOOR = """\
- scene: hall.door
  text: |
    %s
  choices:
    - {choice: open, text: Open it., to: %s, record: {question: way, claim: door}}
"""
_KNOCK = """\
    - choice: knock
      text: Knock.
      %s
      to: %s
      record: {invented: Nobody tells of a knock; it is ours.}
"""
_STATE = "# story.yaml\nstate:\n  %s\n# scenes/01-hall/hall.yaml\n"
_KNOCKS = _STATE % "knocks: {whole: [0, 3], start: 0}"
_KNOCKED = _STATE % "knocked: {yes_no: false}"
_HALL = _DOOR % ("A door, and no key in it.", "hall.street")
_COUNT = _DOOR % ("{if knocks > 1: It is late. | else: A door.}", "hall.street")
_ATTIC = "- scene: hall.attic\n  text: An attic.\n  then: hall.street\n"
_KNOCKING = (
    _KNOCK % ("if: knocks > 1", "hall.attic")
    + """\
    - choice: again
      text: Knock once more.
      %s
      do: [knocks += 1]
      to: hall.door
      record: {invented: Nobody tells of a knock; it is ours.}
"""
)
_TWO = """\
- scene: hall.door
  text: A door.
  choices:
    - {choice: open, text: Open it., to: hall.gate, record: {question: way, claim: door}}
    - choice: bang
      text: Bang it open.
      do: [knocks = 2]
      to: hall.gate
      record: {question: way, claim: door}
- scene: hall.gate
%s  text: |
    {if knocks > 1: Dogs, and a gate. | else: A gate.}
  choices:
    - {choice: leave, text: Leave., to: hall.street, record: {question: way, claim: door}}
"""
_DAY = """\
# record/02-key.yaml
- question: key
  asks: Who had the key?
  claims:
    - claim: she
      says: She had it.
      told_by: [{account: diary, at: page 2}]
# scenes/01-hall/hall.yaml
"""
_LEAVE = """\
- scene: hall.door
  text: A door, and no key in it.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: stay
      text: Stay till morning.
      to: hall.night
      leaves: {within: %s}
      record: {question: way, claim: none, note: No account has her stay.}
- scene: hall.night
  text: The night.
  choices:
    - choice: sleep
      text: Sleep.
      to: hall.morning
      record: {invented: Nobody tells of this night.}
- scene: hall.morning
  text: The morning.
  choices:
    - choice: leave
      text: Leave.
      to: hall.street
      record: {invented: Nobody tells of this morning.}
"""
_LINE = """\
# story.yaml
lines:
  - {line: diary, follows: [diary]}
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{account: diary, at: page 1}]
    - claim: window
      says: She left by the window.
      denied_by: [{account: diary, at: page 1}]
# scenes/01-hall/hall.yaml
"""

_ONE_KNOCK = _KNOCK % ("if: not knocked\n      do: [knocked = true]", "hall.door")
_MENDED = _KNOCKED + _DOOR % ("A door.", "hall.street") + _ONE_KNOCK + _STREET

PLAYED: Final = (
    Page(
        "X101",
        "unmet-scene",
        "warning",
        "A scene that no play reaches.",
        "Ways lead to it, and a condition on each of them never holds. Nobody will ever read it.",
        _KNOCKS + _HALL + _KNOCKING % "if: knocks == 0" + _ATTIC + _STREET,
        _KNOCKS + _HALL + _KNOCKING % "if: knocks < 2" + _ATTIC + _STREET,
    ),
    Page(
        "X102",
        "unmet-choice",
        "warning",
        "A choice that is never open.",
        "Its condition can hold, but not on any way that leads to it. Nobody will ever see it.",
        _KNOCKED
        + _DOOR % ("A door.", "hall.street")
        + _KNOCK % ("if: knocked", "hall.street")
        + _STREET.replace("  ending", "  do: [knocked = true]\n  ending"),
        _MENDED,
    ),
    Page(
        "X103",
        "unmet-ending",
        "warning",
        "An ending that no play reaches.",
        "It counts among the endings that a reader is told there are, and nobody can come to it.",
        _KNOCKED
        + _DOOR % ("A door.", "hall.street")
        + _KNOCK % ("if: knocked", "hall.yard")
        + _KNOCK.replace("knock\n", "wait\n").replace("Knock.", "Wait.")
        % ("do: [knocked = false]", "hall.street")
        + "- scene: hall.yard\n  text: A yard.\n"
        "  ending: {title: A yard, record: {question: way, claim: door}}\n" + _STREET,
        _KNOCKED
        + _DOOR % ("A door.", "hall.street")
        + _KNOCK % ("if: knocked", "hall.yard")
        + _KNOCK.replace("knock\n", "wait\n").replace("Knock.", "Wait.")
        % ("if: not knocked\n      do: [knocked = true]", "hall.door")
        + "- scene: hall.yard\n  text: A yard.\n"
        "  ending: {title: A yard, record: {question: way, claim: door}}\n" + _STREET,
    ),
    Page(
        "X104",
        "unmet-claim",
        "warning",
        "A claim that no play meets.",
        "Somebody tells it, and no reader is ever shown it: neither a choice plays it nor does "
        "prose that is shown rest on it.",
        _DAY + _HALL + _STREET,
        _DAY + _HALL.replace("no key", "no [key](claim:key/she)") + _STREET,
    ),
    Page(
        "X105",
        "unmet-words",
        "warning",
        "Words of a conditional stretch that no play shows.",
        "The condition in front of them can hold, but never where they stand.",
        _KNOCKED
        + _DOOR % ("{if knocked: Nobody comes. | else: A door.}", "hall.street")
        + _KNOCK % ("if: not knocked\n      do: [knocked = true]", "hall.street")
        + _STREET,
        _KNOCKED
        + _DOOR % ("{if knocked: Nobody comes. | else: A door.}", "hall.street")
        + _ONE_KNOCK
        + _STREET,
    ),
    Page(
        "X201",
        "stuck",
        "error",
        "A play can get stuck: no choice is open, and it is no ending.",
        "A reader who comes here this way can only take choices back. One choice without a "
        "condition is enough to go on.",
        _KNOCKED
        + _DOOR.replace("to: %s", "if: not knocked, to: %s") % ("A door.", "hall.street")
        + _ONE_KNOCK
        + _STREET,
        _MENDED,
    ),
    Page(
        "X202",
        "endless",
        "error",
        "A play can go on for ever: no choice leads to an ending any more.",
        "Choices are open, so the reader does not notice; and whatever is chosen, the story comes "
        "round again.",
        _KNOCKED
        + _DOOR.replace("to: %s", "if: not knocked, to: %s") % ("A door.", "hall.street")
        + _KNOCK % ("do: [knocked = true]", "hall.door")
        + _STREET,
        _MENDED,
    ),
    Page(
        "X203",
        "unstopped",
        "error",
        "Scenes can follow one another by themselves for ever.",
        "The game would never show another page. Give one of them choices.",
        _HALL
        + _KNOCK % ("once: true", "hall.gate")
        + "- scene: hall.gate\n  text: A gate.\n  then: hall.porch\n"
        "- scene: hall.porch\n  text: A porch.\n  then: hall.gate\n" + _STREET,
        _HALL
        + _KNOCK % ("once: true", "hall.gate")
        + "- scene: hall.gate\n  text: A gate.\n  then: hall.porch\n"
        "- scene: hall.porch\n  text: A porch.\n  then: hall.door\n" + _STREET,
    ),
    Page(
        "X204",
        "return-from-nowhere",
        "error",
        "A scene can return although no detour led to it.",
        "There is nowhere to come back to, so a play that came here could not go on.",
        _HALL.replace("hall.street", "hall.attic")
        + "    - {choice: look, text: Look., detour: hall.attic, record: {reading: true}}\n"
        "    - {choice: leave, text: Leave., to: hall.street, record: {invented: It is ours.}}\n"
        "- scene: hall.attic\n  text: An attic.\n  return: true\n" + _STREET,
        _HALL + "    - {choice: look, text: Look., detour: hall.attic, record: {reading: true}}\n"
        "- scene: hall.attic\n  text: An attic.\n  return: true\n" + _STREET,
    ),
    Page(
        "X301",
        "out-of-range",
        "error",
        "An effect can leave the range of its variable.",
        "In play the story would stop with a sentence: nothing is clamped in silence. Widen the "
        "range, or close the choice by a condition.",
        _KNOCKS + _COUNT + _KNOCK % ("do: [knocks += 1]", "hall.door") + _STREET,
        _KNOCKS
        + _COUNT
        + _KNOCK % ("if: knocks < 3\n      do: [knocks += 1]", "hall.door")
        + _STREET,
    ),
    Page(
        "X302",
        "nought-behind-a-remainder",
        "error",
        "A remainder by nought can be asked for.",
        "There is none, so a play that came here could not go on.",
        _KNOCKS
        + _COUNT.replace("knocks > 1", "6 % knocks == 0")
        + _KNOCK % ("if: knocks < 3\n      do: [knocks += 1]", "hall.door")
        + _STREET,
        _KNOCKS
        + _COUNT.replace("knocks > 1", "6 % (knocks + 2) == 0")
        + _KNOCK % ("if: knocks < 3\n      do: [knocks += 1]", "hall.door")
        + _STREET,
    ),
    Page(
        "X401",
        "too-long-off-the-record",
        "error",
        "A choice that leaves the record can take longer than it says to end or rejoin.",
        "`within` is a promise to the reader about how long the line «off the record» stands on "
        "the page. Shorten the way, or raise the number.",
        _LEAVE % 1 + _STREET,
        _LEAVE % 2 + _STREET,
    ),
    Page(
        "X501",
        "too-much-alive",
        "warning",
        "More than eight variables are alive at a part's border.",
        "What may still be read in later parts multiplies the ways through them, until they can "
        "no longer all be tried. Fold several into one that keeps only what matters later.",
        "Nine variables of yes and no that a first part sets and a second part reads.",
        "One variable of a few words that says what those nine came to.",
        in_words=True,
    ),
    Page(
        "X502",
        "too-many-combinations",
        "warning",
        "More than 5,000 combinations are reachable at a part's border.",
        "Each of them is another way to read the parts that follow, and each has to be tried. Let "
        "the part before end in fewer states.",
        "Five variables of six values each, all of them read in the next part.",
        "The two of them that the next part needs; the others are read before it begins.",
        in_words=True,
    ),
    Page(
        "X503",
        "counters-across-a-border",
        "warning",
        "More than one counter, or a wide one, crosses a part's border.",
        "A number multiplies the ways by its whole range. What was counted can become a yes or no, "
        "or one of a few words, before the part ends.",
        "`knocks: {whole: [0, 9], start: 0}`, counted in one part and read in the next.",
        "`loud: {yes_no: false}`, set where the knocks are counted and read in the next part.",
        in_words=True,
    ),
    Page(
        "X601",
        "refuted",
        "error",
        "A property under `prove:` does not hold on every way.",
        "The author wrote down what must never happen, or always, or on some way, and there is a "
        "play that shows otherwise. It is printed, as short as it can be.",
        "# story.yaml\nprove:\n  - {never: visited('hall.street')}\n"
        "# scenes/01-hall/hall.yaml\n" + _HALL + _STREET,
        "# story.yaml\nprove:\n  - {reachable: visited('hall.street')}\n"
        "# scenes/01-hall/hall.yaml\n" + _HALL + _STREET,
    ),
    Page(
        "X701",
        "choices-that-come-to-the-same",
        "error",
        "Two choices of a scene come to the same wherever both are open.",
        "They change different things, and nothing reads the difference. To a reader who tries "
        "both, the choice was a trick.",
        _KNOCKS + _TWO % "  do: [knocks = 1]\n" + _STREET,
        _KNOCKS + _TWO % "" + _STREET,
    ),
    Page(
        "X801",
        "line-against-its-account",
        "error",
        "A line takes a choice, or comes to an ending, that its own account contradicts.",
        "A line is the story as one account has it. Where every open choice is against what it "
        "says, the story has no room for it. Give the scene a choice that the account tells, or "
        "that it says nothing of.",
        _LINE
        + _HALL.replace("no key", "[a window](claim:way/window)")
        + _STREET.replace("claim: door", "claim: window"),
        _LINE + _HALL.replace("no key", "[a window](claim:way/window)") + _STREET,
    ),
    Page(
        "X802",
        "line-without-an-ending",
        "error",
        "A line comes to no ending.",
        "The account's way through the story stops or turns in a ring, so it can neither be "
        "printed nor followed by a class.",
        "A hub in which the account tells only choices that lead back to the hub.",
        "The same hub with a choice to leave it that the account tells, or says nothing of.",
        in_words=True,
    ),
)
