"""This is a story as ink source, for Inky, inkjs and the engines that play ink.

It plays the same: variables, conditions, effects, choices taken once, detours as tunnels, text that
depends on the state, another text on coming back. How often a scene was entered is counted in
variables, because ink does not count a knot that is entered from itself. The record stands in tags.

What ink has no words for: emphasis, cards for a class and prompts are left out. A range is not
enforced. Chance has the same odds but draws of ink's own, so the same seed gives another play. A
passage that can be skipped gives way to its summary where a variable ``skip_...`` is set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.exporting.expression import Dialect, named_scenes, uses_remainder
from game.exporting.naming import Names
from game.exporting.remark import known, skipping_tags
from game.model.expression import Effect
from game.model.prose import Arm, Paragraph, Piece, Prose, Stretch, Value, Words
from game.model.scene import Choice, Scene
from game.model.story import Story, Variable, VariableKind

NAME = "ink"
ENDING = ".ink"
SAYS = "the story as ink source, for Inky and inkjs"

MOST = 2**31 - 1
"""The greatest whole number of ink's reference engine."""

RESERVED = frozenset(
    {"and", "or", "not", "mod", "has", "hasnt", "true", "false", "else", "return", "temp", "ref"}
    | {"function", "stopping", "cycle", "shuffle", "once", "modulo", "offers", "die"}
)
"""Words of ink's own in small letters, and ours in what is written here."""

_EVERYWHERE = re.compile(r"[\\{}|\[\]#<]|-(?=>|$)|/(?=[/*]|$)|(?<=/)[/*]|^[/*>]")
_AT_FIRST = re.compile(r"[-+*=~(!&$/<>]|VAR|CONST|LIST|EXTERNAL|INCLUDE|TODO|function")


def write(story: Story) -> str:
    """Give the story as one file of ink. Raises ``CannotSay`` where a number is beyond ink."""
    return _Writer(story).file()


@dataclass(frozen=True, slots=True)
class _Told:
    """One way in which a scene reads, with what has to hold for it."""

    condition: str
    prose: Prose


class _Writer:
    """Writes one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names = Names(RESERVED)
        self._counted = frozenset(named_scenes(story))
        self._dialect = Dialect(
            "ink",
            MOST,
            read=self._variable,
            times=self._times,
            signs={"%": "modulo"},
        )

    def file(self) -> str:
        """Give the whole file."""
        self._dialect.demand(self._story)
        for name in self._story.variables:
            self._variable(name)
        parts = [self._head(), self._declarations(), self._front()]
        parts += [self._knot(scene) for scene in self._story.scenes.values()]
        parts += self._functions()
        return "\n\n".join(parts) + "\n"

    def _variable(self, name: str) -> str:
        return self._names.give("variable", name)

    def _knot_of(self, scene: str) -> str:
        return self._names.give("knot", scene)

    def _times(self, scene: str) -> str:
        return self._names.give("times", f"times_{scene}")

    def _skip(self, tag: str) -> str:
        return self._names.give("skip", f"skip_{tag}")

    def _label(self, variable: str) -> str:
        return self._names.give("label", f"label_{variable}")

    def _head(self) -> str:
        story = self._story
        tags = [f"title: {story.title}", *(f"author: {each}" for each in story.authors)]
        return "\n".join(f"# {_escaped(tag)}" for tag in [*tags, f"licence: {story.licence}"])

    def _declarations(self) -> str:
        lines = [self._declared(each) for each in self._story.variables.values()]
        lines += [f"VAR {self._times(scene)} = 0" for scene in sorted(self._counted)]
        lines += [f"VAR {self._skip(tag)} = false" for tag in skipping_tags(self._story)]
        return "\n".join(lines)

    def _declared(self, variable: Variable) -> str:
        start = str(variable.start)
        if variable.kind is VariableKind.ONE_OF:
            start = f'"{variable.values[variable.start]}"'
        elif variable.kind is VariableKind.YES_NO:
            start = "true" if variable.start else "false"
        return f"VAR {self._variable(variable.variable)} = {start}"

    def _front(self) -> str:
        lines = [*self._lines(self._story.opening, ("opening",))]
        lines += self._lines(self._story.advisory, ("advisory",))
        return "\n".join([*lines, f"-> {self._knot_of(self._story.first)}"])

    def _knot(self, scene: Scene) -> str:
        lines = [f"=== {self._knot_of(scene.scene)} ==="]
        if scene.scene in self._counted:
            name = self._times(scene.scene)
            lines.append(f"~ {name} = {name} + 1")
        lines += [self._changed(effect) for effect in scene.effects]
        lines += self._text(scene)
        lines += self._onward(scene)
        return "\n".join(lines)

    def _changed(self, effect: Effect) -> str:
        return f"~ {self._variable(effect.variable)} = {self._dialect.assigned(effect)}"

    def _text(self, scene: Scene) -> Iterator[str]:
        told = tuple(self._told(scene))
        head = [f"# {_escaped(tag)}" for tag in _scene_tags(self._story, scene)]
        if len(told) == 1:
            yield from (*head, *self._lines(scene.text))
            return
        yield "{"
        for each in told:
            yield f"- {each.condition}:"
            yield from (f"    {line}" for line in (*head, *self._lines(each.prose)))
        yield "}"

    def _told(self, scene: Scene) -> Iterator[_Told]:
        """Give the ways in which a scene reads: skipped, come back to, and else."""
        if scene.skippable is not None:
            skipped = " or ".join(self._skip(tag) for tag in scene.skippable.tags)
            yield _Told(skipped, scene.skippable.summary)
        if scene.again is not None:
            yield _Told(f"{self._times(scene.scene)} > 1", scene.again)
        yield _Told("else", scene.text)

    def _lines(self, prose: Prose, tags: Iterable[str] = ()) -> Iterator[str]:
        for number, beat in enumerate(prose.beats):
            for place, paragraph in enumerate(beat):
                pause = ("pause",) if number and not place else ()
                line = self._line(paragraph)
                if line:
                    yield f"{line}{_tagged((*tags, *pause, *_marks(paragraph)), paragraph)}"

    def _line(self, paragraph: Paragraph) -> str:
        return _opened("".join(self._piece(piece) for piece in paragraph.pieces).strip())

    def _piece(self, piece: Piece | Stretch) -> str:
        match piece:
            case Words(text):
                return _escaped(text)
            case Value(variable):
                return self._value(self._story.variables[variable])
            case Stretch(arms):
                return self._arms(arms)

    def _value(self, variable: Variable) -> str:
        name = self._variable(variable.variable)
        match variable.kind:
            case VariableKind.WHOLE:
                return f"{{{name}}}"
            case VariableKind.YES_NO:
                return f"{{{name}:yes|no}}"
            case VariableKind.ONE_OF:
                return f"{{{self._label(variable.variable)}()}}"

    def _arms(self, arms: tuple[Arm, ...]) -> str:
        """Write a stretch: each arm but the first is the ``else`` of the one before."""
        first, *rest = arms
        words = _opened("".join(self._piece(piece) for piece in first.pieces))
        if first.condition is None:
            return words
        # ink takes no empty arm before a bar
        words = words or '{""}'
        otherwise = f"|{self._arms(tuple(rest))}" if rest else ""
        return f"{{{self._dialect.written(first.condition.test)}:{words}{otherwise}}}"

    def _onward(self, scene: Scene) -> Iterator[str]:
        if scene.returns:
            yield "->->"
        elif scene.ending is not None:
            yield "-> END"
        elif scene.then is not None:
            yield f"-> {self._knot_of(scene.then)}"
        elif scene.chance:
            yield from self._drawn(scene)
        else:
            yield from self._choices(scene)

    def _drawn(self, scene: Scene) -> Iterator[str]:
        *some, last = scene.chance
        if some:
            yield f"~ temp die = RANDOM(1, {sum(way.weight for way in scene.chance)})"
            yield "{"
            reached = 0
            for way in some:
                reached += way.weight
                yield f"- die <= {reached}: -> {self._knot_of(way.to)}"
            yield "}"
        yield f"-> {self._knot_of(last.to)}"

    def _choices(self, scene: Scene) -> Iterator[str]:
        yield "- (offers)"
        for choice in scene.choices:
            yield from self._choice(scene, choice)
        if all(choice.once or choice.condition for choice in scene.choices):
            yield "+ -> DONE"

    def _choice(self, scene: Scene, choice: Choice) -> Iterator[str]:
        asked = choice.condition
        condition = f" {{{self._dialect.written(asked.test)}}}" if asked else ""
        words = " ".join(self._lines(choice.text)).strip()
        tags = "".join(f" # {_escaped(tag)}" for tag in _choice_tags(self._story, scene, choice))
        yield f"{'*' if choice.once else '+'}{condition} [{words}{tags}]"
        yield from (f"    {self._changed(effect)}" for effect in choice.effects)
        if choice.detour is not None:
            yield f"    -> {self._knot_of(choice.detour)} ->"
            yield "    -> offers"
        else:
            yield f"    -> {self._knot_of(choice.target)}"

    def _functions(self) -> Iterator[str]:
        for variable in self._story.variables.values():
            if variable.kind is VariableKind.ONE_OF:
                yield self._label_function(variable)
        if uses_remainder(self._story):
            yield (
                "=== function modulo(number, divisor) ===\n"
                "~ return (((number % divisor) + divisor) % divisor)"
            )

    def _label_function(self, variable: Variable) -> str:
        arms = (
            f'- "{name}": {_opened(_escaped(variable.labels.get(name, name)))}'
            for name in variable.values
        )
        head = f"=== function {self._label(variable.variable)}() ==="
        return "\n".join([head, f"{{{self._variable(variable.variable)}:", *arms, "}"])


def _scene_tags(story: Story, scene: Scene) -> Iterator[str]:
    yield f"scene: {scene.scene}"
    if scene.title:
        yield f"title: {scene.title}"
    if scene.date is not None:
        yield f"date: {'/'.join(dict.fromkeys((scene.date.first, scene.date.last)))}"
    if scene.place is not None:
        yield f"place: {scene.place}"
    yield from (f"tag: {tag}" for tag in scene.tags)
    if scene.ending is not None:
        yield f"ending: {scene.ending.title}"
        yield from known(story, scene.ending.record)


def _choice_tags(story: Story, scene: Scene, choice: Choice) -> Iterator[str]:
    yield f"choice: {scene.scene}/{choice.choice}"
    yield from known(story, choice.record)
    if choice.leaves is not None:
        yield "leaves the record"


def _marks(paragraph: Paragraph) -> Iterator[str]:
    """Give what the words of a paragraph rest on, whatever way its stretches read."""
    found = dict.fromkeys(
        f"{piece.mark.kind.value}: {piece.mark.target}"
        for piece in paragraph.pieces
        if not isinstance(piece, Stretch) and piece.mark is not None
    )
    yield from found


def _tagged(tags: Iterable[str], paragraph: Paragraph) -> str:
    """Write tags behind a line; none where the line may be empty, for they would stay alone."""
    if all(isinstance(piece, Stretch) for piece in paragraph.pieces):
        return ""
    return "".join(f" # {_escaped(tag)}" for tag in tags)


def _escaped(text: str) -> str:
    """Write a text so that no sign in it is ink's, but for the first on a line."""
    return _EVERYWHERE.sub(lambda sign: f"\\{sign[0]}", " ".join(text.split("\n")))


def _opened(text: str) -> str:
    """Write the beginning of a line or of an arm so that ink takes it for words."""
    return f"\\{text}" if _AT_FIRST.match(text) else text
