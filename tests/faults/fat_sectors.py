# SPDX-License-Identifier: Apache-2.0
"""A FAT32 image as sectors, some of which never reached the stick, and a small reader of what then stands on it."""

import random
import struct
from collections.abc import Iterator, Mapping

from tests.faults.stick_log import SECTOR

Sectors = dict[int, bytes]
Step = tuple[str, list[tuple[int, bytes]]]

LAST = 0x0FFFFFF8
MOST_CLUSTERS = 4000
_LONG, _FOLDER, _VOLUME, _FREE = 0x0F, 0x10, 0x08, 0xE5


class Image:
    """The sectors of an empty stick, and those that each call altered on it, in order."""

    def __init__(self, base: Sectors, steps: list[Step]) -> None:
        self.base = base
        self.steps = steps
        head = base[0]
        self._per_cluster = head[13]
        reserved, fats, length = struct.unpack_from("<H", head, 14)[0], head[16], struct.unpack_from("<I", head, 36)[0]
        self._fat, self._data = reserved, reserved + fats * length
        self._root: int = struct.unpack_from("<I", head, 44)[0]

    def whole(self) -> Sectors:
        """The stick when nothing went wrong."""
        return self.base | {no: data for _what, written in self.steps for no, data in written}

    def is_dirty(self, sectors: Mapping[int, bytes]) -> bool:
        """Whether it says that it was not taken out properly (bit 27 of the second entry of the FAT)."""
        return not struct.unpack_from("<I", sectors[self._fat], 4)[0] & 1 << 27

    def torn(self, dice: random.Random) -> Iterator[Sectors]:
        """After each sector; with some of those lost that no flush had reached; and on a stick that lies of that."""
        written = [(no, data) for _what, written in self.steps for no, data in written]
        flushed = []
        for what, part in self.steps:
            reached = flushed[-1] if flushed else 0
            done = len(flushed) + len(part)
            flushed += [reached] * len(part)
            if what in ("sync", "settle") and flushed:
                flushed[-1] = done
        for upto in range(len(written) + 1):
            kept = self.base | dict(written[:upto])
            yield kept
            safe = flushed[upto - 1] if upto else 0
            for share in (0.2, 0.4, 0.6, 0.8):
                yield self.base | dict(
                    one for at, one in enumerate(written[:upto]) if at < safe or dice.random() < share)
                yield self.base | dict(one for one in written[:upto] if dice.random() < 0.75 + share / 4)

    def files(self, sectors: Mapping[int, bytes]) -> Iterator[tuple[str, bytes]]:
        """The files of the folder DESK as a lenient system would show them."""
        for name, folder, cluster, _size in self._entries(sectors, self._root):
            if folder and name.upper() == "DESK":
                for inner, is_folder, first, size in self._entries(sectors, cluster):
                    if not is_folder:
                        yield inner, self._chain(sectors, first)[:size]

    def _chain(self, sectors: Mapping[int, bytes], cluster: int) -> bytes:
        found = []
        for _ in range(MOST_CLUSTERS):
            if not 2 <= cluster < LAST:
                break
            first = self._data + (cluster - 2) * self._per_cluster
            found += [sectors.get(first + at, bytes(SECTOR)) for at in range(self._per_cluster)]
            sector, at = divmod(cluster * 4, SECTOR)
            cluster = struct.unpack_from("<I", sectors.get(self._fat + sector, bytes(SECTOR)), at)[0] & 0x0FFFFFFF
        return b"".join(found)

    def _entries(self, sectors: Mapping[int, bytes], cluster: int) -> Iterator[tuple[str, bool, int, int]]:
        data = self._chain(sectors, cluster)
        long: dict[int, str] = {}
        for at in range(0, len(data), 32):
            entry = data[at : at + 32]
            if entry[0] == 0:
                return
            if entry[0] != _FREE and entry[11] == _LONG:
                part = (entry[1:11] + entry[14:26] + entry[28:32]).decode("utf-16-le", "replace")
                long[entry[0] & 0x1F] = part.partition("\0")[0]
                continue
            if entry[0] != _FREE and not entry[11] & _VOLUME and not entry.startswith(b"."):
                short = entry[:8].decode("latin-1").rstrip() + "." + entry[8:11].decode("latin-1").rstrip()
                name = "".join(long[no] for no in sorted(long)).rstrip("\uffff") or short.rstrip(".")
                high, low, size = struct.unpack_from("<H", entry, 20)[0], *struct.unpack_from("<HI", entry, 26)
                yield name, bool(entry[11] & _FOLDER), high << 16 | low, size
            long = {}
