# SPDX-License-Identifier: Apache-2.0
"""Commands of the registers: answer, issue."""

import argparse

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import issues as rules
from desk_app.operations import answers, checklist_pages, issue_register, issues
from desk_app.operations.desk import Desk


def add_to(subparsers: frame.Subparsers) -> None:
    _add_answer(subparsers)
    _add_issue(subparsers)


def _add_answer(subparsers: frame.Subparsers) -> None:
    answer = frame.add(subparsers, "answer", _answer, _("isi satu butir kesiapan"))
    answer.add_argument("station", metavar="TPS", help=_("73.13.06.1001-005, 13 angka, atau 73.13/gudang"))
    answer.add_argument(
        "item", metavar="BUTIR", help=_("kode butir, seperti log.tinta; “-” menampilkan semua")
    )
    answer.add_argument("value", metavar="NILAI", nargs="?", default=None, help=_("S, B, T, atau jumlah"))
    answer.add_argument("--note", default=None, metavar="CATATAN", help=_("catatan"))


def _answer(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.item == "-" or (options.value is None and options.note is None):
            _show_page(desk, options.station)
            return 0
        if options.value is None:
            record = answers.set_note(desk, options.station, options.item, options.note)
        else:
            record = answers.set_answer(desk, options.station, options.item, options.value, note=options.note)
        page = checklist_pages.checklist_page(desk, options.station)
    frame.say(
        _("Tersimpan: {title}, butir {item}, catatan nomor {record}").format(
            title=page.title, item=options.item, record=record
        )
    )
    return 0


def _show_page(desk: Desk, subject: str) -> None:
    page = checklist_pages.checklist_page(desk, subject)
    frame.say(f"{page.title} · {page.answered}/{page.required} {page.state.symbol} {_(page.state.label)}")
    frame.table(
        [_("kode"), _("butir"), _("isian"), _("perlu"), _("keterangan")],
        [
            (item.code, item.label, item.value, item.needed, frame.sentence(item.judgement))
            for item in page.items
        ],
    )


def _add_issue(subparsers: frame.Subparsers) -> None:
    issue = subparsers.add_parser(
        "issue", help=_("daftar permasalahan"), description=_("daftar permasalahan")
    )
    verbs = issue.add_subparsers(required=True, metavar=_("PERINTAH"))
    new = frame.add(verbs, "new", _issue_new, _("catat permasalahan baru"))
    new.add_argument("title", metavar="KALIMAT", help=_("permasalahan dalam satu kalimat"))
    new.add_argument("--place", default="", metavar="TEMPAT", help=_("TPS atau wilayah"))
    new.add_argument(
        "--category", default="", help=_("kode kategori: {codes}").format(codes=" ".join(rules.CATEGORIES))
    )
    new.add_argument("--severity", default="", help=_("tingkat: rendah, sedang, tinggi, sangat_mendesak"))
    new.add_argument("--item", default="", metavar="BUTIR", help=_("butir kesiapan TPS yang menjadi asalnya"))
    listed = frame.add(verbs, "list", _issue_list, _("tampilkan permasalahan"), listing=True)
    listed.add_argument("--open", action="store_true", help=_("yang belum selesai saja"))
    listed.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    show = frame.add(verbs, "show", _issue_show, _("tampilkan satu permasalahan"), listing=True)
    follow = frame.add(verbs, "follow-up", _issue_follow_up, _("catat tindak lanjut"))
    follow.add_argument("text", metavar="KALIMAT", help=_("apa yang dilakukan"))
    follow.add_argument("--by", default="", metavar="INSTANSI", help=_("oleh siapa"))
    close = frame.add(verbs, "close", _issue_close, _("tutup permasalahan"))
    close.add_argument("outcome", metavar="HASIL", nargs="?", default="", help=_("hasilnya"))
    for parser in (show, follow, close):
        parser.add_argument(
            "--number", required=True, metavar="NOMOR", help=_("nomor register, seperti WAJ-0001")
        )


def _issue_new(options: argparse.Namespace) -> int:
    given = {"category": options.category, "severity": options.severity, "title": options.title}
    values = {name: value for name, value in given.items() if value}
    with frame.opened(options) as desk:
        if options.item:
            no = issues.issue_from_answer(desk, options.place, options.item, **values)
        else:
            values.pop("title", None)
            no = issues.new_issue(desk, options.title, options.place, **values)
        number = issue_register.issue(desk, no).row.number
    frame.say(_("Dicatat: {number}").format(number=number))
    return 0


def _issue_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        chosen = issues.IssueFilter(open_only=options.open, area=options.area)
        rows = issue_register.issue_rows(desk, chosen)
        if options.json:
            frame.as_json(rows)
            return 0
        frame.table(
            [
                _("nomor"),
                _("dilaporkan"),
                _("lokasi"),
                _("kategori"),
                _("tingkat"),
                _("status"),
                _("permasalahan"),
            ],
            [
                (
                    row.number,
                    frame.hour(desk, row.reported_at),
                    row.place_label,
                    row.category,
                    _(row.severity_label),
                    _(row.state_label),
                    row.title,
                )
                for row in rows
            ],
        )
    return 0


def _issue_show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = issue_register.issue(desk, issue_register.issue_number(desk, options.number))
        if options.json:
            frame.as_json(found)
            return 0
        row = found.row
        frame.say(f"{row.number} · {row.title}")
        frame.say(f"{row.place_label} · {_(row.severity_label)} · {_(row.state_label)}")
        for label, text in (
            (_("Uraian"), found.description),
            (_("Dampak"), found.impact),
            (_("Saran penyelesaian"), found.advice),
            (_("Ditujukan kepada"), row.addressee),
        ):
            if text:
                frame.say(f"{label}: {text}")
        for entry in found.thread:
            frame.say(f"  {frame.hour(desk, entry.at)}  {_(entry.verb_label)}  {entry.by}: {entry.text}")
    return 0


def _issue_follow_up(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        issues.follow_up(desk, issue_register.issue_number(desk, options.number), options.text, options.by)
    frame.say(_("Tindak lanjut dicatat."))
    return 0


def _issue_close(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        issues.close_issue(desk, issue_register.issue_number(desk, options.number), options.outcome)
    frame.say(_("Ditutup."))
    return 0
