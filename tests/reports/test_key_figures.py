# SPDX-License-Identifier: Apache-2.0
"""The key figures of a document in a line, in its QR, and compared with what is known."""

from desk_app.reports import document, key_figures, pages
from desk_app.reports.document import Column, Row, RowKind


def paper(count: int = 1, share: str = "7 %") -> document.Document:
    columns = (Column("Nama"), Column("TPS"), Column("Siap\n✓", group="Kesiapan; TPS"))
    rows = (Row(("A", "3", "1")), Row(("Jumlah", "1.146", share), RowKind.TOTAL))
    return document.Document("Judul", "Desk", pages.setup("A4"), (document.Table(columns, rows),) * count)


def test_the_totals_by_their_columns() -> None:
    assert key_figures.of(paper()) == "TPS 1.146"
    assert key_figures.of(paper(share="7")) == "TPS 1.146; Kesiapan TPS Siap 7"
    assert key_figures.of(paper(2)) == "TPS 1.146; TPS 1.146"
    assert key_figures.of(document.Document("Judul", "Desk", pages.setup("A4"), ())) == ""
    assert len(key_figures.of(paper(200))) <= key_figures.MOST


def test_there_and_back_by_the_qr() -> None:
    held = key_figures.qr("ABCD-EFGH", "TPS 1.146; DPT 5")
    assert key_figures.read(held) == ("ABCD-EFGH", "TPS 1.146; DPT 5")
    assert key_figures.read(" abcd efgh ") == ("abcd efgh", "")
    assert key_figures.read(key_figures.qr("ABCD", "")) == ("ABCD", "")
    many = "; ".join(f"Kolom {number} {number}" for number in range(50))
    _code, figures = key_figures.read(key_figures.qr("ABCD", many))
    assert len(figures) <= key_figures.IN_QR
    assert many.startswith(figures + "; ")


def test_what_differs_is_told_and_what_a_qr_left_out_is_not() -> None:
    assert key_figures.different("TPS 5", "TPS 5; DPT 7") == ()
    assert key_figures.different("TPS 5; DPT 8", "TPS 5; DPT 7; Siap 1") == (("DPT 8", "DPT 7"),)
    assert key_figures.different("TPS 5; DPT 8", "TPS 5") == (("DPT 8", ""),)
    assert key_figures.different("", "TPS 5") == ()
