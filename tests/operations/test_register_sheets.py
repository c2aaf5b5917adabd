# SPDX-License-Identifier: Apache-2.0
"""Every register goes out and comes back the same; whatever stands in a cell is a value or a fault."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import checking, register_columns, register_export, register_import, register_sheets
from desk_app.operations.desk import Desk
from desk_app.workbooks import reading, table_rows
from tests import filled_registers, regency_offices

KEYS = (*register_sheets.KEYS, "checklist@h-1", "checklist@h")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with regency_offices.make(tmp_path_factory.mktemp("office") / "wajo") as made:
        filled_registers.fill(made)
        yield made


def look(desk: Desk, key: str, path: Path) -> register_import.Preview:
    return finish(register_import.preview(desk, key, path))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("personal", [True, False])
def test_what_goes_out_comes_back_the_same(office: Desk, tmp_path: Path, key: str, *, personal: bool) -> None:
    count = finish(register_export.export(office, key, tmp_path / "a.xlsx", personal=personal))
    found = look(office, key, tmp_path / "a.xlsx")
    assert [(str(one.what), one.heading, one.said) for one in found.all_faults] == []
    assert found.differences == ()
    assert (found.new, found.changed, found.same) == (0, 0, count)
    assert count > 0


@pytest.mark.parametrize("key", KEYS)
def test_no_cell_is_a_formula_and_headings_differ(office: Desk, tmp_path: Path, key: str) -> None:
    finish(register_export.export(office, key, tmp_path / "a.xlsx", personal=True))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    heads = [cell.value for cell in book.worksheets[0][1]]
    assert len({str(one).casefold() for one in heads}) == len(heads)


@pytest.mark.parametrize("key", KEYS)
def test_the_empty_form_brings_nothing_in(office: Desk, tmp_path: Path, key: str) -> None:
    assert finish(register_export.export(office, key, tmp_path / "a.xlsx", empty=True)) == 0
    found = look(office, key, tmp_path / "a.xlsx")
    assert (found.new, found.changed, found.refused) == (0, 0, 0)


@pytest.mark.parametrize("key", KEYS)
def test_persons_go_out_only_when_they_are_asked_for(office: Desk, tmp_path: Path, key: str) -> None:
    finish(register_export.export(office, key, tmp_path / "a.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    told = {part for page in book for row in page.iter_rows() for cell in row for part in str(cell.value).split()}
    assert not told & {"Sitti", "Baso", "Rahmat", "Anto", "196802201990032003", "0812"}


@pytest.mark.parametrize("key", KEYS)
def test_what_is_confidential_stays(office: Desk, tmp_path: Path, key: str) -> None:
    finish(register_export.export(office, key, tmp_path / "a.xlsx", personal=True))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    told = {str(cell.value) for page in book for row in page.iter_rows() for cell in row}
    assert not {one for one in told if one == "Dugaan" or one == "rahasia"}


def test_what_comes_back_goes_out_and_is_declared(office: Desk) -> None:
    for key in register_sheets.keys(office):
        one = register_sheets.register(office, key)
        assert one.key == key
        assert set(one.back) <= set(one.out), key
        assert {*one.required, *one.fixed, *one.unique, *one.blank} <= set(one.back), key
        assert len(one.columns) == len(one.out), key
        assert one.edit is not None or one.new is not None, key
        assert one.title == register_sheets.title(key), key
        if any(field.personal for field in one.columns):
            assert key in register_sheets.PERSONAL


def test_an_unknown_register_is_named(office: Desk) -> None:
    for key in ("apa", "checklist@h-999", "checklist@besok"):
        with pytest.raises(errors.Refused):
            register_sheets.register(office, key)


CELLS: st.SearchStrategy[Any] = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["=1+1", "H-3", "25.00", "1.234", "1,234", "x", "-", "9" * 30, "TPS 5", "73.13.06", "Tempe, X"]),
    st.floats(),
    st.integers(-(10**18), 10**18).map(float),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cell=CELLS)
def test_whatever_stands_in_a_cell_is_a_value_or_a_fault(office: Desk, cell: Any) -> None:
    for key in KEYS:
        for column in readers(office, key):
            assert column.read(cell) is not None or (isinstance(cell, str) and not cell.strip())


_READERS: dict[str, list[table_rows.ReadColumn]] = {}


def readers(desk: Desk, key: str) -> list[table_rows.ReadColumn]:
    if key not in _READERS:
        register = register_sheets.register(desk, key)
        columns = register_columns.Columns(desk, register, personal=True)
        _READERS[key] = [
            table_rows.ReadColumn(0, one.label, columns.reader(one))
            for one in columns.fields
            if one.name in register.back
        ]
    return _READERS[key]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
def test_whatever_stands_in_a_row_is_taken_or_refused(
    office: Desk, key: str, data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verbs, too, refuse what they cannot take; a look writes nothing."""
    register = register_sheets.register(office, key)
    columns = register_columns.Columns(office, register, personal=True)
    held = [row for row in register_columns.rows(office, register) if row["no"] is not None][:2]
    cell = st.one_of(CELLS, st.sampled_from([filled_registers.FIRST, "2024-02-10", 5.0, "07.30", "Ya"]))
    back = [at for at, one in enumerate(columns.fields) if one.name in register.back]
    rows: list[list[Any]] = []
    for row in held:
        for code in (str(row[register_columns.ROW_CODE]), ""):
            told: list[Any] = [_read(columns.cell(one, row[one.name])) for one in columns.fields]
            told[data.draw(st.sampled_from(back))] = data.draw(cell)
            rows.append(list(columns.line(told, code)))
    sheet = reading.Sheet("a.xlsx", "a", [list(columns.headings), *rows])
    monkeypatch.setattr(reading, "read_sheet", lambda _path, _name="": sheet)
    before = checking.whole_digest(office)
    found = look(office, key, Path("a.xlsx"))
    assert found.rows == found.new + found.changed + found.same + found.refused
    assert checking.whole_digest(office) == before


def _read(value: Any) -> Any:
    """A cell that was written, as it is read."""
    if value is None:
        return ""
    return float(value) if type(value) is int else value
