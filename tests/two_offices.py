# SPDX-License-Identifier: Apache-2.0
"""A kabupaten and one of its kecamatan that know each other, and what they have typed differently."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.operations import answers, import_outcome, offices, receiving, sending
from desk_app.operations.desk import Desk
from tests import acquainted, regency_offices
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

FIRST = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
SECOND = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 2)
YES_NO = "log.formulir"
NUMBER = "log.kotak.ppwp"


@dataclass(frozen=True)
class Two:
    """Both offices, open, and a folder that stands for the stick."""

    kabupaten: Desk
    tempe: Desk
    stick: Path

    def carry(self, source: Desk, target: Desk) -> import_outcome.Outcome:
        sent = finish(sending.send(source, target.identity.place, self.stick))
        [outcome] = finish(receiving.receive(target, sent.files))
        return outcome

    def send(self, source: Desk, target: Desk) -> Path:
        """A package that lies on the stick."""
        return finish(sending.send(source, target.identity.place, self.stick)).files[0]

    def disagree(self) -> None:
        """Both type another answer and another number; nothing is carried yet."""
        answers.set_answers(self.kabupaten, [(FIRST, YES_NO, rules.Mark.NOT_YET, None), (SECOND, NUMBER, 4, None)])
        answers.set_answers(self.tempe, [(FIRST, YES_NO, rules.Mark.DONE, None), (SECOND, NUMBER, 5, "menyusul")])


def kecamatan(folder: Path, place: str) -> Desk:
    """A kecamatan office in which nothing has arrived."""
    asked = offices.NewOffice(place, EVENT, "Besse", PASSWORD, with_master_data=False)
    return offices.create_office(folder, asked, now=lambda: NOW, key_memory=KEY_MEMORY).desk


@contextmanager
def opened(folder: Path) -> Iterator[Two]:
    """Both offices; each has taken a package of the other one."""
    stick = folder / "stick"
    stick.mkdir()
    with regency_offices.make(folder / "kabupaten") as wajo, kecamatan(folder / "tempe", "73.13.06") as tempe:
        acquainted.introduce(wajo, tempe)
        two = Two(wajo, tempe, stick)
        two.carry(wajo, tempe)
        two.carry(tempe, wajo)
        for path in (stick / "DESK").iterdir():
            path.unlink()
        yield two
