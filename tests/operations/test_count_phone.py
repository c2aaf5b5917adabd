# SPDX-License-Identifier: Apache-2.0
"""Results told by phone: read with their findings, provisional until a paper says them, compared afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_store
from desk_app.domain import errors
from desk_app.domain.counts import rules, short_codes
from desk_app.domain.counts.standing import Source
from desk_app.operations import candidates, count_entry, count_phone, history, settings, tally
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps

ONE = tps(TEMPE_VILLAGE, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Kabupaten Wajo with a dozen TPS, candidates of the president's race, and the key of the count."""
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        counted_offices.hold(made)
        yield made


def code(desk: Desk, subject: str = ONE, **changed: int | None) -> str:
    form = candidates.form_of(desk, RACE, subject)
    figures: dict[str, int | None] = {"users_j": 210, "v1": 100, "v2": 50, "v3": 54, "valid": 204, "invalid": 6}
    told = {name: value for name, value in (figures | {"total": 210} | changed).items() if value is not None}
    return short_codes.encode(subject, count_phone.races(desk), RACE, form, told, near="73.13")


def row(desk: Desk, subject: str = ONE) -> count_store.Row:
    finish(tally.refresh(desk))
    with tally.store_of(desk).reading() as connection:
        rows = list(count_store.rows(connection, settings.event_code(desk), RACE, subject[:13]))
    return next(one for one in rows if one.key.subject == subject)


def test_a_code_is_told_with_its_tps_its_findings_and_what_to_read_back(desk: Desk) -> None:
    found = count_phone.told(desk, code(desk, valid=205))
    assert (found.subject, found.race, found.checked) == (ONE, RACE, True)
    assert str(found.place) == "TPS 001, Tempe, Kecamatan Tempe"
    assert [(one.code, one.value) for one in found.lines] == [
        ("users_j", 210), ("v1", 100), ("v2", 50), ("v3", 54), ("valid", 205), ("invalid", 6), ("total", 210),
    ]
    assert {one.rule for one in found.findings} == {rules.Rule.V03, rules.Rule.V04}
    assert str(found.check) == code(desk, valid=205).rpartition("#")[2]
    assert count_entry.sheet(desk, ONE, RACE).record is None


def test_it_counts_until_a_paper_says_otherwise_and_is_compared(desk: Desk) -> None:
    count_phone.keep(desk, code(desk))
    told = row(desk)
    assert (told.standing.provisional, told.votes_whole, told.standing.figures["v1"]) == (True, True, 100)
    before = count_entry.sheet(desk, ONE, RACE)
    assert (before.record, before.others, before.closed, dict(before.figures)) == (None, 0, None, {})
    count_entry.save(desk, ONE, RACE, {"v1": 101, "v2": 50, "v3": 54, "valid": 205})
    after = row(desk).standing
    assert not after.provisional
    assert (after.figures["v1"], set(after.yielded)) == (101, {"v1", "valid"})
    again = count_phone.told(desk, code(desk))
    assert again.own is not None
    assert [(one.code, one.value, one.before) for one in again.own] == [("v1", 100, 101), ("valid", 204, 205)]
    with pytest.raises(errors.NotPermitted, match="sudah Anda salin"):
        count_phone.keep(desk, code(desk))


def test_a_second_call_writes_over_the_first_and_an_undo_takes_it_back(desk: Desk) -> None:
    count_phone.keep(desk, code(desk))
    second = count_phone.told(desk, code(desk, v1=90, v2=60))
    assert second.told_before
    assert [(one.value, one.before) for one in second.lines if one.value != one.before] == [(90, 100), (60, 50)]
    count_phone.keep(desk, code(desk, v1=90, v2=60))
    assert row(desk).standing.figures["v1"] == 90
    history.undo(desk)
    assert row(desk).standing.figures["v1"] == 100


def test_a_number_that_cannot_be_read_is_not_zero(desk: Desk) -> None:
    found = count_phone.keep(desk, code(desk, invalid=None))
    assert "invalid" not in found.figures
    assert "invalid" not in row(desk).standing.figures


def test_without_a_check_it_is_read_back_instead(desk: Desk) -> None:
    text = code(desk).rpartition("#")[0]
    with pytest.raises(errors.Refused):
        count_phone.told(desk, text)
    found = count_phone.told(desk, text, read_back=True)
    assert not found.checked
    assert str(found.check) == code(desk).rpartition("#")[2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("halo", "Kode TPS tidak terbaca"),
        ("06.1003-001#1#210#100#50#54#204#6#210#1", "Angka pemeriksa tidak cocok"),
        ("06.1003-001#1#x#x#x#x#x#x#x#{start}", "tidak memuat satu angka pun"),
    ],
)
def test_a_code_that_cannot_be_is_refused(desk: Desk, text: str, said: str) -> None:
    start = short_codes.start(ONE, count_phone.races(desk), RACE)
    with pytest.raises(errors.Refused, match=said):
        count_phone.told(desk, text.format(start=start))


def test_a_tps_that_is_not_in_the_list_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.NotFound, match="tidak ada dalam daftar TPS"):
        count_phone.told(desk, code(desk, tps(TEMPE_VILLAGE, 77)))


def test_how_a_code_begins(desk: Desk) -> None:
    start, told = count_phone.example(desk, RACE)
    assert start == "06.1001-005#1#"
    assert [str(one) for one in told][:3] == ["B.4 Jumlah pengguna hak pilih", "1. Anis", "2. Bowo"]


def test_what_is_kept_is_sealed_and_says_that_it_is_from_the_phone(desk: Desk) -> None:
    found = count_phone.keep(desk, code(desk))
    opened = tally.opened(desk, found.key)
    assert [(one.source, one.reader) for one in opened[0].readings] == [(Source.PHONE, "73.13-telepon/1")]
