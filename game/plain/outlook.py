"""This is where, when and how far, in sentences: the map, the timeline, the story map."""

from __future__ import annotations

from collections.abc import Iterator

from game.playing.chart import Chart
from game.playing.endings import Endings
from game.playing.timeline import Moment, Timeline
from game.playing.ways import PartMap, Sight, StoryMap
from game.reporting.phrase import closed, listing, number


def chart(shown: Chart) -> Iterator[str]:
    """Say where the reader stands, and where accounts put him."""
    yield from shown.where or ("The story does not say where this is.",)
    if not shown.told:
        return
    yield "Where accounts put him, as far as you have met it:"
    for told in shown.told:
        tellers = listing(told.accounts) if told.accounts else "nobody"
        yield f"{told.name}. {closed(told.says)} {told.status.value.capitalize()}: {tellers}."


def timeline(shown: Timeline) -> Iterator[str]:
    """Say what was met that claims a date, year by year."""
    if not shown.moments:
        yield "Nothing that has a date was met yet."
    year = ""
    for moment in shown.moments:
        if moment.year != year:
            year = moment.year
            yield f"{year}."
        yield from _moment(moment)
    if shown.unmet:
        yield f"{number(shown.unmet, 'more question')} of time not met yet."


def _moment(moment: Moment) -> Iterator[str]:
    yield moment.asks
    for each in moment.answers:
        tellers = listing(each.accounts) if each.accounts else "nobody"
        yield f"{each.when}: {closed(each.says)} {each.status.value.capitalize()}: {tellers}."


def ways(shown: StoryMap) -> Iterator[str]:
    """Say part by part what was met, by title, and how much was not, without titles."""
    for part in shown.parts:
        if part.met:
            yield from _part(part)
    unmet = [f"{part.number} {part.title}" for part in shown.parts if not part.met]
    if unmet:
        yield f"Not met: {listing(unmet)}."
    yield f"Endings met: {shown.endings_met} of {shown.endings}."


def endings(shown: Endings) -> Iterator[str]:
    """Say part by part which endings were met, by title, and how many were not."""
    yield f"Endings met: {shown.tally}."
    for part in shown.parts:
        yield f"{part.title}: {len(part.met)} of {number(len(part.met) + part.unmet, 'ending')}."
        for met in part.met:
            statuses = ", ".join(f"{each.value.upper()} {each.letter}" for each in met.statuses)
            yield f"{closed(met.title)}{f' {statuses}.' if statuses else ''}"
        if part.met and part.unmet:
            yield f"{part.unmet} not met."


def _part(part: PartMap) -> Iterator[str]:
    nodes = [node for column in part.columns for node in column]
    way = sorted((node for node in nodes if node.on_the_way), key=lambda node: node.turn)
    yield f"{part.number} {part.title}: {part.met} of {number(part.scenes, 'scene')} met."
    if way:
        titles = (f"{node.title}{_here(node.sight)}" for node in way)
        yield f"Your way: {listing(titles)}."
    offered = sum(node.sight is Sight.OPEN for node in nodes)
    if offered:
        yield f"Offered and not taken: {number(offered, 'scene')}."


def _here(sight: Sight) -> str:
    return " (you are here)" if sight is Sight.HERE else ""
