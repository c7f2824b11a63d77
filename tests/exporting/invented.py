"""This is stories that chance makes: every key of play in them, and words that look like markup."""

from __future__ import annotations

from random import Random

from game.model.expression import (
    Arithmetic,
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
from game.model.prose import Arm, Mark, MarkKind, Paragraph, Prose, Stretch, Value, Words
from game.model.scene import Choice, Ending, Exit, Reads, Scene, Skippable
from game.model.story import Story
from tests.builders import claim, enacts, invents, one_of, question, story, whole, yes_no

HOSTILE = (
    "{a}", "{", "}", "[sic]", "]]", "a|b", "\\", "\\n", "#5", "-> knot", "<-", "<>", "// no",
    "/* c", "*/", "~ x", "* star", "+ plus", "- dash", "= eq", "=== k", "VAR x", "VAR", "TODO: y",
    "INCLUDE z", "<b>bold</b>", "&amp;", "&#38;", "$name", "_name", "''i''", "'tis", 'say "so"',
    '"""', "@@x@@", "<<set $x to 1>>", "<<", ">>", "[[link|to]]", "{{{x}}}", "http://example.org/x",
    "</script>", "<!--", "-->", "--", "`tick`", "%s", "%%", "?name", "! head", ":: Passage", "^^",
    "~~", "==", "__", "$", "€", "ö", "림", "\u2028", "'", '"', "a'", 'b"', "?", "end", "else",
    "function f", "not", "&", "<", ">", "(x)", "->->", "<img src=x onerror=alert(1)>", "\u00ad",
)  # fmt: skip
"""Words that some target of an export could take for its own."""

PLAIN = ("fog", "a hill", "the post", "nobody", "rain", "two men", "a map", "the list", "grey")
COMPARISONS: tuple[Comparison, ...] = ("==", "!=", "<", "<=", ">", ">=")


def invented(seed: int, scenes: int = 12) -> Story:
    """Give a story that can be played from every state without a fault of its own."""
    return _Inventor(seed, scenes).story()


class _Inventor:
    def __init__(self, seed: int, scenes: int) -> None:
        self.dice = Random(seed)  # noqa: S311 - a seed makes it the same story again
        self.variables = (
            whole("v", 0, 9, self.dice.randrange(10)),
            whole("not_v", -9, 9, self.dice.randrange(10)),
            yes_no("flag", start=self.dice.random() < 0.5),
            one_of("mood", "low", "else_where", "b2", low=self.words(2), b2="x_y"),
        )
        self.hall = [f"hall.s{number}" for number in range(scenes)]
        self.side = [f"si-de.d{number}" for number in range(3)]
        self.ends = ["hall.end-a", "hall.end-b"]
        self.counted = [self.dice.choice(self.hall), self.dice.choice(self.side)]
        self.questions = (question("way", claim("door", "diary"), claim("gate", "letter")),)

    def story(self) -> Story:
        made = [self.scene(number) for number in range(len(self.hall))]
        made += [self.aside(number) for number in range(len(self.side))]
        made += [
            Scene(name, self.prose(), ending=Ending(self.words(3), (enacts("way/gate"),)))
            for name in self.ends
        ]
        return story(
            *made,
            variables=self.variables,
            questions=self.questions,
            title=self.words(3),
            opening=self.words(5),
            advisory=self.words(4),
            name="invented",
        )

    def scene(self, number: int) -> Scene:
        name = self.hall[number]
        onward = [*self.hall[number + 1 :], *self.ends]
        kind = self.dice.random()
        then: str | None = None
        chance: tuple[Exit, ...] = ()
        choices: tuple[Choice, ...] = ()
        if number and kind < 0.15:
            then = self.dice.choice(onward)
        elif number and kind < 0.3:
            chance = tuple(Exit(to, self.dice.randrange(1, 5)) for to in self.some(onward, 3))
        else:
            choices = self.choices(name)
        return Scene(
            name,
            self.prose(),
            title=self.words(2) if self.dice.random() < 0.7 else "",
            tags=("script", "grief") if self.dice.random() < 0.2 else (),
            again=self.prose() if self.dice.random() < 0.4 else None,
            skippable=Skippable(("grief",), self.prose()) if self.dice.random() < 0.2 else None,
            effects=self.effects(),
            choices=choices,
            then=then,
            chance=chance,
        )

    def aside(self, number: int) -> Scene:
        """A detour: its scenes lead only to later ones of it, and the last comes back."""
        name = self.side[number]
        later = self.side[number + 1 :]
        if not later:
            return Scene(name, self.prose(), returns=True, effects=self.effects())
        if self.dice.random() < 0.4:
            return Scene(name, self.prose(), then=later[0], effects=self.effects())
        choices = [
            Choice(f"on{place}", self.line(), (Reads(),), effects=self.effects(), to=to)
            for place, to in enumerate(later)
        ]
        return Scene(name, self.prose(), choices=tuple(choices))

    def choices(self, scene: str) -> tuple[Choice, ...]:
        open_one = Choice("open", self.line(), (Reads(),), to=self.anywhere())
        made = [] if scene != self.hall[0] and self.dice.random() < 0.2 else [open_one]
        for number in range(self.dice.randrange(1, 5)):
            detour = scene not in self.side and self.dice.random() < 0.3
            to = self.dice.choice(self.side) if detour else self.anywhere()
            made.append(
                Choice(
                    f"c-{number}",
                    self.line(),
                    (self.dice.choice((enacts("way/door"), invents("Nobody says."), Reads())),),
                    condition=self.condition() if self.dice.random() < 0.6 else None,
                    effects=self.effects(),
                    to=None if detour else to,
                    detour=to if detour else None,
                    once=self.dice.random() < 0.3,
                )
            )
        return tuple(made)

    def anywhere(self) -> str:
        return self.dice.choice((*self.hall, *self.hall, *self.ends))

    def some(self, names: list[str], most: int) -> list[str]:
        return self.dice.sample(names, min(len(names), self.dice.randrange(1, most + 1)))

    def effects(self) -> tuple[Effect, ...]:
        return tuple(self.effect() for _ in range(self.dice.choice((0, 0, 1, 2))))

    def effect(self) -> Effect:
        kind = self.dice.randrange(4)
        if kind == 0:
            value: Expression = Arithmetic("%", self.number(2), Whole(10))
            return Effect("v = …", "v", "=", value)
        if kind == 1:
            negative = Arithmetic("%", self.number(2), Negative(Whole(10)))
            return Effect("not_v = …", "not_v", "=", negative)
        if kind == 2:
            return Effect("flag = …", "flag", "=", self.truth(2))
        mood = self.variables[3]
        index = self.dice.randrange(len(mood.values))
        return Effect("mood = …", "mood", "=", Label("mood", mood.values[index], index))

    def condition(self) -> Condition:
        return Condition("…", self.truth(3))

    def truth(self, depth: int) -> Expression:
        if depth <= 0:
            return self.dice.choice((Read("flag"), Truth(self.dice.random() < 0.7), self.asked()))
        match self.dice.randrange(6):
            case 0:
                return Not(self.truth(depth - 1))
            case 1:
                return Every(tuple(self.truth(depth - 1) for _ in range(self.dice.choice((2, 3)))))
            case 2:
                return Some(tuple(self.truth(depth - 1) for _ in range(self.dice.choice((2, 3)))))
            case 3:
                mood = self.variables[3]
                index = self.dice.randrange(len(mood.values))
                label = Label("mood", mood.values[index], index)
                return Compare(self.dice.choice(("==", "!=")), Read("mood"), label)
            case 4:
                return Compare(self.dice.choice(("==", "!=")), Read("flag"), self.truth(0))
            case _:
                comparison = self.dice.choice(COMPARISONS)
                return Compare(comparison, self.number(depth - 1), self.number(0))

    def asked(self) -> Expression:
        return Visited(self.dice.choice(self.counted))

    def number(self, depth: int) -> Expression:
        if depth <= 0 or self.dice.random() < 0.3:
            leaves = (
                Whole(self.dice.randrange(6)),
                Read("v"),
                Read("not_v"),
                Times(self.dice.choice(self.counted)),
            )
            return self.dice.choice(leaves)
        if self.dice.random() < 0.2:
            return Negative(self.number(depth - 1))
        operator: Operator = self.dice.choice(("+", "-", "*", "%"))
        small = Whole(self.dice.randrange(1, 6))
        right = small if operator in {"%", "*"} else self.number(depth - 1)
        return Arithmetic(operator, self.number(depth - 1), right)

    def prose(self) -> Prose:
        beats = range(self.dice.choice((1, 1, 2)))
        return Prose(
            tuple(
                tuple(self.paragraph() for _ in range(self.dice.choice((1, 1, 2, 3))))
                for _ in beats
            )
        )

    def line(self) -> Prose:
        return Prose(((self.paragraph(certain=True),),))

    def paragraph(self, *, certain: bool = False) -> Paragraph:
        pieces: list[Words | Value | Stretch] = []
        if certain or self.dice.random() < 0.9:
            pieces.append(Words(self.words(self.dice.randrange(1, 5))))
        for _ in range(self.dice.randrange(4)):
            match self.dice.randrange(4):
                case 0:
                    value = Value(self.dice.choice(self.variables).variable)
                    pieces.append(value)
                case 1:
                    pieces.append(self.stretch())
                case 2:
                    pieces.append(Words(self.words(1), emphasis=True, strong=True))
                case _:
                    mark = Mark(MarkKind.CLAIM, "way/door")
                    pieces.append(Words(f" {self.words(2)} ", mark=mark))
        return Paragraph(tuple(pieces) or (Words(self.words(1)),))

    def stretch(self) -> Stretch:
        arms = [Arm(self.condition(), self.inside()) for _ in range(self.dice.choice((1, 1, 2)))]
        if self.dice.random() < 0.5:
            arms.append(Arm(None, self.inside()))
        return Stretch(tuple(arms))

    def inside(self) -> tuple[Words | Value, ...]:
        found: list[Words | Value] = []
        if self.dice.random() < 0.9:
            found.append(Words(self.words(2)))
        if self.dice.random() < 0.3:
            found.append(Value(self.dice.choice(self.variables).variable))
        return tuple(found)

    def words(self, count: int) -> str:
        pool = HOSTILE if self.dice.random() < 0.6 else PLAIN
        return " ".join(self.dice.choice(pool) for _ in range(count))
