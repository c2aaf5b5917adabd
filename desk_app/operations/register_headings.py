# SPDX-License-Identifier: Apache-2.0
"""Which column of a sheet is which field of a register, as its headings say it or as the clerk mapped them by hand."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

from desk_app.data import settings as kept_settings
from desk_app.data import unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import register_columns, register_sheets
from desk_app.operations.desk import Desk
from desk_app.operations.register_columns import Columns
from desk_app.operations.transact import transact
from desk_app.workbooks import cells, extent, reading, table_rows

N_ = words.N_

_ROWS_TRIED = 25


class Headings:
    """Which column of the sheet is which field."""

    def __init__(
        self,
        desk: Desk,
        register: register_sheets.Register,
        columns: Columns,
        read: reading.Sheet,
        mapping: Mapping[str, str] | None,
    ) -> None:
        self.first_row, self.texts = 0, [""]
        names = {_key(label): name for name, label in columns.names}
        fewest = 0
        for index, row in enumerate(read.rows[:_ROWS_TRIED]):
            texts = [" ".join(cell.split()) if isinstance(cell, str) else "" for cell in row]
            if mapping is None and any(texts):
                chosen = kept(desk, register.key, texts)
            else:
                chosen = dict(mapping or {})
            matched = sum(_key(text) in names or bool(chosen.get(text)) for text in texts if text)
            if matched > fewest:
                fewest, self.first_row, self.texts, self.chosen = matched, index + 1, texts, chosen
        if not fewest:
            raise errors.Refused(
                N_("Di lembar “{sheet}” tidak ditemukan baris judul kolom. Perlu ada, misalnya, “{heading}”. Pakai "
                   "berkas dari Simpan ke Excel sebagai contoh."),
                sheet=read.name,
                heading=columns.headings[0],
            )
        places: dict[str, int | None] = dict.fromkeys(name for name, _label in columns.names)
        places |= self._places(names)
        self.code = table_rows.ReadColumn(places[register_columns.CODE_NAME], register.code, cells.text)
        self.columns: dict[str, table_rows.ReadColumn] = {}
        for one in columns.fields:
            if one.name in register.back:
                place = places[one.name]
                heading = self.texts[place] if place is not None else register.heading(one)
                self.columns[one.name] = table_rows.ReadColumn(place, heading, columns.reader(one))
        used = {*register.back, register_columns.CODE_NAME}
        taken = {index: name for name, index in places.items() if index is not None and name in used}
        self.mapping = tuple(
            (extent.column_letter(index), text, taken.get(index, "")) for index, text in enumerate(self.texts) if text
        )

    def _places(self, names: Mapping[str, str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for index, text in enumerate(self.texts):
            name = self.chosen[text] if text in self.chosen else names.get(_key(text))
            if text and name is not None and name not in found and not (text in self.chosen and not name):
                found[name] = index
        return found


def remember(desk: Desk, register: register_sheets.Register, headed: Headings, mapping: Mapping[str, str]) -> None:
    """Keep how the headings of a source were mapped by hand, for the next sheet with the same ones."""
    keep(desk, register.key, headed.texts, mapping)


def keep(desk: Desk, kind: str, texts: Sequence[str], mapping: Mapping[str, str]) -> None:
    """The same for any kind of list, by its name."""
    name, told = _source(kind, texts), json.dumps(dict(sorted(mapping.items())), ensure_ascii=False)
    if kept(desk, kind, texts) == dict(mapping):
        return

    def work(unit: unit_of_work.Unit) -> None:
        unit.put(records.SETTING, (desk.identity.place, name), {"value": told})

    transact(desk, N_("Judul kolom buku kerja"), work, kind="setup")


def kept(desk: Desk, kind: str, texts: Sequence[str]) -> dict[str, str]:
    """How these headings were mapped by hand, {} where they were not."""
    with desk.reading() as connection:
        told = kept_settings.value(connection, desk.identity.place, _source(kind, texts))
    return dict(json.loads(told)) if told else {}


def _source(kind: str, texts: Sequence[str]) -> str:
    """The setting that keeps how the headings of a source were mapped."""
    digest = hashlib.sha256("|".join(sorted({text for text in texts if text})).encode()).hexdigest()
    return f"headings:{kind}:{digest[:16]}"


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())
