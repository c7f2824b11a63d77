from __future__ import annotations

import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.engine.rules import Rules
from game.plain.loop import TO_TITLE, Sitter, play
from game.plain.reading import Streams
from game.playing.opening import new_session, resume
from game.playing.session import Manner, Marks, Session
from game.saving.shelf import verify
from game.settings.likings import Likings
from game.settings.setting import how
from tests.builders import choice, end, prose, scene, story
from tests.drivers import STORIES
from tests.playing.sample import STORY

RULES = Rules(STORY)


def heard(
    *lines: str, session: Session | None = None, live: bool = False, told: tuple[str, ...] = ()
) -> str:
    words = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    assert play(session or Session(RULES), Streams(typed, words, live), told=told) == 0
    return words.getvalue()


def followed(*script: str, session: Session | None = None) -> tuple[int, str]:
    words = io.StringIO()
    code = play(session or Session(RULES), Streams(io.StringIO(), words), script=script)
    return code, words.getvalue()


def test_opening_and_advisory_stand_before_any_choice() -> None:
    assert heard().startswith(
        "A test story\n\nWho he was.\n\nHard things are reported.\n\n"
        "The hill. 12 June 1938. Hut\n\nThe hut\n\nA hut.\n\n1. Look.\n"
    )


def test_the_prompt_comes_last() -> None:
    assert heard(live=True).split("\n\n")[-2].startswith("Number, or ? for help: ")


def test_the_end_of_the_lines_ends_the_play_politely() -> None:
    assert heard().endswith("\n\nThe play stops here.\n")


def test_a_number_takes_a_choice() -> None:
    assert "You chose: Forty minutes.\nHow well known: DISPUTED [D]." in heard("3")


@pytest.mark.parametrize("typed", ["forty", "hill.hut/forty"])
def test_an_id_takes_a_choice_too(typed: str) -> None:
    assert "You chose: Forty minutes." in heard(typed)


@pytest.mark.parametrize(
    "typed", ["9", "0", "fly", "-1", "1 2", "\x1b[A", "٣", "x" * 5000, "r 99999"]
)
def test_what_is_not_on_offer_gets_a_sentence_and_the_play_goes_on(typed: str) -> None:
    words = heard(typed, "3")
    assert "not on offer" in words or "There is no choice 99999 to go back to." in words
    assert "You chose: Forty minutes." in words
    assert "\x1b" not in words


def test_an_empty_line_is_no_choice() -> None:
    assert "Nothing was typed. Type 1 to 4, or ? for help." in heard("")


def test_help_lists_what_may_be_typed() -> None:
    words = heard("?")
    for word in ("e ", "j ", "u ", "r 3", "t ", "s ", "q ", "c ", "l ", "x ", "?"):
        assert f"\n{word}" in words


@pytest.mark.parametrize("typed", ["q", "quit", "Q"])
def test_quit_stops(typed: str) -> None:
    assert "You chose" not in heard(typed, "3")


def test_the_card_of_the_last_choice_can_be_asked_for() -> None:
    assert "Choice 1: Forty minutes.\n\nAsked: What was he told?" in heard("3", "e")


def test_before_the_first_choice_there_is_no_card() -> None:
    assert "You have made no choice yet." in heard("e")


def test_the_journal_can_be_asked_for() -> None:
    assert "1. The hut: Wait.\n2. The hut: Forty minutes. DISPUTED [D]" in heard("2", "3", "j")


def test_undo_takes_back_and_says_the_page_again() -> None:
    words = heard("2", "u")
    assert "Choice 1 is taken back.\n\nThe hill. 12 June 1938. Hut\n\nThe hut\n\nA hut." in words


def test_undo_at_the_start_says_that_there_is_nothing() -> None:
    assert "There is no choice to take back." in heard("u")


def test_rewind_goes_back_before_a_choice() -> None:
    assert "Back before choice 1." in heard("2", "2", "r 1")


def test_the_text_can_be_had_again() -> None:
    assert heard("x").count("A hut.") == 2


def test_a_play_can_be_begun_again() -> None:
    session = Session(RULES)
    heard("2", "n", session=session)
    assert session.choices == ()


def test_the_heading_is_said_when_it_changes_and_not_again() -> None:
    assert heard("2", "2").count("The hill. 12 June 1938. Hut") == 1


def test_after_an_ending_names_numbers_and_credits_are_said() -> None:
    words = heard("3", "1")
    assert "The end: The far side." in words
    assert "How many were taken?\nAbout 172,000. ONE TELLER. Told by: Essay, line 3." in words
    assert "Names\nKim. A schoolteacher." in words
    assert "Not yet reviewed." in words


def test_after_an_ending_a_choice_can_be_taken_back() -> None:
    session = Session(RULES)
    words = heard("3", "1", "1", "u", session=session)
    assert "'1' is not on offer. The play is over" in words
    assert session.choices == ("hill.hut/forty",)


def test_off_the_record_is_said_on_each_page_until_it_is_rejoined() -> None:
    words = heard("stay", "out")
    assert words.count("Off the record since: Stay.") == 1
    assert "The record has: INVENTED [F]." in words


def test_an_investigator_hears_the_record_before_the_choice() -> None:
    session = Session(RULES, manner=Manner(Marks.INVESTIGATOR))
    assert "3. Forty minutes. DISPUTED [D]" in heard(session=session)


def test_in_a_clean_play_the_record_comes_at_the_end() -> None:
    session = Session(RULES, manner=Manner(Marks.CLEAN))
    before = heard("3", "e", "j", "c", "t", "l", "a", "d", "]", session=session)
    assert "DISPUTED" not in before
    assert "[D]" not in before
    assert "The record is shown at the end" in before
    assert "DISPUTED [D]" in heard("1", session=session)


def test_a_live_reader_turns_from_beat_to_beat_with_enter() -> None:
    tale = story(scene("a.b", choice("go", to="a.c"), text=prose("One.\n---\nTwo.")), end("a.c"))
    assert "One.\n\nEnter to go on: \nTwo." in heard("", session=Session(Rules(tale)), live=True)
    assert "Enter to go on" not in heard(session=Session(Rules(tale)))


def test_an_interrupt_ends_the_play_politely() -> None:
    class Interrupted(io.StringIO):
        def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
            raise KeyboardInterrupt

    words = io.StringIO()
    assert play(Session(RULES), Streams(Interrupted(), words)) == 0
    assert words.getvalue().endswith("The play stops here.\n")


def test_a_listener_who_leaves_is_no_fault() -> None:
    class Gone(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    assert play(Session(RULES), Streams(io.StringIO("1\n"), Gone())) == 0


def test_bytes_that_are_no_text_are_a_wrong_answer() -> None:
    lines = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n3\n"), encoding="utf-8")
    words = io.StringIO()
    play(Session(RULES), Streams(lines, words))
    assert "You chose: Forty minutes." in words.getvalue()


def test_a_script_is_followed_and_then_the_play_stops() -> None:
    code, words = followed("look", "hill.hut/wait", "3")
    assert code == 0
    assert words.count("You chose: ") == 3
    assert "Number, or ?" not in words


def test_a_script_that_goes_wrong_says_where_and_ends_with_two() -> None:
    code, words = followed("2", "fly", "3")
    assert code == 2
    assert words.endswith("Choice 2 of those to take: 'fly' is not on offer in 'hill.hut'.\n")


def test_each_choice_in_a_slot_is_saved_and_said_to_be(tmp_path: Path) -> None:
    session = new_session(STORY, slot="1", folder=tmp_path)
    words = heard("2", "3", session=session)
    session.close()
    assert [line for line in words.splitlines() if line.startswith("SAVED")] == [
        "SAVED 1",
        "SAVED 2",
    ]
    assert words.endswith("The play stops here. It is kept as 'slot1'.\n")


def test_what_is_taken_back_is_saved_too(tmp_path: Path) -> None:
    session = new_session(STORY, slot="1", folder=tmp_path)
    heard("2", "2", "u", session=session)
    session.close()
    again, _ = resume(STORY, "1", tmp_path)
    again.close()
    assert again.choices == ("hill.hut/wait",)


def test_saved_is_said_only_after_the_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = new_session(STORY, slot="1", folder=tmp_path)
    words = io.StringIO()
    seen: list[str] = []
    real = session.save

    def saving() -> object:
        seen.append(words.getvalue())
        return real()

    monkeypatch.setattr(Session, "save", lambda _session: saving())
    play(session, Streams(io.StringIO("2\n"), words))
    session.close()
    assert "SAVED" not in seen[0]
    assert "SAVED 1" in words.getvalue()


def test_a_save_that_fails_is_said_and_the_play_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> int:
        raise OSError(28, "No space left on device")

    session = new_session(STORY, slot="1", folder=tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        words = heard("2", "3", session=session)
    session.close()
    assert "SAVED" not in words
    assert words.count("could not be written: no space left on device") == 2
    assert "You chose: Forty minutes." in words


def test_to_save_without_a_slot_says_how_to_have_one() -> None:
    assert "Begin with `--slot 1` to have one." in " ".join(heard("s").split())


def test_a_resumed_play_says_where_it_is_and_what_happened(tmp_path: Path) -> None:
    session = new_session(STORY, slot="1", folder=tmp_path)
    heard("2", "3", session=session)
    session.close()
    (tmp_path / "slot1.json").write_bytes(b"rot")
    again, told = resume(STORY, "1", tmp_path)
    words = heard(session=again, told=told)
    again.close()
    assert "You are at: The hill. The hut. 12 June 1938." in words
    assert "A backup of 'slot1.json' was opened instead, at turn 1." in words


def edited_play(tmp_path: Path) -> tuple[Session, tuple[str, ...]]:
    session = new_session(STORY, slot="1", folder=tmp_path)
    heard("2", "4", session=session)
    session.close()
    hut = scene("hill.hut", choice("wait", to="hill.hut"), title="The hut")
    return resume(story(hut, end("hill.end")), "1", tmp_path)


@pytest.mark.parametrize(("answer", "log"), [("1", ("hill.hut/wait",)), ("2", ())])
def test_a_story_that_outgrew_the_save_is_asked_about(
    tmp_path: Path, answer: str, log: tuple[str, ...]
) -> None:
    session, told = edited_play(tmp_path)
    words = heard("what?", answer, session=session, told=told)
    session.close()
    assert "1. Go on at 'The hut', 1 choice back." in words
    assert "Type 1, 2 or 3." in words
    assert session.choices == log


@pytest.mark.parametrize("answers", [("3",), ()])
def test_a_save_left_alone_is_not_touched(tmp_path: Path, answers: tuple[str, ...]) -> None:
    session, told = edited_play(tmp_path)
    before = (tmp_path / "slot1.json").read_bytes()
    heard(*answers, session=session, told=told)
    session.close()
    assert (tmp_path / "slot1.json").read_bytes() == before


def seated(*lines: str, likings: Likings | None = None, greeted: bool = False) -> tuple[int, str]:
    words = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    sitter = Sitter(likings or Likings(), greeted=greeted)
    code = play(Session(RULES), Streams(typed, words, live=True), sitter=sitter)
    return code, words.getvalue()


@pytest.mark.parametrize(
    ("answer", "told", "settled"),
    [
        ("1", "Empty villages.", "ask"),
        ("2", "A map.", "ask"),
        ("3", "A map.", "skip"),
        ("4", "Empty villages.", "show"),
    ],
)
def test_somebody_who_types_is_asked_before_a_hard_passage(
    answer: str, told: str, settled: str
) -> None:
    likings = Likings()
    _, said = seated("1", answer, likings=likings)
    assert "What follows reports deportation.\n1. Read it." in said
    assert told in said
    assert ("Empty villages." in said) == (told == "Empty villages.")
    assert how(likings.settings, "deportation") == settled


def test_no_answer_reads_nothing_hard() -> None:
    _, said = seated("1", "perhaps")
    assert "Type 1, 2, 3 or 4." in said
    assert "Empty villages." not in said


def test_a_tag_that_is_always_passed_over_is_not_asked_about() -> None:
    likings = Likings()
    likings.settle("skip", "deportation")
    _, said = seated("1", likings=likings)
    assert "What follows" not in said
    assert "A map." in said


def test_lines_that_nobody_types_are_never_an_answer() -> None:
    said = heard("1")
    assert "What follows" not in said
    assert "Empty villages." in said


def test_a_hard_passage_can_be_passed_over_and_read_after_all() -> None:
    said = heard("1", "k", "k")
    assert said.count("Empty villages.") == 2
    assert said.count("A map.") == 1
    assert "Nothing on this page can be passed over." in heard("k")


def test_settings_can_be_said_and_settled_in_a_play() -> None:
    likings = Likings()
    _, said = seated("settings", "settings marks clean", "SETTINGS deportation skip", "1",
                     "settings moods high", likings=likings)  # fmt: skip
    assert "theme: auto. The colours on the full screen: auto, night, paper" in said
    assert "marks: clean, from now on." in said
    assert "A map." in said
    assert "There is no setting 'moods'." in said
    assert likings.settings.marks == "clean"


def test_to_the_title_leads_only_back_where_one_came_from() -> None:
    code, said = seated("title", greeted=True)
    assert code == TO_TITLE
    assert "Who he was" not in said
    code, said = seated("title", "q")
    assert code == 0
    assert "was not opened from a title" in said


def test_a_what_if_goes_back_and_says_how_to_return() -> None:
    words = heard("2", "3", "what 1", "4")
    assert "Back before choice 1, only to see. Your play waits." in words
    assert words.count("What if, since 'The hut'. Type return to go back to your play.") == 2


@pytest.mark.parametrize("typed", ["what 1", "what1", "what if 1", "WHAT 1"])
def test_return_takes_the_play_up_where_it_was_left(typed: str) -> None:
    session = Session(RULES)
    words = heard("2", "3", typed, "4", "return", session=session)
    assert "Back in your play." in words
    assert session.choices == ("hill.hut/wait", "hill.hut/forty")


def test_keep_makes_the_new_way_the_play() -> None:
    session = Session(RULES)
    heard("3", "what 1", "4", "keep", session=session)
    assert (session.what_if, session.choices) == ("", ("hill.hut/stay",))


@pytest.mark.parametrize("typed", ["return", "keep"])
def test_where_there_is_no_what_if_the_play_says_so(typed: str) -> None:
    assert "This is no what if: it is the play itself." in heard("3", typed)


def test_a_new_play_is_not_begun_while_one_waits() -> None:
    session = Session(RULES)
    assert "Your play waits." in heard("3", "what 1", "n", "return", session=session)
    assert session.choices == ("hill.hut/forty",)


def test_in_a_what_if_nothing_is_saved_and_leaving_says_what_is_kept(tmp_path: Path) -> None:
    session = new_session(STORY, slot="1", folder=tmp_path)
    words = heard("2", "3", "what 1", "4", "q", session=session)
    session.close()
    assert words.count("SAVED") == 2
    assert "The what if is dropped; your play is kept as 'slot1'." in " ".join(words.split())
    again, _ = resume(STORY, "1", tmp_path)
    assert again.choices == ("hill.hut/wait", "hill.hut/forty")
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill like this one")
def test_a_game_killed_in_a_what_if_leaves_the_play_that_waits(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "game", "play", str(STORIES / "crossing"), "--plain"]
    with subprocess.Popen(
        [*command, "--slot", "1", "--saves", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write("1\n1\nwhat 1\n2\n")
        program.stdin.flush()
        seen = 0
        while seen < 2:
            seen += next(program.stdout).startswith("What if, since")
        program.send_signal(signal.SIGKILL)
    assert verify(tmp_path / "slot1.json").kept.save.turn == 2


def test_an_ending_of_a_play_that_is_kept_says_how_many_were_met(tmp_path: Path) -> None:
    session = new_session(STORY, slot="1", folder=tmp_path)
    assert "1 of 2 endings met." in heard("3", "1", session=session)
    session.close()


def test_the_endings_can_be_asked_for() -> None:
    assert "Endings met: 0 of 2." in heard("endings")
