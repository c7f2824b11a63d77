"""This is how the app is dressed: colours, marks, keys and motion, as its reader settles them."""

from __future__ import annotations

import os
from threading import Lock

from textual.app import App
from textual.filter import Monochrome

from game.problem import GameError
from game.settings.likings import Likings
from game.settings.setting import Settings, decided
from game.tui.letters import PlainFilter
from game.tui.messages import Decided, Unkept
from game.tui.safety import ControlFilter
from game.tui.screens.leaf import Leaf
from game.tui.sign import Signs, signs_settled
from game.tui.themes import palette, theme_for


class Dressed(App[None], inherit_bindings=False):
    """An app that is drawn as its reader likes it, and keeps what they settle."""

    def __init__(self, signs: Signs, likings: Likings) -> None:
        super().__init__()
        self.likings = likings
        self._found_signs = signs
        self._writing = Lock()
        # a theme without colours does better than grey ones where none are wanted
        kept = (each for each in self._filters if not isinstance(each, Monochrome))
        self._plainer = PlainFilter(enabled=False)
        self._filters = [*kept, ControlFilter(), self._plainer]
        self.signs = self._dressed()

    @property
    def tags(self) -> tuple[str, ...]:
        """What passages of the story can be passed over for, as far as that is known."""
        return ()

    def refit(self, settings: Settings) -> None:
        """Take over what was settled about more than looks."""

    def _dressed(self) -> Signs:
        """Put on the colours, the keys and the motion that were settled; give the marks."""
        settings = self.likings.settings
        name = theme_for(settings.theme, os.environ, self.console.color_system)
        if name not in self.available_themes:
            self.register_theme(palette(name).theme(name))
        self.theme = name
        self.set_keymap(dict(settings.keys))
        still = not settings.motion or os.environ.get("TEXTUAL_ANIMATIONS") == "none"
        self.animation_level = "none" if still else "full"
        signs = signs_settled(self._found_signs, settings)
        self._plainer.enabled = signs.ascii
        return signs

    def action_settings(self) -> None:
        """Lay the settings over whatever is there; from there, go back."""
        from game.tui.screens.settling import Settling  # noqa: PLC0415 - when it is shown

        screen = self.screen
        if isinstance(screen, Settling):
            screen.dismiss()
        elif isinstance(screen, Leaf) and not screen.settles:
            self.push_screen(Settling(self.signs, self.likings, self.tags, self.settled))

    def settled(self) -> None:
        """Draw everything as it was settled, and keep it."""
        self.signs = self._dressed()
        for screen in self.screen_stack:
            if isinstance(screen, Leaf):
                screen.draw_with(self.signs)
        self.refit(self.likings.settings)
        self.run_worker(self._keep_settings, thread=True, group="settings")

    def _keep_settings(self) -> None:
        try:
            with self._writing:
                self.likings.keep()
        except GameError as fault:
            self.post_message(Unkept(str(fault)))

    def on_unkept(self, message: Unkept) -> None:
        """Say that the settings hold for now only."""
        if isinstance(self.screen, Leaf):
            self.screen.tell(message.said)

    def on_decided(self, message: Decided) -> None:
        """Settle what becomes of hard passages of a kind."""
        self.likings.take_over(decided(self.likings.settings, message.tags, message.how))
        self.settled()
