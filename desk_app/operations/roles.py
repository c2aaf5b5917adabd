# SPDX-License-Identifier: Apache-2.0
"""What an operator is in the office, and what who is at the keyboard is."""

from enum import StrEnum

from desk_app.data import account_list
from desk_app.domain import words
from desk_app.operations.desk import Desk

N_ = words.N_


class Role(StrEnum):
    """What an operator is in the office."""

    ADMIN = "admin"
    OPERATOR = "operator"
    VERIFIER = "verifikator"
    LEADER = "pimpinan"


ROLE_LABELS = {
    Role.ADMIN: N_("Admin"),
    Role.OPERATOR: N_("Operator"),
    Role.VERIFIER: N_("Verifikator"),
    Role.LEADER: N_("Pimpinan"),
}


def role_of(kept: str) -> Role:
    """A role as it is kept; what a newer version wrote is an operator."""
    return Role(kept) if kept in set(Role) else Role.OPERATOR


def own_role(desk: Desk) -> Role:
    """The role of who is at the keyboard; an operator where it is not told."""
    number = desk.operator.number
    with desk.reading() as connection:
        rows = account_list.operators(connection, desk.identity.place, desk.identity.replica)
    return next((role_of(row.role) for row in rows if row.number == number), Role.OPERATOR)
