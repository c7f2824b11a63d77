from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.engine.replay import replay
from game.engine.rules import NowhereToReturn, OutOfRange, Rules, _Script
from game.engine.state import State, Turn
from game.exploring.course import Course
from game.exploring.exploration import Verdict
from game.exploring.search import explore, states
from game.linting.rules import long_departure
from game.model.expression import (
    Arithmetic,
    Compare,
    Condition,
    Effect,
    Every,
    Not,
    Read,
    Some,
    Times,
    Visited,
    Whole,
)
from game.model.prose import Line, Prose
from game.model.scene import Choice, Scene
from game.model.story import Property, PropertyKind, Story
from tests.builders import (
    choice,
    claim,
    effect,
    either,
    end,
    marked,
    paragraph,
    paragraphs,
    question,
    scene,
    story,
    when,
    whole,
    yes_no,
)
from tests.builders import (
    leaves as leaves_record,
)

MAIN = tuple(f"main.s{number}" for number in range(5))
SIDES = tuple(f"side.s{number}" for number in range(3))
DEEP = 4
CLAIMS = ("one", "two", "three", "four")

comparisons = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
scene_names = st.sampled_from([*MAIN, *SIDES])
numbers = st.builds(Whole, st.integers(0, 3))
leaves = st.one_of(
    st.builds(Compare, comparisons, st.sampled_from([Read("m"), Read("n")]), numbers),
    st.builds(Compare, comparisons, st.builds(Times, scene_names), numbers),
    st.builds(Compare, comparisons, numbers, st.builds(Times, scene_names)),
    st.builds(
        lambda scene: Compare("==", Arithmetic("%", Times(scene), Whole(2)), Whole(0)), scene_names
    ),
    st.builds(Visited, scene_names),
    st.just(Read("lit")),
)
tests = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(Every, st.tuples(inner, inner)),
        st.builds(Some, st.tuples(inner, inner, inner)),
    ),
    max_leaves=3,
)
conditions: st.SearchStrategy[Condition] = st.builds(when, tests)
effects: st.SearchStrategy[Effect] = st.one_of(
    st.builds(effect, st.just("lit"), st.just("="), st.booleans()),
    st.builds(
        effect,
        st.sampled_from(["m", "n"]),
        st.sampled_from(["=", "+=", "-="]),
        st.one_of(st.integers(0, 2), st.sampled_from([Read("m"), Read("n")])),
    ),
)


@st.composite
def proses(draw: st.DrawFn) -> Prose:
    condition = draw(st.none() | conditions)
    words = marked("Words.", f"how/{draw(st.sampled_from(CLAIMS))}")
    if condition is None:
        return paragraphs(paragraph(words))
    stretch = either(condition, "", "Otherwise.")
    first = replace(stretch.arms[0], pieces=(words,))
    return paragraphs(paragraph(replace(stretch, arms=(first, *stretch.arms[1:]))))


@st.composite
def ways(draw: st.DrawFn, number: int, at: str) -> Choice:
    """A choice; a side scene leads to side scenes only, and detours go further out only."""
    on_side = at in SIDES
    further = SIDES[SIDES.index(at) + 1 :] if on_side else SIDES
    around = SIDES[SIDES.index(at) :] if on_side else (*MAIN, "main.end")
    is_detour = bool(further) and draw(st.booleans())
    target = draw(st.sampled_from(further if is_detour else around))
    return choice(
        f"c{number}",
        draw(proses()),
        to=None if is_detour else target,
        detour=target if is_detour else None,
        condition=draw(st.none() | conditions),
        effects=draw(st.lists(effects, max_size=2)),
        once=draw(st.booleans()),
    )


@st.composite
def scenes(draw: st.DrawFn, name: str) -> Scene:
    around = SIDES if name in SIDES else (*MAIN, "main.end")
    onward = around[around.index(name) + 1 :]
    kind = draw(st.sampled_from(["choices", "choices", "then", "chance", "returns"]))
    if kind == "returns" and (name in SIDES or draw(st.integers(0, 9)) == 0):
        more: dict[str, object] = {"returns": True}
    elif kind == "then" and onward:
        more = {"then": draw(st.sampled_from(onward))}
    elif kind == "chance" and onward:
        exits = draw(st.lists(st.sampled_from(onward), min_size=1, max_size=2, unique=True))
        more = {"chance": dict.fromkeys(exits, 1)}
    else:
        choices = [draw(ways(number, name)) for number in range(draw(st.integers(1, 3)))]
        return _scene(draw, name, choices, {})
    return _scene(draw, name, [], more)


def _scene(draw: st.DrawFn, name: str, choices: list[Choice], more: dict[str, object]) -> Scene:
    return scene(
        name,
        *choices,
        text=draw(proses()),
        again=draw(st.none() | proses()),
        effects=draw(st.lists(effects, max_size=1)),
        **more,  # type: ignore[arg-type]
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    told = story(
        *(draw(scenes(name)) for name in (*MAIN, *SIDES)),
        end("main.end", text=draw(proses())),
        variables=[whole("m", 0, 3), whole("n", 0, 2, 1), yes_no("lit")],
        questions=[question("how", *(claim(name, "paper") for name in CLAIMS))],
    )
    asked = draw(st.lists(st.builds(Property, st.just(PropertyKind.NEVER), conditions), max_size=1))
    return replace(told, properties=tuple(asked))


class Naive:
    """The same search through the engine, without forgetting or merging anything."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.met: set[str] = set()

    def layers(self, depth: int) -> Iterator[set[State]]:
        layer = {turn.state for turn in self._start()}
        known = set(layer)
        yield set(known)
        for _ in range(depth):
            nexts = {turn.state for state in layer for turn in self._from(state)}
            layer = nexts - known
            known |= nexts
            yield set(known)

    def _start(self) -> Iterator[Turn]:
        before = self.rules._before(0, None)
        yield from self._every(
            lambda script: self.rules._run(before, self.rules.story.first, script)
        )

    def _from(self, state: State) -> Iterator[Turn]:
        for each in self.rules.offers(state):
            self._show(self.rules.line(each.text, state))
            option = self.rules._option(state, each.choice)
            self.met.add(f"{state.scene}/{each.choice}")
            yield from self._every(
                lambda script, option=option: self.rules._take(state, option, script)
            )

    def _every(self, run) -> Iterator[Turn]:  # type: ignore[no-untyped-def] # noqa: ANN001
        told: tuple[int, ...] | None = ()
        while told is not None:
            script = _Script(told)
            try:
                turn = run(script)
            except (OutOfRange, NowhereToReturn):
                pass
            else:
                for entered in turn.entered:
                    self.met.add(entered.scene)
                    for beat in self.rules.beats(entered):
                        for line in beat:
                            self._show(line)
                yield turn._replace(state=turn.state._replace(draws=0))
            told = script.after()

    def _show(self, line: Line) -> None:
        self.met |= {run.mark.target for run in line if run.mark}


def packed(course: Course, state: State) -> int:
    known = course.layout
    capped = tuple(
        known.capped(scene, count)
        for scene, count in zip(course.rules.places.visits, state.visits, strict=True)
    )
    bits = known.pack(state.values, capped)
    for name in state.taken:
        bits |= known.once[name]
    node = course.relevance.index[(state.scene, state.stack)]
    return bits & course.relevance.rest[node] | node << known.width


@given(stories())
def test_forgetting_and_merging_change_nothing_that_is_reached(told: Story) -> None:
    rules = Rules(told)
    course, naive = Course(rules), Naive(rules)
    known = {state for state, _ in course.start()}
    for depth, reached in enumerate(naive.layers(DEEP)):
        if depth:
            known |= {after for state in known for _, _, after in course.onward(state)}
        assert known == {packed(course, state) for state in reached}
    met = {each.name for each in course.notes.met if each.kind != "arm"}
    # A scene entered on a way that breaks later is met here and has no turn there.
    assert naive.met <= met
    if not course.notes.broken:
        assert naive.met == met


@given(stories())
def test_the_quick_pass_reaches_what_single_steps_reach(told: Story) -> None:
    rules = Rules(told)
    course, swept = states(rules, 500)
    known = dict.fromkeys(state for state, _ in course.start())
    waiting = list(known)
    for state in waiting:
        if len(known) > 1_000:
            break
        for _, _, after in course.onward(state):
            if after not in known:
                known[after] = None
                waiting.append(after)
    if swept.complete:
        assert set(swept.parents) == set(known)
    else:
        assert len(known) > 500


@given(stories())
def test_every_witness_is_a_play_that_arrives(told: Story) -> None:
    rules = Rules(told)
    exploration = explore(rules, 500)
    broken = any(code in {"X204", "X301"} for code in (p.code for p in exploration.problems))
    for name, witness in exploration.ways.items():
        assert witness.seed is not None
        try:
            play = replay(rules, witness.seed, witness.choices)
        except (OutOfRange, NowhereToReturn):
            assert broken
            continue
        assert name in play.trail or name == play.choices[-1]
    for trap in exploration.traps:
        assert trap.witness.seed is not None
        assert replay(rules, trap.witness.seed, trap.witness.choices).state.scene == trap.scene


@given(stories(), st.lists(st.integers(0, 5), max_size=6))
def test_twins_are_followed_by_the_same_words(told: Story, taken: list[int]) -> None:
    rules = Rules(told)
    for twins in explore(rules, 500).twins:
        assert twins.witness.seed is not None
        *before, other = twins.witness.choices
        assert other == twins.other
        pages = [
            read_on(rules, twins.witness.seed, [*before, name], taken)
            for name in (twins.one, twins.other)
        ]
        assert pages[0] == pages[1]


def read_on(rules: Rules, seed: int, log: list[str], taken: list[int]) -> list[object]:
    """Give all that a reader sees after the last of some choices, taking then what is numbered."""
    seen: list[object] = []
    try:
        play = replay(rules, seed, log)
        turn = play.turns[-1]
        for number in (*taken, 0):
            offers = rules.offers(turn.state)
            seen += [rules.beats(entered) for entered in turn.entered]
            seen += [(each.choice, rules.line(each.text, turn.state)) for each in offers]
            if not offers:
                break
            turn = rules.choose(turn.state, offers[number % len(offers)].choice)
    except (OutOfRange, NowhereToReturn) as fault:
        seen.append(str(fault))
    return seen


@given(stories(), st.data())
def test_a_departure_that_is_too_long_for_check_is_too_long_in_play(
    told: Story, data: st.DataObject
) -> None:
    """Check follows only what nothing closes, so all that it finds a play can do."""
    name, place = data.draw(
        st.sampled_from(
            [
                (each.scene, place)
                for each in told.scenes.values()
                for place, _ in enumerate(each.choices)
            ]
            or [("", 0)]
        )
    )
    if not name:
        return
    before = told.scenes[name]
    leaving = replace(before.choices[place], leaves=leaves_record(data.draw(st.integers(0, 3))))
    choices = (*before.choices[:place], leaving, *before.choices[place + 1 :])
    tale = replace(told, scenes={**told.scenes, name: replace(before, choices=choices)})
    exploration = explore(Rules(tale), 500)
    is_found = bool(list(long_departure.check(tale)))
    met = f"{name}/{leaving.choice}" not in exploration.choices.missed
    broken = {"X204", "X301"} & {problem.code for problem in exploration.problems}
    if is_found and met and exploration.complete and not broken:
        (proof,) = exploration.leaves
        assert proof.verdict is Verdict.REFUTED
