"""This is what the record has about a choice or an ending, in a line for each entry."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.scene import Enacts, Entry, Infers, Invents, Reads
from game.model.story import Story
from game.record.finding import find


def known(story: Story, record: tuple[Entry, ...]) -> Iterator[str]:
    """Give each entry with its status: ``record: escort-order/forty: disputed``."""
    for entry in record:
        status = find(story, entry).status
        said = status.value if status else ""
        match entry:
            case Reads():
                yield "reading"
            case Enacts(question, claim):
                yield f"record: {question}/{claim or 'none'}: {said}"
            case Infers(question, _, why):
                yield _joined("inferred", question, said, why)
            case Invents(why, question):
                yield _joined("invented", question, said, why)


def _joined(kind: str, question: str | None, said: str, why: str) -> str:
    return ": ".join(each for each in (kind, question, said if said != kind else "", why) if each)


def summary(story: Story, record: tuple[Entry, ...]) -> str:
    """Give in a sentence how well a choice is known; nothing for one that turns a page."""
    statuses = (find(story, entry).status for entry in record)
    known = ", ".join(dict.fromkeys(status.value for status in statuses if status))
    return f"How well known: {known}." if known else ""


def skipping_tags(story: Story) -> tuple[str, ...]:
    """Give the tags for which a reader may have summaries in the place of texts."""
    hard = (scene.skippable for scene in story.scenes.values())
    return tuple(sorted({tag for each in hard if each is not None for tag in each.tags}))
