# SPDX-License-Identifier: Apache-2.0
"""Susunan tim dan pembagian wilayah: the annexes of the decree that forms a desk (`domain.md §1.2`, §11).

Annex I lists the members in protocol order as given, never sorted; annex II the teams with their
kecamatan, and the matrix that shows holes and doubles. The number of the decree belongs to the office's
legal section: where it is not known, a line is left for it.
"""

from dataclasses import dataclass
from datetime import date

from desk_app.domain import teams as rules
from desk_app.reports import check_code, document, letterhead, pages, words

TEAMS_ABREAST = 18
"""Columns of teams in one matrix at most; more are divided evenly over several."""


@dataclass(frozen=True, slots=True)
class Decree:
    """What the annex belongs to: `title` "KEPUTUSAN BUPATI WAJO"."""

    title: str
    about: str
    number: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """`office` is the jabatan in government, `role` the Kedudukan dalam Tim."""

    office: str
    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Members under one heading (Bidang …, Sekretariat); the head of the desk has no heading."""

    title: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Team:
    number: int
    members: tuple[Member, ...]
    districts: tuple[str, ...]
    note: str = ""

    @property
    def name(self) -> str:
        return f"Tim {rules.roman(self.number)}"


@dataclass(frozen=True, slots=True)
class TeamStructure:
    """`districts` are all kecamatan in order of code; `desk` is "Desk Pemilu Kabupaten Wajo"."""

    desk: str
    event: str
    region: str
    decree: Decree
    parts: tuple[Part, ...]
    teams: tuple[Team, ...]
    districts: tuple[str, ...]
    signature: document.SignatureBlock
    page: pages.PageSetup
    as_of: str = ""
    unit: str = "Kecamatan"
    head: letterhead.Letterhead | None = None
    disputed: tuple[str, ...] = ()
    """Teams and members of whom offices hold something differently, by name."""


def build(structure: TeamStructure) -> document.Document:
    """The document, with its check code."""
    title = f"Susunan Tim dan Pembagian Wilayah {structure.desk}"
    blocks: list[document.Block] = [
        _head(structure, 1),
        document.Title(("SUSUNAN KEANGGOTAAN", structure.desk.upper(), structure.event.upper())),
        members_table(structure),
        structure.signature,
        document.PageBreak(),
        _head(structure, 2),
        document.Title(("PEMBAGIAN WILAYAH TUGAS TIM", structure.desk.upper(), structure.event.upper())),
        document.Heading("TIM DAN WILAYAH TUGAS", "A."),
        _areas(structure),
        document.Heading(f"MATRIKS {structure.unit.upper()} DAN TIM", "B."),
        *_matrices(structure),
        *_open(structure),
        structure.signature,
    ]
    foot = document.Footer(title, structure.as_of)
    return check_code.sealed(
        document.Document(title, structure.desk, structure.page, tuple(blocks), structure.head, foot)
    )


def _head(structure: TeamStructure, annex: int) -> document.AnnexHead:
    decree = structure.decree
    return document.AnnexHead(
        f"LAMPIRAN {rules.roman(annex)}",
        (
            document.Fact("NOMOR", decree.number if decree.number is not None else words.BLANK_NUMBER),
            document.Fact("TANGGAL", words.long_date(decree.day) if decree.day else words.BLANK_NUMBER),
            document.Fact("TENTANG", decree.about),
        ),
        lines=(decree.title.upper(),),
    )


def members_table(structure: TeamStructure) -> document.Table:
    """Everybody in protocol order: the head and the sections, then team by team."""
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Jabatan/Nama", share=2.0, lead=True),
        document.Column("Kedudukan dalam Tim", share=1.2, short="kedudukan"),
    )
    rows: list[document.Row] = []
    number = 0
    groups = [(part.title, part.members) for part in structure.parts]
    groups += [(_team_title(structure, team), team.members) for team in structure.teams]
    for title, members in groups:
        if title:
            rows.append(document.Row((title,), document.RowKind.GROUP))
        for member in members:
            number += 1
            holder = "\n".join(part for part in (member.office, member.name) if part)
            rows.append(document.Row((f"{number}.", holder, member.role)))
    return document.Table(columns, tuple(rows), when_empty="Belum ada anggota")


def _team_title(structure: TeamStructure, team: Team) -> str:
    if not team.districts:
        return team.name
    return f"{team.name} – {structure.unit} {words.listed(team.districts)}"


def _areas(structure: TeamStructure) -> document.Table:
    columns = (
        document.Column("Tim", lead=True),
        document.Column("Anggota", share=2.0, short="anggota"),
        document.Column("Wilayah tugas", share=1.4, short="wilayah"),
        document.Column("Keterangan", share=0.9),
    )
    rows = tuple(
        document.Row(
            (
                team.name,
                "\n".join(f"{place}. {_called(member)}" for place, member in enumerate(team.members, start=1)),
                f"{structure.unit} {words.listed(team.districts)}" if team.districts else "–",
                team.note or "–",
            )
        )
        for team in structure.teams
    )
    return document.Table(columns, rows, when_empty="Belum ada tim", text_form=document.TextForm.LINES)


def _called(member: Member) -> str:
    return f"{member.office} ({member.role})" if member.role else member.office


def _matrices(structure: TeamStructure) -> list[document.Block]:
    """Kecamatan down, teams across; a kecamatan without a team shows 0."""
    tables: list[document.Block] = []
    matrices = max(-(-len(structure.teams) // TEAMS_ABREAST), 1)
    each = max(-(-len(structure.teams) // matrices), 1)
    for start in range(0, matrices * each, each):
        abreast = structure.teams[start : start + each]
        columns = (
            document.Column("No", align=document.Align.RIGHT),
            document.Column(structure.unit, share=3.0, lead=True),
            *(document.Column(rules.roman(team.number), 0.8, document.Align.CENTER, group="Tim") for team in abreast),
            document.Column("Jumlah tim", align=document.Align.CENTER),
        )
        rows = tuple(
            document.Row(
                (
                    str(place),
                    district,
                    *("✓" if district in team.districts else "" for team in abreast),
                    str(_cover(structure, district)),
                )
            )
            for place, district in enumerate(structure.districts, start=1)
        )
        tables.append(document.Table(columns, rows, text_form=document.TextForm.OMIT))
    return tables


def _open(structure: TeamStructure) -> list[document.Block]:
    """What offices hold differently; holes and doubles are told before it is printed, not on what is signed."""
    if not structure.disputed:
        return []
    said = f"⇄ Dalam klarifikasi: {words.listed(structure.disputed)}."
    return [document.Paragraph(said, emphasis=document.Emphasis.NOTE)]


def _cover(structure: TeamStructure, district: str) -> int:
    return sum(district in team.districts for team in structure.teams)
