"""Whether LibreOffice really cannot reach the network where namespaces are forbidden: one conversion with a lure."""

from __future__ import annotations

import socket
import threading
from functools import cache
from typing import TYPE_CHECKING

from generator.intake.office.convert import convert
from generator.intake.process.network import without_network
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from generator.intake.limits import Limits


@cache
def is_isolated(program: str, limits: Limits) -> bool:
    """Whether conversions are cut off from the network: by a namespace, or proven by a page that nobody fetched.

    Without a namespace a document that links a picture and a style sheet of a local listener is converted; if the
    listener hears anything, the settings do not hold and LibreOffice must not be used.
    """
    if without_network():
        return True
    heard = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                except OSError:
                    return
                heard.set()
                connection.close()

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        page = f'<link rel="stylesheet" href="{address}/a.css"><body><p>x<img src="{address}/b.png"></p></body>'
        try:
            convert(page.encode("ascii"), ".html", program, limits, isolation=())
        except Refusal:
            pass  # what was not converted was not fetched either, unless the listener heard it
        finally:
            done.set()
            listener.join()
    return not heard.is_set()
