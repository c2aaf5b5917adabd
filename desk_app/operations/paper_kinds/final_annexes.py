# SPDX-License-Identifier: Apache-2.0
"""The annexes of the laporan akhir: the matrix of issues, who was in the desk, photos of what was done."""

from desk_app.domain import activities as rules
from desk_app.operations import activity_register, printing_team
from desk_app.operations.paper_kinds import activity_reports, framing
from desk_app.reports import document, final_report, issue_matrix, statement, team_structure

MOST_PICTURES = 12
"""Four rows of three: what is more belongs to the laporan kegiatan."""


def annexes(held: framing.Frame, rows: tuple[issue_matrix.IssueRow, ...]) -> tuple[final_report.Annex, ...]:
    """The matrix always, the others where there is something in them."""
    notes = (issue_matrix.note(rows), issue_matrix.withheld(rows))
    matrix = statement.Section(table=issue_matrix.table(rows), notes=notes)
    found = [final_report.Annex("Matriks permasalahan dan tindak lanjut", matrix, across=True)]
    setting = printing_team.Setting(held.asked.as_of, held.asked.paper, held.signer, "")
    team = team_structure.members_table(printing_team.gather(held.desk, setting))
    if team.rows:
        found.append(final_report.Annex("Susunan keanggotaan", statement.Section(table=team)))
    pictures = _pictures(held)
    if pictures:
        found.append(final_report.Annex("Dokumentasi kegiatan", statement.Section(pictures=pictures)))
    return tuple(found)


def _pictures(held: framing.Frame) -> tuple[document.Picture, ...]:
    """Of each activity the first photo, with its caption or the name of the activity."""
    every = [one for one in activity_register.rows(held.desk) if one.stage is not rules.Stage.CANCELLED]
    shown: list[document.Picture] = []
    for row in sorted(every, key=lambda row: (row.from_day, row.from_minute or 0, row.no)):
        found = activity_reports.gallery(held.desk, row, most=1)
        shown += [document.Picture(one.data, one.caption or found.title) for one in found.pictures]
        if len(shown) == MOST_PICTURES:
            break
    return tuple(shown)
