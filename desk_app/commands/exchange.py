# SPDX-License-Identifier: Apache-2.0
"""Commands of the exchange: send, receive, undo-import, receipt, packages, digest."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, places, words
from desk_app.journal import digest
from desk_app.operations import (
    backups,
    checking,
    import_outcome,
    import_undo,
    intake_words,
    packages_found,
    parcel_register,
    receiving,
    relays,
    sending,
    stick_health,
)
from desk_app.operations.desk import Desk

N_ = words.N_

REASONS = {
    "unknown": N_("kantor yang belum terdaftar"),
    "revoked": N_("kantor yang pendaftarannya dicabut"),
    "scope": N_("di luar wilayah kantor itu"),
    "replicas": N_("kantor yang menulis dari terlalu banyak salinan data"),
}


def add_to(subparsers: frame.Subparsers) -> None:
    send = frame.add(
        subparsers, "send", _send, _("kirim data ke kantor lain lewat folder atau flashdisk"), listing=True
    )
    send.add_argument("--to", required=True, metavar="KODE", help=_("kode wilayah kantor tujuan"))
    send.add_argument("--out", required=True, type=Path, metavar="DIR", help=_("folder atau flashdisk"))
    send.add_argument("--without-photos", action="store_true", help=_("tanpa foto; menyusul dengan kiriman lain"))
    receive = frame.add(subparsers, "receive", _receive, _("terima kiriman dari kantor lain"), listing=True)
    receive.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("berkas kiriman atau folder"))
    receive.add_argument("--dry-run", action="store_true", help=_("periksa saja, tidak ada yang dimasukkan"))
    receive.add_argument(
        "--accept-sender",
        action="store_true",
        help=_("terima pengirim yang belum dikenal (cocokkan kodenya dahulu)"),
    )
    undo = frame.add(
        subparsers, "undo-import", _undo_import, _("batalkan seluruh penerimaan satu kiriman"), listing=True
    )
    undo.add_argument("arrival", type=int, metavar="NOMOR", help=_("nomor penerimaan, lihat `packages`"))
    frame.add(subparsers, "packages", _packages, _("register kiriman, keluar dan masuk"), listing=True)
    receipt = frame.add(
        subparsers, "receipt", _receipt, _("tanda terima lewat telepon: sebutkan, atau masukkan yang didengar")
    )
    receipt.add_argument("--package", metavar="ID", help=_("kiriman yang diterima di sini: sebutkan tanda terimanya"))
    receipt.add_argument("--heard", metavar="KODE", help=_("tanda terima yang dibacakan kantor penerima"))
    receipt.add_argument("--from", dest="place", metavar="KODE", help=_("kode wilayah kantor penerima"))
    frame.add(
        subparsers, "digest", _digest, _("kode isi data, untuk dibandingkan dengan kantor lain"), listing=True
    )


def _send(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        sent = frame.done(sending.send(desk, options.to, options.out, photos=not options.without_photos))
    if options.json:
        frame.as_json(sent)
        return 0
    frame.say(
        _("Kiriman ke-{number} untuk {to}: {changes} isian, kode {code}").format(
            number=sent.number, to=sent.to, changes=sent.entries, code=sent.code
        )
    )
    if sent.carried:
        frame.say(_("Titipan untuk kantor lain yang ikut dibawa: {count} berkas").format(count=sent.carried))
    if sent.cleared:
        frame.say(stick_health.cleared_words(sent.cleared))
    if sent.pictures:
        frame.say(_("Foto dan dokumen: {count}").format(count=sent.pictures))
    for path in (*sent.files, *sent.photos):
        frame.say(str(path))
    return 0


def _receive(options: argparse.Namespace) -> int:
    outcomes: list[import_outcome.Outcome] = []
    refused = carried = 0
    with frame.opened(options) as desk:
        found = packages_found.find(desk, options.paths)
        if not found:
            raise errors.NotFound(N_("Tidak ada kiriman Desk di sana."))
        usable = []
        for one in found:
            if not one.fault:
                usable.append(one.path)
            elif one.path in options.paths:
                raise errors.Damaged("{fault}", fault=one.fault)
            elif one.damaged:
                refused += 1
                frame.complain(one.fault)
        if not options.dry_run:
            carried = relays.take_along(desk, [one.path for one in found if one.fault and not one.damaged])
            if usable:
                frame.done(backups.backup_if_due(desk, backups.Reason.IMPORT))
        for path in usable:
            try:
                outcomes += _one(desk, path, options)
            except errors.Refused as fault:
                # What came before it is in, and said so below; the others are still tried.
                if len(usable) == 1:
                    raise
                refused += 1
                frame.complain(words.render(fault.message, fault.params, _))
    if options.json:
        frame.as_json(outcomes)
        return 1 if refused else 0
    for outcome in outcomes:
        for line in _outcome_lines(outcome, dry=options.dry_run):
            frame.say(line)
    if not outcomes:
        frame.say(_("Tidak ada kiriman untuk kantor ini."))
    if carried:
        frame.say(_("Titipan untuk kantor lain: {count} berkas disimpan untuk dibawa.").format(count=carried))
    return 1 if refused else 0


def _one(desk: Desk, path: Path, options: argparse.Namespace) -> list[import_outcome.Outcome]:
    if options.dry_run:
        return [receiving.preview(desk, path)]
    return frame.done(receiving.receive(desk, [path], accept_sender=options.accept_sender))


def _outcome_lines(outcome: import_outcome.Outcome, *, dry: bool) -> list[str]:
    lines = [
        _("Kiriman ke-{number} dari {sender}, kode {code}").format(
            number=outcome.number, sender=outcome.sender, code=outcome.code
        )
    ]
    if outcome.photos.total:
        return [lines[0], *(f"  {one}" for one in intake_words.photo_lines(outcome))]
    if outcome.nothing_new and not outcome.apart:
        lines.append(
            _("  sudah pernah diterima: {count} isian, tidak ada yang berubah").format(count=outcome.same)
        )
    else:
        verb = _("akan dimasukkan") if dry else _("dimasukkan")
        lines.append(_("  {count} isian {verb}").format(count=outcome.changes, verb=verb))
    for tally, word in ((outcome.new, _("baru")), (outcome.changed, _("berubah"))):
        for kind, count in tally.items():
            lines.append(f"  {_(import_outcome.kind_label(kind))}: {count} {word}")
    if outcome.same and not outcome.nothing_new:
        lines.append(_("  {count} isian sudah ada di sini").format(count=outcome.same))
    if outcome.waiting:
        lines.append(_("  {count} isian menunggu kiriman sebelumnya").format(count=outcome.waiting))
    if outcome.disputed:
        lines.append(_("  {count} data berbeda menunggu klarifikasi").format(count=outcome.disputed))
    for reason, office, count in outcome.apart:
        lines.append(
            _("  {count} isian ditahan: {reason} {office}").format(
                count=count, reason=_(REASONS[reason]), office=office
            )
        )
    lines += [f"  ! {told}" for told in outcome.aside]
    if outcome.clock:
        lines.append(_("  jam di kantor pengirim tampak salah"))
    if outcome.renewed:
        lines.append(_("  data kantor ini ternyata dari backup atau salinan: tanda komputer diganti baru"))
    if outcome.missing:
        numbers = ", ".join(map(str, outcome.missing))
        lines.append(
            _("  belum diterima dari {sender}: kiriman ke-{numbers}").format(
                sender=outcome.sender, numbers=numbers
            )
        )
    return lines


def _undo_import(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        done = import_undo.undo_import(desk, options.arrival)
    if options.json:
        frame.as_json(done)
        return 0
    frame.say(_("{count} isian dari penerimaan itu dikembalikan.").format(count=done.reversed))
    for one in done.left:
        fields = ", ".join(_(label) for label in one.fields)
        frame.say(_("  dibiarkan: {title} {fields}").format(title=one.title, fields=fields))
    return 0


def _packages(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = parcel_register.entries(desk)
        if options.json:
            frame.as_json(found)
            return 0
        frame.table(
            ["", _("kantor"), _("no."), _("waktu"), _("isian"), _("kode"), _("penerimaan"), "ID"],
            [
                (
                    "→" if one.sent else "←",
                    one.office,
                    one.number,
                    frame.hour(desk, one.at),
                    one.changes,
                    one.code,
                    (_("sudah diterima") if one.acknowledged else "") if one.sent else one.arrival or "",
                    one.package,
                )
                for one in found
            ],
        )
    return 0


def _receipt(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.package:
            frame.say(_("Kode tanda terima: {code}").format(code=parcel_register.spoken_receipt(desk, options.package)))
        elif options.heard and options.place:
            heard = parcel_register.hear_receipt(desk, places.parse_code(options.place), options.heard)
            frame.say(
                _("Kiriman ke-{number} sudah diterima {office}.").format(number=heard.number, office=heard.office)
            )
        else:
            raise errors.Refused(N_("Sebutkan --package, atau --heard bersama --from."))
    return 0


def _digest(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        by_scope = checking.digests(desk)
        whole = checking.whole_digest(desk)
    rows = [
        {
            "event": scope.event,
            "place": scope.place,
            "class": scope.reader_class.name.lower(),
            "digest": value.hex(),
        }
        for scope, value in sorted(
            by_scope.items(), key=lambda pair: (pair[0].place, pair[0].event, pair[0].reader_class)
        )
    ]
    if options.json:
        frame.as_json({"digest": whole.hex(), "scopes": rows})
        return 0
    frame.table(
        [_("wilayah"), _("pemilihan"), _("golongan"), _("kode")],
        [
            (row["place"], row["event"], row["class"], digest.words(bytes.fromhex(row["digest"])))
            for row in rows
        ],
    )
    frame.say(_("seluruhnya: {code}").format(code=digest.words(whole)))
    return 0
