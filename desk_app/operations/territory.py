# SPDX-License-Identifier: Apache-2.0
"""What an office may write about: its own area, and master data only where it is kept."""

from desk_app.domain import errors, places, words
from desk_app.operations.desk import Desk

N_ = words.N_


def require_own(desk: Desk, subject: str) -> places.Place:
    """Read a place and see that it lies in the office's area. Raises NotPermitted."""
    place = places.parse(subject)
    if not places.is_within(place.subject, desk.identity.place):
        raise errors.NotPermitted(
            N_("{subject} di luar wilayah {office}. Isilah di kantor yang membawahinya."),
            subject=place.subject,
            office=desk.identity.name,
        )
    return place


def require_master(desk: Desk, what: str) -> None:
    """See that this office keeps master data (`what`: "Tim", "Wilayah"). Raises NotPermitted at a kecamatan."""
    if desk.identity.level == places.Level.DISTRICT.value:
        raise errors.NotPermitted(
            N_("{what} diatur oleh kantor kabupaten/kota. Kantor kecamatan menerimanya lewat Terima Data."),
            what=words.phrase(what),
        )
