"""The server at a port: what it lets in, how long it waits, and what it never says."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator

import aiohttp
import pytest

from game.classroom.event import Remove, Wipe
from game.classroom.phase import Phase
from game.classroom.server.address import HERE
from game.classroom.server.hall import WRONG
from game.classroom.server.service import IDLE, PATIENCE
from game.classroom.server.wire import HEADERS, LARGEST
from game.classroom.sitting import Sitting
from tests.classroom import sample
from tests.classroom.server.house import House, opened, phones, raw, silent

CLASS = 40


@pytest.fixture
def house() -> Iterator[House]:
    with opened() as open_:
        yield open_


def voting() -> Sitting:
    """A lesson that stands at its first vote, with nobody in it."""
    return Sitting(sample.at(Phase.VOTE, seats=0))


async def posted(house: House, data: bytes, **headers: str) -> int:
    given = {"Content-Type": "application/json", **headers}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{house.url}/api/join", data=data, headers=given) as got,
    ):
        return got.status


async def shown(house: House, path: str = "/", **headers: str) -> aiohttp.ClientResponse:
    async with (
        aiohttp.ClientSession() as session,
        session.get(house.url + path, headers=headers) as got,
    ):
        await got.read()
        return got


async def test_forty_students_join_and_see_every_phase_of_the_lesson(house: House) -> None:
    async with phones(house, CLASS) as students:
        joined = await asyncio.gather(
            *(student.join(number) for number, student in enumerate(students))
        )
        assert joined == [200] * CLASS
        stamps = set()
        while house.room.phase is not Phase.EXPORT:
            await asyncio.gather(*(student.poll() for student in students))
            if students[0].common.get("asked") and students[0].common["asked"]["ballot"]:
                voted = await asyncio.gather(*(student.vote() for student in students))
                assert voted == [200] * CLASS
            assert {student.common["head"]["stamp"] for student in students} == {house.room.stamp}
            stamps.add(house.room.stamp)
            house.advance()
        assert len(stamps) == 1 + 2 * 10 + 3
        assert [len(each.deciding.votes) for each in house.room.rounds if each.deciding] == [40, 40]


async def test_everything_carries_the_headers_that_shut_other_pages_out(house: House) -> None:
    for path in ("/", "/class.js", "/api/state", "/nowhere/at/all"):
        got = await shown(house, path)
        assert {name: got.headers[name] for name in HEADERS} == dict(HEADERS)
        assert "Set-Cookie" not in got.headers


async def test_the_page_weighs_less_than_sixty_kilobytes_and_asks_nobody_else(house: House) -> None:
    bodies = []
    async with aiohttp.ClientSession() as session:
        for path in ("/", "/class.css", "/class.js"):
            async with session.get(house.url + path) as got:
                assert got.status == 200
                bodies.append(await got.text())
    assert sum(len(each.encode()) for each in bodies) < 60_000
    everything = "".join(bodies).replace("http://www.w3.org/2000/svg", "")
    assert "http:" not in everything
    assert "https:" not in everything
    assert "innerHTML" not in everything


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "evil.example:80", "Origin": "http://evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_host_or_page_is_turned_away(house: House, headers: dict[str, str]) -> None:
    got = await shown(house, "/api/state", **headers)
    assert got.status == 403


async def test_a_link_from_another_page_may_open_the_lesson(house: House) -> None:
    got = await shown(house, **{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"})
    assert got.status == 200


async def test_its_own_page_may_ask(house: House) -> None:
    own = {"Origin": house.url, "Sec-Fetch-Site": "same-origin"}
    assert await posted(house, b"{}", **own) == 400


async def test_thirty_megabytes_are_refused_before_they_are_read(house: House) -> None:
    head = (
        f"POST /api/join HTTP/1.1\r\nHost: {HERE}:{house.service.port}\r\n"
        "Content-Type: application/json\r\nContent-Length: 31457280\r\n\r\n"
    )
    answer, took = await raw(house, head.encode() + b"x" * 100_000)
    assert answer.startswith(b"HTTP/1.1 413")
    assert took < PATIENCE


async def test_a_body_in_pieces_is_refused_once_it_is_too_large(house: House) -> None:
    async def pieces() -> object:
        for _ in range(30):
            yield b"x" * 1024

    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{house.url}/api/join",
            data=pieces(),
            headers={"Content-Type": "application/json"},
        ) as got,
    ):
        assert got.status == 413


async def test_a_body_that_is_not_json_is_refused(house: House) -> None:
    assert await posted(house, b"{}", **{"Content-Type": "text/plain"}) == 415
    assert await posted(house, b"{}", **{"Content-Encoding": "gzip"}) == 415


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 8000 + b"]" * 8000,
        b"{" * 10,
        b'{"code": NaN, "once": ""}',
        b'{"code": "", "code": "", "once": ""}',
        b'{"code": "\\ud800", "once": "0123456789abcdef"}',
        b"\xff\xfe",
        b'{"code": 1, "once": ""}',
        b'{"code": "", "once": "", "more": ""}',
        b"",
    ],
)
async def test_what_is_misshapen_is_refused(house: House, body: bytes) -> None:
    assert len(body) <= LARGEST
    assert await posted(house, body) == 400


async def test_no_other_method_does_anything(house: House) -> None:
    async with aiohttp.ClientSession() as session:
        for method in ("PUT", "DELETE", "OPTIONS", "PATCH"):
            async with session.request(method, house.url + "/api/state") as got:
                assert got.status == 405


async def test_paths_lead_to_no_files(house: House) -> None:
    for path in ("/../../pyproject.toml", "/static/class.js", "/class.js/..", "/%2e%2e/x"):
        answer, _ = await raw(
            house,
            f"GET {path} HTTP/1.1\r\nHost: {HERE}:{house.service.port}\r\nConnection: close"
            "\r\n\r\n".encode(),
        )
        assert answer.startswith(b"HTTP/1.1 404")


async def test_wrong_codes_are_refused_and_then_slowed_down(house: House) -> None:
    async with phones(house, 1) as (guesser,):
        guesser.code = "CDFHJK"
        statuses = [await guesser.join() for _ in range(WRONG[0] + 1)]
        assert statuses == [403] * WRONG[0] + [429]
        guesser.code = house.hall.code
        assert await guesser.join() == 429
    assert not house.room.seats


async def test_who_is_in_goes_on_while_somebody_guesses(house: House) -> None:
    async with phones(house, 2) as (student, guesser):
        await student.join()
        guesser.code = "CDFHJK"
        for _ in range(WRONG[0] + 1):
            await guesser.join()
        assert await student.poll() == 200


async def test_asking_again_for_a_seat_takes_no_second_one(house: House) -> None:
    async with phones(house, 2) as (student, same):
        await student.join(7)
        await same.join(7)
        assert same.token == student.token
        assert len(house.room.seats) == 1


async def test_a_replayed_vote_of_another_ballot_is_refused() -> None:
    with opened(voting()) as house:
        async with phones(house, 1) as (student,):
            await student.join()
            await student.poll()
            vote = {
                "ballot": student.common["asked"]["ballot"],
                "option": student.common["asked"]["options"][1]["choice"],
                "known": "",
            }
            assert (await student.ask("POST", "/api/vote", vote))[0] == 200
            house.advance()
            status, found = await student.ask("POST", "/api/vote", vote)
            assert (status, found["code"]) == (409, "closed")
            house.advance()
            status, found = await student.ask("POST", "/api/vote", vote)
            assert (status, found["code"]) == (409, "stale")
            first = house.room.rounds[0].first
            assert first is not None
            assert len(first.votes) == 1


async def test_voting_twice_is_one_vote() -> None:
    with opened(voting()) as house:
        async with phones(house, 1) as (student,):
            await student.join()
            await student.poll()
            await student.vote(0)
            await student.vote(1)
            assert house.room.ballot is not None
            assert [vote.option[-1] for vote in house.room.ballot.votes.values()] == ["b"]


async def test_a_token_of_nobody_has_no_seat(house: House) -> None:
    async with phones(house, 1) as (stranger,):
        stranger.token = "0123456789abcdef" * 2
        assert (await stranger.ask("GET", "/api/state"))[0] == 401
        assert (await stranger.ask("POST", "/api/put-down", {}))[0] == 401


async def test_a_removed_seat_is_told_so_and_may_join_again(house: House) -> None:
    async with phones(house, 1) as (student,):
        await student.join(1)
        house.sitting.act(Remove(house.sitting.now(), 1))
        assert (await student.ask("GET", "/api/state"))[0] == 401
        student.token = ""
        assert await student.join(2) == 200


async def test_a_phone_that_asks_too_often_is_slowed_down(house: House) -> None:
    async with phones(house, 2) as (eager, calm):
        await eager.join(1)
        await calm.join(2)
        statuses = [(await eager.ask("GET", "/api/state"))[0] for _ in range(60)]
        assert statuses[0] == 200
        assert statuses[-1] == 429
        assert await calm.poll() == 200


async def test_no_seat_comes_back_by_trying_its_digits(house: House) -> None:
    async with phones(house, 2) as (student, thief):
        await student.join(1)
        wrong = [f"{digits:03}" for digits in range(10)]
        code = house.room.seats[1].code
        statuses = []
        for number, digits in enumerate(each for each in wrong if each != code):
            body = {"code": thief.code, "once": f"{number + 50:032}", "seat": 1, "digits": digits}
            statuses.append((await thief.ask("POST", "/api/return", body))[0])
        assert statuses[:5] == [403] * 5
        assert set(statuses[5:]) == {429}
        assert await student.poll() == 200


async def test_a_seat_comes_back_on_another_phone_and_the_old_one_has_none() -> None:
    with opened(voting()) as house:
        async with phones(house, 2) as (old, new):
            await old.join(1)
            await old.poll()
            await old.vote(2)
            digits = house.room.seats[1].code
            body = {"code": new.code, "once": f"{2:032}", "seat": 1, "digits": digits}
            status, found = await new.ask("POST", "/api/return", body)
            assert status == 200
            new.token = found["token"]
            await new.poll()
            assert new.own["first"].endswith("/c")
            assert (await old.ask("GET", "/api/state"))[0] == 401


async def test_only_the_key_opens_what_the_projector_shows(house: House) -> None:
    async with phones(house, 1) as (student,):
        await student.join()
        assert (await student.ask("GET", "/api/screen"))[0] == 401
        student.token = house.hall.key
        status, found = await student.ask("GET", "/api/screen")
        assert status == 200
        assert found["poster"]["code"] == house.hall.code


async def test_no_count_and_no_card_of_another_reaches_a_phone_before_its_time() -> None:
    with opened() as house:
        async with phones(house, 4) as students:
            for number, student in enumerate(students):
                await student.join(number)
            while house.room.phase is not Phase.REVEAL:
                for place, student in enumerate(students):
                    await student.poll()
                    if house.room.ballot is not None:
                        await student.vote(place % 3)
                house.advance()
            for student in students:
                assert b"RECORD" not in student.bytes
                assert b'"counts"' not in student.bytes
                role = house.room.seats[int(student.own["seat"])].role
                for other in sample.READERS:
                    assert (f"CARD for {other}.".encode() in student.bytes) is (other == role)
                await student.poll()
                assert b'"counts"' in student.bytes


async def test_a_phone_in_step_gets_no_more_than_its_clock(house: House) -> None:
    async with phones(house, 1) as (student,):
        await student.join()
        await student.poll()
        before = len(student.bytes)
        await student.poll()
        assert len(student.bytes) - before < 160


HEAD = f"POST /api/join HTTP/1.1\r\nHost: {HERE}\r\nContent-Type: application/json\r\n".encode()


@pytest.mark.slow
async def test_who_begins_and_does_not_end_is_let_go_within_twenty_seconds(house: House) -> None:
    stopped = await asyncio.gather(
        raw(house, b""),
        raw(house, b"G"),
        raw(house, b"GET / HTTP/1.1\r\nHost: 127.0.0.1"),
        raw(house, HEAD + b"Content-Length: 100\r\n\r\n{"),
        dripped(house, b"GET / HTTP/1.1\r\nX-Slow: "),
        dripped(house, HEAD + b"Content-Length: 500\r\n\r\n"),
    )
    assert all(took < min(IDLE + PATIENCE, 20) for _, took in stopped)
    assert [answer.split(b" ")[1] if answer else b"" for answer, _ in stopped] == [
        *(b"", b"", b"", b"408"),
        *(b"", b"408"),
    ]


async def dripped(house: House, head: bytes) -> tuple[bytes, float]:
    """Send a byte a second, and give all that comes until the other side closes."""
    reader, writer = await asyncio.open_connection(HERE, house.service.port)
    began = asyncio.get_running_loop().time()
    writer.write(head)

    async def drip() -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(1)

    dripping = asyncio.create_task(drip())
    data = b""
    with contextlib.suppress(ConnectionError):
        async with asyncio.timeout(20):
            data = await reader.read()
    dripping.cancel()
    writer.transport.abort()
    return data, asyncio.get_running_loop().time() - began


@pytest.mark.slow
async def test_who_reads_nothing_of_the_answers_is_let_go(house: House) -> None:
    _, writer = await asyncio.open_connection(HERE, house.service.port, limit=1024)
    ask = f"GET /class.js HTTP/1.1\r\nHost: {HERE}:{house.service.port}\r\n\r\n".encode()
    assert isinstance(writer.transport, asyncio.Transport)
    writer.transport.pause_reading()
    with contextlib.suppress(ConnectionError, TimeoutError):
        async with asyncio.timeout(3):
            for _ in range(2000):
                writer.write(ask)
                await writer.drain()
    assert await _gone(house, seconds=20)
    writer.transport.abort()


async def _gone(house: House, *, seconds: float) -> bool:
    """Tell whether the server has no connection left after a while."""
    door = house.service._door
    assert door is not None
    for _ in range(int(seconds * 5)):
        if not door._lines:
            return True
        await asyncio.sleep(0.2)
    return False


async def test_a_crowd_of_silent_connections_shuts_nobody_out() -> None:
    with opened(most=30) as house:
        crowd = [silent(house) for _ in range(60)]
        async with phones(house, 5) as students:
            joined = [await student.join(number) for number, student in enumerate(students)]
            assert joined == [200] * 5
        for each in crowd:
            each.close()


async def test_a_broken_request_line_gets_no_page_of_errors(house: House) -> None:
    answer, _ = await raw(house, b"NONSENSE\r\n\r\n")
    assert answer.split(b" ")[1] == b"400"
    assert b"NONSENSE" not in answer
    assert b"Server: otherside" in answer


async def test_after_the_end_a_phone_is_told_that_it_is_over() -> None:
    with opened(Sitting(sample.at(Phase.EXPORT))) as house:
        async with phones(house, 1) as (student,):
            student.token = "0123456789abcdef" * 2
            house.sitting.act(Wipe(house.sitting.now()))
            status, found = await student.ask("GET", "/api/state")
            assert (status, found["code"]) == (410, "over")


async def test_a_reason_is_cut_cleaned_and_escaped_on_its_way() -> None:
    with opened(Sitting(sample.at(Phase.AGAIN, seats=0))) as house:
        async with phones(house, 1) as (student,):
            await student.join()
            await student.poll()
            await student.vote(0, "agree")
            wild = "<script>alert(1)</script> \u202e\x1b]0;x\x07 \U0001f600" + "x" * 4900
            body = {
                "ballot": student.common["asked"]["ballot"],
                "text": wild,
                "account": "article",
            }
            assert (await student.ask("POST", "/api/reason", body))[0] == 200
            await student.poll()
            kept = student.own["reason"]
            assert len(kept) <= 140
            assert "\x1b" not in kept
            assert "\u202e" not in kept
            assert json.dumps(kept)[1:-1].startswith("<script>")
