"""This is how a lesson goes on: from phase to phase, by the teacher's hand or by the clock."""

from __future__ import annotations

from dataclasses import replace

from game.classroom.event import (
    Advance,
    Close,
    Decide,
    Finish,
    GoOn,
    MoreTime,
    Pause,
    Reopen,
    Resumed,
    Skip,
    TalkAgain,
    Tick,
    Wipe,
)
from game.classroom.phase import (
    BALLOTS,
    BEFORE_CLOSE,
    BY_CLOCK,
    OUT_OF_ROLE,
    ROUND,
    STEPS,
    Phase,
)
from game.classroom.refusal import Code, Refusal, refused
from game.classroom.room import SECOND, Clock, Room
from game.classroom.round import Round, Ruling
from game.classroom.seat import PACES, dealt_decision_roles

MOST_SECONDS = 3600
_BEFORE_BALLOT = {Phase.BRIEF: Phase.READ, Phase.READ: Phase.VOTE, Phase.TALK: Phase.AGAIN}


def advance(room: Room, event: Advance) -> Room | Refusal:
    """Go on to the next step, phase or decision."""
    if event.seen and event.seen != room.stamp:
        return refused(Code.STALE)
    match room.phase:
        case Phase.LOBBY:
            return _next_round(room)
        case Phase.REVEAL | Phase.DEBRIEF if room.part < STEPS[room.phase]:
            return _entered(room, room.phase, room.part + 1)
        case Phase.CLOSE | Phase.REVEAL | Phase.DISCUSS:
            return _after_close(room)
        case Phase.DEBRIEF:
            return _entered(room, Phase.EXPORT)
        case Phase.EXPORT | Phase.WIPED:
            return refused(Code.NOT_NOW)
        case _:
            return _before_close(room)


def close(room: Room, _: Close) -> Room | Refusal:
    """Close the vote at once, whatever was still to come before."""
    if room.phase not in BEFORE_CLOSE:
        return refused(Code.NOT_NOW)
    return _closed(room.noted("closed-early", "The vote was closed early."))


def skip(room: Room, _: Skip) -> Room | Refusal:
    """Leave the decision to the line and go on to the next."""
    current = room.round
    if current is None or room.phase not in BEFORE_CLOSE | {Phase.CLOSE}:
        return refused(Code.NOT_NOW)
    skipped = replace(
        current,
        winner=current.decision.by_line,
        ruling=Ruling.LINE,
        why="",
        first=None,
        second=None,
        reasons=(),
    )
    return _next_round(room.with_round(skipped).noted("skipped", "The decision was skipped."))


def reopen(room: Room, _: Reopen) -> Room | Refusal:
    """Open the closed vote again; what was voted still counts until it is changed."""
    if room.phase is not Phase.CLOSE or room.round is None or room.round.deciding is None:
        return refused(Code.NOT_NOW)
    phase = Phase.AGAIN if room.round.second is not None else Phase.VOTE
    opened = room.with_round(_unsettled(room.round))
    return _entered(opened.noted("reopened", "The vote was opened again."), phase)


def talk_again(room: Room, _: TalkAgain) -> Room | Refusal:
    """Let the class talk and vote once more, once for each decision."""
    current = room.round
    if room.phase is not Phase.CLOSE or current is None or current.first is None:
        return refused(Code.NOT_NOW)
    if current.talked_again:
        return refused(Code.TALKED)
    again = replace(_unsettled(current), talked_again=True)
    return _entered(
        room.with_round(again).noted("talked-again", "They talked once more."), Phase.TALK
    )


def decide(room: Room, event: Decide) -> Room | Refusal:
    """Take an option: where the vote gives none, or against the vote with a reason."""
    current = room.round
    if current is None or room.phase is not Phase.CLOSE:
        return refused(Code.NOT_NOW)
    option = current.decision.option(event.option)
    if option is None:
        return refused(Code.NO_OPTION)
    why, voted = " ".join(event.why.split()), current.voted
    if voted == event.option:
        return room.with_round(_unsettled(current).settled())
    if voted and not why:
        return refused(Code.SAY_WHY)
    ruling = Ruling.OVERRIDE if voted else Ruling.TEACHER
    decided = replace(current, winner=event.option, ruling=ruling, why=why)
    said = f"{option.letter}. {why}" if why else option.letter
    return room.with_round(decided).noted(ruling.value, said)


def pause(room: Room, _: Pause) -> Room | Refusal:
    """Stop the clock; votes count all the same."""
    if room.clock.stopped is not None or room.phase in {Phase.EXPORT, Phase.WIPED}:
        return refused(Code.NOT_NOW)
    return replace(room, clock=replace(room.clock, stopped=room.now))


def go_on(room: Room, _: GoOn) -> Room | Refusal:
    """Let the clock go on."""
    if room.clock.stopped is None:
        return refused(Code.NOT_NOW)
    return replace(room, clock=room.clock.going(room.now))


def more_time(room: Room, event: MoreTime) -> Room | Refusal:
    """Give more time."""
    if room.phase in {Phase.LOBBY, Phase.EXPORT, Phase.WIPED}:
        return refused(Code.NOT_NOW)
    if not 0 < event.seconds <= MOST_SECONDS:
        return refused(Code.NO_SETTING)
    return replace(room, clock=room.clock.longer(room.now, event.seconds))


def finish(room: Room, _: Finish) -> Room | Refusal:
    """Go to the debrief from wherever the lesson stands; an open decision stays undecided."""
    if room.phase not in (Phase.LOBBY, *ROUND):
        return refused(Code.NOT_NOW)
    left = room
    if room.round is not None and room.phase in BEFORE_CLOSE:
        undecided = replace(room.round, first=None, second=None, reasons=())
        left = room.with_round(undecided).noted(
            "finished", "The lesson went to the debrief before this was decided."
        )
    return _entered(left, Phase.DEBRIEF, 1)


def wipe(room: Room, event: Wipe) -> Room | Refusal:
    """Forget everybody and everything."""
    if room.phase is Phase.WIPED or not (room.phase is Phase.EXPORT or event.sure):
        return refused(Code.NOT_NOW if room.phase is Phase.WIPED else Code.DEBRIEF_FIRST)
    return Room(room.lesson, 0, phase=Phase.WIPED, now=room.now, turn=room.turn, shown=room.shown)


def tick(room: Room, event: Tick) -> Room | Refusal:
    """Go on where the time is up and the clock leads; else nothing has happened."""
    if room.settings.pace.value != "clock" or room.phase not in BY_CLOCK:
        return room
    left = room.clock.left(event.at, _slowest(room))
    if left != 0 or room.clock.stopped is not None:
        return room
    return advance(room, Advance(event.at))


def resumed(room: Room, _: Resumed) -> Room | Refusal:
    """Go on after the program was stopped: the clock stands, and every phone has to be heard of."""
    seats = {number: replace(seat, lost=True) for number, seat in room.seats.items()}
    stopped = room.now if room.clock.stopped is None else room.clock.stopped
    halted = replace(room, seats=seats, clock=replace(room.clock, stopped=stopped))
    return halted.noted("resumed", "The lesson was interrupted and went on.")


def _before_close(room: Room) -> Room | Refusal:
    if room.phase in _BEFORE_BALLOT:
        return _entered(room, _BEFORE_BALLOT[room.phase])
    if room.phase is Phase.VOTE and room.settings.again and room.round is not None:
        return _entered(room.with_round(room.round.counted(len(room.seats))), Phase.TALK)
    return _closed(room)


def _after_close(room: Room) -> Room | Refusal:
    if room.phase is Phase.CLOSE:
        settled = room.round is not None and room.round.winner
        return _entered(room, Phase.REVEAL, 1) if settled else refused(Code.UNDECIDED)
    if room.phase is Phase.REVEAL:
        return _entered(room, Phase.DISCUSS)
    return _next_round(room)


def _closed(room: Room) -> Room:
    assert room.round is not None  # noqa: S101 - a vote is closed only within a round
    return _entered(room.with_round(room.round.closed(len(room.seats))), Phase.CLOSE)


def _next_round(room: Room) -> Room:
    decision = room.lesson.decision(room.taken)
    if decision.ends:
        return _entered(room, Phase.DEBRIEF, 1)
    opened = replace(room, rounds=(*room.rounds, Round(len(room.rounds) + 1, decision)))
    seated = _seated(opened)
    has_cards = bool(decision.cards) and room.settings.roles
    first = Phase.BRIEF if has_cards or (room.settings.decision_roles and decision.safe) else None
    return _entered(seated, first or Phase.READ)


def _seated(room: Room) -> Room:
    """Take seats in the decision room, where the teacher wants that and the scene allows it."""
    current = room.round
    roles = tuple(each.name for each in room.lesson.plan.deciders)
    wanted = room.settings.decision_roles and current is not None and current.decision.safe
    willing = (seat for seat in room.seats.values() if not seat.put_down)
    dealt = dealt_decision_roles(willing, roles, room.seed) if wanted else {}
    seats = {
        number: replace(seat, decision_role=dealt.get(number, ""))
        for number, seat in room.seats.items()
    }
    return replace(room, seats=seats)


def _entered(room: Room, phase: Phase, part: int = 0) -> Room:
    """Come to a phase: its clock begins, and where it is a vote its ballot is open."""
    if not part:
        part = 1 if phase in STEPS else 0
    entered = replace(room, phase=phase, part=part, clock=_clock(room, phase, part))
    if phase in BALLOTS:
        entered = _with_ballot(entered)
    return entered.noted("phase", phase.value if part <= 1 else f"{phase.value} {part}")


def _with_ballot(room: Room) -> Room:
    current = room.round
    assert current is not None  # noqa: S101 - a ballot is opened only within a round
    there = current.first if room.phase is Phase.VOTE else current.second
    if there is not None:
        return room
    opened, ballot = room.new_ballot()
    if room.phase is Phase.VOTE:
        return opened.with_round(replace(current, first=ballot))
    return opened.with_round(replace(current, second=ballot))


def _clock(room: Room, phase: Phase, part: int) -> Clock:
    if phase is room.phase and phase is Phase.REVEAL:
        return room.clock.going(room.now)
    seconds = room.lesson.plan.times.get(phase, 0) if room.settings.limits else 0
    if phase is Phase.DEBRIEF and seconds:
        rest = (seconds - OUT_OF_ROLE) // 2
        seconds = OUT_OF_ROLE if part == 1 else max(rest, OUT_OF_ROLE)
    return Clock(room.now, room.now + seconds * SECOND if seconds else None)


def _slowest(room: Room) -> int:
    """Give the pace of the slowest who is still waited for."""
    voted = room.ballot.votes if room.ballot else {}
    waited = (
        seat.pace for seat in room.seats.values() if not seat.lost and seat.number not in voted
    )
    return max(waited, default=PACES[0])


def _unsettled(current: Round) -> Round:
    return replace(current, winner="", ruling=Ruling.OPEN, why="")
