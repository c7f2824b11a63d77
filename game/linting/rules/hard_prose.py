"""Prose that is hard to read: LIX above 45 in a scene, above 35 over the choices of a part.

LIX is words per sentence plus long words, of more than six letters, per hundred words. Forty-five
is a good newspaper. It is asked of scenes of a hundred words or more; names of people, places and
words in the glossary are not long words, since a reader learns them once. Break a sentence in two
before you look for a shorter word.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.model.measure import lix, names, paragraphs, words, written
from game.model.story import Part, Story
from game.problem import Problem, Severity

CODE = "P104"
NAME = "hard-prose"
SEVERITY = Severity.WARNING

MOST = 45
MOST_IN_CHOICES = 35
ENOUGH_WORDS = 100
"""Below this one long sentence would decide."""
ENOUGH_IN_CHOICES = 60

_SCENES = """\
- scene: hall.door
  text: |
    {text}
  choices:
    - {{choice: open, text: Open it., to: hall.street, record: {{question: way, claim: door}}}}
- scene: hall.street
  text: The street.
  ending: {{title: The street, record: {{question: way, claim: door}}}}
"""

BAD = _SCENES.format(
    text=" ".join(["Considerable administrative preparations notwithstanding, it lasted."] * 17)
)
GOOD = _SCENES.format(
    text=" ".join(["The offices had made ready for months, and in the end they put it off."] * 7)
)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene that is hard to read, and for each part's choices."""
    known = names(story)
    for name, scene in story.scenes.items():
        if written(scene.text) < ENOUGH_WORDS:
            continue
        found = lix(paragraphs(scene.text), known)
        if found > MOST:
            yield Problem(
                scene.text.position,
                CODE,
                SEVERITY,
                f"The scene '{name}' has a LIX of {found:.0f}, {MOST} at most.",
                "Which sentence could be two?",
            )
    for part in story.parts.values():
        yield from _choices(story, part, known)


def _choices(story: Story, part: Part, known: frozenset[str]) -> Iterator[Problem]:
    texts = [
        text
        for scene in story.scenes.values()
        if scene.part == part.part
        for choice in scene.choices
        for text in paragraphs(choice.text)
    ]
    found = lix(texts, known)
    if found > MOST_IN_CHOICES and sum(len(words(text)) for text in texts) >= ENOUGH_IN_CHOICES:
        yield Problem(
            part.position,
            CODE,
            SEVERITY,
            f"The choices of the part '{part.part}' have a LIX of {found:.0f}, "
            f"{MOST_IN_CHOICES} at most.",
            "Which choices could be one short act?",
        )
