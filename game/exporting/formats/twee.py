"""This is a story as Twee 3 for Twine, Tweego and Extwee, played by SugarCube.

SugarCube, of Twine's formats, because its conditions say exactly what ours say, its history takes a
choice back, and its saves hold the state; Harlowe and Chapbook have no remainder or no loop of the
kind a detour needs. It plays the same: effects and conditions are macros, scenes that go on by
themselves are included, detours keep a stack. How often a scene was entered is counted here,
because SugarCube counts turns.

How well a choice is known is said once it is taken. Passages that can be skipped give way to their
summaries by a setting. Cards for a class and prompts are left out; a range is not enforced; chance
has the same odds but draws of SugarCube's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

from game.exporting.expression import Dialect, named_scenes, uses_remainder
from game.exporting.graph import graph
from game.exporting.layout import Layout, layout
from game.exporting.remark import skipping_tags, summary
from game.model.expression import Effect
from game.model.prose import Arm, Paragraph, Piece, Prose, Stretch, Value, Words
from game.model.scene import Choice, Scene
from game.model.story import Story, Variable, VariableKind

NAME = "twee"
ENDING = ".twee"
SAYS = "the story as Twee 3, for Twine with SugarCube"

MOST = 2**53 - 1
"""The greatest whole number that JavaScript holds exactly."""
VERSION = "2.37.3"
OPENING = "The opening"
"""The passage that a play begins with."""

SIGNS = {
    "==": "is",
    "!=": "isnot",
    "<": "lt",
    "<=": "lte",
    ">": "gt",
    ">=": "gte",
    "%": "setup.modulo",
}
STYLE = "#passages p:empty { display: none; }\n.known { font-style: italic; }"

SPECIAL = frozenset({"annotation", "bookmark", "init", "nobr", "script", "stylesheet", "widget"})
"""Tags that Twine or SugarCube would take for an order."""

_CODED = re.compile(
    r"[&<>\[\]{}\\$_@~^=/|`]|(?<!\S)[*#!:;]|\?(?=\w|$)|"
    + "|".join(f"^{sign}|(?<={sign}){sign}|{sign}(?={sign}|$)" for sign in "'\"-")
)


def write(story: Story) -> str:
    """Give the story as one file of Twee. Raises ``CannotSay`` where a number is beyond it."""
    return _Writer(story).file()


class _Writer:
    """Writes one story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._layout: Layout = layout(story, graph(story))
        self._counted = frozenset(named_scenes(story))
        self._dialect = Dialect(
            "twee",
            MOST,
            read=lambda name: f"${name}",
            times=lambda scene: f'$Times["{scene}"]',
            signs=SIGNS,
        )

    def file(self) -> str:
        """Give the whole file."""
        self._dialect.demand(self._story)
        passages = [*self._matter(), *map(self._scene, self._story.scenes.values())]
        passages += map(self._offers_apart, filter(_is_left, self._story.scenes.values()))
        return "\n\n\n".join(passages) + "\n"

    def _matter(self) -> Iterator[str]:
        """Give the passages that are no scenes."""
        story = self._story
        data = {
            "ifid": _ifid(story),
            "format": "SugarCube",
            "format-version": VERSION,
            "start": OPENING,
        }
        title = " ".join(story.title.split())
        yield f":: StoryTitle\n{' ' if title.startswith('::') else ''}{title}"
        yield f":: StoryData\n{json.dumps(data, indent=1)}"
        yield f":: StoryAuthor\n{_coded(', '.join(story.authors))}. {_coded(story.licence)}"
        yield f":: StoryInit\n{self._start()}"
        yield f":: Story JavaScript [script]\n{self._script()}"
        yield f":: Story Stylesheet [stylesheet]\n{STYLE}"
        yield (
            ":: PassageHeader\n"
            '<<if $Known>><p class="known"><<print $Known>></p><<set $Known to "">><</if>>'
        )
        opening = "\n".join((*self._paragraphs(story.opening), *self._paragraphs(story.advisory)))
        yield f':: {OPENING}\n{opening}\n<p><<link "Begin" "{story.first}">><</link>></p>'

    def _start(self) -> str:
        lines = [
            f"<<set ${each.variable} to {_start(each)}>>" for each in self._story.variables.values()
        ]
        times = ", ".join(f'"{scene}": 0' for scene in sorted(self._counted))
        return "\n".join(
            [
                *lines,
                f"<<set $Times to {{{times}}}>>",
                "<<set $Taken to {}>>",
                "<<set $Stack to []>>",
                '<<set $Known to "">>',
            ]
        )

    def _script(self) -> str:
        labels = {
            each.variable: {name: _coded(each.labels.get(name, name)) for name in each.values}
            for each in self._story.variables.values()
            if each.kind is VariableKind.ONE_OF
        }
        lines = ["Config.passages.nobr = true;", f"setup.labels = {_in_script(labels)};"]
        if uses_remainder(self._story):
            remainder = "((number % divisor) + divisor) % divisor"
            lines.append(f"setup.modulo = (number, divisor) => {remainder};")
        if any(scene.chance for scene in self._story.scenes.values()):
            lines.append("State.prng.init();")
        for tag in skipping_tags(self._story):
            label = f'label: "Two lines instead of passages about: {tag}"'
            lines.append(f'Setting.addToggle("skip-{tag}", {{ {label} }});')
        return "\n".join(lines)

    def _scene(self, scene: Scene) -> str:
        lines = [self._header(scene)]
        if scene.scene in self._counted:
            lines.append(f'<<set $Times["{scene.scene}"] += 1>>')
        lines += [self._changed(effect) for effect in scene.effects]
        if scene.title:
            lines.append(f"<h2>{_coded(scene.title)}</h2>")
        lines += self._text(scene)
        lines += self._onward(scene)
        return "\n".join(lines)

    def _header(self, scene: Scene) -> str:
        spot = self._layout.spots[scene.scene]
        above = sum(self._layout.heights[: spot.row]) + spot.row
        across, down = 100 + spot.column * 150, 100 + (above + spot.line) * 150
        tags = " ".join(f"{tag}_" if tag in SPECIAL else tag for tag in scene.tags)
        where = json.dumps({"position": f"{across},{down}", "size": "100,100"})
        return f":: {scene.scene}{f' [{tags}]' if tags else ''} {where}"

    def _changed(self, effect: Effect) -> str:
        return f"<<set ${effect.variable} to {self._dialect.assigned(effect)}>>"

    def _text(self, scene: Scene) -> Iterator[str]:
        """Give the text, where it is told in several ways with what has to hold for each."""
        ways: list[tuple[str, Prose]] = []
        if scene.skippable is not None:
            skipped = " or ".join(f'settings["skip-{tag}"]' for tag in scene.skippable.tags)
            ways.append((skipped, scene.skippable.summary))
        if scene.again is not None:
            ways.append((f'$Times["{scene.scene}"] gt 1', scene.again))
        for number, (condition, prose) in enumerate(ways):
            yield f"<<{'elseif' if number else 'if'} {condition}>>"
            yield from self._paragraphs(prose)
        yield from ("<<else>>",) if ways else ()
        yield from self._paragraphs(scene.text)
        yield from ("<</if>>",) if ways else ()

    def _paragraphs(self, prose: Prose) -> Iterator[str]:
        for beat in prose.beats:
            for paragraph in beat:
                yield f"<p>{self._line(paragraph)}</p>"

    def _line(self, paragraph: Paragraph) -> str:
        return "".join(self._piece(piece) for piece in paragraph.pieces).strip()

    def _piece(self, piece: Piece | Stretch) -> str:
        match piece:
            case Words(text):
                return _dressed(_coded(text), piece)
            case Value(variable):
                return _dressed(f"<<print {self._value(self._story.variables[variable])}>>", piece)
            case Stretch(arms):
                return f"{''.join(self._arms(arms))}<</if>>"

    def _value(self, variable: Variable) -> str:
        name = f"${variable.variable}"
        match variable.kind:
            case VariableKind.WHOLE:
                return name
            case VariableKind.YES_NO:
                return f'({name} ? "yes" : "no")'
            case VariableKind.ONE_OF:
                return f'setup.labels["{variable.variable}"][{name}]'

    def _arms(self, arms: tuple[Arm, ...]) -> Iterator[str]:
        for number, arm in enumerate(arms):
            words = "".join(self._piece(piece) for piece in arm.pieces)
            if arm.condition is None:
                yield f"<<else>>{words}"
            else:
                word = "elseif" if number else "if"
                yield f"<<{word} {self._dialect.written(arm.condition.test)}>>{words}"

    def _onward(self, scene: Scene) -> Iterator[str]:
        if scene.returns:
            yield '<<set _back to $Stack.pop() + " offers">><<include _back>>'
        elif scene.ending is not None:
            yield f'<p class="end">The end: {_coded(scene.ending.title)}</p>'
        elif scene.then is not None:
            yield f'<<include "{scene.then}">>'
        elif scene.chance:
            yield from _drawn(scene)
        elif _is_left(scene):
            yield f'<<include "{scene.scene} offers">>'
        else:
            yield from self._offers(scene)

    def _offers_apart(self, scene: Scene) -> str:
        return "\n".join([f":: {scene.scene} offers", *self._offers(scene)])

    def _offers(self, scene: Scene) -> Iterator[str]:
        yield "<ul>"
        for choice in scene.choices:
            asked = self._asked(scene, choice)
            link = f"<li>{self._link(scene, choice)}</li>"
            yield f"<<if {asked}>>{link}<</if>>" if asked else link
        yield "</ul>"

    def _asked(self, scene: Scene, choice: Choice) -> str:
        once = f'(not $Taken["{scene.scene}/{choice.choice}"])' if choice.once else ""
        asked = self._dialect.written(choice.condition.test) if choice.condition else ""
        return " and ".join(each for each in (once, asked) if each)

    def _link(self, scene: Scene, choice: Choice) -> str:
        words = " ".join(self._line(paragraph) for beat in choice.text.beats for paragraph in beat)
        acts = [self._changed(effect) for effect in choice.effects]
        if choice.once:
            acts.append(f'<<set $Taken["{scene.scene}/{choice.choice}"] to true>>')
        if choice.detour is not None:
            acts.append(f'<<run $Stack.push("{scene.scene}")>>')
        known = _coded(summary(self._story, choice.record))
        if known:
            acts.append(f"<<set $Known to {_in_quotes(known)}>>")
        return f'<<link {_in_quotes(words)} "{choice.target}">>{"".join(acts)}<</link>>'


def _start(variable: Variable) -> str:
    match variable.kind:
        case VariableKind.WHOLE:
            return str(variable.start)
        case VariableKind.YES_NO:
            return "true" if variable.start else "false"
        case VariableKind.ONE_OF:
            return f'"{variable.values[variable.start]}"'


def _drawn(scene: Scene) -> Iterator[str]:
    yield f"<<set _draw to random(1, {sum(way.weight for way in scene.chance)})>>"
    reached = 0
    for number, way in enumerate(scene.chance):
        reached += way.weight
        if number + 1 == len(scene.chance):
            yield f'<<else>><<include "{way.to}">><</if>>' if number else f'<<include "{way.to}">>'
        else:
            word = "elseif" if number else "if"
            yield f'<<{word} _draw lte {reached}>><<include "{way.to}">>'


def _is_left(scene: Scene) -> bool:
    """Tell whether a detour begins here: then one comes back to the offers alone."""
    return any(choice.detour for choice in scene.choices)


def _ifid(story: Story) -> str:
    """Give the number by which archives know a story: always the same for one id."""
    digest = sha256(f"otherside:{story.story}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4)).upper()


def _dressed(words: str, piece: Piece) -> str:
    words = f"<em>{words}</em>" if piece.emphasis else words
    return f"<strong>{words}</strong>" if piece.strong else words


def _coded(text: str) -> str:
    """Write a text so that no sign in it is SugarCube's: by its number where it could be."""
    plain = " ".join(text.split("\n"))
    return _CODED.sub(lambda sign: f"&#{ord(sign[0])};", plain)


def _in_quotes(markup: str) -> str:
    escaped = markup.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _in_script(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
