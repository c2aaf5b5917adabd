# SPDX-License-Identifier: Apache-2.0
"""How a kind of record is declared: its fields with wire number, type, limits, label, and who may receive it.

The projected table, the wire form, history and preview in words, workbook columns and clash rules are derived from
these declarations. Wire numbers are for ever: a field that is no longer wanted is left unused, a new meaning is a
new field.
"""

import functools
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk_app.domain import errors, words

N_ = words.N_


class FieldKind(StrEnum):
    """What a field holds, and so its column and its check."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    CODE = "code"
    """One of the declared choices."""
    DATE = "date"
    """ISO text, 2024-02-14."""
    MOMENT = "moment"
    """Seconds since 1970 UTC, as typed or as the clock said."""
    RECORD = "record"
    """A reference to a free record; it may point to what has not arrived."""
    BYTES = "bytes"


class Policy(StrEnum):
    """What happens while two offices disagree about a field."""

    SHOW_WINNER = "show-winner"
    BLOCKING = "blocking"
    """Left out of totals and listed until somebody decides."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `no` is its wire number (1 … 65535, never reused; 0 is being alive)."""

    no: int
    name: str
    kind: FieldKind
    label: str
    most: int = 0
    """Longest text in characters, or greatest number; 0: the kind's own limit."""
    least: int = 0
    choices: tuple[str, ...] = ()
    personal: bool = False
    """Identifies a person: masked in lists and exports, salted on the wire."""
    policy: Policy = Policy.SHOW_WINNER
    scale: int = 0
    """How many of a number's digits stand behind the comma: 97400 with 3 is 97,4."""

    def check(self, value: object) -> str | int | bool | bytes | None:
        """The value as it is kept (text NFC, trimmed), or Refused with words that name the field."""
        if value is None or value == "":
            return None
        match self.kind:
            case FieldKind.TEXT | FieldKind.CODE | FieldKind.DATE if isinstance(value, str):
                return self._check_text(value)
            case FieldKind.FLAG if isinstance(value, bool):
                return value
            case FieldKind.NUMBER | FieldKind.MOMENT | FieldKind.RECORD if type(value) is int:
                return self._check_number(value)
            case FieldKind.BYTES if isinstance(value, bytes):
                return value
        raise errors.Refused(
            N_("{field}: isian “{value}” tidak dapat dibaca."), field=self.label, value=value
        )

    def _check_text(self, value: str) -> str | None:
        plain = value.isascii() and value.isprintable()
        text = (value if plain else unicodedata.normalize("NFC", value)).strip()
        if not text:
            return None
        if self.choices and text not in self.choices:
            raise errors.Refused(
                N_("{field}: “{value}” bukan pilihan yang ada."), field=self.label, value=text
            )
        if self.kind is FieldKind.DATE and not _is_day(text):
            raise errors.Refused(N_("{field}: “{value}” bukan tanggal."), field=self.label, value=text)
        most = self.most or LONGEST_TEXT
        if len(text) > most:
            raise errors.Refused(
                N_("{field}: paling panjang {most} huruf; isian ini {length} huruf."),
                field=self.label,
                most=most,
                length=len(text),
            )
        if not plain and any(unicodedata.category(letter) == "Cs" or letter == "\0" for letter in text):
            raise errors.Refused(N_("{field}: ada huruf yang tidak dapat disimpan."), field=self.label)
        return text

    def _check_number(self, value: int) -> int:
        if self.kind is FieldKind.NUMBER and not self.least <= value <= (self.most or LARGEST_NUMBER):
            raise errors.Refused(
                N_("{field}: angka {value} di luar batas {least} sampai {most}."),
                field=self.label,
                value=value,
                least=self.least,
                most=self.most or LARGEST_NUMBER,
            )
        if self.kind is FieldKind.MOMENT and abs(value) > LARGEST_NUMBER:
            raise errors.Refused(N_("{field}: isian “{value}” tidak dapat dibaca."), field=self.label, value=value)
        return value


def _is_day(text: str) -> bool:
    """Whether it is a day of a year that an office reckons with, written 2024-02-14: weeks before and after exist."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and FIRST_YEAR <= day.year <= LAST_YEAR


LONGEST_TEXT = 20_000
LARGEST_NUMBER = (1 << 53) - 1
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Reach(StrEnum):
    """Who may receive a record; the exchange turns it into the reader class of a scope."""

    OPEN = "open"
    SHARED_DOWN = "shared-down"
    COUNTS = "counts"
    CONFIDENTIAL = "confidential"
    INTERNAL = "internal"


@dataclass(frozen=True)
class RecordType:
    """One kind of record, its table and its wire form.

    `key`: the fields of its natural key (no change ever alters them); empty for a free record, whose name is its
    creation. The scope of a record is (event of field `event`, place of `place_field`, reach): a place below a
    kecamatan counts as its kecamatan; without `place_field` it is the own office's place. `parent`: the field whose
    record's scope is taken over.
    """

    no: int
    name: str
    label: str
    fields: tuple[Field, ...]
    key: tuple[Field, ...] = ()
    reach: Reach = Reach.OPEN
    place_field: str = ""
    parent: str = ""
    indexes: tuple[tuple[str, ...], ...] = ()
    """Columns that lists are ordered or filtered by; a sum of two is written "a + b"."""
    title: tuple[str, ...] = ()
    """The fields that tell a person which record it is."""
    found_by: tuple[str, ...] = ()
    """The fields whose words find it (Ctrl+K); a field that is kept from some readers never stands here."""
    veiled_by: str = ""
    """The flag that leaves only the first of the title's fields to be told in lists and in the history."""

    def __post_init__(self) -> None:
        numbers = [field.no for field in self.fields]
        names = [field.name for field in self.columns]
        if len(set(numbers)) != len(numbers) or len(set(names)) != len(names):
            raise ValueError(f"{self.name}: a field number or name stands twice")

    @functools.cached_property
    def columns(self) -> tuple[Field, ...]:
        """Key and fields in the order of the table."""
        return self.key + self.fields

    @functools.cached_property
    def key_refers(self) -> bool:
        """Whether another record is part of its natural key."""
        return any(field.kind is FieldKind.RECORD for field in self.key)

    @functools.cached_property
    def personal(self) -> frozenset[int]:
        """The wire numbers of the fields that identify a person."""
        return frozenset(field.no for field in self.fields if field.personal)

    @functools.cached_property
    def blocking(self) -> frozenset[int]:
        """The wire numbers of what keeps a record out of totals while offices differ about it.

        With such a field, being deleted or not (0) is one of them.
        """
        found = {field.no for field in self.fields if field.policy is Policy.BLOCKING}
        return frozenset(found | {0}) if found else frozenset()

    @property
    def is_weighed_apart(self) -> bool:
        """Whether a disagreement about it is found and settled elsewhere than others.

        What was copied of the count stands under seal: of two boxes with other bytes only who opens them can say
        whether they differ (`operations/tally`, `operations/count_check`).
        """
        return self.reach is Reach.COUNTS

    def field(self, name: str) -> Field:
        """The field with this name; raises KeyError."""
        return self._by_name[name]

    def numbered(self, no: int) -> Field | None:
        """The field with this wire number, None for one that a newer version wrote."""
        return self._by_no.get(no)

    @functools.cached_property
    def _by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.columns}

    @functools.cached_property
    def _by_no(self) -> dict[int, Field]:
        return {field.no: field for field in self.fields}
