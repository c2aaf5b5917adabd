# SPDX-License-Identifier: Apache-2.0
"""Commands of the posko: its book, a pasted chat, and PSU, PSSU, PSL, PSS."""

import argparse
import sys
from datetime import date
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import chats, errors, hours, revotes, words, zones
from desk_app.operations import (
    chat_intake,
    chat_proposals,
    days,
    issue_detail,
    issue_register,
    log_sheets,
    logbook,
    places,
    revote_register,
    revote_text,
    settings,
)
from desk_app.operations import revotes as register
from desk_app.operations.desk import Desk


def add_to(subparsers: frame.Subparsers) -> None:
    """The commands log, paste and revote."""
    _add_log(subparsers)
    paste = frame.add(
        subparsers, "paste", _paste, _("baca pesan WhatsApp dari masukan standar, tampilkan usulannya"), listing=True
    )
    paste.add_argument("--accept-clear", action="store_true", help=_("catat semua yang jelas"))
    _add_revote(subparsers)


def _add_log(subparsers: frame.Subparsers) -> None:
    log = subparsers.add_parser("log", help=_("Buku Posko"), description=_("Buku Posko"))
    verbs = log.add_subparsers(required=True, metavar=_("PERINTAH"))
    added = frame.add(verbs, "add", _log_add, _("catat satu baris"))
    added.add_argument("text", metavar="ISI", help=_("isi berita"))
    added.add_argument("--from", dest="sender", default="", metavar="SIAPA", help=_("dari siapa"))
    added.add_argument("--measure", default="", metavar="TINDAKAN", help=_("apa yang dilakukan posko"))
    added.add_argument("--place", default="", metavar="TEMPAT", help=_("TPS atau wilayah"))
    added.add_argument("--at", default="", metavar="WAKTU", help=_("jam, atau tanggal dan jam: 13-02-2024 07.30"))
    listed = frame.add(verbs, "list", _log_list, _("tampilkan isi buku"), listing=True)
    listed.add_argument("--xlsx", type=Path, default=None, metavar="BERKAS", help=_("tulis ke berkas Excel"))
    listed.add_argument("--wa", action="store_true", help=_("sebagai teks untuk WhatsApp"))
    listed.add_argument("--text", default="", metavar="KATA", help=_("yang memuat kata ini"))
    listed.add_argument("--day", default="", metavar="TANGGAL", help=_("satu hari saja, seperti 2024-02-14"))
    promoted = frame.add(verbs, "promote", _log_promote, _("jadikan permasalahan"))
    promoted.add_argument("line", type=int, metavar="NOMOR", help=_("nomor catatan, dari daftar"))


def _log_add(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        moment = hours.parse_moment(options.at, days.today(desk))
        at = zones.moment(moment, settings.zone(desk)) if moment is not None else None
        place = places.only_place(desk, options.place) if options.place else ""
        no = logbook.add_line(desk, options.text, options.sender, options.measure, place, at)
    frame.say(_("Dicatat: baris {no}").format(no=no))
    return 0


def _log_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        day = _day(options.day)
        if options.wa:
            frame.say(log_sheets.whatsapp_text(desk, day or days.today(desk)))
            return 0
        if options.xlsx is not None:
            count = log_sheets.export(desk, options.xlsx, day)
            frame.say(_("{count} baris ditulis ke {file}").format(count=count, file=options.xlsx))
            return 0
        found = logbook.lines(desk, day, options.text)
        if options.json:
            frame.as_json(found)
            return 0
        frame.table(
            [_("baris"), _("waktu"), _("dari"), _("isi"), _("tindakan"), _("tempat"), _("permasalahan")],
            [
                (
                    line.no,
                    frame.hour(desk, line.at),
                    line.sender,
                    line.text,
                    line.measure,
                    line.place_label,
                    line.issue_number,
                )
                for line in found
            ],
        )
    return 0


def _log_promote(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        number = issue_detail.issue(desk, logbook.promote(desk, options.line)).row.number
    frame.say(_("Dicatat: {number}").format(number=number))
    return 0


def _paste(options: argparse.Namespace) -> int:
    text = sys.stdin.read()
    with frame.opened(options) as desk:
        reading = chat_intake.read(desk, text)
        if options.json:
            frame.as_json(reading.proposals)
        else:
            _show_proposals(desk, reading)
        if options.accept_clear:
            sure = chat_proposals.Certainty.CLEAR
            clear = [one for one in reading.proposals if one.certainty is sure and not one.lacks]
            written = chat_intake.accept(desk, clear, reading.seen)
            frame.complain(
                _("{lines} baris dicatat: {answers} isian, {recaps} rekap, {issues} permasalahan").format(
                    lines=len(written.lines), answers=written.answers, recaps=written.recaps, issues=written.issues
                )
            )
    return 0


def _show_proposals(desk: Desk, reading: chat_intake.Reading) -> None:
    frame.table(
        [_("dipahami"), _("waktu"), _("dari"), _("isi"), _("menjadi"), _("tempat"), _("rincian"), _("periksa")],
        [
            (
                one.certainty.value,
                frame.hour(desk, one.at),
                one.sender,
                one.text[:60],
                _(chat_proposals.BECOMES_LABELS[one.becomes]),
                one.place_label or " / ".join(hit.label for hit in one.offers),
                chat_proposals.detail_words(one),
                "; ".join(words.render(why.message, why.params, _) for why in one.why),
            )
            for one in reading.proposals
        ],
    )
    media = reading.left_out.get(chats.Kind.MEDIA, 0)
    if media:
        frame.complain(_("{count} pesan berisi gambar saja.").format(count=media))


def _add_revote(subparsers: frame.Subparsers) -> None:
    revote = subparsers.add_parser("revote", help=_("PSU, PSSU, PSL, PSS"), description=_("PSU, PSSU, PSL, PSS"))
    verbs = revote.add_subparsers(required=True, metavar=_("PERINTAH"))
    noted = frame.add(verbs, "note", _revote_note, _("catat untuk satu atau beberapa TPS"))
    noted.add_argument("kind", metavar="JENIS", help=_("psu, pssu, psl, atau pss"))
    noted.add_argument("stations", nargs="+", metavar="TPS", help=_("73.13.06.1001-005, atau “tem 5”"))
    noted.add_argument("--cause", default="", metavar="SEBAB", help=_("sebabnya"))
    noted.add_argument("--by", default="", choices=["", *revotes.Basis], help=_("dasar dari siapa"))
    noted.add_argument("--basis", default="", metavar="NOMOR", help=_("nomor surat atau keputusan"))
    noted.add_argument("--on", default="", metavar="TANGGAL", help=_("tanggal dasar, seperti 2024-02-16"))
    noted.add_argument("--race", default="", metavar="KODE", help=_("satu jenis pemilihan saja"))
    noted.add_argument("--planned", default="", metavar="TANGGAL", help=_("rencana pelaksanaan"))
    noted.add_argument("--issue", default="", metavar="NOMOR", help=_("permasalahan asalnya"))
    listed = frame.add(verbs, "list", _revote_list, _("tampilkan daftarnya"), listing=True)
    listed.add_argument("--wa", action="store_true", help=_("sebagai teks untuk WhatsApp"))
    held = frame.add(verbs, "held", _revote_held, _("catat sudah dilaksanakan"))
    held.add_argument("on", metavar="TANGGAL", help=_("tanggalnya, seperti 2024-02-24"))
    held.add_argument("--voters", type=int, default=None, metavar="DPT", help=_("DPT saat pelaksanaan"))
    held.add_argument("--users", type=int, default=None, metavar="PENGGUNA", help=_("pengguna hak pilih"))
    dropped = frame.add(verbs, "not-held", _revote_not_held, _("catat tidak dilaksanakan"))
    dropped.add_argument("reason", metavar="ALASAN", help=_("alasannya"))
    for parser in (held, dropped):
        parser.add_argument("--record", type=int, required=True, metavar="NOMOR", help=_("nomor catatan, dari daftar"))


def _revote_note(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        given = {
            "cause": options.cause,
            "ordered_by": options.by,
            "basis": options.basis,
            "ordered_on": options.on,
            "planned_on": options.planned,
            "race": options.race,
            "issue": issue_register.issue_number(desk, options.issue) if options.issue else None,
        }
        values = {name: value for name, value in given.items() if value}
        subjects = [places.only_place(desk, one) for one in options.stations]
        made = register.note(desk, subjects, revotes.parse_kind(options.kind), **values)
    frame.say(_("Dicatat: {numbers}").format(numbers=", ".join(map(str, made))))
    return 0


def _revote_list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = revote_register.rows(desk)
        if options.json:
            frame.as_json(found)
        elif options.wa:
            frame.say(revote_text.whatsapp_text(desk, found))
        else:
            frame.table(
                [_("nomor"), _("jenis"), _("TPS"), _("keadaan"), _("rencana"), _("dilaksanakan"), _("hari")],
                [
                    (
                        row.no,
                        row.what_label,
                        row.place_label,
                        _(row.state_label),
                        row.planned_on,
                        row.held_on,
                        frame.sentence(row.count.words),
                    )
                    for row in found
                ],
            )
            frame.say(_("Batas hari adalah pengaturan kantor ini."))
    return 0


def _revote_held(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        register.note_held(desk, [options.record], options.on, options.voters, options.users)
    frame.say(_("Tersimpan."))
    return 0


def _revote_not_held(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        register.note_not_held(desk, [options.record], options.reason)
    frame.say(_("Tersimpan."))
    return 0


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise errors.Refused(words.N_("“{text}” bukan tanggal. Tulis misalnya 2024-02-14."), text=text) from None
