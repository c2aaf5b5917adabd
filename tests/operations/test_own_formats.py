# SPDX-License-Identifier: Apache-2.0
"""Format kami: forms kept with the office, looked at in words, filled with a paper, and never leaving the office."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from desk_app.domain import errors, records
from desk_app.operations import attachments, history, own_formats, papers, printing
from desk_app.operations.desk import Desk
from tests.reports import own_forms

TABLE = (("{{ kesiapan.kecamatan }}", "{{ kesiapan.tps }}"), ("Jumlah", "{{ kesiapan.jumlah.tps }}"))
DAILY = papers.Asked()


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "Bentuk provinsi.docx"
    path.write_bytes(own_forms.word("{{ kantor }} {{ hari }} {{ nomor }}", table=TABLE, footer="{{ kode }}"))
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_form_is_kept_and_filled(wajo: Desk, form: Path, tmp_path: Path) -> None:
    no = own_formats.add(wajo, form)
    (kept,) = own_formats.listing(wajo)
    assert (kept.no, kept.name, kept.kind, kept.paper, kept.here) == (no, form.stem, "docx", printing.DAILY, True)
    assert own_formats.check(wajo, no) == ()
    filled = own_formats.fill(wajo, no, DAILY, tmp_path / "jadi.docx")
    assert filled.remarks == ()
    file = docx.Document(str(filled.path))
    assert file.paragraphs[0].text.startswith("Desk Pemilu Kabupaten Wajo Selasa")
    assert file.sections[0].footer.paragraphs[0].text == filled.prepared.code
    paper = filled.prepared.document
    table = next(block for block in paper.blocks if getattr(block, "name", "") == "kesiapan")
    shown = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert len(shown) == len(table.rows)  # type: ignore[union-attr]


def test_the_same_paper_twice_gives_the_same_bytes(wajo: Desk, form: Path, tmp_path: Path) -> None:
    no = own_formats.add(wajo, form)
    prepared = printing.make(wajo, DAILY)
    for name in ("a.docx", "b.docx"):
        own_formats.fill_with(wajo, no, prepared, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_workbook_is_filled(wajo: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "f.xlsx", own_forms.sheet({"A1": "{{ kesiapan.kecamatan }}", "B1": "{{ kesiapan.tps }}"}))
    no = own_formats.add(wajo, path, "Rekap")
    own_formats.fill(wajo, no, DAILY, tmp_path / "jadi.xlsx")
    page = openpyxl.load_workbook(io.BytesIO((tmp_path / "jadi.xlsx").read_bytes())).active
    assert page["A1"].value
    assert all(isinstance(row[1], int) for row in page.iter_rows(values_only=True))


def test_what_is_wrong_is_said_in_sentences(wajo: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "f.docx", own_forms.word("Hal {{ kantr }}", "{{ zzzz }}", "{{ kesiapan.tps }}"))
    no = own_formats.add(wajo, path)
    first, second, third = own_formats.check(wajo, no)
    assert first == "Isian “kantr” tidak dikenal, pada “Hal {{ kantr }}”. Mungkin maksudnya “kantor”."
    assert second == "Isian “zzzz” tidak dikenal, pada “{{ zzzz }}”. Ia dicetak sebagai titik-titik."
    assert third == "Isian “kesiapan.tps” berulang: taruh di dalam baris tabel, pada “{{ kesiapan.tps }}”."
    assert own_formats.fill(wajo, no, DAILY, tmp_path / "jadi.docx").remarks == (first, second, third)


def test_a_form_that_cannot_be_filled_is_told_and_not_written(wajo: Desk, tmp_path: Path) -> None:
    no = own_formats.add(wajo, written(tmp_path / "f.docx", own_forms.word("{{ ''.__class__ }}")))
    assert "tidak diizinkan" in own_formats.check(wajo, no)[0]
    with pytest.raises(errors.Refused, match="tidak diizinkan"):
        own_formats.fill(wajo, no, DAILY, tmp_path / "jadi.docx")
    assert not (tmp_path / "jadi.docx").exists()


def test_a_form_without_fields_is_told(wajo: Desk, tmp_path: Path) -> None:
    no = own_formats.add(wajo, written(tmp_path / "f.docx", own_forms.word("Isi")))
    assert own_formats.check(wajo, no) == ("Format ini belum berisi isian. Tulis misalnya {{ nomor }} di tempatnya.",)


def test_what_is_not_taken(wajo: Desk, form: Path, tmp_path: Path) -> None:
    own_formats.add(wajo, form)
    with pytest.raises(errors.Refused, match="sudah ada"):
        own_formats.add(wajo, form)
    with pytest.raises(errors.NotFound):
        own_formats.add(wajo, tmp_path / "none.docx")
    macro = own_forms.changed(form.read_bytes(), {"word/vbaProject.bin": b"x"})
    with pytest.raises(errors.Refused, match="makro"):
        own_formats.add(wajo, written(tmp_path / "m.docx", macro))
    with pytest.raises(errors.Refused, match="bukan berkas"):
        own_formats.add(wajo, written(tmp_path / "t.docx", b"%PDF-1.7"))
    with pytest.raises(errors.NotFound, match="laporan-harian"):
        own_formats.add(wajo, form, "Lain", "surat")
    with pytest.raises(errors.Refused, match="rahasia"):
        own_formats.add(wajo, form, "Lain", printing.SPARE_KEY)
    assert len(own_formats.listing(wajo)) == 1


def test_what_was_refused_leaves_no_file(wajo: Desk, form: Path) -> None:
    own_formats.add(wajo, form)
    held = wajo.attachments.names()
    other = written(form.with_name("lain.docx"), own_forms.word("lain"))
    with pytest.raises(errors.Refused, match="sudah ada"):
        own_formats.add(wajo, other, form.stem)
    assert wajo.attachments.names() == held


def test_a_form_is_for_one_kind_of_paper_and_one_ending(wajo: Desk, form: Path, tmp_path: Path) -> None:
    no = own_formats.add(wajo, form, paper=printing.TEAM_STRUCTURE)
    with pytest.raises(errors.Refused, match="dibuat untuk Susunan tim"):
        own_formats.fill(wajo, no, DAILY, tmp_path / "jadi.docx")
    with pytest.raises(errors.Refused, match=r"berakhiran .docx"):
        own_formats.fill(wajo, no, papers.Asked(printing.TEAM_STRUCTURE), tmp_path / "jadi.xlsx")
    assert own_formats.listing(wajo, printing.DAILY) == ()


def test_it_is_found_by_name_renamed_replaced_and_saved(wajo: Desk, form: Path, tmp_path: Path) -> None:
    no = own_formats.add(wajo, form)
    assert own_formats.find(wajo, "BENTUK PROVINSI").no == no
    assert own_formats.find(wajo, str(no)).no == no
    assert own_formats.rename(wajo, no, " Bentuk  baru ")
    with pytest.raises(errors.NotFound, match="Bentuk baru"):
        own_formats.find(wajo, "Bentuk provinsi")
    other = written(tmp_path / "baru.xlsx", own_forms.sheet({"A1": "{{ kantor }}"}))
    own_formats.replace_file(wajo, no, other)
    assert own_formats.find(wajo, "Bentuk baru").kind == "xlsx"
    saved = own_formats.save_as(wajo, no, tmp_path)
    assert saved.name == "Bentuk baru.xlsx"
    assert saved.read_bytes() == other.read_bytes()


def test_deleting_is_undone_with_its_file(wajo: Desk, form: Path) -> None:
    no = own_formats.add(wajo, form)
    own_formats.delete(wajo, no)
    assert own_formats.listing(wajo) == ()
    with pytest.raises(errors.NotFound):
        own_formats.check(wajo, no)
    history.undo(wajo)
    assert own_formats.check(wajo, no) == ()


def test_a_file_that_the_disk_lost_is_told(wajo: Desk, form: Path) -> None:
    no = own_formats.add(wajo, form)
    (file,) = attachments.of_record(wajo, no)
    for path in wajo.attachments.folder.iterdir():
        path.unlink()
    assert not own_formats.listing(wajo)[0].here
    with pytest.raises(errors.NotFound, match=file.name):
        own_formats.check(wajo, no)


def test_it_never_leaves_the_office() -> None:
    assert records.OWN_FORMAT.reach is records.Reach.INTERNAL
