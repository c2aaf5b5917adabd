# SPDX-License-Identifier: Apache-2.0
"""The photos of a record as a paper prints them: those that are here and that anybody may see, none of the count."""

from desk_app.domain import errors, media
from desk_app.operations import attachments, issue_secrecy
from desk_app.operations.desk import Desk
from desk_app.reports import document


def of_record(desk: Desk, record: int, most: int) -> tuple[tuple[document.Picture, ...], int]:
    """The first photos, at most so many, and how many attachments are not printed."""
    listed = attachments.of_record(desk, record)
    with desk.reading() as connection:
        listed = tuple(one for one in listed if not issue_secrecy.is_in_confidence(connection, one.no))
    made: list[document.Picture] = []
    for one in listed:
        if not one.is_picture or not one.here or one.sealed or len(made) == most:
            continue
        try:
            data = attachments.content(desk, one.no)
        except errors.Refused:
            continue  # the disk lost it; it is asked for again
        if media.recognise(data[: media.FRONT], one.name) is not media.Media.PDF:
            made.append(document.Picture(data, one.caption))
    return tuple(made), len(listed) - len(made)
