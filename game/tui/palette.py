"""This is what a theme is made of: a ground, a few inks, and four hues for the record."""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

from game.record.status import Family


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as ``#RRGGBB``. Every ink is read on the ground."""

    name: str
    dark: bool
    ground: str
    text: str
    bright: str
    """What is selected, and titles."""
    quiet: str
    """What stands by: headers, keys, places."""
    recorded: str
    """Words of the prose that rest on the record."""
    accent: str
    """The one accent: the caret, and keys."""
    rule: str
    """Lines that part; they carry no words."""
    agree: str
    conflict: str
    beyond: str
    silent: str

    @property
    def inks(self) -> dict[str, str]:
        """Every colour that words are written in, by the name that styles use."""
        return {
            "ink": self.text,
            "bright": self.bright,
            "quiet": self.quiet,
            "recorded": self.recorded,
            "mark": self.accent,
            **{family.value: self.hue(family) for family in Family},
        }

    def hue(self, family: Family) -> str:
        """Give the colour of a family of statuses."""
        hues = {
            Family.AGREE: self.agree,
            Family.CONFLICT: self.conflict,
            Family.BEYOND: self.beyond,
            Family.SILENT: self.silent,
        }
        return hues[family]

    def theme(self) -> Theme:
        """Give the palette as Textual has it."""
        return Theme(
            name=self.name,
            primary=self.accent,
            accent=self.accent,
            foreground=self.text,
            background=self.ground,
            surface=self.ground,
            panel=self.ground,
            dark=self.dark,
            variables={
                **self.inks,
                "rule": self.rule,
                "scrollbar": self.rule,
                "scrollbar-hover": self.quiet,
                "scrollbar-active": self.quiet,
                "scrollbar-background": self.ground,
                "scrollbar-background-hover": self.ground,
                "scrollbar-background-active": self.ground,
                "scrollbar-corner-color": self.ground,
                "screen-selection-background": self.rule,
                "screen-selection-foreground": self.bright,
            },
        )
