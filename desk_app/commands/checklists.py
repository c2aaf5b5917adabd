# SPDX-License-Identifier: Apache-2.0
"""Commands of the checklist: its versions, publishing one from a file, completeness, a reason for a check."""

import argparse
from pathlib import Path

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import completeness as rules
from desk_app.domain import elections, errors, words
from desk_app.operations import checklist_versions, completeness, days, reasons


def add_to(subparsers: frame.Subparsers) -> None:
    """Add the commands of this matter."""
    checklist = subparsers.add_parser("checklist", help=_("ceklis kesiapan"), description=_("ceklis kesiapan"))
    verbs = checklist.add_subparsers(required=True, metavar=_("PERINTAH"))
    frame.add(verbs, "versions", _versions, _("tampilkan versi ceklis"), listing=True)
    export = frame.add(verbs, "export", _export, _("simpan ceklis yang berlaku sebagai berkas"))
    export.add_argument("file", type=Path, metavar="BERKAS")
    for name, run, said in (
        ("preview", _preview, _("lihat akibat menerbitkan ceklis dari berkas")),
        ("publish", _publish, _("terbitkan ceklis dari berkas")),
    ):
        parser = frame.add(verbs, name, run, said)
        parser.add_argument("file", type=Path, metavar="BERKAS")
        parser.add_argument("--note", default="", metavar="CATATAN", help=_("yang berubah"))
        parser.add_argument(
            "--earlier",
            default=checklist_versions.Earlier.ALTERED.value,
            choices=[one.value for one in checklist_versions.Earlier],
            help=_("isian lama: tetap berlaku, yang berubah dilihat lagi, atau semua dilihat lagi"),
        )
    minimum = frame.add(verbs, "minimum", _minimum, _("versi paling lama yang isiannya diterima"))
    minimum.add_argument("version", type=int, metavar="VERSI")
    complete = frame.add(verbs, "completeness", _completeness, _("kelengkapan isian"), listing=True)
    complete.add_argument("--phase", default="", metavar="TAHAP", help=_("tahap, seperti H-1"))
    complete.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    complete.add_argument("--items", action="store_true", help=_("per butir, bukan per wilayah"))
    reason = frame.add(verbs, "reason", _reason, _("terima peringatan dengan alasan"))
    reason.add_argument("station", metavar="TPS")
    reason.add_argument("rule", metavar="ATURAN", help=_("seperti K-001@h-1"))
    reason.add_argument("text", metavar="ALASAN", help=_("kosong (\"\") mencabut alasan yang ada"))
    reason.add_argument("--who", default="", metavar="SIAPA", help=_("menurut siapa"))


def _versions(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = checklist_versions.versions(desk)
        if options.json:
            frame.as_json([(one.version, one.published, one.minimum, one.questions, one.note) for one in found])
            return 0
        frame.table(
            [_("versi"), _("terbit"), _("paling lama diterima"), _("butir"), _("yang berubah")],
            [
                (one.version, frame.hour(desk, one.published), one.minimum or 1, one.questions, one.note)
                for one in found
            ],
        )
    return 0


def _export(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        checklist_versions.save_as(desk, options.file)
    frame.say(_("Disimpan: {file}").format(file=options.file))
    return 0


def _preview(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        outline = checklist_versions.read_file(options.file)
        seen = checklist_versions.preview(desk, outline, checklist_versions.Earlier(options.earlier))
    frame.table(
        [_("perubahan"), _("isian")],
        [(frame.sentence(one.words), one.answers or "") for one in seen.changes],
    )
    frame.say(_("{count} isian lama dilihat lagi").format(count=seen.again))
    frame.say(_("{count} isian disimpan sebagai pertanyaan lama").format(count=seen.kept_aside))
    return 0


def _publish(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        outline = checklist_versions.read_file(options.file)
        earlier = checklist_versions.Earlier(options.earlier)
        number = checklist_versions.publish(desk, outline, options.note, earlier)
    frame.say(_("Ceklis versi {version} terbit.").format(version=number))
    return 0


def _minimum(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        checklist_versions.accept_from(desk, options.version)
    frame.say(_("Isian sejak versi {version} diterima.").format(version=options.version))
    return 0


def _completeness(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        phase = elections.parse_phase(options.phase) if options.phase else None
        found = completeness.table(desk, phase, options.area)
        if options.json:
            frame.as_json(found)
            return 0
        lines = found.items if options.items else found.regions
        if not lines:
            raise errors.Refused(words.N_("Tidak ada yang dihitung di wilayah ini."))
        frame.say(elections.day_words(found.phase))
        frame.table(
            ["", _("kode"), _("nama"), *(_(state.label) for state in rules.Completeness)],
            [
                (one.tally.state.symbol, one.code, one.label, one.tally.complete, one.tally.partial, one.tally.missing,
                 one.tally.disagreeing)
                for one in lines
            ],
        )
    return 0


def _reason(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        _rule, _at, phase = options.rule.partition("@")
        at = elections.parse_phase(phase) if phase else days.phase(desk)
        if options.text.strip():
            reasons.accept(desk, options.station, options.rule, options.text, options.who, phase=at)
        else:
            reasons.withdraw(desk, options.station, options.rule)
    frame.say(_("Alasan dicatat.") if options.text.strip() else _("Alasan dicabut."))
    return 0
