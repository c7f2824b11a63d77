"""A word or turn that this story does not use in its own voice.

Some are the perpetrators' words: "liquidated", "cleansed", "repressed", "special settlers", "enemy
of the people", "fifth column". In the narrator's voice we write deported, arrested, shot. Within
quotation marks they may stand, since then somebody says them; say who. Others are any thriller's:
"little did he know", hearts that hammer, eyes that flash, silence that stretches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.model.measure import paragraphs
from game.model.prose import Prose
from game.model.story import Story
from game.model.walk import shown
from game.problem import Problem, Severity

CODE = "P105"
NAME = "refused-word"
SEVERITY = Severity.ERROR

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’(?!\w)")
_THEIRS = "Whose word is it? Write deported, arrested or shot, or quote whoever says it."
_THRILLER = "What happens here that no other story has? Write that."

REFUSED: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (stem, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), hint)
    for stem, pattern, hint in (
        ("liquidat", r"liquidat(?:e[ds]?|ing|ions?)", _THEIRS),
        ("cleans", r"(?:ethnically )?cleans(?:e[ds]?|ing)", _THEIRS),
        ("repress", r"repress(?:ed|es|ing|ions?)", _THEIRS),
        ("special settler", r"special settlers?", _THEIRS),
        ("of the people", r"enem(?:y|ies) of the people", _THEIRS),
        ("fifth column", r"fifth column(?:ists?)?", _THEIRS),
        ("little d", r"little (?:did|does|do) (?:he|she|they|you) know", _THRILLER),
        ("heart", r"hearts? (?:hammer|pound|race|thump|skip)(?:s|ed|ing)?", _THRILLER),
        ("heartbeat", r"heartbeats?", _THRILLER),
        ("breath", r"breath (?:he|she|you|they) d(?:id|o)(?: not|n[’']t) know", _THRILLER),
        ("flash", r"eyes? flash(?:es|ed|ing)?", _THRILLER),
        ("silence", r"silence stretch(?:es|ed|ing)?", _THRILLER),
        ("no return", r"point of no return", _THRILLER),
    )
)
"""What a refused turn always holds, in small letters; the turn itself; and what to write."""

_SCENES = """\
- scene: hall.door
  text: |
    A door, and no key in it. {text}
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(text="Those who lived here were liquidated in the spring.")
GOOD = _SCENES.format(
    text='The order says "liquidated". Those who lived here were shot in the spring.'
)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each refused turn outside quotation."""
    yield from _judged(story.opening, "The opening")
    yield from _judged(story.advisory, "The advisory")
    for name, scene in story.scenes.items():
        for prose in shown(scene):
            yield from _judged(prose, f"The scene '{name}'")
    for person in story.people.values():
        yield from _judged(person.text, f"The entry '{person.person}'")
    for place in story.places.values():
        yield from _judged(place.text, f"The entry '{place.place}'")
    for word in story.words.values():
        yield from _judged(word.text, f"The entry '{word.word}'")


def _judged(prose: Prose, where: str) -> Iterator[Problem]:
    for text in paragraphs(prose):
        small = text.lower()
        for stem, pattern, hint in REFUSED:
            if stem not in small:
                continue
            for match in pattern.finditer(_QUOTED.sub(" ", text)):
                statement = f"{where} says '{match.group()}' in its own voice."
                yield Problem(prose.position, CODE, SEVERITY, statement, hint)
