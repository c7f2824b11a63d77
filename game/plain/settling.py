"""This is settling things in lines: a name and a value in, sentences out."""

from __future__ import annotations

from collections.abc import Iterator

from game.playing.heed import in_words
from game.settings.likings import Likings
from game.settings.setting import CHOSEN, Setting, Settings, decided, how, settled, written

HOW = {
    "ask": "are asked about each time",
    "skip": "are always passed over",
    "show": "are read without being asked about",
}
ON_SCREEN = frozenset({"theme", "width", "signs", "motion"})
"""What plain lines have no use for; it is settled here for the full screen."""


def listed(settings: Settings, tags: tuple[str, ...]) -> Iterator[str]:
    """Say every setting with its value and what else it can be."""
    for setting in CHOSEN:
        yield _setting(settings, setting)
    for tag in tags:
        said = in_words((tag,))
        yield f"{tag}: {how(settings, tag)}. Passages that report {said}: ask, skip or show."
    yield "Type settings, a name and a value: settings marks clean, settings torture skip."


def settle(likings: Likings, about: str, tags: tuple[str, ...]) -> str:
    """Settle one thing and keep it; say what holds. Raises ``WrongSetting`` and ``NotKept``."""
    name, _, value = (part.strip().casefold() for part in about.partition(" "))
    if name in tags and value in HOW:
        likings.take_over(decided(likings.settings, (name,), value))
    else:
        settled(likings.settings, name, value)  # a wrong name or value is said before all else
        likings.settle(name, value)
    likings.keep()
    if name in tags and value in HOW:
        return f"Passages that report {in_words((name,))} {HOW[value]}, from now on."
    return f"{name}: {written(likings.settings, name) or 'nothing'}, from now on."


def _setting(settings: Settings, setting: Setting) -> str:
    where = " on the full screen" if setting.name in ON_SCREEN else ""
    values = ", ".join(setting.values)
    says = setting.says[0].upper() + setting.says[1:]
    return f"{setting.name}: {written(settings, setting.name)}. {says}{where}: {values}."
