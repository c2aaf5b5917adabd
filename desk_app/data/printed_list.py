# SPDX-License-Identifier: Apache-2.0
"""What was printed, and who may sign: read for lists and for the next paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import func, or_, select

from desk_app.data import schema

_printed = schema.by_name["printed"]
_sent = schema.by_name["paper_sent"]
_signatory = schema.by_name["signatory"]
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as it was issued. `arrival`: the last transaction it knew of; `digest`: of all the office then held.

    `as_of`: the moment its data are of (seconds UTC), 0 where it was not kept; `asked`: what was asked for, as JSON;
    `about`: which paper it is an issue of; `pdf`: SHA-256 of the file as it was issued; `replaces`: the line that it
    takes the place of, 0 for none; `figures`: its key figures in words.
    """

    no: int
    event: str
    kind: str
    title: str
    number: str
    at: int
    arrival: int
    signatory: str
    code: str
    digest: bytes
    as_of: int
    asked: str = ""
    about: str = ""
    pdf: bytes = b""
    replaces: int = 0
    figures: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """One sending of a paper: when, which way, by whom, to whom, and what shows it."""

    no: int
    paper: int
    at: int
    means: str
    by: str
    recipient: str
    proof: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signs, as kept; `nip` is whole, `form` a code of `people.Form`, dates are ISO text or ""."""

    no: int
    office: str
    person: str
    rank: str
    nip: str
    form: str
    on_behalf_of: str
    by_order_of: str
    valid_from: str
    valid_to: str
    political: bool
    position: int


def printed(connection: sqlalchemy.Connection, event: str, text: str = "", limit: int = 1000) -> list[Printed]:
    """The papers of an event, the last issued first; `text`: words of title, number, signatory or code."""
    query = (
        select(_printed)
        .where(_printed.c.event == event, _printed.c.alive != 0)
        .order_by(_printed.c.at.desc(), _printed.c.no.desc())
        .limit(limit)
    )
    for word in text.split():
        columns = (_printed.c.title, _printed.c.number, _printed.c.signatory, _printed.c.code)
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    return [_printed_row(row) for row in connection.execute(query)]


def last(
    connection: sqlalchemy.Connection, event: str, kind: str, title: str, about: str = ""
) -> Printed | None:
    """The issue of a paper that was made last: of this title, and about the same where that was kept."""
    query = select(_printed).where(
        _printed.c.event == event, _printed.c.kind == kind, _printed.c.title == title, _printed.c.alive != 0
    )
    if about:
        query = query.where(func.coalesce(_printed.c.about, about) == about)
    row = connection.execute(query.order_by(_printed.c.at.desc(), _printed.c.no.desc()).limit(1)).one_or_none()
    return _printed_row(row) if row is not None else None


def one(connection: sqlalchemy.Connection, no: int) -> Printed | None:
    """A paper by its record number, None where there is none."""
    row = connection.execute(select(_printed).where(_printed.c.no == no, _printed.c.alive != 0)).one_or_none()
    return _printed_row(row) if row is not None else None


def replaced_by(connection: sqlalchemy.Connection, no: int) -> Printed | None:
    """The issue that took the place of one, the last where there are several."""
    query = select(_printed).where(_printed.c.replaces == no, _printed.c.alive != 0)
    row = connection.execute(query.order_by(_printed.c.at.desc(), _printed.c.no.desc()).limit(1)).one_or_none()
    return _printed_row(row) if row is not None else None


def replaced(connection: sqlalchemy.Connection) -> dict[int, int]:
    """All that was replaced: line → the line that took its place."""
    query = select(_printed.c.replaces, _printed.c.no).where(_printed.c.replaces.is_not(None), _printed.c.alive != 0)
    return {row.replaces: row.no for row in connection.execute(query.order_by(_printed.c.at, _printed.c.no))}


def numbered(connection: sqlalchemy.Connection, event: str, number: str) -> list[Printed]:
    """The papers on which a number stands, small and capital letters alike."""
    wanted = " ".join(number.split()).casefold()
    query = select(_printed).where(
        _printed.c.event == event, _printed.c.alive != 0, func.lower(func.trim(_printed.c.number)) == wanted
    )
    return [_printed_row(row) for row in connection.execute(query.order_by(_printed.c.at.desc()))]


def coded(connection: sqlalchemy.Connection) -> list[tuple[str, int]]:
    """The codes of all papers of all elections with their lines, the last issued first."""
    query = select(_printed.c.code, _printed.c.no).where(_printed.c.code.is_not(None), _printed.c.alive != 0)
    rows = connection.execute(query.order_by(_printed.c.at.desc(), _printed.c.no.desc()))
    return [(row.code, row.no) for row in rows]


def sent(connection: sqlalchemy.Connection, papers: Iterable[int]) -> dict[int, list[Sent]]:
    """How papers were sent, by line, the first sending first."""
    found: dict[int, list[Sent]] = {}
    wanted = sorted(set(papers))
    for start in range(0, len(wanted), _CHUNK):
        query = select(_sent).where(_sent.c.paper.in_(wanted[start : start + _CHUNK]), _sent.c.alive != 0)
        for row in connection.execute(query.order_by(_sent.c.at, _sent.c.no)):
            found.setdefault(row.paper, []).append(
                Sent(
                    row.no, row.paper, row.at or 0, row.means or "", row.by or "", row.recipient or "", row.proof or ""
                )
            )
    return found


def paper_of(connection: sqlalchemy.Connection, sending: int) -> int:
    """The line of the register that a sending is of, 0 where there is no such sending."""
    query = select(_sent.c.paper).where(_sent.c.no == sending, _sent.c.alive != 0)
    return connection.execute(query).scalar_one_or_none() or 0


def kept_files(connection: sqlalchemy.Connection) -> list[bytes]:
    """SHA-256 of every file that was kept of a final paper."""
    query = select(_printed.c.pdf).where(_printed.c.pdf.is_not(None)).distinct()
    return [bytes(digest) for digest in connection.execute(query).scalars()]


def signatories(connection: sqlalchemy.Connection) -> list[Signatory]:
    """Who signs for this office, in its order."""
    rows = connection.execute(
        select(_signatory)
        .where(_signatory.c.alive != 0)
        .order_by(func.coalesce(_signatory.c.position, 0), _signatory.c.no)
    )
    return [signatory_of(dict(row)) for row in rows.mappings()]


def every_signatory(connection: sqlalchemy.Connection) -> list[int]:
    """The record numbers of all who ever signed, deleted or not."""
    return list(connection.execute(select(_signatory.c.no)).scalars())


def signatory_of(row: Mapping[str, Any]) -> Signatory:
    """From a row, of today or as it was known."""
    return Signatory(
        no=row["no"],
        office=row["office"] or "",
        person=row["person"] or "",
        rank=row["rank"] or "",
        nip=row["nip"] or "",
        form=row["form"] or "",
        on_behalf_of=row["on_behalf_of"] or "",
        by_order_of=row["by_order_of"] or "",
        valid_from=row["valid_from"] or "",
        valid_to=row["valid_to"] or "",
        political=bool(row["political"]),
        position=row["position"] or 0,
    )


def find(connection: sqlalchemy.Connection, event: str, kind: str, code: str, number: str) -> int | None:
    """The record of a paper that was issued before with this code and number."""
    found: int | None = connection.execute(
        select(_printed.c.no)
        .where(
            _printed.c.event == event,
            _printed.c.kind == kind,
            _printed.c.code == code,
            func.coalesce(_printed.c.number, "") == number,
            _printed.c.alive != 0,
        )
        .limit(1)
    ).scalar_one_or_none()
    return found


def _printed_row(row: Any) -> Printed:
    return Printed(
        no=row.no,
        event=row.event or "",
        kind=row.kind or "",
        title=row.title or "",
        number=row.number or "",
        at=row.at or 0,
        arrival=row.arrival or 0,
        signatory=row.signatory or "",
        code=row.code or "",
        digest=row.digest or b"",
        as_of=row.as_of or 0,
        asked=row.asked or "",
        about=row.about or "",
        pdf=row.pdf or b"",
        replaces=row.replaces or 0,
        figures=row.figures or "",
    )
