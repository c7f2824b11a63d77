"""This is what can go wrong with a save, each class with its own sentence and exit code.

GameError
└── SaveFault               3  could not be written
    ├── Overtaken           3  another game wrote to the slot meanwhile
    ├── ReadOnly            3  another game holds the slot, or the folder is closed to us
    ├── BadSlot             2  a slot's name that is no safe file name
    ├── NoSave              2  a slot, or a file, that is not there
    ├── Damaged             4  cannot be read, or its checksum does not fit
    ├── Newer               5  written by a newer version of the game
    └── OtherStory          6  belongs to another story
"""

from __future__ import annotations

from game.problem import GameError


class SaveFault(GameError):
    """A save could not be written; what was there before is still there."""

    def __init__(self, file: str, why: str) -> None:
        """Name the file and what the system said."""
        self.file = file
        self.why = why
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return (
            f"'{self.file}' could not be written: {self.why}. The save from before is untouched. "
            "Is the disk full, or the folder closed to you? `--saves` puts saves elsewhere."
        )


class Overtaken(SaveFault):
    """Another game wrote to the slot since this one last did."""

    def __init__(self, file: str) -> None:
        """Name the file."""
        super().__init__(file, "another game wrote to it")

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return (
            f"'{self.file}' was written by another game since this one opened it, so it was left "
            "alone. Save to another slot to keep this play too."
        )


class ReadOnly(SaveFault):
    """The slot was opened to be read only."""

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return (
            f"'{self.file}' is not written, because {self.why}. "
            "Close the other game, or play in another slot with `--slot`."
        )


class BadSlot(SaveFault):
    """A slot's name cannot be a file's name."""

    exit_code = 2

    def __init__(self, name: str) -> None:
        """Keep the name as it was asked for."""
        super().__init__(name, "a slot's name is letters, digits and hyphens")

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        shown = "".join(each if each.isprintable() else "?" for each in self.file[:40])
        return (
            f"'{shown}' cannot be the name of a slot. "
            "Use a number, or up to 32 small letters, digits and hyphens."
        )


class NoSave(SaveFault):
    """Nothing is saved under this name."""

    exit_code = 2

    def __init__(self, file: str) -> None:
        """Name the slot or file."""
        super().__init__(file, "it is not there")

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return f"Nothing is saved as '{self.file}'. `otherside saves list` shows what there is."


class Damaged(SaveFault):
    """A file is not what was written."""

    exit_code = 4

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return (
            f"'{self.file}' is damaged: {self.why}. "
            "Opening the slot in the game tries its backups and keeps the damaged file beside it."
        )


class Newer(SaveFault):
    """A file was written by a newer version of the game."""

    exit_code = 5

    def __init__(self, file: str, app: str) -> None:
        """Name the file and the version that wrote it."""
        super().__init__(file, f"version {app} wrote it")

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return (
            f"'{self.file}' comes from a newer version of the game, and was left alone: "
            f"{self.why}. Update the game to open it."
        )


class OtherStory(SaveFault):
    """A save belongs to another story than the one being played."""

    exit_code = 6

    def __init__(self, file: str, story: str, asked: str) -> None:
        """Name the file, the story it belongs to, and the story that was opened."""
        self.story = story
        self.asked = asked
        super().__init__(file, f"it belongs to '{story}'")

    def sentence(self) -> str:
        """Say it in one sentence, then what to try."""
        return (
            f"'{self.file}' is a save of another story, '{self.story}', and this is "
            f"'{self.asked}'. Open it with its own story, or choose another slot."
        )
