# SPDX-License-Identifier: Apache-2.0
"""People who copy: each sits down with a key of his own and with nothing of who sat there before."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desk_app.data import keys
from desk_app.operations import accounts, count_entry, count_keys, count_rules
from desk_app.operations.desk import Desk
from tests import counted_offices
from tests.small_offices import KEY_MEMORY, PASSWORD

RACE = counted_offices.RACE


def prepare(desk: Desk) -> None:
    """Let a kabupaten count one race, copied twice; its first operator holds the key."""
    counted_offices.stand(desk)
    count_rules.edit(desk, second_entry=[RACE])
    counted_offices.hold(desk)


@contextmanager
def somebody(desk: Desk, name: str, role: accounts.Role = accounts.Role.OPERATOR) -> Iterator[None]:
    """Somebody else sits down; who was there before comes back at the end."""
    slot = next((one for one in keys.load(desk.folder).slots if one.name == name), None)
    if slot is None:
        made = accounts.add_account(desk, name, role, PASSWORD, key_memory=KEY_MEMORY)
        slot = keys.load(desk.folder).account(made.number)
    assert slot is not None
    opened = keys.opened(slot, PASSWORD)
    assert opened is not None
    before = desk.operator
    count_keys.close(desk)
    desk.operator = opened
    try:
        yield
    finally:
        count_keys.close(desk)
        desk.operator = before


def copy(desk: Desk, subject: str, votes: Sequence[int] = (80, 40, 50), **other: int) -> dict[str, int]:
    """Who is at the keyboard copies a whole form in which every sum holds but for `other`; returns what he copied."""
    told = figures(desk, subject, votes) | other
    count_entry.save(desk, subject, RACE, told)
    return told


def figures(desk: Desk, subject: str, votes: Sequence[int]) -> dict[str, int]:
    """A whole form of a TPS in which every sum holds."""
    sheet = count_entry.sheet(desk, subject, RACE)
    facts = sheet.facts
    told = counted_offices.figures(sheet.form, votes, voters=(facts.men or 0) + (facts.women or 0))
    return told | {"dpt_l": facts.men or 0, "dpt_p": facts.women or 0}
