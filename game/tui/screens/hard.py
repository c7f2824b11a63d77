"""This is the question that stands before a hard passage: read it, or pass over it."""

from __future__ import annotations

from game.playing.heed import in_words
from game.tui.guard import Guard, clock
from game.tui.keymap import called_now
from game.tui.screens.asking import Asking
from game.tui.sign import Signs

SAID = "Choices, and what comes of them, stay the same; {} reads on the page what was passed over."
READ, PASS, ALWAYS, NEVER_ASK = range(4)


class Hard(Asking):
    """Gives ``READ``, ``PASS``, ``ALWAYS`` or ``NEVER_ASK``; a key held down answers nothing."""

    def __init__(self, signs: Signs, tags: tuple[str, ...], pressed: tuple[str, float]) -> None:
        said = in_words(tags)
        answers = (
            "Read it.",
            "Pass over it: two lines stand in its place.",
            f"Always pass over what reports {said}.",
            f"Read it, and do not ask about {said} again.",
        )
        key = called_now(signs.keymap, "hard", "k")
        super().__init__(signs, f"What follows reports {said}.", SAID.format(key), answers)
        self._guard = Guard()
        self._guard.turned(*pressed)
        self._pressed = pressed

    def on_mount(self) -> None:
        """Begin to listen once the question is painted."""
        super().on_mount()
        self.call_after_refresh(lambda: self._guard.painted(clock()))

    def pressed(self, key: str, when: float) -> None:
        """Note the key that is being answered, and when it was pressed."""
        self._pressed = (key, when)

    def action_take(self) -> None:
        """Take the answer at the caret."""
        if self._guard.admits(*self._pressed):
            super().action_take()

    def action_number(self, number: int) -> None:
        """Take an answer by its number."""
        if self._guard.admits(*self._pressed):
            super().action_number(number)

    def action_back(self) -> None:
        """Pass over it: whoever will not answer is not shown it."""
        self.dismiss(PASS)
