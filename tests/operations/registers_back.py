# SPDX-License-Identifier: Apache-2.0
"""What reading the sheet of a register would do."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.operations import register_import
from desk_app.operations.desk import Desk
from desk_app.operations.register_compare import Preview


def look(desk: Desk, key: str, path: Path, mapping: dict[str, str] | None = None) -> Preview:
    return finish(register_import.preview(desk, key, path, mapping=mapping))
