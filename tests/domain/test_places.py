# SPDX-License-Identifier: Apache-2.0
"""Codes and subjects: written, read back, related."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, places
from desk_app.domain.places import Kind, Level, Place

villages = st.builds(
    "{:02d}.{:02d}.{:02d}.{:04d}".format,
    st.integers(11, 96),
    st.integers(1, 99),
    st.integers(1, 99),
    st.integers(1001, 3999),
)
codes = st.builds(lambda code, length: code[:length], villages, st.sampled_from([2, 5, 8, 13]))
kinds = st.sampled_from([Kind.GUDANG, Kind.PPK, Kind.PPS, Kind.POSKO])


@given(codes)
def test_a_code_reads_back_with_and_without_dots(code: str) -> None:
    assert places.parse_code(code) == places.parse_code(code.replace(".", "")) == code
    assert places.parse(code) == Place(places.level_of(code), code)
    assert places.parse(code).subject == code


@given(villages, st.integers(1, 999))
def test_a_station_reads_back_from_subject_and_from_13_digits(village: str, number: int) -> None:
    subject = places.station_subject(village, number)
    place = places.parse(subject)
    assert place == Place(Level.VILLAGE, village, number, Kind.TPS)
    assert place.subject == subject
    assert places.parse(f"{village.replace('.', '')}{number:03d}") == place


@given(codes, kinds, st.none() | st.integers(2, 99))
def test_other_places_read_back(code: str, kind: Kind, number: int | None) -> None:
    subject = places.place_subject(code, kind, number)
    assert places.parse(subject) == Place(places.level_of(code), code, number, kind)
    assert places.parse(subject).subject == subject
    assert places.kind_of(subject) is kind
    assert places.region_of(subject) == code


def test_the_forms_fixed_for_all() -> None:
    assert places.station_subject("73.13.06.1001", 5) == "73.13.06.1001-005"
    assert places.place_subject("7313", Kind.GUDANG) == "73.13/gudang"
    assert places.place_subject("73.13", Kind.POSKO, 1) == "73.13/posko"
    assert places.place_subject("73.13", Kind.POSKO, 2) == "73.13/posko-2"
    assert places.parse("3101011001001").subject == "31.01.01.1001-001"
    assert places.parse("73.13.06.1001 - 5").subject == "73.13.06.1001-005"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "731",
        "73.1",
        "73.13.6",
        "73.13.06.101",
        "73-13",
        "٧٣",
        "73.13.06.1001-000",
        "73.13.06.1001-1000",
        "73.13/tps",
        "73.13/kafe",
        "73.13/gudang-0",
        "73.13.06-005",
        "7313061001000",
        "wajo",
        "73.13.06.1001.2",
    ],
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(errors.Refused) as refusal:
        places.parse(text)
    assert len(str(refusal.value)) > 20


def test_a_bps_district_code_is_refused_and_named() -> None:
    with pytest.raises(errors.Refused, match="BPS"):
        places.parse("7308023")


def test_parents_and_ancestors() -> None:
    assert places.parent("73.13.06.1001-005") == "73.13.06.1001"
    assert places.parent("73.13/gudang") == "73.13"
    assert places.parent("73.13") == "73"
    assert places.parent("73") is None
    assert places.parent(places.NATION) is None
    assert places.ancestors("73.13.06.1001-005") == ("73.13.06.1001", "73.13.06", "73.13", "73")


@given(villages, st.integers(1, 999))
def test_a_station_is_within_all_its_ancestors(village: str, number: int) -> None:
    subject = places.station_subject(village, number)
    assert all(places.is_within(subject, wider) for wider in (*places.ancestors(subject), places.NATION))
    assert not places.is_within(village, subject)


def test_within_goes_by_parts_not_by_letters() -> None:
    assert not places.is_within("73.13.061", "73.13.06")
    assert not places.is_within("73.13", "73.1")
    assert not places.is_within("73.13.06", "73.14")
    assert places.is_within("73.13/gudang", "73.13/gudang")
    assert not places.is_within("73.13/gudang-2", "73.13/gudang")


def test_the_regions_of_a_subject() -> None:
    assert places.district_of("73.13.06.1001-005") == "73.13.06"
    assert places.district_of("73.13.06/ppk") == "73.13.06"
    assert places.district_of("73.13/gudang") is None
    assert places.regency_of("73.13.06") == "73.13"
    assert places.regency_of("73") is None
    assert places.province_of("73.13/posko") == "73"
    assert places.province_of(places.NATION) is None


def test_kota_begin_at_71() -> None:
    assert places.is_city("16.72.01.1001")
    assert not places.is_city("73.13")
    assert not places.is_city("12.70")
    assert places.is_city("12.71")
    assert not places.is_city("73")
