# SPDX-License-Identifier: Apache-2.0
"""The matrix of issues: order, what is withheld, what is alleged."""

import dataclasses
from datetime import datetime

from desk_app.reports import document, issue_matrix

ISSUE = issue_matrix.IssueRow(
    "P-001", datetime(2024, 2, 13, 7, 30), "TPS 005", "Atap bocor", "Tinggi", "Dalam tindak lanjut"
)
GRAVEST_FIRST = ("Sangat mendesak", "Tinggi", "Sedang", "Rendah")


def cells(table: document.Table) -> str:
    return " | ".join(cell for row in table.rows for cell in row.cells)


def test_the_nine_columns_of_the_matrix() -> None:
    titles = [column.title for column in issue_matrix.table((ISSUE,)).columns]
    assert titles == [
        "No",
        "Tanggal/ Jam",
        "Lokasi",
        "Uraian Masalah",
        "Dampak",
        "Saran Penyelesaian",
        "Tindak Lanjut",
        "PIC/Ditujukan kepada",
        "Status",
    ]


def test_new_ones_first_then_older_open_then_older_closed_numbered_through() -> None:
    closed = dataclasses.replace(ISSUE, new=False, open=False, place="TPS 007")
    older = dataclasses.replace(ISSUE, new=False, place="TPS 006")
    rows = issue_matrix.table((closed, older, ISSUE)).rows
    assert [row.cells[0] for row in rows if row.kind is document.RowKind.BODY] == ["1", "2", "3"]
    assert [row.cells[2] for row in rows if row.kind is document.RowKind.BODY] == [
        "TPS 005",
        "TPS 006",
        "TPS 007",
    ]
    assert sum(row.kind is document.RowKind.GROUP for row in rows) == 3


def test_what_is_confidential_is_left_out_but_counted() -> None:
    secret = dataclasses.replace(ISSUE, description="Nama seseorang", confidential=True)
    issues = (ISSUE, secret)
    assert "Nama seseorang" not in cells(issue_matrix.table(issues))
    assert "1 (satu) permasalahan bersifat rahasia" in issue_matrix.withheld(issues)
    assert "2 (dua) permasalahan" in issue_matrix.summary(issues, GRAVEST_FIRST)
    assert issue_matrix.withheld((ISSUE,)) == ""


def test_an_accusation_is_called_a_dugaan_once() -> None:
    accused = dataclasses.replace(ISSUE, description="ASN mengajak memilih", alleged=True)
    assert accused.said == "Dugaan: ASN mengajak memilih"
    assert dataclasses.replace(accused, description="ASN diduga mengajak").said == "ASN diduga mengajak"
    assert ISSUE.said == "Atap bocor"


def test_summary_counts_open_ones_gravest_first() -> None:
    low = dataclasses.replace(ISSUE, severity="Rendah", new=False)
    said = issue_matrix.summary((low, ISSUE), GRAVEST_FIRST)
    assert said == (
        "Pada masa laporan dicatat 1 (satu) permasalahan. "
        "Permasalahan yang belum selesai seluruhnya 2 (dua): tinggi 1, rendah 1."
    )


def test_summary_of_nothing_and_of_all_done() -> None:
    assert "NIHIL" in issue_matrix.summary((), GRAVEST_FIRST)
    done = dataclasses.replace(ISSUE, open=False)
    assert issue_matrix.summary((done,), GRAVEST_FIRST).endswith("seluruhnya telah selesai.")
    old_and_done = dataclasses.replace(done, new=False)
    assert "NIHIL" in issue_matrix.summary((old_and_done,), GRAVEST_FIRST)


def test_an_unknown_severity_is_counted_too() -> None:
    odd = dataclasses.replace(ISSUE, severity="Kritis")
    assert "kritis 1" in issue_matrix.summary((odd,), GRAVEST_FIRST)


def test_what_offices_hold_differently_is_marked_and_named_by_its_number() -> None:
    disputed = dataclasses.replace(ISSUE, new=False, disputed=("saran penyelesaian", "status"))
    secret = dataclasses.replace(disputed, confidential=True)
    rows = (secret, disputed, ISSUE)
    assert issue_matrix.note(rows) == "⇄ Dalam klarifikasi antarkantor: nomor 2 (saran penyelesaian dan status)."
    body = [row for row in issue_matrix.table(rows).rows if row.kind is document.RowKind.BODY]
    assert [[place for place, cell in enumerate(row.cells) if "⇄" in cell] for row in body] == [[], [5, 8]]
    assert issue_matrix.note((ISSUE, secret)) == ""
