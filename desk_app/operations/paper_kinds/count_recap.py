# SPDX-License-Identifier: Apache-2.0
"""Rekap salinan hasil penghitungan suara (T8) of one race: a region and its parts, as the totals stand."""

from desk_app.domain import places
from desk_app.domain.counts import lines
from desk_app.operations import count_area, count_board
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, count_framing
from desk_app.reports import count_recap


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The recap of an area. Raises NotPermitted and Refused."""
    held = count_framing.counted(desk, asked)
    found = count_board.totals(desk, held.race.code, held.region, asked.level)
    turnout = count_board.participation_of(desk, found)
    around = _around(desk, found)
    rows = tuple(
        _row(found, one, other, around.get(one.code, one.where))
        for one, other in zip(found.rows, turnout.rows, strict=True)
        if one.stations or one.states
    )
    where = count_framing.whereabouts(desk, held, [(one.subject, one.where) for one in found.disputed])
    told = count_recap.Recap(
        progress=count_framing.said(found.words),
        candidates=tuple(_candidate(one) for one in found.candidates),
        unit=found.area.heading,
        rows=rows,
        total=_row(found, found.total, turnout.total, ""),
        divided_by=turnout.divided_by,
        around=_around_heading(held, found, rows),
        left_out=tuple(count_board.excluded_words(found)),
        disputed=tuple((one.label, where[one.subject]) for one in found.disputed),
    )
    sections = count_recap.sections(told)
    return count_framing.made(held, count_recap.NAME, sections, numbered=True)


def _candidate(one: lines.Candidate) -> count_recap.Candidate:
    number = "" if one.kind is lines.CandidateKind.EMPTY else one.code
    return count_recap.Candidate(number, one.name, one.short)


def _row(
    found: count_board.Totals, one: count_board.TotalsRow, turnout: count_board.TurnoutRow, around: str
) -> count_recap.Row:
    def value(line: str) -> int | None:
        told = one.sum(line)
        return told.value if told.stations else None

    share = turnout.share
    return count_recap.Row(
        name=one.label if "/" in found.area.heading else one.name,
        stations=one.stations,
        copied=one.copied,
        counted=one.whole,
        votes=tuple(value(candidate.line) for candidate in found.candidates),
        valid=value(lines.VALID),
        invalid=value(lines.INVALID),
        cast=value(lines.TOTAL),
        users=turnout.users if turnout.stations else None,
        voters=turnout.voters if turnout.stations else None,
        share="–" if share is None else f"{share / 100:.2f}".replace(".", ","),
        around=around,
    )


def _around(desk: Desk, found: count_board.Totals) -> dict[str, str]:
    """The kecamatan of each village, where the villages of several are told together."""
    if found.area.level != places.Level.VILLAGE.value or places.district_of(found.area.region):
        return {}
    named = count_area.named_villages(desk, found.area, {one.code[:8] for one in found.rows})
    return {one.code: named[one.code[:8]].name for one in found.rows}


def _around_heading(
    held: count_framing.Counted, found: count_board.Totals, rows: tuple[count_recap.Row, ...]
) -> str:
    if not any(row.around for row in rows) or places.level_of(found.area.region) is places.Level.VILLAGE:
        return ""
    if found.area.level == count_board.STATIONS:
        return held.frame.unit(places.Level.VILLAGE, [one.code for one in found.rows])
    return held.frame.unit(places.Level.DISTRICT)


