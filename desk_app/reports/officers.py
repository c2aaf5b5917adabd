# SPDX-License-Identifier: Apache-2.0
"""People as a letter names them: facts under each other for one, a table in the given order for several."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.reports import document, words


@dataclass(frozen=True, slots=True)
class Officer:
    """`number` is whole, with its label ("NIP. …", "NRP …"); `role` the Kedudukan dalam Tim; `area` where he goes."""

    name: str
    office: str = ""
    rank: str = ""
    number: str = ""
    unit: str = ""
    role: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Officers under one heading; no heading for ""."""

    title: str
    officers: tuple[Officer, ...]


def facts(one: Officer) -> tuple[document.Fact, ...]:
    """Nama, Pangkat/Gol., NIP, Jabatan of one; what is not known is left for the pen, but not a rank that one whose
    name is known may not have."""
    label, number = _number(one.number)
    unknown = "–" if one.name else words.BLANK_NUMBER
    return (
        document.Fact("Nama", one.name or words.BLANK_NUMBER),
        document.Fact("Pangkat/Gol.", one.rank or unknown),
        document.PaperFact(label, number or unknown),
        document.Fact("Jabatan", one.office or one.unit or words.BLANK_NUMBER),
        *((document.Fact("Kedudukan", one.role),) if one.role else ()),
    )


def point(one: Officer, mark: str = "") -> document.Point:
    """One of those whom a letter is for."""
    return document.Point(mark=mark, facts=facts(one))


def table(groups: Sequence[Group], when_empty: str = "NIHIL") -> document.Table:
    """In protocol order, never sorted; rank and number stand on paper alone."""
    every = [one for group in groups for one in group.officers]
    has_role, has_area = any(one.role for one in every), any(one.area for one in every)
    columns = [
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Nama", share=1.3, lead=True),
        document.Column("Pangkat/Gol. dan NIP", paper_only=True),
        document.Column("Jabatan", share=1.4, short=""),
    ]
    columns += [document.Column("Kedudukan dalam Tim", share=0.8, short="")] if has_role else []
    columns += [document.Column("Wilayah Tugas", share=0.9, short="wilayah")] if has_area else []
    rows: list[document.Row] = []
    number = 0
    for group in groups:
        if group.title and group.officers:
            rows.append(document.Row((group.title,), document.RowKind.GROUP))
        for one in group.officers:
            number += 1
            cells = [str(number), one.name or words.BLANK_NUMBER, _ranked(one), one.office or one.unit or "–"]
            cells += [one.role or "–"] if has_role else []
            cells += [one.area or "–"] if has_area else []
            rows.append(document.Row(tuple(cells)))
    return document.Table(tuple(columns), tuple(rows), when_empty=when_empty)


def _ranked(one: Officer) -> str:
    return "\n".join(part for part in (one.rank, one.number) if part) or "–"


def _number(labelled: str) -> tuple[str, str]:
    """A labelled number as label and number: ("NIP", "19700101 …")."""
    for label in ("NI PPPK", "NIP", "NRP"):
        if labelled.startswith(label):
            return label, labelled.removeprefix(label).lstrip(". ")
    return "NIP/NRP", labelled
