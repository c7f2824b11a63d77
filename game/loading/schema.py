"""This is the schema of each kind of file, for editors: drawn from the forms the reader reads by.

It is JSON Schema draft-07, the one that yaml-language-server knows best. A schema refuses nothing
that the reader takes, but for a bare ``true``, ``false`` or ``null`` where a text is meant. It
cannot see what hangs on other files or on order: names that do not exist, prose and its marks, the
sense of a condition, YAML that two programs could take for two things. ``otherside check`` can.

    JSON Schema draft-07     https://json-schema.org/draft-07
    patternErrorMessage      an extension of editors: the sentence shown instead of a pattern
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from game.loading.catalogue import FILES, File, file_of
from game.loading.day import DateKind
from game.loading.expression import ConditionKind, EffectKind
from game.loading.field import (
    CLAIM_ID,
    ID,
    DescentKind,
    Form,
    Key,
    Kind,
    Known,
    KnownClaim,
    ListOf,
    MapOf,
    Nested,
    New,
    OneOf,
    OneOrMore,
    Only,
    Pattern,
    Text,
    Truth,
    Whole,
)
from game.loading.gazetteer import Degrees, PlaceForm
from game.loading.markup import ProseKind
from game.loading.record import (
    CSL_NAMES,
    CSL_TEXTS,
    AccountForm,
    CiteKind,
    ClaimForm,
    NameForm,
)
from game.loading.scene import (
    ENTRY_FORMS,
    WAYS_ON,
    AskForm,
    BriefsKind,
    ChoiceForm,
    EntryForm,
    SceneForm,
)
from game.loading.story import (
    FEWEST,
    FORMAT,
    KINDS,
    NAME,
    RESERVED,
    ClauseKind,
    PropertyForm,
    RenamesKind,
    StateKind,
    StoryForm,
    VariableForm,
)

Schema: TypeAlias = dict[str, Any]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
FOLDER: Final = "schema"
"""The folder of a story in which its schemas lie."""

_TEXT: Final[Schema] = {"type": ["string", "number"], "pattern": r"\S"}
_SPACED = r"[ \n]*"
_DAY = "(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_CONDITION = (
    r"^(?:[A-Za-z0-9_()+\-*% \n]|[=!<>]=|[<>]"
    r"|'[ -&(-\[\]-~]*'|" + r'"[ !#-\[\]-~]*")+$'
)
_EFFECT = r"^[ \n]*[A-Za-z_][A-Za-z0-9_]* *(?:=|\+=|-=)(?!=)[ -~\n]+$"
_WORDS = sorted({*keyword.kwlist, *RESERVED})


def schema(file: File) -> Schema:
    """Give the schema of one kind of file."""
    draft = _Draft()
    whole = draft.kind(file.holds)
    head = {
        "$schema": DRAFT,
        "title": f"{file.where} of a story for otherside",
        "description": file.about,
    }
    return {**head, **whole, "definitions": draft.definitions}


def schemas() -> Mapping[str, Schema]:
    """Give the schema of every kind of file, by the kind's name."""
    return {name: schema(file) for name, file in FILES.items()}


def header(path: str) -> str:
    """Give the line by which an editor finds the schema of a story's file, by the file's path."""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{file_of(path).name}.json"


class _Draft:
    """One schema being drawn: a kind at a time, and a definition for each form it meets."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def kind(self, kind: Kind[Any]) -> Schema:
        """Give the schema of what a key may hold."""
        match kind:
            case Nested():
                return self._nested(kind)
            case ListOf():
                least = {"minItems": kind.least} if kind.least else {}
                return {"type": "array", "items": self.kind(kind.kind), **least}
            case OneOrMore():
                one = self.kind(kind.kind)
                return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
            case MapOf():
                return _named(kind.key, self.kind(kind.kind))
            case StateKind():
                return _named(kind.key, self._form(kind.form), _VARIABLE_NAMES)
            case BriefsKind():
                return _named(kind.key, self.kind(kind.kind))
            case CiteKind():
                return self._citation(kind)
            case _:
                return _PLAIN[type(kind)](kind)

    def _nested(self, kind: Nested[Any]) -> Schema:
        form = self._form(kind.form)
        if not kind.needs:
            return form
        return {"allOf": [form], "required": [key.name for key in kind.needs]}

    def _form(self, form: type[Form]) -> Schema:
        name = form.__name__.removesuffix("Form").lower()
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name].update(self._keys(form))
        return {"$ref": f"#/definitions/{name}"}

    def _keys(self, form: type[Form]) -> Schema:
        return {
            "title": form.word,
            "description": " ".join((form.__doc__ or "").split()),
            "type": "object",
            "properties": {name: self._key(key) for name, key in form.keys.items()},
            "required": sorted(form.required),
            "additionalProperties": False,
            **_TOGETHER.get(form, {}),
        }

    def _key(self, key: Key[Any]) -> Schema:
        said = f"{key.meaning[0].upper()}{key.meaning[1:]}."
        return {"description": said, **self.kind(key.kind), **_CLOSER.get(key, {})}

    def _citation(self, kind: CiteKind) -> Schema:
        self.definitions["names"] = self.kind(kind.names_kind)
        self.definitions["text"] = self.kind(kind.text_kind)
        names, text = {"$ref": "#/definitions/names"}, {"$ref": "#/definitions/text"}
        return {
            "type": "object",
            "properties": {
                "type": self.kind(kind.type_kind),
                **dict.fromkeys(sorted(CSL_NAMES), names),
                **dict.fromkeys(sorted(CSL_TEXTS), text),
            },
            "required": ["type"],
            "additionalProperties": False,
        }


def _named(key: Kind[str], value: Schema, names: Schema | None = None) -> Schema:
    shape = key.shape if isinstance(key, New | Known) else key
    assert isinstance(shape, Pattern)  # noqa: S101 - whoever names things does so by a pattern
    allowed = {"pattern": _anchored(shape), **(names or {})}
    return {"type": "object", "propertyNames": allowed, "additionalProperties": value}


def _anchored(pattern: Pattern) -> str:
    return f"^{_SPACED}(?:{pattern.pattern.pattern}){_SPACED}$"


def _pattern(kind: Pattern) -> Schema:
    """Give a text of a fixed shape; what looks like a number to an editor is a text to us."""
    fits = kind.pattern.fullmatch
    types = ["string", *(["number"] if fits("4.5") else ["integer"] if fits("45") else [])]
    return {
        "type": types if types[1:] else "string",
        "pattern": _anchored(kind),
        "patternErrorMessage": f"Expected {kind.words}. {kind.hint}",
    }


def _date(kind: DateKind) -> Schema:
    return {
        "type": ["string", "integer"],
        "pattern": f"^{_DAY}(?:/{_DAY})?$",
        "minimum": 1,
        "maximum": 9999,
        "patternErrorMessage": f"Expected {kind.words}, such as 1938-06-13, 1938-06 or 1938, "
        "or two of them with a slash between.",
        "examples": ["1938-06-13", "1938-06", "1938-06-13/1938-06-14"],
    }


def _condition(kind: ConditionKind | ClauseKind) -> Schema:
    return {
        "type": ["string", "boolean"],
        "pattern": _CONDITION,
        "patternErrorMessage": f"Expected {kind.words}, such as `watched < 3 and not away`.",
    }


def _effect(kind: EffectKind) -> Schema:
    return {
        "type": "string",
        "pattern": _EFFECT,
        "patternErrorMessage": f"Expected {kind.words}, `name -= 1` or `name = value`.",
    }


def _degrees(kind: Degrees) -> Schema:
    return {
        "type": ["number", "string"],
        "minimum": -kind.most,
        "maximum": kind.most,
        "pattern": r"^-?[0-9]{1,3}(?:\.[0-9]{1,6})?$",
        "patternErrorMessage": f"Expected {kind.words}.",
    }


def _descent(_: DescentKind) -> Schema:
    return {"anyOf": [{"enum": ["unknown"]}, {"type": "array", "items": _pattern(ID)}]}


def _renames(kind: RenamesKind) -> Schema:
    return _named(kind.shape, _pattern(kind.shape))


_PLAIN: Final[Mapping[type[Kind[Any]], Callable[[Any], Schema]]] = {
    Text: lambda _: _TEXT,
    ProseKind: lambda _: _TEXT,
    Pattern: _pattern,
    New: lambda kind: _pattern(kind.shape),
    Known: lambda kind: _pattern(kind.shape),
    KnownClaim: lambda _: _pattern(CLAIM_ID),
    Whole: lambda kind: {"type": "integer", "minimum": kind.low, "maximum": kind.high},
    Truth: lambda _: {"type": "boolean"},
    Only: lambda _: {"type": "boolean", "enum": [True]},
    OneOf: lambda kind: {"type": "string", "enum": list(kind.choices)},
    DateKind: _date,
    ConditionKind: _condition,
    ClauseKind: _condition,
    EffectKind: _effect,
    Degrees: _degrees,
    DescentKind: _descent,
    RenamesKind: _renames,
}
"""The kinds that hold no form."""

_VARIABLE_NAMES: Final[Schema] = {"not": {"enum": _WORDS}}


def _one_of(*keys: Key[Any]) -> Schema:
    return {"oneOf": [{"required": [key.name]} for key in keys]}


def _only_these(form: type[Form], *allowed: str, needs: tuple[str, ...] = ()) -> Schema:
    """Give the schema of a mapping that has none but some of a form's keys.

    Those that may stand there are named too: by them an editor tells which one was meant.
    """
    keys = {name: name in allowed for name in form.keys}
    return {"required": [allowed[0], *needs], "properties": keys}


def _entry_forms() -> Schema:
    needs = {
        EntryForm.inferred_from.name: (EntryForm.question.name, EntryForm.why.name),
        EntryForm.claim.name: (EntryForm.question.name,),
    }
    return {
        "oneOf": [
            _only_these(EntryForm, key.name, *others, needs=needs.get(key.name, ()))
            for key, others in ENTRY_FORMS
        ]
    }


def _variables() -> Schema:
    whole, yes_no, one_of = (key.name for key in KINDS)
    start, labels = VariableForm.start.name, VariableForm.labels.name
    number = _only_these(VariableForm, whole, start, needs=(start,))
    number["properties"] |= {start: {"type": "integer"}}
    word = _only_these(VariableForm, one_of, start, labels, needs=(start,))
    word["properties"] |= {start: _pattern(NAME)}
    return {"oneOf": [number, _only_these(VariableForm, yes_no), word]}


_TOGETHER: Final[Mapping[type[Form], Schema]] = {
    SceneForm: _one_of(*WAYS_ON),
    ChoiceForm: _one_of(ChoiceForm.to, ChoiceForm.detour),
    EntryForm: _entry_forms(),
    AskForm: _one_of(*AskForm.keys.values()),
    PropertyForm: _one_of(*PropertyForm.keys.values()),
    NameForm: _one_of(NameForm.family, NameForm.literal),
    VariableForm: _variables(),
    PlaceForm: {
        "dependencies": {
            PlaceForm.lat.name: [PlaceForm.lon.name],
            PlaceForm.lon.name: [PlaceForm.lat.name],
        }
    },
    AccountForm: {
        "if": {
            "properties": {AccountForm.kind.name: {"enum": ["computed"]}},
            "required": [AccountForm.kind.name],
        },
        "then": {"required": [AccountForm.method.name]},
        "else": {"properties": {AccountForm.method.name: False}},
    },
}
"""What hangs on several keys of a form, in the reader's own lists of them."""

_CLOSER: Final[Mapping[Key[Any], Schema]] = {
    StoryForm.format: {"enum": [FORMAT]},
    ClaimForm.claim: {"not": {"enum": ["none"]}},
    VariableForm.whole: {"minItems": 2, "maxItems": 2},
    VariableForm.one_of: {"minItems": FEWEST, "uniqueItems": True},
}
"""What a key asks for beyond what its kind says."""
