from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.loading.fault import CODES, MOST_PROBLEMS
from game.loading.field import Form
from game.loading.folder import Reading, read_story
from game.loading.name import Names
from game.loading.node import Items, Node, Table, read_nodes
from game.loading.shelf import LARGEST
from game.loading.source import decode
from game.problem import Severity

STORIES = Path(__file__).resolve().parent.parent / "stories"
BASE = STORIES / "base"
SAMPLE = STORIES / "sample"
BAD = sorted((STORIES / "bad").glob("*/*.yaml"))
PLACES = {
    "scene": "scenes/more.yaml",
    "story": "story.yaml",
    "record": "record/more.yaml",
    "accounts": "record/accounts.yaml",
    "people": "people.yaml",
}
"""Which file of the small story a broken one is laid over, by its folder."""

posix_only = pytest.mark.skipif(os.name != "posix", reason="asks for links and pipes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "story")


def first_line(reading: Reading) -> str:
    return str(reading.problems[0]) if reading.problems else ""


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize("broken", BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_broken_file_gives_its_line_first(broken: Path, folder: Path) -> None:
    shutil.copy(broken, folder / PLACES[broken.parent.name])

    reading = read_story(folder)

    expected = broken.with_suffix(".txt").read_text(encoding="utf-8")
    assert f"{first_line(reading)}\n" == expected
    assert reading.story is None
    assert all(problem.hint and problem.code in CODES for problem in reading.problems)


def test_every_broken_file_has_its_line_beside_it() -> None:
    lines = (STORIES / "bad").glob("*/*.txt")

    assert sorted(line.with_suffix(".yaml") for line in lines) == BAD


HUGE = {
    "100,000 brackets": (
        b"[" * 100_000,
        "1:33: Y013 Lists and keys are nested deeper than 32 here.",
    ),
    "100,000 braces": (
        b"{a: " * 100_000,
        "1:129: Y013 Lists and keys are nested deeper than 32 here.",
    ),
    "100,000 dashes": (
        b"- " * 100_000,
        "1:65: Y013 Lists and keys are nested deeper than 32 here.",
    ),
    "10 MB": (b"- a\n" * 2_500_000, "1:1: Y009 This file is larger than 8 MiB, and was not read."),
    "NUL bytes": (
        b"\0" * 50,
        "1:1: Y004 There is a hidden character here: U+0000 control character.",
    ),
    "100,000 stars": (b"- *a\n" * 100_000, "1:3: Y005 Anchors and aliases are not read: 'a'."),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_large_hostile_file_is_a_coded_line(name: str, folder: Path) -> None:
    data, line = HUGE[name]
    (folder / "scenes" / "more.yaml").write_bytes(data)

    assert first_line(read_story(folder)) == f"scenes/more.yaml:{line}"


def test_a_file_of_eight_mebibytes_is_still_read(folder: Path) -> None:
    scene = (BASE / "scenes" / "line.yaml").read_bytes()
    (folder / "scenes" / "line.yaml").write_bytes(scene + b"#" * (LARGEST - len(scene)))

    assert read_story(folder).problems == ()


def test_faults_beyond_the_most_are_said_to_be_there(folder: Path) -> None:
    (folder / "scenes" / "more.yaml").write_text("- scene: line.more\n  text: |\n    " + "{" * 2000)

    reading = read_story(folder)

    assert len(reading.problems) == MOST_PROBLEMS + 1
    assert codes(reading).count("Y021") == 1


def test_the_small_story_has_no_fault() -> None:
    reading = read_story(BASE)

    assert reading.problems == ()
    assert reading.story is not None
    assert reading.story.first == "line.start"


def written_together(node: Node | None) -> Iterator[frozenset[str]]:
    match node:
        case Items():
            for each in node.nodes:
                yield from written_together(each)
        case Table():
            yield frozenset(node.entries)
            for _, each in node.entries.values():
                yield from written_together(each)
        case _:
            pass


def test_the_sample_has_every_key_of_every_form() -> None:
    groups = {
        keys
        for file in SAMPLE.rglob("*.yaml")
        for keys in written_together(read_nodes(decode("x", file.read_bytes(), Names())))
    }
    missing = {
        f"{form.word}: {name}"
        for form in Form.__subclasses__()
        if form.__module__.startswith("game.loading")
        for name in form.keys
        if not any(name in keys and keys <= form.keys.keys() for keys in groups)
    }

    assert missing == set()


def test_all_faults_of_all_files_come_in_one_run_and_in_order(folder: Path) -> None:
    for place, name in (("scene", "duplicate-key"), ("record", "place-missing")):
        shutil.copy(STORIES / "bad" / place / f"{name}.yaml", folder / PLACES[place])
    (folder / "people.yaml").write_text("- {person: guard, nam: A guard, text: x}\n")

    reading = read_story(folder)

    assert codes(reading) == ["F001", "E003", "Y011"]


def test_a_folder_without_a_story_says_so(tmp_path: Path) -> None:
    assert codes(read_story(tmp_path)) == ["Y020"]
    assert codes(read_story(tmp_path / "nowhere")) == ["Y020"]


@posix_only
@pytest.mark.parametrize("name", ["story.yaml", "scenes/more.yaml", "scenes/more", "notes.txt"])
def test_a_link_is_refused_and_not_followed(folder: Path, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("- scene: line.secret\n")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(secret)

    reading = read_story(folder)

    assert (
        first_line(reading) == f"{name}:1:1: Y014 This is not a regular file, and was not opened."
    )
    assert reading.story is None


@posix_only
def test_a_linked_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    elsewhere = shutil.move(folder / "scenes", tmp_path / "elsewhere")
    (folder / "scenes").symlink_to(elsewhere)

    assert codes(read_story(folder)) == ["Y014"]


@posix_only
def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "scenes" / "more.yaml")

    assert codes(read_story(folder)) == ["Y014"]


@posix_only
@pytest.mark.skipif(not os.geteuid(), reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    (folder / "scenes" / "line.yaml").chmod(0)

    assert codes(read_story(folder)) == ["Y001"]


def test_folders_nested_too_deep_are_refused(folder: Path) -> None:
    deep = folder.joinpath("scenes", *"abcdefghi")
    deep.mkdir(parents=True)

    assert codes(read_story(folder)) == ["Y014"]


@pytest.mark.parametrize("name", ["scnes.yaml", "scenes/more.yml", "glosary.yaml"])
def test_a_file_that_nobody_reads_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("x\n")

    assert codes(read_story(folder)) == ["Y019"]


@posix_only
def test_a_name_with_a_control_character_is_shown_harmless(folder: Path) -> None:
    (folder / "scenes" / "a\x1b]52;c.yaml").write_text("x\n")

    reading = read_story(folder)

    assert codes(reading) == ["Y022"]
    assert reading.problems[0].position.file == r"scenes/a\x1b]52;c.yaml"


@pytest.mark.parametrize("name", ["notes.txt", "LICENSE", ".hidden.yaml", "scenes/.#line.yaml"])
def test_other_files_are_left_alone(folder: Path, name: str) -> None:
    (folder / name).write_text("[\n")

    assert read_story(folder).problems == ()


def test_a_file_that_breaks_off_makes_no_strangers_of_its_names(folder: Path) -> None:
    scene = "- scene: line.start\n  text: He said: run\n  ending: {title: The wait}\n"
    (folder / "scenes" / "line.yaml").write_text(scene)

    assert codes(read_story(folder)) == ["Y010"]


def test_a_file_that_breaks_off_hides_no_stranger_of_another(folder: Path) -> None:
    shutil.copy(STORIES / "bad" / "scene" / "unknown-target.yaml", folder / PLACES["scene"])
    (folder / "people.yaml").write_text("- person: guard: x\n")

    assert codes(read_story(folder)) == ["Y010", "N001"]


def test_a_state_with_a_fault_leaves_conditions_unjudged(folder: Path) -> None:
    story = (BASE / "story.yaml").read_text().replace("watched:", "wat-ched:")
    (folder / "story.yaml").write_text(story)
    scene = "- scene: line.more\n  text: x\n  do: [watched += 1]\n  then: line.start\n"
    (folder / "scenes" / "more.yaml").write_text(scene)

    assert codes(read_story(folder)) == ["F005"]


@pytest.mark.parametrize("prefix", [b"\xef\xbb\xbf", b"---\n", b"# A comment\n\n"])
def test_a_mark_or_a_dashed_line_may_stand_first(folder: Path, prefix: bytes) -> None:
    file = folder / "scenes" / "line.yaml"
    file.write_bytes(prefix + file.read_bytes())

    assert read_story(folder).problems == ()


def test_the_line_ends_of_windows_make_no_other_story(folder: Path) -> None:
    for file in folder.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    here, there = read_story(BASE).story, read_story(folder).story

    assert here is not None
    assert there is not None
    assert here.fingerprint == there.fingerprint


def test_the_fingerprint_tells_an_edited_story_apart(folder: Path) -> None:
    file = folder / "people.yaml"
    file.write_text(file.read_text().replace("A guard", "A Guard"))
    here, there = read_story(BASE).story, read_story(folder).story

    assert here is not None
    assert there is not None
    assert here.fingerprint != there.fingerprint


def test_the_fingerprint_tells_a_moved_scene_apart(folder: Path) -> None:
    (folder / "scenes" / "line.yaml").rename(folder / "scenes" / "other.yaml")
    here, there = read_story(BASE).story, read_story(folder).story

    assert here is not None
    assert there is not None
    assert here.fingerprint != there.fingerprint
    assert here.scenes.keys() == there.scenes.keys()


def test_the_collector_runs_again_after_a_reading() -> None:
    read_story(BASE)

    assert gc.isenabled()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), place=st.sampled_from(sorted(PLACES.values())))
def test_no_bytes_raise(folder: Path, data: bytes, place: str) -> None:
    (folder / place).write_bytes(data)

    reading = read_story(folder)

    broken = any(problem.severity is Severity.ERROR for problem in reading.problems)
    assert (reading.story is None) == broken


PIECES = st.sampled_from(
    [
        *("- ", "  ", "\n", ": ", "#", " #", "[", "]", "{", "}", ", ", "|", ">", "&a", "*a", "!t"),
        *("<<", "---", "...", "%YAML", "? ", '"', "'", "\\", "\\e", "\t", "@", "`", "\u202e"),
        *("scene", "text", "choices", "choice", "to", "record", "question", "claim", "state"),
        *("whole", "one_of", "line.start", "waits", "alone", "true", "1", "account", "told_by"),
        *("rests_on", "from", "essay", "book", "within", "{if ", "](claim:", "watched", "cite"),
    ]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=60), place=st.sampled_from(sorted(PLACES.values())))
def test_no_heap_of_yaml_raises(folder: Path, pieces: list[str], place: str) -> None:
    (folder / place).write_text("".join(pieces), encoding="utf-8")

    reading = read_story(folder)

    assert all(problem.code in CODES for problem in reading.problems)


SLIPS = st.sampled_from([b"", b"\n", b"{", b"[", b": ", b"\t", b"*", b"|", b" #", b"- "])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from(sorted(str(each.relative_to(SAMPLE)) for each in SAMPLE.rglob("*.yaml"))),
    slip=SLIPS,
    at=st.integers(0, 5000),
    lost=st.integers(0, 3),
)
def test_no_slip_of_the_keyboard_raises(
    tmp_path: Path, file: str, slip: bytes, at: int, lost: int
) -> None:
    story = tmp_path / "sample"
    shutil.copytree(SAMPLE, story, dirs_exist_ok=True)
    data = (story / file).read_bytes()
    at %= len(data)
    (story / file).write_bytes(data[:at] + slip + data[at + lost :])

    reading = read_story(story)

    assert (reading.story is None) == bool(reading.problems)
