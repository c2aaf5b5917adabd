# SPDX-License-Identifier: Apache-2.0
"""What papers of the count share: the race that goes without saying, figures that are up to date."""

import pytest

from desk_app.domain import errors
from desk_app.operations import count_rules
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, count_framing
from tests import counting_people
from tests.operations.paper_kinds import counted, shown


def test_the_first_race_that_is_copied(wajo: Desk) -> None:
    assert count_framing.race_of(wajo, asking.Asked(), wajo.identity.place).code == "ppwp"
    count_rules.edit(wajo, races=["dpr", "dpd"])
    assert count_framing.race_of(wajo, asking.Asked(), wajo.identity.place).code == "dpr"
    with pytest.raises(errors.NotFound):
        count_framing.race_of(wajo, asking.Asked(race="ppwp"), wajo.identity.place)


def test_what_was_copied_a_moment_ago_is_on_it(wajo: Desk) -> None:
    counting_people.prepare(wajo)
    counted.made(wajo, "rekap-suara")
    counting_people.copy(wajo, counted.FIRST)
    assert "Data masuk 1 dari 9" in shown.said(counted.made(wajo, "rekap-suara"))
    assert "1. Anis 80" in shown.said(counted.made(wajo, "rekap-suara"))
