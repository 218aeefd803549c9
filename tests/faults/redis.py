"""Something that listens where a Redis should be, and behaves like a bad one."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Replier = Callable[[list[bytes]], bytes]


class FakeRedis:
    """Listens, and answers each command as `answer` says; without one it never answers."""

    def __init__(self, answer: Replier | None) -> None:
        self.answer = answer
        self.asked = 0
        self.clients: list[socket.socket] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        # In the older protocol there is no greeting to understand.
        self.url = f"redis://127.0.0.1:{self.listener.getsockname()[1]}?protocol=2"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                self.clients.append(client)
                threading.Thread(target=self.serve, args=[client], daemon=True).start()

    def serve(self, client: socket.socket) -> None:
        with suppress(OSError, ValueError), client.makefile("rb") as lines:
            while head := lines.readline():
                words = [self.word(lines.readline(), lines.readline) for _ in range(int(head[1:]))]
                self.asked += 1
                if self.answer:
                    client.sendall(self.answer(words))

    @staticmethod
    def word(_: bytes, read: Callable[[], bytes]) -> bytes:
        return read().strip()

    def stop(self) -> None:
        # A thread that accepts doesn't notice that its socket is closed.
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        for open_socket in (self.listener, *self.clients):
            open_socket.close()


def full(words: list[bytes]) -> bytes:
    """Answer as a Redis does that may take no more memory: what is there can be read."""
    command = words[0].upper()
    if command == b"GET":
        return b"$-1\r\n"
    return b"-OOM command not allowed when used memory > 'maxmemory'.\r\n" if command == b"SET" else b"+OK\r\n"


@contextmanager
def fake_redis(answer: Replier | None) -> Iterator[FakeRedis]:
    server = FakeRedis(answer)
    try:
        yield server
    finally:
        server.stop()
