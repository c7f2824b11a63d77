"""This is what a writer gives a play to begin with: a scene, and values as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.loading.field import MOST_DIGITS
from game.loading.name import near
from game.model.story import Story, Variable, VariableKind
from game.problem import GameError

_TRUTHS: Mapping[str, int] = {"false": 0, "no": 0, "true": 1, "yes": 1}
_MOST_LISTED = 12


class NotGiven(GameError):
    """A scene or a value was given that the story does not have."""

    exit_code = 2


def scene_given(story: Story, name: str) -> str:
    """Give a scene's id, made sure of. Raises ``NotGiven``."""
    if name in story.scenes:
        return name
    hint = near(name, story.scenes) or "Scenes are called `part.name`."
    raise NotGiven(f"The story has no scene '{name}'. {hint}")


def values_given(story: Story, written: Iterable[str]) -> Mapping[str, int]:
    """Read ``name=value`` as often as it is given. Raises ``NotGiven``."""
    found: dict[str, int] = {}
    for each in written:
        name, sign, value = (part.strip() for part in each.partition("="))
        variable = _variable(story, name)
        if not sign:
            raise NotGiven(f"'{name}' is set to nothing. Write `{name}={_example(variable)}`.")
        if name in found:
            raise NotGiven(f"'{name}' is set twice. Set it once.")
        found[name] = value_given(variable, value)
    return found


def value_given(variable: Variable, value: str) -> int:
    """Read one value as the story writes it. Raises ``NotGiven``."""
    number = _number(variable, value)
    if number is None or not variable.low <= number <= variable.high:
        raise NotGiven(f"'{variable.variable}' cannot be '{value}'; it can be {allowed(variable)}.")
    return number


def value_written(variable: Variable, number: int) -> str:
    """Write a value as the story does."""
    match variable.kind:
        case VariableKind.WHOLE:
            return str(number)
        case VariableKind.YES_NO:
            return "true" if number else "false"
        case VariableKind.ONE_OF:
            return variable.values[number]


def allowed(variable: Variable) -> str:
    """Say what a variable can be."""
    if variable.kind is VariableKind.WHOLE:
        return f"{variable.low} to {variable.high}"
    return ", ".join(variable.values or ("false", "true"))


def _variable(story: Story, name: str) -> Variable:
    variable = story.variables.get(name)
    if variable is None:
        known = list(story.variables)
        listed = f"It has: {', '.join(known)}." if 0 < len(known) <= _MOST_LISTED else ""
        hint = near(name, known) or listed or "`state:` in story.yaml has them."
        raise NotGiven(f"The story has no variable '{name}'. {hint}")
    return variable


def _number(variable: Variable, value: str) -> int | None:
    match variable.kind:
        case VariableKind.ONE_OF:
            return variable.values.index(value) if value in variable.values else None
        case VariableKind.YES_NO:
            return _TRUTHS.get(value, _whole(value))
        case VariableKind.WHOLE:
            return _whole(value)


def _whole(value: str) -> int | None:
    digits = value.removeprefix("-")
    return (
        int(value)
        if digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS
        else None
    )


def _example(variable: Variable) -> str:
    return value_written(variable, variable.start)
