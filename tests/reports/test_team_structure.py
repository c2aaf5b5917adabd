# SPDX-License-Identifier: Apache-2.0
"""The annexes of a decree: members, teams, districts."""

import dataclasses

from desk_app.reports import document, team_structure, text
from tests.reports import samples


def tables(structure: team_structure.TeamStructure) -> list[document.Table]:
    paper = team_structure.build(structure)
    return [block for block in paper.blocks if isinstance(block, document.Table)]


def test_members_stand_in_the_order_given_with_the_columns_of_a_decree() -> None:
    members = tables(samples.structure())[0]
    assert [column.title for column in members.columns] == ["No", "Jabatan/Nama", "Kedudukan dalam Tim"]
    assert [row.cells[1] for row in members.rows[:3]] == [
        "Bupati Wajo",
        "Kepala Kepolisian Resor Wajo",
        "Sekretaris Daerah Kabupaten Wajo\nIr. Contoh Pejabat, M.Si.",
    ]
    numbers = [row.cells[0] for row in members.rows if row.kind is document.RowKind.BODY]
    assert numbers == [f"{place}." for place in range(1, len(numbers) + 1)]


def test_teams_carry_roman_numbers_and_their_districts() -> None:
    groups = [row.cells[0] for row in tables(samples.structure())[0].rows if len(row.cells) == 1]
    assert groups[1] == "Tim I – Kecamatan Sabangparu dan Pammana"
    assert groups[-1].startswith("Tim VIII – ")


def test_the_matrix_marks_cover_holes_and_doubles() -> None:
    structure = samples.structure()
    rows = {row.cells[1]: row.cells for row in tables(structure)[2].rows}
    assert rows["Sabangparu"][2] == "✓"
    assert rows["Sabangparu"][-1] == "2"
    assert rows["Keera"][-1] == "0"
    said = text.render(team_structure.build(structure))
    assert "tercakup" not in said
    assert "lebih dari satu tim" not in said


def test_many_teams_are_divided_evenly_over_matrices() -> None:
    found = tables(samples.structure(teams=30))[2:]
    assert [len(table.columns) - 3 for table in found] == [15, 15]
    shown = [column.title for table in found for column in table.columns[2:-1]]
    assert (shown[0], shown[-1], len(shown)) == ("I", "XXX", 30)


def test_each_annex_names_the_decree_and_is_signed() -> None:
    blocks = team_structure.build(samples.structure()).blocks
    heads = [block for block in blocks if isinstance(block, document.AnnexHead)]
    assert [head.heading for head in heads] == ["LAMPIRAN I", "LAMPIRAN II"]
    assert heads[0].lines == ("KEPUTUSAN BUPATI WAJO",)
    assert heads[0].rows[0].value.strip(".") == ""
    assert sum(isinstance(block, document.SignatureBlock) for block in blocks) == 2


def test_no_team_yet() -> None:
    empty = dataclasses.replace(samples.structure(), teams=(), parts=())
    members, areas, matrix = tables(empty)
    assert (members.rows, areas.rows) == ((), ())
    assert [row.cells[-1] for row in matrix.rows] == ["0"] * 14
