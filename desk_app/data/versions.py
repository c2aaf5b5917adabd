# SPDX-License-Identifier: Apache-2.0
"""The versions of the database libraries, for support."""

from desk_app.data.database import Connection


def libraries(connection: Connection) -> tuple[str, str]:
    """The versions of SQLite and of SQLCipher that hold the office open."""
    sqlite = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
    cipher = connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
    return str(sqlite), str(cipher)
