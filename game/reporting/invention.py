"""This is all that the game itself made up or reasoned out, scene by scene, with the reason.

Three kinds: inferred from claims, invented, and an answer that no account gives, which a choice or
an ending plays out so that it can be seen beside those that are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, assert_never

from game.model.measure import paragraphs
from game.model.scene import ClaimRef, Enacts, Entry, Infers, Invents, Reads
from game.model.story import Story
from game.model.walk import Act, acts
from game.record.finding import find
from game.record.status import Status
from game.reporting.phrase import closed, listing, wrapped

INFERRED = "inferred"
INVENTED = "invented"
UNTOLD = "told by nobody"


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands behind a record entry that no account stands behind."""

    kind: str
    reason: str
    premises: tuple[ClaimRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Invention:
    """One record entry of a choice or an ending that no account stands behind."""

    scene: str
    scene_title: str
    choice: str | None
    """``None`` for an ending."""
    words: str
    """The choice as written, or the ending's title."""
    ground: Ground
    status: Status | None
    """What it comes to: an invention may yet be against the record."""
    question: str | None


def inventions(story: Story) -> tuple[Invention, ...]:
    """Give everything in a story that is invented or inferred, in the order of its scenes."""
    return tuple(
        Invention(
            act.scene.scene,
            act.scene.title,
            act.choice.choice if act.choice else None,
            _words(act),
            found,
            find(story, entry).status,
            None if isinstance(entry, Reads) else entry.question,
        )
        for act in acts(story)
        for entry in act.record
        if (found := ground(entry)) is not None
    )


def ground(entry: Entry) -> Ground | None:
    """Give what stands behind an entry where no account does; ``None`` where one may."""
    match entry:
        case Enacts(claim=None):
            return Ground(UNTOLD, entry.note or "No account gives this answer.")
        case Infers():
            return Ground(INFERRED, entry.why, entry.premises)
        case Invents():
            return Ground(INVENTED, entry.why)
        case Enacts() | Reads():
            return None
        case _:
            assert_never(entry)


def premise_words(story: Story, premises: tuple[ClaimRef, ...]) -> str:
    """Give what an inference rests on in the words of the claims; nothing for no premises."""
    claims = (story.questions[each.question].claims[each.claim] for each in premises)
    return " ".join(closed(claim.says) for claim in claims)


def as_text(story: Story) -> str:
    """Give everything that is invented or inferred, as lines to read."""
    found = inventions(story)
    parts = []
    for scene, group in groupby(found, key=lambda each: (each.scene_title, each.scene)):
        title, name = scene
        lines = [line for each in group for line in _lines(story, each)]
        parts.append("\n".join([f"{title or name} ({name})", *lines]))
    return "\n\n".join(parts) or "Nothing is invented or inferred."


def as_json(story: Story) -> list[dict[str, Any]]:
    """Give everything that is invented or inferred, under keys that programs may rely on."""
    return [
        {
            "scene": each.scene,
            "scene_title": each.scene_title,
            "choice": each.choice,
            "words": each.words,
            "kind": each.ground.kind,
            "status": each.status.value if each.status else None,
            "question": each.question,
            "reason": each.ground.reason,
            "premises": [str(premise) for premise in each.ground.premises],
        }
        for each in inventions(story)
    ]


def _words(act: Act) -> str:
    if act.choice is not None:
        return " ".join(paragraphs(act.choice.text))
    return act.scene.ending.title if act.scene.ending else ""


def _lines(story: Story, each: Invention) -> Iterator[str]:
    yield wrapped(f"{each.words} [{each.choice or 'the end'}]", "  ", "    ")
    status = each.status.value if each.status else ""
    kinds = dict.fromkeys(word for word in (each.ground.kind, status) if word)
    yield wrapped(f"{', '.join(kinds).capitalize()}. {closed(each.ground.reason)}", "    ")
    if each.ground.premises:
        names = listing(str(premise) for premise in each.ground.premises)
        yield wrapped(f"From: {premise_words(story, each.ground.premises)} ({names})", "    ")
