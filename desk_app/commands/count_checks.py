# SPDX-License-Identifier: Apache-2.0
"""Verbs of `counts` for who verifies: one TPS with all its readings, decided, corrected, verified, locked; recaps."""

import argparse
from collections.abc import Mapping

from desk_app.base.progress import finish
from desk_app.base.text import _, ngettext
from desk_app.commands import count_figures, frame
from desk_app.domain.counts import rules, standing
from desk_app.domain.counts.words import DISCLAIMER
from desk_app.operations import count_check, count_queue, count_recaps, count_view, tally

_TYPED = "ketik"


def add_verbs(verbs: frame.Subparsers) -> None:
    """Add them to `counts`."""
    queue = frame.add(verbs, "queue", _queue, _("TPS yang menunggu diperiksa"), listing=True)
    queue.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    queue.add_argument("--region", default="", metavar="KODE", help=_("satu wilayah saja"))
    queue.add_argument("--verified", action="store_true", help=_("yang sudah diverifikasi atau dikunci"))
    view = frame.add(verbs, "view", _view, _("satu TPS dengan semua salinannya, bagi pemeriksa"), listing=True)
    verify = frame.add(verbs, "verify", _verify, _("verifikasi hasil TPS"))
    accept = frame.add(verbs, "accept", _accept, _("terima catatan dengan alasan"))
    reopen = frame.add(verbs, "unaccept", _unaccept, _("buka lagi catatan yang diterima"))
    decide = frame.add(verbs, "decide", _decide, _("tetapkan salinan mana yang dipakai"))
    correct = frame.add(verbs, "correct", _correct, _("perbaiki satu baris"))
    reread = frame.add(verbs, "reread", _reread, _("minta formulir dibaca lagi"))
    for one in (view, accept, reopen, decide, correct, reread):
        one.add_argument("subject", metavar="TPS", help=_("misalnya 73.13.06.1001-005"))
        one.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    for one in (accept, reopen):
        one.add_argument("rules", nargs="+", choices=[rule.number for rule in rules.Rule], help=_("nomor aturan"))
    for one in (accept, decide, correct, reread):
        one.add_argument("--reason", required=True, metavar="TEKS", help=_("alasan"))
    decide.add_argument(
        "choice",
        metavar="PENYALIN",
        help=_("penyalin yang dipakai, misalnya 73.13.06/2; ketik bila angkanya diketik dari formulir"),
    )
    decide.add_argument("figures", nargs="*", metavar="BARIS=ANGKA", help=_("baris yang berbeda, sesuai formulir"))
    correct.add_argument("figure", metavar="BARIS=ANGKA", help=_("misalnya v1=100; BARIS=- tidak terbaca"))
    lock = frame.add(verbs, "lock", _lock, _("kunci hasil yang sudah diverifikasi"))
    unlock = frame.add(verbs, "unlock", _unlock, _("buka kunci hasil"))
    for one in (verify, lock, unlock):
        one.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
        one.add_argument("subjects", nargs="*", metavar="TPS", help=_("satu TPS atau lebih"))
    verify.add_argument("--region", default="", metavar="KODE", help=_("semua TPS tanpa catatan di wilayah ini"))
    recap = frame.add(verbs, "recap", _recap, _("catat rekap D.HASIL satu wilayah, untuk dibandingkan"))
    recap.add_argument("place", metavar="WILAYAH", help=_("kode desa, kecamatan atau kabupaten"))
    recap.add_argument("race", metavar="KODE", help=_("kode jenis pemilihan"))
    recap.add_argument("figures", nargs="+", metavar="BARIS=ANGKA", help=_("misalnya v1=1.200 valid=2.100"))
    recap.add_argument("--note", default="", metavar="TEKS", help=_("sumbernya"))
    frame.add(verbs, "recaps", _recaps, _("rekap D.HASIL yang dicatat"), listing=True)


def _queue(options: argparse.Namespace) -> int:
    verified = (standing.State.VERIFIED, standing.State.LOCKED)
    with frame.opened(options) as desk:
        finish(tally.refresh(desk))
        states = verified if options.verified else count_queue.WAITING
        found = count_queue.queue(desk, options.race, options.region, states)
    if options.json:
        frame.as_json(found)
        return 0
    frame.table(
        [_("TPS"), _("desa"), _("keadaan"), _("salinan"), _("baris berbeda"), _("catatan")],
        [
            (
                one.subject,
                one.village,
                _(standing.STATE_LABELS[one.state]),
                one.readers,
                one.differing or None,
                " ".join(one.notes),
            )
            for one in found.lines
        ],
    )
    return 0


def _view(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = count_view.view(desk, options.subject, options.race)
        if options.json:
            frame.as_json(_plain(found))
            return 0
        frame.say(_(DISCLAIMER))
        frame.say(f"{found.label}: {_(standing.STATE_LABELS[found.standing.state])}")
        frame.table(
            [_("baris"), _("berlaku"), *(one.reader for one in found.sides), ""],
            [
                (
                    line.code,
                    found.standing.figures.get(line.code),
                    *(side.figures.get(line.code) for side in found.sides),
                    _("berbeda") if line.code in found.standing.differing else "",
                )
                for line in found.form
            ],
        )
        for note in found.notes:
            tail = _(" (diterima)") if note.is_accepted else ""
            frame.say(f"{note.finding.rule.number}: {frame.sentence(note.finding.words)}{tail}")
        for said in found.history:
            told = (frame.hour(desk, said.at), said.operator, frame.sentence(said.what), said.reason)
            frame.say("  ".join(part for part in told if part))
            for one in said.altered:
                frame.say(f"    {one.line}: {_shown(one.old)} → {_shown(one.new)}")
    return 0


def _verify(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.region:
            finish(tally.refresh(desk))
            found = count_queue.queue(desk, options.race, options.region)
            return _tell(count_check.verify_many(desk, options.race, count_queue.without_notes(found)))
        for subject in options.subjects:
            seen = count_view.view(desk, subject, options.race)
            count_check.verify(desk, subject, options.race, seen.mark)
    return _tell(count_check.Many(len(options.subjects)))


def _accept(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        count_check.accept(desk, options.subject, options.race, options.rules, options.reason)
    frame.say(_("Catatan diterima."))
    return 0


def _unaccept(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        count_check.unaccept(desk, options.subject, options.race, options.rules)
    frame.say(_("Catatan dibuka lagi."))
    return 0


def _decide(options: argparse.Namespace) -> int:
    given = _figures(options.figures)
    with frame.opened(options) as desk:
        seen = count_view.view(desk, options.subject, options.race)
        figures = count_view.agreed(seen) | given if options.choice == _TYPED else None
        count_check.decide(
            desk, options.subject, options.race, options.choice, options.reason, figures, seen=seen.seen
        )
    frame.say(_("Ditetapkan."))
    return 0


def _correct(options: argparse.Namespace) -> int:
    code, value = count_figures.read(options.figure)
    with frame.opened(options) as desk:
        falls = count_check.correct(desk, options.subject, options.race, code, value, options.reason)
    frame.say(_("Diperbaiki; TPS ini perlu diverifikasi lagi.") if falls else _("Diperbaiki."))
    return 0


def _reread(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        count_check.reread(desk, options.subject, options.race, options.reason)
    frame.say(_("Diminta dibaca lagi."))
    return 0


def _lock(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        return _tell(count_check.lock(desk, options.subjects, options.race))


def _unlock(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        return _tell(count_check.unlock(desk, options.subjects, options.race))


def _recap(options: argparse.Namespace) -> int:
    given = _figures(options.figures)
    with frame.opened(options) as desk:
        count_recaps.put(desk, options.place, options.race, given, options.note)
    frame.say(_("Tersimpan."))
    return 0


def _recaps(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = count_recaps.all_of(desk)
    if options.json:
        frame.as_json(found)
        return 0
    frame.say(_(DISCLAIMER))
    for one in found:
        told = " ".join(f"{code}={value}" for code, value in one.figures.items())
        frame.say(f"{one.place} {one.name} {one.race}: {told if one.is_open else _('(tersegel)')}")
    return 0


def _tell(done: count_check.Many) -> int:
    frame.say(ngettext("{count} TPS selesai.", "{count} TPS selesai.", done.done).format(count=done.done))
    for subject, why in done.left:
        frame.say(f"{subject}: {frame.sentence(why)}")
    return 0


def _figures(given: list[str]) -> dict[str, int]:
    """Lines with their figures. Raises Refused."""
    found = dict(count_figures.read(text) for text in given)
    return {code: value for code, value in found.items() if value is not None}


def _shown(value: int | None) -> str:
    return "–" if value is None else str(value)


def _plain(found: count_view.View) -> Mapping[str, object]:
    return {
        "state": found.standing.state.value,
        "figures": dict(found.standing.figures),
        "differing": {code: list(values) for code, values in found.standing.differing.items()},
        "occasion": found.occasion,
        "decided": found.decided,
        "locked": found.is_locked,
        "reread": found.is_reread,
        "unreadable": found.unreadable,
        "readings": [
            {
                "reader": one.reader,
                "operator": one.operator,
                "office": one.office,
                "at": one.at,
                "source": one.source.value,
                "figures": dict(one.figures),
            }
            for one in found.sides
        ],
        "notes": [
            {"rule": one.finding.rule.number, "words": frame.sentence(one.finding.words), "accepted": one.is_accepted}
            for one in found.notes
        ],
        "history": [
            {
                "at": one.at,
                "operator": one.operator,
                "office": one.office,
                "what": frame.sentence(one.what),
                "altered": [[part.line, part.old, part.new] for part in one.altered],
                "reason": one.reason,
            }
            for one in found.history
        ],
    }
