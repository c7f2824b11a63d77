"""This is the catalogue of a story's files: where each lies, what it is for, what it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from game.loading.cover import STORY
from game.loading.field import Form, Kind, ListOf, MapOf, Nested, OneOrMore
from game.loading.gazetteer import PEOPLE, PLACES, WORDS
from game.loading.record import ACCOUNTS, QUESTIONS, CiteKind
from game.loading.scene import SCENES
from game.loading.story import StateKind, StoryForm, build_story


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file in a story's folder."""

    name: str
    """What a schema and a page of the manual are called by."""
    where: str
    """Its path in the folder; a star stands for a name that the author chooses, two for folders."""
    about: str
    """What it is for, in a sentence."""
    holds: Kind[Any]


FILES: Final[Mapping[str, File]] = MappingProxyType(
    {
        each.name: each
        for each in (
            File(
                "story",
                STORY,
                "What the story is: its title, its state, its parts and the lines through it.",
                Nested(StoryForm, build_story),
            ),
            File(
                "scenes",
                "scenes/**/*.yaml",
                "Scenes, in any number of files and folders: prose, and the ways on.",
                SCENES,
            ),
            File(
                "accounts",
                "record/accounts.yaml",
                "Who tells: every account, and where it has it from.",
                ACCOUNTS,
            ),
            File(
                "questions",
                "record/**/*.yaml",
                "What is asked, what may answer it, and who says so.",
                QUESTIONS,
            ),
            File("people", "people.yaml", "Those who are named, to be looked up.", PEOPLE),
            File("places", "places.yaml", "Places, to be looked up and drawn on a map.", PLACES),
            File("glossary", "glossary.yaml", "Words that a reader may not know.", WORDS),
        )
    }
)
"""Every kind of file, in the order in which a writer meets them."""


def file_of(path: str) -> File:
    """Give the kind of a story's file, by its path in the folder with slashes between."""
    folder = path.partition("/")[0]
    fixed = {each.where: each for each in FILES.values() if "*" not in each.where}
    return fixed.get(path) or FILES["questions" if folder == "record" else "scenes"]


def forms(kind: Kind[Any]) -> Iterator[type[Form]]:
    """Yield the forms that a kind is made of, each once, an outer one before those inside it."""
    seen: set[type[Form]] = set()
    waiting = [kind]
    while waiting:
        form, inner = _inside(waiting.pop(0))
        if form is not None and form not in seen:
            seen.add(form)
            yield form
            inner = tuple(key.kind for key in form.keys.values())
        waiting[:0] = inner


def _inside(kind: Kind[Any]) -> tuple[type[Form] | None, tuple[Kind[Any], ...]]:
    match kind:
        case Nested(form=form) | StateKind(form=form):
            return form, ()
        case ListOf(kind=inner) | OneOrMore(kind=inner) | MapOf(kind=inner):
            return None, (inner,)
        case CiteKind(names_kind=inner):
            return None, (inner,)
        case _:
            return None, ()
