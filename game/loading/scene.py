"""This is the reader of scenes: their keys, said once, and how they become values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from game.loading.day import DateKind
from game.loading.expression import ConditionKind, EffectKind
from game.loading.field import (
    ID,
    SCENE,
    SCENE_ID,
    Fields,
    Form,
    Key,
    Kind,
    Known,
    KnownClaim,
    ListOf,
    Nested,
    New,
    OneOrMore,
    Only,
    Text,
    Whole,
    declare,
    refuse,
)
from game.loading.markup import ProseKind
from game.loading.name import Family
from game.loading.node import Node, Table
from game.loading.source import Source
from game.model.prose import Prose
from game.model.scene import (
    Ask,
    Brief,
    Choice,
    Enacts,
    Ending,
    Entry,
    Exit,
    Infers,
    Invents,
    Leaves,
    Reads,
    Scene,
    Skippable,
)

PROSE: Final = ProseKind()
TEXT: Final = Text()
ROLE: Final = Known(Family.ROLE)


class EntryForm(Form, word="a record entry"):
    """What the record has of a choice or an ending, in one of four forms."""

    question = Key(Known(Family.QUESTION), "the question that is answered")
    claim = Key(ID, "the claim that answers it; `none` for an answer that no account gives")
    inferred_from = Key(ListOf(KnownClaim(), least=1), "the claims that an inference rests on")
    why = Key(TEXT, "how the answer follows from them")
    invented = Key(TEXT, "why something is made up here")
    reading = Key(Only(), "the choice turns a page or looks at something")
    note = Key(TEXT, "a remark for the evidence card")


ENTRY_FORMS: Final = (
    (EntryForm.reading, ()),
    (EntryForm.invented, ("question", "note")),
    (EntryForm.inferred_from, ("question", "why", "note")),
    (EntryForm.claim, ("question", "note")),
)
"""The key that makes an entry what it is, and the keys that may stand beside it."""


def _entry(fields: Fields) -> Entry | None:
    for key, others in ENTRY_FORMS:
        if fields.has(key):
            strange = [
                name
                for name in fields.table.entries
                if name in EntryForm.keys and name not in {key.name, *others}
            ]
            if strange:
                fields.report(
                    "E001",
                    fields.position,
                    f"The keys '{key.name}' and '{strange[0]}' do not go together in one entry.",
                    "Write two entries, as a list.",
                )
                return None
            break
    else:
        fields.report(
            "E001",
            fields.position,
            "This record entry says neither a claim nor that it is inferred, invented or reading.",
            "Write `{question: Q, claim: C}`, `{question: Q, inferred_from: [Q/C], why: …}`, "
            "`{invented: why}` or `{reading: true}`.",
        )
        return None
    return _entry_of(fields)


def _entry_of(fields: Fields) -> Entry | None:
    note = fields.take(EntryForm.note, "")
    question = fields.get(EntryForm.question)
    if fields.has(EntryForm.reading):
        return Reads(fields.position) if fields.get(EntryForm.reading) else None
    if fields.has(EntryForm.invented):
        why = fields.get(EntryForm.invented)
        return None if why is None else Invents(why, question, note, fields.position)
    if not fields.has(EntryForm.question):
        fields.report("F002", fields.position, "The key 'question' of a record entry is missing.")
        return None
    if fields.has(EntryForm.claim):
        return _enacts(fields, question, note)
    return _infers(fields, question, note)


def _enacts(fields: Fields, question: str | None, note: str) -> Enacts | None:
    claim = fields.get(EntryForm.claim)
    if question is None or claim is None:
        return None
    if claim == "none":
        return Enacts(question, None, note, fields.position)
    where = fields.where(EntryForm.claim)
    fields.source.names.ask(Family.ANSWER, f"{question}/{claim}", where)
    return Enacts(question, claim, note, fields.position)


def _infers(fields: Fields, question: str | None, note: str) -> Infers | None:
    premises = fields.get(EntryForm.inferred_from)
    why = fields.get(EntryForm.why)
    if not fields.has(EntryForm.why):
        fields.report(
            "F002",
            fields.position,
            "The key 'why' of an inference is missing.",
            "Say in a sentence how the answer follows from the claims.",
        )
    if question is None or premises is None or why is None:
        return None
    return Infers(question, premises, why, note, fields.position)


RECORD: Final[Kind[tuple[Entry, ...]]] = OneOrMore(Nested(EntryForm, _entry))


class LeavesForm(Form, word="leaves"):
    """How a choice leaves the record, and when it is over."""

    within = Key(
        Whole(1, 999),
        "the most choices after this one before the ending or the scene that rejoins",
        required=True,
    )
    rejoins = Key(SCENE, "the scene at which the record is joined again; else an ending")


def _leaves(fields: Fields) -> Leaves | None:
    within = fields.get(LeavesForm.within)
    rejoins = fields.get(LeavesForm.rejoins)
    return None if within is None else Leaves(within, rejoins, fields.position)


class ChoiceForm(Form, word="a choice"):
    """One way on that a reader may take."""

    choice = Key(ID, "its id, of its own within the scene", required=True)
    text = Key(PROSE, "what the reader sees", required=True)
    if_ = Key(ConditionKind(), "when it is open")
    do = Key(ListOf(EffectKind()), "what it changes")
    to = Key(SCENE, "the scene it leads to")
    detour = Key(SCENE, "the scene it visits, to come back by `return`")
    once = Key(Only(), "it can be taken once only")
    leaves = Key(Nested(LeavesForm, _leaves), "it leaves the record from here on")
    record = Key(RECORD, "what the record has of it")


def _choice(fields: Fields) -> Choice | None:
    name = fields.get(ChoiceForm.choice)
    text = fields.get(ChoiceForm.text)
    to, detour = fields.get(ChoiceForm.to), fields.get(ChoiceForm.detour)
    effects = fields.take(ChoiceForm.do, ())
    record = fields.take(ChoiceForm.record, ())
    condition = fields.get(ChoiceForm.if_)
    once = fields.take(ChoiceForm.once, default=False)
    leaves = fields.get(ChoiceForm.leaves)
    _check_target(fields)
    if fields.has(ChoiceForm.do) and any(isinstance(each, Reads) for each in record):
        fields.report(
            "E002",
            fields.where(ChoiceForm.do),
            "A choice that is only reading changes nothing.",
            "Take out `do`, or say in the record what the choice stands for.",
        )
    if name is None or text is None:
        return None
    return Choice(name, text, record, condition, effects, to, detour, once, leaves, fields.position)


def _check_target(fields: Fields) -> None:
    if fields.has(ChoiceForm.to) == fields.has(ChoiceForm.detour):
        both = fields.has(ChoiceForm.to)
        fields.report(
            "F009",
            fields.where(ChoiceForm.detour) if both else fields.position,
            "This choice has both `to` and `detour`." if both else "This choice leads nowhere.",
            "Keep one of the two." if both else "Write `to: part.scene` or `detour: part.scene`.",
        )


class ExitForm(Form, word="an exit of a chance"):
    """One way out of a chance."""

    to = Key(SCENE, "the scene it leads to", required=True)
    weight = Key(Whole(1, 1000), "its weight among the others", required=True)


def _exit(fields: Fields) -> Exit | None:
    to, weight = fields.get(ExitForm.to), fields.get(ExitForm.weight)
    if to is None or weight is None:
        return None
    return Exit(to, weight, fields.position)


class EndingForm(Form, word="an ending"):
    """How a play ends."""

    title = Key(TEXT, "what the ending is called once it has been met", required=True)
    record = Key(RECORD, "what the record has of it")


def _ending(fields: Fields) -> Ending | None:
    title = fields.get(EndingForm.title)
    record = fields.take(EndingForm.record, ())
    return None if title is None else Ending(title, record, fields.position)


class SkippableForm(Form, word="skippable"):
    """What is shown to a reader who never wants to see these tags."""

    tags = Key(ListOf(TEXT, least=1), "the tags that make it skipped", required=True)
    summary = Key(PROSE, "what takes the text's place", required=True)


def _skippable(fields: Fields) -> Skippable | None:
    tags, summary = fields.get(SkippableForm.tags), fields.get(SkippableForm.summary)
    if tags is None or summary is None:
        return None
    return Skippable(tags, summary, fields.position)


class AskForm(Form, word="a prompt for discussion"):
    """A prompt: one of the two keys."""

    evidence = Key(TEXT, "a question about what is known, and how")
    perspective = Key(TEXT, "a question about who saw it, and from where")


def _ask(fields: Fields) -> Ask | None:
    found = [(key.name, fields.get(key)) for key in AskForm.keys.values() if fields.has(key)]
    if len(found) != 1:
        fields.report(
            "F003",
            fields.position,
            "A prompt for discussion has one key, `evidence` or `perspective`.",
            "Write each prompt as an entry of its own.",
        )
        return None
    kind, text = found[0]
    return None if text is None else Ask(kind, text, fields.position)


@dataclass(frozen=True, slots=True)
class BriefsKind:
    """Private cards of a class by reader role."""

    words: str = "roles, each with its text"
    key: Known = ROLE
    kind: ProseKind = PROSE

    def read(self, node: Node, source: Source) -> tuple[Brief, ...] | None:
        """Give the cards in the order written."""
        if not isinstance(node, Table):
            refuse(node, source, self.words)
            return None
        found: list[Brief] = []
        for key, value in node.entries.values():
            role = self.key.read(key, source)
            text = self.kind.read(value, source)
            if role is not None and text is not None:
                found.append(Brief(role, text, source.at(key)))
        return tuple(found)


class SceneForm(Form, word="a scene"):
    """One to three beats of prose, and the ways on."""

    scene = Key(
        New(Family.SCENE, SCENE_ID), "its id: its part, a dot and its own name", required=True
    )
    title = Key(TEXT, "what the journal calls it")
    date = Key(DateKind(), "the day or days on which it takes place")
    place = Key(Known(Family.PLACE), "where it takes place")
    role = Key(Known(Family.ROLE), "whose scene it is")
    tags = Key(ListOf(TEXT), "what a reader may want to be warned of")
    text = Key(PROSE, "the prose", required=True)
    again = Key(PROSE, "the prose from the second visit on")
    easy = Key(PROSE, "the prose in easier words")
    do = Key(ListOf(EffectKind()), "what entering changes")
    choices = Key(ListOf(Nested(ChoiceForm, _choice), least=1), "the ways on by choice")
    then = Key(SCENE, "the scene that follows by itself")
    chance = Key(ListOf(Nested(ExitForm, _exit), least=1), "the scenes one of which follows")
    return_ = Key(Only(), "it ends a detour")
    ask = Key(ListOf(Nested(AskForm, _ask)), "prompts for discussion")
    briefs = Key(BriefsKind(), "a class's private cards by reader role")
    skippable = Key(Nested(SkippableForm, _skippable), "how it is shown to who skips its tags")
    flashback = Key(Only(), "its date may lie before that of the scenes that lead to it")
    ending = Key(Nested(EndingForm, _ending), "the play ends here")


WAYS_ON: Final = (
    SceneForm.choices,
    SceneForm.then,
    SceneForm.chance,
    SceneForm.return_,
    SceneForm.ending,
)
"""The keys of which a scene has exactly one."""


def build_scene(fields: Fields) -> Scene | None:
    """Build a scene; ``None`` when its id or its text is missing."""
    name = fields.get(SceneForm.scene)
    text = fields.get(SceneForm.text)
    scene = _scene_of(fields, name or "", text or Prose(()))
    _check_ways_on(fields)
    if name is None:
        return None
    source = fields.source
    source.names.ask(Family.PART, scene.part, fields.where(SceneForm.scene))
    for choice in scene.choices:
        declare(Family.CHOICE, f"{name}/{choice.choice}", choice.position, source)
    return None if text is None else scene


def _scene_of(fields: Fields, name: str, text: Prose) -> Scene:
    return Scene(
        scene=name,
        text=text,
        title=fields.take(SceneForm.title, ""),
        date=fields.get(SceneForm.date),
        place=fields.get(SceneForm.place),
        role=fields.get(SceneForm.role),
        tags=fields.take(SceneForm.tags, ()),
        again=fields.get(SceneForm.again),
        easy=fields.get(SceneForm.easy),
        effects=fields.take(SceneForm.do, ()),
        choices=fields.take(SceneForm.choices, ()),
        then=fields.get(SceneForm.then),
        chance=fields.take(SceneForm.chance, ()),
        returns=fields.take(SceneForm.return_, default=False),
        asks=fields.take(SceneForm.ask, ()),
        briefs=fields.take(SceneForm.briefs, ()),
        skippable=fields.get(SceneForm.skippable),
        flashback=fields.take(SceneForm.flashback, default=False),
        ending=fields.get(SceneForm.ending),
        position=fields.position,
    )


def _check_ways_on(fields: Fields) -> None:
    ways = [key for key in WAYS_ON if fields.has(key)]
    if len(ways) == 1:
        return
    names = " and ".join(f"`{key.name}`" for key in ways)
    fields.report(
        "F008",
        fields.where(ways[1]) if ways else fields.position,
        f"This scene has more than one way on: {names}." if ways else "No way leads on from here.",
        "Keep one of them."
        if ways
        else "Write one of `choices`, `then`, `chance`, `return` and `ending`.",
    )


SCENES: Final = ListOf(Nested(SceneForm, build_scene), least=1)
"""What a file below ``scenes/`` holds."""


def by_id(scenes: tuple[Scene, ...]) -> Mapping[str, Scene]:
    """Give the scenes by their ids, in the order given."""
    return MappingProxyType({scene.scene: scene for scene in scenes})
