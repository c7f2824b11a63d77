"""This is a story as plain values: the keys that programs may rely on.

Conditions are trees of lists, prose is beats of paragraphs of pieces, and everything that the
record derives stands beside what the story says: the status of every claim, choice and ending, and
who speaks on it. ``docs/writing/exporting.md`` describes every key; a new version adds keys and
neither takes one away nor changes what one means, or it raises ``FORMAT``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from game.exporting.evidence import entry, question
from game.exporting.expression import condition, effect
from game.exporting.pieces import prose
from game.model.day import Interval
from game.model.gazetteer import Person, Place, Word
from game.model.record import Account, Unknown
from game.model.scene import Choice, Scene
from game.model.story import Property, Story, Variable, VariableKind
from game.record.status import Status

FORMAT = 1
"""The version of these keys."""

Values: TypeAlias = dict[str, Any]


def data(story: Story) -> Values:
    """Give the whole story as values that JSON has."""
    return {
        "format": FORMAT,
        "id": story.story,
        "title": story.title,
        "language": story.language,
        "authors": list(story.authors),
        "licence": story.licence,
        "reviewed": story.reviewed,
        "fingerprint": story.fingerprint,
        "first": story.first,
        "opening": prose(story.opening),
        "advisory": prose(story.advisory),
        "state": {name: _variable(each) for name, each in story.variables.items()},
        "roles": [
            {"role": each.role, "label": each.label, "kind": each.kind.value}
            for each in story.roles.values()
        ],
        "parts": [
            {"part": each.part, "title": each.title, "first": each.first}
            for each in story.parts.values()
        ],
        "lines": [
            {"line": each.line, "follows": list(each.follows)} for each in story.lines.values()
        ],
        "lessons": [
            {
                "lesson": each.lesson,
                "from": each.first,
                "line": each.line,
                "decisions": list(each.decisions),
            }
            for each in story.lessons.values()
        ],
        "renames": dict(story.renames),
        "waive": [{"code": each.code, "at": each.at, "why": each.why} for each in story.waivers],
        "prove": [_property(each) for each in story.properties],
        "scenes": {name: _scene(story, each) for name, each in story.scenes.items()},
        "statuses": {each.value: _status(each) for each in Status},
        "accounts": {name: _account(each) for name, each in story.accounts.items()},
        "questions": {name: question(story, each) for name, each in story.questions.items()},
        "people": {name: _person(each) for name, each in story.people.items()},
        "places": {name: _place(each) for name, each in story.places.items()},
        "words": {name: _word(each) for name, each in story.words.items()},
    }


def given(**values: object) -> Values:
    """Give the keys that have something to say: ``None``, nothing and no are left out."""
    return {
        name.rstrip("_"): value
        for name, value in values.items()
        if value is not None and value is not False and value not in ("", [], {})
    }


def _property(wanted: Property) -> Values:
    before = wanted.before and condition(wanted.before)
    return {wanted.kind.value: condition(wanted.condition), **given(before=before)}


def _variable(variable: Variable) -> Values:
    if variable.kind is VariableKind.ONE_OF:
        names = list(variable.values)
        return {
            "one_of": names,
            "start": names[variable.start],
            "labels": {name: variable.labels.get(name, name) for name in names},
        }
    if variable.kind is VariableKind.YES_NO:
        return {"yes_no": bool(variable.start)}
    return {"whole": [variable.low, variable.high], "start": variable.start}


def _scene(story: Story, scene: Scene) -> Values:
    skippable = scene.skippable
    ending = scene.ending
    return given(
        title=scene.title,
        date=_date(scene.date),
        place=scene.place,
        role=scene.role,
        tags=list(scene.tags),
        flashback=scene.flashback,
        text=prose(scene.text),
        again=scene.again and prose(scene.again),
        easy=scene.easy and prose(scene.easy),
        skippable=skippable and {"tags": list(skippable.tags), "summary": prose(skippable.summary)},
        do=[effect(each) for each in scene.effects],
        choices=[_choice(story, each) for each in scene.choices],
        then=scene.then,
        chance=[{"to": each.to, "weight": each.weight} for each in scene.chance],
        return_=scene.returns,
        ask=[{each.kind: each.text} for each in scene.asks],
        briefs={each.role: prose(each.text) for each in scene.briefs},
        ending=ending
        and {"title": ending.title, "record": [entry(story, each) for each in ending.record]},
    )


def _choice(story: Story, choice: Choice) -> Values:
    leaves = choice.leaves
    return given(
        choice=choice.choice,
        text=prose(choice.text),
        if_=choice.condition and condition(choice.condition),
        do=[effect(each) for each in choice.effects],
        to=choice.to,
        detour=choice.detour,
        once=choice.once,
        leaves=leaves and given(within=leaves.within, rejoins=leaves.rejoins),
        record=[entry(story, each) for each in choice.record],
    )


def _date(date: Interval | None) -> Values | None:
    return None if date is None else {"first": date.first, "last": date.last}


def _status(status: Status) -> Values:
    return {
        "family": status.family.value,
        "glyph": status.glyph,
        "letter": status.letter,
        "meaning": status.meaning,
    }


def _account(account: Account) -> Values:
    rests_on = account.rests_on
    return given(
        label=account.label,
        kind=account.kind,
        read=account.read.value,
        interest=account.interest,
        made=account.made.value,
        method=account.method,
        states=dict(account.states),
        cite={name: _plain(value) for name, value in account.cite.items()},
    ) | {"rests_on": rests_on.value if isinstance(rests_on, Unknown) else list(rests_on)}


def _plain(value: object) -> object:
    """Give a citation's value in forms that JSON has."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def _person(person: Person) -> Values:
    return given(
        name=person.name,
        also=list(person.also),
        text=prose(person.text),
        about="his-victims" if person.about_victims else None,
        claims=[str(each) for each in person.claims],
    )


def _place(place: Place) -> Values:
    return given(
        name=place.name,
        also=list(place.also),
        kind=place.kind.value,
        latitude=place.latitude,
        longitude=place.longitude,
        approximate=place.approximate,
        text=prose(place.text),
        claims=[str(each) for each in place.claims],
        put_here=[str(each) for each in place.put_here],
        rail_to=list(place.rail_to),
        road_to=list(place.road_to),
    )


def _word(word: Word) -> Values:
    return given(name=word.name, text=prose(word.text), claims=[str(each) for each in word.claims])
