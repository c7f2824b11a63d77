"""This is the app: screens, theme, keys and signals, and nothing else."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.worker import WorkerFailed

from game.problem import GameError
from game.settings.likings import Likings
from game.tui.door import Door, Opened, Threshold
from game.tui.dress import Dressed
from game.tui.keys import EVERYWHERE, bindings
from game.tui.messages import (
    Begin,
    Ended,
    Read,
    Refused,
    Resume,
    Saved,
    ToParts,
    ToTitle,
)
from game.tui.screens.leaf import Leaf
from game.tui.screens.title import Title
from game.tui.sign import Signs, signs_here

if TYPE_CHECKING:
    from game.playing.session import Session
    from game.settings.setting import Settings
    from game.tui.autosave import Kept
    from game.tui.link import Link
    from game.tui.screens.reading import Reading
    from game.tui.sitting import Sitting

_ENDED_BY = ("SIGTERM", "SIGHUP")
_SIGNALLED = 128


class OtherSideApp(Dressed, inherit_bindings=False):
    """The game on a full screen."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]

    def __init__(
        self,
        door: Door | Threshold,
        signs: Signs | None = None,
        likings: Likings | None = None,
    ) -> None:
        super().__init__(signs or signs_here(), likings or Likings())
        self._threshold = door if isinstance(door, Threshold) else None
        self._opened = door if isinstance(door, Door) else None
        self._sitting: Sitting | None = None
        self._reading: Reading | None = None
        self.fault: BaseException | None = None
        """The fault of its own for which the game stopped, if it did."""
        self.broken = False
        """Whether the game stopped because of a fault of its own."""
        self.all_kept = True
        """Whether all of the last play is on disk."""
        self.refused: GameError | None = None
        """Why the story cannot be played, if it cannot."""

    @property
    def _door(self) -> Door:
        if self._opened is None:
            raise RuntimeError  # nothing is offered before the story was read
        return self._opened

    def get_default_screen(self) -> Leaf:
        """Begin with the title, or with a play that was asked for."""
        if self._threshold is not None:
            return Title(self.signs, self.look, self._threshold.title, self.likings.told)
        if self._door.straight is None:
            return self._new_title()
        return Leaf(self.signs)

    def on_mount(self) -> None:
        """Listen to the system; open what was asked for."""
        loop = asyncio.get_running_loop()
        for name in _ENDED_BY:
            number = getattr(signal, name, None)
            if number is not None:
                self._listen(loop, number)
        if self._threshold is not None:
            self.call_after_refresh(self._begin_to_read, self._threshold)
            return
        if self._door.straight is not None:
            self._open(self._door.straight)
        self.call_after_refresh(_collect_again)

    def _begin_to_read(self, threshold: Threshold) -> None:
        self.run_worker(lambda: self._read_story(threshold), thread=True)

    def _read_story(self, threshold: Threshold) -> None:
        """Read the story in a thread of its own, and tell what came of it."""
        try:
            door = threshold.read()
            slips = door.shelf()
            tally = door.tally(slips)
        except GameError as fault:
            self.post_message(Refused(fault))
        else:
            self.post_message(Read(door, slips, tally))

    def on_read(self, message: Read) -> None:
        """Offer on the title what there is to open."""
        self._opened = message.door
        for screen in self.screen_stack:
            if isinstance(screen, Title):
                screen.renew(message.door.front, message.slips, message.tally)
        self.call_after_refresh(_collect_again)

    def on_refused(self, message: Refused) -> None:
        """Leave: without a story there is nothing to show."""
        self.refused = message.fault
        self.exit()

    def _listen(self, loop: asyncio.AbstractEventLoop, number: int) -> None:
        try:
            loop.add_signal_handler(number, self._signalled, number)
        except (NotImplementedError, RuntimeError, ValueError):
            return  # this system, or this thread, hears no signals; each choice is kept anyway

    def _signalled(self, number: int) -> None:
        self.close_play()
        self.exit(return_code=_SIGNALLED + number)

    async def on_event(self, event: events.Event) -> None:
        """Note when a key was pressed, for the page that must not be run through."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._heed(event)
        await super().on_event(event)

    def _heed(self, event: events.Key) -> None:
        if self._reading is not None:
            self._reading.pressed(event.key, event.time)
        if self.screen_stack and isinstance(self.screen, Leaf):
            self.screen.pressed(event.key, event.time)
            self.screen.hush()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing but leaving be done where the window is too small to see it."""
        if self.screen_stack and isinstance(self.screen, Leaf) and self.screen.is_small:
            return action == "leave"
        return super().check_action(action, parameters)

    def on_begin(self, message: Begin) -> None:
        """Show the opening, then a new play."""
        from game.tui.screens.front import Front

        def begun(answer: int | None) -> None:
            if answer is not None:
                self._open(lambda: self._begin(message))

        self.push_screen(Front(self.signs, self._door.front), begun)

    def on_to_parts(self, _message: ToParts) -> None:
        """Show the parts that a play may begin at."""
        from game.tui.screens.parts import Parts

        def begin(part: str, line: str) -> None:
            self.post_message(Begin(part, line))

        self.push_screen(Parts(self.signs, self._door.ways_in(), begin))

    def _begin(self, wanted: Begin) -> Opened:
        if wanted.part:
            return self._door.begin_at(wanted.part, wanted.line)
        return self._door.begin(), ()

    def on_resume(self, message: Resume) -> None:
        """Open a kept play."""
        self._open(lambda: self._door.resume(message.slot))

    def _open(self, opener: Callable[[], Opened]) -> None:
        try:
            play, told = opener()
        except GameError as fault:
            self._show_title(str(fault))
            return
        settings = self.likings.settings
        play.regard(settings.skip, settings.show)
        if self._door.straight is not None:
            told = (*self.likings.told, *told)
        resumed = play.page.made or (told and not play.preface)
        notices = (*told, *(play.recap() if resumed else ()))
        from game.tui.screens.asking import Asking
        from game.tui.sitting import sit_down

        self._sitting = sit_down(play, notices, self._heard)
        mending = play.mending
        if mending is None:
            self._read()
            return
        answers = (f"Go on at “{mending.title}”.", "Start again.", "Leave the save as it is.")
        question = "The story was edited since this was saved."
        asking = Asking(self.signs, question, mending.sentence, answers)
        self.push_screen(asking, self._mended)

    def _mended(self, answer: int | None) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        if answer in (None, 2):
            sitting.leave_alone()
            self._sitting = None
            self._show_title()
            return
        if answer == 1:
            sitting.play.start_again()
            sitting.notices = ()
        self._read()

    def _read(self) -> None:
        if self._sitting is None:
            return
        from game.tui.screens.reading import Reading

        self._reading = Reading(self.signs, self._sitting, self.look)
        self.push_screen(self._reading)
        if self._sitting.play.mending is None:
            self._sitting.keep()

    def _heard(self, kept: Kept) -> None:
        """Pass on, from the thread that saves, what became of a save."""
        self.post_message(Saved(kept))

    @property
    def tags(self) -> tuple[str, ...]:
        """What passages of the story can be passed over for, once it was read."""
        return self._opened.tags if self._opened is not None else ()

    def refit(self, settings: Settings) -> None:
        """Have the play that lies open told as it was settled."""
        if self._sitting is not None and self._reading is not None:
            self._sitting.play.regard(settings.skip, settings.show)
            self._reading.renew()

    def on_saved(self, _message: Saved) -> None:
        """Show what became of a save."""
        if self._reading is not None:
            self._reading.saved()

    def on_ended(self, _message: Ended) -> None:
        """Show the ending, then the debrief, then the names, then the title."""
        sitting = self._sitting
        if sitting is None or sitting.play.page.finish is None:
            return
        from game.tui.screens.ending import Ending

        ending = Ending(self.signs, self.look, sitting.play, sitting.play.page.finish)
        self.push_screen(ending, self._to_debrief)

    def _to_debrief(self, answer: int | None) -> None:
        if answer is None or self._sitting is None:
            return
        if self._sitting.play.what_if and self._reading is not None:
            self._reading.action_come_back()
            return
        from game.tui.screens.debrief import Debrief

        self.push_screen(Debrief(self.signs, self._sitting.play.debrief()), self._to_names)

    def _to_names(self, answer: int | None) -> None:
        if answer is None or self._sitting is None:
            return
        from game.tui.screens.closing import Closing

        self.push_screen(Closing(self.signs, self._sitting.play.closing()), self._to_title)

    def _to_title(self, answer: int | None) -> None:
        if answer is not None:
            self._show_title()

    def look(self, link: Link) -> None:
        """Lay what a link leads to over whatever is there."""
        from game.tui.reference import Desk
        from game.tui.screens.said import Said

        play = self._sitting.play if self._sitting is not None else self._door.reference()
        page = self._reading.in_sight if self._reading is not None else play.page
        desk = Desk(play, page, self.signs, self.look, lambda form: self._keep_log(play, form))
        try:
            leaf = desk.leaf(link)
        except GameError as fault:
            leaf = Said(self.signs, str(fault))
        self.push_screen(leaf)

    def _keep_log(self, play: Session, form: str) -> str:
        try:
            return self._door.keep_log(play, form)
        except GameError as fault:
            return str(fault)

    def on_to_title(self, _message: ToTitle) -> None:
        """Keep the play and show the title."""
        self._show_title()

    def _show_title(self, said: str = "") -> None:
        self.close_play()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, Title):
            slips = self._door.shelf()
            self.screen.renew(self._door.front, slips, self._door.tally(slips), said)
        else:
            self.push_screen(self._new_title(said))

    def _new_title(self, said: str = "") -> Title:
        title = Title(self.signs, self.look, self._door.front.title, self.likings.told)
        slips = self._door.shelf()
        title.renew(self._door.front, slips, self._door.tally(slips), said)
        return title

    def close_play(self) -> None:
        """Keep the play and let go of it; without one, nothing happens."""
        self._reading = None
        if self._sitting is not None:
            sitting, self._sitting = self._sitting, None
            self.all_kept = sitting.close()

    def action_leave(self) -> None:
        """Keep the play and leave."""
        self.close_play()
        self.exit()

    def action_help(self) -> None:
        """Lay the help page over whatever is there."""
        from game.tui.screens.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.signs))

    def action_menu(self) -> None:
        """Lay the list of all that can be done over whatever is there."""
        from game.tui.screens.doings import Doings

        screen = self.screen
        if not isinstance(screen, Leaf) or isinstance(screen, Doings):
            return
        doings = Doings(self.signs, screen.KEYS)

        async def do(number: int | None) -> None:
            if number is not None:
                await screen.run_action(doings.doings[number].action)

        self.push_screen(doings, do)

    def _handle_exception(self, error: Exception) -> None:
        """Remember what the game stopped for, so that a report can be written."""
        failed = error.error if isinstance(error, WorkerFailed) else error
        self.fault = self.fault or failed
        super()._handle_exception(error)

    def panic(self, *renderables: object) -> None:
        """Stop without showing what Textual would show of its own."""
        del renderables
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Stop without a traceback: it would show what the reader did, and explain nothing."""
        self.broken = True
        self._close_messages_no_wait()


def _collect_again() -> None:
    """Collect garbage from now on; what was made while starting stays, and is not walked for it."""
    gc.freeze()
    gc.enable()
