from __future__ import annotations

import pytest

from game.playing.writing.given import NotGiven, allowed, scene_given, value_written, values_given
from tests.builders import end, one_of, story, whole, yes_no

STORY = story(
    end("a.one"),
    variables=[whole("n", -1, 3), yes_no("asked"), one_of("way", "door", "window")],
)
REFUSED = (
    ("m=1", "The story has no variable 'm'."),
    ("askd=true", "The story has no variable 'askd'. Did you mean 'asked'?"),
    ("n", "'n' is set to nothing. Write `n=0`."),
    ("n=4", "'n' cannot be '4'; it can be -1 to 3."),
    ("n=many", "'n' cannot be 'many'; it can be -1 to 3."),
    ("n=٣", "'n' cannot be '٣'; it can be -1 to 3."),
    ("n=99999999999999999999", "it can be -1 to 3."),
    ("asked=perhaps", "'asked' cannot be 'perhaps'; it can be false, true."),
    ("asked=2", "'asked' cannot be '2'; it can be false, true."),
    ("way=roof", "'way' cannot be 'roof'; it can be door, window."),
    ("way=1", "'way' cannot be '1'; it can be door, window."),
)


@pytest.mark.parametrize(("written", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(written: str, sentence: str) -> None:
    with pytest.raises(NotGiven) as refused:
        values_given(STORY, [written])
    assert sentence in str(refused.value)
    assert refused.value.exit_code == 2


def test_values_are_read_as_the_story_writes_them() -> None:
    written = ["n = -1", "asked=yes", "way=window"]
    assert values_given(STORY, written) == {"n": -1, "asked": 1, "way": 1}


def test_a_value_is_set_once() -> None:
    with pytest.raises(NotGiven, match="'n' is set twice"):
        values_given(STORY, ["n=1", "n=1"])


def test_a_scene_that_is_not_there_is_named_with_the_nearest() -> None:
    assert scene_given(STORY, "a.one") == "a.one"
    with pytest.raises(NotGiven, match=r"no scene 'a.on'. Did you mean 'a.one'\?"):
        scene_given(STORY, "a.on")


@pytest.mark.parametrize("name", STORY.variables)
def test_a_value_that_was_written_is_read_back(name: str) -> None:
    variable = STORY.variables[name]
    for number in range(variable.low, variable.high + 1):
        text = value_written(variable, number)
        assert values_given(STORY, [f"{name}={text}"]) == {name: number}


def test_what_a_variable_can_be_is_said_by_its_kind() -> None:
    said = [allowed(each) for each in STORY.variables.values()]
    assert said == ["-1 to 3", "false, true", "door, window"]
