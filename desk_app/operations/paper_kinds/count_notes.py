# SPDX-License-Identifier: Apache-2.0
"""Catatan pemeriksaan hasil suara: which TPS break which of the numbered rules, rule by rule."""

from collections.abc import Mapping

from desk_app.base.text import _
from desk_app.domain.counts import rules
from desk_app.operations import count_notes
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, count_framing
from desk_app.reports import document, figures, statement, words

NAME = "Catatan pemeriksaan hasil suara (internal desk)"


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The notes of an area. Raises NotPermitted and Refused."""
    held = count_framing.counted(desk, asked)
    found = count_notes.notes(desk, held.race.code, held.region, with_accepted=True)
    by_rule: dict[rules.Rule, list[count_notes.Note]] = {}
    for one in found.rows:
        by_rule.setdefault(one.rule, []).append(one)
    said = f"{words.number(found.stations)} TPS dengan catatan." if found.stations else ""
    sections = [statement.Section("Menurut aturan", text=(said,), table=_counts(found))]
    if by_rule:
        where = count_framing.whereabouts(desk, held, {(one.subject, one.where) for one in found.rows})
        sections.append(statement.Section("Menurut TPS", table=_rows(by_rule, where)))
    return count_framing.made(held, NAME, sections, signed=False)


def _counts(found: count_notes.Notes) -> document.Table:
    columns = (
        figures.name("Aturan", 0.0),
        figures.text("Yang diperiksa", 2.0, short=""),
        figures.text("Tingkat", 0.0, short=""),
        figures.count("TPS", short="TPS"),
    )
    rows = [
        (one.rule.number, _(one.rule.label), _(rules.LEVEL_LABELS[one.rule.level]), figures.number(one.stations))
        for one in found.counts
    ]
    return figures.table(columns, rows, empty="NIHIL")


def _rows(by_rule: dict[rules.Rule, list[count_notes.Note]], where: Mapping[str, str]) -> document.Table:
    """Group by group; in a message the counts of the rules are enough."""
    columns = (
        figures.place(),
        figures.name("TPS", 0.0),
        figures.text("Wilayah", 1.3),
        figures.text("Yang ditemukan", 2.2),
        figures.count("Selisih"),
        figures.text("Tingkat", 0.6),
        figures.text("Keadaan", 0.6),
    )
    rows: list[document.Row] = []
    for rule in sorted(by_rule):
        rows.append(document.Row((f"{rule.number} {_(rule.label)}",), document.RowKind.GROUP))
        rows += [
            document.Row(
                (
                    str(place),
                    one.label,
                    where[one.subject],
                    count_framing.said(one.words),
                    figures.number(one.gap),
                    _(rules.LEVEL_LABELS[one.level]),
                    "diterima" if one.accepted else "terbuka",
                )
            )
            for place, one in enumerate(by_rule[rule], start=1)
        ]
    return document.Table(columns, tuple(rows), text_form=document.TextForm.OMIT, name="catatan")
