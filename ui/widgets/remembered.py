# SPDX-License-Identifier: Apache-2.0
"""What the window remembers on this computer: size, widths of columns, places of splitters, scheme."""

import json
from typing import Any

from PySide6 import QtCore

from desk_app.base import paths


def get(name: str, default: Any = None) -> Any:
    """The remembered value (what JSON can hold), or `default`."""
    text = _settings().value(name)
    if not isinstance(text, str):
        return default
    try:
        return json.loads(text)
    except ValueError:
        return default


def keep(name: str, value: Any) -> None:
    """Remember a value (what JSON can hold) under a name such as `columns/stations`."""
    _settings().setValue(name, json.dumps(value))


def get_bytes(name: str) -> QtCore.QByteArray | None:
    """Remembered bytes of Qt's own, such as a window's geometry."""
    value = get(name)
    return QtCore.QByteArray.fromBase64(value.encode()) if isinstance(value, str) else None


def keep_bytes(name: str, value: QtCore.QByteArray) -> None:
    keep(name, bytes(value.toBase64().data()).decode())


def _settings() -> QtCore.QSettings:
    return QtCore.QSettings(str(paths.home() / "window.ini"), QtCore.QSettings.Format.IniFormat)
