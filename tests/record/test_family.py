from __future__ import annotations

from game.model.record import UNKNOWN
from game.record.family import Kin, family
from tests.builders import account, choice, claim, end, question, scene, story, telling

ACCOUNTS = (
    account("himself"),
    account("press", rests_on=("himself",)),
    account("book", rests_on=("press", "file")),
    account("file"),
    account("rumour", rests_on=UNKNOWN),
)


def kin(*told: str, **rivals: str) -> tuple[Kin, ...]:
    tellings = [telling(name) for name in told]
    tellings += [telling(name, source=(source,)) for name, source in rivals.items()]
    return of(*tellings)


def of(*tellings: object) -> tuple[Kin, ...]:
    asked = question("day", claim("twelve", *tellings))  # type: ignore[arg-type]
    tale = story(
        scene("a.b", choice("go", to="a.c")), end("a.c"), questions=[asked], accounts=ACCOUNTS
    )
    return family(tale, asked, "twelve")


def drawn(kin: tuple[Kin, ...]) -> str:
    return " ".join(
        f"{each.account.account}({drawn(each.takers)})" if each.takers else each.account.account
        for each in kin
    )


def test_nobody_tells_and_nobody_took_it() -> None:
    assert kin() == ()


def test_takers_stand_below_those_they_took_it_from() -> None:
    assert drawn(kin("himself", "press")) == "himself(press)"


def test_who_took_it_from_two_stands_below_both() -> None:
    assert drawn(kin("book")) == "himself(press(book)) file(book)"


def test_an_origin_that_is_only_named_does_not_tell() -> None:
    (root,) = kin("press")
    assert (root.tellings, root.first_hand) == ((), True)
    assert root.takers[0].tellings[0].telling.at == "line 1"


def test_the_source_of_one_telling_goes_before_what_the_account_rests_on() -> None:
    assert drawn(kin("file", press="file")) == "file(press)"


def test_a_telling_that_names_its_own_account_is_at_first_hand() -> None:
    (root,) = kin(book="book")
    assert (root.first_hand, root.unknown, root.takers) == (True, False, ())


def test_nobody_can_say_is_marked() -> None:
    (root,) = kin("rumour")
    assert (root.first_hand, root.unknown) == (False, True)


def test_two_states_of_an_account_are_one_of_the_family() -> None:
    (root,) = of(telling("himself", state="early"), telling("himself", state="late"))
    assert [voice.telling.state for voice in root.tellings] == ["early", "late"]


def test_a_narrower_telling_belongs_to_the_family_of_the_wider_claim() -> None:
    asked = question("day", claim("june", "himself"), claim("twelve", "press", within="june"))
    tale = story(
        scene("a.b", choice("go", to="a.c")), end("a.c"), questions=[asked], accounts=ACCOUNTS
    )
    assert drawn(family(tale, asked, "june")) == "himself(press)"


def test_a_loop_of_tellings_is_cut_where_it_closes() -> None:
    assert drawn(kin(file="rumour", rumour="file")) == "file(rumour)"
