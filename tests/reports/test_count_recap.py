# SPDX-License-Identifier: Apache-2.0
"""The tables of a recap: all of the region, its parts, a ballot that is parted, what is in no sum."""

from desk_app.reports import count_recap, document, statement
from tests.reports import count_samples


def tables(told: count_recap.Recap) -> list[document.Table]:
    return [one.table for one in count_recap.sections(told) if one.table is not None]


def titles(told: count_recap.Recap) -> list[str]:
    return [one.title for one in count_recap.sections(told)]


def test_few_candidates_stand_in_one_table_with_all_sums() -> None:
    whole, parts = tables(count_samples.recap())
    assert [row.cells for row in whole.rows[:2]] == [("1", "Anis", "2", "16,67 %"), ("2", "Bowo", "4", "33,33 %")]
    assert [column.title for column in parts.columns][4:7] == ["1 Anis", "2 Bowo", "3 Ganda"]
    assert parts.rows[-1].kind is document.RowKind.TOTAL
    assert parts.rows[-1].cells[:7] == ("", "Jumlah", "12", "8", "2", "4", "6")


def test_many_are_parted_and_none_is_left_out() -> None:
    told = count_samples.recap([f"Partai {no}" for no in range(1, 25)])
    found = tables(told)[1:]
    headed = [column.title for table in found for column in table.columns if column.group == "Perolehan suara"]
    assert headed == [f"{no} Partai {no}" for no in range(1, 25)]
    assert all(len(table.columns) <= count_recap.APART + 4 for table in found[1:])
    assert titles(told)[-1] == "Perolehan suara nomor 19 sampai 24"
    assert {table.text_form for table in found} == {document.TextForm.OMIT}


def test_what_is_in_no_sum_is_said_and_named() -> None:
    rows = (count_samples.row(copied=5, counted=4),)
    told = count_samples.recap(rows=1, left_out=("1 TPS dalam klarifikasi",), disputed=(("TPS 001", "Kel. Tempe"),))
    told = count_recap.Recap(**{name: getattr(told, name) for name in told.__slots__} | {"rows": rows})
    first, parts, named = tables(told)
    assert "Dijumlah" in [column.title for column in parts.columns]
    assert named.rows[0].cells == ("1", "TPS 001", "Kel. Tempe")
    assert "1 TPS dalam klarifikasi." in count_recap.sections(told)[0].notes
    assert first.name == "calon"


def test_what_is_not_known_is_a_dash_and_no_zero() -> None:
    empty = count_samples.row("Belawa", (None, None, None), valid=None, invalid=None, cast=None, users=None, share="–")
    told = count_samples.recap()
    told = count_recap.Recap(**{name: getattr(told, name) for name in told.__slots__} | {"rows": (empty,)})
    assert set(tables(told)[1].rows[0].cells[4:10]) == {"–"}


def test_bars_are_of_regions_with_tps() -> None:
    def bars(told: count_recap.Recap) -> statement.Section | None:
        return next((one for one in count_recap.sections(told) if one.title == "Data masuk"), None)

    shown = bars(count_samples.recap())
    assert shown is not None
    assert shown.chart is not None
    assert [part.values for part in shown.chart.parts] == [(4, 2), (4, 2)]
    assert bars(count_samples.recap(rows=count_recap.MOST_BARS + 1)) is None
    assert bars(count_samples.recap(unit="TPS")) is None


def test_nothing_at_all_has_no_chart() -> None:
    told = count_samples.recap((), rows=0, total=count_samples.row("Jumlah", ()))
    assert count_recap.sections(told)[0].chart is None
    assert tables(told)[0].rows == ()
    assert tables(told)[1].when_empty == "Belum ada data TPS"


def test_the_empty_column_has_no_number() -> None:
    one = count_recap.Candidate("", "Kolom kosong")
    assert (one.heading, one.in_chart) == ("Kolom kosong", "Kolom kosong")
    short = count_recap.Candidate("2", "Bowo – Gita", "Bowo")
    assert (short.heading, short.in_chart) == ("2 Bowo", "2. Bowo")
