"""An effect leaves the range of its variable, whatever the state.

Values are never trimmed to fit: the play would stop here with a fault. Every combination of the
values involved was tried, under the condition of the choice and after the effects before this one.
An effect that leaves the range only in some states is found by `otherside explore`, with the way
there.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.enumeration import Values, combinations, value
from game.model.expression import Effect, Expression, Read
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "L105"
NAME = "effect-out-of-range"
SEVERITY = Severity.ERROR

BAD = """\
- scene: hall.door
  text: A door, and no key in it. You knocked {knocks} times.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: knock
      text: Knock.
      if: knocks == 3
      do: [knocks += 1]
      to: hall.door
      record: {invented: Nobody says she knocked.}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  knocks: {whole: [0, 3], start: 0}
"""
GOOD = """\
- scene: hall.door
  text: A door, and no key in it. You knocked {knocks} times.
  choices:
    - {choice: open, text: Open it., to: hall.street, record: {question: way, claim: door}}
    - choice: knock
      text: Knock.
      if: knocks < 3
      do: [knocks += 1]
      to: hall.door
      record: {invented: Nobody says she knocked.}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
# story.yaml
state:
  knocks: {whole: [0, 3], start: 0}
"""


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each effect that no state allows."""
    known: dict[object, tuple[int, ...]] = {}
    for effects, test in _runs(story):
        key = (tuple((each.variable, each.operator, each.value) for each in effects), test)
        if key not in known:
            known[key] = _impossible(story, effects, test)
        for index in known[key]:
            effect = effects[index]
            variable = story.variables[effect.variable]
            yield Problem(
                effect.position,
                CODE,
                SEVERITY,
                f"The effect '{effect.source}' always leaves the range {variable.low} to "
                f"{variable.high}.",
                f"Change the effect, or the range of '{effect.variable}' in `state:`.",
            )


def _runs(story: Story) -> Iterator[tuple[tuple[Effect, ...], Expression | None]]:
    """Yield effects that run one after another, with the condition they run under."""
    for scene in story.scenes.values():
        if scene.effects:
            yield scene.effects, None
        for choice in scene.choices:
            if choice.effects:
                yield choice.effects, choice.condition.test if choice.condition else None


def _impossible(
    story: Story, effects: tuple[Effect, ...], test: Expression | None
) -> tuple[int, ...]:
    """Give which of some effects is reached in some state and leaves its range in all of them."""
    named: tuple[Expression, ...] = tuple(
        each for effect in effects for each in (effect.value, Read(effect.variable))
    )
    reached, passed = [0] * len(effects), [0] * len(effects)
    for values in combinations(story, named if test is None else (*named, test)) or ():
        if test is None or _holds(test, values):
            _run(story, effects, values, reached, passed)
    return tuple(index for index, came in enumerate(reached) if came and not passed[index])


def _run(
    story: Story,
    effects: tuple[Effect, ...],
    values: Values,
    reached: list[int],
    passed: list[int],
) -> None:
    """Run effects on one combination, counting for each how often it came up and how it went."""
    now = dict(values)
    for index, effect in enumerate(effects):
        reached[index] += 1
        variable = story.variables[effect.variable]
        try:
            result = _changed(effect, now)
        except ZeroDivisionError:
            return
        if not variable.low <= result <= variable.high:
            return
        passed[index] += 1
        now[effect.variable] = result


def _changed(effect: Effect, values: Values) -> int:
    result = value(effect.value, values)
    match effect.operator:
        case "=":
            return result
        case "+=":
            return values[effect.variable] + result
        case "-=":
            return values[effect.variable] - result


def _holds(test: Expression, values: Values) -> bool:
    try:
        return bool(value(test, values))
    except ZeroDivisionError:
        return False
