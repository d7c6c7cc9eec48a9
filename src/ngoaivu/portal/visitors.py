"""Visitors «người đang đọc»: who reads now and since when, in memory that all processes of one server see and that ends with it.

The server's first process makes a nameless piece of memory (Linux alone has it; elsewhere each process counts for itself) and
hands its place down by the environment. In it stand the salt of the day and, for each reader, a hash, two moments and the
process that began his visit. Nothing of it ever reaches a disk.
"""

import fcntl
import mmap
import os
import secrets
import struct
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

HEAD = struct.Struct("<i16s")  # the day as an ordinal, its salt
SLOT = struct.Struct("<12s8sdd")  # reader, owner, began, last
SLOTS = 4096  # readers of half an hour; every page made looks at all
TRIED = 32  # places a reader may stand in, one behind another
EMPTY = bytes(12)


@dataclass(frozen=True)
class Visit:
    """A reader's visit: when it began, when it last went on, which ledger counted it."""

    began: datetime
    last: datetime
    owner: bytes


def made() -> str:
    """Memory for the processes this one is going to start, as the address they open; empty where the system has none such."""
    if not hasattr(os, "memfd_create"):
        return ""
    memory = os.memfd_create("ngoaivu-visitors", 0)  # not closed when this process becomes the server
    os.ftruncate(memory, HEAD.size + SLOTS * SLOT.size)
    return f"/proc/{os.getpid()}/fd/{memory}"


def opened(address: str) -> "Shared | None":
    """The memory at an address; None where there is none, or none that may be opened."""
    try:
        return Shared(address) if address else None
    except OSError:
        return None


class Shared(MutableMapping[bytes, Visit]):
    """The visits of all processes, as a mapping; whoever finds no place takes that of the reader longest gone."""

    def __init__(self, address: str) -> None:
        self.file = open(address, "r+b", buffering=0)  # noqa: SIM115 — open as long as the process
        self.memory = mmap.mmap(self.file.fileno(), HEAD.size + SLOTS * SLOT.size)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While no other process reads or writes."""
        fcntl.flock(self.file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self.file, fcntl.LOCK_UN)

    def salt(self, on: date) -> bytes:
        """The salt of a day, the same for all; a new day forgets the readers of the day before, and a day gone by has none."""
        known, salt = HEAD.unpack_from(self.memory)
        if known == on.toordinal():
            return bytes(salt)
        salt = secrets.token_bytes(16)
        if known < on.toordinal():
            self.memory[HEAD.size :] = bytes(SLOTS * SLOT.size)
            HEAD.pack_into(self.memory, 0, on.toordinal(), salt)
        return salt

    def __getitem__(self, reader: bytes) -> Visit:
        for place in self._places(reader):
            key, owner, began, last = SLOT.unpack_from(self.memory, place)
            if key == reader:
                return Visit(datetime.fromtimestamp(began, UTC), datetime.fromtimestamp(last, UTC), owner)
        raise KeyError(reader)

    def __setitem__(self, reader: bytes, visit: Visit) -> None:
        SLOT.pack_into(self.memory, self._place_for(reader), reader, visit.owner, visit.began.timestamp(), visit.last.timestamp())

    def __delitem__(self, reader: bytes) -> None:
        for place in self._places(reader):
            if SLOT.unpack_from(self.memory, place)[0] == reader:
                SLOT.pack_into(self.memory, place, EMPTY, bytes(8), 0.0, 0.0)

    def __iter__(self) -> Iterator[bytes]:
        return (key for key, *_rest in SLOT.iter_unpack(self.memory[HEAD.size :]) if key != EMPTY)

    def __len__(self) -> int:
        return sum(1 for _reader in self)

    def _places(self, reader: bytes) -> Iterator[int]:
        first = int.from_bytes(reader[:4], "little")
        return (HEAD.size + (first + step) % SLOTS * SLOT.size for step in range(TRIED))

    def _place_for(self, reader: bytes) -> int:
        told = {place: SLOT.unpack_from(self.memory, place) for place in self._places(reader)}
        return next((place for place, (key, *_rest) in told.items() if key == reader), min(told, key=lambda place: told[place][3]))
