"""This is how settings are written: one JSON object, which a reader may edit."""

from __future__ import annotations

import json
from typing import TypeAlias

from game.settings.setting import CHOSEN, TAGS, Settings, WrongSetting, rekeyed, settled, written

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Unreadable(ValueError):
    """A file of settings that cannot have been written by anybody who meant to."""


def write(settings: Settings) -> bytes:
    """Give the bytes of some settings; the last byte ends a line."""
    whole: dict[str, Json] = {each.name: written(settings, each.name) for each in CHOSEN}
    whole["width"], whole["motion"] = settings.width, settings.motion
    whole |= {name: [*sorted(getattr(settings, name))] for name in TAGS}
    whole["keys"] = dict(settings.keys)
    return (json.dumps(whole, indent=1) + "\n").encode()


def read(data: bytes) -> tuple[Settings, tuple[str, ...]]:
    """Give the settings, and what is to be said of values that they cannot have.

    Raises ``Unreadable``. Names that are not known belong to some other version, and are passed
    over.
    """
    whole = _object(data)
    settings, told = Settings(), []
    for name, value in whole.items():
        try:
            settings = _with(settings, name, value)
        except WrongSetting as fault:
            told.append(str(fault))
    return settings, tuple(told)


def _object(data: bytes) -> dict[str, Json]:
    try:
        whole = json.loads(data.decode("utf-8"))
    except RecursionError:
        whole = None
    except ValueError as fault:
        at = f" from line {fault.lineno} on" if isinstance(fault, json.JSONDecodeError) else ""
        raise Unreadable(f"it is no JSON{at}") from fault
    if not isinstance(whole, dict):
        raise Unreadable("it is no JSON object")
    return whole


def _with(settings: Settings, name: str, value: Json) -> Settings:
    if name == "keys":
        return _with_keys(settings, value)
    if name not in TAGS and name not in {each.name for each in CHOSEN}:
        return settings
    return settled(settings, name, _as_written(value))


def _with_keys(settings: Settings, value: Json) -> Settings:
    if not isinstance(value, dict):
        raise WrongSetting("keys", str(value), 'an object such as {"undo": "u,z"}')
    for binding, keys in value.items():
        settings = rekeyed(settings, binding, keys if isinstance(keys, str) else "?")
    return settings


def _as_written(value: Json) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list):
        return ",".join(str(each) for each in value)
    return str(value)
