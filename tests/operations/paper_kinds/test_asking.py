# SPDX-License-Identifier: Apache-2.0
"""What every kind of paper settles in the same way: its day, its region, who signs, the day of signing."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import change_settings, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from tests.regency_offices import TEMPE
from tests.small_offices import NOW

ASKED = asking.Asked(as_of=NOW)


def test_the_day_is_that_of_the_moment_unless_asked(wajo: Desk) -> None:
    assert asking.day_of(wajo, ASKED) == date(2024, 2, 13)
    assert asking.day_of(wajo, replace(ASKED, day=date(2024, 2, 1))) == date(2024, 2, 1)


def test_only_regions_of_the_office(wajo: Desk) -> None:
    assert asking.area_of(wajo, ASKED) == "73.13"
    assert asking.area_of(wajo, replace(ASKED, area=TEMPE)) == TEMPE
    with pytest.raises(errors.Refused):
        asking.area_of(wajo, replace(ASKED, area="73.14.01"))


def test_who_signs(wajo: Desk) -> None:
    for one in signatories.signatories(wajo):
        signatories.delete_signatory(wajo, one.no)
    day = date(2024, 2, 13)
    assert asking.signer_of(wajo, ASKED, day) is None
    gone = signatories.add_signatory(wajo, {"office": "Plt. Sekda", "valid_to": date(2024, 2, 12)})
    now = signatories.add_signatory(wajo, {"office": "Sekda"})
    first = asking.signer_of(wajo, ASKED, day)
    assert first is not None
    assert first.no == now
    asked = asking.signer_of(wajo, replace(ASKED, signatory=gone), day)
    assert asked is not None
    assert asked.no == gone
    assert asking.signer_of(wajo, replace(ASKED, signatory=asking.NOBODY), day) is None


def test_a_paper_is_not_signed_before_what_it_knows(wajo: Desk) -> None:
    assert asking.signing_day(wajo, ASKED, date(2024, 2, 1)) == date(2024, 2, 13)
    assert asking.signing_day(wajo, ASKED, date(2024, 2, 20)) == date(2024, 2, 20)
    assert asking.signing_day(wajo, replace(ASKED, date_open=True), date(2024, 2, 1)) is None


def test_to_whom_it_goes(wajo: Desk) -> None:
    assert asking.addressee_of(wajo, ASKED) == "Gubernur Sulawesi Selatan"
    change_settings.set_many(wajo, {"addressed_to": "Mendagri"})
    assert asking.addressee_of(wajo, ASKED) == "Mendagri"
    assert asking.addressee_of(wajo, replace(ASKED, addressed_to=" KPU ")) == "KPU"
