"""Prose that is hard to read: LIX above 45 in a scene, above 35 over the choices of a part.

LIX is words per sentence plus long words, of more than six letters, per hundred words. Forty-five
is a good newspaper. It is asked of scenes of a hundred words or more; names of people, places and
words in the glossary are not long words, since a reader learns them once. Break a sentence in two
before you look for a shorter word.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import Text, texts
from game.model.measure import LONG, lix, names, paragraphs, words, written
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P104"
NAME = "hard-prose"
SEVERITY = Severity.WARNING

MOST = 45
MOST_IN_CHOICES = 35
ENOUGH_WORDS = 100
"""Below this one long sentence would decide."""
ENOUGH_IN_CHOICES = 60

BAD = page(" ".join(["Considerable administrative preparations notwithstanding, it lasted."] * 17))
GOOD = page(
    " ".join(["The offices had made ready for months, and in the end they put it off."] * 7)
)


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each scene that is hard to read, and for each part's choices."""
    known = names(story)
    choices: dict[str, list[str]] = {part: [] for part in story.parts}
    for text in texts(story):
        if text.kind == "choice":
            choices.setdefault(text.name.partition(".")[0], []).append(text.words)
        elif text.kind == "text":
            yield from _scene(text, known)
    for part, acts in choices.items():
        if _may_be_hard(acts) and part in story.parts:
            yield from _choices(story, part, acts, known)


def _scene(text: Text, known: frozenset[str]) -> Iterator[Problem]:
    if len(text.words.split()) < ENOUGH_WORDS or written(text.prose) < ENOUGH_WORDS:
        return
    found = lix(paragraphs(text.prose), known)
    if found > MOST:
        yield Problem(
            text.prose.position,
            CODE,
            SEVERITY,
            f"{text.where} has a LIX of {found:.0f}, {MOST} at most.",
            "Which sentence could be two?",
        )


def _may_be_hard(acts: list[str]) -> bool:
    """Tell whether choices could be too hard if each were one sentence and all signs letters.

    Nearly never, and so the sentences need not be looked for.
    """
    found = " ".join(acts).split()
    long = sum(len(word) > LONG for word in found)
    return bool(acts) and len(found) / len(acts) + 100 * long / len(found) > MOST_IN_CHOICES


def _choices(story: Story, part: str, acts: list[str], known: frozenset[str]) -> Iterator[Problem]:
    found = lix(acts, known)
    if found > MOST_IN_CHOICES and sum(len(words(text)) for text in acts) >= ENOUGH_IN_CHOICES:
        yield Problem(
            story.parts[part].position,
            CODE,
            SEVERITY,
            f"The choices of the part '{part}' have a LIX of {found:.0f}, "
            f"{MOST_IN_CHOICES} at most.",
            "Which choices could be one short act?",
        )
