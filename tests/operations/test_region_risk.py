# SPDX-License-Identifier: Apache-2.0
"""Categories of regions: as the source words them, with source and day, each scheme beside the other, with history."""

from pathlib import Path

import pytest

from desk_app.data import risk_list
from desk_app.domain import errors, places
from desk_app.operations import history, region_risk
from desk_app.operations.desk import Desk
from tests import small_offices, two_offices
from tests.regency_offices import BELAWA, TEMPE

IKP = {"category": "Sedang", "source": "IKP Bawaslu 2024", "day": "2022-12-16"}


def test_schemes_stand_beside_each_other_widest_region_first(wajo: Desk) -> None:
    region_risk.save(wajo, TEMPE, "polri", {"category": "rawan sedang", "source": "Polres Wajo"})
    region_risk.save(wajo, "73.13", "polri", {"category": "Kurang rawan", "source": "Polres Wajo"})
    region_risk.save(wajo, "73.13", "bawaslu", IKP)
    rows = region_risk.categories(wajo).rows
    assert [(row.place, row.scheme, row.category) for row in rows] == [
        ("73.13", "bawaslu", "Sedang"),
        ("73.13", "polri", "Kurang rawan"),
        (TEMPE, "polri", "rawan sedang"),
    ]
    assert (rows[0].label, rows[0].level, rows[0].source, rows[0].day) == (
        "Kabupaten Wajo",
        places.Level.REGENCY,
        "IKP Bawaslu 2024",
        "2022-12-16",
    )
    assert [row.place for row in region_risk.categories(wajo, TEMPE).rows] == ["73.13", "73.13", TEMPE]


def test_no_category_without_its_source(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="sumber"):
        region_risk.save(wajo, TEMPE, "desk", {"category": "tinggi", "source": " "})
    with pytest.raises(errors.Refused, match="Isi kategori"):
        region_risk.save(wajo, TEMPE, "desk", {"category": "", "source": "x"})
    for part in ({"category": "tinggi"}, {"source": "x"}, {"note": "x"}):
        with pytest.raises(errors.Refused):
            region_risk.save(wajo, TEMPE, "desk", part)
    with pytest.raises(errors.Refused):
        region_risk.save(wajo, TEMPE, "koran", IKP)
    with pytest.raises(errors.Refused):
        region_risk.save(wajo, f"{TEMPE}.1003-001", "desk", IKP)
    with pytest.raises(errors.NotPermitted):
        region_risk.save(wajo, "73.14", "bawaslu", IKP)
    assert region_risk.categories(wajo).rows == ()


def test_what_it_was_before_stays_in_the_history(wajo: Desk) -> None:
    no = region_risk.save(wajo, TEMPE, "bawaslu", IKP)
    again = region_risk.save(wajo, TEMPE, "bawaslu", {"category": "Tinggi", "day": "2024-11-01"})
    assert no == again
    changes = history.history(wajo, no)
    said = [field.after for entry in changes for field in entry.fields if field.field == "category"]
    assert said == ["Sedang", "Tinggi"]
    history.undo(wajo)
    assert region_risk.categories(wajo).rows[0].category == "Sedang"


def test_what_is_taken_away_comes_back_by_undo(wajo: Desk) -> None:
    region_risk.save(wajo, TEMPE, "bawaslu", IKP)
    region_risk.delete(wajo, TEMPE, "bawaslu")
    assert region_risk.categories(wajo).rows == ()
    history.undo(wajo)
    assert len(region_risk.categories(wajo).rows) == 1
    with pytest.raises(errors.NotFound):
        region_risk.delete(wajo, TEMPE, "polri")


def test_the_category_of_a_kabupaten_reaches_its_kecamatan_and_theirs_the_kabupaten(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        region_risk.save(two.kabupaten, "73.13", "bawaslu", IKP)
        region_risk.save(two.kabupaten, BELAWA, "polri", {"category": "rawan", "source": "Polres Wajo"})
        region_risk.save(two.tempe, TEMPE, "polri", {"category": "Kurang rawan", "source": "Polsek Tempe"})
        two.carry(two.kabupaten, two.tempe)
        two.carry(two.tempe, two.kabupaten)
        rows = region_risk.categories(two.tempe).rows
        assert [(row.place, row.category, row.own) for row in rows] == [
            ("73.13", "Sedang", False),
            (TEMPE, "Kurang rawan", True),
        ]
        with two.tempe.reading() as connection:
            held = [one.place for one in risk_list.categories(connection, small_offices.EVENT, "73")]
        assert BELAWA not in held, "what is said of another kecamatan stays there"
        assert [row.place for row in region_risk.categories(two.kabupaten).rows] == ["73.13", TEMPE, BELAWA]


def test_a_save_of_an_old_form_stands_beside_what_came_since(wajo: Desk) -> None:
    region_risk.save(wajo, TEMPE, "bawaslu", IKP)
    seen = region_risk.categories(wajo).seen
    region_risk.save(wajo, TEMPE, "bawaslu", {"note": "lama"}, seen=seen)
    row = region_risk.categories(wajo).rows[0]
    assert (row.note, row.category) == ("lama", "Sedang")
