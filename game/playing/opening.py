"""This is how a play is opened: a story's folder, a slot and a manner in, a session out.

It alone knows where stories and saves lie.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from game import __version__
from game.engine.replay import Play, begin, off_record, replay
from game.engine.rules import NotOffered, Rules
from game.loading.cache import story_at
from game.loading.cover import shipped_story
from game.model.prose import plain
from game.model.story import Story
from game.playing.composition import Composer, heading
from game.playing.date import moment
from game.playing.memory import Memory
from game.playing.session import Manner, Marks, Session
from game.playing.wayin import WayIn, led, passed_parts, told_to_the_led
from game.playing.wayin import ways_in as all_ways_in
from game.problem import GameError
from game.saving import shelf as saved
from game.saving.fault import OtherStory, SaveFault
from game.saving.keeper import Keeper
from game.saving.mending import Mending, as_far_as_it_goes, fit, renamed_scenes
from game.saving.past import Past
from game.saving.recovery import Opened, open_slot
from game.saving.save import Save, slot_name
from game.saving.shelf import Shelved

_CHECKOUT = Path(__file__).resolve().parents[2]
_SEEDS_TRIED = 1000


@dataclass(frozen=True, slots=True)
class Slip:
    """A save as the title offers it."""

    slot: str
    turn: int = 0
    part: str = ""
    scene: str = ""
    when: str = ""
    """When it was kept."""
    last: str = ""
    """The words of the last choice."""
    off_record: bool = False
    trouble: str = ""
    """What is the matter with it, in a sentence; empty where all is well."""
    opens: bool = True
    """Whether it can be opened all the same."""
    iso: str = ""
    """When it was kept, as it sorts."""
    ended: str = ""
    """The scene of the ending that it stands at, if it does."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a play begins, when not at the story's first scene."""

    seed: int = 0
    line: str = ""
    """The line that leads to the part; where none is given, the first that does."""
    part: str = ""
    """The part's id, or its number."""
    scene: str = ""
    """For writers: begin at this scene, with these values. Such a play cannot be saved."""
    values: Mapping[str, int] | None = None


class NotThere(GameError):
    """A line, a part or a scene was asked for that a play cannot begin at."""

    exit_code = 2

    def __init__(self, what: str, name: str, there: tuple[str, ...]) -> None:
        """Name what was asked for and what there is."""
        known = f"There is: {', '.join(there)}." if there else "There is none."
        super().__init__(f"A play cannot begin at the {what} '{name}'. {known}")


def open_story(folder: Path | None = None) -> Story:
    """Give a story that can be played, as it was read before where nothing was changed since.

    Raises ``StoryFaults`` with all that is wrong with it.
    """
    return story_at(folder if folder is not None else shipped_story())


def saves_folder(given: Path | None = None) -> Path:
    """Give where saves lie: as told, by ``OTHERSIDE_SAVES``, in a checkout, or with the user."""
    if given is not None:
        return given
    told = os.environ.get("OTHERSIDE_SAVES")
    if told:
        return Path(told)
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "saves").is_dir():
        return _CHECKOUT / "saves"
    return Path(platformdirs.user_data_dir("otherside", appauthor=False)) / "saves"


def shelf(story: Story, folder: Path) -> tuple[Slip, ...]:
    """Give the saves to offer, the newest first; damaged ones say what would be opened."""
    rules = Rules(story)
    slips = (_slip(rules, folder, each) for each in saved.shelf(folder))
    return tuple(sorted(slips, key=lambda slip: (slip.iso, slip.slot), reverse=True))


def ways_in(story: Story) -> tuple[WayIn, ...]:
    """Give the parts that a play may begin at, each with the lines that lead there."""
    return all_ways_in(Rules(story))


def free_slot(folder: Path) -> str:
    """Give the first numbered slot that holds nothing."""
    taken = {each.slot for each in saved.shelf(folder)}
    number = 1
    while f"slot{number}" in taken:
        number += 1
    return f"slot{number}"


def new_session(
    story: Story,
    *,
    slot: str | None = None,
    folder: Path | None = None,
    seed: int = 0,
    marks: Marks = Marks.STORY,
) -> Session:
    """Begin a play at the story's first scene, in a slot if one is given.

    What lay in the slot goes to its backup with the first save. Raises ``BadSlot``, ``OtherStory``
    or ``Newer``.
    """
    return begin_session(story, Beginning(seed), slot=slot, folder=folder, manner=Manner(marks))


def begin_session(
    story: Story,
    beginning: Beginning,
    *,
    slot: str | None = None,
    folder: Path | None = None,
    manner: Manner | None = None,
) -> Session:
    """Begin a play where the caller says. Raises ``NotThere`` beside what ``new_session`` does."""
    rules = Rules(story)
    play, preface = _begun(rules, beginning)
    keeper = None
    if slot is not None and not beginning.scene:
        keeper = Keeper(saves_folder(folder), slot, __version__)
        _or_let_go(keeper, story.story)
    session = Session(rules, play, keeper=keeper, manner=manner, led=len(play.choices))
    if keeper is not None:
        session.remember(memory_of(story, keeper.folder))
    session.preface = preface
    return session


def resume(
    story: Story, slot: str, folder: Path | None = None, *, manner: Manner | None = None
) -> tuple[Session, tuple[str, ...]]:
    """Go on with the play in a slot; also gives what the player must be told.

    Where the story was edited since, ``session.mending`` says what to ask. Raises ``NoSave``,
    ``BadSlot``, ``Damaged``, ``Newer`` or ``OtherStory``.
    """
    keeper = Keeper(saves_folder(folder), slot, __version__)
    try:
        opened = open_slot(keeper.folder, slot, aside=not keeper.read_only)
        _demand(story, opened.save, keeper.path.name)
    except BaseException:
        keeper.close()
        raise
    keeper.opened(opened.check)
    return _resumed(Rules(story), keeper, opened, manner)


def take_up(
    story: Story,
    folder: Path | None = None,
    *,
    slot: str | None = None,
    beginning: Beginning | None = None,
    manner: Manner | None = None,
) -> tuple[Session, tuple[str, ...]]:
    """Go on with what lies in a slot; begin where nothing does, or where a beginning is given.

    Gives what the player must be told too. Raises what ``resume`` and ``begin_session`` raise.
    """
    if slot is not None and beginning is None and has_save(slot, folder):
        return resume(story, slot, folder, manner=manner)
    beginning = beginning or Beginning()
    session = begin_session(story, beginning, slot=slot, folder=folder, manner=manner)
    return session, session.preface


def memory_of(story: Story, folder: Path) -> Memory:
    """Give what was met of a story in the plays that are kept in a folder."""
    return Memory(Past(folder, story.story), story.renames)


def has_save(slot: str, folder: Path | None = None) -> bool:
    """Tell whether anything lies in a slot."""
    name = slot_name(slot)
    return any(each.slot == name for each in saved.shelf(saves_folder(folder)))


def _resumed(
    rules: Rules, keeper: Keeper, opened: Opened, manner: Manner | None
) -> tuple[Session, tuple[str, ...]]:
    save, told = opened.save, list(opened.told)
    fitted = fit(rules, save)
    mending = fitted if isinstance(fitted, Mending) and not opened.pieced else None
    play = fitted.play if isinstance(fitted, Mending) else fitted
    if opened.pieced:
        told.append(f"The play goes as far as choice {len(play.choices)}.")
    elif mending is not None:
        told.append(mending.sentence)
    elif save.fingerprint != rules.story.fingerprint:
        told.append("The story was edited since this was saved; the play still fits.")
    if keeper.read_only:
        told.append(f"Nothing will be saved in '{keeper.slot}': {keeper.read_only}.")
    asked = manner or Manner(_marks(save))
    manner = Manner(asked.marks, asked.skip | renamed_scenes(rules.story.renames, save.skip))
    led = min(save.led, len(play.choices))
    session = Session(rules, play, keeper=keeper, manner=manner, led=led)
    session.remember(memory_of(rules.story, keeper.folder))
    if mending is not None:
        session.mend(mending, save.fingerprint)
    return session, tuple(told)


def _demand(story: Story, save: Save, file: str) -> None:
    if save.story != story.story:
        raise OtherStory(file, save.story, story.story)


def _marks(save: Save) -> Marks:
    return next((each for each in Marks if each.value == save.marks), Marks.STORY)


def _or_let_go(keeper: Keeper, story: str) -> None:
    try:
        keeper.expect(story)
    except BaseException:
        keeper.close()
        raise


def _begun(rules: Rules, beginning: Beginning) -> tuple[Play, tuple[str, ...]]:
    """Give the play at its beginning, and what its reader must be told first."""
    story = rules.story
    if beginning.scene or beginning.values:
        scene = beginning.scene or story.first
        if scene not in story.scenes:
            raise NotThere("scene", scene, ())
        turn = rules.start(beginning.seed, scene=scene, values=beginning.values)
        return Play(beginning.seed, (turn,), ()), ()
    if beginning.line and beginning.line not in story.lines:
        raise NotThere("line", beginning.line, tuple(story.lines))
    part = _part(story, beginning.part)
    if part != next(iter(story.parts)):
        return _led(rules, beginning, part)
    return begin(rules, beginning.seed), ()


def _part(story: Story, given: str) -> str:
    """Give a part's id by its id or its number, as pages show it; the first where none is given."""
    parts = tuple(story.parts)
    if given.isascii() and given.isdigit() and int(given) < len(parts):
        return parts[int(given)]
    if given and given not in parts:
        raise NotThere("part", given, parts)
    return given or parts[0]


def _led(rules: Rules, beginning: Beginning, part: str) -> tuple[Play, tuple[str, ...]]:
    """Play a line up to the part's first scene."""
    lines = (beginning.line,) if beginning.line else tuple(rules.story.lines)
    for line in lines:
        walked = led(rules, line, part)
        if walked is not None:
            play = _as_drawn(rules, walked, beginning)
            return play, told_to_the_led(rules, play, line)
    raise NotThere("part", beginning.part, passed_parts(rules, lines))


def _as_drawn(rules: Rules, walked: Play, beginning: Beginning) -> Play:
    """Find a seed under which chance falls as on the line, since a log keeps no draws."""
    for seed in range(beginning.seed, beginning.seed + _SEEDS_TRIED):
        try:
            play = replay(rules, seed, walked.choices)
        except NotOffered:
            continue
        if play.trail == walked.trail:
            return play
    raise NotThere("part", beginning.part, ())


def _slip(rules: Rules, folder: Path, shelved: Shelved) -> Slip:
    try:
        opened = open_slot(folder, shelved.slot, aside=False)
        _demand(rules.story, opened.save, shelved.path.name)
    except SaveFault as fault:
        return Slip(shelved.slot, trouble=str(fault), opens=False)
    save = opened.save
    play = as_far_as_it_goes(rules, save)
    place = heading(rules.story, rules.story.scenes[play.state.scene])
    turn = len(play.choices)
    last = Composer(rules).taken(play, turn) if turn else None
    stands_at = rules.story.scenes[play.state.scene]
    return Slip(
        slot=shelved.slot,
        turn=turn,
        part=place.part,
        scene=place.scene,
        when=moment(save.when),
        last=plain(last.text) if last else "",
        off_record=off_record(rules.story, play) is not None,
        trouble=" ".join(opened.told),
        iso=save.when,
        ended=stands_at.scene if stands_at.ending is not None else "",
    )
