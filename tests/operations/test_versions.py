# SPDX-License-Identifier: Apache-2.0
"""The versions named are those of the libraries that hold the file."""

import re
from pathlib import Path

from desk_app.operations import offices, versions


def test_both_libraries_are_named(tmp_path: Path) -> None:
    asked = offices.NewOffice(place="73.13.06", event="pemilu-2024", operator="Operator 1", password="demo")
    with offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20).desk as desk:
        assert re.fullmatch(r"3\.\d+\.\d+, SQLCipher 4\.\d+.*", versions.database(desk))
