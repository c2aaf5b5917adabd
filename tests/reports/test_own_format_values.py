# SPDX-License-Identifier: Apache-2.0
"""The names under which the words of a paper are found: by labels, headings, tables and columns."""

import pytest

from desk_app.reports import daily_report, document, form_parts, team_structure
from desk_app.reports import own_format_values as own
from tests.reports import samples, word_read


def values(*blocks: document.Block) -> own.Values:
    return own.of(word_read.paper(*blocks), {})


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Hari/Tanggal", "hari_tanggal"),
        ("Siap (%)", "siap_persen"),
        ("Belum lengkap ◐", "belum_lengkap"),
        ("2024", "no_2024"),
        ("if", "if_"),
        ("Café", "cafe"),
        ("…", ""),
    ],
)
def test_a_label_becomes_a_name(label: str, name: str) -> None:
    assert own.named(label) == name


def test_a_daily_report_has_its_words_by_name() -> None:
    found = own.of(daily_report.build(samples.daily()), {"kota": ("Kota kantor", "Sengkang")})
    assert found.texts["kota"] == "Sengkang"
    assert found.texts["laporan_ke"] == "6"
    assert found.texts["ttd_nama"] == samples.SIGNATURE.name
    assert "berjalan lancar" in found.texts["kesimpulan"]
    rows = list(found.tables["kesiapan"])
    assert len(rows) == 14
    assert rows[0]["kecamatan"] == "Sabangparu"
    assert found.tables["kesiapan"]["jumlah"]["tps"] == "1.146"
    assert "kesiapan.tps" in found.numbers
    copies = ["Bupati Wajo (sebagai laporan)", "Ketua DPRD Kabupaten Wajo"]
    assert [row["nama"] for row in found.tables["tembusan"]] == copies
    assert len(list(found.tables["permasalahan"])) == len(found.tables["permasalahan"])


def test_every_field_can_be_filled_and_none_is_named_twice() -> None:
    for told in (daily_report.build(samples.daily()), team_structure.build(samples.structure())):
        found = own.of(told, {})
        names = [field.name for field in found.fields]
        assert len(set(names)) == len(names)
        for field in found.fields:
            first, *rest = field.name.split(".")
            if field.repeated:
                assert rest[0] in found.columns[first]
            elif rest:
                assert found.tables[first][own.TOTAL][rest[1]]
            else:
                assert first in found.texts


def test_groups_and_the_second_of_a_name() -> None:
    column = document.Column("Isi")
    grouped = document.Table((column, document.Column("Isi")), (
        document.Row(("Kelompok A",), document.RowKind.GROUP), document.Row(("1", "2"))), name="data")
    found = values(document.Heading("Data"), document.Paragraph("Teks"), grouped, grouped)
    row = next(iter(found.tables["data"]))
    assert (row["kelompok"], row["isi"], row["isi_2"]) == ("Kelompok A", "1", "2")
    assert "data_2" in found.tables
    assert found.texts["data_uraian"] == "Teks"


def test_a_table_without_rows_says_so_in_one_row() -> None:
    columns = (document.Column("No"), document.Column("Uraian"))
    table = values(document.Table(columns, (), "NIHIL", name="data")).tables["data"]
    assert len(table) == 0
    assert [(row["no"], row["uraian"]) for row in table] == [("", "NIHIL")]


def test_people_are_rows_and_the_first_of_them_is_named_alone() -> None:
    people = tuple(document.Point(f"{no}", "", (document.Fact("Nama", name), document.Fact("NIP", "–"))) for no, name in
                   enumerate(("Ani", "Budi"), start=1))
    found = values(document.Points("Kepada", people), document.Points("Dasar", (document.Point("satu", "a."),)))
    assert [row["nama"] for row in found.tables["kepada"]] == ["Ani", "Budi"]
    assert found.texts["nama"] == "Ani"
    assert found.texts["dasar"] == "a. satu"


def test_signatures_beside_each_other() -> None:
    found = values(form_parts.signatures(samples.SIGNATURE, samples.SIGNATURE))
    assert found.texts["ttd_2_nama"] == found.texts["ttd_nama"] == samples.SIGNATURE.name
    assert not found.tables


def test_control_signs_do_not_come_along() -> None:
    assert values(document.Facts((document.Fact("Isi", "a\x07b"),))).texts["isi"] == "ab"
