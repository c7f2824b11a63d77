"""This is the reader of the record: accounts, questions, claims and tellings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from game.loading.day import DateKind
from game.loading.field import (
    DESCENT,
    ID,
    Fields,
    Form,
    Key,
    Known,
    ListOf,
    MapOf,
    Nested,
    New,
    OneOf,
    OneOrMore,
    Text,
    declare,
    one_of,
    refuse,
)
from game.loading.name import Family, near, rings
from game.loading.node import Items, Node, Table
from game.loading.source import Source
from game.model.record import (
    Account,
    CiteValue,
    Claim,
    Extent,
    Making,
    Question,
    Telling,
)
from game.position import Position
from game.problem import Problem, Severity

TEXT: Final = Text()

CSL_TYPES: Final = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty
    webpage
    """.split()  # noqa: SIM905 - a list of words reads better in lines
)
"""The types of CSL 1.0.2, appendix III."""

CSL_NAMES: Final = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator
    director editor editorial-director editor-translator executive-producer guest host
    illustrator interviewer narrator organizer original-author performer producer recipient
    reviewed-author script-writer series-creator translator
    """.split()  # noqa: SIM905 - a list of words reads better in lines
)
"""The name variables of CSL 1.0.2, appendix IV."""

CSL_TEXTS: Final = frozenset(
    """
    abstract annote archive archive_collection archive_location archive-place authority
    call-number citation-key citation-label collection-title container-title
    container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN
    jurisdiction keyword language license medium note original-publisher
    original-publisher-place original-title part-title PMCID PMID publisher publisher-place
    references reviewed-genre reviewed-title scale source status title title-short URL
    volume-title year-suffix chapter-number citation-number collection-number edition issue
    locator number number-of-pages number-of-volumes page page-first part-number printing-number
    section supplement-number version volume accessed available-date event-date issued
    original-date submitted
    """.split()  # noqa: SIM905 - a list of words reads better in lines
)
"""The other variables of CSL 1.0.2, appendix IV."""


class NameForm(Form, word="a name in a citation"):
    """Somebody who wrote, edited or translated."""

    family = Key(TEXT, "the family name")
    given = Key(TEXT, "the given names")
    literal = Key(TEXT, "a name that has no parts, such as an institution's")
    suffix = Key(TEXT, "what follows the name, such as Jr.")
    dropping_particle = Key(TEXT, "a particle left out in sorting", name="dropping-particle")
    non_dropping_particle = Key(TEXT, "a particle kept in sorting", name="non-dropping-particle")


def _name(fields: Fields) -> Mapping[str, str] | None:
    found = {name: fields.get(key) or "" for name, key in NameForm.keys.items() if fields.has(key)}
    if ("literal" in found) == ("family" in found):
        fields.report(
            "F003",
            fields.position,
            "A name is a family name with given names, or one literal name.",
            "Write `{family: …, given: …}` or `{literal: …}`.",
        )
        return None
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class CiteKind:
    """A source described by the variables of CSL-JSON."""

    words: str = "a citation in CSL variables"
    type_kind: OneOf[str] = OneOf({each: each for each in sorted(CSL_TYPES)})  # noqa: RUF009 - frozen
    names_kind: ListOf[Mapping[str, str]] = ListOf(Nested(NameForm, _name), least=1)  # noqa: RUF009
    text_kind: OneOrMore[str] = OneOrMore(TEXT)  # noqa: RUF009 - a frozen value

    def read(self, node: Node, source: Source) -> Mapping[str, CiteValue] | None:
        """Give what could be read, by variable."""
        if not isinstance(node, Table):
            refuse(node, source, self.words)
            return None
        found: dict[str, CiteValue] = {}
        for name, (key, value) in node.entries.items():
            read = self._value(name, value, source, source.at(key))
            if read is not None:
                found[name] = read
        if "type" not in node.entries:
            source.report(
                "F002",
                source.at(node),
                "The key 'type' of a citation is missing.",
                "Write `type: book`, `type: article-journal`, `type: manuscript` and so on.",
            )
        return MappingProxyType(found)

    def _value(self, name: str, node: Node, source: Source, where: Position) -> CiteValue | None:
        if name == "type":
            return self.type_kind.read(node, source)
        if name in CSL_NAMES:
            return self.names_kind.read(node, source)
        if name in CSL_TEXTS:
            texts = self.text_kind.read(node, source)
            return texts[0] if texts and not isinstance(node, Items) else texts
        source.report(
            "F001",
            where,
            f"'{name[:60]}' is not a variable of CSL.",
            near(name, sorted({"type", *CSL_NAMES, *CSL_TEXTS}))
            or "Its variables are listed in appendix IV of CSL 1.0.2.",
        )
        return None


class AccountForm(Form, word="an account"):
    """Somebody's telling: an article, a book, a file, a person who speaks through papers."""

    account = Key(New(Family.ACCOUNT), "its id", required=True)
    label = Key(TEXT, "what it is called on the screen", required=True)
    kind = Key(
        ID, "what it is: book, article, file, person; `computed` has a method", required=True
    )
    read = Key(one_of(Extent), "how much of it we have read", required=True)
    interest = Key(
        TEXT, "who gains if it is believed; `none` where nobody can be named", required=True
    )
    made = Key(one_of(Making), "under what conditions it was made", required=True)
    rests_on = Key(DESCENT, "the accounts it has it from; `[]` at first hand", required=True)
    states = Key(MapOf(ID, TEXT), "the states of one text, and where each stands")
    cite = Key(CiteKind(), "the source in CSL variables")
    method = Key(TEXT, "how it was worked out; only for `kind: computed`")


def _account(fields: Fields) -> Account | None:
    name, label = fields.get(AccountForm.account), fields.get(AccountForm.label)
    kind, read = fields.get(AccountForm.kind), fields.get(AccountForm.read)
    interest, made = fields.get(AccountForm.interest), fields.get(AccountForm.made)
    rests_on = fields.get(AccountForm.rests_on)
    states = fields.take(AccountForm.states, {})
    cite = fields.take(AccountForm.cite, {})
    method = fields.take(AccountForm.method, "")
    _check_method(fields, kind)
    if name is not None:
        for state in states:
            fields.source.names.declare(Family.STATE, f"{name}/{state}", fields.position)
    if name is None or label is None or kind is None or read is None:
        return None
    if interest is None or made is None or rests_on is None:
        return None
    return Account(
        name, label, kind, read, interest, made, rests_on, states, cite, method, fields.position
    )


def _check_method(fields: Fields, kind: str | None) -> None:
    if kind is not None and (kind == "computed") != fields.has(AccountForm.method):
        computed = kind == "computed"
        fields.report(
            "E006",
            fields.where(AccountForm.kind if computed else AccountForm.method),
            "A computed account says by what method."
            if computed
            else "Only a computed account has a method.",
            "Write `method:` with a sentence." if computed else "Did you mean `kind: computed`?",
        )


class TellingForm(Form, word="a telling"):
    """One account's voice on one claim."""

    account = Key(Known(Family.ACCOUNT), "who tells", required=True)
    state = Key(ID, "in which state of its text")
    at = Key(TEXT, "where it says so; required for told and denied")
    from_ = Key(DESCENT, "from whom it has this; replaces the account's `rests_on` here")
    quote = Key(TEXT, "its own words")
    lang = Key(TEXT, "the language of the quotation")
    note = Key(TEXT, "a remark")


def _telling(fields: Fields) -> Telling | None:
    account = fields.get(TellingForm.account)
    state = fields.get(TellingForm.state)
    telling = Telling(
        account=account or "",
        at=fields.take(TellingForm.at, ""),
        state=state,
        source=fields.get(TellingForm.from_),
        quote=fields.take(TellingForm.quote, ""),
        lang=fields.take(TellingForm.lang, ""),
        note=fields.take(TellingForm.note, ""),
        position=fields.position,
    )
    if account is not None and state is not None:
        where = fields.where(TellingForm.state)
        fields.source.names.ask(Family.STATE, f"{account}/{state}", where)
    return None if account is None else telling


def _placed_telling(fields: Fields) -> Telling | None:
    if not fields.has(TellingForm.at):
        fields.report(
            "E003",
            fields.position,
            "This telling does not say where it stands.",
            "Write `at:` with the line, the page or the document.",
        )
    return _telling(fields)


_PLACED: Final = ListOf(Nested(TellingForm, _placed_telling, needs=(TellingForm.at,)))
_TELLINGS: Final = ListOf(Nested(TellingForm, _telling))


class ClaimForm(Form, word="a claim"):
    """One answer to a question, in a sentence of ours, and who says so."""

    claim = Key(ID, "its id, of its own within the question", required=True)
    says = Key(TEXT, "the answer in a sentence", required=True)
    within = Key(ID, "the wider claim of this question that it is a part of")
    told_by = Key(_PLACED, "who asserts it")
    reported_by = Key(_TELLINGS, "who passes it on as somebody's version")
    denied_by = Key(_PLACED, "who denies it")
    doubted_by = Key(_TELLINGS, "who doubts it")
    when = Key(DateKind(), "the day or days that it claims; the timeline shows them")
    note = Key(TEXT, "a remark")


def _claim(fields: Fields) -> Claim | None:
    name, says = fields.get(ClaimForm.claim), fields.get(ClaimForm.says)
    claim = Claim(
        claim=name or "",
        says=says or "",
        within=fields.get(ClaimForm.within),
        told_by=fields.take(ClaimForm.told_by, ()),
        reported_by=fields.take(ClaimForm.reported_by, ()),
        denied_by=fields.take(ClaimForm.denied_by, ()),
        doubted_by=fields.take(ClaimForm.doubted_by, ()),
        note=fields.take(ClaimForm.note, ""),
        when=fields.get(ClaimForm.when),
        position=fields.position,
    )
    if name == "none":
        fields.report(
            "F005",
            fields.where(ClaimForm.claim),
            "No claim can be called 'none': that is how an answer is written that nobody gives.",
            "Give it another id.",
        )
        return None
    return None if name is None else claim


class QuestionForm(Form, word="a question"):
    """Something the record may answer."""

    question = Key(New(Family.QUESTION), "its id", required=True)
    asks = Key(TEXT, "the question in a sentence", required=True)
    about = Key(OneOf({"his-victims": True}), "that it bears on those he harmed")
    holds = Key(OneOf({"several": True}), "that its claims do not exclude one another")
    claims = Key(ListOf(Nested(ClaimForm, _claim)), "the answers that accounts give")


def _question(fields: Fields) -> Question | None:
    name, asks = fields.get(QuestionForm.question), fields.get(QuestionForm.asks)
    claims: dict[str, Claim] = {}
    about = fields.take(QuestionForm.about, default=False)
    several = fields.take(QuestionForm.holds, default=False)
    for claim in fields.take(QuestionForm.claims, ()):
        known = f"{name or fields.position}/{claim.claim}"
        if declare(Family.CLAIM, known, claim.position, fields.source):
            claims[claim.claim] = claim
    _check_within(fields, claims)
    if name is None or asks is None:
        return None
    return Question(name, asks, MappingProxyType(claims), about, several, fields.position)


def _check_within(fields: Fields, claims: Mapping[str, Claim]) -> None:
    for claim in claims.values():
        if claim.within is not None and claim.within not in claims:
            others = [each for each in claims if each != claim.claim]
            hint = near(claim.within, others) or "Name a claim of this question."
            fields.report(
                "N004", claim.position, f"This question has no claim '{claim.within}'.", hint
            )
    steps = {claim.claim: claim.within for claim in claims.values() if claim.within is not None}
    for name in rings(steps):
        fields.report(
            "E004",
            claims[name].position,
            f"The claim '{name}' stands within itself.",
            "Take out one `within` of the ring.",
        )


ACCOUNTS: Final = ListOf(Nested(AccountForm, _account))
"""What ``record/accounts.yaml`` holds."""

QUESTIONS: Final = ListOf(Nested(QuestionForm, _question))
"""What every other file below ``record/`` holds."""


def descent_loops(
    accounts: Mapping[str, Account], questions: Mapping[str, Question]
) -> Iterator[Problem]:
    """Give a problem for every ring of accounts that have it from one another.

    A telling of one state of a text is left out: a later state may well go back to a book that
    goes back to the earlier one.
    """
    told: set[str] = set()
    for account in _unrooted(accounts):
        ring = _way(accounts, account.account, account.account)
        if ring and not told & set(ring):
            told.update(ring)
            yield _loop(account.position, ring)
    for question in questions.values():
        for claim in question.claims.values():
            for telling in _tellings(claim):
                yield from _telling_loops(accounts, telling)


def _unrooted(accounts: Mapping[str, Account]) -> list[Account]:
    """Give the accounts from which some way never ends; without a ring there are none."""
    waiting = {name: len(_sources(accounts, name)) for name in accounts}
    tellers: dict[str, list[str]] = {}
    for name in accounts:
        for source in _sources(accounts, name):
            tellers.setdefault(source, []).append(name)
    ended = [name for name, left in waiting.items() if not left]
    ended += [name for name in tellers if name not in accounts]
    for name in ended:
        for teller in tellers.get(name, ()):
            waiting[teller] -= 1
            if not waiting[teller]:
                ended.append(teller)
    return [accounts[name] for name, left in waiting.items() if left]


def _telling_loops(accounts: Mapping[str, Account], telling: Telling) -> Iterator[Problem]:
    if telling.state is not None or not isinstance(telling.source, tuple):
        return
    for source in telling.source:
        way = _way(accounts, source, telling.account)
        if source != telling.account and way:
            yield _loop(telling.position, (telling.account, *way))


def _tellings(claim: Claim) -> tuple[Telling, ...]:
    return (*claim.told_by, *claim.reported_by, *claim.denied_by, *claim.doubted_by)


def _way(accounts: Mapping[str, Account], start: str, goal: str) -> tuple[str, ...]:
    """Give the shortest way from an account to one it goes back to, both included."""
    before: dict[str, str] = {}
    waiting = [start]
    for name in waiting:
        for source in _sources(accounts, name):
            if source == goal:
                return (*_back(before, name, start), goal)
            if source not in before and source != start:
                before[source] = name
                waiting.append(source)
    return ()


def _back(before: Mapping[str, str], name: str, start: str) -> tuple[str, ...]:
    way = [name]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def _sources(accounts: Mapping[str, Account], name: str) -> tuple[str, ...]:
    account = accounts.get(name)
    if account is None or not isinstance(account.rests_on, tuple):
        return ()
    return account.rests_on


def _loop(where: Position, ring: tuple[str, ...]) -> Problem:
    shown = ", which has it from ".join(f"'{each}'" for each in ring[1:])
    return Problem(
        where,
        "E005",
        Severity.ERROR,
        f"'{ring[0]}' has it from {shown}.",
        "Somebody must have told it first: take one step out of the ring, or write `unknown`.",
    )
