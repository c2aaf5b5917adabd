# SPDX-License-Identifier: Apache-2.0
"""Sticks pulled at any moment: whatever reached them, the reader takes nothing that was not sent."""

import hashlib
import pickle
import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.exchange import package
from desk_app.operations import stick_writing
from tests.faults import at_hand, fat_sectors, stick_log, tools
from tests.faults.at_hand import Offices


class Reader:
    """Reads what stands on sticks: counts what is taken, refused, and under a final name without being whole."""

    def __init__(self, folder: Path, sent: Iterable[Path]) -> None:
        self._folder = folder
        self._right = {hashlib.sha256(path.read_bytes()).digest() for path in sent}
        self._known: dict[bytes, bool] = {}
        self.sticks = self.torn = self.wrong = 0
        self.usable = 0
        """Sticks from which at least one volume could be used."""

    def read(self, stick: stick_log.Torn) -> None:
        self.sticks += 1
        taken = 0
        for name, data in stick.items():
            whole = hashlib.sha256(data).digest()
            if whole not in self._known:
                self._known[whole] = self._takes(data)
            taken += self._known[whole]
            right = whole in self._right
            self.wrong += self._known[whole] and not right
            self.torn += name.upper().endswith(".DESK") and not right
        self.usable += taken > 0

    def _takes(self, data: bytes) -> bool:
        path = self._folder / "read.desk"
        path.write_bytes(data)
        try:
            package.read(path)
        except errors.Refused:
            return False
        return True


Written = tuple[list[stick_log.Done], list[Path], bytes]


@pytest.fixture
def written(offices: Offices) -> Written:
    """What was done to a stick for a package of three volumes, the files, and the bytes of an earlier package."""
    earlier = b"".join(path.read_bytes() for path in at_hand.three_volumes(offices).files)
    prepared = at_hand.three_volumes(offices)
    with stick_log.watched(offices.stick) as log:
        sent = finish(stick_writing.write_out(offices.kabupaten, prepared, offices.stick))
    assert len(sent.files) == 3
    return log, list(sent.files), earlier


def test_3_and_4_pulled_at_any_moment_nothing_wrong_is_taken(written: Written, tmp_path: Path) -> None:
    """§23 nos. 2, 3, 4: a stand-in for a stick, by the calls that were made and what was not flushed of them."""
    log, sent, earlier = written
    reader = Reader(tmp_path, sent)
    for stick in stick_log.torn(log, random.Random(4), earlier):
        reader.read(stick)
    assert reader.wrong == 0
    assert reader.sticks > 400
    assert reader.torn > 15, "a final name never stood before wrong bytes: nothing was tried"
    assert reader.usable > reader.sticks // 4


def test_3_and_4_the_same_on_a_fat32_image(written: Written, tmp_path: Path) -> None:
    """§23 nos. 2, 3, 4, 30: sector by sector of an image that pyfatfs writes; the kernel's own driver is not here.

    Nobody took these sticks out properly: each carries the dirty bit. It changes nothing; content decides.
    """
    log, sent, earlier = written
    (tmp_path / "calls").write_bytes(pickle.dumps([log, earlier]))
    told = tools.run("tests.faults.fat_image", str(tmp_path / "calls"), str(tmp_path / "sectors"))
    image = fat_sectors.Image(*pickle.loads((tmp_path / "sectors").read_bytes()))
    reader = Reader(tmp_path, sent)
    assert dict(image.files(image.whole())) == {path.name: path.read_bytes() for path in sent}, told
    assert image.is_dirty(image.whole())
    for sectors in image.torn(random.Random(32)):
        reader.read(dict(image.files(sectors)))
    assert reader.wrong == 0
    assert reader.sticks > 600
    assert reader.torn > 30
    assert reader.usable > reader.sticks // 4
