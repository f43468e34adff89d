"""Tests reach this machine and nothing else."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


@pytest.mark.parametrize("address", ["192.0.2.1", "example.org"])
def test_connection_to_another_machine_is_refused(address: str) -> None:
    with socket.socket() as outside, pytest.raises(SocketConnectBlockedError):
        outside.connect((address, 80))


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())
