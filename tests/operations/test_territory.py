# SPDX-License-Identifier: Apache-2.0
"""An office writes about its own area; master data is the kabupaten's."""

import pytest

from desk_app.domain import errors
from desk_app.operations import territory
from desk_app.operations.desk import Desk


@pytest.mark.parametrize("subject", ["73.13.06", "73.13.06.1001-001", "7313061001", "73.13.06/ppk"])
def test_own(desk: Desk, subject: str) -> None:
    assert territory.require_own(desk, subject).code.startswith("73.13.06")


@pytest.mark.parametrize("subject", ["73.13", "73.13.07", "73.13/gudang", "73.13.05.1001-001"])
def test_not_own(desk: Desk, subject: str) -> None:
    with pytest.raises(errors.NotPermitted, match="di luar wilayah"):
        territory.require_own(desk, subject)


def test_master_data(desk: Desk, wajo: Desk) -> None:
    territory.require_master(wajo, "Tim")
    with pytest.raises(errors.NotPermitted, match="Tim diatur oleh kantor kabupaten"):
        territory.require_master(desk, "Tim")
