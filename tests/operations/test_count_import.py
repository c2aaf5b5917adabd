# SPDX-License-Identifier: Apache-2.0
"""Results from a list: what is published comes in as it is, with exactly the TPS that break a rule."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_store
from desk_app.data.count_rows import Key
from desk_app.domain import errors, records
from desk_app.domain.counts.standing import Source, State
from desk_app.operations import candidates, count_entry, count_import, history, offices, settings, tally
from desk_app.operations.count_compare import Preview
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.workbooks import writing
from tests import counted_offices, noisy_results, regency_offices, small_offices
from tests.counted_offices import RACE
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, TEMPE_VILLAGE, tps

PUBLISHED = Path(__file__).parents[1] / "published" / "sirekap_2024_banyumanik.csv"
PAIRS = (
    "H. ANIES RASYID BASWEDAN, Ph.D. - Dr. (H.C.) H. A. MUHAIMIN ISKANDAR",
    "H. PRABOWO SUBIANTO - GIBRAN RAKABUMING RAKA",
    "H. GANJAR PRANOWO, S.H., M.I.P. - Prof. Dr. H. M. MAHFUD MD",
)
HEADS = ["Kode TPS", "Pengguna hak pilih", "Paslon 1", "Paslon 2", "Paslon 3", "Suara sah", "Tidak sah", "Suara total"]
GOOD = [210, 100, 50, 54, 204, 6, 210]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Kabupaten Wajo with a dozen TPS, candidates of the president's race, and the key of the count."""
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        counted_offices.hold(made)
        yield made


def looked(desk: Desk, path: Path, race: str = RACE, **asked: object) -> Preview:
    return finish(count_import.preview(desk, path, race, **asked))  # type: ignore[arg-type]


def listed(tmp_path: Path, *rows: Sequence[object], heads: Sequence[str] = HEADS) -> Path:
    """A workbook with these rows below headings."""
    path = tmp_path / "hasil.xlsx"
    writing.write_workbook(path, [writing.TableSheet("Hasil", heads, rows)])  # type: ignore[arg-type]
    return path


def brought(desk: Desk, path: Path, race: str = RACE, **asked: object) -> Preview:
    found = looked(desk, path, race, **asked)
    finish(count_import.write(desk, found))
    return found


def told(found: Preview) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, str(one.what)) for one in found.faults]


def standing(desk: Desk, race: str = RACE) -> dict[str, count_store.Row]:
    finish(tally.refresh(desk))
    with tally.store_of(desk).reading() as connection:
        rows = count_store.rows(connection, settings.event_code(desk), race, desk.identity.place)
        return {row.key.subject: row for row in rows}


def broken(desk: Desk, race: str = RACE) -> dict[str, set[str]]:
    """The TPS that break a rule, by rule, as the file of totals lists them."""
    found: dict[str, set[str]] = {}
    with tally.store_of(desk).reading() as connection:
        for one in count_store.findings(connection, settings.event_code(desk), race, desk.identity.place):
            found.setdefault(one.rule, set()).add(one.key.subject)
    return found


def test_a_whole_regency_as_published_with_one_tps_in_ten_broken(tmp_path: Path) -> None:
    asked = offices.NewOffice("73.13", small_offices.EVENT, "Andi", small_offices.PASSWORD)
    made = offices.create_office(
        tmp_path / "office", asked, now=lambda: small_offices.NOW, key_memory=small_offices.KEY_MEMORY
    )
    with made.desk as desk:
        counted_offices.stand(desk)
        counted_offices.hold(desk)
        rows = noisy_results.results(desk)
        assert len(rows) == 1146
        planted: dict[str, set[str]] = {}
        for one in rows:
            for rule in one.broken:
                planted.setdefault(rule, set()).add(one.subject)
        assert sum(bool(one.broken) for one in rows) == 114
        assert set(planted) == {"V01", "V02", "V03", "V04", "V05"}
        noisy_results.put_stations(desk, rows)
        path = tmp_path / "wajo.xlsx"
        noisy_results.write_workbook(path, candidates.form_of(desk, RACE, "73.13"), rows)
        found = brought(desk, path)
        assert (found.rows, found.new, found.refused, found.unread) == (1146, 1146, 0, 0)
        assert (found.lines, found.warnings) == (found.form, ())
        assert {rule.value: many for rule, many in found.broken.items()} == {
            rule: len(some) for rule, some in planted.items()
        }
        kept = standing(desk)
        assert {subject: row.standing.figures for subject, row in kept.items()} == {
            one.subject: one.figures for one in rows
        }
        assert broken(desk) == planted
        noted = {subject for subject, row in kept.items() if row.standing.state is State.NOTED}
        assert noted == set().union(*planted.values())
        assert all(row.standing.state is State.WHOLE for subject, row in kept.items() if subject not in noted)


def test_what_sirekap_published_of_three_kelurahan(tmp_path: Path) -> None:
    asked = offices.NewOffice("33.74", small_offices.EVENT, "Andi", small_offices.PASSWORD)
    made = offices.create_office(
        tmp_path / "office", asked, now=lambda: small_offices.NOW, key_memory=small_offices.KEY_MEMORY
    )
    with made.desk as desk, PUBLISHED.open(encoding="utf-8") as source:
        counted_offices.stand(desk, names=PAIRS)
        counted_offices.hold(desk)
        rows = list(csv.DictReader(source))
        subjects = {one["id"]: f"33.74.{one['id'][4:6]}.{one['id'][6:10]}-{one['id'][10:]}" for one in rows}
        stations = [((small_offices.EVENT, name[:13], int(name[-3:])), {}) for name in subjects.values()]
        transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, stations), kind="setup")
        found = brought(desk, PUBLISHED)
        # Twelve TPS of which Sirekap had nothing yet are not copied; a 0 would be wrong.
        assert (len(rows), found.new, found.empty, found.refused, found.unread) == (72, 60, 12, 0, 0)
        kept = standing(desk)
        named = {
            "suara_sah": "valid",
            "suara_tidak_sah": "invalid",
            "suara_total": "total",
            "pemilih_dpt_total": "dpt_j",
            "pemilih_dpt_lelaki": "dpt_l",
            "pengguna_dpt_perempuan": "registered_p",
            "pengguna_dptb_lelaki": "transferred_l",
            "pengguna_non_dpt_total": "unregistered_j",
            "pengguna_total": "users_j",
            "pengguna_total_lelaki": "users_l",
            "jumlah_suara_pasangan01_anies_imin": "v1",
            "jumlah_suara_pasangan03_ganjar_mahfud": "v3",
        }
        for one in rows:
            figures = kept[subjects[one["id"]]].standing.figures if subjects[one["id"]] in kept else {}
            for heading, code in named.items():
                assert figures.get(code) == (int(one[heading]) if one[heading] else None), (one["id"], heading)
        listed_ = broken(desk)
        odd = "33.74.11.1003-005"
        assert listed_["V01"] == {odd}
        assert listed_["V03"] == {"33.74.11.1005-026", "33.74.11.1002-009", odd}
        assert listed_["V04"] == {odd}
        assert listed_["V05"] == {odd}
        assert "V02" not in listed_


def test_a_row_is_kept_as_it_says_and_undone_with_the_others(desk: Desk, tmp_path: Path) -> None:
    wrong = [210, 100, 50, 54, 205, 6, 210]
    first, second = tps(TEMPE_VILLAGE, 1), tps(MADDUKELLENG, 1)
    found = brought(desk, listed(tmp_path, [first, *GOOD], [second, *wrong]))
    assert (found.new, found.noted) == (2, 1)
    assert [one.station for one in found.remarks if "V03" in str(one.words)] == [second]
    kept = standing(desk)
    assert kept[second].standing.figures["valid"] == 205
    mine = count_entry.sheet(desk, second, RACE)
    assert mine.source == Source.IMPORT.value
    assert mine.figures["valid"] == 205
    assert "spoiled" not in mine.figures
    history.undo(desk)
    assert standing(desk) == {}
    count_entry.save(desk, first, RACE, {"valid": 1})
    assert standing(desk)[first].standing.figures == {"valid": 1}


def test_what_cannot_be_read_leaves_its_line_empty_and_is_told_with_its_cell(desk: Desk, tmp_path: Path) -> None:
    rows = [
        [tps(TEMPE_VILLAGE, 1), "-", "1.234", 50, "", "dua ratus", 6, 100_000],
        [tps(TEMPE_VILLAGE, 2), 210, "1,234", -5, 0, True, "  7 ", "–"],
    ]
    found = brought(desk, listed(tmp_path, *rows))
    assert (found.new, found.refused, found.unread) == (2, 0, 6)
    assert [(row, column) for row, column, _what in told(found)] == [
        (2, "C"), (2, "F"), (2, "H"), (3, "C"), (3, "D"), (3, "F"),
    ]
    assert ["dua cara" in what for _row, _column, what in told(found)] == [True, False, False, True, False, False]
    assert count_entry.sheet(desk, tps(TEMPE_VILLAGE, 1), RACE).figures == {"v2": 50, "invalid": 6}
    assert count_entry.sheet(desk, tps(TEMPE_VILLAGE, 2), RACE).figures == {"users_j": 210, "v3": 0, "invalid": 7}


def test_new_same_different_and_refused_are_told_before_anything_is_written(desk: Desk, tmp_path: Path) -> None:
    one, two, three = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3))
    codes = ["users_j", "v1", "v2", "v3", "valid", "invalid", "total"]
    count_entry.save(desk, one, RACE, dict(zip(codes, GOOD, strict=True)))
    count_entry.save(desk, two, RACE, {**dict(zip(codes, GOOD, strict=True)), "v2": 40, "spoiled": 3})
    unknown = tps(TEMPE_VILLAGE, 44)
    outside = tps("73.08.01.1001", 1)
    path = listed(tmp_path, *([where, *GOOD] for where in (one, two, three, unknown, outside, "TPS lima")))
    found = looked(desk, path)
    assert (found.new, found.changed, found.same, found.refused) == (1, 1, 1, 3)
    assert [(row, what) for row, _column, what in told(found)] == [
        (5, "TPS 044 di Tempe tidak ada dalam daftar TPS."),
        (6, "73.08.01.1001 di luar wilayah Desk Pemilu Kabupaten Wajo."),
        (7, "“TPS lima” bukan kode wilayah Kemendagri. Tulis seperti 73.13.06.1001."),
    ]
    assert [(each.row, str(each.line), each.before, each.after) for each in found.differences] == [
        (3, "2. Bowo", 40, 50)
    ]
    assert count_entry.sheet(desk, two, RACE).figures["v2"] == 40
    finish(count_import.write(desk, found))
    after = count_entry.sheet(desk, two, RACE)
    assert (after.figures["v2"], after.figures["spoiled"]) == (50, 3)
    assert looked(desk, path).same == 3


def test_two_rows_of_one_tps(desk: Desk, tmp_path: Path) -> None:
    one, two = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
    other = [210, 101, 49, 54, 204, 6, 210]
    found = looked(desk, listed(tmp_path, [one, *GOOD], [two, *GOOD], [one, *other], [two, *GOOD]))
    assert (found.new, found.refused) == (1, 2)
    assert [(row, "baris " in what) for row, _column, what in told(found)] == [(2, True), (4, True)]
    assert [entry.where for entry in found.entries] == [(TEMPE_VILLAGE, 2)]
    assert [(one.row, str(one.words)) for one in found.remarks if one.row == 5] == [
        (5, "TPS ini sudah ada di baris 3 dengan angka yang sama.")
    ]


def test_villages_by_name_and_headings_in_three_rows(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    rows = [
        ["No", "Kecamatan", "Kelurahan", "TPS", "Perolehan suara", "", "", "Suara sah", "Suara tidak sah"],
        ["", "", "", "", 1, 2, 3, "", ""],
        ["", "", "", "", "Anis", "Bowo", "Ganda", "", ""],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, "Tempe", "Tempe", "TPS 001", 100, 50, 54, 204, 6],
        [2, "Kec. Tempe", "Kel. Maddukelleng", 5, 1, 2, 3, 6, 0],
        ["", "JUMLAH KEC. TEMPE", "", "", 101, 52, 57, 210, 6],
    ]
    writing.write_workbook(path, [writing.TableSheet(RACE, ["REKAP", *[""] * 8], rows)])  # type: ignore[arg-type]
    found = brought(desk, path, "")
    assert [(each[1], each[2]) for each in found.mapping if each[2]] == [
        ("Kecamatan", "Kecamatan"),
        ("Kelurahan", "Desa/Kelurahan"),
        ("TPS", "Nomor TPS"),
        ("Perolehan suara 1 Anis", "v1"),
        ("Perolehan suara 2 Bowo", "v2"),
        ("Perolehan suara 3 Ganda", "v3"),
        ("Suara sah", "valid"),
        ("Suara tidak sah", "invalid"),
    ]
    assert [entry.where for entry in found.entries] == [(TEMPE_VILLAGE, 1), (MADDUKELLENG, 5)]
    assert dict(found.entries[1].figures) == {"v1": 1, "v2": 2, "v3": 3, "valid": 6, "invalid": 0}
    assert [str(one.words) for one in found.remarks if one.row == 8] == ["Baris jumlah: bukan TPS, tidak dimasukkan."]


def test_a_column_that_is_mapped_by_hand_is_remembered_by_the_headings(desk: Desk, tmp_path: Path) -> None:
    heads = ["Kode TPS", "A", "B", "C", "Sah"]
    path = listed(tmp_path, [tps(TEMPE_VILLAGE, 1), 100, 50, 54, 204], heads=heads)
    assert looked(desk, path).lines == 1
    by_hand = {"Kode TPS": "Kode TPS", "A": "v2", "B": "v1", "C": "v3", "Sah": ""}
    mapped = looked(desk, path, mapping=by_hand)
    assert dict(mapped.entries[0].figures) == {"v2": 100, "v1": 50, "v3": 54}
    again = looked(desk, listed(tmp_path, [tps(TEMPE_VILLAGE, 2), 1, 2, 3, 6], heads=heads))
    assert dict(again.entries[0].figures) == {"v2": 1, "v1": 2, "v3": 3}


def test_what_was_checked_or_copied_by_two_is_refused_with_why(desk: Desk, tmp_path: Path) -> None:
    one = tps(TEMPE_VILLAGE, 1)
    key = (small_offices.EVENT, TEMPE_VILLAGE, 1, RACE, 1)
    transact(desk, "x", lambda unit: unit.put(records.COUNT_RESULT, key, {"locked": True}))
    other = (small_offices.EVENT, TEMPE_VILLAGE, 2, RACE, 1, "73.13/2")
    values = {"sealed": b"\x01" * 100, "whole": True, "noted": False, "source": "formulir"}
    transact(desk, "x", lambda unit: unit.put(records.COUNT_FORM, other, values))
    path = listed(tmp_path, [one, *GOOD], [tps(TEMPE_VILLAGE, 2), *GOOD], [tps(TEMPE_VILLAGE, 3), *GOOD])
    found = looked(desk, path)
    assert (found.new, found.refused) == (1, 2)
    assert [what for _row, _column, what in told(found)] == [
        "Hasil TPS ini dikunci oleh pemeriksa.",
        "Formulir ini sudah disalin orang lain. Entri kedua tidak dipakai untuk pemilihan ini.",
    ]


def test_a_text_file_in_which_a_comma_has_moved_the_figures(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    lines_ = [",".join(HEADS), f"{tps(TEMPE_VILLAGE, 1)},210,100,50,54,204,6,210"]
    lines_.append(f"{tps(TEMPE_VILLAGE, 2)},210,1,000,50,54,204,6,210")
    path.write_text("\n".join(lines_), "utf-8")
    found = looked(desk, path)
    assert (found.new, found.refused) == (1, 1)
    assert "lebih banyak kolom" in told(found)[0][2]


def test_a_sheet_says_its_race_or_it_is_asked(desk: Desk, tmp_path: Path) -> None:
    path = listed(tmp_path, [tps(TEMPE_VILLAGE, 1), *GOOD])
    with pytest.raises(errors.Refused, match="Pilih jenis pemilihan"):
        looked(desk, path, "")
    assert count_import.race_of(desk, "PPWP") == RACE
    assert count_import.race_of(desk, "Presiden dan Wakil Presiden") == RACE


def test_lists_that_are_none_are_refused(desk: Desk, tmp_path: Path) -> None:
    nowhere = listed(tmp_path, ["Tempe", 100, 50], heads=["Kecamatan", "Paslon 1", "Paslon 2"])
    with pytest.raises(errors.Refused, match="tidak ditemukan baris judul"):
        looked(desk, nowhere)
    only = listed(tmp_path, [tps(TEMPE_VILLAGE, 1), "a"], heads=["Kode TPS", "Catatan"])
    with pytest.raises(errors.Refused, match="Tidak ada baris"):
        finish(count_import.write(desk, looked(desk, only)))
    with pytest.raises(errors.Refused, match="Daftar calon belum diisi"):
        looked(desk, only, "dpd")
    empty = tmp_path / "kosong.csv"
    empty.write_bytes(b"")
    with pytest.raises(errors.Refused):
        looked(desk, empty)
    with pytest.raises(errors.NotFound):
        looked(desk, tmp_path / "tidak_ada.xlsx")


def test_stopped_half_way_it_has_written_nothing(desk: Desk, tmp_path: Path) -> None:
    found = looked(desk, listed(tmp_path, [tps(TEMPE_VILLAGE, 1), *GOOD], [tps(BELAWA_VILLAGE, 1), *GOOD]))
    steps = count_import.write(desk, found)
    for step in steps:
        if step.words == count_import.LABEL and step.done == 0:
            break
    steps.close()
    assert count_entry.sheet(desk, tps(TEMPE_VILLAGE, 1), RACE).record is None
    assert Key(small_offices.EVENT, TEMPE_VILLAGE, 1, RACE).subject not in standing(desk)
