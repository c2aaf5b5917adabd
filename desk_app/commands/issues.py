# SPDX-License-Identifier: Apache-2.0
"""Commands of the issue register: new, list, show, the verbs, places, links, names, many at once, clocks."""

import argparse
from collections.abc import Callable

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import issue_clocks, issue_rights
from desk_app.domain import issues as rules
from desk_app.operations import (
    issue_batches,
    issue_deeds,
    issue_detail,
    issue_hours,
    issue_identities,
    issue_links,
    issue_places,
    issue_register,
    issues,
    places,
)
from desk_app.operations.desk import Desk

_VERBS: dict[str, rules.Verb] = {
    "verify": rules.Verb.VERIFY,
    "advise": rules.Verb.ADVISE,
    "convey": rules.Verb.CONVEY,
    "follow-up": rules.Verb.FOLLOW_UP,
    "to-regency": rules.Verb.TO_REGENCY,
    "to-province": rules.Verb.FORWARD,
    "answer": rules.Verb.ANSWER,
    "to-bawaslu": rules.Verb.TELL_SUPERVISOR,
    "postpone": rules.Verb.POSTPONE,
    "close": rules.Verb.CLOSE,
    "reopen": rules.Verb.REOPEN,
}


def add_to(subparsers: frame.Subparsers) -> None:
    issue = subparsers.add_parser("issue", help=_("daftar permasalahan"), description=_("daftar permasalahan"))
    verbs = issue.add_subparsers(required=True, metavar=_("PERINTAH"))
    new = frame.add(verbs, "new", _new, _("catat permasalahan baru"))
    new.add_argument("title", metavar="KALIMAT", help=_("permasalahan dalam satu kalimat"))
    new.add_argument("--place", default="", metavar="TEMPAT", help=_("TPS atau wilayah"))
    new.add_argument("--also", default="", metavar="TEMPAT", help=_("tempat lain, dipisah titik koma"))
    new.add_argument(
        "--category", default="", help=_("kode kategori: {codes}").format(codes=" ".join(rules.CATEGORIES))
    )
    new.add_argument("--severity", default="", help=_("tingkat: rendah, sedang, tinggi, sangat_mendesak"))
    new.add_argument("--item", default="", metavar="BUTIR", help=_("butir kesiapan TPS yang menjadi asalnya"))
    listed = frame.add(verbs, "list", _list, _("tampilkan permasalahan"), listing=True)
    listed.add_argument("--open", action="store_true", help=_("yang belum selesai saja"))
    listed.add_argument("--ours", action="store_true", help=_("yang menjadi giliran kantor ini saja"))
    listed.add_argument("--overdue", action="store_true", help=_("yang lewat batas waktu saja"))
    listed.add_argument("--area", default="", metavar="KODE", help=_("satu wilayah saja"))
    listed.add_argument("--by-deadline", action="store_true", help=_("urut menurut batas waktu"))
    show = frame.add(verbs, "show", _show, _("tampilkan satu permasalahan"), listing=True)
    _numbered(show)
    for name, verb in _VERBS.items():
        _add_verb(verbs, name, verb)
    place = frame.add(verbs, "also-at", _also_at, _("tambahkan tempat lain pada satu permasalahan"))
    place.add_argument("places", metavar="TEMPAT", help=_("tempat lain, dipisah titik koma"))
    _numbered(place)
    link = frame.add(verbs, "link", _link, _("tautkan dengan permasalahan lain"))
    link.add_argument("other", metavar="NOMOR", help=_("nomor register, seperti WAJ-0001"))
    link.add_argument("--kind", default="terkait", choices=tuple(issue_links.KINDS), help=_("hubungannya"))
    _numbered(link)
    names = frame.add(verbs, "identity", _identity, _("nama pelapor dan terlapor; hanya di kantor ini"))
    for option in issue_identities.FIELDS:
        names.add_argument(f"--{option}", default=None, metavar="TEKS")
    _numbered(names)
    many = frame.add(verbs, "many", _many, _("kerjakan beberapa permasalahan sekaligus"))
    many.add_argument("numbers", nargs="+", metavar="NOMOR", help=_("nomor register, seperti WAJ-0001"))
    many.add_argument("--verb", choices=tuple(_VERBS), default=None, help=_("tindakan"))
    _worded(many)
    for option in ("category", "severity"):
        many.add_argument(f"--{option}", default="", metavar="KODE")
    hours = frame.add(verbs, "hours", _hours, _("batas waktu jawaban pertama dan kabar"), listing=True)
    hours.add_argument("--pace", choices=[one.value for one in issue_clocks.Pace], default="")
    hours.add_argument("--severity", default="", help=_("tingkat: rendah, sedang, tinggi, sangat_mendesak"))
    hours.add_argument("--set", dest="hours", default="", metavar="4/8", help=_("jam: jawaban pertama/tanpa kabar"))


def _numbered(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--number", required=True, metavar="NOMOR", help=_("nomor register, seperti WAJ-0001"))


def _worded(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--text", default="", metavar="KALIMAT", help=_("isinya"))
    parser.add_argument("--by", default="", metavar="INSTANSI", help=_("oleh siapa"))
    parser.add_argument("--to", default="", metavar="KEPADA", help=_("kepada siapa disampaikan"))
    parser.add_argument("--means", default="", metavar="CARA", help=_("surat, WA, rapat"))
    parser.add_argument("--letter", default="", metavar="NOMOR", help=_("nomor surat"))
    parser.add_argument("--letter-date", default="", metavar="TGL", help=_("tanggal surat: 2024-02-13"))
    endings = [one.value for one in (rules.State.DONE, rules.State.UNFOUNDED, rules.State.OUT_OF_SCOPE)]
    parser.add_argument("--ending", choices=endings, default=endings[0], help=_("berakhir sebagai"))


def _add_verb(verbs: frame.Subparsers, name: str, verb: rules.Verb) -> None:
    def run(options: argparse.Namespace) -> int:
        deed = _deed(verb, options)
        return _changed(options, lambda desk, no: issue_deeds.act_deed(desk, no, deed))

    parser = frame.add(verbs, name, run, _(rules.VERB_LABELS[verb]).removesuffix(" …"))
    parser.add_argument("said", metavar="KALIMAT", nargs="?", default="", help=_("apa yang dicatat"))
    _numbered(parser)
    _worded(parser)


def _deed(verb: rules.Verb, options: argparse.Namespace) -> issue_deeds.Deed:
    return issue_deeds.Deed(
        verb,
        getattr(options, "said", "") or options.text,
        by=options.by,
        addressee=options.to,
        means=options.means,
        letter_number=options.letter,
        letter_date=options.letter_date,
        ending=rules.State(options.ending),
    )


def _changed(options: argparse.Namespace, work: Callable[[Desk, int], object]) -> int:
    with frame.opened(options) as desk:
        no = issue_register.issue_number(desk, options.number)
        work(desk, no)
        row = issue_detail.issue(desk, no).row
    frame.say(f"{row.number} · {_(row.state_label)}")
    return 0


def _new(options: argparse.Namespace) -> int:
    given = {"category": options.category, "severity": options.severity, "title": options.title}
    values = {name: value for name, value in given.items() if value}
    with frame.opened(options) as desk:
        if options.item:
            no = issues.issue_from_answer(desk, options.place, options.item, **values)
            if options.also:
                issue_places.add(desk, no, _places(desk, options.also))
        else:
            values.pop("title", None)
            also = _places(desk, options.also) if options.also else ()
            no = issues.new_issue(desk, options.title, options.place, further=also, **values)
        number = issue_detail.issue(desk, no).row.number
    frame.say(_("Dicatat: {number}").format(number=number))
    return 0


def _places(desk: Desk, typed: str) -> list[str]:
    """Places as they were typed. Raises Refused for one that is none, or several."""
    read = issue_places.read(desk, typed)
    for one in read.unknown:
        places.only_place(desk, one)
    return [hit.subject for hit in read.places]


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        chosen = issue_register.IssueFilter(
            open_only=options.open or options.overdue,
            overdue=options.overdue,
            area=options.area,
            hands=desk.identity.level if options.ours else "",
        )
        order = issue_register.Order.DUE if options.by_deadline else issue_register.Order.NEWEST
        rows = issue_register.issue_rows(desk, chosen, order)
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
                _("batas waktu"),
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
                    frame.sentence(row.waits),
                    row.title,
                )
                for row in rows
            ],
        )
    return 0


def _show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = issue_detail.issue(desk, issue_register.issue_number(desk, options.number))
        if options.json:
            frame.as_json(found)
            return 0
        row = found.row
        frame.say(f"{row.number} · {found.title}")
        frame.say(f"{row.place_label} · {_(row.severity_label)} · {_(row.state_label)}")
        for label, text in (
            (_("Batas waktu"), frame.sentence(row.waits)),
            (_("Ditangani oleh"), "" if row.ours else _(issue_rights.HANDS_LABELS.get(row.handled_by, ""))),
            (_("Tempat lain"), "; ".join(one.label for one in found.places)),
            (_("Uraian"), found.description),
            (_("Dampak"), found.impact),
            (_("Saran penyelesaian"), found.advice),
            (_("Ditujukan kepada"), row.addressee),
            (_("Penanggung jawab"), row.pic_label),
        ):
            if text:
                frame.say(f"{label}: {text}")
        for link in found.links:
            frame.say(f"{_(link.label)} {link.number} {link.title}")
        for entry in found.thread:
            frame.say(f"  {frame.hour(desk, entry.at)}  {_(entry.verb_label)}  {entry.by}: {entry.text}")
    return 0


def _also_at(options: argparse.Namespace) -> int:
    return _changed(options, lambda desk, no: issue_places.add(desk, no, _places(desk, options.places)))


def _link(options: argparse.Namespace) -> int:
    return _changed(
        options,
        lambda desk, no: issue_links.link(desk, no, issue_register.issue_number(desk, options.other), options.kind),
    )


def _identity(options: argparse.Namespace) -> int:
    given = {name: getattr(options, name) for name in issue_identities.FIELDS}
    told = {name: value for name, value in given.items() if value is not None}
    with frame.opened(options) as desk:
        no = issue_register.issue_number(desk, options.number)
        if told:
            issue_identities.write(desk, no, **told)
        found = issue_identities.identity(desk, no)
    for label, text in (
        (_("Nama pelapor"), found.reporter),
        (_("Cara menghubungi pelapor"), found.contact),
        (_("Nama terlapor (dugaan)"), found.accused),
        (_("Catatan"), found.note),
    ):
        if text:
            frame.say(f"{label}: {text}")
    return 0


def _many(options: argparse.Namespace) -> int:
    given = {"category": options.category, "severity": options.severity}
    values = {name: value for name, value in given.items() if value}
    with frame.opened(options) as desk:
        numbers = [issue_register.issue_number(desk, number) for number in options.numbers]
        if options.verb is not None:
            outcome = issue_batches.act(desk, numbers, _deed(_VERBS[options.verb], options))
        else:
            outcome = issue_batches.edit(desk, numbers, **values)
    frame.say(_("{count} permasalahan dikerjakan.").format(count=len(outcome.done)))
    for one in outcome.refused:
        frame.say(f"! {one.number}: {one.why}")
    return 0


def _hours(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.hours:
            pace = issue_clocks.Pace(options.pace or issue_clocks.Pace.ORDINARY.value)
            issue_hours.set_hours(desk, pace, rules.parse_severity(options.severity), options.hours)
        found = issue_hours.clocks(desk)
    rows = [
        (pace.value, severity.value, issue_clocks.write_hours(clock)) for (pace, severity), clock in found.items()
    ]
    if options.json:
        frame.as_json(rows)
    else:
        frame.table([_("masa"), _("tingkat"), _("jam")], rows)
    return 0
