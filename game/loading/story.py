"""This is the reader of story.yaml: what the story is, its state, parts, lines and lessons."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from game.loading.expression import condition_at
from game.loading.field import (
    ID,
    SCENE,
    Fields,
    Form,
    Key,
    Known,
    ListOf,
    MapOf,
    Nested,
    New,
    Pattern,
    Text,
    Truth,
    Whole,
    one_of,
    open_form,
    refuse,
    scalar,
)
from game.loading.markup import ProseKind
from game.loading.name import Family, near, rings
from game.loading.node import Node, Scalar, Table
from game.loading.source import Locator, Source
from game.model.prose import Prose
from game.model.scene import Scene
from game.model.story import (
    Lesson,
    Part,
    Property,
    PropertyKind,
    Role,
    RoleKind,
    Route,
    Story,
    Variable,
    VariableKind,
    Waiver,
)
from game.position import Position
from game.problem import Problem, Severity

FORMAT: Final = 1
"""The format of story files that this program reads."""

PROSE: Final = ProseKind()
TEXT: Final = Text()
FEWEST: Final = 2
"""How many values a ``one_of`` has at least."""
MOST: Final = 1_000_000
"""The greatest whole number that state may hold."""
SHORTEST: Final = 5
"""The fewest minutes of a lesson."""
LONGEST: Final = 600
"""The most minutes of a lesson, over several hours of a school."""

NAME: Final = Pattern(
    re.compile("[a-z][a-z0-9_]*"),
    "a name",
    "Write small letters, digits and underscores, a letter first.",
)
RESERVED: Final = frozenset({"true", "false", "visited", "times"})
"""Names that mean something else in conditions, beside Python's own words."""


class VariableForm(Form, word="a variable"):
    """A piece of state: a whole number, yes or no, or one of several values."""

    whole = Key(ListOf(Whole(-MOST, MOST)), "the least and the greatest number")
    yes_no = Key(Truth(), "what it is at the start")
    one_of = Key(ListOf(NAME), "the values it can have")
    start = Key(TEXT, "what it is at the start; not for `yes_no`")
    labels = Key(MapOf(NAME, TEXT), "what `{name}` in prose shows for a value")


KINDS: Final = (VariableForm.whole, VariableForm.yes_no, VariableForm.one_of)
"""The keys of which a variable has exactly one."""


@dataclass(frozen=True, slots=True)
class StateKind:
    """The variables of a story."""

    words: str = "names, each with `whole`, `yes_no` or `one_of`"
    key: Pattern = NAME
    form: type[Form] = VariableForm

    def read(self, node: Node, source: Source) -> Mapping[str, Variable] | None:
        """Give the variables; names that could not be read leave conditions unjudged."""
        if not isinstance(node, Table):
            refuse(node, source, self.words)
            source.names.whole = False
            return None
        before = len(source.problems)
        found: dict[str, Variable] = {}
        for key, value in node.entries.values():
            variable = self._variable(key, value, source)
            if variable is not None:
                found[variable.variable] = variable
        _check_names(found.values(), source)
        source.names.whole = len(source.problems) == before
        source.names.variables.update(found)
        return MappingProxyType(found)

    def _variable(self, key: Scalar, node: Node, source: Source) -> Variable | None:
        name = self.key.read(key, source)
        fields = open_form(self.form, node, source)
        if name is None or fields is None:
            return None
        source.names.declare(Family.VARIABLE, name, source.at(key))
        kinds = [each for each in KINDS if fields.has(each)]
        if len(kinds) != 1:
            return _fault(
                fields,
                fields.position,
                "A variable is one of `whole`, `yes_no` and `one_of`.",
                "Write `whole: [0, 3]`, `yes_no: false` or `one_of: [a, b]`.",
            )
        if fields.has(VariableForm.whole):
            return _whole(name, fields, source.at(key))
        if fields.has(VariableForm.yes_no):
            return _yes_no(name, fields, source.at(key))
        return _one_of(name, fields, source.at(key))


def _fault(fields: Fields, where: Position, statement: str, hint: str = "") -> Variable | None:
    """Report what is wrong with a variable, in whose place nothing is given."""
    fields.report("F012", where, statement, hint)
    return None


def _whole(name: str, fields: Fields, where: Position) -> Variable | None:
    before = len(fields.source.problems)
    bounds = fields.take(VariableForm.whole, ())
    if len(fields.source.problems) > before:
        return None
    low, high = (*bounds, 0, 0)[:2]
    if len(bounds) != len((low, high)) or low >= high:
        return _fault(
            fields,
            fields.where(VariableForm.whole),
            "A whole number has a least and a greatest value.",
            "Write `whole: [0, 3]`.",
        )
    entry = fields.table.entries.get(VariableForm.start.name)
    if entry is None:
        return _fault(fields, fields.position, f"'{name}' has no start.", f"Write `start: {low}`.")
    if fields.has(VariableForm.labels):
        _fault(
            fields,
            fields.where(VariableForm.labels),
            "Only a `one_of` has labels.",
            "Take them out.",
        )
    start = Whole(low, high).read(entry[1], fields.source)
    if start is None:
        return None
    return Variable(name, VariableKind.WHOLE, low, high, start, position=where)


def _yes_no(name: str, fields: Fields, where: Position) -> Variable | None:
    start = fields.get(VariableForm.yes_no)
    for key in (VariableForm.start, VariableForm.labels):
        if fields.has(key):
            _fault(
                fields,
                fields.where(key),
                f"A `yes_no` has no `{key.name}`.",
                "Write what it is at the start behind `yes_no:`.",
            )
    if start is None:
        return None
    return Variable(name, VariableKind.YES_NO, 0, 1, int(start), position=where)


def _one_of(name: str, fields: Fields, where: Position) -> Variable | None:
    before = len(fields.source.problems)
    values = fields.take(VariableForm.one_of, ())
    if len(fields.source.problems) > before:
        return None
    if len(set(values)) < max(len(values), FEWEST):
        return _fault(
            fields,
            fields.where(VariableForm.one_of),
            "A `one_of` has two values or more, no two of them alike.",
            "Write `one_of: [a, b]`.",
        )
    start = fields.get(VariableForm.start)
    if start not in values:
        return _fault(
            fields,
            fields.where(VariableForm.start),
            f"'{name}' starts with none of its values.",
            f"Write `start: {values[0]}`.",
        )
    labels = fields.take(VariableForm.labels, {})
    for strange in [each for each in labels if each not in values]:
        _fault(
            fields,
            fields.where(VariableForm.labels),
            f"There is a label for '{strange}', which is no value of '{name}'.",
            near(strange, values) or f"Its values are: {', '.join(values)}.",
        )
    return Variable(
        name,
        VariableKind.ONE_OF,
        0,
        len(values) - 1,
        values.index(start),
        values,
        labels,
        where,
    )


def _check_names(variables: Iterable[Variable], source: Source) -> None:
    known = list(variables)
    names = {each.variable for each in known}
    for variable in known:
        for name in (variable.variable, *variable.values):
            if keyword.iskeyword(name) or name in RESERVED:
                source.report(
                    "F012",
                    variable.position,
                    f"'{name}' means something else in conditions.",
                    "Choose another name.",
                )
        for value in variable.values:
            if value in names:
                source.report(
                    "F012",
                    variable.position,
                    f"'{value}' is the name of a variable and of a value of '{variable.variable}'.",
                    "Choose another name for one of the two.",
                )


class RoleForm(Form, word="a role"):
    """Whose scene it is, or what a student reads for."""

    role = Key(New(Family.ROLE), "its id", required=True)
    label = Key(TEXT, "what it is called", required=True)
    kind = Key(one_of(RoleKind), "what it is for", required=True)


def _role(fields: Fields) -> Role | None:
    role, label = fields.get(RoleForm.role), fields.get(RoleForm.label)
    kind = fields.get(RoleForm.kind)
    if role is None or label is None or kind is None:
        return None
    return Role(role, label, kind, fields.position)


class PartForm(Form, word="a part"):
    """A chapter."""

    part = Key(New(Family.PART), "its id, with which its scenes' ids begin", required=True)
    title = Key(TEXT, "what it is called", required=True)
    first = Key(SCENE, "the scene it begins with", required=True)


def _part(fields: Fields) -> Part | None:
    part, title = fields.get(PartForm.part), fields.get(PartForm.title)
    first = fields.get(PartForm.first)
    if part is None or title is None or first is None:
        return None
    if first.partition(".")[0] != part:
        fields.report(
            "F016",
            fields.where(PartForm.first),
            f"The part '{part}' begins with a scene of another part.",
            f"Write a scene whose id begins with `{part}.`.",
        )
    return Part(part, title, first, fields.position)


class LineForm(Form, word="a line"):
    """A line through the story that follows accounts."""

    line = Key(New(Family.LINE), "its id", required=True)
    follows = Key(
        ListOf(Known(Family.ACCOUNT), least=1), "the accounts it follows, in order", required=True
    )


def _line(fields: Fields) -> Route | None:
    line, follows = fields.get(LineForm.line), fields.get(LineForm.follows)
    return None if line is None or follows is None else Route(line, follows, fields.position)


class LessonForm(Form, word="a lesson"):
    """A stretch of the story that a class plays in so many minutes."""

    lesson = Key(New(Family.LESSON), "its id, such as its minutes", required=True)
    from_ = Key(SCENE, "the scene it begins at", required=True)
    line = Key(Known(Family.LINE), "the line it follows between decisions", required=True)
    decisions = Key(ListOf(SCENE), "the scenes whose choices are voted on", required=True)
    title = Key(TEXT, "what a teacher reads in the list of lessons")
    minutes = Key(Whole(SHORTEST, LONGEST), "how long it takes; an id that is a number says so too")
    votes = Key(Whole(1, 2), "votes on a decision: 2 with talk between them (the usual way), or 1")


def _lesson(fields: Fields) -> Lesson | None:
    lesson, first = fields.get(LessonForm.lesson), fields.get(LessonForm.from_)
    line, decisions = fields.get(LessonForm.line), fields.get(LessonForm.decisions)
    if lesson is None or first is None or line is None or decisions is None:
        return None
    return Lesson(
        lesson,
        first,
        line,
        decisions,
        title=fields.take(LessonForm.title, ""),
        minutes=fields.take(LessonForm.minutes, int(lesson) if lesson.isdecimal() else 0),
        votes=fields.take(LessonForm.votes, 2),
        position=fields.position,
    )


class WaiverForm(Form, word="a waiver"):
    """A rule that does not apply at one id."""

    code = Key(
        Pattern(re.compile("[A-Z][0-9]{2,3}"), "a rule's code", "Write a code such as L03."),
        "the rule's code",
        required=True,
    )
    at = Key(
        Known(Family.ANY, Pattern(re.compile("[a-z0-9_./-]+"), "an id", "Write an id.")),
        "the id at which it does not apply: a scene, `scene/choice`, a question, "
        "`question/claim`, an account or another declared id",
        required=True,
    )
    why = Key(TEXT, "the reason", required=True)


def _waiver(fields: Fields) -> Waiver | None:
    code, at = fields.get(WaiverForm.code), fields.get(WaiverForm.at)
    why = fields.get(WaiverForm.why)
    if code is None or at is None or why is None:
        return None
    return Waiver(code, at, why, fields.position)


@dataclass(frozen=True, slots=True)
class ClauseKind:
    """A condition, or ``A before B``: whenever B holds, A has held."""

    words: str = "a condition, or `condition before condition`"

    def read(self, node: Node, source: Source) -> Property | None:
        """Give an ``always`` property; the builder sets its kind and place."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        text = found.text.replace("\n", " ")
        locate = Locator(source, found)
        first, between, last = text.partition(" before ")
        condition = condition_at(first.rstrip(" "), source, locate)
        if not between:
            return None if condition is None else Property(PropertyKind.ALWAYS, condition)
        second = condition_at(last.rstrip(" "), source, locate, len(first) + len(between))
        if condition is None or second is None:
            return None
        return Property(PropertyKind.ALWAYS, condition, second)


class PropertyForm(Form, word="a property"):
    """Something to be proved of every play: one of the three keys."""

    never = Key(ClauseKind("a condition"), "what never holds")
    always = Key(ClauseKind(), "what always holds, or `A before B`")
    reachable = Key(ClauseKind("a condition"), "what holds in some play")


def _property(fields: Fields) -> Property | None:
    kinds = [kind for kind in PropertyKind if kind.value in fields.table.entries]
    if len(kinds) != 1:
        fields.report(
            "F003",
            fields.position,
            "A property has one key: `never`, `always` or `reachable`.",
            "Write each property as an entry of its own.",
        )
        return None
    key = PropertyForm.keys[kinds[0].value]
    read: Property | None = fields.get(key)
    if read is None:
        return None
    if read.before is not None and kinds[0] is not PropertyKind.ALWAYS:
        fields.report(
            "F003",
            fields.where(key),
            "Only `always` has two conditions with `before` between them.",
            "Write `always: A before B`.",
        )
    return Property(kinds[0], read.condition, read.before, fields.position)


RENAMED: Final = Pattern(
    re.compile(r"[a-z0-9-]+\.[a-z0-9-]+(?:/[a-z0-9-]+)?"),
    "the id of a scene or a choice",
    "Write `part.scene` or `part.scene/choice`.",
)


@dataclass(frozen=True, slots=True)
class RenamesKind:
    """Old ids with the ids that took their place."""

    words: str = "old ids, each with its new id"
    shape: Pattern = RENAMED

    def read(self, node: Node, source: Source) -> Mapping[str, str] | None:
        """Give the renames; each must lead, at once or over others, to something that exists."""
        if not isinstance(node, Table):
            refuse(node, source, self.words)
            return None
        found: dict[str, str] = {}
        for key, value in node.entries.values():
            old, new = self.shape.read(key, source), self.shape.read(value, source)
            if old is None or new is None:
                continue
            found[old] = new
            if new not in node.entries:
                family = Family.CHOICE if "/" in new else Family.SCENE
                source.names.ask(family, new, source.at(value))
        _check_rings(found, node, source)
        return MappingProxyType(found)


def _check_rings(renames: Mapping[str, str], table: Table, source: Source) -> None:
    for old in rings(renames):
        source.report(
            "F017",
            source.at(table.entries[old][0]),
            f"'{old}' is renamed in a ring.",
            "The last new id must be one that the story has.",
        )


class StoryForm(Form, word="story.yaml"):
    """What the story is."""

    format = Key(Whole(0, 999), "the format of the files: 1", required=True)
    id = Key(ID, "the story's id, by which saves know it", required=True)
    title = Key(TEXT, "its title", required=True)
    language = Key(TEXT, "its language, such as `en`", required=True)
    authors = Key(ListOf(TEXT, least=1), "who wrote it", required=True)
    licence = Key(TEXT, "the licence of its words", required=True)
    advisory = Key(PROSE, "what a reader should know before beginning", required=True)
    opening = Key(PROSE, "who he was and what he did, before any choice", required=True)
    reviewed = Key(TEXT, "who reviewed it, or `not yet`", required=True)
    state = Key(StateKind(), "the variables")
    roles = Key(ListOf(Nested(RoleForm, _role)), "whose scenes there are, and readers' roles")
    parts = Key(ListOf(Nested(PartForm, _part), least=1), "the parts in order", required=True)
    lines = Key(ListOf(Nested(LineForm, _line)), "the lines through the story")
    lessons = Key(ListOf(Nested(LessonForm, _lesson)), "stretches for a class")
    renames = Key(RenamesKind(), "ids that were changed, so that saves can follow")
    waive = Key(ListOf(Nested(WaiverForm, _waiver)), "rules that do not apply somewhere")
    prove = Key(ListOf(Nested(PropertyForm, _property)), "what `explore` is to prove")


def build_story(fields: Fields) -> Story | None:
    """Build the story without what the other files hold; ``None`` when it has not even an id."""
    if not fields.has(StoryForm.state):
        fields.source.names.whole = True
    state = fields.take(StoryForm.state, MappingProxyType({}))
    _check_format(fields)
    nothing: Mapping[str, str] = MappingProxyType({})
    name = fields.take(StoryForm.id, "")
    # Not by a family: nothing but a waiver is ever about the story as a whole.
    fields.source.names.declare(Family.ANY, name, fields.position)
    return Story(
        story=name,
        title=fields.take(StoryForm.title, ""),
        language=fields.take(StoryForm.language, ""),
        authors=fields.take(StoryForm.authors, ()),
        licence=fields.take(StoryForm.licence, ""),
        advisory=fields.take(StoryForm.advisory, Prose(())),
        opening=fields.take(StoryForm.opening, Prose(())),
        reviewed=fields.take(StoryForm.reviewed, ""),
        variables=state,
        roles={each.role: each for each in fields.take(StoryForm.roles, ())},
        parts={each.part: each for each in fields.take(StoryForm.parts, ())},
        lines={each.line: each for each in fields.take(StoryForm.lines, ())},
        lessons={each.lesson: each for each in fields.take(StoryForm.lessons, ())},
        renames=fields.take(StoryForm.renames, nothing),
        waivers=fields.take(StoryForm.waive, ()),
        properties=fields.take(StoryForm.prove, ()),
        scenes={},
        accounts={},
        questions={},
        people={},
        places={},
        words={},
        fingerprint="",
    )


def _check_format(fields: Fields) -> None:
    number = fields.get(StoryForm.format)
    if number is not None and number != FORMAT:
        fields.report(
            "F014",
            fields.where(StoryForm.format),
            f"This story is written in format {number}; this program reads format {FORMAT}.",
            "Is there a newer version of the program?",
        )


def misplaced_briefs(scenes: Iterable[Scene], roles: Mapping[str, Role]) -> Iterator[Problem]:
    """Give a problem for every private card that is not for a reader's role."""
    for scene in scenes:
        for brief in scene.briefs:
            role = roles.get(brief.role)
            if role is not None and role.kind is not RoleKind.READER:
                yield Problem(
                    brief.position,
                    "F015",
                    Severity.ERROR,
                    f"'{brief.role}' is not a reader's role, so nobody in a class has this card.",
                    "Choose a role of `kind: reader`.",
                )
