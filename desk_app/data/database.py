# SPDX-License-Identifier: Apache-2.0
"""One encrypted database file: how it is opened, and what makes an acknowledged save survive a power cut.

The settings are those of exchange.md §15 and §25: SQLCipher with a raw 256-bit key, WAL with `synchronous=full`,
temporary data in memory only (a temporary file would hold readable text).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event, pool

from desk_app.data import schema
from desk_app.domain import errors, words

N_ = words.N_

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a WAL database that two connections write (exchange.md §14)."""

NEWER = N_("Data kantor ini dibuat oleh versi program yang lebih baru. Perbarui program dahulu.")

BUSY_MS = 10_000

Connection = sqlalchemy.Connection
"""The name by which other rooms speak of a connection without knowing the library."""


class Database:
    """An open database: one connection that writes, used by the writer thread alone, and some that read."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False, even_newer: bool = False) -> None:
        """Open the file with its 32-byte key; raises Refused (wrong key, not ours, newer, damaged).

        `even_newer`: one that a later version of the program wrote is opened too, to be read alone (`is_newer`).
        """
        if driver.sqlite_version_info < OLDEST_SQLITE:
            raise errors.Refused(N_("Pustaka SQLite {version} terlalu lama."), version=driver.sqlite_version)
        if not create and not path.is_file():
            raise errors.NotFound(N_("Tidak ada data kantor di {path}."), path=path)
        self.path = path
        self.key = key
        self.lost_journal = _lost_journal(path)
        """Another program removed SQLite's journal: what was saved last, before the program broke off, is gone."""
        self.engine = sqlalchemy.create_engine(
            "sqlite://",
            module=driver,
            creator=self._connect,
            poolclass=pool.QueuePool,
            pool_size=4,
            max_overflow=4,
        )
        event.listen(self.engine, "begin", _begin)
        try:
            self._writer = self.engine.connect().execution_options(begin="BEGIN IMMEDIATE")
            version = self._writer.exec_driver_sql("PRAGMA user_version").scalar_one()
            application = self._writer.exec_driver_sql("PRAGMA application_id").scalar_one()
            self._writer.rollback()
        except (driver.OperationalError, sqlalchemy.exc.OperationalError) as fault:
            self.engine.dispose()
            raise _not_now(path, fault) from fault
        except (driver.DatabaseError, sqlalchemy.exc.DatabaseError) as fault:
            self.engine.dispose()
            raise errors.Damaged(
                N_("Data kantor {path} tidak dapat dibuka: kunci salah atau berkas rusak."), path=path
            ) from fault
        if not create and application != schema.APPLICATION_ID:
            self.close()
            raise errors.Damaged(N_("{path} bukan data kantor Desk."), path=path)
        self.version: int = version
        if self.is_newer and not even_newer:
            self.close()
            raise errors.Refused(NEWER)

    @property
    def is_newer(self) -> bool:
        """Whether a later version of the program wrote the file: it is read, and nothing is written to it."""
        return self.version > schema.VERSION

    @contextmanager
    def reading(self) -> Iterator[sqlalchemy.Connection]:
        """A connection that sees one state of the database for as long as it is held."""
        try:
            with self.engine.connect() as connection:
                yield connection
        except sqlalchemy.exc.DatabaseError as fault:
            if type(fault) is not sqlalchemy.exc.DatabaseError:
                raise  # its kinds are other matters: a duplicate, a mistake in a statement
            raise errors.Damaged(
                N_("Data kantor {path} rusak. Pulihkan dari backup terakhir."), path=self.path
            ) from fault
        except (OverflowError, UnicodeEncodeError) as fault:
            raise _not_there(fault) from fault

    @contextmanager
    def writing(self) -> Iterator[sqlalchemy.Connection]:
        """The writing connection inside one transaction; leaving by an exception rolls everything back.

        Raises Refused, with nothing written, where the disk is full or does not obey, or the file is newer.
        """
        if self.is_newer:
            raise errors.Refused(NEWER)
        connection = self._writer
        try:
            transaction = connection.begin()
            try:
                yield connection
                if transaction.is_active:
                    transaction.commit()
            except BaseException:
                transaction.rollback()
                raise
        except (OverflowError, UnicodeEncodeError) as fault:
            raise _not_there(fault) from fault
        except sqlalchemy.exc.OperationalError as fault:
            raise _not_now(self.path, fault) from fault
        except sqlalchemy.exc.DatabaseError as fault:
            if type(fault) is not sqlalchemy.exc.DatabaseError:
                raise  # its kinds are other matters: a duplicate, a mistake in a statement
            raise errors.Damaged(
                N_("Data kantor {path} rusak. Pulihkan dari backup terakhir."), path=self.path
            ) from fault

    def close(self) -> None:
        self._writer.close()
        self.engine.dispose()

    def backup_to(
        self, target: Path, connection: Connection, pages: int = -1, told: Callable[[int, int], None] | None = None
    ) -> None:
        """Copy the state that a reading connection sees to a new file under the same key, while work goes on.

        `told(left, total)` hears of it after so many `pages` each; an exception of its ends the copy. Raises Refused
        where the disk is full or does not obey.
        """
        try:
            copy = _connect(target, self.key)
            try:
                source: Any = connection.connection.driver_connection
                hears = None if told is None else lambda _status, left, total: told(left, total)
                source.backup(copy, pages=pages, progress=hears)
            finally:
                copy.close()
        except driver.OperationalError as fault:
            raise _not_now(target, fault) from fault

    def _connect(self) -> Any:
        return _connect(self.path, self.key)


def _lost_journal(path: Path) -> bool:
    """Whether the journal is missing though its index is there: SQLite itself removes the index first.

    The witness (`operations.witness`) notices it as well, unless the journal had been worked in since it was written.
    """
    return path.with_name(f"{path.name}-shm").exists() and not path.with_name(f"{path.name}-wal").exists()


def _not_there(fault: OverflowError | UnicodeEncodeError) -> Exception:
    """What was asked for by a number or a word that no database can hold is not here; other faults stay themselves."""
    if isinstance(fault, UnicodeEncodeError) or "SQLite" in str(fault):
        return errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return fault


def _not_now(path: Path, fault: Exception) -> errors.Refused:
    return errors.Refused(
        N_("Data kantor {path} tidak dapat dibuka atau ditulis: {reason}. Periksa ruang disk, lalu coba lagi."),
        path=path,
        reason=getattr(fault, "orig", None) or fault,
    )


def check_file(path: Path, key: bytes) -> list[str]:
    """What is wrong with a database file, by SQLite's and SQLCipher's own checks; empty when it is sound."""
    if not path.is_file():
        return [f"{path}: no such file"]
    try:
        connection = _connect(path, key)
        try:
            faults = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
            faults += [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            return faults
        finally:
            connection.close()
    except driver.DatabaseError as fault:
        return [str(fault)]


def _connect(path: Path, key: bytes) -> Any:
    connection = driver.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000
    )
    try:
        _set_up(connection, key)
    except driver.DatabaseError:
        connection.close()
        raise
    return connection


def _set_up(connection: Any, key: bytes) -> None:
    for pragma in (
        "cipher_log_level = NONE",  # else a wrong key is reported on stderr as well
        f"key = \"x'{key.hex()}'\"",
        "journal_mode = WAL",
        "synchronous = FULL",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "cache_size = -8000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sqlalchemy.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
