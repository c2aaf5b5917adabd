# SPDX-License-Identifier: Apache-2.0
"""The sheet that goes with a package and the receipt for it, on the day and days later."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import parcels
from desk_app.domain import errors
from desk_app.operations import (
    answers,
    change_settings,
    exchange_papers,
    kept_receipts,
    papers,
    parcel_register,
    printing,
    receiving,
    sending,
)
from desk_app.operations.desk import OUTBOX
from tests import regency_offices, two_offices

FIRST, SECOND, NUMBER = two_offices.FIRST, two_offices.SECOND, two_offices.NUMBER
DAY = 24 * 60 * 60


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        made.carry(made.kabupaten, made.tempe)
        change_settings.set_many(made.tempe, {"city": "Sengkang"})
        answers.set_answers(made.tempe, [(FIRST, NUMBER, 3, None), (SECOND, NUMBER, 4, None)])
        yield made


def handover(two: two_offices.Two, **asked: str) -> str:
    return plain(printing.make(two.tempe, papers.Asked(printing.HANDOVER, **asked)).text())  # type: ignore[arg-type]


def receipt(two: two_offices.Two, package: str = "") -> str:
    return plain(printing.make(two.kabupaten, papers.Asked(printing.RECEIPT, package=package)).text())


def plain(said: str) -> str:
    return said.replace("\u00a0", " ")


def test_the_sheet_tells_contents_control_totals_and_the_code(two: two_offices.Two) -> None:
    sent = finish(sending.send(two.tempe, "73.13", two.stick))
    said = handover(two, way="flashdisk", carrier="Kasi Pemerintahan")
    for words in (
        "Dari: Desk Pemilu Kecamatan Tempe",
        "Kepada: Desk Pemilu Kabupaten Wajo",
        f"Nomor kiriman: ke-{sent.number}",
        "☑ Flashdisk",
        "Kasi Pemerintahan",
        "Isian kesiapan",
        "TPS dalam kiriman",
        "Jumlah angka isian kesiapan",
        sent.files[0].name,
        "bertempat di Sengkang",
        *sent.code.split("-"),
    ):
        assert words in said
    assert handover(two, package=sent.package) == handover(two)


def test_receipt_and_sheet_name_the_same_package(two: two_offices.Two) -> None:
    outcome = two.carry(two.tempe, two.kabupaten)
    sheet, paper = handover(two), receipt(two)
    with two.kabupaten.reading() as connection:
        [line] = parcels.of_package(connection, bytes.fromhex(outcome.package))
    code = exchange_papers.code(line.mark)
    assert " ".join(code.split("-")) in paper
    assert all(block in sheet for block in code.split("-"))
    assert f"Kode tanda terima: {parcel_register.spoken_receipt(two.kabupaten, outcome.package)}" in paper
    assert "Kiriman ini sudah dimasukkan: 2 baru, 0 berubah, dan 0 sudah ada di sini." in paper


def test_a_receipt_is_the_same_days_later_whatever_happened_since(two: two_offices.Two) -> None:
    two.disagree()
    outcome = two.carry(two.tempe, two.kabupaten)
    paper = receipt(two)
    assert "Menunggu klarifikasi (2 data berbeda): TPS 001, " in paper
    answers.set_answers(two.kabupaten, [(SECOND, NUMBER, 9, None)])
    two.kabupaten.now = lambda: two.tempe.now() + 5 * DAY
    assert receipt(two, outcome.package) == paper


def test_what_waits_is_apart_or_missing_stands_in_the_receipt(two: two_offices.Two) -> None:
    outcome = two.carry(two.tempe, two.kabupaten)
    told = kept_receipts.Told(
        waiting=3, missing=(1, 2), apart=(("unknown", "", 4),), aside=("Satu nomor dipakai dua kali.",)
    )

    def rewrite() -> None:
        with two.kabupaten.store.writing() as connection:
            [line] = parcels.of_package(connection, bytes.fromhex(outcome.package))
            parcels.register(connection, dataclasses.replace(line, volumes=3))
            parcels.note_told(connection, line.id, kept_receipts.write(told))

    two.kabupaten.on_writer(rewrite)
    paper = receipt(two)
    for words in (
        "Isi kiriman ini sudah disimpan di sini, tetapi belum dapat dimasukkan.",
        "Kantor yang belum dikenal",
        "kantor itu belum terdaftar di sini",
        "kiriman ke-1 dan ke-2 belum diterima",
        "Satu nomor dipakai dua kali.",
        "Bagian 2 dan 3 dari kiriman ini belum diterima.",
    ):
        assert words in paper
    assert "Kode tanda terima" not in paper  # only who has every part can say it


def test_a_package_that_brings_nothing_new_says_so(two: two_offices.Two) -> None:
    path = two.send(two.tempe, two.kabupaten)
    finish(receiving.receive(two.kabupaten, [path]))
    two.carry(two.tempe, two.kabupaten)
    assert "Tidak ada yang baru dalam kiriman ini: 2 sudah ada di sini." in receipt(two)


def test_where_the_file_is_gone_the_code_and_the_count_stay(two: two_offices.Two) -> None:
    sent = finish(sending.send(two.tempe, "73.13", two.stick))
    (two.tempe.folder / OUTBOX / sent.files[0].name).unlink()
    said = handover(two)
    assert "Rincian tidak tersimpan lagi di komputer ini" in said
    assert all(block in said for block in sent.code.split("-"))
    assert "Data baru dan berubah" not in said


def test_whole_tps_are_summed(two: two_offices.Two) -> None:
    [first] = [one for one in parcel_register.entries(two.kabupaten) if one.sent and one.number == 1]
    said = plain(printing.make(two.kabupaten, papers.Asked(printing.HANDOVER, package=first.package)).text())
    male, female = (
        sum(int(str(values[name])) for (village, _), values in regency_offices.STATIONS.items() if village < "73.13.07")
        for name in ("dpt_male", "dpt_female")
    )
    assert f"{male} / {female}" in said


@pytest.mark.parametrize(
    ("report", "package", "words"),
    [
        (printing.HANDOVER, "00" * 16, "tidak dibuat di komputer ini"),
        (printing.RECEIPT, "00" * 16, "belum diterima di komputer ini"),
        (printing.RECEIPT, "kiriman", "bukan tanda kiriman"),
    ],
)
def test_what_is_no_package_is_refused(two: two_offices.Two, report: str, package: str, words: str) -> None:
    with pytest.raises(errors.Refused, match=words):
        printing.make(two.tempe, papers.Asked(report, package=package))


def test_an_unknown_way_is_refused_with_the_known_ones(two: two_offices.Two) -> None:
    two.send(two.tempe, two.kabupaten)
    with pytest.raises(errors.Refused, match="email, flashdisk, folder, whatsapp"):
        handover(two, way="merpati")
