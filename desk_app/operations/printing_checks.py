# SPDX-License-Identifier: Apache-2.0
"""What to look at before a paper is printed: warnings with the place where each is put right. None of them stops it."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.data import place_names, totals
from desk_app.domain import places, regions, words
from desk_app.domain import teams as rules
from desk_app.operations import daily_reports, printing_office, settings, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.reports import clarification_record, daily_report, issue_matrix, lint, team_structure

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Remark:
    """One warning. `grave`: it would shame the office, such as another kabupaten's name; `target`: where to mend it."""

    words: words.Phrase
    grave: bool = False
    target: Target | None = None


def of_daily(
    desk: Desk, paper: daily_report.DailyReport, kept: daily_reports.Report, signer: signatories.SignatoryRow | None
) -> tuple[Remark, ...]:
    """The remarks on a daily report, grave ones first."""
    texts = [
        (N_("Situasi umum"), kept.situation),
        (N_("Kegiatan"), kept.activities),
        (N_("Kesimpulan dan saran"), kept.closing),
        (N_("Kepada"), paper.addressed_to),
        (N_("Tembusan"), "\n".join(paper.copies)),
    ]
    texts += [
        (f"{row.number} {row.place}", f"{row.description}\n{row.impact}\n{row.advice}\n{row.follow_up}")
        for row in paper.issues
        if not row.confidential
    ]
    found = [*_foreign(desk, texts), *_signer(signer), *_dating(desk), *of_issues(paper.issues)]
    with desk.reading() as connection:
        disputed = totals.disagreements(connection)
    if disputed:
        found.append(
            Remark(
                words.phrase(N_("{count} data berbeda menunggu klarifikasi; laporan menyebutnya."), count=disputed),
                target=Target(Page.EXCHANGE, chosen={"show": "disagreements"}),
            )
        )
    if not (kept.situation or kept.activities or kept.closing or kept.nihil):
        found.append(Remark(words.phrase(N_("Situasi umum, kegiatan, dan kesimpulan belum diisi."))))
    if not all(row.adds_up for row in paper.readiness):
        found.append(Remark(words.phrase(N_("Angka kesiapan tidak sama dengan jumlah TPS.")), grave=True))
    return _in_order(found)


def of_team(
    desk: Desk, paper: team_structure.TeamStructure, signer: signatories.SignatoryRow | None
) -> tuple[Remark, ...]:
    """The remarks on the structure of the teams."""
    teams = Target(Page.TEAMS)
    found = _signer(signer)
    members = [member for part in paper.parts for member in part.members]
    members += [member for team in paper.teams for member in team.members]
    texts = [(member.role, member.office) for member in members]
    found += _foreign(desk, [*texts, (N_("Tentang"), paper.decree.about)])
    if not members:
        found.append(Remark(words.phrase(N_("Belum ada anggota tim.")), target=teams))
    gaps = rules.coverage(paper.districts, {team.number: team.districts for team in paper.teams})
    for said, names in (
        (N_("{unit} belum tercakup oleh tim: {names}."), gaps.holes if paper.teams else ()),
        (N_("{unit} dicakup oleh lebih dari satu tim: {names}."), gaps.doubles),
    ):
        if names:
            told = words.phrase(said, unit=paper.unit, names=", ".join(names))
            found.append(Remark(told, target=teams))
    if not paper.decree.number:
        found.append(Remark(words.phrase(N_("Nomor keputusan belum ada; dicetak sebagai titik-titik.")), target=teams))
    return _in_order(found)


def of_signer(signer: signatories.SignatoryRow | None) -> tuple[Remark, ...]:
    """The remarks on who signs any paper."""
    return tuple(_signer(signer))


def of_issues(rows: Iterable[issue_matrix.IssueRow]) -> tuple[Remark, ...]:
    """The remarks on the issues that a paper tells of: open ones that nobody has advised on."""
    silent = sum(not row.advice and row.open and not row.confidential for row in rows)
    if not silent:
        return ()
    told = words.phrase(N_("{count} permasalahan terbuka belum berisi saran penyelesaian."), count=silent)
    return (Remark(told, target=Target(Page.ISSUES, chosen={"open_only": True})),)


def of_texts(desk: Desk, texts: Iterable[tuple[str, str]]) -> tuple[Remark, ...]:
    """The remarks on what a paper says: (where, text)."""
    return tuple(_foreign(desk, texts))


def of_exchange(desk: Desk) -> tuple[Remark, ...]:
    """The remarks on a paper that an operator signs: what its head and its date line lack."""
    return _in_order(_dating(desk))


def of_clarification(
    desk: Desk, paper: clarification_record.ClarificationRecord, signer: signatories.SignatoryRow | None
) -> tuple[Remark, ...]:
    """The remarks on the record of what was settled on a day."""
    texts = [(f"{one.subject}, {one.field}", one.basis) for one in paper.settled]
    found = [*_foreign(desk, texts), *_signer(signer), *_dating(desk)]
    waiting = Target(Page.EXCHANGE, chosen={"show": "disagreements"})
    if not paper.settled:
        told = words.phrase(N_("Pada hari itu tidak ada data berbeda yang diklarifikasi di kantor ini."))
        found.append(Remark(told, target=waiting))
    silent = sum(not one.basis for one in paper.settled)
    if silent:
        said = N_("{count} klarifikasi tanpa dasar atau bukti; dicetak sebagai tanda hubung.")
        found.append(Remark(words.phrase(said, count=silent)))
    if paper.unsettled:
        told = words.phrase(N_("{count} data berbeda masih menunggu klarifikasi."), count=len(paper.unsettled))
        found.append(Remark(told, target=waiting))
    return _in_order(found)


def _foreign(desk: Desk, texts: Iterable[tuple[str, str]]) -> list[Remark]:
    """Names of other regencies, and words of deciding, in what was typed."""
    home = lint.Home(*_home(desk))
    found = []
    for where, text in texts:
        if not text:
            continue
        for mention in _names().foreign(text, home):
            said = (
                N_("{where}: menyebut daerah lain, “{text}” ({means}).")
                if mention.certain
                else N_("{where}: “{text}” mungkin daerah lain ({means}).")
            )
            found.append(
                Remark(
                    words.phrase(said, where=words.phrase(where), text=mention.text, means=mention.means),
                    grave=mention.certain,
                )
            )
        found += [
            Remark(
                words.phrase(
                    N_("{where}: “{text}”. Desk tidak memutuskan; pakai {means}."),
                    where=words.phrase(where),
                    text=mention.text,
                    means=mention.means,
                )
            )
            for mention in lint.deciding_words(text)
        ]
    return found


def _signer(signer: signatories.SignatoryRow | None) -> list[Remark]:
    target = _settings("letterhead", signer.no if signer is not None else 0)
    if signer is None:
        return [Remark(words.phrase(N_("Belum ada penanda tangan; dicetak sebagai titik-titik.")), target=target)]
    return [
        Remark(words.phrase(N_("Penanda tangan: {what}"), what=remark), target=target) for remark in signer.remarks
    ]


def _dating(desk: Desk) -> list[Remark]:
    found = []
    if not settings.get(desk, "city").strip():
        told = words.phrase(N_("Kota tempat naskah ditandatangani belum diisi."))
        found.append(Remark(told, target=_settings("office")))
    if not settings.get(desk, "letterhead_address").strip():
        told = words.phrase(N_("Alamat pada kop belum diisi."))
        found.append(Remark(told, target=_settings("letterhead")))
    return found


def _settings(section: str, record: int = 0) -> Target:
    return Target(Page.SETTINGS, record=record, chosen={"section": section})


def _in_order(found: list[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(found, key=lambda remark: not remark.grave))


@functools.cache
def _names() -> lint.RegionNames:
    return lint.RegionNames(printing_office.region_index().regencies.values())


def _home(desk: Desk) -> tuple[list[regions.Region], list[str]]:
    """The regions an office may name: its own regency (a province: all of its own), and the places in them."""
    index = printing_office.region_index()
    place = desk.identity.place
    regency = places.regency_of(place)
    if regency is not None:
        own = [regions.find(index, regency)]
    elif place == places.NATION:
        own = list(index.regencies.values())
    else:
        own = regions.regencies_of(index, place)
    with desk.reading() as connection:
        event = settings.event_code(desk)
        inside = place_names.below(connection, event, place, places.Level.DISTRICT)
        if regency is not None:
            inside += place_names.below(connection, event, place, places.Level.VILLAGE)
    return own, [region.name for region in inside]
