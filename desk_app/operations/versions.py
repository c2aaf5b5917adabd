# SPDX-License-Identifier: Apache-2.0
"""Which libraries hold the office's data, for the page about the program and for support."""

from desk_app.data import versions
from desk_app.operations.desk import Desk


def database(desk: Desk) -> str:
    """ "3.46.1, SQLCipher 4.6.1 community"."""
    with desk.reading() as connection:
        sqlite, cipher = versions.libraries(connection)
    return f"{sqlite}, SQLCipher {cipher}"
