# SPDX-License-Identifier: Apache-2.0
"""Results of many TPS from a workbook or a text file: a dry run in words and figures, then the good rows under seal.

They are readings of who imports them, with the source "impor": laid beside what others copied like every reading, and
never official. What a row says is kept as it says it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk_app.base import garbage
from desk_app.base.progress import Progress, Steps
from desk_app.data import count_boxes, count_rows, place_names, station_list, unit_of_work
from desk_app.data.count_rows import Key
from desk_app.domain import errors, places, records, words
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import Source
from desk_app.operations import (
    backups,
    count_columns,
    count_compare,
    count_entry,
    count_keys,
    count_rules,
    count_sheet,
    count_writing_keys,
    elections,
    register_headings,
    settings,
)
from desk_app.operations.count_compare import Preview
from desk_app.operations.desk import Desk
from desk_app.operations.transact import in_steps
from desk_app.workbooks import comma_text, reading, writing
from desk_app.workbooks.headings import Column

N_ = words.N_

LABEL = N_("Impor hasil suara")
_READING, _CHECKING = N_("Membaca buku kerja"), N_("Memeriksa baris")


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written."""

    new: int
    changed: int
    refused: int
    noted: int


def sheet_names(path: Path) -> list[str]:
    """The sheets of a file, to choose from. Raises Refused."""
    return [path.stem] if comma_text.is_text(path) else reading.sheet_names(path)


def preview(
    desk: Desk, path: Path, race: str = "", sheet: str = "", mapping: Mapping[str, str] | None = None
) -> Steps[Preview]:
    """Read a list of results and say what it would do. Raises Refused where it is no such list.

    `race` "": the one that the sheet is named after, or the only one that is copied. `mapping`: heading as written →
    name of `count_columns.mappable` ("" leaves it out); remembered for lists with the same headings.
    """
    count_keys.require(desk, Right.ENTER)
    yield Progress(0, None, _READING)
    read = read_sheet(path, sheet)
    race = race or race_of(desk, read.name)
    columns = count_columns.find(desk, race, read, mapping)
    if mapping is not None:
        register_headings.keep(desk, count_columns.kind(race), columns.texts, mapping)
    rows = count_sheet.Rows(desk, race, read, columns)
    total = 2 * max(len(read.rows) - columns.first_row, 0)
    for done in rows.gather():
        yield Progress(done, total, _CHECKING)
    for done in rows.compare():
        yield Progress(total // 2 + done, total, _CHECKING)
    return rows.preview(path)


def read_sheet(path: Path, sheet: str = "") -> reading.Sheet:
    """One sheet of a file, the first one unless named. Raises Refused, NotFound, Damaged."""
    return comma_text.read_sheet(path) if comma_text.is_text(path) else reading.read_sheet(path, sheet)


def race_of(desk: Desk, sheet: str) -> str:
    """The race that a sheet is named after, or the only one that is copied. Raises Refused."""
    copied = count_rules.race_codes(desk)
    if len(copied) == 1:
        return copied[0]
    said = _letters(sheet)
    for race in elections.working_event(desk).races:
        if race.code in copied and said in {_letters(text) for text in (race.code, race.label, race.short)}:
            return race.code
    raise errors.Refused(N_("Pilih jenis pemilihan yang dimuat lembar “{sheet}”."), sheet=sheet)


def write_template(desk: Desk, race: str, path: Path) -> None:
    """Write a list of all TPS of the area with the headings of a race and no figure. Raises Refused."""
    form = count_columns.form_here(desk, race)
    event, area = settings.event_code(desk), desk.identity.place
    with desk.reading() as connection:
        stations = sorted(station_list.voters(connection, event, area))
        names = {
            one.code: one.name
            for level in (places.Level.DISTRICT, places.Level.VILLAGE)
            for one in place_names.below(connection, event, area, level)
        }
    heads = [one.value for one in (Column.STATION_CODE, Column.DISTRICT, Column.VILLAGE, Column.NUMBER)]
    heads += [str(count_columns.line_label(line)) for line in form]
    rows = (
        [places.station_subject(village, number), names.get(village[:8]), names.get(village), number]
        for village, number in stations
    )
    writing.write_workbook(path, [writing.TableSheet(race, heads, rows, texts=(0,), frozen=4)])


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def write(desk: Desk, found: Preview) -> Steps[Imported]:
    """Keep the good rows under seal in one transaction, undone as one; a backup is made before."""
    if not found.entries:
        raise errors.Refused(N_("Tidak ada baris yang dapat dimasukkan. Perbaiki dahulu kesalahan di daftar."))
    count_keys.require(desk, Right.ENTER)
    yield from backups.backup_if_due(desk, backups.Reason.IMPORT)
    event, reader, total = settings.event_code(desk), count_entry.own_reader(desk), len(found.entries)
    yield Progress(0, total, LABEL)
    writing = count_writing_keys.writing_keys(desk, event, sorted({one.where[0][:8] for one in found.entries}))

    def work(unit: unit_of_work.Unit) -> Steps[None]:
        for start in range(0, total, count_sheet.SLICE):
            yield Progress(start, total, LABEL)
            part = found.entries[start : start + count_sheet.SLICE]
            with garbage.put_off():
                names = [(event, *one.where, found.race, one.occasion, reader) for one in part]
                unit.expect(records.COUNT_FORM, keys=names)
                for name, one in zip(names, part, strict=True):
                    values = _values(event, found.race, reader, one, writing)
                    unit.put(records.COUNT_FORM, name, values, seen=found.seen)
                unit.let_go()

    yield from in_steps(desk, LABEL, work)
    return Imported(found.new, found.changed, found.refused, found.noted)


def _values(
    event: str, race: str, reader: str, one: count_compare.Entry, writing: Mapping[str, count_boxes.WritingKey]
) -> dict[str, object]:
    about = count_rows.about_form(Key(event, *one.where, race), one.occasion, reader)
    content: dict[str, object] = {"f": dict(one.figures)}
    if one.reason:
        content["r"] = one.reason
    return {
        "sealed": count_boxes.seal(writing[one.where[0][:8]], about, content),
        "whole": one.whole,
        "noted": one.noted,
        "source": Source.IMPORT.value,
    }
