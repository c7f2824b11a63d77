"""This is the cache: stories that were read before, so that starting one again parses nothing.

There is one file a story's folder, in the user's cache folder. Its first line has a key, made of
every byte of the story and of what reads it, and a checksum of all other lines; whatever does not
fit both is passed over. The second line is the story without its scenes and what else is found by
an id; each of those has a line of its own, which is read when somebody asks for it.
"""

from __future__ import annotations

import json
import os
import re
import stat
import threading
import time
import typing
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from game import __version__, position
from game.loading.codec import Code, Json, code_of, shape
from game.loading.shelf import Shelf
from game.model import day, expression, gazetteer, prose, record, scene, story
from game.model.scene import Scene
from game.model.story import Story
from game.model.survey import Survey, Surveyed, survey

T = TypeVar("T")

MAGIC: Final = "otherside-story"
LARGEST: Final = 256 * 1024 * 1024
"""The most bytes of a file that are read."""
MOST: Final = 20
"""How many stories are kept; those that were written longest ago are forgotten."""
SHAPES: Final = (position, day, expression, prose, scene, record, gazetteer, story)
"""The modules whose classes are written."""
_READERS: Final = (Path(__file__).parent, Path(story.__file__).parent)
_NAME: Final = re.compile(r"story-[0-9a-f]{16}\.json(?:\.[^/]+\.tmp)?")


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Give where stories that were read lie."""
    told = environment.get("OTHERSIDE_CACHE")
    if told:
        return Path(told)
    import platformdirs  # noqa: PLC0415 - who is told needs it not

    return Path(platformdirs.user_cache_dir("otherside", appauthor=False))


def story_at(folder: Path) -> Story:
    """Give the story of a folder: as it was read before, where not a byte changed since.

    Raises ``StoryFaults`` where it cannot be played.
    """
    shelf = Shelf(folder)
    files = {file: data for file in shelf.files() if (data := shelf.read(file)) is not None}
    entry = None if shelf.problems else Entry(folder, files)
    found = entry.story() if entry is not None else None
    if found is not None:
        return found
    from game.loading.folder import playable, read_files, read_story  # noqa: PLC0415 - brings YAML

    if entry is None:
        return playable(read_story(folder))
    read = playable(read_files(files))
    entry.keep_soon(read)
    return read


class Entry:
    """The place in the cache for one state of one story."""

    def __init__(self, folder: Path, files: Mapping[str, bytes], place: Path | None = None) -> None:
        """``files`` are the bytes of the story's folder; ``place`` is where the cache lies."""
        name = sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
        self.path = (place or cache_folder()) / f"story-{name}.json"
        self._key = _key(files)

    def story(self) -> Story | None:
        """Give the story as it was read before; ``None`` where nothing that fits is kept."""
        data = _content(self.path)
        if data is None:
            return None
        head, _, body = data.partition(b"\n")
        return _story(body.split(b"\n")) if head == _head(self._key, body) else None

    def keep_soon(self, story: Story) -> None:
        """Keep a story, beside whatever else is done."""
        with suppress(RuntimeError):  # a process that ends starts no threads
            threading.Thread(target=self.keep, args=(story,), name="cache").start()

    def keep(self, story: Story) -> None:
        """Keep a story; where that fails, the next start reads it anew."""
        with suppress(OSError):
            # before all the work: where there can be no folder, there is nothing to do
            self.path.parent.mkdir(parents=True, exist_ok=True)
            body = b"\n".join(_considerately(_lines(story)))
            _put(self.path, _head(self._key, body) + b"\n" + body)
            _forget_the_oldest(self.path.parent)


class _Kept(Mapping[str, T], Generic[T]):
    """Values by id, each read from its line the first time that somebody looks at it."""

    def __init__(self, lines: Mapping[str, bytes], code: Code) -> None:
        self._lines = lines
        self._code = code
        self._read: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        found = self._read.get(name)
        if found is None:
            # two threads may read one line at a time, and both must have the same value
            found = self._read.setdefault(name, _value(self._lines[name], self._code))
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class _Scenes(_Kept[Scene], Surveyed):
    """Scenes, with what is known of them all."""

    def __init__(self, lines: Mapping[str, bytes], code: Code, survey: Survey) -> None:
        super().__init__(lines, code)
        self.survey = survey


def _lines(story: Story) -> Iterator[bytes]:
    """Give the lines of a story: what is short, then one for each of all that has an id."""
    tables, others = _fields()
    front = {
        "story": {name: code.write(getattr(story, name), "") for name, code in others.items()},
        "ids": {name: list(getattr(story, name)) for name in tables},
        "survey": code_of(Survey).write(survey(story.scenes), ""),
    }
    yield _line(front)
    for name, code in tables.items():
        for value in getattr(story, name).values():
            home = value.position.file if hasattr(value, "position") else ""
            yield _line([home, code.write(value, home)])


def _story(lines: list[bytes]) -> Story:
    tables, others = _fields()
    front = json.loads(lines[0])
    given: dict[str, Any] = {
        name: code.read(front["story"][name], "") for name, code in others.items()
    }
    below = iter(lines[1:])
    for name, code in tables.items():
        by_id = {each: next(below) for each in front["ids"][name]}
        if name == "scenes":
            given[name] = _Scenes(by_id, code, code_of(Survey).read(front["survey"], ""))
        else:
            given[name] = _Kept(by_id, code)
    return Story(**given)


def _fields() -> tuple[dict[str, Code], dict[str, Code]]:
    """Give the fields of a story by whose ids things are found, and all others."""
    tables: dict[str, Code] = {}
    others: dict[str, Code] = {}
    for name, hint in typing.get_type_hints(Story).items():
        if typing.get_origin(hint) is Mapping:
            tables[name] = code_of(typing.get_args(hint)[1])
        else:
            others[name] = code_of(hint)
    return tables, others


def _line(written: Json) -> bytes:
    return json.dumps(written, separators=(",", ":")).encode()


def _value(line: bytes, code: Code) -> Any:  # noqa: ANN401 - whatever the code reads
    home, written = json.loads(line)
    return code.read(written, home)


def _key(files: Mapping[str, bytes]) -> str:
    """Tell states of a story apart, and programs that read it otherwise."""
    key = sha256("\n".join((__version__, shape(SHAPES), *_stamps())).encode())
    for file, data in files.items():
        key.update(f"\n{len(file)} {file} {len(data)}\n".encode())
        key.update(data)
    return key.hexdigest()


def _stamps() -> Iterator[str]:
    """Give what the modules that read a story look like from outside: somebody may work on them."""
    for folder in _READERS:
        with suppress(OSError), os.scandir(folder) as entries:
            yield from sorted(
                f"{each.name} {each.stat().st_size} {each.stat().st_mtime_ns}"
                for each in entries
                if each.name.endswith(".py")
            )


def _head(key: str, body: bytes) -> bytes:
    return _line({"magic": MAGIC, "key": key, "sha256": sha256(body).hexdigest()})


def _content(path: Path) -> bytes | None:
    try:
        found = path.stat()
        # a pipe would not end
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            return None
        return path.read_bytes()
    except OSError:
        return None


def _considerately(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Let others go first after each line: somebody waits for a page while this is written."""
    for line in lines:
        yield line
        time.sleep(0)


def _put(path: Path, data: bytes) -> None:
    """Put bytes in a file's place at once; a torn file would be passed over, but why leave it."""
    import tempfile  # noqa: PLC0415 - most starts write nothing

    descriptor, name = tempfile.mkstemp(".tmp", f"{path.name}.", path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        temporary.replace(path)
    except BaseException:
        _forget(temporary)
        raise


def _forget_the_oldest(folder: Path) -> None:
    ours = [each for each in folder.iterdir() if _NAME.fullmatch(each.name)]
    for path in sorted(ours, key=_written, reverse=True)[MOST:]:
        _forget(path)


def _written(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
