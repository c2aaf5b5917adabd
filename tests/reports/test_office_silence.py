# SPDX-License-Identifier: Apache-2.0
"""The call list: who is silent since when, and the message without telephone numbers."""

import dataclasses
import itertools
from datetime import timedelta

import pytest

from desk_app.reports import office_silence, text
from tests.reports import exchange_samples as made
from tests.reports import pages_read, samples


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_it_tells_last_package_how_long_ago_and_whom_to_call(sheet: str) -> None:
    told = pages_read.texts(office_silence.build(made.made_silence(sheet)))
    assert len(told) == 1
    for said in (
        "DAFTAR KANTOR YANG BELUM MENGIRIM DESK PEMILU KABUPATEN WAJO",
        "3 dari 14 kecamatan belum mengirim sampai batas 13 Februari 2024 pukul 15.00 WITA, 1 di antaranya belum "
        "pernah mengirim.",
        "2 Pammana ke-19 13-02-2024 09.05 7 jam lalu Sekretaris Camat 0812 0000 0000",
        "belum pernah mengirim",
        "Catatan hasil",
        "Data per 13 Februari 2024 pukul 16.05 WITA",
    ):
        assert said in told[0]


def test_nobody_is_silent() -> None:
    told = pages_read.texts(office_silence.build(made.made_silence(count=0)))
    assert len(told) == 1
    assert "Semua kecamatan (14) sudah mengirim sampai batas" in told[0]
    assert told[0].count("Semua kecamatan") == 2


def test_rows_stand_as_they_were_given_over_many_pages() -> None:
    told = pages_read.texts(office_silence.build(made.made_silence("F4", 300, made.LONG)))
    assert len(told) > 10
    assert all("Kiriman terakhir" in text for text in told)
    assert "300 Kampuang" in told[-1]


def test_rows_leave_room_for_a_note_by_hand() -> None:
    rows = tuple(office_silence.SilentOffice("Bola", 3, made.MOMENT - timedelta(days=1)) for _ in range(10))
    paper = office_silence.build(dataclasses.replace(made.made_silence(), silent=rows))
    above_the_foot = 60
    feet = [foot for sign, _, foot in pages_read.boxes(paper)[0] if sign == "B" and foot > above_the_foot]
    steps = [before - after for before, after in itertools.pairwise(feet[-10:])]
    assert min(steps) > 12 * pages_read.MM


def test_the_unit_is_called_as_the_office_calls_it() -> None:
    office = dataclasses.replace(samples.OFFICE, unit="Distrik")
    told = pages_read.texts(office_silence.build(made.made_silence(office=office)))[0]
    assert "3 dari 14 distrik belum mengirim" in told
    assert "ecamatan" not in told.replace("DAFTAR", "")


def test_the_message_has_no_telephone_numbers() -> None:
    said = text.render(office_silence.build(made.made_silence()))
    assert "2. *Pammana*: kiriman terakhir ke-19; 13-02-2024 09.05; 7 jam lalu\n" in said
    assert "1. *Sabangparu*: belum pernah mengirim\n" in said
    assert "0812" not in said
    assert "Sekretaris Camat" not in said


def test_a_signature_is_printed_where_one_is_asked_for() -> None:
    plain = pages_read.texts(office_silence.build(made.made_silence()))[0]
    signed = pages_read.texts(office_silence.build(made.made_silence(signature=samples.SIGNATURE)))[0]
    assert "Contoh Pejabat" not in plain
    assert "Ir. Contoh Pejabat, M.Si." in signed


def test_without_an_hour_it_tells_since_when() -> None:
    since = made.MOMENT - timedelta(days=1)
    [said] = pages_read.texts(office_silence.build(made.made_silence(due=None, since=since)))
    assert "3 dari 14 kecamatan belum mengirim sejak 12 Februari 2024, 1 di antaranya" in said
