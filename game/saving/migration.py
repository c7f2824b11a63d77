"""This is how saves of older forms become today's, one step a form.

A step takes the body of form *n* and gives the body of form *n* + 1. Steps are appended and never
edited; ``tests/saving/old`` holds a save of every form there ever was.

    1   the first
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Body: TypeAlias = dict[str, Json]
Step: TypeAlias = Callable[[Body], Body]

SCHEMA = 1
"""Today's form."""

STEPS: Mapping[int, Step] = {}
"""The step from each older form to the next."""


def migrate(
    body: Body, schema: int, steps: Mapping[int, Step] = STEPS, today: int = SCHEMA
) -> Body:
    """Bring a body of an older form to today's."""
    for form in range(schema, today):
        body = steps[form](body)
    return body
