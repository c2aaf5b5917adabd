# SPDX-License-Identifier: Apache-2.0
"""A zip written again: the same contents give the same bytes whenever they were packed."""

import io
import xml.etree.ElementTree as ET
import zipfile

from desk_app.reports import zipped


def packed(year: int, **files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), data)
    return target.getvalue()


def test_the_hour_of_packing_does_not_matter() -> None:
    assert packed(2020, a=b"1", b=b"2") != packed(2024, a=b"1", b=b"2")
    assert zipped.anew(packed(2020, a=b"1", b=b"2")) == zipped.anew(packed(2024, a=b"1", b=b"2"))


def test_files_are_replaced_and_left_out() -> None:
    made = zipped.anew(packed(2020, a=b"1", b=b"2", c=b"3"), {"a": b"new"}, ("c",))
    with zipfile.ZipFile(io.BytesIO(made)) as again:
        assert {name: again.read(name) for name in again.namelist()} == {"a": b"new", "b": b"2"}


def test_a_description_holds_what_it_is_told() -> None:
    told = ET.fromstring(zipped.description("A & <B>", "Desk\x00 Wajo"))
    assert "".join(told.itertext()) == "A & <B>Desk Wajoid-ID"
