# SPDX-License-Identifier: Apache-2.0
"""What `print` does with final papers: their register, a code looked up, a paper made again, sent, its number."""

import argparse

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, words
from desk_app.operations import paper_codes, paper_numbers, papers, printing, printing_register
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(command: argparse.ArgumentParser) -> None:
    """Add the options about final papers."""
    command.add_argument("--register", action="store_true", help=_("naskah yang sudah dicetak"))
    command.add_argument(
        "--check", default="", metavar="KODE", help=_("naskah apa yang berkode ini, dan apakah terbitan terakhir")
    )
    command.add_argument(
        "--again", default="", metavar="KODE", help=_("susun lagi naskah final berkode ini dari data waktu itu")
    )
    command.add_argument("--kept", action="store_true", help=_("dengan --again: PDF yang disimpan waktu itu"))
    command.add_argument(
        "--sent", default="", metavar="KODE", help=_("catat bahwa naskah final berkode ini sudah dikirim")
    )
    command.add_argument("--means", default="", metavar="LEWAT", help=_("dengan --sent: flashdisk, WhatsApp, surat"))
    command.add_argument("--proof", default="", metavar="BUKTI", help=_("dengan --sent: buktinya"))
    command.add_argument("--numbers", action="store_true", help=_("nomor naskah yang diberikan, celah dan gandanya"))


def run(desk: Desk, options: argparse.Namespace) -> int | None:
    """Do what is asked about final papers; None where nothing is."""
    if options.register:
        return _register(desk, options)
    if options.check:
        return _check(desk, options)
    if options.sent:
        return _sent(desk, options)
    if options.numbers:
        return _numbers(desk, options)
    return _again(desk, options) if options.again else None


def told(options: argparse.Namespace, prepared: papers.Prepared) -> int:
    """Say which paper was written, and what is doubtful in it."""
    if options.json:
        frame.as_json(
            {
                "report": prepared.report.key,
                "title": prepared.title,
                "file": options.out,
                "number": prepared.number,
                "signatory": prepared.signatory,
                "code": prepared.code,
                "replaces": prepared.replaces.code if prepared.replaces is not None else "",
                "remarks": [frame.sentence(remark.words) for remark in prepared.remarks],
            }
        )
        return 0
    for remark in prepared.remarks:
        frame.say(f"! {frame.sentence(remark.words)}")
    frame.say(str(options.out))
    if prepared.code:
        frame.say(_("{title}, kode {code}").format(title=prepared.title, code=prepared.code))
    return 0


def _register(desk: Desk, options: argparse.Namespace) -> int:
    rows = printing_register.lines(desk)
    if options.json:
        frame.as_json([row.paper for row in rows])
        return 0
    frame.table(
        [_("dicetak"), _("judul"), _("nomor"), _("penanda tangan"), _("kode"), _("dikirim")],
        [
            (
                frame.hour(desk, row.paper.at),
                row.paper.title,
                row.paper.number,
                row.paper.signatory,
                row.paper.code,
                _("digantikan") if row.replaced_by else ", ".join(one.means for one in row.sent),
            )
            for row in rows
        ],
    )
    return 0


def _check(desk: Desk, options: argparse.Namespace) -> int:
    found = paper_codes.find(desk, options.check)
    paper = found.line.paper
    if options.json:
        told_of = {"line": found.line, "newest": found.newest, "is_last": found.is_last, "mistyped": found.mistyped}
        frame.as_json(told_of)
        return 0
    if found.mistyped:
        frame.say(_("Satu huruf lain: yang dimaksud {code}?").format(code=paper.code))
    rows = [
        (_("judul"), paper.title),
        (_("nomor"), paper.number or "–"),
        (_("penanda tangan"), paper.signatory or "–"),
        (_("data per"), frame.hour(desk, paper.as_of)),
        (_("dicetak"), frame.hour(desk, paper.at)),
        (_("angka"), paper.figures or "–"),
    ]
    frame.table([_("kode"), paper.code], rows)
    for printed, known in found.different:
        frame.say(f"! {printed} ≠ {known}")
    frame.say(frame.sentence(found.words))
    return 0


def _again(desk: Desk, options: argparse.Namespace) -> int:
    if options.out is None:
        raise errors.Refused(N_("Sebutkan berkas tujuan dengan --out."))
    no = paper_codes.find(desk, options.again).line.paper.no
    if options.kept:
        printing.write(options.out, printing_register.kept_pdf(desk, no))
        frame.say(str(options.out))
        return 0
    prepared = frame.done(printing.issued_again(desk, no))
    printing.save(prepared, options.out)
    return told(options, prepared)


def _sent(desk: Desk, options: argparse.Namespace) -> int:
    no = paper_codes.find(desk, options.sent).line.paper.no
    printing_register.mark_sent(
        desk, no, options.means, recipient=options.addressed_to or "", proof=options.proof
    )
    line = printing_register.line(desk, no)
    rows = [(frame.hour(desk, one.at), one.means, one.by, one.recipient, one.proof) for one in line.sent]
    frame.table([_("dikirim"), _("lewat"), _("oleh"), _("kepada"), _("bukti")], rows)
    return 0


def _numbers(desk: Desk, options: argparse.Namespace) -> int:
    found = paper_numbers.every_series(desk)
    if options.json:
        frame.as_json(found)
        return 0
    rows = [
        (one.kind, one.year, entry.sequence, entry.number or "–", frame.sentence(entry.words) or entry.title)
        for one in found
        for entry in one.entries
    ]
    frame.table([_("naskah"), _("tahun"), _("urut"), _("nomor"), _("keterangan")], rows)
    return 0
