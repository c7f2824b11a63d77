from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.playing.opening import Beginning, begin_session, resume
from game.playing.page import Page
from game.playing.session import Manner, Session
from tests.drivers import Sample, pages, plain, samples, told

SAMPLES = samples()
by_name = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def unsaved(page: Page) -> Page:
    return dataclasses.replace(page, saved=False)


@by_name
def test_a_play_reads_as_it_always_did(sample: Sample) -> None:
    assert plain(sample) == sample.transcript.read_text("utf-8")


@by_name
def test_every_choice_of_a_play_is_said(sample: Sample) -> None:
    assert plain(sample).count("You chose: ") >= len(sample.choices)


@by_name
def test_a_play_saved_and_opened_again_after_each_turn_is_the_same(
    sample: Sample, tmp_path: Path
) -> None:
    first = begin_session(
        told(sample.story),
        Beginning(sample.seed),
        slot="1",
        folder=tmp_path,
        manner=Manner(sample.marks),
    )
    first.save()
    first.close()

    def through_the_disk(session: Session) -> Session:
        if session.slot is not None:
            session.save()
            session.close()
        again, news = resume(told(sample.story), "1", tmp_path)
        assert news == ()
        return again

    assert [unsaved(page) for page in pages(sample, through_the_disk)] == pages(sample)


@by_name
@pytest.mark.parametrize("hash_seed", ["0", "1", "random"])
def test_a_play_is_the_same_bytes_under_every_hash_seed(sample: Sample, hash_seed: str) -> None:
    options = ["--plain", "--seed", str(sample.seed), "--marks", sample.marks.value]
    story = [] if sample.story is None else [str(sample.story)]
    done = subprocess.run(
        [sys.executable, "-m", "game", "play", *story, *options, "--choices", str(sample.input)],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == sample.transcript.read_text("utf-8")
