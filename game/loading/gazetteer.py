"""This is the reader of people, places and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from game.loading.field import (
    Fields,
    Form,
    Key,
    Known,
    KnownClaim,
    ListOf,
    Nested,
    New,
    OneOf,
    Text,
    Truth,
    scalar,
    short,
)
from game.loading.markup import ProseKind
from game.loading.name import Family
from game.loading.node import Node
from game.loading.source import Source
from game.model.gazetteer import Person, Place, PlaceKind, Word

PROSE: Final = ProseKind()
TEXT: Final = Text()

_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Degrees:
    """Degrees as a decimal, within a bound on either side of nought."""

    most: int

    @property
    def words(self) -> str:
        """What is expected."""
        return f"degrees from -{self.most} to {self.most}"

    def read(self, node: Node, source: Source) -> float | None:
        """Give the degrees."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        if _DEGREES.fullmatch(found.text) and abs(float(found.text)) <= self.most:
            return float(found.text)
        statement = f"'{short(found.text)}' is not {self.words}."
        source.report("F013", source.at(node), statement, "Write decimal degrees, such as 42.65.")
        return None


class PersonForm(Form, word="a person"):
    """Somebody who is named."""

    person = Key(New(Family.PERSON), "the id", required=True)
    name = Key(TEXT, "the name in full", required=True)
    also = Key(ListOf(TEXT), "other names and spellings")
    about = Key(OneOf({"his-victims": True}), "that it is somebody he harmed")
    text = Key(PROSE, "who it is", required=True)
    claims = Key(ListOf(KnownClaim()), "claims that bear on the person")


def _person(fields: Fields) -> Person | None:
    person, name = fields.get(PersonForm.person), fields.get(PersonForm.name)
    text = fields.get(PersonForm.text)
    also = fields.take(PersonForm.also, ())
    about = fields.take(PersonForm.about, default=False)
    claims = fields.take(PersonForm.claims, ())
    if person is None or name is None or text is None:
        return None
    return Person(person, name, text, also, about, claims, fields.position)


class PlaceForm(Form, word="a place"):
    """Somewhere on the map, or on none."""

    place = Key(New(Family.PLACE), "the id", required=True)
    name = Key(TEXT, "the name", required=True)
    also = Key(ListOf(TEXT), "other names and spellings")
    lat = Key(Degrees(90), "degrees north; left out when no source places it")
    lon = Key(Degrees(180), "degrees east")
    approximate = Key(Truth(), "that the coordinates are only about right")
    text = Key(PROSE, "what it is", required=True)
    claims = Key(ListOf(KnownClaim()), "claims that bear on the place")
    put_here = Key(ListOf(KnownClaim()), "claims by which he was here; the map marks them")
    kind = Key(
        OneOf({kind.value: kind for kind in PlaceKind}),
        "what it is on the map; a town if left out",
    )
    rail_to = Key(ListOf(Known(Family.PLACE)), "places to which a railway ran")
    road_to = Key(ListOf(Known(Family.PLACE)), "places to which a road ran")


def _place(fields: Fields) -> Place | None:
    place, name = fields.get(PlaceForm.place), fields.get(PlaceForm.name)
    text = fields.get(PlaceForm.text)
    also = fields.take(PlaceForm.also, ())
    north, east = fields.get(PlaceForm.lat), fields.get(PlaceForm.lon)
    approximate = fields.take(PlaceForm.approximate, default=False)
    claims = fields.take(PlaceForm.claims, ())
    if fields.has(PlaceForm.lat) != fields.has(PlaceForm.lon):
        fields.report(
            "F013",
            fields.position,
            "A place has both `lat` and `lon`, or neither.",
            "Add the other, or take both out when no source says where it lies.",
        )
    if place is None or name is None or text is None:
        return None
    return Place(
        place,
        name,
        text,
        also,
        north,
        east,
        approximate,
        claims,
        kind=fields.take(PlaceForm.kind, PlaceKind.TOWN),
        put_here=fields.take(PlaceForm.put_here, ()),
        rail_to=fields.take(PlaceForm.rail_to, ()),
        road_to=fields.take(PlaceForm.road_to, ()),
        position=fields.position,
    )


class WordForm(Form, word="a word"):
    """A word of the time, explained."""

    word_ = Key(New(Family.WORD), "the id", required=True)
    name = Key(TEXT, "the word as it is shown", required=True)
    text = Key(PROSE, "what it means", required=True)
    claims = Key(ListOf(KnownClaim()), "claims that bear on it")


def _word(fields: Fields) -> Word | None:
    word, name = fields.get(WordForm.word_), fields.get(WordForm.name)
    text = fields.get(WordForm.text)
    claims = fields.take(WordForm.claims, ())
    if word is None or name is None or text is None:
        return None
    return Word(word, name, text, claims, fields.position)


PEOPLE: Final = ListOf(Nested(PersonForm, _person))
"""What ``people.yaml`` holds."""

PLACES: Final = ListOf(Nested(PlaceForm, _place))
"""What ``places.yaml`` holds."""

WORDS: Final = ListOf(Nested(WordForm, _word))
"""What ``glossary.yaml`` holds."""
