# SPDX-License-Identifier: Apache-2.0
"""Commands that look after an office: new, info, check, history, undo, redo."""

import argparse
import dataclasses
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, places, records, words
from desk_app.operations import backups, checking, history, offices, recovery, summary
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    new = frame.add(subparsers, "new", _new, _("buat kantor baru"), office=False)
    new.add_argument("--office", type=Path, required=True, metavar="DIR", help=_("folder kantor"))
    new.add_argument("--place", required=True, metavar="KODE", help=_("kode wilayah kantor, seperti 73.13"))
    new.add_argument("--event", default="pemilu-2024", help=_("pemilihan"))
    new.add_argument("--operator", default=_("Operator 1"), help=_("nama operator pertama"))
    new.add_argument("--name", default="", help=_("nama desk"))
    new.add_argument("--without-master-data", action="store_true", help=_("data induk datang dari kabupaten"))
    frame.add(subparsers, "info", _info, _("angka-angka kantor"), listing=True)
    frame.add(subparsers, "check", _check, _("periksa keutuhan seluruh data"), listing=True)
    told = frame.add(subparsers, "history", _history, _("riwayat satu catatan"), listing=True)
    told.add_argument("record", help=_("nomor catatan, kode TPS, atau TPS:BUTIR"))
    frame.add(subparsers, "backup", _backup, _("buat backup sekarang, diperiksa"), listing=True)
    restore = frame.add(subparsers, "restore", _restore, _("pulihkan kantor dari backup"), office=False)
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=_("folder backup"))
    restore.add_argument("--office", type=Path, required=True, metavar="DIR", help=_("folder kantor"))
    restore.add_argument("--as", dest="name", metavar="NAMA", help=_("nama operator (jika lebih dari satu)"))
    undo = frame.add(subparsers, "undo", _undo, _("batalkan yang terakhir"))
    undo.add_argument("--yes", action="store_true", help=_("juga bila sudah dikirim atau tercetak"))
    frame.add(subparsers, "redo", _redo, _("ulangi yang dibatalkan"))


def _new(options: argparse.Namespace) -> int:
    asked = offices.NewOffice(
        place=options.place,
        event=options.event,
        operator=options.operator,
        password=frame.password(_("Kata sandi baru: ")),
        desk_name=options.name,
        with_master_data=not options.without_master_data,
    )
    made = offices.create_office(options.office, asked)
    with made.desk:
        frame.say(made.desk.identity.name)
    frame.say(_("Kode pemulihan (tulis dan simpan di tempat aman): {code}").format(code=made.recovery_secret))
    return 0


def _info(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        facts = summary.summary(desk)
    if options.json:
        frame.as_json(facts)
        return 0
    for name, value in facts.rows():
        frame.say(f"{name:<22} {value}")
    frame.table(
        [_("kecamatan"), _("nama"), _("desa/kel."), "TPS", "L", "P", "DPT", _("terisi"), _("masalah")],
        [
            (
                row.code,
                row.name,
                row.villages,
                row.stations,
                row.male,
                row.female,
                row.male + row.female,
                row.answers,
                row.issues,
            )
            for row in facts.districts
        ],
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = frame.done(checking.check(desk))
        dangling = checking.dangling(desk)
    if options.json:
        frame.as_json({**dataclasses.asdict(found), "dangling": dangling})
    else:
        frame.say(
            _("{changes} isian, {records} catatan, {streams} urutan diperiksa").format(
                changes=found.changes, records=found.records, streams=found.streams
            )
        )
        if found.attachments or found.missing:
            told = _("{count} lampiran diperiksa, {missing} belum diterima")
            frame.say(told.format(count=found.attachments, missing=found.missing))
        for one in dangling:
            frame.say(_reference(one))
        for fault in found.faults:
            frame.say(f"! {fault}")
        frame.say(_("Data utuh.") if not found.faults else _("Data bermasalah."))
    return 1 if found.faults else 0


def _reference(one: checking.Dangling) -> str:
    declared = records.NAMES[one.kind]
    deleted = _("{record}: {field} mengacu pada catatan yang sudah dihapus")
    told = deleted if one.deleted else _("{record}: {field} mengacu pada catatan yang belum diterima")
    return told.format(record=f"{_(declared.label)} “{one.title}”", field=_(declared.field(one.field).label))


def _backup(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        outcome = frame.done(backups.make_backup(desk))
    if options.json:
        frame.as_json(outcome)
        return 0
    frame.say(_("Backup dibuat dan diperiksa: {folder}").format(folder=outcome.made.folder))
    if outcome.trouble:
        frame.say(str(outcome.trouble))
    return 0


def _restore(options: argparse.Namespace) -> int:
    done = frame.done(recovery.restore(options.backup, options.office, frame.password(), name=options.name))
    frame.say(_("Kantor dipulihkan di {folder}.").format(folder=done.office))
    if done.kept is not None:
        frame.say(_("Data sebelumnya disimpan di {folder}.").format(folder=done.kept))
    return 0


def _history(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        record = _record_number(desk, options.record)
        entries = history.history(desk, record)
        if options.json:
            frame.as_json([_without_bytes(entry) for entry in entries])
            return 0
        for entry in entries:
            who = " · ".join(part for part in (entry.operator, entry.office) if part)
            frame.say(f"{frame.hour(desk, entry.at)}  {_(entry.kind)}  {who}")
            for change in entry.fields:
                before = ", ".join(_shown(value) for value in change.before) or "–"
                frame.say(f"    {_(change.label)}: {before} → {_shown(change.after)}")
    return 0


def _undo(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        try:
            group = history.undo(desk, even_if_sent=options.yes)
        except errors.NeedsConsent as asked:
            frame.complain(words.render(asked.message, asked.params, _))
            frame.complain(_("Ulangi dengan --yes bila memang dikehendaki."))
            return 1
    frame.say(_("Dibatalkan: {what} {title}").format(what=_(group.label), title=group.title))
    _say_if_sent(group)
    return 0


def _redo(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        group = history.redo(desk)
    frame.say(_("Diulangi: {what} {title}").format(what=_(group.label), title=group.title))
    _say_if_sent(group)
    return 0


def _say_if_sent(group: history.Group) -> None:
    if group.sent:
        frame.say(_("Perbaikannya ikut dalam kiriman berikutnya."))


def _record_number(desk: Desk, typed: str) -> int:
    """A record by its local number, as a TPS (73.13.06.1001-005) or as an answer (…-005:log.tinta)."""
    if typed.isascii() and typed.isdigit() and len(typed) != 13:
        if int(typed[:20]) < 1 << 63:
            return int(typed[:20])
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    subject, _colon, item = typed.partition(":")
    place = places.parse(subject)
    event = summary.event_code(desk)
    if item:
        return history.find_record(desk, "answer", (event, place.subject, item))
    if place.kind is places.Kind.TPS:
        return history.find_record(desk, "station", (event, place.code, place.number))
    raise errors.Refused(N_("“{typed}” bukan nomor catatan, TPS, atau TPS:BUTIR."), typed=typed)


def _without_bytes(entry: history.Entry) -> history.Entry:
    """The same with "(tersegel)" for what stands under seal, as everywhere."""
    fields = [
        dataclasses.replace(one, before=tuple(_sealed(value) for value in one.before), after=_sealed(one.after))
        for one in entry.fields
    ]
    return dataclasses.replace(entry, fields=tuple(fields))


def _sealed(value: object) -> object:
    return _("(tersegel)") if isinstance(value, bytes) else value


def _shown(value: object) -> str:
    return "–" if value is None else str(_sealed(value))
