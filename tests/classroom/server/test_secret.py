"""What lets one in."""

from __future__ import annotations

from game.classroom.server.secret import LENGTH, SIGNS, Mint, hashed, is_code, join_code, new_key


def test_a_code_is_the_same_again_after_a_crash_and_another_when_asked_for() -> None:
    assert join_code(7, 0) == join_code(7, 0)
    assert len({join_code(7, number) for number in range(50)}) == 50
    assert len({join_code(seed, 0) for seed in range(50)}) == 50


def test_a_code_has_no_vowels_and_nothing_that_looks_like_another_sign() -> None:
    assert not set("AEIOU01LZ2S5B8G6") & set(SIGNS)
    assert all(len(join_code(seed, 0)) == LENGTH for seed in range(20))


def test_a_code_may_be_typed_small_and_apart() -> None:
    code = join_code(7, 0)
    assert is_code(f" {code[:3].lower()}-{code[3:]} ", code)
    assert not is_code(code[:-1], code)
    assert not is_code("", code)


def test_what_is_kept_of_a_token_is_not_the_token() -> None:
    token = Mint().token("0" * 32)
    assert token not in hashed(token)
    assert len(token) == 32


def test_tokens_of_two_runs_differ_for_the_same_number() -> None:
    assert Mint().token("0" * 32) != Mint().token("0" * 32)


def test_no_key_comes_twice() -> None:
    assert len({new_key() for _ in range(100)}) == 100
