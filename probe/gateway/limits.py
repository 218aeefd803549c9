"""What a client may ask of the server, in bytes and in seconds."""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True)
class Limits:
    """How much one client may send and leave unread, and how slowly; and what all may leave together.

    Attributes:
        headers: How long a client may take over the headers of a request, or send none, in seconds.
        body: The longest body of a request, in bytes; a portrait of 10 MB fits.
        body_pause: How long a client may send nothing of a body that it has begun, in seconds.
        body_time: How long it may take over the whole body, in seconds.
        read_pause: How long a client may read nothing of an answer, in seconds.
        long_answers: How many answers of more than one piece that take long may be made at once, in a process.
        unread: How many bytes of one answer may wait for its client.
        waiting: How many bytes may wait in all, for threads or for clients, in a process.
    """

    headers: float = 30
    body: int = 16 * MIB
    body_pause: float = 30
    body_time: float = 300
    read_pause: float = 60
    long_answers: int = 4
    unread: int = 256 * MIB
    waiting: int = 512 * MIB
