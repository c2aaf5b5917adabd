# SPDX-License-Identifier: Apache-2.0
"""Commands of the exchange: send, receive, conflicts, digest."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, words
from desk_app.journal import digest
from desk_app.operations import backups, checking, disagreements, receiving, sending

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    send = frame.add(
        subparsers, "send", _send, _("kirim data ke kantor lain lewat folder atau flashdisk"), listing=True
    )
    send.add_argument("--to", required=True, metavar="KODE", help=_("kode wilayah kantor tujuan"))
    send.add_argument("--out", required=True, type=Path, metavar="DIR", help=_("folder atau flashdisk"))
    receive = frame.add(subparsers, "receive", _receive, _("terima kiriman dari kantor lain"), listing=True)
    receive.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("berkas kiriman atau folder"))
    receive.add_argument("--dry-run", action="store_true", help=_("periksa saja, tidak ada yang dimasukkan"))
    receive.add_argument(
        "--accept-sender",
        action="store_true",
        help=_("terima pengirim yang belum dikenal (cocokkan kodenya dahulu)"),
    )
    frame.add(subparsers, "conflicts", _conflicts, _("data berbeda yang menunggu klarifikasi"), listing=True)
    frame.add(
        subparsers, "digest", _digest, _("kode isi data, untuk dibandingkan dengan kantor lain"), listing=True
    )


def _send(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        sent = frame.done(sending.send(desk, options.to, options.out))
    if options.json:
        frame.as_json(sent)
    else:
        frame.say(
            _("Kiriman ke-{number} untuk {to}: {changes} isian, kode {code}").format(
                number=sent.number, to=sent.to, changes=sent.changes, code=sent.code
            )
        )
        for path in sent.files:
            frame.say(str(path))
    return 0


def _receive(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        usable = []
        damaged = 0
        found = receiving.find(desk, options.paths)
        if not found:
            raise errors.NotFound(N_("Tidak ada kiriman Desk di sana."))
        for one in found:
            if not one.fault:
                usable.append(one.path)
            elif one.path in options.paths:
                raise errors.Damaged("{fault}", fault=one.fault)
            elif one.damaged:
                damaged += 1
                frame.complain(one.fault)
        if options.dry_run:
            outcomes = [receiving.preview(desk, path) for path in usable]
        else:
            if usable:
                frame.done(backups.backup_if_due(desk, backups.Reason.IMPORT))
            outcomes = frame.done(receiving.receive(desk, usable, accept_sender=options.accept_sender))
    if options.json:
        frame.as_json(outcomes)
        return 1 if damaged else 0
    for outcome in outcomes:
        for line in _outcome_lines(outcome, dry=options.dry_run):
            frame.say(line)
    if not outcomes:
        frame.say(_("Tidak ada kiriman untuk kantor ini."))
    return 1 if damaged else 0


def _outcome_lines(outcome: receiving.Outcome, *, dry: bool) -> list[str]:
    head = _("Kiriman ke-{number} dari {sender}, kode {code}").format(
        number=outcome.number, sender=outcome.sender, code=outcome.code
    )
    if outcome.nothing_new:
        return [
            head,
            _("  sudah pernah diterima: {count} isian, tidak ada yang berubah").format(count=outcome.same),
        ]
    verb = _("akan dimasukkan") if dry else _("dimasukkan")
    lines = [head, _("  {count} isian {verb}").format(count=outcome.changes, verb=verb)]
    for tally, word in ((outcome.new, _("baru")), (outcome.changed, _("berubah"))):
        for kind, count in tally.items():
            lines.append(f"  {receiving.kind_label(kind)}: {count} {word}")
    if outcome.same:
        lines.append(_("  {count} isian sudah ada di sini").format(count=outcome.same))
    if outcome.waiting:
        lines.append(_("  {count} isian menunggu kiriman sebelumnya").format(count=outcome.waiting))
    if outcome.disputed:
        lines.append(_("  {count} data berbeda menunggu klarifikasi").format(count=outcome.disputed))
    if outcome.missing:
        numbers = ", ".join(map(str, outcome.missing))
        lines.append(
            _("  belum diterima dari {sender}: kiriman ke-{numbers}").format(
                sender=outcome.sender, numbers=numbers
            )
        )
    return lines


def _conflicts(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = disagreements.open_ones(desk)
        if options.json:
            frame.as_json(found)
            return 0
        for one in found:
            frame.say(f"[{one.record}] {one.title} · {_(one.label)}")
            for side in one.sides:
                frame.say(
                    f"    {side.value!s:<24} {side.office} · {side.operator} · {frame.hour(desk, side.at)}"
                )
        frame.say(_("{count} data berbeda").format(count=len(found)))
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
