"""This is the app of the preview: it watches, reads and searches in threads, and shows."""

from __future__ import annotations

import gc
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from game.playing.writing.bench import Bench
from game.playing.writing.watching import saves
from game.tui.app import OtherSideApp
from game.tui.door import Threshold
from game.tui.writing.help import WritingHelp
from game.tui.writing.messages import Acted, Answered, Heard, Looked
from game.tui.writing.preview import Preview

if TYPE_CHECKING:
    from pathlib import Path

    from game.playing.writing.view import Look, Quest
    from game.settings.likings import Likings
    from game.tui.door import Door
    from game.tui.screens.leaf import Leaf
    from game.tui.sign import Signs

CALM = 0.6
"""Seconds without a save before rules are asked and ways are looked for: both can wait."""
BREATH = 0.1
"""Seconds after something was done before ways are looked for."""


class WritingApp(OtherSideApp):
    """A story's folder on a full screen, while it is being written."""

    def __init__(
        self, folder: Path, signs: Signs | None = None, likings: Likings | None = None
    ) -> None:
        super().__init__(Threshold("", _nobody_opens), signs, likings)
        self.bench = Bench(folder)
        self._preview = Preview(self.signs, self.bench)
        self._over = Event()
        """The preview is closed: every thread comes to an end."""
        self._stale = Event()
        """What is being looked for is past."""
        self._saved = Event()
        """What is being judged is past."""
        self._seeking: Quest | None = None

    def get_default_screen(self) -> Leaf:
        """Begin with the page, although nothing was read yet."""
        return self._preview

    def _begin_to_read(self, threshold: Threshold) -> None:
        del threshold
        self.run_worker(self._watch, thread=True, group="watch")

    def _watch(self) -> None:
        """Read the folder now and after every save, until the preview is closed."""
        for _ in saves(self.bench.folder, self._over):
            self._stale.set()
            self._saved.set()
            look = self.bench.look()
            if self._over.is_set():
                return
            self.post_message(Looked(look))

    def on_looked(self, message: Looked) -> None:
        """Show what was read, and have the rest worked out when there is time."""
        self.bench.adopt(message.look)
        gc.freeze()  # a story stays for long, and would be walked at every collection
        gc.enable()
        self._renew()
        unjudged = self.bench.unjudged
        if unjudged is not None:
            self._saved = saved = Event()
            self.run_worker(lambda: self._judge(unjudged, saved), thread=True, group="judge")
        self._seeking = None
        self._seek(CALM)

    def _judge(self, look: Look, saved: Event) -> None:
        if self._waits(CALM, saved):
            judged = self.bench.judge(look, lambda: saved.is_set() or self._over.is_set())
            if judged is not None and not self._over.is_set():
                self.post_message(Heard(judged))

    def _waits(self, seconds: float, stale: Event) -> bool:
        """Wait for so long in a thread; ``False`` where it is not wanted any more."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            if stale.wait(left):
                return False
        return not self._over.is_set()

    def on_heard(self, message: Heard) -> None:
        """Show what the rules of check found."""
        if self.bench.hear(message.judged):
            self._renew()

    def on_acted(self, _message: Acted) -> None:
        """Look for ways to what is closed now."""
        if self.screen is not self._preview:
            self._preview.show()
        self._seek(BREATH)

    def _seek(self, pause: float) -> None:
        quest = self.bench.quest()
        if quest is not None and quest == self._seeking:
            return
        self._stale.set()
        if quest is None:
            self._seeking = None
            return
        self._seeking, self._stale = quest, Event()
        stale = self._stale
        self.run_worker(lambda: self._look_for(quest, stale, pause), thread=True, group="seek")

    def _look_for(self, quest: Quest, stale: Event, pause: float) -> None:
        if not self._waits(pause, stale):
            return
        answer = self.bench.seek(quest, lambda: stale.is_set() or self._over.is_set())
        if not self._over.is_set():
            self.post_message(Answered(answer))

    def on_answered(self, message: Answered) -> None:
        """Show the ways that were found."""
        if self.bench.learn(message.answer):
            self._renew()

    def _renew(self) -> None:
        """Show everything as it is now, on the page and on what lies over it."""
        self._preview.show()
        for screen in self.screen_stack[1:]:
            renew = getattr(screen, "renew", None)
            if renew is not None:
                renew()

    def action_help(self) -> None:
        """Lay the help page over whatever is there."""
        if not isinstance(self.screen, WritingHelp):
            self.push_screen(WritingHelp(self.signs))

    def on_unmount(self) -> None:
        """Let no thread outlive the screen: leaving would wait for it."""
        self.close_play()

    def _fatal_error(self) -> None:
        self.close_play()
        super()._fatal_error()

    def close_play(self) -> None:
        """Have every thread come to its end; there is nothing to keep."""
        self._over.set()
        self._stale.set()
        self._saved.set()


def _nobody_opens() -> Door:
    raise NotImplementedError  # plays are begun on the bench here, and through no door
