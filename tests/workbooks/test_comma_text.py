# SPDX-License-Identifier: Apache-2.0
"""Lists in text files: what parts the cells, how they are written, and files that are none."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.workbooks import comma_text, extent, reading

ROWS = [["Kode", "Nama", "Suara"], ["73.13", "Sengkang, Tempe", "210"], ["73.14", "Belawa", ""]]


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("page", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_read_as_it_is_written(tmp_path: Path, mark: str, page: str) -> None:
    path = tmp_path / "hasil.csv"
    path.write_bytes("\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in ROWS).encode(page))
    assert comma_text.read_sheet(path) == reading.Sheet("hasil.csv", "hasil", ROWS)


def test_the_line_of_excel_that_names_the_mark(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text("sep=|\na,b;c|d\n", "utf-8")
    assert comma_text.read_sheet(path).rows == [["a,b;c", "d"]]


def test_names_with_letters_of_the_west(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    path.write_bytes("Désa;1\n".encode("cp1252"))
    assert comma_text.read_sheet(path).rows == [["Désa", "1"]]


@pytest.mark.parametrize("name", ["a.csv", "A.TSV"])
def test_which_files_are_text(name: str) -> None:
    assert comma_text.is_text(Path(name))
    assert not comma_text.is_text(Path(name + ".xlsx"))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04\0\0\0", errors.Damaged),
        (b'"' + b"x" * 200_000 + b'"', errors.Damaged),
        (b",".join([b"1"] * (reading.WIDEST + 1)), errors.Refused),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes, kind: type[Exception]) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(kind):
        comma_text.read_sheet(path)


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.csv"
    path.write_text("1;2\n" * 10, "utf-8")
    monkeypatch.setattr(extent, "MOST_CELLS", 19)
    with pytest.raises(errors.Refused, match="terlalu banyak baris"):
        comma_text.read_sheet(path)
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    with pytest.raises(errors.Refused, match="terlalu besar"):
        comma_text.read_sheet(path)
    with pytest.raises(errors.NotFound):
        comma_text.read_sheet(tmp_path / "none.csv")
