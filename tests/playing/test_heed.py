from __future__ import annotations

from pathlib import Path

from game.playing.opening import Beginning, begin_session, resume
from game.playing.page import Page
from game.playing.session import Manner, Session
from tests.builders import choice, end, scene, skippable, story

TORTURE, DEATH = frozenset({"torture"}), frozenset({"execution"})
NONE: frozenset[str] = frozenset()
TALE = story(
    scene("a.start", choice("in", to="a.cell"), choice("out", to="a.yard")),
    scene(
        "a.cell",
        choice("on", to="a.yard"),
        choice("back", to="a.start"),
        text="What was done there.",
        tags=["torture", "arrest"],
        skippable=skippable("torture", summary="A man signed."),
    ),
    scene(
        "a.yard",
        choice("end", to="a.end"),
        text="Who was shot.",
        tags=["execution"],
        skippable=skippable("execution", summary="Twelve were shot."),
    ),
    end("a.end"),
)


def begun(*choices: str, skip: frozenset[str] = NONE) -> Session:
    session = begin_session(TALE, Beginning(), manner=Manner(skip=skip))
    for each in choices:
        session.choose(each)
    return session


def asked(session: Session) -> list[str]:
    return list(session.hard)


def words(page: Page) -> str:
    run = page.passages[-1].beats[0][0][0]
    return run.text


def test_a_reader_is_asked_where_a_passage_can_be_passed_over() -> None:
    session = begun()
    assert asked(session) == []
    session.choose("in")
    assert asked(session) == ["torture"]
    assert words(session.page) == "What was done there."


def test_whoever_reads_it_is_not_asked_again_about_that_scene() -> None:
    session = begun("in")
    assert words(session.pass_over(passes=False)) == "What was done there."
    assert asked(session) == []
    session.choose("back")
    session.choose("in")
    assert asked(session) == []


def test_whoever_passes_it_over_reads_the_summary_and_may_read_it_after_all() -> None:
    session = begun("in")
    assert words(session.pass_over()) == "A man signed."
    assert asked(session) == []
    assert words(session.pass_over(passes=False)) == "What was done there."


def test_a_tag_always_passed_over_is_not_asked_about() -> None:
    session = begun("in", skip=TORTURE)
    assert asked(session) == []
    assert words(session.page) == "A man signed."
    session.choose("on")
    assert asked(session) == ["execution"]


def test_what_is_said_of_tags_holds_on_the_page_at_hand() -> None:
    session = begun("in")
    assert words(session.regard(TORTURE, NONE)) == "A man signed."
    assert words(session.regard(NONE, NONE)) == "What was done there."
    assert asked(session) == ["torture"]
    session.regard(NONE, TORTURE)
    assert asked(session) == []


def test_what_was_read_before_stays_read_in_the_transcript() -> None:
    session = begun("in")
    session.pass_over(passes=False)
    session.choose("on")
    session.regard(TORTURE | DEATH, NONE)
    told = session.transcript()
    assert "What was done there." in told
    assert "Who was shot." not in told
    assert "Passed over: 1 passage (execution)." in told


def test_what_was_passed_over_is_kept_with_the_play(tmp_path: Path) -> None:
    session = begin_session(TALE, Beginning(), slot="1", folder=tmp_path)
    session.choose("in")
    session.pass_over()
    session.save()
    session.close()
    again, _ = resume(TALE, "1", tmp_path)
    assert words(again.page) == "A man signed."
    assert again.skip == NONE
    again.close()


def test_to_begin_again_forgets_what_was_passed_over() -> None:
    session = begun("in")
    session.pass_over()
    session.start_again()
    session.choose("in")
    assert asked(session) == ["torture"]


def test_choices_and_their_effects_stay_with_a_passage_passed_over() -> None:
    read, passed = begun("in"), begun("in", skip=TORTURE)
    assert read.page.offers == passed.page.offers
    assert read.choose("on").offers == passed.choose("on").offers
