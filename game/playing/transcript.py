"""This is a whole play as a text to read: what was told, what was chosen, how well it is known."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.replay import Play
from game.model.prose import Beats, plain
from game.playing.composition import Composer
from game.playing.page import Taken
from game.record.finding import Finding


def transcript(composer: Composer, play: Play, title: str) -> str:
    """Give a play from its start to where it stands; paragraphs are parted by blank lines."""
    return "\n\n".join(_paragraphs(composer, play, title)) + "\n"


def _paragraphs(composer: Composer, play: Play, title: str) -> Iterator[str]:
    yield title
    for turn in range(len(play.turns)):
        if turn:
            yield _chosen(composer.taken(play, turn))
        for passage in composer.passages(play, turn):
            yield from _texts(passage.beats)
    finish = composer.page(play).finish
    if finish is not None:
        yield f"The end: {finish.title}.{_known(finish.findings)}"


def _texts(beats: Beats) -> Iterator[str]:
    for beat in beats:
        for line in beat:
            yield plain(line)


def _chosen(taken: Taken) -> str:
    return f"> {plain(taken.text)}{_known(taken.findings)}"


def _known(findings: tuple[Finding, ...]) -> str:
    words = "; ".join(each.status.value for each in findings if each.status)
    return f" [{words}]" if words else ""
