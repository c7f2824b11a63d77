"""This is whether the story's lines hold: that each comes to an ending its account does not deny.

A line is played as ``engine.line`` plays it. What it did is then judged anew, from the voices of
the record and not from the ranks by which it chose; and its ending is judged too, which it did not
choose.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.evaluate import DividedByNought
from game.engine.line import LineWalk, follow
from game.engine.replay import Play, choice_at
from game.engine.rules import EndlessScenes, NowhereToReturn, OutOfRange, Rules
from game.exploring.edge import Exits
from game.exploring.exploration import Contradiction, LineProof, Witness
from game.exploring.witness import seed_for
from game.model.scene import Enacts, Entry, Infers, Invents
from game.model.story import Story
from game.record.voice import Voice, voices


def line_proofs(rules: Rules) -> Iterator[LineProof]:
    """Play every line of a story and judge what it did. One that breaks a rule is left out."""
    for line in rules.story.lines:
        try:
            walk = follow(rules, line)
        except (DividedByNought, EndlessScenes, NowhereToReturn, OutOfRange):
            continue
        yield _proof(rules.story, walk)


def _proof(story: Story, walk: LineWalk) -> LineProof:
    follows = story.lines[walk.line].follows
    witness = _witness(story, walk.play)
    contradictions = tuple(
        Contradiction(at, account, question, _witness(story, walk.play.before(steps)))
        for at, entry, steps in _acts(story, walk.play)
        for account, question in _denials(story, follows, entry)
    )
    return LineProof(walk.line, witness, walk.play.state.scene, walk.fault, contradictions)


def _acts(story: Story, play: Play) -> Iterator[tuple[str, Entry, int]]:
    """Give each entry a play came to: where it stands, and after how many choices."""
    for index, name in enumerate(play.choices):
        for entry in choice_at(story, play, index)[1].record:
            yield name, entry, index + 1
    ending = story.scenes[play.state.scene].ending
    for entry in ending.record if ending else ():
        yield play.state.scene, entry, len(play.choices)


def _denials(story: Story, follows: tuple[str, ...], entry: Entry) -> Iterator[tuple[str, str]]:
    """Give the followed account that an entry goes against, if there is one, and the question.

    The first followed account that tells an answer decides; where none does, whoever denies it.
    """
    match entry:
        case Enacts(asked, claim):
            question = story.questions[asked]
        case Invents(question=str(asked)) | Infers(question=asked) if not story.questions[
            asked
        ].several:
            question, claim = story.questions[asked], None
        case _:
            return
    heard = voices(story, question, claim)
    against = (*heard.against, *heard.retold)
    rivals = _accounts(voice for voice in against if voice.telling in voice.claim.told_by)
    telling = _accounts(heard.told)
    for account in follows:
        if account in telling:
            return
        if account in rivals:
            yield account, asked
            return
    deniers = _accounts(against)
    yield from [(account, asked) for account in follows if account in deniers][:1]


def _accounts(heard: Iterator[Voice] | tuple[Voice, ...]) -> frozenset[str]:
    return frozenset(voice.account.account for voice in heard)


def _witness(story: Story, play: Play) -> Witness:
    """Give a play with a seed by which every chance takes its first exit, as a line does."""
    exits: Exits = tuple((name, 0) for name in play.trail if story.scenes[name].chance)
    return Witness(seed_for(story, exits), play.choices)
