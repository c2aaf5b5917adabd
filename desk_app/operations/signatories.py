# SPDX-License-Identifier: Apache-2.0
"""Who signs for the office: listed in its own order, each in his form, valid for some days or always.

Names and offices are printed as they are kept here; the lines of a signature are `domain.people`'s.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk_app.data import past, printed_list, unit_of_work
from desk_app.domain import errors, people, records, words
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = (
    "office",
    "person",
    "rank",
    "nip",
    "form",
    "on_behalf_of",
    "by_order_of",
    "valid_from",
    "valid_to",
    "political",
)
"""What can be written; the order is changed by `move_signatory`."""


@dataclass(frozen=True, slots=True)
class SignatoryRow:
    """One who signs. `nip` is whole (for letters and for the form in which it is typed), `masked` is for lists.

    `label`: "a.n. BUPATI WAJO, SEKRETARIS DAERAH – Nama"; `remarks`: what is wanting or odd, never a refusal.
    """

    no: int
    office: str
    person: str
    rank: str
    nip: str
    masked: str
    form: people.Form
    on_behalf_of: str
    by_order_of: str
    valid_from: date | None
    valid_to: date | None
    political: bool
    label: str
    remarks: tuple[words.Phrase, ...]

    @property
    def signatory(self) -> people.Signatory:
        """As `people.signature_lines` and the reports take it."""
        return people.Signatory(
            office=self.office,
            person=self.person,
            rank=self.rank,
            number=self.nip,
            form=self.form,
            on_behalf_of=self.on_behalf_of,
            by_order_of=self.by_order_of,
            political=self.political,
        )

    def is_valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


REMEMBERED = "signatories"
"""Where a desk of the past remembers later ones, for a paper that somebody else signed at the last minute."""


def signatories(desk: Desk) -> list[SignatoryRow]:
    """Everybody who signs, or signed, for the office, in its order."""
    known = desk.remembered.get(REMEMBERED)
    if isinstance(known, list):
        return list(known)
    with desk.reading() as connection:
        return [_row(kept) for kept in printed_list.signatories(connection)]


def signatories_after(desk: Desk, arrival: int) -> list[SignatoryRow]:
    """As they were known after a transaction, in their order then."""
    with desk.reading() as connection:
        numbers = printed_list.every_signatory(connection)
        found = past.rows(connection, records.SIGNATORY, numbers, arrival)
    kept = [printed_list.signatory_of(row) for row in found.values() if row["alive"]]
    return [_row(one) for one in sorted(kept, key=lambda one: (one.position, one.no))]


def signatories_on(desk: Desk, day: date) -> list[SignatoryRow]:
    """Those who may sign on a day; the first is the one a new paper starts with."""
    return [row for row in signatories(desk) if row.is_valid_on(day)]


def signatory(desk: Desk, no: int) -> SignatoryRow:
    """One of them by record number. Raises NotFound."""
    for row in signatories(desk):
        if row.no == no:
            return row
    raise errors.NotFound(N_("Penanda tangan itu tidak ada."))


def add_signatory(desk: Desk, values: Mapping[str, Any]) -> int:
    """Add one at the end of the list (`values`: `FIELDS`); his office is enough to begin. Returns the record number."""
    checked = _checked(values)
    if not checked.get("office"):
        raise errors.Refused(N_("Isi jabatan penanda tangan."))
    checked.setdefault("political", people.is_political(str(checked["office"])))

    def work(unit: unit_of_work.Unit) -> int:
        last = max((row.position for row in printed_list.signatories(unit.connection)), default=0)
        return unit.create(records.SIGNATORY, {"form": people.Form.OWN.value, **checked, "position": last + 1})

    return transact(desk, N_("Penanda tangan"), work)


def edit_signatory(desk: Desk, no: int, values: Mapping[str, Any]) -> None:
    """Alter some of the `FIELDS`; dates are `date` or None. Raises Refused."""
    before = signatory(desk, no)
    checked = _checked(values, before)
    if "office" in checked and not checked["office"]:
        raise errors.Refused(N_("Isi jabatan penanda tangan."))
    if "office" in checked and "political" not in checked:
        checked["political"] = people.is_political(str(checked["office"]))
    transact(desk, N_("Penanda tangan"), lambda unit: unit.set(records.SIGNATORY, no, checked))


def move_signatory(desk: Desk, no: int, steps: int) -> None:
    """Move one up (-1) or down (+1) in the order of the office."""
    order = [row.no for row in signatories(desk)]
    if no not in order:
        raise errors.NotFound(N_("Penanda tangan itu tidak ada."))
    place = order.index(no)
    order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
    order_signatories(desk, order)


def order_signatories(desk: Desk, numbers: Sequence[int]) -> None:
    """Put them in this order (all record numbers)."""

    def work(unit: unit_of_work.Unit) -> None:
        for position, no in enumerate(numbers, start=1):
            unit.set(records.SIGNATORY, no, {"position": position})

    transact(desk, N_("Urutan penanda tangan"), work)


def delete_signatory(desk: Desk, no: int) -> None:
    """Take one off the list; what he signed keeps his name."""
    signatory(desk, no)
    transact(desk, N_("Penanda tangan dihapus"), lambda unit: unit.delete(records.SIGNATORY, no))


def _row(kept: printed_list.Signatory) -> SignatoryRow:
    form = people.Form(kept.form) if kept.form in set(people.Form) else people.Form.OWN
    row = SignatoryRow(
        no=kept.no,
        office=kept.office,
        person=kept.person,
        rank=kept.rank,
        nip=kept.nip,
        masked=people.mask_nip(kept.nip) if kept.nip else "",
        form=form,
        on_behalf_of=kept.on_behalf_of,
        by_order_of=kept.by_order_of,
        valid_from=_day(kept.valid_from),
        valid_to=_day(kept.valid_to),
        political=kept.political,
        label="",
        remarks=(),
    )
    heading = ", ".join(line.rstrip(",") for line in people.signature_heading(row.signatory))
    label = f"{heading} – {row.person}" if row.person else heading
    return replace(row, label=label, remarks=tuple(_remarks(row)))


def _remarks(row: SignatoryRow) -> list[words.Phrase]:
    found = []
    if not row.person:
        found.append(words.phrase(N_("Nama belum diisi; pada naskah menjadi titik-titik.")))
    if row.form in (people.Form.ON_BEHALF, people.Form.BY_ORDER) and not row.on_behalf_of:
        found.append(words.phrase(N_("Isi atas nama siapa (a.n.).")))
    if row.form is people.Form.BY_ORDER and not row.by_order_of:
        found.append(words.phrase(N_("Isi jabatan di antaranya (u.b. memerlukan a.n. satu tingkat di atasnya).")))
    if not row.political and not people.is_political(row.office):
        found += people.check_nip(row.nip)
    return found


def _checked(values: Mapping[str, Any], before: SignatoryRow | None = None) -> dict[str, Any]:
    checked: dict[str, Any] = {}
    for name, value in values.items():
        if name not in FIELDS:
            raise KeyError(name)
        checked[name] = value.isoformat() if isinstance(value, date) else value
    if checked.get("form"):
        try:
            checked["form"] = people.Form(checked["form"]).value
        except ValueError:
            raise errors.Refused(
                N_("Bentuk “{form}” tidak dikenal. Pilih salah satu: {known}."),
                form=checked["form"],
                known=", ".join(people.Form),
            ) from None
    start = _day(checked["valid_from"]) if "valid_from" in checked else before and before.valid_from
    end = _day(checked["valid_to"]) if "valid_to" in checked else before and before.valid_to
    if start and end and end < start:
        raise errors.Refused(N_("Berlaku sampai lebih awal daripada berlaku mulai."))
    return checked


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise errors.Refused(N_("“{text}” bukan tanggal. Tulis seperti 2024-02-13."), text=text) from None
