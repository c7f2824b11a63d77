"""A variable has a value that nothing ever gives it.

It does not start with it and no effect sets it, so whatever waits for it waits for ever. Either the
effect is missing, or the value was left behind when a choice was cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import window
from game.linting.survey import variables_written
from game.model.expression import Label
from game.model.story import Story
from game.model.walk import effects, leaves
from game.problem import Problem, Severity

CODE = "L108"
NAME = "ungiven-value"
SEVERITY = Severity.WARNING

_SCENES = window("sleeve = torn", "The street. {if sleeve == torn: Your sleeve is torn.}")
_STATE = """\
# story.yaml
state:
  sleeve: {{one_of: [{values}], start: dry}}
"""

BAD = _SCENES + _STATE.format(values="dry, wet, torn")
GOOD = _SCENES + _STATE.format(values="dry, torn")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each such value of a variable that effects set at all."""
    given: dict[str, set[str]] = {
        name: {variable.values[variable.start]}
        for name, variable in story.variables.items()
        if variable.values and name in variables_written(story)
    }
    if not given:
        return
    for scene in story.scenes.values():
        for effect in effects(scene):
            if effect.variable in given:
                labels = (leaf.name for leaf in leaves(effect.value) if isinstance(leaf, Label))
                given[effect.variable].update(labels)
    for name, values in given.items():
        for value in story.variables[name].values:
            if value not in values:
                yield Problem(
                    story.variables[name].position,
                    CODE,
                    SEVERITY,
                    f"Nothing gives '{name}' the value '{value}'.",
                    f"Which choice should? Add `do: [{name} = {value}]` there, or cut the value.",
                )
