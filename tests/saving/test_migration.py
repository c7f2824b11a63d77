from __future__ import annotations

from pathlib import Path

import pytest

from game.saving import form
from game.saving.migration import SCHEMA, STEPS, Body, Json, migrate

OLD = Path(__file__).parent / "old"


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_save_of_every_form_still_opens(schema: int) -> None:
    file = OLD / f"schema-{schema}.json"
    kept = form.read(file.read_bytes(), file.name)
    assert kept.schema == schema
    assert kept.save.log == ("hall.door/climb", "hall.attic/look")


def test_there_is_a_step_from_every_older_form() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))


def test_steps_are_taken_in_order_up_to_today() -> None:
    def once(body: Body) -> Body:
        return {"was": [*_list(body), 1]}

    def twice(body: Body) -> Body:
        return {"was": [*_list(body), 2]}

    assert migrate({"was": []}, 1, {1: once, 2: twice}, 3) == {"was": [1, 2]}


def test_a_step_before_the_save_was_written_is_not_taken() -> None:
    def never(_body: Body) -> Body:
        raise AssertionError

    assert migrate({"was": []}, 2, {1: never}, 2) == {"was": []}


def _list(body: Body) -> list[Json]:
    was = body["was"]
    assert isinstance(was, list)
    return list(was)
