"""This is what can be settled: names, values, and how each is written.

Nothing heavy is imported here, because the title waits for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from game.problem import GameError

AUTO: Final = "auto"
THEMES: Final = ("night", "paper", "contrast", "mono", "ansi")
"""Each is a file of the screen's; a new one is such a file and its name here."""
NARROWEST, WIDEST = 66, 72

_TAG: Final = r"[a-z][a-z-]{0,39}"
_BINDING: Final = r"[a-z][a-z0-9-]{0,39}"
_KEYS: Final = r"[A-Za-z0-9_+]{1,40}(?:,[A-Za-z0-9_+]{1,40}){0,7}"


class Settings(NamedTuple):
    """What a reader has settled."""

    theme: str = AUTO
    """The colours; ``auto`` goes by the terminal."""
    signs: str = AUTO
    """``fine``, ``ascii``, or ``auto``: which marks things are drawn with."""
    width: int = 68
    """Columns of a line of prose where there is room."""
    marks: str = "story"
    """When a new play shows the record: after a choice, before it too, or at the end."""
    motion: bool = False
    """Whether pages glide when they are turned."""
    skip: frozenset[str] = frozenset()
    """Tags of passages that are always passed over."""
    show: frozenset[str] = frozenset()
    """Tags of passages that are read without being asked about."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Other keys for what can be done, by the binding's id."""


class Setting(NamedTuple):
    """One thing that can be settled by choosing among values."""

    name: str
    says: str
    values: tuple[str, ...]


CHOSEN: Final = (
    Setting("theme", "the colours", (AUTO, *THEMES)),
    Setting(
        "width",
        "columns of a line of prose",
        tuple(str(each) for each in range(NARROWEST, WIDEST + 1)),
    ),
    Setting("marks", "when a new play shows the record", ("story", "investigator", "clean")),
    Setting("signs", "the marks that things are drawn with", (AUTO, "fine", "ascii")),
    Setting("motion", "whether pages glide when they are turned", ("off", "on")),
)
"""What is chosen from a list; tags and keys are settled one by one."""
TAGS: Final = ("skip", "show")


class WrongSetting(GameError):
    """Something was to be settled that cannot be, or not so."""

    exit_code = 2

    def __init__(self, name: str, value: str = "", can_be: str = "") -> None:
        """Name it and what it can be."""
        shown = "".join(each if each.isprintable() else "?" for each in value[:40])
        if can_be:
            super().__init__(f"'{name}' cannot be '{shown}'; it can be {can_be}.")
        else:
            there = ", ".join((*(each.name for each in CHOSEN), *TAGS, "keys"))
            super().__init__(f"There is no setting '{name[:40]}'. There are: {there}.")


def written(settings: Settings, name: str) -> str:
    """Give a value as it is written. Raises ``WrongSetting`` where there is no such setting."""
    if name == "keys":
        return ", ".join(f"{binding}: {keys}" for binding, keys in settings.keys.items())
    if name in TAGS:
        tags: frozenset[str] = getattr(settings, name)
        return ", ".join(sorted(tags))
    if name not in {each.name for each in CHOSEN}:
        raise WrongSetting(name)
    value = getattr(settings, name)
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def settled(settings: Settings, name: str, value: str) -> Settings:
    """Settle one thing by its written value. Raises ``WrongSetting``."""
    setting = next((each for each in CHOSEN if each.name == name), None)
    if setting is not None and value not in setting.values:
        raise WrongSetting(name, value, _range(setting))
    if name not in _SETTLERS:
        raise WrongSetting(name)
    return _SETTLERS[name](settings, value)


def rekeyed(settings: Settings, binding: str, keys: str) -> Settings:
    """Give something other keys, with commas between; no keys give it back its own."""
    if not re.fullmatch(_BINDING, binding):
        raise WrongSetting("keys", binding, "known by small letters and hyphens")
    if keys and not re.fullmatch(_KEYS, keys):
        raise WrongSetting(binding, keys, "keys with commas between, such as 'x,ctrl+u'")
    others = {name: given for name, given in settings.keys.items() if name != binding}
    return settings._replace(keys={**others, binding: keys} if keys else others)


def decided(settings: Settings, tags: Iterable[str], how: str) -> Settings:
    """Settle what becomes of passages with some tags: ``skip``, ``show``, or ``ask`` each time."""
    meant = frozenset(tags)
    skip, show = settings.skip - meant, settings.show - meant
    return settings._replace(
        skip=skip | meant if how == "skip" else skip,
        show=show | meant if how == "show" else show,
    )


def how(settings: Settings, tag: str) -> str:
    """Tell what becomes of passages with a tag: ``skip``, ``show``, or ``ask``."""
    if tag in settings.skip:
        return "skip"
    return "show" if tag in settings.show else "ask"


def _tags(name: str, value: str) -> frozenset[str]:
    tags = frozenset(each.strip() for each in value.split(",") if each.strip())
    if not all(re.fullmatch(_TAG, tag) for tag in tags):
        raise WrongSetting(name, value, "tags with commas between, such as 'torture, execution'")
    return tags


def _range(setting: Setting) -> str:
    if setting.name == "width":
        return f"{setting.values[0]} to {setting.values[-1]}"
    return f"{', '.join(setting.values[:-1])} or {setting.values[-1]}"


_SETTLERS: Final[Mapping[str, Callable[[Settings, str], Settings]]] = {
    "theme": lambda settings, value: settings._replace(theme=value),
    "width": lambda settings, value: settings._replace(width=int(value)),
    "marks": lambda settings, value: settings._replace(marks=value),
    "signs": lambda settings, value: settings._replace(signs=value),
    "motion": lambda settings, value: settings._replace(motion=value == "on"),
    "skip": lambda settings, value: settings._replace(skip=_tags("skip", value)),
    "show": lambda settings, value: settings._replace(show=_tags("show", value)),
}
