"""An effect is lost: the next one sets the same variable, or it changes nothing.

In one `do:` the effects run from left to right. What is set and at once set again was never there,
and `+= 0` or `x = x` leaves all as it was. Usually one of the names is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import window
from game.model.expression import Effect, Read, Whole
from game.model.story import Story
from game.model.walk import variables
from game.problem import Problem, Severity

CODE = "L107"
NAME = "lost-effect"
SEVERITY = Severity.ERROR

_STREET = "The street. {if torn: Your sleeve is torn.} {if wet: It is wet.}"
_STATE = """\
# story.yaml
state:
  torn: {yes_no: false}
  wet: {yes_no: false}
"""

BAD = window("torn = true, torn = false, wet = true", _STREET) + _STATE
GOOD = window("torn = true, wet = true", _STREET) + _STATE


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each effect that nothing can come of."""
    for scene in story.scenes.values():
        for effects in (scene.effects, *(choice.effects for choice in scene.choices)):
            for number, effect in enumerate(effects, start=1):
                if _is_idle(effect):
                    statement = f"The effect '{effect.source}' changes nothing."
                elif _is_overwritten(effect, effects[number:]):
                    statement = f"What '{effect.source}' sets is set again at once."
                else:
                    continue
                hint = "Is one of the names another variable's? Else leave the effect out."
                yield Problem(effect.position, CODE, SEVERITY, statement, hint)


def _is_idle(effect: Effect) -> bool:
    if effect.operator == "=":
        return effect.value == Read(effect.variable)
    return effect.value == Whole(0)


def _is_overwritten(effect: Effect, later: tuple[Effect, ...]) -> bool:
    for after in later:
        if effect.variable in variables(after.value):
            return False
        if after.variable == effect.variable:
            return after.operator == "="
    return False
