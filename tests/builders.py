"""This is stories in a line: ``story(scene("hall.door", choice("climb", to="hall.attic")))``."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from game.model.day import Interval
from game.model.expression import (
    Assignment,
    Compare,
    Comparison,
    Condition,
    Effect,
    Expression,
    Label,
    Read,
    Truth,
    Visited,
    Whole,
)
from game.model.gazetteer import Person, Place, Word
from game.model.prose import Arm, Mark, MarkKind, Paragraph, Prose, Stretch, Value, Words
from game.model.record import Account, Claim, Descent, Extent, Making, Question, Telling
from game.model.scene import (
    Choice,
    ClaimRef,
    Enacts,
    Ending,
    Entry,
    Exit,
    Infers,
    Invents,
    Leaves,
    Reads,
    Scene,
    Skippable,
)
from game.model.story import Part, Route, Story, Variable, VariableKind

READING = Reads()
"""The record of a choice that turns a page."""


def prose(text: str | Prose) -> Prose:
    """Plain words to prose: a blank line parts paragraphs, a line ``---`` parts beats."""
    if isinstance(text, Prose):
        return text
    beats = text.split("\n---\n")
    return Prose(tuple(tuple(paragraph(part) for part in _parts(beat)) for beat in beats))


def paragraph(*pieces: str | Words | Value | Stretch) -> Paragraph:
    """A paragraph of plain words and of pieces made by the functions below."""
    return Paragraph(tuple(Words(piece) if isinstance(piece, str) else piece for piece in pieces))


def paragraphs(*each: Paragraph | str) -> Prose:
    """Prose of one beat."""
    return Prose((tuple(paragraph(one) if isinstance(one, str) else one for one in each),))


def marked(text: str, claim: str) -> Words:
    """Words that rest on a claim, ``question/claim``."""
    return Words(text, mark=Mark(MarkKind.CLAIM, claim))


def either(condition: Condition, then: str, otherwise: str | None = None) -> Stretch:
    """A conditional stretch with one condition and perhaps an ``else``."""
    arms = [Arm(condition, (Words(then),))]
    if otherwise is not None:
        arms.append(Arm(None, (Words(otherwise),)))
    return Stretch(tuple(arms))


def when(test: Expression) -> Condition:
    """A condition."""
    return Condition(str(test), test)


def compares(variable: str, comparison: Comparison, number: int) -> Condition:
    """The condition ``variable >= number``."""
    return when(Compare(comparison, Read(variable), Whole(number)))


def is_label(variable: Variable, name: str) -> Condition:
    """The condition that a one-of variable has a value."""
    label = Label(variable.variable, name, variable.values.index(name))
    return when(Compare("==", Read(variable.variable), label))


def holds(variable: str) -> Condition:
    """The condition that a yes-or-no variable says yes."""
    return when(Read(variable))


def was_at(name: str) -> Condition:
    """The condition ``visited('name')``."""
    return when(Visited(name))


def effect(variable: str, operator: Assignment, value: int | bool | Expression) -> Effect:
    """A change: ``effect("watched", "+=", 1)``."""
    if isinstance(value, bool):
        value = Truth(value)
    elif isinstance(value, int):
        value = Whole(value)
    return Effect(f"{variable} {operator} {value}", variable, operator, value)


def whole(name: str, low: int, high: int, start: int = 0) -> Variable:
    """A counter."""
    return Variable(name, VariableKind.WHOLE, low, high, start)


def yes_no(name: str, *, start: bool = False) -> Variable:
    """A yes or no."""
    return Variable(name, VariableKind.YES_NO, 0, 1, int(start))


def one_of(name: str, *values: str, start: str = "", **labels: str) -> Variable:
    """One of several values; it starts at the first unless told otherwise."""
    index = values.index(start) if start else 0
    return Variable(name, VariableKind.ONE_OF, 0, len(values) - 1, index, values, labels)


def choice(
    name: str,
    text: str | Prose = "",
    *,
    to: str | None = None,
    detour: str | None = None,
    record: Entry | Iterable[Entry] = READING,
    condition: Condition | None = None,
    effects: Iterable[Effect] = (),
    once: bool = False,
    leaves: Leaves | None = None,
) -> Choice:
    """A choice; its text is its name and its record a page turned unless told otherwise."""
    return Choice(
        name,
        prose(text or f"{name.capitalize()}."),
        _entries(record),
        condition,
        tuple(effects),
        to,
        detour,
        once,
        leaves,
    )


def scene(
    name: str,
    *choices: Choice,
    text: str | Prose = "",
    title: str = "",
    date: str = "",
    place: str | None = None,
    role: str | None = None,
    tags: Iterable[str] = (),
    again: str | Prose | None = None,
    effects: Iterable[Effect] = (),
    then: str | None = None,
    chance: dict[str, int] | None = None,
    returns: bool = False,
    ending: Ending | None = None,
    skippable: Skippable | None = None,
    flashback: bool = False,
) -> Scene:
    """A scene; its text names it unless told otherwise. ``date`` is written as in YAML."""
    return Scene(
        name,
        prose(text or f"This is {name}."),
        title,
        interval(date) if date else None,
        place,
        role,
        tuple(tags),
        again=prose(again) if again is not None else None,
        effects=tuple(effects),
        choices=choices,
        then=then,
        chance=tuple(Exit(to, weight) for to, weight in (chance or {}).items()),
        returns=returns,
        skippable=skippable,
        flashback=flashback,
        ending=ending,
    )


def end(name: str, *record: Entry, title: str = "The end", text: str | Prose = "") -> Scene:
    """A scene that ends a play."""
    return scene(name, text=text, ending=ending(title, *record))


def ending(title: str, *record: Entry) -> Ending:
    """An ending; a page turned unless it has a record."""
    return Ending(title, record or (READING,))


def skippable(*tags: str, summary: str) -> Skippable:
    """A summary for readers who skip these tags."""
    return Skippable(tags, prose(summary))


def interval(date: str) -> Interval:
    """``1938-06-12`` or ``1938-06-12/1938-06-13``."""
    first, _, last = date.partition("/")
    return Interval(first, last or first)


def enacts(claim: str, note: str = "") -> Enacts:
    """``question/claim``; ``question/none`` is an answer that no account gives."""
    question, _, name = claim.partition("/")
    return Enacts(question, None if name == "none" else name, note)


def infers(question: str, *premises: str, why: str = "It follows.") -> Infers:
    """An inference from claims written ``question/claim``."""
    refs = tuple(ClaimRef(*premise.split("/", 1)) for premise in premises)
    return Infers(question, refs, why)


def invents(why: str = "Nobody says.", question: str | None = None) -> Invents:
    """An invention."""
    return Invents(why, question)


def leaves(within: int, rejoins: str | None = None) -> Leaves:
    """What a choice says that leaves the record."""
    return Leaves(within, rejoins)


def account(
    name: str,
    *,
    label: str = "",
    read: Extent = Extent.WHOLE,
    rests_on: Descent = (),
    kind: str = "article",
    states: dict[str, str] | None = None,
) -> Account:
    """An account at first hand and read whole, unless told otherwise."""
    return Account(
        name,
        label or name.capitalize(),
        kind,
        read,
        "none",
        Making.FREELY,
        rests_on,
        states or {},
        {"title": name},
    )


def telling(
    name: str,
    at: str = "line 1",
    *,
    state: str | None = None,
    source: Descent | None = None,
    note: str = "",
    quote: str = "",
) -> Telling:
    """An account's voice; ``source`` is the written ``from``."""
    return Telling(name, at, state, source, quote, note=note)


def claim(
    name: str,
    *told_by: str | Telling,
    says: str = "",
    within: str | None = None,
    reported_by: Iterable[str | Telling] = (),
    denied_by: Iterable[str | Telling] = (),
    doubted_by: Iterable[str | Telling] = (),
) -> Claim:
    """A claim with its tellers, each an account's id or a telling."""
    return Claim(
        name,
        says or f"It was {name}.",
        within,
        _tellings(told_by),
        _tellings(reported_by),
        _tellings(denied_by),
        _tellings(doubted_by),
    )


def question(
    name: str,
    *claims: Claim,
    asks: str = "",
    several: bool = False,
    about_victims: bool = False,
) -> Question:
    """A question with its claims."""
    by_name = {each.claim: each for each in claims}
    return Question(name, asks or f"What of {name}?", by_name, about_victims, several)


def person(name: str, text: str = "", *, about_victims: bool = False) -> Person:
    """Somebody who is named."""
    words = prose(text or f"{name.capitalize()} was somebody.")
    return Person(name, name.capitalize(), words, about_victims=about_victims)


def place(name: str, text: str = "") -> Place:
    """Somewhere, on no map."""
    return Place(name, name.capitalize(), prose(text or f"{name.capitalize()} is somewhere."))


def story(
    *scenes: Scene,
    variables: Iterable[Variable] = (),
    questions: Iterable[Question] = (),
    accounts: Iterable[Account] = (),
    people: Iterable[Person] = (),
    places: Iterable[Place] = (),
    words: Iterable[Word] = (),
    lines: Iterable[Route] = (),
    renames: dict[str, str] | None = None,
    parts: Iterable[Part] = (),
    name: str = "test-story",
    title: str = "A test story",
    opening: str = "Who he was.",
    advisory: str = "Hard things are reported.",
    fingerprint: str = "",
) -> Story:
    """A story. Its parts are those of its scenes, in order, unless given.

    Accounts that are only named by a telling are made, at first hand and read whole.
    """
    asked = tuple(questions)
    known = {each.account: each for each in accounts}
    for teller in _tellers(asked):
        known.setdefault(teller, account(teller))
    chapters = tuple(parts) or _chapters(scenes)
    return Story(
        story=name,
        title=title,
        language="en",
        authors=("The Other Side contributors",),
        licence="CC-BY-SA-4.0",
        advisory=prose(advisory),
        opening=prose(opening),
        reviewed="not yet",
        variables={each.variable: each for each in variables},
        roles={},
        parts={each.part: each for each in chapters},
        lines={each.line: each for each in lines},
        lessons={},
        renames=renames or {},
        waivers=(),
        properties=(),
        scenes={each.scene: each for each in scenes},
        accounts=known,
        questions={each.question: each for each in asked},
        people={each.person: each for each in people},
        places={each.place: each for each in places},
        words={each.word: each for each in words},
        fingerprint=fingerprint or sha256(repr((scenes, asked)).encode()).hexdigest(),
    )


def line(name: str, *follows: str) -> Route:
    """A line that follows accounts in order."""
    return Route(name, follows or (name,))


def _parts(beat: str) -> list[str]:
    return [" ".join(part.split()) for part in beat.split("\n\n") if part.strip()]


def _entries(record: Entry | Iterable[Entry]) -> tuple[Entry, ...]:
    if isinstance(record, Enacts | Infers | Invents | Reads):
        return (record,)
    return tuple(record)


def _tellings(each: Iterable[str | Telling]) -> tuple[Telling, ...]:
    return tuple(telling(one) if isinstance(one, str) else one for one in each)


def _tellers(questions: tuple[Question, ...]) -> list[str]:
    return [
        each.account
        for asked in questions
        for one in asked.claims.values()
        for each in (*one.told_by, *one.reported_by, *one.denied_by, *one.doubted_by)
    ]


def _chapters(scenes: tuple[Scene, ...]) -> tuple[Part, ...]:
    firsts: dict[str, str] = {}
    for each in scenes:
        firsts.setdefault(each.part, each.scene)
    return tuple(Part(name, name.capitalize(), first) for name, first in firsts.items())
