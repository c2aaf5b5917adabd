# SPDX-License-Identifier: Apache-2.0
"""Headings are known by themselves or mapped by hand, and what was mapped is known again."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import logbook, register_import
from desk_app.operations.desk import Desk
from tests.operations.registers_back import look


def test_a_mapping_by_hand_is_remembered_for_its_source(filled: Desk, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Laporan Posko Kecamatan"])
    book.active.append(["Kejadian", "Yang lapor"])
    book.active.append(["Listrik padam", "PLN"])
    book.save(path)
    with pytest.raises(errors.Refused, match="baris judul kolom"):
        look(filled, "logbook", path)
    mapping = {"Kejadian": "text", "Yang lapor": "sender"}
    assert look(filled, "logbook", path, mapping).new == 1
    again = look(filled, "logbook", path)
    assert (again.new, again.mapping) == (1, (("A", "Kejadian", "text"), ("B", "Yang lapor", "sender")))
    finish(register_import.write(filled, again))
    assert logbook.lines(filled)[0].sender == "PLN"


def test_what_is_only_read_is_taken_for_nothing(filled: Desk, sheet: Callable[..., Path]) -> None:
    mapping = {heading: name for _letter, heading, name in look(filled, "issues", sheet("issues")).mapping}
    assert (mapping["Nomor"], mapping["Status"], mapping["Tingkat"]) == ("", "", "severity")
    assert mapping["Kode catatan (jangan diubah)"] == "code"
