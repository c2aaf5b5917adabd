# SPDX-License-Identifier: Apache-2.0
"""The table of a preview: readable, one line a matter, no codes."""

from desk_app.operations import import_outcome, intake_lines, values
from desk_app.operations.desk import Desk
from desk_app.operations.intake_lines import Mark
from tests import regency_offices, two_offices

SUBJECT = two_offices.FIRST


def told(desk: Desk, *found: import_outcome.Line) -> list[tuple[str, str, str, str, Mark]]:
    made = intake_lines.lines(values.Speaker(desk), found)
    return [(one.title, one.field, one.before, one.after, one.mark) for one in made]


def answer(
    field: str, before: object, after: object, *, item: str = "log.tinta", disputed: bool = False
) -> import_outcome.Line:
    return import_outcome.Line("answer", f"{SUBJECT} · {item}", field, before, after, disputed)


def test_the_fields_of_an_answer_are_one_line(wajo: Desk) -> None:
    found = told(
        wajo,
        answer("Jawaban", None, "done"),
        answer("Jumlah", None, 2),
        answer("Catatan", None, "menyusul"),
        answer("Versi ceklis", None, 1),
        answer("Jumlah", 3, 4, item="log.segel"),
    )
    assert found == [
        ("TPS 001 · Kel. Tempe", "Segel kertas", "3", "4", Mark.CHANGED),
        ("TPS 001 · Kel. Tempe", "Tinta", "(kosong)", "Sudah · 2 · “menyusul”", Mark.NEW),
    ]


def test_what_differs_stands_first(wajo: Desk) -> None:
    differs = answer("Jawaban", "done", "not_yet", item="log.formulir", disputed=True)
    found = told(wajo, answer("Jumlah", None, 2), differs)
    assert [one[-1] for one in found] == [Mark.DIFFERS, Mark.NEW]
    assert found[0][3] == "sementara Belum"


def test_a_new_record_is_one_line_without_codes(wajo: Desk) -> None:
    village = regency_offices.TEMPE_VILLAGE
    title = f"{village} · 9"
    found = told(
        wajo,
        import_outcome.Line("station", title, "DPT laki-laki", None, 140, False),
        import_outcome.Line("station", title, "DPT perempuan", None, 150, False),
        import_outcome.Line("station", title, "Tempat TPS", None, "SDN 12", False),
        import_outcome.Line("issue", "Jalan putus", "Pemilihan", None, "pemilu-2024", False),
        import_outcome.Line("issue", "Jalan putus", "Lokasi", None, village, False),
        import_outcome.Line("issue", "Jalan putus", "Permasalahan", None, "Jalan putus", False),
        import_outcome.Line("issue", "Jalan putus", "Tingkat", None, "urgent", False),
    )
    assert [one[1] for one in found] == ["TPS baru", "Permasalahan baru"]
    assert found[0][3] == "DPT laki-laki 140 · DPT perempuan 150 · SDN 12"
    assert "pemilu-2024" not in repr(found)
    assert found[1][0] == "Jalan putus"


def test_each_changed_field_has_its_old_and_new_value(wajo: Desk) -> None:
    title = f"{regency_offices.TEMPE_VILLAGE} · 1"
    found = told(
        wajo,
        import_outcome.Line("station", title, "DPT laki-laki", 100, 101, False),
        import_outcome.Line("station", title, "Alamat", None, "Jl. Lama", False),
    )
    assert [one[1:4] for one in found] == [("DPT laki-laki", "100", "101"), ("Alamat", "(kosong)", "Jl. Lama")]


def test_two_records_of_one_name_stay_two(wajo: Desk) -> None:
    line = import_outcome.Line("issue", "Jalan putus", "Dampak", None, "Terisolasi", False)
    assert len(told(wajo, line, line)) == 2


def test_long_text_is_cut_and_a_newer_kind_is_told(wajo: Desk) -> None:
    long, newer = told(
        wajo,
        import_outcome.Line("issue", "A", "Uraian", None, "kata " * 60, False),
        import_outcome.Line("hologram", "B", "Apa", None, "x", False),
    )
    assert long[3].endswith("…")
    assert len(long[3]) <= 80
    assert newer[1] == "catatan dari versi baru baru"


def test_a_new_attachment_says_what_it_is_and_not_where_it_hangs(wajo: Desk) -> None:
    title = "foto.jpg · Gudang"
    found = told(
        wajo,
        import_outcome.Line("attachment", title, "Lampiran dari", None, 99 << 40, False),
        import_outcome.Line("attachment", title, "Nama berkas", None, "foto.jpg", False),
        import_outcome.Line("attachment", title, "Jenis berkas", None, "jpeg", False),
        import_outcome.Line("attachment", title, "Besar berkas", None, 57_000, False),
        import_outcome.Line("attachment", title, "Keterangan", None, "Gudang", False),
    )
    assert found == [(title, "Lampiran baru", "", "Besar berkas 57 KB", Mark.NEW)]
