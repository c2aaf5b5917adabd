# SPDX-License-Identifier: Apache-2.0
"""Who may read an issue that is kept in confidence, and what everybody else is shown of it (decision 0019).

Its number, place, category, severity and state are told in every list; its words only to verifikator, pimpinan and
admin, and to the operator who wrote it down.
"""

from collections.abc import Iterable
from typing import Any

from desk_app.base.text import _
from desk_app.data import history, issue_parts, issue_writers, rows
from desk_app.data.database import Connection
from desk_app.domain import errors, issue_rights, issues, records, words
from desk_app.operations.desk import Desk

N_ = words.N_

TOLD = frozenset(
    ("event", "number", "place", "category", "severity", "state", "verb", "kind", "handled_by", "origin", "item")
)
"""Fields of text that everybody is told of an issue in confidence and of what hangs on it."""

_REFUSED = N_("Permasalahan ini dirahasiakan: hanya verifikator, pimpinan, admin, dan pencatatnya yang membukanya.")


def role(desk: Desk, connection: Connection) -> str:
    """The role of who is at the keyboard: that of today, also before a desk of the past (`as_at`)."""
    if desk.present is not None:
        with desk.present.reading() as today:
            return role(desk.present, today)
    own = desk.identity
    return issue_writers.role(connection, own.place, own.replica, desk.operator.number)


def is_written_here(desk: Desk, connection: Connection, no: int) -> bool:
    """Whether who is at the keyboard wrote an issue down, at this computer."""
    return no in issue_writers.written_by(connection, [no], desk.identity.replica, desk.operator.number)


def hidden(desk: Desk, connection: Connection, found: Iterable[Any]) -> frozenset[int]:
    """Those of some rows of issues whose words are not for who is at the keyboard."""
    confidential = {row.no for row in found if row.confidential}
    if not confidential or role(desk, connection) in issue_rights.REVIEWERS:
        return frozenset()
    own = issue_writers.written_by(connection, confidential, desk.identity.replica, desk.operator.number)
    return frozenset(confidential - own)


def require(desk: Desk, connection: Connection, no: int, confidential: object) -> None:
    """See that who is at the keyboard may read an issue. Raises NotPermitted."""
    if not confidential or role(desk, connection) in issue_rights.REVIEWERS:
        return
    if not is_written_here(desk, connection, no):
        raise errors.NotPermitted(_REFUSED)


def is_in_confidence(connection: Connection, record: int) -> bool:
    """Whether a record of any kind is, or hangs on, an issue that is kept in confidence, or names who is concerned."""
    kind = records.TYPES.get(history.kind_of(connection, record) or 0)
    if kind is not None and kind.reach is records.Reach.CONFIDENTIAL:
        return True
    issue = issue_parts.issue_of(connection, record)
    return issue is not None and _is_confidential(connection, issue)


def is_hidden(desk: Desk, connection: Connection, record: int) -> bool:
    """Whether what a record of any kind says is not for who is at the keyboard."""
    if not is_in_confidence(connection, record) or role(desk, connection) in issue_rights.REVIEWERS:
        return False
    issue = issue_parts.issue_of(connection, record)
    wanted = {issue or record} | ({record} if _is_line(connection, record) else set())
    return not issue_writers.written_by(connection, wanted, desk.identity.replica, desk.operator.number)


def hidden_lines(desk: Desk, connection: Connection, secret: frozenset[int]) -> frozenset[int]:
    """Those of some lines of Buku Posko, that became issues in confidence, which are not for who is at the keyboard."""
    if not secret or role(desk, connection) in issue_rights.REVIEWERS:
        return frozenset()
    return frozenset(no for no in secret if is_hidden(desk, connection, no))


def require_record(desk: Desk, connection: Connection, record: int) -> None:
    """See that who is at the keyboard may read a record of any kind. Raises NotPermitted."""
    if is_hidden(desk, connection, record):
        raise errors.NotPermitted(_REFUSED)


def title(connection: Connection, declared: records.RecordType, no: int) -> str:
    """What a record is called where everybody reads it: what hangs on an issue in confidence says none of its words.

    Raises NotFound.
    """
    columns = rows.row(connection, declared, no)
    if declared is records.ISSUE or not may_be_in_confidence(declared) or not is_in_confidence(connection, no):
        return rows.title(declared, columns)
    first = next(iter(declared.title), "")
    return str(columns[first] or "") if first in TOLD else ""


def may_be_in_confidence(declared: records.RecordType) -> bool:
    """Whether records of a kind can be or hang on an issue."""
    if declared in (records.ISSUE, records.LOG_ENTRY):
        return True
    return bool(declared.parent) or declared.reach is records.Reach.CONFIDENTIAL


def _is_line(connection: Connection, record: int) -> bool:
    """Whether a record is a line of Buku Posko: who wrote that reads it too."""
    return history.kind_of(connection, record) == records.LOG_ENTRY.no


def _is_confidential(connection: Connection, issue: int) -> bool:
    row = rows.row(connection, records.ISSUE, issue)
    return bool(row["confidential"])


def listed_title(title: str | None, category: str | None, confidential: object) -> str:
    """What lists, copies, searches and the wall show in place of the title."""
    if not confidential:
        return title or ""
    said = issues.veiled(category or "")
    return words.render(said.message, said.params, _)
