"""This is what a theme is made of: a ground, a few inks, and four hues for the record."""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

from game.record.status import Family


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme: ``#RRGGBB``, or the terminal's own, ``ansi_cyan``.

    Every ink is read on the ground.
    """

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

    @property
    def is_the_terminal_s(self) -> bool:
        """Whether the colours are those that the terminal has for their names."""
        return self.ground.startswith("ansi_")

    @property
    def marked(self) -> str:
        """What the mouse marks; where there may be one ink only, the ground takes its place."""
        return "reverse" if self.is_the_terminal_s else f"{self.bright} on {self.rule}"

    def theme(self, name: str) -> Theme:
        """Give the palette as Textual has it."""
        return Theme(
            name=name,
            ansi=self.is_the_terminal_s,
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
                "marked": self.marked,
                "ansi-background": self.ground,
                "ansi-foreground": self.text,
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
