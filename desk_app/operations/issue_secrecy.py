# SPDX-License-Identifier: Apache-2.0
"""Who may read an issue that is kept in confidence, and what everybody else is shown of it (decision 0019).

Its number, place, category, severity and state are told in every list; its words only to verifikator, pimpinan and
admin, and to the operator who wrote it down.
"""

from collections.abc import Iterable
from typing import Any

from desk_app.base.text import _
from desk_app.data import issue_writers
from desk_app.data.database import Connection
from desk_app.domain import errors, issue_rights, issues, words
from desk_app.operations.desk import Desk

N_ = words.N_


def role(desk: Desk, connection: Connection) -> str:
    """The role of who is at the keyboard."""
    own = desk.identity
    return issue_writers.role(connection, own.place, own.replica, desk.operator.number)


def is_reviewer(desk: Desk) -> bool:
    """Whether who is at the keyboard reads everything and looks over what was typed."""
    with desk.reading() as connection:
        return role(desk, connection) in issue_rights.REVIEWERS


def hidden(desk: Desk, connection: Connection, rows: Iterable[Any]) -> frozenset[int]:
    """Those of some rows of issues whose words are not for who is at the keyboard."""
    confidential = {row.no for row in rows if row.confidential}
    if not confidential or role(desk, connection) in issue_rights.REVIEWERS:
        return frozenset()
    own = issue_writers.written_by(connection, confidential, desk.identity.replica, desk.operator.number)
    return frozenset(confidential - own)


def require(desk: Desk, connection: Connection, no: int, confidential: object) -> None:
    """See that who is at the keyboard may read an issue. Raises NotPermitted."""
    if not confidential or role(desk, connection) in issue_rights.REVIEWERS:
        return
    if no not in issue_writers.written_by(connection, [no], desk.identity.replica, desk.operator.number):
        raise errors.NotPermitted(
            N_("Permasalahan ini dirahasiakan: hanya verifikator, pimpinan, admin, dan pencatatnya yang membukanya.")
        )


def listed_title(title: str | None, category: str | None, confidential: object) -> str:
    """What lists, copies, searches and the wall show in place of the title."""
    if not confidential:
        return title or ""
    said = issues.veiled(category or "")
    return words.render(said.message, said.params, _)
