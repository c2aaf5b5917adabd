# SPDX-License-Identifier: Apache-2.0
"""Commands of activities, tasks, indicators and contacts."""

import argparse
from datetime import date

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import activities as rules
from desk_app.domain import indicators as figures
from desk_app.domain import tasks as task_rules
from desk_app.operations import (
    activities,
    activity_register,
    activity_text,
    contacts,
    days,
    indicator_board,
    indicator_sheet,
    indicators,
    places,
    tasks,
)


def add_to(subparsers: frame.Subparsers) -> None:
    _add_activity(subparsers)
    _add_task(subparsers)
    _add_indicator(subparsers)
    contact = subparsers.add_parser("contact", help=_("kontak kantor"), description=_("kontak kantor"))
    verbs = contact.add_subparsers(required=True, metavar=_("PERINTAH"))
    listed = frame.add(verbs, "list", _contact_list, _("siapa yang dihubungi"), listing=True)
    listed.add_argument("--place", default="", metavar="TEMPAT", help=_("yang terdekat dengan satu tempat"))


def _add_activity(subparsers: frame.Subparsers) -> None:
    activity = subparsers.add_parser("activity", help=_("kegiatan desk"), description=_("kegiatan desk"))
    verbs = activity.add_subparsers(required=True, metavar=_("PERINTAH"))
    new = frame.add(verbs, "new", _activity_new, _("catat kegiatan"))
    new.add_argument("title", metavar="KALIMAT", help=_("nama kegiatannya"))
    new.add_argument("--kind", default=rules.Kind.OTHER.value, choices=[one.value for one in rules.Kind])
    new.add_argument("--day", default="", metavar="2024-02-13", help=_("tanggalnya"))
    new.add_argument("--place", default="", metavar="TEMPAT", help=_("TPS atau wilayah"))
    listed = frame.add(verbs, "list", _activity_list, _("tampilkan kegiatan"), listing=True)
    listed.add_argument("--kind", default="", choices=["", *(one.value for one in rules.Kind)])
    listed.add_argument("--day", default="", metavar="2024-02-13", help=_("satu hari saja"))
    show = frame.add(verbs, "show", _activity_show, _("tampilkan satu kegiatan"), listing=True)
    show.add_argument("record", type=int, metavar="CATATAN", help=_("nomor catatan"))


def _activity_new(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        place = places.only_place(desk, options.place) if options.place else desk.identity.place
        no = activities.new_activity(
            desk, options.title, options.kind, from_day=options.day or None, place=place
        )
    frame.say(_("Dicatat: {number}").format(number=no))
    return 0


def _activity_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        chosen = activity_register.ActivityFilter(
            kinds=(options.kind,) if options.kind else (), since=options.day, until=options.day
        )
        rows = activity_register.rows(desk, chosen)
    if options.json:
        frame.as_json(rows)
        return 0
    if options.kind == rules.Kind.CAMPAIGN:
        frame.table(activity_text.CAMPAIGN_HEADINGS, activity_text.campaign_table(rows))
        return 0
    frame.table(
        [_("catatan"), _("waktu"), _("jenis"), _("kegiatan"), _("tempat"), _("status"), _("berikutnya")],
        [
            (
                row.no,
                row.when,
                _(row.kind_label),
                row.title,
                row.place_label,
                _(rules.STAGE_LABELS[row.stage]),
                _(rules.STEP_LABELS[row.open_step]) if row.open_step is not None else "",
            )
            for row in rows
        ],
    )
    return 0


def _activity_show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = activity_register.activity(desk, options.record)
        if options.json:
            frame.as_json(found)
        else:
            frame.say(activity_text.text(desk, found))
    return 0


def _add_task(subparsers: frame.Subparsers) -> None:
    task = subparsers.add_parser("task", help=_("tugas"), description=_("tugas"))
    verbs = task.add_subparsers(required=True, metavar=_("PERINTAH"))
    new = frame.add(verbs, "new", _task_new, _("catat tugas"))
    new.add_argument("text", metavar="KALIMAT", help=_("apa yang harus dikerjakan"))
    new.add_argument("--by", default="", metavar="SIAPA", help=_("dikerjakan oleh siapa"))
    new.add_argument("--due", default="", metavar="2024-02-13", help=_("paling lambat"))
    listed = frame.add(verbs, "list", _task_list, _("tampilkan tugas"), listing=True)
    listed.add_argument("--all", action="store_true", help=_("yang sudah selesai juga"))
    done = frame.add(verbs, "done", _task_done, _("catat tugas selesai"))
    done.add_argument("record", type=int, metavar="CATATAN", help=_("nomor catatan"))
    done.add_argument("result", metavar="HASIL", nargs="?", default="", help=_("hasilnya"))


def _task_new(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        no = tasks.new_task(desk, options.text, office=options.by, due=options.due or None)
    frame.say(_("Dicatat: {number}").format(number=no))
    return 0


def _task_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        rows = tasks.rows(desk, tasks.TaskFilter(open_only=not options.all))
    if options.json:
        frame.as_json(rows)
        return 0
    frame.table(
        [_("catatan"), _("batas"), _("lewat"), _("tugas"), _("oleh"), _("status"), _("hasil")],
        [
            (
                row.no,
                row.due,
                row.late_days or "",
                row.text,
                row.who,
                _(task_rules.STATE_LABELS.get(row.state, row.state)),
                row.result,
            )
            for row in rows
        ],
    )
    return 0


def _task_done(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        tasks.finish(desk, options.record, options.result)
    frame.say(_("Tugas dicatat selesai."))
    return 0


def _add_indicator(subparsers: frame.Subparsers) -> None:
    indicator = subparsers.add_parser(
        "indicator", help=_("indikator terhadap target"), description=_("indikator terhadap target")
    )
    verbs = indicator.add_subparsers(required=True, metavar=_("PERINTAH"))
    frame.add(verbs, "list", _indicator_list, _("tampilkan indikator"), listing=True)
    show = frame.add(verbs, "show", _indicator_show, _("tampilkan satu indikator per wilayah"), listing=True)
    adopt = frame.add(verbs, "adopt", _indicator_adopt, _("pakai indikator yang ditawarkan"))
    adopt.add_argument("codes", metavar="KODE", nargs="+", help=_("kode indikator"))
    target = frame.add(verbs, "target", _indicator_target, _("tetapkan target"))
    target.add_argument("code", metavar="KODE", help=_("kode indikator"))
    target.add_argument("value", metavar="NILAI", help=_("seperti 83,82"))
    value = frame.add(verbs, "value", _indicator_value, _("isi nilai satu wilayah"))
    value.add_argument("code", metavar="KODE", help=_("kode indikator"))
    value.add_argument("place", metavar="WILAYAH", help=_("kode wilayah"))
    value.add_argument("value", metavar="NILAI", help=_("seperti 83,82"))
    value.add_argument("--source", default="", metavar="SUMBER", help=_("sumber"))
    for parser in (show, value):
        parser.add_argument("--day", default="", metavar="2024-02-13", help=_("tanggalnya"))
    show.add_argument("code", metavar="KODE", help=_("kode indikator"))


def _indicator_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        rows = indicator_board.summaries(desk)
    if options.json:
        frame.as_json(rows)
        return 0
    _show_lines([(one.definition.code, one.definition.label, one.line, one.definition) for one in rows])
    return 0


def _indicator_show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        board = indicator_board.board(desk, options.code, date.fromisoformat(options.day) if options.day else None)
    if options.json:
        frame.as_json(board)
        return 0
    _show_lines([(line.code, line.name, line, board.definition) for line in (board.whole, *board.rows)])
    return 0


def _indicator_adopt(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        made = indicators.adopt(desk, options.codes)
    frame.say(_("Dipakai: {codes}").format(codes=", ".join(made) or "–"))
    return 0


def _indicator_target(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        indicators.edit_indicator(desk, options.code, target=options.value)
    frame.say(_("Tersimpan."))
    return 0


def _indicator_value(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        day = date.fromisoformat(options.day) if options.day else days.today(desk)
        indicator_sheet.set_values(desk, options.code, day, {options.place: options.value}, source=options.source)
    frame.say(_("Tersimpan."))
    return 0


def _show_lines(rows: list[tuple[str, str, indicator_board.Line, figures.Definition]]) -> None:
    frame.table(
        [_("kode"), _("nama"), _("nilai"), _("target"), _("selisih"), _("tanggal"), _("status")],
        [
            (
                code,
                label,
                figures.written(line.figure.value, told),
                figures.written(line.target, told),
                figures.write(line.difference, told.decimals),
                line.figure.day,
                _(figures.STANDING_LABELS[line.standing]),
            )
            for code, label, line, told in rows
        ],
    )


def _contact_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.place:
            rows = contacts.call_list(desk, places.only_place(desk, options.place))
        else:
            rows = contacts.rows(desk)
    if options.json:
        frame.as_json(rows)
        return 0
    frame.table(
        [_("instansi"), _("jabatan"), _("nama"), _("telepon"), _("telepon lain"), _("wilayah")],
        [(row.unit, row.office, row.person, row.phone, row.other_phone, row.place_label) for row in rows],
    )
    return 0
