"""What check says as SARIF 2.1.0: the form the standard demands, and fingerprints that stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from game.cli.handbook import pages
from game.cli.sarif import FINGERPRINT
from game.linting.rules import only_cited, unused_variable
from tests.cli.conftest import Run, Write

MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"minLength": 1}}}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["startLine"],
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
        "endColumn": {"type": "integer", "minimum": 2},
        "snippet": MESSAGE,
    },
}
PLACE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["uri"],
            "properties": {
                "uri": {"type": "string", "pattern": r"^(?:file:///)?[A-Za-z0-9._/%~-]+$"},
                "uriBaseId": {"enum": ["%SRCROOT%"]},
            },
        },
        "region": REGION,
        "contextRegion": REGION,
    },
}
LEVEL = {"enum": ["error", "warning", "note"]}
RULE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "name", "shortDescription", "fullDescription", "help"],
    "properties": {
        "id": {"pattern": "^[A-Z][0-9]{3}$"},
        "name": {"pattern": "^(?:[A-Z][a-z0-9]*)+$"},
        **dict.fromkeys(("shortDescription", "fullDescription"), MESSAGE),
        "help": {**MESSAGE, "required": ["text", "markdown"]},
        "defaultConfiguration": {"required": ["level"], "properties": {"level": LEVEL}},
    },
}
RESULT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"pattern": "^[A-Z][0-9]{3}$"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {"required": ["physicalLocation"], "properties": {"physicalLocation": PLACE}},
        },
        "partialFingerprints": {"additionalProperties": {"pattern": "^[0-9a-f]{32}:[1-9]"}},
    },
}
LOG = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"pattern": "sarif-schema-2\\.1\\.0\\.json$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "minItems": 1,
            "items": {
                "additionalProperties": False,
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {"rules": {"items": RULE}},
                            }
                        },
                    },
                    "columnKind": {"enum": ["unicodeCodePoints", "utf16CodeUnits"]},
                    "results": {"items": RESULT},
                },
            },
        },
    },
}
"""What the standard demands of the parts of it that we write."""


def checked(run: Run, folder: Path, *more: str) -> dict[str, Any]:
    log = json.loads(run("check", folder, "--format", "sarif", *more).out)
    assert [error.message for error in Draft7Validator(LOG).iter_errors(log)] == []
    found: dict[str, Any] = log["runs"][0]
    return found


def fingerprints(found: dict[str, Any]) -> list[str]:
    return [each["partialFingerprints"][FINGERPRINT] for each in found["results"]]


def test_a_story_with_nothing_wrong_has_every_rule_and_no_result(run: Run, write: Write) -> None:
    found = checked(run, write())

    assert found["results"] == []
    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == list(pages())


def test_a_finding_points_at_its_rule_and_at_the_words_it_is_about(run: Run, write: Write) -> None:
    told = run("check", write(unused_variable.BAD))
    found = checked(run, write(unused_variable.BAD))

    (result,) = found["results"]
    assert found["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "L104"
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 14
    assert place["region"]["snippet"]["text"].startswith("torn: ")
    assert place["contextRegion"]["snippet"]["text"].startswith("  torn: ")
    assert result["message"]["text"].split(". ")[0] in told.out


def test_a_file_is_named_from_the_folder_one_stands_in(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(unused_variable.BAD)
    monkeypatch.chdir(folder.parent)
    (result,) = checked(run, Path("story"))["results"]

    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "story/story.yaml", "uriBaseId": "%SRCROOT%"}


def test_a_file_elsewhere_is_named_whole(run: Run, write: Write) -> None:
    folder = write(unused_variable.BAD)
    (result,) = checked(run, folder)["results"]

    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": (folder / "story.yaml").as_uri()}


def test_advice_is_a_note(run: Run, write: Write) -> None:
    found = checked(run, write(only_cited.BAD), "--strict")

    assert {each["level"] for each in found["results"]} == {"note"}


def test_a_fingerprint_stays_while_other_lines_come_and_go(run: Run, write: Write) -> None:
    folder = write(unused_variable.BAD)
    before = checked(run, folder)
    file = folder / "story.yaml"
    file.write_text(f"# A comment\n\n{file.read_text()}")
    after = checked(run, folder)

    assert fingerprints(before) == fingerprints(after)
    assert before["results"] != after["results"]


def test_two_findings_on_lines_that_read_alike_are_told_apart(run: Run, write: Write) -> None:
    folder = write("- scene: hall.door\n  text: A door.\n  choices:\n" + "".join(
        f"    - choice: {name}\n      text: Go.\n      to: hall.nowhere\n" for name in "ab"
    ))  # fmt: skip
    found = fingerprints(checked(run, folder))

    assert len(found) == len(set(found)) == 2
    assert {each.partition(":")[0] for each in found} == {found[0].partition(":")[0]}


@pytest.mark.parametrize("bytes_", [b"\xff\xfe", b"", b"\xc3\x28\n", "- \u202ex\n".encode()])
def test_a_file_that_cannot_be_shown_is_named_all_the_same(
    bytes_: bytes, run: Run, write: Write
) -> None:
    folder = write()
    (folder / "scenes" / "more.yaml").write_bytes(bytes_)
    told = run("check", folder, "--format", "sarif")

    assert checked(run, folder)["results"]
    assert told.out.isascii()


def test_a_folder_without_a_story_is_a_finding(run: Run, tmp_path: Path) -> None:
    (result,) = checked(run, tmp_path)["results"]

    assert result["ruleId"] == "Y020"
    assert "snippet" not in result["locations"][0]["physicalLocation"]["region"]
