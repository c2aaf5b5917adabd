# SPDX-License-Identifier: Apache-2.0
"""Laporan kegiatan in the form of Kepri, with its photos."""

from dataclasses import replace

from desk_app.operations import activity_text
from desk_app.reports import activity_report, document, text
from tests import photographs
from tests.reports import letter_samples, pages_read, samples

ROW = ("1", "13-02-2024 10.00", "Lapangan Merdeka", "Kampanye terbuka", "Ketua DPD", "Paslon 1", "1.250", "")
REPORT = activity_report.ActivityReport(
    sheet=letter_samples.sheet(),
    headings=activity_text.CAMPAIGN_HEADINGS,
    rows=(ROW,),
    date="Selasa, 13 Februari 2024",
)


def photos(count: int) -> tuple[document.Picture, ...]:
    return tuple(document.Picture(photographs.jpeg((64, 48), seed=one), f"Foto {one}") for one in range(count))


def test_the_form_across_without_a_kop() -> None:
    made = activity_report.build(replace(REPORT, campaign=True))
    assert made.page.landscape
    assert made.head is None
    [page] = pages_read.texts(made)
    for said in ("LAPORAN HARIAN PELAKSANAAN KAMPANYE KABUPATEN WAJO", "Provinsi : Sulawesi Selatan",
                 "Kabupaten : Wajo", "Hari/Tanggal : Selasa, 13 Februari 2024", "Tokoh Politik yang Hadir",
                 "Jumlah Peserta", "1.250", "SEKRETARIS DAERAH"):
        assert said in page
    assert "DOKUMENTASI" not in page


def test_a_kota_is_called_one() -> None:
    office = replace(samples.OFFICE, region="Kota Parepare")
    [page] = pages_read.texts(activity_report.build(replace(REPORT, sheet=letter_samples.sheet(office=office))))
    assert "Kota : Parepare" in page
    campaign = replace(REPORT, sheet=letter_samples.sheet(office=office), campaign=True)
    assert "PELAKSANAAN KAMPANYE KOTA PAREPARE" in pages_read.texts(activity_report.build(campaign))[0]


def test_what_the_desk_did_itself_is_under_its_name_and_without_columns_of_a_campaign() -> None:
    own = (*ROW[:4], "", "", *ROW[6:])
    [page] = pages_read.texts(activity_report.build(replace(REPORT, rows=(own,))))
    assert "LAPORAN KEGIATAN DESK PEMILU KABUPATEN WAJO PEMILIHAN UMUM TAHUN 2024" in page
    assert "Tokoh Politik" not in page
    assert "Paslon" not in page
    assert "Tokoh Politik" in pages_read.texts(activity_report.build(REPORT))[0]


def test_photos_stand_three_in_a_row_on_a_page_of_their_own() -> None:
    gallery = activity_report.Gallery("Kampanye", photos(4), 2)
    made = activity_report.build(replace(REPORT, galleries=(gallery, activity_report.Gallery("Tanpa foto", ()))))
    first, second = pages_read.texts(made)
    assert "DOKUMENTASI KEGIATAN DESK PEMILU KABUPATEN WAJO" in second
    assert "Foto 3" in second
    assert "2 (dua) lampiran lain" in second
    assert "Tanpa foto" not in second
    assert "Foto" not in first


def test_none_and_very_many() -> None:
    assert "NIHIL" in pages_read.texts(activity_report.build(replace(REPORT, rows=())))[0]
    long = (*ROW[:3], letter_samples.LONG * 3, *ROW[4:])
    for paper in ("A4", "F4"):
        made = activity_report.build(replace(REPORT, sheet=letter_samples.sheet(paper), rows=(long,) * 400))
        assert len(pages_read.texts(made)) > 20
        assert not pages_read.outside(made)


def test_a_message_of_it() -> None:
    told = text.render(activity_report.build(REPORT))
    assert "1. *Kampanye terbuka*\nwaktu: 13-02-2024 10.00\ntempat: Lapangan Merdeka\n" in told
    assert "keterangan" not in told


def test_what_was_written_of_one_activity_stands_under_the_table() -> None:
    account = ("Waktu: 09.00", "*Hasil*", "- Bilik *lengkap*", "2. Kotak", "Aman.")
    made = activity_report.build(replace(REPORT, account=account))
    [page] = pages_read.texts(made)
    assert "Waktu: 09.00 Hasil - Bilik lengkap 2. Kotak Aman. Sengkang" in page
    kinds = [type(block).__name__ for block in made.blocks]
    assert kinds[3:8] == ["Paragraph", "Heading", "Clause", "Clause", "Paragraph"]
    long = activity_report.build(replace(REPORT, account=("Situasi aman dan terkendali. " * 30,) * 30))
    assert len(pages_read.texts(long)) >= 3
    assert not pages_read.outside(long)
