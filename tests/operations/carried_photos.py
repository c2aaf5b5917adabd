# SPDX-License-Identifier: Apache-2.0
"""An issue with photos at one office, carried to another: what the tests of photos on the stick share."""

from collections.abc import Sequence
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.operations import (
    attachments,
    intake,
    issue_detail,
    issue_register,
    issues,
    sending,
    shared_folder,
    stick_writing,
)
from desk_app.operations.desk import Desk
from tests import photographs


def issue_with(desk: Desk, count: int, *, place: str = "", papers: int = 0, first: int = 0) -> int:
    """An issue with so many photos and documents."""
    no = issues.new_issue(desk, "Banjir di gudang", place)
    attach(desk, no, count, papers=papers, first=first)
    return no


def attach(desk: Desk, no: int, count: int, *, papers: int = 0, first: int = 0) -> None:
    given = [
        attachments.Source(f"foto {index}.jpg", data=photographs.jpeg((400, 300), seed=index))
        for index in range(first, first + count)
    ]
    given += [
        attachments.Source(f"surat {index}.pdf", data=photographs.pdf(f"SURAT {index}")) for index in range(papers)
    ]
    added = finish(attachments.add_all(desk, no, given))
    assert not added.refused


def sent(desk: Desk, to: str, folder: Path, *, photos: bool = True) -> stick_writing.Sent:
    folder.mkdir(exist_ok=True)
    return finish(sending.send(desk, to, folder, photos=photos))


def take(desk: Desk, paths: Sequence[Path]) -> list[str]:
    """Put in all that is usable in files and folders; what is said of it."""
    offered = finish(intake.look(desk, paths))
    receipt = finish(intake.take(desk, [one for one in offered if one.usable]))
    assert receipt.refused == ()
    return [told.words for put in receipt.put for told in put.told]


def here(desk: Desk, source: Desk, issue: int) -> list[bool]:
    """Of each attachment of an issue of another office, whether its content is here."""
    number = issue_detail.issue(source, issue).row.number
    return [one.here for one in attachments.of_record(desk, issue_register.issue_number(desk, number))]


def shared(desk: Desk, folder: Path) -> shared_folder.Exchanged:
    """One look at a shared folder."""
    return finish(shared_folder.exchange(desk, folder))
