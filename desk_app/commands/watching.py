# SPDX-License-Identifier: Apache-2.0
"""Commands of voting day: recap, watch."""

import argparse

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, watch, words
from desk_app.operations import (
    days,
    places,
    recap_board,
    recap_lines,
    recaps,
    watch_calls,
    watch_entry,
    watch_reports,
    watch_sheet,
    watch_words,
    whom_to_call,
)
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    _add_recap(subparsers)
    _add_watch(subparsers)


def _add_recap(subparsers: frame.Subparsers) -> None:
    recap = subparsers.add_parser("recap", help=_("rekap per wilayah"), description=_("rekap per wilayah"))
    verbs = recap.add_subparsers(required=True, metavar=_("PERINTAH"))
    add = frame.add(verbs, "add", _recap_add, _("catat rekap: “Tempe 170 dari 178 TPS buka, 07.30, camat”"))
    add.add_argument("line", metavar="KALIMAT", help=_("wilayah, jumlah, apa, pukul, sumber"))
    add.add_argument("--item", default="", metavar="BUTIR", help=_("kode butir, jika kalimatnya tidak menyebutnya"))
    listed = frame.add(verbs, "list", _recap_list, _("tampilkan rekap yang masuk"), listing=True)
    listed.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    listed.add_argument("--item", default="", metavar="BUTIR", help=_("satu butir saja"))


def _recap_add(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        line = recap_lines.read(desk, options.line)
        item = options.item or line.item
        if not item:
            raise errors.Refused(N_("Sebutkan apa yang direkap, misalnya “buka”, atau pakai --item."))
        now = days.local(desk, desk.now())
        at = line.hour or now.time()
        no = recap_board.add_recap_today(
            desk, line.place, item, line.count, line.total, minute=at.hour * 60 + at.minute, source=line.source or "-"
        )
        shown = next(one for one in recaps.recap_list(desk, line.place, item) if one.no == no)
        told = f"{_count(shown)}, {frame.hour(desk, shown.hour)}, {shown.source}"
        frame.say(f"{shown.label} · {shown.item_label}: {told}")
    return 0


def _recap_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = recaps.recap_list(desk, options.area, options.item)
        if options.json:
            frame.as_json(found)
            return 0
        frame.table(
            [_("pukul"), _("wilayah"), _("butir"), _("rekap"), _("sumber")],
            [(frame.hour(desk, one.hour), one.label, one.item_label, _count(one), one.source) for one in found],
        )
    return 0


def _count(line: recaps.RecapLine) -> str:
    if line.total is None:
        return str(line.count)
    return _("{count} dari {total}").format(count=line.count, total=line.total)


def _add_watch(subparsers: frame.Subparsers) -> None:
    watched = subparsers.add_parser("watch", help=_("lembar pantau hari H"), description=_("lembar pantau hari H"))
    verbs = watched.add_subparsers(required=True, metavar=_("PERINTAH"))
    show = frame.add(verbs, "show", _watch_show, _("tampilkan lembar pantau"), listing=True)
    show.add_argument("--open", action="append", default=[], metavar="KODE", help=_("tampilkan bagian wilayah ini"))
    show.add_argument("--wa", default=None, metavar="JAM", help=_("pesan WhatsApp untuk satu jam, seperti 07"))
    calls = frame.add(verbs, "calls", _watch_calls, _("yang belum lapor dan siapa yang dihubungi"), listing=True)
    calls.add_argument("hour", metavar="JAM", help=_("jam kolom, seperti 07"))
    enter = frame.add(verbs, "enter", _watch_enter, _("isi satu kotak lembar pantau"))
    enter.add_argument("place", metavar="TEMPAT", help=_("TPS atau wilayah"))
    enter.add_argument("hour", metavar="JAM", help=_("jam kolom, seperti 07"))
    enter.add_argument("value", metavar="ISI", help=_("170, 170/178, “170 07.35”; TPS: s, b, atau jamnya"))
    enter.add_argument("--source", default="", metavar="SUMBER", help=_("siapa yang melaporkan"))


def _watch_show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        sheet = watch_sheet.sheet(desk, set(options.open))
        if options.wa is not None:
            frame.say(watch_words.message(desk, _column(desk, options.wa), sheet))
            return 0
        if options.json:
            frame.as_json(sheet)
            return 0
        headings = [f"{column.hour} {_(column.measure.short)}" for column in sheet.columns]
        frame.table(
            [_("wilayah"), _("TPS"), *headings],
            [
                ("  " * row.depth + row.name, row.stations, *_cells(sheet, row))
                for row in [*sheet.rows, sheet.total]
            ],
        )
    return 0


def _cells(sheet: watch_sheet.Sheet, row: watch_sheet.Row) -> list[str]:
    shown = []
    for column, cell in zip(sheet.columns, row.cells, strict=True):
        said = watch_words.cell_words(column, cell, station=row.is_station)
        marks = ("?" if cell.missing else "") + ("*" if cell.late else "")
        shown.append(f"{said}{marks}" if said or marks else "")
    return shown


def _watch_calls(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = watch_calls.call_list(desk, _column(desk, options.hour))
        if options.json:
            frame.as_json(found)
            return 0
        frame.table(
            [_("wilayah"), _("TPS masuk"), _("dihubungi"), _("telepon")],
            [
                (one.name, f"{one.known}/{one.stations}", f"{person.name} ({person.role})", person.phone)
                for one in found.calls
                for person in one.people or (whom_to_call.Person("-", "-"),)
            ],
        )
    return 0


def _watch_enter(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        place = places.only_place(desk, options.place)
        at = _column(desk, options.hour)
        watch_entry.enter(desk, place, at, options.value, options.source)
    frame.say(_("Tersimpan."))
    return 0


def _column(desk: Desk, text: str) -> int:
    """The column of an hour; where one hour asks two things, the first."""
    rules = watch_reports.rules(desk)
    minute = watch.read_minute(text)
    for at, column in enumerate(rules.columns):
        if column.minute == minute:
            return at
    raise errors.Refused(
        N_("Tidak ada kolom pukul {hour}. Yang ada: {hours}."),
        hour=text,
        hours=", ".join(column.hour for column in rules.columns),
    )
