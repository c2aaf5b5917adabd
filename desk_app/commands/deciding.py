# SPDX-License-Identifier: Apache-2.0
"""Commands of what a person decides: conflicts, decide, duplicates."""

import argparse

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, words
from desk_app.operations import clarification, disagreements, duplicate_words, duplicates
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    frame.add(subparsers, "conflicts", _conflicts, _("data berbeda yang menunggu klarifikasi"), listing=True)
    decide = frame.add(subparsers, "decide", _decide, _("klarifikasi satu data berbeda"))
    decide.add_argument("record", type=int, metavar="CATATAN", help=_("nomor catatan, lihat `conflicts`"))
    decide.add_argument("field", metavar="ISIAN", nargs="?", default="", help=_("nama isian; kosong: dihapus/tidak"))
    choice = decide.add_mutually_exclusive_group(required=True)
    choice.add_argument("--side", type=int, metavar="N", help=_("nilai ke berapa yang dipakai, lihat `conflicts`"))
    choice.add_argument("--value", metavar="NILAI", help=_("nilai yang benar"))
    choice.add_argument("--keep", action="store_true", help=_("catatan tetap dipakai"))
    choice.add_argument("--delete", action="store_true", help=_("catatan dihapus"))
    decide.add_argument("--basis", default="", metavar="BUKTI", help=_("dasar atau bukti"))
    _add_duplicates(subparsers)


def _add_duplicates(subparsers: frame.Subparsers) -> None:
    matter = subparsers.add_parser("duplicates", help=_("catatan ganda"), description=_("catatan ganda"))
    verbs = matter.add_subparsers(required=True, metavar=_("PERINTAH"))
    frame.add(verbs, "list", _list, _("yang tampak sama dan perlu diperiksa"), listing=True)
    frame.add(verbs, "settled", _settled, _("yang sudah digabung atau dinyatakan bukan ganda"), listing=True)
    merge = frame.add(verbs, "merge", _merge, _("gabungkan beberapa catatan"))
    merge.add_argument("--keep", type=int, required=True, metavar="CATATAN", help=_("catatan yang dipakai"))
    renumber = frame.add(verbs, "renumber", _renumber, _("beri nomor baru; nomor lama tetap dapat dicari"))
    apart = frame.add(verbs, "apart", _apart, _("nyatakan bukan ganda"))
    back = frame.add(verbs, "undo", _back, _("pisahkan lagi, atau tanyakan lagi"))
    for parser, several in ((merge, True), (apart, True), (renumber, False), (back, False)):
        parser.add_argument(
            "records" if several else "record",
            type=int,
            nargs="+" if several else None,
            metavar="CATATAN",
            help=_("nomor catatan, lihat `duplicates list` dan `duplicates settled`"),
        )


def _conflicts(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.json:
            frame.as_json(disagreements.open_ones(desk))
            return 0
        found = clarification.waiting(desk)
        for one in found:
            frame.say(f"[{one.record}] {one.field or '-'} · {one.title} · {one.label}")
            for place, side in enumerate(one.sides, 1):
                told = " · ".join(part for part in (side.words, side.details) if part)
                frame.say(f"    {place}. {told:<40} {side.office} · {side.operator} · {side.when}")
        frame.say(_("{count} data berbeda").format(count=len(found)))
    return 0


def _decide(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        matter = _matter(desk, options.record, options.field.strip("-"))
        if options.side is not None:
            if not 1 <= options.side <= len(matter.sides):
                raise errors.Refused(N_("Nilai ke-{number} tidak ada."), number=options.side)
            clarification.use_side(desk, matter, matter.sides[options.side - 1].key, options.basis)
        elif options.keep or options.delete:
            if matter.field:
                raise errors.Refused(N_("Isian ini diklarifikasi dengan --side atau --value."))
            clarification.use_typed(desk, matter, "keep" if options.keep else "delete", options.basis)
        else:
            if not matter.field:
                raise errors.Refused(N_("Catatan ini diklarifikasi dengan --keep atau --delete."))
            clarification.use_typed(desk, matter, options.value, options.basis)
    frame.say(_("Sudah diklarifikasi. Hasilnya ikut pada kiriman berikutnya."))
    return 0


def _matter(desk: Desk, record: int, field: str) -> clarification.Matter:
    for one in clarification.waiting(desk):
        if one.key == (record, field):
            return one
    raise errors.NotFound(
        N_("Tidak ada data berbeda pada catatan {record}, isian “{field}”."), record=record, field=field
    )


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = duplicate_words.waiting(desk)
    if options.json:
        frame.as_json(found)
        return 0
    for doubt in found:
        frame.say(f"{doubt.kind_label}: {doubt.reasons}")
        for card in doubt.cards:
            frame.say(f"    [{card.no}] {card.name}")
            for label, value in card.facts:
                frame.say(f"        {label}: {value}")
    frame.say(duplicate_words.todo_words(len(found)))
    return 0


def _settled(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = duplicate_words.settled(desk)
    if options.json:
        frame.as_json(found)
        return 0
    for one in found:
        frame.say(f"[{one.record}] {one.kind_label}: {one.title} · {one.words}")
    return 0


def _merge(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        duplicates.merge(desk, options.keep, [no for no in options.records if no != options.keep])
    frame.say(_("Digabung. Tidak ada yang dihapus."))
    return 0


def _renumber(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        number = duplicates.renumber(desk, options.record)
    frame.say(_("Nomor baru: {number}. Nomor lama tetap dapat dicari.").format(number=number))
    return 0


def _apart(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        duplicates.tell_apart(desk, options.records)
    frame.say(_("Dicatat: bukan ganda. Tidak ditanyakan lagi."))
    return 0


def _back(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        one = next((one for one in duplicates.said(desk) if one.record == options.record), None)
        if one is None:
            raise errors.NotFound(N_("Tidak ada keterangan tentang catatan {record}."), record=options.record)
        if one.merged:
            duplicates.separate(desk, one.record)
        else:
            duplicates.ask_again(desk, one.record)
    frame.say(_("Dipisahkan lagi.") if one.merged else _("Akan ditanyakan lagi."))
    return 0
