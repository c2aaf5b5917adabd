# SPDX-License-Identifier: Apache-2.0
"""Format kami: the office's or the province's own .docx and .xlsx with `{{fields}}`, kept here and filled with a paper.

A form belongs to one kind of paper. Its file is kept with the attachments, closed like them, and stays in this office.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.base.text import _
from desk_app.data import attachments as contents
from desk_app.data import own_format_list, unit_of_work
from desk_app.domain import errors, media, records, words
from desk_app.operations import attachments, chosen_file, own_format_fields, papers, printing
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.reports import catalogue, own_format_file, own_format_reading, zipped

N_ = words.N_

Field = own_format_fields.Field
fields_of = own_format_fields.fields_of

MOST = 100
ENDINGS = tuple(f".{kind.value}" for kind in own_format_file.Kind)
"""What may be chosen: .docx, .xlsx."""


@dataclass(frozen=True, slots=True)
class OwnFormat:
    """A form. `kind`: "docx" or "xlsx"; `paper`: key of its kind of paper, `paper_title` the title of that (msgid).

    `here`: its file is on this computer.
    """

    no: int
    name: str
    kind: str
    paper: str
    paper_title: str
    size: int
    here: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled: where it was written, the paper it holds, and what to look at, in sentences."""

    path: Path
    prepared: papers.Prepared
    remarks: tuple[str, ...]


def listing(desk: Desk, paper: str = "") -> tuple[OwnFormat, ...]:
    """The forms by name; with `paper` those for one kind of paper."""
    with desk.reading() as connection:
        found = own_format_list.rows(connection, paper)
        held = {row.no: contents.of_record(connection, row.no)[-1:] for row in found}
    made = []
    for row in found:
        file = held[row.no]
        here = bool(file) and desk.attachments.holds(file[0].digest)
        title, size = printing.report_title(row.paper or ""), file[0].size if file else 0
        made.append(OwnFormat(row.no, row.name or "", row.kind or "", row.paper or "", title, size, here))
    return tuple(made)


def find(desk: Desk, name: str, paper: str = "") -> OwnFormat:
    """The form of a name or record number. Raises NotFound with those there are."""
    known = listing(desk, paper)
    for one in known:
        if name.casefold() == one.name.casefold() or name == str(one.no):
            return one
    raise errors.NotFound(
        N_("Format {name} tidak ada. Yang ada: {known}."), name=name, known=", ".join(one.name for one in known) or "–"
    )


def add(desk: Desk, path: Path, name: str = "", paper: str = catalogue.DAILY.key) -> int:
    """Keep a form for a kind of paper; `name` "" takes the file's. Returns its record. Raises Refused."""
    report = catalogue.find(paper)
    if report.secret:
        raise errors.Refused(N_("Naskah rahasia hanya ditulis sebagai PDF untuk dicetak."))
    _require_own_form(report)
    data, kind = _read(path)
    called = _name(name or path.stem)
    values: dict[str, object] = {"name": called, "kind": kind.value, "paper": report.key}

    def work(unit: unit_of_work.Unit) -> int:
        held = own_format_list.rows(unit.connection)
        _require_free(held, called, report.key)
        if len(held) >= MOST:
            raise errors.Refused(N_("Paling banyak {most} format. Hapus dahulu yang lama."), most=MOST)
        no = unit.create(records.OWN_FORMAT, values)
        unit.create(records.ATTACHMENT, _file(no, path.name, data, kind))
        return no

    return _kept(desk, data, lambda: transact(desk, N_("Format kami ditambahkan"), work))


def replace_file(desk: Desk, no: int, path: Path) -> None:
    """Put a corrected file in the place of a form's. Raises Refused."""
    data, kind = _read(path)

    def work(unit: unit_of_work.Unit) -> int:
        unit.set(records.OWN_FORMAT, no, {"kind": kind.value})
        for old in contents.of_record(unit.connection, no):
            unit.delete(records.ATTACHMENT, old.no)
        return unit.create(records.ATTACHMENT, _file(no, path.name, data, kind))

    _row(desk, no)
    _kept(desk, data, lambda: transact(desk, N_("Format kami diganti"), work))


def rename(desk: Desk, no: int, name: str) -> bool:
    """Call a form something else; returns whether that is different. Raises Refused."""
    called, row = _name(name), _row(desk, no)

    def work(unit: unit_of_work.Unit) -> bool:
        others = [one for one in own_format_list.rows(unit.connection) if one.no != no]
        _require_free(others, called, row.paper)
        return unit.set(records.OWN_FORMAT, no, {"name": called})

    return transact(desk, N_("Nama format kami"), work)


def delete(desk: Desk, no: int) -> None:
    """Take a form away; undo brings it back."""

    def work(unit: unit_of_work.Unit) -> None:
        for file in contents.of_record(unit.connection, no):
            unit.delete(records.ATTACHMENT, file.no)
        unit.delete(records.OWN_FORMAT, no)

    transact(desk, N_("Format kami dihapus"), work)


def save_as(desk: Desk, no: int, target: Path) -> Path:
    """Write the form itself to a file, to go on working at it in Word or Excel. Raises Refused."""
    row = _row(desk, no)
    path = target / f"{_plain(row.name)}.{row.kind}" if target.is_dir() else target
    printing.write(path, _content(desk, no))
    return path


def check(desk: Desk, no: int, asked: papers.Asked | None = None) -> tuple[str, ...]:
    """What is wrong in a form, in sentences; none: it can be filled as it is. Raises NotFound."""
    row = _row(desk, no)
    data = _content(desk, no)
    try:
        own_format_file.require_sound(data, row.name)
        prepared = own_format_fields.example(desk, row.paper, asked)
        return _fill(desk, row, data, prepared)[1]
    except errors.Refused as fault:
        return (words.render(fault.message, fault.params, _),)


def fill(desk: Desk, no: int, asked: papers.Asked, out: Path) -> Filled:
    """Make the paper that is asked for and write it in the office's own form. Raises Refused with what to do."""
    row = _row(desk, no)
    prepared = printing.make(desk, asked)
    if prepared.report.key != row.paper:
        raise errors.Refused(
            N_("Format {name} dibuat untuk {paper}."), name=row.name, paper=words.phrase(row.paper_title)
        )
    return Filled(out, prepared, fill_with(desk, no, prepared, out))


def fill_with(desk: Desk, no: int, prepared: papers.Prepared, out: Path) -> tuple[str, ...]:
    """Write a paper that is made already in the office's own form; returns what to look at. Raises Refused."""
    row = _row(desk, no)
    if out.suffix.casefold() != f".{row.kind}":
        raise errors.Refused(
            N_("Format {name} adalah berkas .{kind}. Beri nama berkas yang berakhiran .{kind}."),
            name=row.name,
            kind=row.kind,
        )
    data = _content(desk, no)
    own_format_file.require_sound(data, row.name)
    made, remarks = _fill(desk, row, data, prepared)
    printing.write(out, made)
    return remarks


def _fill(desk: Desk, row: OwnFormat, data: bytes, prepared: papers.Prepared) -> tuple[bytes, tuple[str, ...]]:
    if prepared.report.secret:
        raise errors.Refused(N_("Naskah rahasia hanya ditulis sebagai PDF untuk dicetak."))
    _require_own_form(prepared.report)
    values = own_format_fields.of_paper(desk, prepared)
    about = zipped.description(prepared.title, prepared.document.author, prepared.document.footer.as_of)
    lost = False
    if row.kind == own_format_file.Kind.WORD:
        from desk_app.reports import own_format_word

        made, reading = own_format_word.fill(data, values, about)
    else:
        from desk_app.reports import own_format_cells

        made, reading = own_format_cells.fill(data, values, about)
        lost = own_format_cells.loses(data)
    return made, _remarks(values, reading, lost)


def _require_own_form(report: catalogue.Report) -> None:
    """A paper of votes says on every page what it is not; a form of the office's own need not. Raises Refused."""
    if report.needs:
        raise errors.Refused(
            N_("Naskah hasil suara dicetak dengan susunan program saja, dengan peringatan pada setiap halamannya.")
        )


def _remarks(
    values: own_format_fields.Values, reading: own_format_reading.Reading, lost: bool
) -> tuple[str, ...]:
    told = own_format_fields.remarks(values, reading.problems)
    if not reading.used:
        empty = _("Format ini belum berisi isian. Tulis misalnya {field} di tempatnya.")
        told.append(empty.format(field="{{ nomor }}"))
    if lost:
        told.append(_("Grafik pada berkas Excel ini tidak ikut. Pakai format tanpa grafik."))
    return tuple(told)


def _read(path: Path) -> tuple[bytes, own_format_file.Kind]:
    name = media.plain_name(path.name)
    data = chosen_file.read(path, name, own_format_file.LARGEST)
    return data, own_format_file.require_sound(data, name)


def _kept(desk: Desk, data: bytes, write: Callable[[], int]) -> int:
    """Keep the file's content, then write; what nothing names in the end is not kept."""
    digest = desk.attachments.put(data)
    try:
        return write()
    except errors.Refused:
        with desk.reading() as connection:
            named = contents.of_digests(connection, [digest])
        if not named:
            desk.attachments.drop(digest)
        raise


def _file(owner: int, name: str, data: bytes, kind: own_format_file.Kind) -> dict[str, object]:
    return {
        "owner": owner,
        "digest": hashlib.sha256(data).digest(),
        "name": media.plain_name(name),
        "media": kind.value,
        "size": len(data),
    }


def _row(desk: Desk, no: int) -> OwnFormat:
    found = next((one for one in listing(desk) if one.no == no), None)
    if found is None:
        raise errors.NotFound(N_("Format ini sudah tidak ada."))
    return found


def _content(desk: Desk, no: int) -> bytes:
    held = attachments.of_record(desk, no)
    if not held:
        raise errors.NotFound(N_("Berkas format ini tidak ada di komputer ini. Ganti dengan berkas yang baru."))
    return attachments.content(desk, held[-1].no)


def _name(typed: str) -> str:
    called = " ".join(media.plain_name(typed).split())
    if not called:
        raise errors.Refused(N_("Beri nama format ini."))
    return called[:80]


def _require_free(held: Sequence[Any], name: str, paper: str) -> None:
    if any((one.name or "").casefold() == name.casefold() and one.paper == paper for one in held):
        raise errors.Refused(N_("Format bernama {name} sudah ada. Beri nama lain, atau ganti berkasnya."), name=name)


def _plain(name: str) -> str:
    return "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in name).strip(" -") or "format"
