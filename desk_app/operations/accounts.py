# SPDX-License-Identifier: Apache-2.0
"""Accounts: who may open the office, with which password and role, and the recovery sheet.

An account is two things: a key slot in `desk.keys`, which opens the data, and an `operator` record in the journal,
which gives a name to what was typed. The record is written first: a key slot without a name would type namelessly,
a name without a slot cannot type at all and an admin gives it a password.
"""

from dataclasses import dataclass
from pathlib import Path

from desk_app.base import clock
from desk_app.data import account_list, keys, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import opening, rescue, roles
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


Role = roles.Role
ROLE_LABELS, own_role = roles.ROLE_LABELS, roles.own_role


@dataclass(frozen=True, slots=True)
class Account:
    """One operator. `can_open`: whether there is a password for it; `own`: who is at the keyboard now."""

    number: int
    name: str
    role: Role
    can_open: bool
    own: bool


def accounts(desk: Desk) -> list[Account]:
    """The operators of this office, in the order of their numbers; a password without a record counts too."""
    ring = keys.load(desk.folder)
    with desk.reading() as connection:
        rows = account_list.operators(connection, desk.identity.place, desk.identity.replica)
    names = {row.number: row.name for row in rows}
    known = {row.number: roles.role_of(row.role) for row in rows}
    slots = {slot.number: slot.name for slot in ring.slots if slot.kind == "account"}
    return [
        Account(
            number,
            names.get(number) or slots.get(number, ""),
            known.get(number, Role.OPERATOR),
            number in slots,
            number == desk.operator.number,
        )
        for number in sorted(names.keys() | slots.keys())
    ]


def account_names(folder: Path) -> list[str]:
    """The names to choose from before the office is open. Raises NotFound and Damaged."""
    return [slot.name for slot in keys.load(folder).slots if slot.kind == "account"]


def add_account(
    desk: Desk, name: str, role: Role, password: str, *, key_memory: int = keys.MEMORY
) -> Account:
    """Give a new operator a name, a role and a password. Raises NotPermitted and Refused."""
    _require_admin(desk)
    ring = keys.load(desk.folder)
    plain = _free_name(desk, ring, name)
    with desk.reading() as connection:
        greatest = account_list.greatest_number(connection, desk.identity.place)
    # Never a number that was used: what its owner typed keeps the name of its owner.
    number = 1 + max(greatest, *(slot.number for slot in ring.slots))
    slot = keys.wrap("account", number, plain, password, desk.data_key, memory=key_memory)
    _write_operator(desk, number, {"name": plain, "role": role.value}, N_("Operator ditambah"))
    keys.save(keys.with_slot(ring, slot), desk.folder)
    return Account(number, plain, role, True, False)


def set_role(desk: Desk, number: int, role: Role) -> None:
    """Give an operator another role; the last admin stays one. Raises NotPermitted and Refused."""
    _require_admin(desk)
    one = _account(desk, number)
    if role is not Role.ADMIN:
        _require_another_admin(desk, one)
    _write_operator(desk, number, {"role": role.value}, N_("Peran operator"))


def change_password(desk: Desk, old: str, new: str, *, key_memory: int = keys.MEMORY) -> None:
    """Change one's own password; the data stay as they are. Raises NotPermitted and Refused."""
    ring = keys.load(desk.folder)
    slot = ring.account(desk.operator.number)
    if slot is None or keys.unwrap(slot, old) != desk.data_key:
        raise errors.NotPermitted(N_("Kata sandi lama salah. Kata sandi tidak diganti."))
    _save_password(desk, ring, slot.number, slot.name, new, key_memory)


def reset_password(desk: Desk, number: int, new: str, *, key_memory: int = keys.MEMORY) -> None:
    """Give another operator a new password, as an admin. Raises NotPermitted and Refused."""
    _require_admin(desk)
    one = _account(desk, number)
    _save_password(desk, keys.load(desk.folder), number, one.name, new, key_memory)


def remove_account(desk: Desk, number: int) -> None:
    """Take away an operator's access; what the operator typed stays under its name. Raises Refused."""
    _require_admin(desk)
    one = _account(desk, number)
    if one.own:
        raise errors.Refused(N_("Akun yang sedang dipakai tidak dapat dihapus."))
    _require_another_admin(desk, one)
    _require_another_holder(keys.load(desk.folder), one)
    # The slot goes first: whatever happens in between, the removed operator is out.
    keys.save(keys.without_account(keys.load(desk.folder), number), desk.folder)
    key = (desk.identity.place, desk.identity.replica.hex(), number)

    def work(unit: unit_of_work.Unit) -> None:
        no = unit.find(records.OPERATOR, key)
        if no is not None:
            unit.delete(records.OPERATOR, no)

    transact(desk, N_("Operator dihapus"), work, kind="setup")


def renew_recovery_sheet(desk: Desk, *, key_memory: int = keys.MEMORY) -> str:
    """A new secret for the recovery sheet, to be printed now; the old sheet opens nothing any more."""
    _require_admin(desk)
    secret = keys.new_recovery_secret()
    plain = keys.plain_recovery_secret(secret)
    slot = keys.wrap("recovery", 0, "", plain, desk.data_key, memory=key_memory)
    keys.save(keys.with_slot(keys.load(desk.folder), slot), desk.folder)
    return secret


def open_with_sheet(
    folder: Path,
    typed: str,
    name: str,
    new_password: str,
    *,
    now: clock.Clock = clock.now,
    key_memory: int = keys.MEMORY,
) -> Desk:
    """Open an office by its recovery sheet as the operator `name`, who gets a new password. Raises Refused."""
    ring = keys.load(folder)
    data_key, by = keys.recover(ring, typed)
    wanted = name.casefold().strip()
    slot = next(
        (one for one in ring.slots if one.kind == "account" and one.name.casefold() == wanted), None
    )
    if slot is None:
        raise errors.NotFound(N_("Tidak ada operator bernama “{name}” di kantor ini."), name=name)
    fresh = keys.wrap("account", slot.number, slot.name, new_password, data_key, memory=key_memory)
    opened = opening.open_with_key(folder, data_key, fresh, now=now)
    try:
        keys.save(keys.with_slot(ring, fresh), folder)
        if by == rescue.KIND:
            # Told over the phone, it opens nothing a second time.
            rescue.renew(opened, key_memory=key_memory)
    except BaseException:
        opened.close()
        raise
    return opened


def _save_password(
    desk: Desk, ring: keys.Ring, number: int, name: str, password: str, key_memory: int
) -> None:
    # Who gives himself a new password keeps what only he may read; who is given one by an admin is given it again.
    own = desk.operator.secret if number == desk.operator.number else b""
    fresh = keys.wrap("account", number, name, password, desk.data_key, memory=key_memory, own=own)
    keys.save(keys.with_slot(ring, fresh), desk.folder)
    if number == desk.operator.number:
        desk.operator = fresh


def _write_operator(desk: Desk, number: int, values: dict[str, str], label: str) -> None:
    # Kind "setup": Ctrl+Z must not take an operator's name away while its password still opens the office.
    key = (desk.identity.place, desk.identity.replica.hex(), number)
    transact(desk, label, lambda unit: unit.put(records.OPERATOR, key, values), kind="setup")


def _account(desk: Desk, number: int) -> Account:
    for one in accounts(desk):
        if one.number == number:
            return one
    raise errors.NotFound(N_("Tidak ada operator nomor {number} di kantor ini."), number=number)


def _free_name(desk: Desk, ring: keys.Ring, name: str) -> str:
    plain = records.OPERATOR.field("name").check(name)
    if not isinstance(plain, str):
        raise errors.Refused(N_("Isi nama operator."))
    taken = {slot.name.casefold() for slot in ring.slots if slot.kind == "account"}
    taken |= {one.name.casefold() for one in accounts(desk)}
    if plain.casefold() in taken:
        raise errors.Refused(N_("Sudah ada operator bernama “{name}”. Pakai nama lain."), name=plain)
    return plain


def _require_admin(desk: Desk) -> None:
    if own_role(desk) is not Role.ADMIN:
        raise errors.NotPermitted(N_("Hanya admin kantor yang dapat mengatur akun."))


def _require_another_holder(ring: keys.Ring, leaving: Account) -> None:
    """See that the count can be opened without who leaves: of two who hold halves neither goes."""
    holds = any(one.number == leaving.number for one in ring.holders)
    if holds and (len(ring.holders) == 1 or any(one.pair for one in ring.holders)):
        raise errors.Refused(
            N_("{name} memegang kunci hasil suara. Beri kuncinya kepada orang lain dahulu: Pengaturan > Hasil suara."),
            name=leaving.name,
        )


def _require_another_admin(desk: Desk, leaving: Account) -> None:
    others = [
        one
        for one in accounts(desk)
        if one.role is Role.ADMIN and one.can_open and one.number != leaving.number
    ]
    if leaving.role is Role.ADMIN and not others:
        raise errors.Refused(N_("Kantor harus punya paling sedikit satu admin."))
