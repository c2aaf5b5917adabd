# SPDX-License-Identifier: Apache-2.0
"""Verbs of `counts` about all that was copied: how far it is, totals, who is waited for, notes, clarification."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain.counts import lines, rules
from desk_app.domain.counts.standing import State
from desk_app.domain.counts.words import DISCLAIMER, per_cent
from desk_app.domain.words import dotted
from desk_app.operations import count_board, count_notes, count_text, tally
from desk_app.operations.desk import Desk

_LEVELS = ("kabupaten", "kecamatan", "desa", count_board.STATIONS)


def add_verbs(verbs: frame.Subparsers) -> None:
    """Add them to `counts`."""
    progress = frame.add(verbs, "progress", _progress, _("sejauh mana data masuk, tanpa angka suara"), listing=True)
    totals = frame.add(verbs, "totals", _totals, _("jumlah suara per wilayah, bagi yang boleh melihat"), listing=True)
    turnout = frame.add(verbs, "turnout", _turnout, _("partisipasi per wilayah"), listing=True)
    missing = frame.add(verbs, "missing", _missing, _("TPS yang belum masuk dan siapa yang dihubungi"), listing=True)
    notes = frame.add(verbs, "notes", _notes, _("TPS yang angkanya tidak cocok, per aturan"), listing=True)
    disputed = frame.add(verbs, "disputed", _disputed, _("TPS dalam klarifikasi"), listing=True)
    for one in (progress, totals, turnout, missing, notes, disputed):
        one.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
        one.add_argument("--region", default="", metavar="KODE", help=_("satu wilayah saja"))
    for one in (progress, totals, turnout):
        one.add_argument("--level", default="", choices=_LEVELS, help=_("per wilayah apa; biasanya setingkat di bawah"))
    missing.add_argument("--wa", action="store_true", help=_("teks untuk WhatsApp"))
    notes.add_argument("--rule", default="", choices=[one.number for one in rules.Rule], help=_("satu aturan saja"))
    notes.add_argument("--with-accepted", action="store_true", help=_("juga yang sudah diterima pemeriksa"))


def _progress(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = count_board.progress(desk, options.race, options.region, options.level)
    if options.json:
        frame.as_json(found)
        return 0
    frame.say(frame.sentence(found.words))
    frame.table(
        [found.area.heading, _("TPS"), _("lengkap"), _("sebagian"), _("belum masuk"), "%"],
        [
            (_named(row), row.stations, row.whole, row.part, row.missing, per_cent(row.whole, row.stations))
            for row in (*found.rows, found.total)
            if row.stations
        ],
    )
    return 0


def _totals(options: argparse.Namespace) -> int:
    with _weighed(options) as desk:
        found = count_board.totals(desk, options.race, options.region, options.level)
        beside = count_board.excluded_words(found)
    if options.json:
        frame.as_json(_plain(found))
        return 0
    frame.say(_(DISCLAIMER))
    frame.say(frame.sentence(found.words))
    names = [f"{one.code} {one.short or one.name}" for one in found.candidates]
    frame.table(
        [found.area.heading, _("TPS dijumlah"), *names, _("sah"), _("tidak sah"), _("jumlah")],
        [
            (
                _named(row),
                _("{done} dari {total}").format(done=dotted(_of(found, row)), total=dotted(row.stations)),
                *(_known(row, one.line) for one in found.candidates),
                *(_known(row, line) for line in (lines.VALID, lines.INVALID, lines.TOTAL)),
            )
            for row in (*found.rows, found.total)
            if row.stations
        ],
    )
    for one in found.candidates:
        frame.say(f"{one.code} {one.name}: {found.share(found.total, one)} %")
    for said in beside:
        frame.say(f"{said}.")
    for tps in found.disputed:
        frame.say(f"{tps.subject} {tps.label} {tps.where}: {_('dalam klarifikasi')}")
    return 0


def _turnout(options: argparse.Namespace) -> int:
    with _weighed(options) as desk:
        found = count_board.participation(desk, options.race, options.region, options.level)
    if options.json:
        frame.as_json(found)
        return 0
    frame.say(_(DISCLAIMER))
    frame.say(frame.sentence(found.words))
    frame.say(_("Dibagi {divided_by}.").format(divided_by=_(found.divided_by)))
    frame.table(
        [found.area.heading, _("TPS"), _("pengguna"), _("pemilih"), "%"],
        [
            (_named(row), row.stations, row.users, row.voters, per_cent(row.users, row.voters))
            for row in (*found.rows, found.total)
        ],
    )
    return 0


def _missing(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = count_board.missing(desk, options.race, options.region)
        if options.wa:
            label = count_board.progress(desk, options.race, options.region).area.race.label
            frame.say(count_text.missing_text(desk, label, found).rstrip())
            return 0
    if options.json:
        frame.as_json(found)
        return 0
    frame.table(
        [_("TPS"), _("desa"), _("kecamatan"), _("DPT"), _("keadaan"), _("hubungi"), _("telepon")],
        [
            (
                one.subject,
                one.where,
                one.district,
                one.voters,
                _("sebagian") if one.part else _("belum masuk"),
                one.people[0].name if one.people else "",
                one.people[0].phone if one.people else "",
            )
            for one in found
        ],
    )
    return 0


def _notes(options: argparse.Namespace) -> int:
    with _weighed(options) as desk:
        found = count_notes.notes(
            desk, options.race, options.region, options.rule, with_accepted=options.with_accepted
        )
    if options.json:
        frame.as_json(
            {
                "counts": {one.rule.number: one.stations for one in found.counts},
                "stations": found.stations,
                "rows": [
                    {
                        "subject": one.subject,
                        "rule": one.rule.number,
                        "level": one.level,
                        "gap": one.gap,
                        "lines": one.lines,
                        "words": frame.sentence(one.words),
                        "accepted": one.accepted,
                    }
                    for one in found.rows
                ],
            }
        )
        return 0
    frame.say(_(DISCLAIMER))
    frame.table(
        [_("aturan"), _("yang diperiksa"), _("TPS")],
        [(one.rule.number, _(one.rule.label), one.stations) for one in found.counts],
    )
    for row in found.rows:
        frame.say(f"{row.subject} {row.rule.number} {_(rules.LEVEL_LABELS[row.level])}: {frame.sentence(row.words)}")
    return 0


def _disputed(options: argparse.Namespace) -> int:
    with _weighed(options) as desk:
        found = count_notes.disputed(desk, options.race, options.region)
    if options.json:
        frame.as_json(
            [
                {
                    "subject": one.subject,
                    "readers": one.readers,
                    "lines": {line.code: line.values for line in one.lines},
                }
                for one in found
            ]
        )
        return 0
    frame.say(_(DISCLAIMER))
    for one in found:
        told = "; ".join(
            f"{frame.sentence(line.label)} {' / '.join(dotted(value) for value in line.values)}".rstrip()
            for line in one.lines
        )
        frame.say(f"{one.subject} {one.where}: {told}")
    return 0


@contextmanager
def _weighed(options: argparse.Namespace) -> Iterator[Desk]:
    """The office, with what came in weighed."""
    with frame.opened(options) as desk:
        frame.done(tally.refresh(desk))
        yield desk


def _named(row: Any) -> str:
    return f"{row.where} {row.name}" if row.where else str(row.name)


def _of(found: count_board.Totals, row: count_board.TotalsRow) -> int:
    return max((row.sum(one.line).stations for one in found.candidates), default=0)


def _known(row: count_board.TotalsRow, line: str) -> int | None:
    one = row.sum(line)
    return one.value if one.stations else None


def _plain(found: count_board.Totals) -> dict[str, object]:
    return {
        "race": found.area.race.code,
        "region": found.area.region,
        "words": frame.sentence(found.words),
        "disclaimer": _(DISCLAIMER),
        "candidates": {one.line: one.name for one in (*found.candidates, *found.parts)},
        "rows": [_plain_row(row) for row in found.rows],
        "total": _plain_row(found.total),
        "disputed": [one.subject for one in found.disputed],
    }


def _plain_row(row: count_board.TotalsRow) -> dict[str, object]:
    return {
        "code": row.code,
        "name": row.name,
        "stations": row.stations,
        "copied": row.copied,
        "sums": {line: [one.value, one.stations] for line, one in sorted(row.sums.items())},
        "states": {state.value: row.states[state] for state in State if state in row.states},
    }
