"""This is the map as one reader may see it: what lies where, and who puts him where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.charting.drawing import Pin
from game.charting.outline import Degrees, Ink, Stroke, outline
from game.charting.sheet import Sheet, kilometres, to_border, wind
from game.model.gazetteer import Place, PlaceKind
from game.model.scene import ClaimRef
from game.model.story import Story
from game.record.finding import claim_finding
from game.record.status import Status
from game.reporting.phrase import listing

NEIGHBOURS = 4
"""So many places are named by their distance."""
ROUGHLY = 100
"""Kilometres from which on distances are given in tens."""
AT_ONCE = 2.0
"""Kilometres within which one place is where the other is."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim by which he was at a place, and who tells it."""

    place: str
    name: str
    says: str
    status: Status
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that a map shows, in degrees and in sentences."""

    here: str
    """Where the reader stands; empty where the story does not say."""
    pins: tuple[Pin, ...]
    strokes: tuple[Stroke, ...]
    countries: tuple[Pin, ...]
    told: tuple[Told, ...]
    where: tuple[str, ...]
    """Where the reader stands, and what lies around, in sentences."""

    def sheet(self) -> Sheet:
        """Give the sheet to begin with: the near one where the reader stands on it."""
        stands = [pin for pin in self.pins if pin.ink is Ink.HERE]
        near = not stands or Sheet.NEAR.holds(stands[0].at)
        return Sheet.NEAR if near else Sheet.WIDE

    def on(self, sheet: Sheet) -> tuple[Pin, ...]:
        """Give the pins for one sheet: the wide one leaves out what the near one is for."""
        if sheet is Sheet.NEAR:
            return self.pins
        return tuple(
            pin for pin in self.pins if pin.ink is not Ink.PLACE or not Sheet.NEAR.holds(pin.at)
        )


def chart(story: Story, here: str | None, met: Iterable[str]) -> Chart:
    """Compose the map for a reader who stands at a place and has met these questions."""
    asked = frozenset(met)
    told = tuple(each for place in story.places.values() for each in _told(story, place, asked))
    putting = {each.place for each in told}
    stands = story.places.get(here or "")
    placed = [(place, at) for place in story.places.values() if (at := position(place))]
    return Chart(
        here=stands.name if stands else "",
        pins=tuple(
            _pin(place, at, here, putting)
            for place, at in placed
            if place.kind is not PlaceKind.COUNTRY
        ),
        strokes=(*outline(), *_ways(story)),
        countries=tuple(
            Pin(place.place, place.name, at)
            for place, at in placed
            if place.kind is PlaceKind.COUNTRY
        ),
        told=told,
        where=tuple(_where(stands, placed)) if stands else (),
    )


def position(place: Place) -> Degrees | None:
    """Give where a place lies, if anybody says."""
    if place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude


def _pin(place: Place, at: Degrees, here: str | None, putting: set[str]) -> Pin:
    if place.place == here:
        return Pin(place.place, place.name, at, Ink.HERE)
    if place.place in putting:
        return Pin(place.place, place.name, at, Ink.TOLD)
    ink = Ink.WATER if place.kind is PlaceKind.WATER else Ink.PLACE
    return Pin(place.place, place.name, at, ink)


def _told(story: Story, place: Place, asked: frozenset[str]) -> Iterator[Told]:
    for ref in place.put_here:
        if ref.question in asked:
            found = _tellers(story, ref)
            if found is not None:
                yield Told(place.place, place.name, *found)


def _tellers(story: Story, ref: ClaimRef) -> tuple[str, Status, tuple[str, ...]] | None:
    finding = claim_finding(story, story.questions[ref.question], ref.claim)
    if finding.claim is None or finding.status is None:
        return None
    labels = dict.fromkeys(voice.account.label for voice in finding.voices.told)
    return finding.claim.says, finding.status, tuple(labels)


def _ways(story: Story) -> Iterator[Stroke]:
    for place in story.places.values():
        start = position(place)
        for ink, ends in ((Ink.RAIL, place.rail_to), (Ink.ROAD, place.road_to)):
            for end in ends:
                stop = position(story.places[end])
                if start and stop:
                    yield Stroke(ink, (start, stop))


def _where(stands: Place, placed: list[tuple[Place, Degrees]]) -> Iterator[str]:
    at = position(stands)
    if at is None:
        yield f"You are at: {stands.name}. Nobody says where that lies, so it is not on the map."
        return
    yield f"You are at: {stands.name}.{_hedge(stands)}"
    border = to_border(at, outline())
    if border is not None and Sheet.NEAR.holds(at):
        far, nearest = border
        yield f"The nearest border is {_length(far)} to the {wind(at, nearest)}, as it runs today."
    around = sorted(
        (kilometres(at, other), place.name, wind(at, other))
        for place, other in placed
        if place.kind is not PlaceKind.COUNTRY and kilometres(at, other) > AT_ONCE
    )
    if around:
        near = [f"{name} {_length(far)} to the {way}" for far, name, way in around[:NEIGHBOURS]]
        yield f"Around it: {listing(near)}."


def _hedge(place: Place) -> str:
    return " Its place on the map is right to a few kilometres." if place.approximate else ""


def _length(far: float) -> str:
    """Give a distance as exactly as the coordinates allow."""
    kilometre = max(1, round(far)) if far < ROUGHLY else round(far, -1)
    return "1 kilometre" if kilometre == 1 else f"{kilometre:.0f} kilometres"
