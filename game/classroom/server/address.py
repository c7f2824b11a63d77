"""This is where a lesson can be opened: the addresses of this machine, and a port that is free.

No network is asked: a datagram socket that is given somewhere to go says which address it would
leave from, and sends nothing.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import socket
import struct
import sys
from collections.abc import Iterator
from typing import Final

from game.problem import GameError

HERE: Final = "127.0.0.1"
PORT: Final = 8765
_TRIES: Final = 20
_TOWARDS: Final = ("192.168.0.1", "10.0.0.1", "172.16.0.1", "192.0.2.1", "169.254.1.1")
_ASK_ADDRESS: Final = 0xC0206921 if sys.platform == "darwin" else 0x8915


class NotAnAddress(GameError):
    """A lesson was to be opened where this machine is not."""

    exit_code = 2

    def __init__(self, host: str, there: tuple[str, ...]) -> None:
        """Name what was asked for and what there is."""
        known = ", ".join((HERE, *there))
        super().__init__(f"This machine has no address '{host}'. It has: {known}.")


class NoPort(GameError):
    """No port could be opened."""

    def __init__(self, host: str, port: int) -> None:
        """Name where it was tried."""
        super().__init__(
            f"Nothing can be opened at {host}, ports {port} to {port + _TRIES - 1}: all are taken "
            "or closed to programs. Try another with --port."
        )


def addresses() -> tuple[str, ...]:
    """Give the addresses under which others can reach this machine, home networks first."""
    found = {each for each in (*_leaving(), *_of_interfaces(), *_of_name()) if _is_reachable(each)}
    return tuple(sorted(found, key=_order))


def chosen(host: str) -> str:
    """Make sure that a lesson can be opened at this address. Raises ``NotAnAddress``."""
    there = addresses()
    wanted = HERE if host == "localhost" else host
    if wanted == HERE or wanted in there:
        return wanted
    raise NotAnAddress(host, there)


def listen(host: str, port: int) -> tuple[int, tuple[socket.socket, ...]]:
    """Open a port at an address and at this machine's own; the next one where it is taken.

    Raises ``NoPort``.
    """
    for tried in range(port, port + _TRIES if port else 1):
        with contextlib.suppress(OSError, OverflowError):
            return _opened(tuple(dict.fromkeys((HERE, host))), tried)
    raise NoPort(host, port)


def _opened(hosts: tuple[str, ...], port: int) -> tuple[int, tuple[socket.socket, ...]]:
    opened: list[socket.socket] = []
    try:
        for host in hosts:
            opened.append(socket.create_server((host, port), backlog=512))
            port = opened[-1].getsockname()[1]
    except OSError:
        for each in opened:
            each.close()
        raise
    return port, tuple(opened)


def _leaving() -> Iterator[str]:
    for towards in _TOWARDS:
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked,
        ):
            asked.connect((towards, 9))
            yield asked.getsockname()[0]


def _of_interfaces() -> Iterator[str]:
    try:
        from fcntl import ioctl  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _, name in socket.if_nameindex():
            with contextlib.suppress(OSError):
                held = ioctl(asked, _ASK_ADDRESS, struct.pack("256s", name.encode()[:15]))
                yield socket.inet_ntoa(held[20:24])


def _of_name() -> tuple[str, ...]:
    """Windows knows its own addresses by its own name; elsewhere a name may be looked up far."""
    if os.name == "nt":
        with contextlib.suppress(OSError):
            return tuple(socket.gethostbyname_ex(socket.gethostname())[2])
    return ()


def _is_reachable(address: str) -> bool:
    found = ipaddress.ip_address(address)
    return not (found.is_loopback or found.is_unspecified or found.is_multicast)


def _order(address: str) -> tuple[bool, bool, bytes]:
    found = ipaddress.ip_address(address)
    return (found.is_link_local, not found.is_private, found.packed)
