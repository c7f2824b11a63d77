"""What an editor is told of a story's files: all good ones pass, and what is wrong is seen."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from game.loading.catalogue import FILES, file_of
from game.loading.folder import read_story
from game.loading.schema import FOLDER, header, schemas
from tests.editor import NotYaml, value
from tests.loading.test_folder import BAD, PLACES, SAMPLE, STORIES

SHIPPED = STORIES.parent.parent / "story"
VALIDATORS = {name: Draft7Validator(each) for name, each in schemas().items()}


def complaints(path: str, written: object) -> list[str]:
    found = VALIDATORS[file_of(path).name].iter_errors(written)
    return [f"{each.json_path}: {each.message[:200]}" for each in found]


def is_refused(path: str, data: bytes) -> bool:
    try:
        return bool(complaints(path, value(data)))
    except NotYaml:
        return False


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_draft_seven(name: str) -> None:
    schema = schemas()[name]

    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


GOOD = [
    (folder, file)
    for folder in (SHIPPED, STORIES / "base", STORIES / "crossing", SAMPLE)
    for file in sorted(folder.rglob("*.yaml"))
]


@pytest.mark.parametrize(
    ("folder", "file"), GOOD, ids=[str(file.relative_to(STORIES.parent.parent)) for _, file in GOOD]
)
def test_a_file_that_the_reader_takes_has_nothing_wrong(folder: Path, file: Path) -> None:
    assert complaints(file.relative_to(folder).as_posix(), value(file.read_bytes())) == []


def objects(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for each in schema.values():
            yield from objects(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from objects(each)


@pytest.mark.parametrize("name", FILES)
def test_no_mapping_takes_a_key_that_nobody_declared(name: str) -> None:
    found = list(objects(schemas()[name]))

    assert found
    assert all(
        each["additionalProperties"] is False or "pattern" in each["propertyNames"]
        for each in found
    )


@pytest.mark.parametrize("name", FILES)
def test_every_key_of_a_form_has_a_line_for_who_points_at_it(name: str) -> None:
    for definition in schemas()[name]["definitions"].values():
        if "properties" in definition and "title" in definition:
            assert definition["description"].endswith(".")
            for key in definition["properties"].values():
                assert key["description"].endswith(".")


UNSEEN = {
    "E002": {"reading-that-does"},
    "E004": {"within-a-ring"},
    "E005": {"descent-in-a-ring", "told-in-a-ring"},
    "F006": {"same-choice-twice", "scene-twice"},
    "F007": {"start-outside"},
    "F010": {"date"},
    "F012": {"name-of-both"},
    "F015": {"card-for-nobody"},
    "F016": {"part-of-another"},
    "F017": {"renamed-in-a-ring"},
    "N001": {"unknown-scene-visited", "unknown-target"},
    "N002": {"unknown-part"},
    "N004": {"unknown-claim"},
    "N005": {"unknown-account"},
    "N006": {"unknown-state"},
    "N007": {"link-to-unknown"},
    "N010": {"fault-in-stretch", "undeclared-variable"},
    "N013": {"waived-nowhere"},
    "P001": {"stretch-without-end", "unclosed-emphasis", "unclosed-link"},
    "P002": {"lone-brace"},
    "P003": {"link-to-nothing"},
    "P004": {"stretch-in-stretch"},
    "P005": {"truth-as-value"},
    "X003": {"deep-brackets"},
    "X005": {"large-true"},
    "X007": {"number-as-condition"},
    "X008": {"effect-on-a-truth"},
    "X009": {"label-of-another"},
    "X010": {"remainder-of-nought"},
    "Y018": {"folded-prose"},
}
"""What no schema can see: what hangs on other files, on order, on prose, on sense."""


def is_yaml(file: Path) -> bool:
    try:
        value(file.read_bytes())
    except NotYaml:
        return False
    return True


@pytest.mark.parametrize(
    "broken", [each for each in BAD if is_yaml(each)], ids=lambda path: path.stem
)
def test_a_broken_file_is_refused_unless_no_schema_could(broken: Path) -> None:
    code = broken.with_suffix(".txt").read_text(encoding="utf-8").split()[1]
    could = broken.stem not in UNSEEN.get(code, ())

    assert is_refused(PLACES[broken.parent.name], broken.read_bytes()) is could


STORY = (STORIES / "base" / "story.yaml").read_text(encoding="utf-8")


def scene(rest: str) -> str:
    return f"- {{scene: line.more, text: White., {rest}}}"


def choice(rest: str) -> str:
    return scene(f"choices: [{{choice: go, text: Go., {rest}}}]")


def record(entry: str) -> str:
    return choice(f"to: line.start, record: {entry}")


def question(rest: str) -> str:
    return f"- {{question: more, asks: What?, {rest}}}"


def claim(rest: str) -> str:
    return question(f"claims: [{{claim: a, says: It is., {rest}}}]")


def account(rest: str) -> str:
    return f"- {{account: more, label: More, kind: book, interest: none, made: freely, {rest}}}"


def place(rest: str) -> str:
    return f"- {{place: hill, name: Hill, text: A hill., {rest}}}"


WRONG = {
    "a scene without text": ("scene", "- {scene: line.more, then: line.start}"),
    "a scene's id without a part": ("scene", "- {scene: more, text: x, then: line.start}"),
    "an id with a capital": ("scene", "- {scene: line.More, text: x, then: line.start}"),
    "a scene that is no list": ("scene", "scene: line.more\ntext: x\nthen: line.start"),
    "an empty text": ("scene", '- {scene: line.more, text: "", then: line.start}'),
    "a list for a text": ("scene", "- {scene: line.more, text: [x], then: line.start}"),
    "two ways on": ("scene", scene("then: line.start, return: true")),
    "no choices": ("scene", scene("choices: []")),
    "a return that says no": ("scene", scene("return: false")),
    "a day of February too many": ("scene", scene("then: line.start, date: 1938-02-32")),
    "a date of the kitchen": ("scene", scene("then: line.start, date: 13 June 1938")),
    "a chance of nothing": ("scene", scene("chance: []")),
    "a weight beyond a thousand": (
        "scene",
        scene("chance: [{to: line.start, weight: 1001}]"),
    ),
    "an ending without title": ("scene", scene("ending: {}")),
    "two prompts in one": (
        "scene",
        scene("then: line.start, ask: [{evidence: x, perspective: y}]"),
    ),
    "skippable without summary": (
        "scene",
        scene("then: line.start, skippable: {tags: [a]}"),
    ),
    "a choice that leads nowhere": ("scene", choice("once: true")),
    "a choice that leads two ways": ("scene", choice("to: line.start, detour: line.start")),
    "a misspelt key": ("scene", choice("to: line.start, wehn: watched > 1")),
    "an effect that is no list": ("scene", choice("to: line.start, do: watched += 1")),
    "an effect that compares": ("scene", choice("to: line.start, do: [watched == 1]")),
    "a condition of another language": (
        "scene",
        choice('to: line.start, if: "watched > 1 && family_away"'),
    ),
    "a condition that is a list": ("scene", choice("to: line.start, if: [watched]")),
    "leaves without a length": ("scene", choice("to: line.start, leaves: {}")),
    "a record of nothing": ("scene", record("{note: x}")),
    "an empty record": ("scene", record("[]")),
    "a claim without its question": ("scene", record("{claim: alone}")),
    "an inference without a reason": (
        "scene",
        record("{question: waits, inferred_from: [waits/alone]}"),
    ),
    "an inference from a claim without question": (
        "scene",
        record("{question: waits, inferred_from: [alone], why: x}"),
    ),
    "invented and claimed": (
        "scene",
        record("{question: waits, claim: alone, invented: x}"),
    ),
    "a status written by hand": (
        "scene",
        record("{question: waits, claim: alone, status: disputed}"),
    ),
    "a story without a title": ("story", STORY.replace("title:", "titel:", 1)),
    "a variable of two kinds": ("story", STORY.replace("false}", "false, whole: [0, 1]}")),
    "a number without start": ("story", STORY.replace(", start: 0", "")),
    "a number without an end": ("story", STORY.replace("[0, 3]", "[0]")),
    "one value of one": ("story", STORY.replace("[one, two]", "[one]")),
    "a variable with a hyphen": ("story", STORY.replace("family_away", "family-away")),
    "a role of no kind": ("story", STORY.replace("kind: reader", "kind: critic")),
    "a part without its first scene": ("story", STORY.replace(", first: line.start", "")),
    "no part": ("story", f"{STORY.partition('parts:')[0]}parts: []\n"),
    "a waiver without a reason": ("story", f"{STORY}waive: [{{code: S101, at: line.start}}]\n"),
    "a property of two kinds": ("story", f"{STORY}prove: [{{never: a, reachable: a}}]\n"),
    "a property without a kind": ("story", f"{STORY}prove: [{{}}]\n"),
    "a choice renamed to a word": ("story", f"{STORY}renames: {{line.a: there}}\n"),
    "a telling without a place": ("record", claim("told_by: [{account: essay}]")),
    "a denial without a place": ("record", claim("denied_by: [{account: essay}]")),
    "a telling that is only a name": ("record", claim("told_by: [essay]")),
    "a question about nobody": ("record", question("about: everybody")),
    "a question that holds one": ("record", question("holds: one")),
    "an account half read": ("accounts", account("read: half, rests_on: []")),
    "an account that rests on hearsay": (
        "accounts",
        account("read: whole, rests_on: hearsay"),
    ),
    "a method without a computation": (
        "accounts",
        account("read: whole, rests_on: [], method: by hand"),
    ),
    "a citation without a type": (
        "accounts",
        account("read: whole, rests_on: [], cite: {title: x}"),
    ),
    "an author in one piece": (
        "accounts",
        account("read: whole, rests_on: [], cite: {type: book, author: A. Writer}"),
    ),
    "a place beyond the pole": ("places", place("lat: 91, lon: 0")),
    "half a place": ("places", place("lat: 42.6")),
    "a place that is about right": ("places", place("approximate: perhaps")),
}
"""By what is wrong: which file of the small story it is in, and what it says."""
LAID = {**PLACES, "places": "places.yaml"}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_sample_is_refused(wrong: str) -> None:
    where, text = WRONG[wrong]

    assert complaints(LAID[where], value(f"{text}\n".encode()))


@pytest.mark.parametrize("wrong", WRONG)
def test_the_reader_refuses_it_too(wrong: str, tmp_path: Path) -> None:
    where, text = WRONG[wrong]
    folder = shutil.copytree(STORIES / "base", tmp_path / "story")
    (folder / LAID[where]).write_text(f"{text}\n", encoding="utf-8")

    assert read_story(folder).story is None


TAKEN_BY_BOTH = {
    "a year": "- {scene: line.more, text: x, date: 1938, then: line.start}",
    "an id of digits": "- {scene: line.4, text: x, then: line.start}",
    "an id that looks like a decimal": "- {scene: 4.2, text: x, then: line.start}",
    "a number as a text": "- {scene: line.more, text: 1938, then: line.start}",
    "a condition that is always so": (
        "- {scene: line.more, text: x, choices: [{choice: 1, text: x, if: true, to: line.start}]}"
    ),
    "a scene in quotation marks": "- {scene: line.more, text: x, then: 'line.start'}",
}


@pytest.mark.parametrize("written", TAKEN_BY_BOTH)
def test_what_looks_like_a_number_to_an_editor_is_no_fault(written: str) -> None:
    assert complaints("scenes/more.yaml", value(TAKEN_BY_BOTH[written].encode())) == []


@pytest.mark.parametrize("bare", ["true", "false", "null"])
def test_the_one_thing_that_only_an_editor_refuses_is_a_bare_truth_as_text(
    bare: str, tmp_path: Path
) -> None:
    folder = shutil.copytree(STORIES / "base", tmp_path / "story")
    scene = f"- {{scene: line.more, text: {bare}, then: line.start}}\n"
    (folder / "scenes" / "more.yaml").write_text(scene)

    assert read_story(folder).problems == ()
    assert is_refused("scenes/more.yaml", scene.encode())


PARSED = {
    file.relative_to(SAMPLE).as_posix(): value(file.read_bytes())
    for file in sorted(SAMPLE.rglob("*.yaml"))
}
OTHER = [0, 45, -1, 7.5, "x", "line.start", "a/b", "Größe", "", " ", "1938-13", "x = 1", [], {}]
OTHER += [["x"], {"x": "y"}, [[]], "none", "unknown", "true"]


def spots(written: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    match written:
        case dict():
            for key, inner in written.items():
                yield (*way, key)
                yield from spots(inner, (*way, key))
        case list():
            for index, inner in enumerate(written):
                yield (*way, index)
                yield from spots(inner, (*way, index))
        case _:
            pass


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, object]:
    """One file of the sample in which one thing is another, gone, twice, or one too many."""
    path = draw(st.sampled_from(sorted(PARSED)))
    written = json.loads(json.dumps(PARSED[path]))
    *outer, last = draw(st.sampled_from(list(spots(written))))
    around: Any = written
    for step in outer:
        around = around[step]
    match draw(st.sampled_from(("other", "gone", "named", "added"))):
        case "other":
            around[last] = draw(st.sampled_from(OTHER))
        case "gone":
            del around[last]
        case "named" if isinstance(around, dict) and not isinstance(around[last], bool):
            around[draw(st.sampled_from(("x", "to", "note", "text")))] = around.pop(last)
        case _ if isinstance(around, dict):
            around[draw(st.sampled_from(("x", "to", "claim", "start", "ending")))] = "line.start"
        case _:
            assume(False)
    return path, written


SEEN_BY_BOTH = {"F001", "F002", "F008", "F009", "E001", "E003", "E006"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(slip=slips())
def test_a_schema_refuses_nothing_that_the_reader_takes(
    slip: tuple[str, object], tmp_path: Path
) -> None:
    path, written = slip
    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    (folder / path).write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")

    found = {
        problem.code for problem in read_story(folder).problems if problem.position.file == path
    }

    refused = bool(complaints(path, written))
    assert found or not refused
    assert refused or not found & SEEN_BY_BOTH


def test_a_header_leads_from_a_file_to_its_schema() -> None:
    path = "scenes/01-hall/hall.yaml"
    said = header(path)

    assert said == "# yaml-language-server: $schema=../../schema/scenes.json"
    assert header("story.yaml").endswith("=schema/story.json")
    assert header("record/accounts.yaml").endswith("=../schema/accounts.json")


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_story_has_the_schema_beside_it(name: str) -> None:
    kept = SHIPPED / FOLDER / f"{name}.json"

    assert json.loads(kept.read_text(encoding="utf-8")) == schemas()[name]


def test_every_file_of_the_shipped_story_begins_with_its_header() -> None:
    files = {file.relative_to(SHIPPED).as_posix(): file for file in SHIPPED.rglob("*.yaml")}

    assert [
        path
        for path, file in files.items()
        if file.read_text(encoding="utf-8").partition("\n")[0] != header(path)
    ] == []
