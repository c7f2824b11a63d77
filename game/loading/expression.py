"""This is the reader of conditions and effects: Python's parser, a whitelist, our own values.

Nothing is ever evaluated by Python. A scan of the tokens comes first: it refuses every sign that
the little language has not, and bounds the nesting, so that the parser never sees anything large or
deep. What the parser gives is turned into ``game.model.expression`` values, each with its type.
"""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol, TypeAlias, cast

from game.loading.field import MOST_DIGITS, SCENE_ID, scalar
from game.loading.name import Family, near
from game.loading.node import Node
from game.loading.source import Locator, Source
from game.model.expression import (
    Arithmetic,
    Assignment,
    Compare,
    Comparison,
    Condition,
    Effect,
    Every,
    Expression,
    Label,
    Negative,
    Not,
    Operator,
    Read,
    Some,
    Times,
    Truth,
    Visited,
    Whole,
)
from game.model.story import Variable, VariableKind

LONGEST: Final = 300
DEEPEST: Final = 20

_TOKEN = re.compile(
    r"(?P<number>[0-9][A-Za-z0-9_.]*)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<text>'[^'\\]*'|\"[^\"\\]*\")"
    r"|(?P<other>\*\*|//|&&|\|\||<>|<<|>>|:=|\+\+)"
    r"|(?P<sign>[=!<>]=|[<>()+\-*%])"
    r"|(?P<space> +)"
    r"|(?P<stray>.)",
    re.DOTALL,
)
_EFFECT = re.compile(r" *([A-Za-z_][A-Za-z0-9_]*) *(=|\+=|-=)(?!=)")
_NUMBER = re.compile("0|[1-9][0-9]*")

_WORDS = frozenset({"and", "or", "not"})
_CALLS = frozenset({"visited", "times"})
_INSTEAD = {
    "&&": "Write `and`.",
    "||": "Write `or`.",
    "!": "Write `not`, or `!=`.",
    "=": "To compare, write `==`.",
    "<>": "Write `!=`.",
    "++": "Write `+= 1`.",
    "&": "Write `and`.",
    "|": "Write `or`.",
    "True": "Write `true`.",
    "False": "Write `false`.",
    "None": "There are only whole numbers, truths and the values of a one_of.",
    "is": "Write `==`.",
    "in": "Compare with each value by `==`, joined by `or`.",
    "if": "Write only the condition.",
}

_COMPARISONS: Mapping[type[ast.cmpop], Comparison] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OPERATORS: Mapping[type[ast.operator], Operator] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Mod: "%",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in an expression, so many characters from its beginning."""

    offset: int
    code: str
    statement: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read: a value unless there are faults, and the scenes it names."""

    value: Expression | None
    faults: tuple[Fault, ...] = ()
    scenes: tuple[tuple[int, str], ...] = ()
    variable: str = ""
    """For an effect: what it changes, and how."""
    operator: Assignment = "="


class _Plain(Enum):
    """The types besides labels."""

    NUMBER = "a whole number"
    TRUTH = "a truth"
    ANY = "anything"
    """Of a name that was reported, or that cannot be judged: it fits everywhere."""


@dataclass(frozen=True, slots=True)
class _Labels:
    """The type of a ``one_of`` variable."""

    variable: Variable


@dataclass(frozen=True, slots=True)
class _Loose:
    """The type of a value's name, until the other side says whose value it is."""

    name: str


_Type: TypeAlias = _Plain | _Labels | _Loose
_Typed: TypeAlias = tuple[Expression, _Type]

_ANYTHING: Final[_Typed] = (Truth(value=False), _Plain.ANY)


class _Parse(Protocol):
    __name__: str

    def __call__(
        self, text: str, variables: Mapping[str, Variable], *, lenient: bool = False
    ) -> Parsed: ...


class _Refused(Exception):
    """The rest of an expression cannot be read."""


def parse_condition(
    text: str, variables: Mapping[str, Variable], *, lenient: bool = False
) -> Parsed:
    """Read a condition; ``lenient`` lets names pass that are not declared."""
    reader = _Reader(text, variables, lenient=lenient)
    value = reader.whole(0, _Plain.TRUTH)
    return Parsed(None if reader.faults else value, tuple(reader.faults), tuple(reader.scenes))


def parse_effect(text: str, variables: Mapping[str, Variable], *, lenient: bool = False) -> Parsed:
    """Read an effect: a variable, ``=``, ``+=`` or ``-=``, and an expression."""
    reader = _Reader(text, variables, lenient=lenient)
    match = _EFFECT.match(text)
    if match is None:
        fault = Fault(
            len(text) - len(text.lstrip()),
            "X011",
            "An effect sets one variable.",
            "Write `name = value`, `name += number` or `name -= number`.",
        )
        return Parsed(None, (fault,))
    operator = cast("Assignment", match[2])
    wanted = reader.target(match, operator)
    value = reader.whole(match.end(), wanted)
    faults = tuple(reader.faults)
    return Parsed(
        None if faults else value, faults, tuple(reader.scenes), match[1], operator=operator
    )


class _Reader:
    """One expression being read."""

    def __init__(self, text: str, variables: Mapping[str, Variable], *, lenient: bool) -> None:
        self.text = text
        self.variables = variables
        self.lenient = lenient
        self.faults: list[Fault] = []
        self.scenes: list[tuple[int, str]] = []
        self.begin = 0

    def whole(self, begin: int, wanted: _Type) -> Expression | None:
        """Read from a spot to the end, as a wanted type."""
        self.begin = begin
        if not self._scan(begin):
            return None
        tree = self._tree(begin)
        if tree is None:
            return None
        try:
            typed = self._read(tree, 1)
        except _Refused:
            return None
        return self._as(typed, wanted, tree)

    def target(self, match: re.Match[str], operator: str) -> _Type:
        """Say what an effect's variable takes; one that is not declared is reported."""
        name = match[1]
        variable = self.variables.get(name)
        if variable is None:
            self._undeclared(name, match.start(1), values=False)
            return _Plain.ANY
        if operator != "=" and variable.kind is not VariableKind.WHOLE:
            self._fault(
                match.start(2),
                "X008",
                f"'{name}' is no whole number, so nothing can be added to it.",
                f"Write `{name} = …`.",
            )
            return _Plain.ANY
        return _type_of(variable)

    def _fault(self, offset: int, code: str, statement: str, hint: str = "") -> None:
        self.faults.append(Fault(offset, code, statement, hint))

    # The scan, before Python's parser sees anything.

    def _scan(self, begin: int) -> bool:
        text = self.text
        if len(text) > LONGEST:
            self._fault(
                0,
                "X002",
                f"This is {len(text)} characters long; the most is {LONGEST}.",
                "Split it: keep a part of it in a variable.",
            )
            return False
        if not text.isascii():
            spot = next(at for at, each in enumerate(text) if not each.isascii())
            self._fault(
                spot,
                "X001",
                f"'{text[spot]}' is not a plain character.",
                "Conditions and effects are written in plain letters, digits and signs.",
            )
            return False
        return self._tokens(begin)

    def _tokens(self, begin: int) -> bool:
        depth = 0
        before = ""
        for match in _TOKEN.finditer(self.text, begin):
            fault = self._token_fault(match, before)
            depth += {"(": 1, ")": -1}.get(match[0], 0)
            if depth > DEEPEST:
                fault = _too_deep(match.start())
            if fault is not None:
                self.faults.append(fault)
                return False
            if match.lastgroup != "space" or before != "text":
                before = str(match.lastgroup)
        return True

    def _token_fault(self, match: re.Match[str], before: str) -> Fault | None:
        text, spot = match[0], match.start()
        match match.lastgroup:
            case "number" if not _NUMBER.fullmatch(text):
                hint = "Write a plain whole number: no points, underscores or leading noughts."
                return Fault(spot, "X006", f"'{text}' is not a plain whole number.", hint)
            case "number" if len(text) > MOST_DIGITS:
                return Fault(
                    spot, "X006", f"A number has at most {MOST_DIGITS} digits.", "Write less."
                )
            case "name" if keyword.iskeyword(text) and text not in _WORDS:
                return _not_allowed(spot, text)
            case "text" if before in {"text", "name"}:
                return _not_allowed(spot, text)
            case "other" | "stray":
                return _not_allowed(spot, text)
            case _:
                return None

    def _tree(self, begin: int) -> ast.expr | None:
        code = self.text[begin:].lstrip(" ")
        self.begin = len(self.text) - len(code)
        try:
            return ast.parse(code, mode="eval").body
        except SyntaxError as error:
            spot = self._within((error.offset or len(code)) - 1 + self.begin)
            self._fault(
                spot,
                "X004",
                "This cannot be read from here on.",
                "Is a bracket, a name or a sign missing or too many?",
            )
            return None

    # From Python's nodes to our values.

    def _read(self, node: ast.expr, depth: int) -> _Typed:
        if depth > DEEPEST:
            self.faults.append(_too_deep(self._spot(node)))
            raise _Refused
        match node:
            case ast.Name():
                return self._named(node)
            case ast.Constant(value=int() as value) if not isinstance(value, bool):
                return Whole(value), _Plain.NUMBER
            case _:
                return self._composed(node, depth)

    def _composed(self, node: ast.expr, depth: int) -> _Typed:
        match node:
            case ast.BoolOp():
                return self._joined(node, depth)
            case ast.UnaryOp():
                return self._unary(node, depth)
            case ast.BinOp():
                return self._arithmetic(node, depth)
            case ast.Compare():
                return self._compared(node, depth)
            case ast.Call():
                return self._called(node)
            case _:
                return self._refuse(node)

    def _refuse(self, node: ast.expr) -> _Typed:
        spot = self._spot(node)
        shown = (ast.get_source_segment(self.text[self.begin :], node) or self.text)[:30]
        self.faults.append(_not_allowed(spot, shown))
        raise _Refused

    def _spot(self, node: ast.expr) -> int:
        return node.col_offset + self.begin

    def _within(self, spot: int) -> int:
        return max(min(spot, len(self.text) - 1), 0)

    def _joined(self, node: ast.BoolOp, depth: int) -> _Typed:
        operands = tuple(
            self._as(self._read(each, depth + 1), _Plain.TRUTH, each) for each in node.values
        )
        joined = Every(operands) if isinstance(node.op, ast.And) else Some(operands)
        return joined, _Plain.TRUTH

    def _unary(self, node: ast.UnaryOp, depth: int) -> _Typed:
        operand = self._read(node.operand, depth + 1)
        match node.op:
            case ast.Not():
                return Not(self._as(operand, _Plain.TRUTH, node.operand)), _Plain.TRUTH
            case ast.USub():
                return Negative(self._as(operand, _Plain.NUMBER, node.operand)), _Plain.NUMBER
            case _:
                return self._refuse(node)

    def _arithmetic(self, node: ast.BinOp, depth: int) -> _Typed:
        operator = _OPERATORS.get(type(node.op))
        if operator is None:
            return self._refuse(node)
        left = self._as(self._read(node.left, depth + 1), _Plain.NUMBER, node.left)
        right = self._as(self._read(node.right, depth + 1), _Plain.NUMBER, node.right)
        if operator == "%" and _is_nought(right):
            self._fault(
                self._spot(node.right),
                "X010",
                "There is no remainder of a division by nought.",
                "Write another number after `%`.",
            )
        return Arithmetic(operator, left, right), _Plain.NUMBER

    def _compared(self, node: ast.Compare, depth: int) -> _Typed:
        nodes = [node.left, *node.comparators]
        sides = [self._read(each, depth + 1) for each in nodes]
        pairs: list[Expression] = []
        for place, sign in enumerate(node.ops):
            operator = _COMPARISONS.get(type(sign))
            if operator is None:
                return self._refuse(node)
            pairs.append(self._pair(operator, sides[place : place + 2], nodes[place : place + 2]))
        value = pairs[0] if len(pairs) == 1 else Every(tuple(pairs))
        return value, _Plain.TRUTH

    def _pair(self, operator: Comparison, sides: list[_Typed], nodes: list[ast.expr]) -> Expression:
        (left, left_type), (right, right_type) = sides
        if isinstance(left_type, _Labels) and isinstance(right_type, _Loose):
            right = self._label(right_type.name, left_type.variable, nodes[1])
        elif isinstance(left_type, _Loose) and isinstance(right_type, _Labels):
            left = self._label(left_type.name, right_type.variable, nodes[0])
        else:
            self._check_alike(operator, (left_type, right_type), nodes)
            return Compare(operator, left, right)
        if operator not in {"==", "!="}:
            self._unordered(nodes[0])
        return Compare(operator, left, right)

    def _check_alike(
        self, operator: Comparison, types: tuple[_Type, _Type], nodes: list[ast.expr]
    ) -> None:
        for kind, node in zip(types, nodes, strict=True):
            if isinstance(kind, _Labels | _Loose):
                self._alone(kind, node)
                return
        if _Plain.ANY in types:
            return
        if types[0] is not types[1]:
            self._fault(
                self._spot(nodes[1]),
                "X008",
                f"{_phrase(types[0])} is compared with {_phrase(types[1]).lower()}.",
                "Compare numbers with numbers and truths with `true` or `false`.",
            )
        elif types[0] is _Plain.TRUTH and operator not in {"==", "!="}:
            self._unordered(nodes[0])

    def _unordered(self, node: ast.expr) -> None:
        self._fault(
            self._spot(node),
            "X008",
            "Only whole numbers are smaller or greater than one another.",
            "Compare with `==` or `!=`.",
        )

    def _alone(self, kind: _Labels | _Loose, node: ast.expr) -> None:
        if isinstance(kind, _Labels):
            name, value = kind.variable.variable, kind.variable.values[0]
            statement = f"'{name}' is one of several values and stands here without one of them."
            hint = f"Write, for instance, `{name} == {value}`."
        else:
            owner = next(
                each for each in self.variables.values() if kind.name in each.values
            ).variable
            statement = f"'{kind.name}' is a value and stands here without its variable."
            hint = f"Did you mean `{owner} == {kind.name}`?"
        self._fault(self._spot(node), "X009", statement, hint)

    def _label(self, name: str, variable: Variable, node: ast.expr) -> Expression:
        if name in variable.values:
            return Label(variable.variable, name, variable.values.index(name))
        self._fault(
            self._spot(node),
            "X009",
            f"'{variable.variable}' has no value '{name}'.",
            near(name, variable.values) or f"Its values are: {', '.join(variable.values)}.",
        )
        return Whole(0)

    def _named(self, node: ast.Name) -> _Typed:
        name = node.id
        if name in {"true", "false"}:
            return Truth(name == "true"), _Plain.TRUTH
        variable = self.variables.get(name)
        if variable is not None:
            return Read(name), _type_of(variable)
        if any(name in each.values for each in self.variables.values()):
            return Whole(0), _Loose(name)
        if name in _CALLS:
            self._call_form(self._spot(node), name)
        else:
            self._undeclared(name, self._spot(node))
        return _ANYTHING

    def _undeclared(self, name: str, spot: int, *, values: bool = True) -> None:
        if self.lenient:
            return
        known = list(self.variables)
        if values:
            known += [value for each in self.variables.values() for value in each.values]
        hint = near(name, known) or "Declare it under `state:` in story.yaml."
        self._fault(spot, "N010", f"There is no variable '{name}'.", hint)

    def _called(self, node: ast.Call) -> _Typed:
        match node:
            case ast.Call(
                func=ast.Name(id="visited" | "times" as name),
                args=[ast.Constant(value=str() as scene) as argument],
                keywords=[],
            ) if SCENE_ID.pattern.fullmatch(scene):
                self.scenes.append((self._spot(argument) + 1, scene))
                if name == "visited":
                    return Visited(scene), _Plain.TRUTH
                return Times(scene), _Plain.NUMBER
            case ast.Call(func=ast.Name(id="visited" | "times" as name)):
                self._call_form(self._spot(node), name)
                return _ANYTHING
            case _:
                return self._refuse(node)

    def _call_form(self, spot: int, name: str) -> None:
        self._fault(
            spot,
            "X012",
            f"'{name}' asks about one scene by its id.",
            f"Write `{name}('part.scene')`.",
        )

    def _as(self, typed: _Typed, wanted: _Type, node: ast.expr) -> Expression:
        value, kind = typed
        if isinstance(wanted, _Labels) and isinstance(kind, _Loose):
            return self._label(kind.name, wanted.variable, node)
        if _Plain.ANY in (kind, wanted) or kind == wanted:
            return value
        if isinstance(kind, _Labels | _Loose):
            self._alone(kind, node)
        elif isinstance(wanted, _Labels):
            values = ", ".join(wanted.variable.values)
            self._fault(
                self._spot(node),
                "X008",
                f"'{wanted.variable.variable}' takes one of its values.",
                f"Its values are: {values}.",
            )
        else:
            code = "X007" if wanted is _Plain.TRUTH else "X008"
            hint = _WANTED[wanted] if isinstance(wanted, _Plain) else ""
            statement = f"{_phrase(kind)} stands where {_phrase(wanted).lower()} is wanted."
            self._fault(self._spot(node), code, statement, hint)
        return value


_WANTED = {
    _Plain.TRUTH: "Compare it with something: `==`, `<`, `>=` and so on.",
    _Plain.NUMBER: "Only whole numbers can be reckoned with.",
    _Plain.ANY: "",
}


def _phrase(kind: _Type) -> str:
    if isinstance(kind, _Plain):
        return kind.value.capitalize()
    return "A value"


def _type_of(variable: Variable) -> _Type:
    match variable.kind:
        case VariableKind.WHOLE:
            return _Plain.NUMBER
        case VariableKind.YES_NO:
            return _Plain.TRUTH
        case VariableKind.ONE_OF:
            return _Labels(variable)


def _is_nought(value: Expression) -> bool:
    while isinstance(value, Negative):
        value = value.operand
    return isinstance(value, Whole) and not value.value


def _too_deep(spot: int) -> Fault:
    return Fault(
        spot,
        "X003",
        f"This is nested deeper than {DEEPEST}.",
        "Split it: keep a part of it in a variable.",
    )


def _not_allowed(spot: int, text: str) -> Fault:
    if text in {"True", "False"}:
        return Fault(spot, "X005", f"'{text}' is written small here.", _INSTEAD[text])
    hint = _INSTEAD.get(
        text,
        "There are: names, whole numbers, `and or not`, comparisons, `+ - * %`, "
        "`visited('…')` and `times('…')`.",
    )
    shown = text if text.isprintable() else repr(text)
    return Fault(spot, "X005", f"'{shown}' is not part of conditions and effects.", hint)


def condition_at(text: str, source: Source, locate: Locator, offset: int = 0) -> Condition | None:
    """Read a condition that begins so far into a scalar; faults are reported at their spots."""
    parsed = _remembered(parse_condition, text, source)
    _settle(parsed, source, locate, offset)
    if parsed.value is None:
        return None
    return Condition(text.strip(), parsed.value, locate.at(offset))


@dataclass(frozen=True, slots=True)
class ConditionKind:
    """A condition."""

    words: str = "a condition"

    def read(self, node: Node, source: Source) -> Condition | None:
        """Give the condition."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        return condition_at(_flat(found.text), source, Locator(source, found))


@dataclass(frozen=True, slots=True)
class EffectKind:
    """A change of one variable."""

    words: str = "an effect such as `name += 1`"

    def read(self, node: Node, source: Source) -> Effect | None:
        """Give the effect."""
        found = scalar(node, source, self.words)
        if found is None:
            return None
        text = _flat(found.text)
        parsed = _remembered(parse_effect, text, source)
        _settle(parsed, source, Locator(source, found), 0)
        if parsed.value is None:
            return None
        return Effect(
            text.strip(), parsed.variable, parsed.operator, parsed.value, source.at(found)
        )


def _remembered(parse: _Parse, text: str, source: Source) -> Parsed:
    # The same few conditions stand in a story again and again.
    names = source.names
    key = (parse.__name__, text)
    known = names.parsed.get(key)
    if isinstance(known, Parsed):
        return known
    parsed = parse(text, names.variables, lenient=not names.whole)
    names.parsed[key] = parsed
    return parsed


def _settle(parsed: Parsed, source: Source, locate: Locator, offset: int) -> None:
    for fault in parsed.faults:
        where = locate.at(offset + fault.offset)
        source.report(fault.code, where, fault.statement, fault.hint)
    for spot, scene in parsed.scenes:
        source.names.ask(Family.SCENE, scene, locate.at(offset + spot))


def _flat(text: str) -> str:
    return text.replace("\n", " ").rstrip(" ")
