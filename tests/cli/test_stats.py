from __future__ import annotations

import json

from tests.cli.conftest import Run, Write


def test_the_numbers_are_printed_for_readers_and_for_machines(run: Run, write: Write) -> None:
    folder = write()
    assert run("stats", folder).out.startswith("11 words in 2 scenes, 1 choice and 1 ending.\n")
    assert json.loads(run("stats", folder, "--json").out)["scenes"] == 2


def test_every_choice_of_the_shipped_story_has_its_record(run: Run) -> None:
    stats = json.loads(run("stats", "--json").out)
    assert stats["annotated_choices"] == stats["choices"]


def test_a_story_with_faults_cannot_be_counted(run: Run, write: Write) -> None:
    told = run("stats", write("- scene: hall.door\n"))
    assert (told.code, told.out) == (1, "")
    assert told.err.endswith("Run `otherside check` to see them.\n")
