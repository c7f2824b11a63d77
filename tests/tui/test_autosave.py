from __future__ import annotations

import threading

import pytest

from game.problem import GameError
from game.tui.autosave import UNEXPECTED, Autosave, Kept


def test_askings_while_the_disk_is_busy_are_answered_by_one_save() -> None:
    free, begun, saves = threading.Event(), threading.Event(), []

    def save() -> int:
        begun.set()
        free.wait(5)
        saves.append(1)
        return len(saves)

    autosave = Autosave(save, lambda _: None)
    autosave.ask()
    begun.wait(5)
    for _ in range(10):
        autosave.ask()
    free.set()
    assert autosave.finish(5)
    assert len(saves) == 2


def test_a_save_that_fails_is_told_and_leaves_the_last_good_turn() -> None:
    heard: list[Kept] = []
    turns = iter((3,))

    def save() -> int:
        for turn in turns:
            return turn
        raise GameError("The disk is full.")

    done = threading.Event()

    def told(kept: Kept) -> None:
        heard.append(kept)
        done.set()

    autosave = Autosave(save, told)
    autosave.ask()
    assert done.wait(5)
    autosave.ask()
    assert not autosave.finish(5)
    assert heard == [Kept(3), Kept(3, "The disk is full.")]


def test_leaving_does_not_wait_for_ever_for_a_disk_that_hangs() -> None:
    free = threading.Event()

    def save() -> int:
        free.wait(5)
        return 1

    autosave = Autosave(save, lambda _: None)
    autosave.ask()
    assert not autosave.finish(0.01)
    assert autosave.is_busy
    free.set()


def test_a_fault_of_the_game_in_saving_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)

    def save() -> int:
        raise ZeroDivisionError

    heard: list[Kept] = []
    autosave = Autosave(save, heard.append)
    autosave.ask()
    autosave._thread.join(5)
    assert [each.fault for each in heard] == [UNEXPECTED]
    assert not autosave.finish(5)
