# SPDX-License-Identifier: Apache-2.0
"""Activities, the table of kampanye, people, visits, tasks and contacts come back through their verbs."""

from pathlib import Path

from desk_app.operations import activity_register, contacts, tasks
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA


def test_activities_and_the_table_of_kampanye(filled: Desk, tmp_path: Path) -> None:
    at = coming_back.row(filled, tmp_path, "activities", "Rakor, kesiapan")
    coming_back.put_in(filled, tmp_path, "activities", {(at, "Pukul"): "08.30", (at, "Hasil"): "Siap"})
    found = coming_back.put_in(filled, tmp_path, "campaign", {
        (2, "Jumlah peserta"): 1500, (0, "Tanggal"): "09-02-2024", (0, "Paslon"): "01", (0, "Jumlah peserta"): 20,
    })
    assert (found.rows, found.new, found.changed) == (2, 1, 1), "the sum is no row, other kinds are not shown"
    rows = {row.title: row for row in activity_register.rows(filled)}
    assert (rows["Rakor, kesiapan"].from_minute, rows["Rapat umum"].participants) == (510, 1500)
    assert rows["01"].kind == "kampanye"


def test_people_are_added_with_whether_they_came(filled: Desk, tmp_path: Path) -> None:
    coming_back.put_in(filled, tmp_path, "attendance", {
        (0, "Kegiatan"): "Rakor, kesiapan", (0, "Jabatan"): "Kapolsek", (0, "Hadir"): "Tidak", (3, "Hadir"): "Ya",
    })
    rakor = next(row for row in activity_register.rows(filled) if row.title == "Rakor, kesiapan")
    assert {one.label: one.present for one in activity_register.activity(filled, rakor.no).people} == {
        "Ketua KPU, Baso": True, "Bawaslu": True, "Kapolsek": False}
    wrong = coming_back.look(filled, tmp_path, "attendance", {(2, "Kegiatan"): "Kunjungan"})
    assert coming_back.faults(wrong) == [(2, "Kegiatan")]


def test_visits(filled: Desk, tmp_path: Path) -> None:
    new = {(0, "Kegiatan"): "Kunjungan", (0, "Tempat"): f"{BELAWA}.1003-001", (0, "Temuan"): "Baik"}
    found = coming_back.put_in(filled, tmp_path, "visits", {(3, "Temuan"): "Jalan licin", **new})
    assert (found.new, found.changed) == (1, 1)
    again = coming_back.look(filled, tmp_path, "visits", new)
    assert again.refused == 1


def test_tasks(filled: Desk, tmp_path: Path) -> None:
    coming_back.put_in(filled, tmp_path, "tasks", {(2, "Batas"): "2024-02-20", (0, "Tugas"): "Foto gudang"})
    assert {one.text: one.due for one in tasks.rows(filled)} == {
        "Pinjam perahu": "2024-02-20", "Telepon PLN": "", "Foto gudang": ""}


def test_contacts(filled: Desk, tmp_path: Path) -> None:
    coming_back.put_in(filled, tmp_path, "contacts", {(2, "Telepon"): "0811 222 333", (0, "Instansi"): "RSUD"})
    assert {one.unit: one.phone for one in contacts.rows(filled)} == {"PLN": "0811 222 333", "": "", "RSUD": ""}
    wrong = coming_back.look(filled, tmp_path, "contacts", {(2, "Telepon"): "tanya Anto"})
    assert coming_back.faults(wrong) == [(2, "Telepon")]
