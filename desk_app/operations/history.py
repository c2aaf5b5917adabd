# SPDX-License-Identifier: Apache-2.0
"""The history of any record, and undo and redo, which are read from it and written as further changes."""

from dataclasses import dataclass
from typing import Any

from desk_app.data import arrivals, gone_out, rows, unit_of_work
from desk_app.data import history as kept
from desk_app.data.database import Connection
from desk_app.domain import errors, records, words
from desk_app.operations import issue_secrecy, reversal
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Entry = kept.Entry
FieldChange = kept.FieldChange


@dataclass(frozen=True, slots=True)
class Group:
    """A transaction of this operator that can be taken back or brought back.

    `kind`: the name of the kind of the record which `title` is about. `sent`: another office has what it made;
    `printed`: so has a paper that was issued.
    """

    arrival: int
    at: int
    label: str
    title: str
    kind: str = ""
    sent: bool = False
    printed: bool = False


def history(desk: Desk, record: int) -> list[Entry]:
    """Every change of one record, oldest first as they came in here. Raises NotFound, NotPermitted."""
    with desk.reading() as connection:
        issue_secrecy.require_record(desk, connection, record)
        found = kept.entries(connection, record, desk.identity.replica)
    if not found:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return found


def find_record(desk: Desk, kind: str, key: tuple[Any, ...]) -> int:
    """The local number of a record by its kind's name and natural key. Raises NotFound."""
    with desk.reading() as connection:
        no = rows.find(connection, records.NAMES[kind], key)
    if no is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return no


def kind_name(desk: Desk, record: int) -> str:
    """The name of the kind of a record (`records.NAMES`), "" for one of a newer version. Raises NotFound."""
    with desk.reading() as connection:
        kind = kept.kind_of(connection, record)
    if kind is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return records.TYPES[kind].name if kind in records.TYPES else ""


def next_undo(desk: Desk) -> Group | None:
    """The transaction that Ctrl+Z would take back: this operator's last one that still stands."""
    return _last(desk, ("edit", "redo"))


def next_redo(desk: Desk) -> Group | None:
    """The transaction that Ctrl+Y would bring back: an undo after which nothing new was typed."""
    undone = _last(desk, ("undo",))
    edited = _last(desk, ("edit",), standing_only=False)
    if undone is None or (edited is not None and edited.arrival > undone.arrival):
        return None
    return undone


def undo(desk: Desk, *, even_if_sent: bool = False, only: int | None = None) -> Group:
    """Take back the operator's last transaction by further changes. Raises Refused when it cannot be.

    What was sent or printed needs consent: `NeedsConsent` is raised, and `even_if_sent` gives it. `only`: the
    `arrival` of the transaction that was agreed to; another one is left alone.
    """
    group = next_undo(desk)
    if group is None:
        raise errors.Refused(N_("Tidak ada yang dapat dibatalkan."))
    if only is not None and group.arrival != only:
        raise errors.Refused(N_("Tidak dibatalkan: ada isian yang lebih baru. Tekan Ctrl+Z lagi untuk melihatnya."))
    _take_back(desk, group, "undo", silently=not even_if_sent)
    return group


def redo(desk: Desk) -> Group:
    """Bring back what the last undo took away."""
    group = next_redo(desk)
    if group is None:
        raise errors.Refused(N_("Tidak ada yang dapat diulangi."))
    _take_back(desk, group, "redo")
    return group


def _take_back(desk: Desk, group: Group, kind: str, *, silently: bool = False) -> None:
    """Reverse every change of one local transaction, newest first; nothing is done if one field moved on since."""

    def work(unit: unit_of_work.Unit) -> None:
        if silently:
            _require_not_out(unit.connection, group.arrival)
        done = arrivals.changes_of(unit.connection, group.arrival)
        if not done:
            raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
        unit.takes_back(unit.book.dot(done[0][0]))
        reversing = reversal.Reversal(unit, group.arrival)
        for key, record in reversed(done):
            change = unit.projector.change(key)
            declared = records.TYPES.get(change.type)
            if declared is None:
                raise errors.Refused(N_("Catatan ini dari versi program yang lebih baru."))
            reversing.reverse(declared, record, key, change)
        arrivals.mark_undone(unit.connection, group.arrival, unit.arrival)

    transact(desk, group.label, work, kind=kind, undoes=group.arrival)


def _require_not_out(connection: Connection, arrival: int) -> None:
    """Looked at in the transaction itself: a package may have been made since the window asked."""
    sent, printed = gone_out.sent(connection, arrival), gone_out.printed(connection, arrival)
    if sent and printed:
        raise errors.NeedsConsent(
            N_(
                "Isian ini sudah dikirim ke kantor lain dan sudah tercetak. Pembatalan akan ikut terkirim sebagai "
                "perbaikan; naskah yang sudah dicetak tidak berubah."
            ),
            no=arrival,
        )
    if sent:
        raise errors.NeedsConsent(
            N_("Isian ini sudah dikirim ke kantor lain. Pembatalan akan ikut terkirim sebagai perbaikan."), no=arrival
        )
    if printed:
        raise errors.NeedsConsent(
            N_("Isian ini sudah tercetak dalam naskah resmi. Naskah yang sudah dicetak tidak berubah."), no=arrival
        )


def _last(desk: Desk, kinds: tuple[str, ...], *, standing_only: bool = True) -> Group | None:
    with desk.reading() as connection:
        found = arrivals.last_of(connection, desk.operator.number, kinds, standing_only=standing_only)
        if found is None:
            return None
        return Group(
            found.no,
            found.at,
            found.label,
            *title_of_group(connection, found.no),
            gone_out.sent(connection, found.no),
            gone_out.printed(connection, found.no),
        )


def title_of_group(connection: Connection, arrival: int) -> tuple[str, str]:
    """Which record the first change of a transaction is about, in the record's own words, and its kind."""
    done = arrivals.changes_of(connection, arrival)
    kind = kept.kind_of(connection, done[0][1]) if done else None
    declared = records.TYPES.get(kind or 0)
    if declared is None:
        return "", ""
    return issue_secrecy.title(connection, declared, done[0][1]), declared.name
