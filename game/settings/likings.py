"""This is the settings of whoever sits here: what was kept, and what the environment says instead.

They lie in one file of the user's configuration, or where ``OTHERSIDE_SETTINGS`` says. Any of them
can be had otherwise for once: ``OTHERSIDE_THEME=paper``, ``OTHERSIDE_SKIP=torture,execution``.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.problem import GameError
from game.settings.setting import CHOSEN, TAGS, Settings, rekeyed, settled

LARGEST: Final = 65_536
"""No file of settings is as large, in bytes."""


class NotKept(GameError):
    """The settings could not be written."""

    def __init__(self, path: Path, why: str) -> None:
        """Name the file and what the system said."""
        super().__init__(
            f"The settings could not be written to '{path.name}': {why}. They hold until you leave."
        )


class Likings:
    """What a reader likes. It changes while they read, and is written when it is told to."""

    def __init__(
        self,
        kept: Settings | None = None,
        path: Path | None = None,
        over: Mapping[str, str] | None = None,
        told: tuple[str, ...] = (),
    ) -> None:
        """``over`` holds in the place of what is kept; without a path nothing is ever written."""
        self._kept = kept or Settings()
        self._path = path
        self._over = dict(over or {})
        self.told = told
        """What must be said of the file: that it was damaged, or cannot be read."""

    @property
    def settings(self) -> Settings:
        """What holds now."""
        settings = self._kept
        for name, value in self._over.items():
            settings = settled(settings, name, value)
        return settings

    @property
    def for_once(self) -> tuple[str, ...]:
        """The settings that come from the environment."""
        return tuple(self._over)

    def settle(self, name: str, value: str) -> Settings:
        """Settle one thing from now on. Raises ``WrongSetting``."""
        self._kept = settled(self._kept, name, value)
        self._over.pop(name, None)
        return self.settings

    def take_over(self, settings: Settings) -> Settings:
        """Take over tags and keys; what the environment says of tags is over with that."""
        for name in TAGS:
            self._over.pop(name, None)
            self._kept = settled(self._kept, name, ",".join(getattr(settings, name)))
        for binding in {*self._kept.keys, *settings.keys}:
            self._kept = rekeyed(self._kept, binding, settings.keys.get(binding, ""))
        return self.settings

    def keep(self) -> None:
        """Write what was settled, and come back once the disk has it. Raises ``NotKept``."""
        if self._path is None:
            return
        from game.saving import store  # noqa: PLC0415 - most who read never write
        from game.saving.fault import SaveFault  # noqa: PLC0415 - the same
        from game.settings.form import write  # noqa: PLC0415 - the same

        try:
            store.write(self._path, write(self._kept))
        except SaveFault as fault:
            raise NotKept(self._path, fault.why) from fault


def settings_file(environment: Mapping[str, str]) -> Path:
    """Give where the settings lie."""
    told = environment.get("OTHERSIDE_SETTINGS")
    if told:
        return Path(told)
    import platformdirs  # noqa: PLC0415 - the same

    return Path(platformdirs.user_config_dir("otherside", appauthor=False)) / "settings.json"


def likings(environment: Mapping[str, str] = os.environ) -> Likings:
    """Read what a reader likes. What cannot be read is as if it were not there, and is told."""
    path = settings_file(environment)
    kept, told = _read(path)
    over: dict[str, str] = {}
    for name in (*(each.name for each in CHOSEN), *TAGS):
        variable = f"OTHERSIDE_{name.upper()}"
        value = environment.get(variable, "").strip()
        if not value:
            continue
        try:
            settled(kept, name, value)
        except GameError as fault:
            told = (*told, f"{variable} is passed over. {fault}")
        else:
            over[name] = value
    return Likings(kept, path, over, told)


def _read(path: Path) -> tuple[Settings, tuple[str, ...]]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Settings(), (f"'{path.name}' is no ordinary file; the settings are the usual.",)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as fault:
        why = (fault.strerror or type(fault).__name__).lower()
        return Settings(), (f"The settings could not be read ({why}), and are the usual.",)
    from game.settings.form import Unreadable, read  # noqa: PLC0415 - where there is a file

    try:
        return read(data)
    except Unreadable as fault:
        from game.saving.store import set_aside  # noqa: PLC0415 - hardly ever

        aside = set_aside(path)
        where = f" It is kept as '{aside.name}'." if aside else " It was left as it is."
        return Settings(), (
            f"'{path.name}' was damaged: {fault}. The settings are the usual.{where}",
        )
