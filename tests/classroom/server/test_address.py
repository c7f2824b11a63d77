"""Where a lesson can be opened."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from game.classroom.server import address
from game.classroom.server.address import HERE, NoPort, NotAnAddress, addresses, chosen, listen


def test_no_address_of_this_machine_is_its_own_alone() -> None:
    assert all(not ipaddress.ip_address(each).is_loopback for each in addresses())


def test_home_networks_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_leaving", lambda: ("169.254.1.2", "8.8.4.4", "192.168.1.5"))
    monkeypatch.setattr(address, "_of_interfaces", lambda: ("0.0.0.0", "127.0.0.1"))  # noqa: S104
    assert addresses() == ("192.168.1.5", "8.8.4.4", "169.254.1.2")


def test_only_an_address_of_this_machine_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "addresses", lambda: ("192.168.1.5",))
    assert chosen("192.168.1.5") == "192.168.1.5"
    assert chosen("localhost") == HERE
    for other in ("0.0.0.0", "192.168.1.6", "example.org", ""):  # noqa: S104 - it is refused
        with pytest.raises(NotAnAddress, match=r"192\.168\.1\.5"):
            chosen(other)


def test_the_next_port_is_taken_where_one_is_taken() -> None:
    with socket.create_server((HERE, 0)) as taken:
        port = taken.getsockname()[1]
        found, sockets = listen(HERE, port)
        assert found > port
        for each in sockets:
            each.close()


def test_an_address_is_opened_beside_this_machines_own_at_one_port() -> None:
    port, sockets = listen("127.0.0.2", 0)
    assert [each.getsockname() for each in sockets] == [(HERE, port), ("127.0.0.2", port)]
    for each in sockets:
        each.close()


def test_where_nothing_can_be_opened_it_is_said() -> None:
    with pytest.raises(NoPort, match="all are taken"):
        listen("203.0.113.9", 40_000)
