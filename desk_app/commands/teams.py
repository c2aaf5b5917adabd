# SPDX-License-Identifier: Apache-2.0
"""Commands about teams: list, show, new, member, replace, roster, leave, clashes, letters."""

import argparse
from datetime import date

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.domain import errors, roster, words
from desk_app.domain import teams as rules
from desk_app.operations import (
    areas,
    assignment_letters,
    days,
    team_changes,
    team_clashes,
    team_decrees,
    team_leave,
    team_roster,
    teams,
    values,
)
from desk_app.operations.desk import Desk

N_ = words.N_


def add_to(subparsers: frame.Subparsers) -> None:
    team = subparsers.add_parser(
        "team", help=_("tim, piket posko, dan surat tugas"), description=_("tim, piket posko, dan surat tugas")
    )
    verbs = team.add_subparsers(required=True, metavar=_("PERINTAH"))
    frame.add(verbs, "list", _list, _("tampilkan tim"), listing=True)
    show = frame.add(verbs, "show", _show, _("tampilkan satu tim"), listing=True)
    show.add_argument("team", metavar="TIM", help=_("nomor tim, seperti VIII"))
    _add_new(verbs)
    _add_replace(verbs)
    _add_roster(verbs)
    leave = frame.add(verbs, "leave", _leave, _("catat cuti, dinas luar, atau sakit"))
    leave.add_argument("member", metavar="ANGGOTA", help=_("nama atau jabatan"))
    leave.add_argument("first", metavar="MULAI", help=_("tanggal, seperti 2024-02-14"))
    leave.add_argument("last", metavar="SAMPAI", nargs="?", default="", help=_("tanggal"))
    leave.add_argument("--reason", default=roster.Reason.LEAVE.value, choices=[one.value for one in roster.Reason])
    clashes = frame.add(verbs, "clashes", _clashes, _("tampilkan yang bentrok"), listing=True)
    clashes.add_argument("--accept", type=int, default=0, metavar="NOMOR", help=_("terima bentrok ke-… dari daftar"))
    clashes.add_argument("--reason", default="", metavar="ALASAN", help=_("alasan bentrok itu diterima"))
    clashes.add_argument("--withdraw", type=int, default=0, metavar="NOMOR", help=_("tidak diterima lagi"))
    letters = frame.add(verbs, "letters", _letters, _("data surat tugas dan permohonan personel"), listing=True)
    letters.add_argument("--team", default="", metavar="TIM", help=_("satu tim saja"))
    letters.add_argument("--member", default="", metavar="ANGGOTA", help=_("satu anggota saja"))
    letters.add_argument("--on", default="", metavar="TANGGAL", help=_("susunan pada tanggal ini"))
    letters.add_argument(
        "--known", type=int, default=None, metavar="NOMOR", help=_("seperti diketahui waktu surat itu dibuat")
    )


def _add_new(verbs: frame.Subparsers) -> None:
    new = frame.add(verbs, "new", _new, _("tambah tim"))
    new.add_argument("number", metavar="NOMOR", nargs="?", default=None, help=_("nomor tim, seperti VIII"))
    new.add_argument("--district", action="append", default=[], metavar="KODE", help=_("kecamatan yang dicakup"))
    new.add_argument("--title", default="", metavar="NAMA", help=_("nama tim"))
    new.add_argument("--from", dest="first", default="", metavar="TANGGAL", help=_("bertugas mulai"))
    new.add_argument("--to", dest="last", default="", metavar="TANGGAL", help=_("bertugas sampai"))
    new.add_argument("--functions", action="store_true", help=_("lima fungsi desk sebagai tugasnya"))
    member = frame.add(verbs, "member", _member, _("tambah anggota tim"))
    member.add_argument("team", metavar="TIM", help=_("nomor tim, seperti VIII"))
    member.add_argument("title", metavar="JABATAN")
    member.add_argument("--role", default="Anggota", metavar="KEDUDUKAN")
    _add_person(member)


def _add_replace(verbs: frame.Subparsers) -> None:
    replace = frame.add(verbs, "replace", _replace, _("ganti anggota; kedua nama tetap tercatat"))
    replace.add_argument("member", metavar="ANGGOTA", help=_("nama atau jabatan yang diganti"))
    replace.add_argument("--title", default="", metavar="JABATAN", help=_("jabatan pengganti, bila lain"))
    replace.add_argument("--on", default="", metavar="TANGGAL", help=_("mulai tanggal; tanpa ini hari ini"))
    replace.add_argument("--reason", default="", metavar="ALASAN")
    _add_person(replace)


def _add_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--person", default="", metavar="NAMA", help=_("nama dengan gelar"))
    parser.add_argument("--rank", default="", metavar="PANGKAT")
    parser.add_argument("--nip", default="", metavar="NIP")
    parser.add_argument("--unit", default="", metavar="INSTANSI")


def _add_roster(verbs: frame.Subparsers) -> None:
    shown = frame.add(verbs, "roster", _roster, _("piket posko satu minggu; dengan --add menambah piket"), listing=True)
    shown.add_argument("--week", default="", metavar="TANGGAL", help=_("minggu dari tanggal ini"))
    shown.add_argument(
        "--add", nargs=4, metavar=("TANGGAL", "MULAI", "SAMPAI", "ANGGOTA"), help=_("tambah satu piket")
    )
    shown.add_argument("--until", default="", metavar="TANGGAL", help=_("piket yang sama setiap hari sampai tanggal"))


def _list(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = teams.teams(desk)
        if options.json:
            frame.as_json(found)
            return 0
        names = _names(desk)
        frame.table(
            [_("tim"), _("wilayah tugas"), _("anggota")],
            [
                (
                    one.label,
                    ", ".join(names.get(code, code) for code in one.districts),
                    ", ".join(member.office for member in one.present),
                )
                for one in found
            ],
        )
    return 0


def _show(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = teams.team_numbered(desk, options.team)
        if options.json:
            frame.as_json(found)
            return 0
        names = _names(desk)
        decrees = team_decrees.basis(teams.structure(desk).decrees, found.decree, days.today(desk).isoformat())
    frame.say(" · ".join(part for part in (found.label, found.name) if part))
    frame.say(", ".join(names.get(code, code) for code in found.districts))
    for line in (team_decrees.sentence(decrees, ""), found.duty):
        if line:
            frame.say(line)
    frame.table(
        [_("kedudukan"), _("jabatan"), _("nama"), _("instansi"), _("masa tugas")],
        [
            (
                one.role,
                one.office,
                one.person,
                one.unit,
                _served(one),
            )
            for one in found.members
        ],
    )
    return 0


def _new(options: argparse.Namespace) -> int:
    told = {"name": options.title, "period_from": options.first, "period_to": options.last}
    if options.functions:
        told["duty"] = "\n".join(rules.FUNCTIONS)
    with frame.opened(options) as desk:
        no = teams.new_team(desk, options.number, options.district, **told)
        frame.say(_("Dicatat: {number}").format(number=teams.team(desk, no).label))
    return 0


def _member(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        team = teams.team_numbered(desk, options.team)
        teams.new_member(desk, options.title, options.role, team=team.no, **_person(options))
    frame.say(_("Dicatat: {number}").format(number=options.title))
    return 0


def _replace(options: argparse.Namespace) -> int:
    told = _person(options) | ({"office": options.title} if options.title else {})
    with frame.opened(options) as desk:
        old = teams.member_named(desk, options.member)
        done = team_changes.replace_member(desk, old.no, on=options.on, reason=options.reason, **told)
    frame.say(
        _("{name} diganti. Ikut pindah: {tasks} tugas, {shifts} piket, {issues} permasalahan.").format(
            name=old.name, tasks=len(done.tasks), shifts=len(done.shifts), issues=len(done.issues)
        )
    )
    return 0


def _roster(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.add:
            day, start, end, who = options.add
            member = teams.member_named(desk, who)
            hours = roster.read_hour(start), roster.read_hour(end)
            made = team_roster.new_shift(desk, day, *hours, member=member.no, until=options.until)
            frame.say(_("{count} piket dicatat.").format(count=len(made)))
            return 0
        held = team_roster.week(desk, date.fromisoformat(options.week) if options.week else None)
    if options.json:
        frame.as_json(held)
        return 0
    frame.table(
        [_("tanggal"), _("jam"), _("petugas"), _("catatan")],
        [(one.day.strftime("%d-%m-%Y"), one.hours, one.name, one.note) for one in held.shifts],
    )
    for hole in held.holes:
        start, end = roster.clock(hole.start), roster.clock(hole.end, as_end=True)
        day = hole.day.strftime("%d-%m-%Y")
        frame.say(_("! Kosong: {day} {start}–{end}").format(day=day, start=start, end=end))
    return 0


def _leave(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        member = teams.member_named(desk, options.member)
        team_leave.new_leave(desk, member.no, options.first, options.last, options.reason)
    frame.say(_("Dicatat: {number}").format(number=member.name))
    return 0


def _clashes(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = team_clashes.clashes(desk)
        if options.accept:
            team_clashes.accept(desk, _numbered(found, options.accept), options.reason)
        elif options.withdraw:
            team_clashes.withdraw(desk, _numbered(found, options.withdraw).accepted)
        if options.accept or options.withdraw:
            found = team_clashes.clashes(desk)
    if options.json:
        frame.as_json(found)
        return 0
    for number, one in enumerate(found, start=1):
        frame.say(f"{number}. {'✓' if one.accepted else '!'} {one.title}: {one.words}")
        frame.say(f"  {_accepted(one)}" if one.accepted else f"  {one.measure}")
    if not found:
        frame.say(_("Tidak ada yang bentrok."))
    return 0


def _numbered(found: list[team_clashes.Clash], number: int) -> team_clashes.Clash:
    if not 1 <= number <= len(found):
        raise errors.NotFound(N_("Bentrok ke-{number} tidak ada."), number=number)
    return found[number - 1]


def _accepted(one: team_clashes.Clash) -> str:
    return _("diterima: {reason} ({by})").format(reason=one.reason, by=one.by)


def _letters(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        found = _letters_of(desk, options)
    if options.json:
        frame.as_json(found)
        return 0
    titles = {
        assignment_letters.LetterKind.ORDER: _("Surat tugas"),
        assignment_letters.LetterKind.REQUEST: _("Surat permohonan personel"),
    }
    for letter in found.letters:
        frame.say(" · ".join(part for part in (titles[letter.kind], letter.group, letter.addressee) if part))
        for one in letter.persons:
            told = (one.name, one.rank, one.number, one.office)
            frame.say(f"  {one.order}. " + ", ".join(part for part in told if part))
    return 0


def _letters_of(desk: Desk, options: argparse.Namespace) -> assignment_letters.Letters:
    if options.member:
        member = teams.member_named(desk, options.member)
        return assignment_letters.for_member(desk, member.no, on=options.on, known=options.known)
    if options.team:
        team = teams.team_numbered(desk, options.team)
        return assignment_letters.for_team(desk, team.no, on=options.on, known=options.known)
    return assignment_letters.for_all(desk, on=options.on, known=options.known)


def _person(options: argparse.Namespace) -> dict[str, str]:
    told = {"person": options.person, "rank": options.rank, "nip": options.nip, "unit": options.unit}
    return {name: value for name, value in told.items() if value}


def _served(one: teams.Member) -> str:
    if one.replaced:
        return _("sampai {day}").format(day=values.day_words(one.replaced_on))
    return _("mulai {day}").format(day=values.day_words(one.period_from)) if one.period_from else ""


def _names(desk: Desk) -> dict[str, str]:
    return {area.code: area.name for area in areas.covered(desk)}
