# SPDX-License-Identifier: Apache-2.0
"""Proof that the office's data is sound, and the digests by which two offices see that they hold the same."""

import dataclasses

from desk_app.base.progress import Progress, Steps
from desk_app.data import attachments, checking, printed_list
from desk_app.data import dangling as dangling_rows
from desk_app.domain import errors, words
from desk_app.journal import digest
from desk_app.journal.streams import Scope
from desk_app.operations import tally
from desk_app.operations.desk import Desk

N_ = words.N_

Sound = checking.Sound
Dangling = dangling_rows.Dangling


def check(desk: Desk) -> Steps[Sound]:
    """Go through all of it: SQLite's own check, rolling hashes, every record against its changes, every attachment.

    A content that the disk lost is told and taken away, so that the next package asks for it.
    """
    found = yield from checking.check(desk.store)
    with desk.reading() as connection:
        named = list(dict.fromkeys(one.digest for one in attachments.every(connection)))
        papers = printed_list.kept_files(connection)
    sound, missing, faults = 0, 0, list(found.faults)
    desk.attachments.sweep()
    for done, content in enumerate(named):
        yield Progress(done, len(named), N_("Memeriksa lampiran"))
        try:
            desk.attachments.get(content)
            sound += 1
        except errors.NotFound:
            missing += 1
        except errors.Damaged:
            faults.append(f"attachment {content.hex()[:16]}: the disk gives back other bytes")
            desk.attachments.drop(content)
            missing += 1
        except errors.Refused as fault:
            faults.append(f"attachment {content.hex()[:16]}: {fault}")
    for content in papers:
        try:
            desk.attachments.get(content)
        except errors.NotFound:
            continue  # another computer of the office keeps it
        except errors.Refused as fault:
            faults.append(f"file of a final paper {content.hex()[:16]}: {fault}")
    faults += tally.faults(desk)
    return dataclasses.replace(found, faults=tuple(faults), attachments=sound, missing=missing)


def dangling(desk: Desk) -> list[Dangling]:
    """References that lead nowhere (exchange.md §23 no. 81): told, never mended by the program."""
    with desk.reading() as connection:
        return dangling_rows.dangling(connection)


def digests(desk: Desk) -> dict[Scope, bytes]:
    """The digest of each scope held, for comparing with another office."""
    with desk.reading() as connection:
        return digest.by_scope(checking.held(connection))


def whole_digest(desk: Desk) -> bytes:
    """One digest over everything this office holds."""
    with desk.reading() as connection:
        return digest.of_streams(checking.held(connection))
