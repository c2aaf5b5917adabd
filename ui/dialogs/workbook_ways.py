# SPDX-License-Identifier: Apache-2.0
"""What a list from Excel is brought into, and the words for it: the way of every register."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from desk_app.base.progress import Steps
from desk_app.base.text import _, ngettext
from desk_app.domain import words
from desk_app.domain.words import dotted
from desk_app.operations import marked_copy, register_import, register_sheets
from desk_app.operations.desk import Desk
from ui.widgets import columns, import_result


class Preview(marked_copy.Read, Protocol):
    """A dry run, as far as it is shown alike."""

    @property
    def new(self) -> int: ...

    @property
    def changed(self) -> int: ...

    @property
    def same(self) -> int: ...

    @property
    def refused(self) -> int: ...

    @property
    def mapping(self) -> tuple[tuple[str, str, str], ...]: ...

    @property
    def faults(self) -> tuple[register_import.Fault, ...]: ...


class Written(Protocol):
    """What was brought in."""

    @property
    def new(self) -> int: ...

    @property
    def changed(self) -> int: ...

    @property
    def refused(self) -> int: ...


P = TypeVar("P", bound=Preview)


class Way(ABC, Generic[P]):
    """How one kind of list is read, shown and written. `sheets_of_ours`: so many sheets are no choice: our own file
    has them. `template`: writes an empty list with its headings to a path, for lists of others. `endings`: of the files
    that it reads, `files` as the dialog of files says it. `options`: what has to be said before a file can be read, as
    codes and words; `chosen` is the one that holds."""

    title = ""
    hint = ""
    file_words = ""
    writing_words = ""
    template: Callable[[Path], object] | None = None
    template_name = ""
    sheets_of_ours = 1
    endings: tuple[str, ...] = (".xlsx", ".xls", ".ods")
    files = "Excel (*.xlsx *.xls *.ods)"
    options: Sequence[tuple[str, str]] = ()
    options_title = ""
    chosen = ""

    def known(self, found: P) -> list[tuple[str, str]] | None:
        """What a column can be taken for after a dry run, where that hangs on what was found in it."""
        return None

    @abstractmethod
    def changes(self) -> Sequence[columns.Column]:
        """The columns of the list of what would be altered."""

    @abstractmethod
    def look(self, path: Path) -> tuple[list[str], list[tuple[str, str]]]:
        """The sheets of a workbook, and what a column can be taken for, each with its words."""

    @abstractmethod
    def preview(self, path: Path, sheet: str, mapping: Mapping[str, str] | None) -> Steps[P]:
        """The dry run of one sheet."""

    @abstractmethod
    def shown(self, found: P) -> import_result.Result:
        """A dry run in words."""

    @abstractmethod
    def write(self, found: P) -> Steps[Written]:
        """Bring the good rows in."""

    @abstractmethod
    def button_words(self, good: int) -> str:
        """What pressing the button does."""

    @abstractmethod
    def done_words(self, written: Written) -> str:
        """What was brought in."""


class RegisterWay(Way[register_import.Preview]):
    """A register, by its declaration in `register_sheets`."""

    sheets_of_ours = 2
    """The second one tells how to fill the first."""

    def __init__(self, desk: Desk, key: str) -> None:
        self._desk, self._key = desk, key
        self.title = _("Masukkan dari Excel: {list}").format(list=_(register_sheets.title(key)))
        self.hint = _(
            "Berkas dari Simpan ke Excel, atau daftar sendiri dengan judul kolom yang sama. "
            "Periksa dahulu apa yang berubah; data baru ditulis setelah tombol Masukkan ditekan."
        )
        self.file_words = _("Pilih berkas Excel")
        self.writing_words = _("Memasukkan baris …")

    def changes(self) -> Sequence[columns.Column]:
        return [
            columns.Column("row", _("Baris"), 70, "right"),
            columns.Column("title", _("Catatan"), 240),
            columns.Column("field", _("Isian"), 140),
            columns.Column("before", _("Sekarang"), 180),
            columns.Column("after", _("Menurut berkas"), 180, stretches=True),
        ]

    def look(self, path: Path) -> tuple[list[str], list[tuple[str, str]]]:
        return register_import.sheet_names(path), register_import.mappable(self._desk, self._key)

    def preview(self, path: Path, sheet: str, mapping: Mapping[str, str] | None) -> Steps[register_import.Preview]:
        return register_import.preview(self._desk, self._key, path, sheet, mapping)

    def shown(self, found: register_import.Preview) -> import_result.Result:
        return import_result.Result(
            counts=counts(found),
            faults=[fault(one) for one in found.faults],
            faulty=len(found.all_faults),
            changes=found.differences,
            mapping=found.mapping,
        )

    def write(self, found: register_import.Preview) -> Steps[Written]:
        return register_import.write(self._desk, found)

    def button_words(self, good: int) -> str:
        return ngettext("Masukkan {count} baris", "Masukkan {count} baris", good).format(count=dotted(good))

    def done_words(self, written: Written) -> str:
        said = _("{new} baris baru dan {changed} yang berubah sudah dimasukkan.").format(
            new=dotted(written.new), changed=dotted(written.changed)
        )
        return said + refused_words(written)


def counts(found: Preview) -> dict[str, int]:
    """The four figures of a dry run."""
    return {"new": found.new, "changed": found.changed, "same": found.same, "refused": found.refused}


def fault(one: register_import.Fault) -> import_result.FaultLine:
    """A wrong cell in words."""
    where = f"{one.column} · {one.heading}" if one.heading else one.column
    return import_result.FaultLine(one.row, where, one.said, said(one.what))


def said(one: words.Phrase) -> str:
    """A phrase in the language of the window."""
    return words.render(one.message, one.params, _)


def refused_words(written: Written) -> str:
    """What was left out, as a further sentence."""
    return " " + _("{count} baris ditolak.").format(count=dotted(written.refused)) if written.refused else ""


AnyWay = Way[Any]
