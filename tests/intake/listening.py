"""A socket that no reader may ever reach, and who did."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def heard_at(server: socket.socket) -> Iterator[list[str]]:
    """Accepts on the open server while the block runs; the addresses of those who called stand in the list."""
    heard: list[str] = []
    done = threading.Event()
    server.settimeout(0.1)

    def listen() -> None:
        while not done.is_set():
            try:
                connection, address = server.accept()
            except TimeoutError:
                continue
            heard.append(str(address))
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield heard
    finally:
        done.set()
        thread.join()
