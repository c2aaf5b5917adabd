# SPDX-License-Identifier: Apache-2.0
"""Settings of the office: kept in the journal, so that an old report is printed again as it was."""

from desk_app.data import settings as kept
from desk_app.data import unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import records, words, zones
from desk_app.operations.desk import Desk

N_ = words.N_

YES = "ya"
"""What a setting holds that is switched on."""

DEFAULTS: dict[str, str] = {
    "event": "pemilu-2024",
    "paper": "F4",
    "host_unit": "Badan Kesatuan Bangsa dan Politik",
    "zone": "",
    "language": "id",
    "theme": "system",
    "report_hour": "16.00",
    "clarification_number": "",
    "letterhead_address": "",
    "city": "",
    "copies_to": "",
    "assignment_title": "Surat Tugas",
    "assignment_order": "MEMERINTAHKAN:",
    "assignment_considering": "bahwa untuk mendukung kelancaran {pemilihan} perlu menugaskan anggota {desk}",
    "assignment_basis": "",
    "assignment_purposes": "",
    "assignment_signers": "",
    "assignment_copies": "",
    "addressed_to": "",
    "paper_margins_A4": "",
    "paper_margins_F4": "",
    "paper_punch": "",
    "paper_typeface": "sans",
    "paper_catchword": "",
    "paper_initialled": "",
    "paper_initials": "",
    "paper_signing": "pen",
    "paper_qr": "",
    "paper_number_way": "hand",
    "paper_number_pattern": "{klasifikasi}/{urut}/{unit}",
    "paper_number_class": "",
    "paper_number_unit": "",
    "second_backup": "",
    "organisation": "",
    "paper_check": "votes",
    "silence_hour": "",
    "shared_folder": "",
    "photo_size": "sedang",
    "watch_columns": "",
    "watch_late": "30",
    "logistics_deadline": "H-1",
    "posko_hours": "",
    "revote_days_psu": "",
    "revote_days_mk": "",
    "revote_days_pssu": "",
    "revote_days_psl": "",
    "revote_days_pss": "",
    "issue_hours_biasa_sangat_mendesak": "1/3",
    "issue_hours_biasa_tinggi": "4/8",
    "issue_hours_biasa_sedang": "8/24",
    "issue_hours_biasa_rendah": "24/40",
    "issue_hours_hari_h_sangat_mendesak": "1/2",
    "issue_hours_hari_h_tinggi": "2/4",
    "issue_hours_hari_h_sedang": "6/12",
    "issue_hours_hari_h_rendah": "24/24",
    "issue_voting_days": "3/1",
    "issue_work_hours": "08.00-16.00",
    "issue_work_days": "1 2 3 4 5",
    "word_district": "",
    "word_district_head": "",
    "word_village": "",
    "word_village_head": "",
    "word_urban_village": "",
    "word_urban_village_head": "",
    "word_commission": "",
    "word_supervisor": "",
}
"""Every setting with its default; an empty `zone` follows the province (domain.md §4.2)."""

LABELS: dict[str, str] = {
    "event": N_("Pemilihan yang dikerjakan"),
    "paper": N_("Kertas"),
    "host_unit": N_("Perangkat daerah tempat desk"),
    "zone": N_("Zona waktu"),
    "language": N_("Bahasa"),
    "theme": N_("Warna"),
    "report_hour": N_("Laporan harian pukul"),
    "clarification_number": N_("Nomor Berita Acara Klarifikasi Data"),
    "letterhead_address": N_("Alamat pada kop (satu baris per baris)"),
    "city": N_("Kota pada tanggal surat"),
    "copies_to": N_("Tembusan (satu per baris)"),
    "assignment_title": N_("Nama surat tugas"),
    "assignment_order": N_("Kata perintah dalam surat tugas"),
    "assignment_considering": N_("Menimbang dalam surat tugas (satu per baris)"),
    "assignment_basis": N_("Dasar lain dalam surat tugas (satu per baris)"),
    "assignment_purposes": N_("Untuk apa, bila tim tidak menyebut tugasnya (satu per baris)"),
    "assignment_signers": N_("Siapa menandatangani surat tugas siapa"),
    "assignment_copies": N_("Tembusan surat tugas (satu per baris)"),
    "addressed_to": N_("Kepada"),
    "paper_margins_A4": N_("Margin A4 dalam mm (atas/bawah/kiri/kanan)"),
    "paper_margins_F4": N_("Margin F4 dalam mm (atas/bawah/kiri/kanan)"),
    "paper_punch": N_("Ruang lubang jilid (mm, ditambahkan pada margin kiri)"),
    "paper_typeface": N_("Huruf naskah"),
    "paper_catchword": N_("Kata penyambung di kaki halaman"),
    "paper_initialled": N_("Kotak paraf pada setiap halaman"),
    "paper_initials": N_("Paraf hierarki pada konsep (satu jabatan per baris, paling banyak 3)"),
    "paper_signing": N_("Ruang tanda tangan"),
    "paper_qr": N_("QR pemeriksaan di kaki naskah"),
    "paper_number_way": N_("Penomoran naskah"),
    "paper_number_pattern": N_("Pola nomor naskah"),
    "paper_number_class": N_("Kode klasifikasi (satu, atau satu baris per jenis naskah: naskah = kode)"),
    "paper_number_unit": N_("Singkatan unit pada nomor naskah"),
    "second_backup": N_("Tempat kedua untuk backup"),
    "organisation": N_("Dasar pembentukan desk"),
    "paper_check": N_("Ketik kode dari berita acara serah terima"),
    "silence_hour": N_("Kantor yang belum mengirim ditagih mulai pukul"),
    "shared_folder": N_("Folder bersama untuk tukar data tanpa ditunggui"),
    "photo_size": N_("Ukuran foto yang disimpan"),
    "watch_columns": N_("Jam Lembar Pantau Hari H"),
    "watch_late": N_("Laporan Hari H terlambat setelah (menit)"),
    "logistics_deadline": N_("Semua logistik paling lambat di TPS"),
    "posko_hours": N_("Jam buka posko"),
    "revote_days_psu": N_("Batas hari PSU"),
    "revote_days_mk": N_("Batas hari PSU atas putusan MK"),
    "revote_days_pssu": N_("Batas hari PSSU"),
    "revote_days_psl": N_("Batas hari PSL"),
    "revote_days_pss": N_("Batas hari PSS"),
    "issue_hours_biasa_sangat_mendesak": N_("Batas waktu masalah sangat mendesak, hari biasa"),
    "issue_hours_biasa_tinggi": N_("Batas waktu masalah tinggi, hari biasa"),
    "issue_hours_biasa_sedang": N_("Batas waktu masalah sedang, hari biasa"),
    "issue_hours_biasa_rendah": N_("Batas waktu masalah rendah, hari biasa"),
    "issue_hours_hari_h_sangat_mendesak": N_("Batas waktu masalah sangat mendesak, sekitar hari-H"),
    "issue_hours_hari_h_tinggi": N_("Batas waktu masalah tinggi, sekitar hari-H"),
    "issue_hours_hari_h_sedang": N_("Batas waktu masalah sedang, sekitar hari-H"),
    "issue_hours_hari_h_rendah": N_("Batas waktu masalah rendah, sekitar hari-H"),
    "issue_voting_days": N_("Hari sebelum dan sesudah hari-H yang dihitung 24 jam"),
    "issue_work_hours": N_("Jam kerja"),
    "issue_work_days": N_("Hari kerja (1 Senin … 7 Minggu)"),
    "picture:arms": N_("Lambang daerah"),
    "picture:garuda": N_("Lambang negara (untuk naskah kepala daerah)"),
}
"""What settings are called on the screen; the office's own nouns have theirs in `level_words`."""


def get(desk: Desk, name: str) -> str:
    """The value of a setting, its default where the office has written none."""
    known = desk.remembered.get(f"setting {name}")
    if not isinstance(known, str):
        with desk.reading() as connection:
            known = read(connection, desk.identity.place, name)
        desk.remembered[f"setting {name}"] = known
    return known


def read(connection: Connection, place: str, name: str) -> str:
    value = kept.value(connection, place, name)
    return DEFAULTS[name] if value is None else value


def all_of(desk: Desk) -> dict[str, str]:
    """Every setting with its present value."""
    with desk.reading() as connection:
        return DEFAULTS | kept.values(connection, desk.identity.place)


def put(unit: unit_of_work.Unit, place: str, name: str, value: str) -> None:
    if name not in DEFAULTS:
        raise KeyError(name)
    unit.put(records.SETTING, (place, name), {"value": value})


def picture(desk: Desk, name: str) -> bytes | None:
    """An image that the office supplied, such as its arms (`arms`) or the Garuda (`garuda`)."""
    with desk.reading() as connection:
        return kept.data(connection, desk.identity.place, f"picture:{name}")


def zone(desk: Desk) -> zones.Zone:
    """The time zone of the office: the setting, else its province's."""
    chosen = get(desk, "zone")
    return zones.Zone(chosen) if chosen else zones.zone_of(desk.identity.place)


def word_setting(name: str) -> str:
    """The setting that holds the office's own noun for a level (`level_words`)."""
    return f"word_{name}"


def event_code(desk: Desk) -> str:
    """The code of the election event the office works on."""
    return get(desk, "event")
