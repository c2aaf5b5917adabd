# SPDX-License-Identifier: Apache-2.0
"""What a receipt says comes back from the register as it was, and volumes add up."""

from pathlib import Path

from desk_app.data import parcels
from desk_app.operations import kept_receipts
from desk_app.operations.kept_receipts import Told
from tests import two_offices

FULL = Told(
    kinds=(("answer", 41, 6), ("issue", 2, 0)),
    known=7,
    waiting=3,
    apart=(("unknown", "", 12), ("scope", "Desk Belawa", 1)),
    aside=("Nomor yang sama dipakai dua kali",),
    disputed=21,
    disputes=(("answer", "73.13.06.1003-001 · log.tinta", "Jumlah"),),
    missing=(3, 5),
)


def test_it_comes_back_as_it_was() -> None:
    assert kept_receipts.read(kept_receipts.write(FULL)) == FULL
    assert kept_receipts.read(kept_receipts.write(Told())) == Told()
    assert kept_receipts.read("") is None


def test_volumes_add_up() -> None:
    other = Told(kinds=(("answer", 1, 0), ("team", 1, 1)), disputed=1, missing=(5, 6))
    whole = kept_receipts.joined([FULL, other, FULL])
    assert whole.kinds == (("answer", 83, 12), ("issue", 4, 0), ("team", 1, 1))
    assert (whole.known, whole.waiting, whole.disputed, whole.missing) == (14, 6, 43, (3, 5, 6))
    assert whole.apart == (("unknown", "", 24), ("scope", "Desk Belawa", 2))
    assert (whole.aside, whole.disputes) == (FULL.aside, FULL.disputes)


def test_an_import_keeps_what_it_told(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        outcome = two.carry(two.tempe, two.kabupaten)
        with two.kabupaten.reading() as connection:
            [line] = parcels.of_package(connection, bytes.fromhex(outcome.package))
        told = kept_receipts.read(line.told)
        assert told is not None
        assert {name: (new, changed) for name, new, changed in told.kinds} == {
            name: (outcome.new.get(name, 0), outcome.changed.get(name, 0)) for name in outcome.new | outcome.changed
        }
        assert told.disputed == outcome.disputed == 2
        assert {label for _kind, _title, label in told.disputes} == {"Jawaban", "Jumlah"}
