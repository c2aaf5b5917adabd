# SPDX-License-Identifier: Apache-2.0
"""The register of packages: what never came, whatever number a sender wrote on his package."""

from collections.abc import Callable

from desk_app.data import parcels
from desk_app.operations.desk import Desk

SENDER = parcels.Sender(b"o" * 32, "Tempe", "73.13.06", b"r" * 16)


def parcel(number: int) -> parcels.Parcel:
    return parcels.Parcel(
        id=number.to_bytes(16, "big"),
        direction="in",
        office=SENDER.office,
        office_name=SENDER.name,
        number=number,
        at=1,
        file="x.desk",
        mark=bytes(32),
        arrival=None,
        counts="0",
        package=number.to_bytes(16, "big"),
        replica=SENDER.replica,
    )


def test_missing_numbers_are_looked_for_among_the_last_ones_alone(make_office: Callable[..., Desk]) -> None:
    """A number of thirteen digits would otherwise take all memory each time the register is shown."""
    with make_office("73.13").store.writing() as connection:
        for number in (2, 4):
            parcels.register(connection, parcel(number))
        assert parcels.missing_numbers(connection, SENDER) == [1, 3]
        greatest = (1 << 40) - 1
        parcels.register(connection, parcel(greatest))
        missing = parcels.missing_numbers(connection, SENDER)
        assert (len(missing), missing[-1]) == (parcels.MOST_MISSING, greatest - 1)
