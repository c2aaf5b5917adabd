# SPDX-License-Identifier: Apache-2.0
"""Commands of the count: what somebody copied from a C.HASIL himself, and how far he is."""

import argparse

from desk_app.base.text import _, ngettext
from desk_app.commands import count_boards, count_checks, count_figures, count_incoming, frame
from desk_app.domain.counts import lines, rules
from desk_app.domain.counts.words import DISCLAIMER
from desk_app.operations import count_entry, count_rules


def add_to(subparsers: frame.Subparsers) -> None:
    words_ = _("hasil suara: salinan internal C.HASIL, bukan data resmi")
    parser = subparsers.add_parser("counts", help=words_, description=words_)
    verbs = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    _add_entry(verbs)
    count_boards.add_verbs(verbs)
    count_checks.add_verbs(verbs)
    count_incoming.add_verbs(verbs)


def _add_entry(verbs: frame.Subparsers) -> None:
    listed = frame.add(verbs, "stations", _stations, _("sejauh mana TPS satu desa sudah Anda salin"), listing=True)
    listed.add_argument("village", metavar="DESA", help=_("kode desa/kelurahan"))
    shown = frame.add(verbs, "show", _show, _("tampilkan salinan Anda sendiri"), listing=True)
    kept = frame.add(verbs, "save", _save, _("salin angka C.HASIL satu TPS"))
    gone = frame.add(verbs, "discard", _discard, _("hapus salinan Anda sendiri"))
    for one in (shown, kept, gone):
        one.add_argument("subject", metavar="TPS", help=_("misalnya 73.13.06.1001-005"))
        one.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    kept.add_argument(
        "figures",
        nargs="+",
        metavar="BARIS=ANGKA",
        help=_("misalnya v1=100 valid=210; BARIS=- tidak terbaca; yang tidak disebut tetap"),
    )
    kept.add_argument("--reason", metavar="TEKS", help=_("mengapa semua perolehan nol atau sama"))


def _stations(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = count_entry.stations(desk, options.village)
        races = count_rules.race_codes(desk)
    if options.json:
        frame.as_json(
            [
                {
                    "subject": one.subject,
                    "voters": one.voters,
                    "own": dict(one.own),
                    "others": dict(one.others),
                    "checked": sorted(one.checked),
                }
                for one in found
            ]
        )
        return 0
    rows = [(one.subject, one.voters, *(_far(one, race) for race in races)) for one in found]
    frame.table([_("TPS"), _("DPT"), *races], rows)
    return 0


def _show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        sheet = count_entry.sheet(desk, options.subject, options.race)
    found = rules.check(sheet.form, sheet.figures, sheet.facts)
    if options.json:
        frame.as_json(
            {
                "figures": dict(sheet.figures),
                "lines": [line.code for line in sheet.form],
                "whole": sheet.whole,
                "occasion": sheet.occasion,
                "kind": sheet.kind,
                "reason": sheet.reason,
                "others": sheet.others,
                "closed": frame.sentence(sheet.closed),
                "findings": [one.rule.number for one in found],
            }
        )
        return 0
    frame.say(_(DISCLAIMER))
    frame.table(
        [_("baris"), _("isi"), _("angka")],
        [(line.code, _named(line), sheet.figures.get(line.code)) for line in sheet.form],
    )
    if sheet.closed is not None:
        frame.say(frame.sentence(sheet.closed))
    _tell(found)
    return 0


def _save(options: argparse.Namespace) -> int:
    given = dict(count_figures.read(text) for text in options.figures)
    with frame.opened(options) as desk:
        sheet = count_entry.sheet(desk, options.subject, options.race)
        merged = {**sheet.figures, **given}
        figures = {code: value for code, value in merged.items() if value is not None}
        reason = sheet.reason if options.reason is None else options.reason
        saved = count_entry.save(desk, options.subject, options.race, figures, reason=reason, seen=sheet.seen)
    frame.say(_("Tersimpan, lengkap.") if saved.whole else _("Tersimpan sebagian."))
    _tell(saved.findings)
    return 0


def _discard(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        count_entry.discard(desk, options.subject, options.race)
    frame.say(_("Salinan Anda dihapus."))
    return 0


def _far(one: count_entry.Station, race: str) -> str:
    """How far he is with a TPS in a race, as the window's marks say it."""
    own = one.own.get(race)
    sign = "–" if own is None else "✓" if own else "◐"
    if race in one.checked:
        sign = _("diperiksa")
    others = one.others.get(race, 0)
    return f"{sign} +{others}" if others else sign


def _named(line: lines.Line) -> str:
    name = frame.sentence(line.label)
    return f"{name} {line.sex.value.upper()}" if line.sex is not None else name


def _tell(found: list[rules.Finding] | tuple[rules.Finding, ...]) -> None:
    for one in found:
        frame.say(f"{one.rule.number} {_(rules.LEVEL_LABELS[one.level])}: {frame.sentence(one.words)}")
    count = len(rules.open_findings(found))
    if count:
        frame.say(ngettext("{count} catatan.", "{count} catatan.", count).format(count=count))
