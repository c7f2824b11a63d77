"""This is words of the game to take away: a passage, or what is marked in it, and where it is from.

A passage is quoted as it was read, with the line that a reference needs; marked words with what the
record has of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.engine.rules import Rules
from game.engine.state import State
from game.model.prose import MarkKind, plain
from game.model.story import Story
from game.playing.evidence import Marked
from game.playing.lookup import Lookup
from game.playing.matter import cited
from game.playing.notebook import NotExported, write_new
from game.playing.page import Page
from game.record.finding import Finding
from game.reporting.phrase import closed, listing

_FORMS = (".txt", ".md")


def of_page(story: Story, page: Page) -> str:
    """Give the passages of a page, a paragraph a block, and the line of their reference."""
    said: list[str] = []
    for passage in page.passages:
        said += [passage.title] if passage.title else []
        said += [plain(line) for beat in passage.beats for line in beat]
    return "\n\n".join((*said, reference(story, page)))


def of_mark(rules: Rules, mark: Marked, page: Page, state: State) -> str:
    """Give marked words, what stands behind them, and where they were read.

    Raises ``NotInRecord``.
    """
    lookup = Lookup(rules)
    if mark.kind is MarkKind.CLAIM:
        question, _, claim = mark.target.partition("/")
        behind = tuple(_told(lookup.finding(question, claim)))
    else:
        entry = lookup.entry(mark.kind, mark.target, state)
        behind = (f"{entry.name}. {' '.join(plain(line) for line in entry.text)}".rstrip(),)
    return "\n\n".join((f"“{mark.words.strip()}”", *behind, reference(rules.story, page)))


def reference(story: Story, page: Page) -> str:
    """Give the line that says where a page's words are from."""
    where = (page.heading.part, page.heading.scene, page.heading.when)
    scene = page.passages[-1].scene if page.passages else ""
    parts = (
        listing(story.authors) if story.authors else "",
        story.title,
        *(each for each in where if each),
        f"Scene {scene}" if scene else "",
        story.licence,
    )
    return " ".join(closed(each) for each in parts if each)


def keep(path: Path, text: str) -> None:
    """Write a quotation to a new file, ``.txt`` or ``.md``. Raises ``NotExported``."""
    if path.suffix.lower() not in _FORMS:
        why = f"'{path}' ends neither in .txt nor in .md. Try `passage.txt`."
        raise NotExported(why, "passage")
    write_new(path, f"{text}\n", "passage")


def _told(finding: Finding) -> Iterator[str]:
    if finding.claim is None or finding.status is None:
        return
    yield f"{closed(finding.claim.says)} {finding.status.value.capitalize()}."
    for head, voices in (("Told by", finding.voices.told), ("Against", finding.voices.against)):
        tellers = dict.fromkeys(cited(voice.account, voice.telling) for voice in voices)
        if tellers:
            yield f"{head}: {'; '.join(tellers)}."
