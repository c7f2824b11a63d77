"""What the record calls computed, computed anew: moon, sun and distances.

The account ``sky`` names its method: standard formulae for 42.75 N 130.6 E. Here they are those of
Astronomy Engine (Don Cross), which follows VSOP87 and NOVAS to within a minute of arc.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import astronomy
import pytest

from game.loading.cover import shipped_story
from game.loading.folder import read_story
from game.model.story import Story

SITE = astronomy.Observer(42.75, 130.6)
SOVIET, JAPANESE = 10, 9
"""Hours ahead of Greenwich, as the account's method assumes."""
SUNS_EDGE, ASTRONOMICAL = -0.833, -18.0
"""Degrees of the sun's centre at rising (refraction and its own half width) and at full dark."""
EARTH = 6371.0
"""Mean radius in kilometres."""


@pytest.fixture(scope="module")
def tale() -> Story:
    story = read_story(shipped_story()).story
    assert story is not None
    return story


def says(tale: Story, question: str, claim: str) -> str:
    return tale.questions[question].claims[claim].says


def sun_reaches(
    altitude: float, direction: astronomy.Direction, after: astronomy.Time
) -> astronomy.Time:
    found = astronomy.SearchAltitude(astronomy.Body.Sun, SITE, direction, after, 1, altitude)
    assert found is not None
    return found


def clock(moment: astronomy.Time, ahead: int) -> str:
    there = moment.AddDays(ahead / 24 + 0.5 / 1440)
    return f"{there.Calendar()[3]:02d}:{there.Calendar()[4]:02d}"


def lit(moment: astronomy.Time) -> float:
    return float(astronomy.Illumination(astronomy.Body.Moon, moment).phase_fraction)


def test_the_method_stands_in_the_record(tale: Story) -> None:
    sky = tale.accounts["sky"]
    assert sky.kind == "computed"
    assert "42.75 N 130.6 E" in sky.method


def test_the_moon_was_full_and_low_in_the_night_of_12_to_13_june(tale: Story) -> None:
    midnight = astronomy.Time.Make(1938, 6, 12, 14, 0, 0)
    full = astronomy.SearchMoonPhase(180, midnight, 2)
    assert full is not None
    assert abs(full.ut - astronomy.Time.Make(1938, 6, 12, 23, 47, 0).ut) < 5 / 1440
    highest = astronomy.SearchHourAngle(astronomy.Body.Moon, SITE, 0, midnight.AddDays(-0.3))
    assert lit(highest.time) > 0.99
    assert highest.hor.altitude == pytest.approx(25, abs=1)
    assert "full" in says(tale, "moon", "full")
    assert "twenty-five degrees" in says(tale, "moon", "full")


def test_full_darkness_lasted_little_more_than_four_hours(tale: Story) -> None:
    noon = astronomy.Time.Make(1938, 6, 12, 3, 0, 0)
    dark = sun_reaches(ASTRONOMICAL, astronomy.Direction.Set, noon)
    dawn = sun_reaches(ASTRONOMICAL, astronomy.Direction.Rise, dark)
    assert 4.0 < (dawn.ut - dark.ut) * 24 < 4.5
    assert "little more than four hours" in says(tale, "moon", "four-hours")


def test_the_sun_was_up_before_either_hour_that_is_told(tale: Story) -> None:
    before = astronomy.Time.Make(1938, 6, 12, 16, 0, 0)
    risen = sun_reaches(SUNS_EDGE, astronomy.Direction.Rise, before)
    hour = clock(risen, JAPANESE)
    assert hour in {"04:37", "04:38", "04:39"}
    assert "04:38" in says(tale, "daylight", "sun-up")
    assert clock(risen, SOVIET)[:2] == "05"


def test_the_first_journey_had_a_young_crescent(tale: Story) -> None:
    nights = [astronomy.Time.Make(1938, 5, 30, 14, 0, 0).AddDays(day) for day in range(5)]
    shares = [round(100 * lit(night)) for night in nights]
    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(2, abs=2)
    assert shares[-1] == pytest.approx(33, abs=3)
    assert "two to thirty-three parts" in says(tale, "moon-first", "crescent")


def test_distances_in_the_prose_are_those_of_the_map(tale: Story) -> None:
    assert between(tale, "khabarovsk-office", "voroshilov") == pytest.approx(573, abs=15)
    assert between(tale, "voroshilov", "posyet") == pytest.approx(158, abs=10)
    assert between(tale, "hunchun", "seoul") == pytest.approx(655, abs=15)


def between(tale: Story, one: str, other: str) -> float:
    """Great circle in kilometres (haversine)."""
    here, there = tale.places[one], tale.places[other]
    assert here.latitude is not None
    assert here.longitude is not None
    assert there.latitude is not None
    assert there.longitude is not None
    north, east = radians(there.latitude - here.latitude), radians(there.longitude - here.longitude)
    chord = (
        sin(north / 2) ** 2
        + cos(radians(here.latitude)) * cos(radians(there.latitude)) * sin(east / 2) ** 2
    )
    return 2 * EARTH * asin(sqrt(chord))
