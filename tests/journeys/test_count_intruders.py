# SPDX-License-Identifier: Apache-2.0
"""Offices and people with a program of their own: what they write into the count comes in and changes nothing there.

A kecamatan writes what it likes of its own area; only figures of its own operators are readings, only an office that
verifies decides, and nobody is made to seal for somebody else.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from nacl import bindings

from desk_app.base.progress import finish
from desk_app.data import count_boxes, count_rows
from desk_app.data.count_rows import Key
from desk_app.domain import records
from desk_app.domain.counts.standing import State
from desk_app.operations import count_check, count_entry, count_keys, count_rules, count_view, count_writing_keys, tally
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, counting_people, two_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT

FIRST = tps(TEMPE_VILLAGE, 1)
KEY = Key(EVENT, TEMPE_VILLAGE, 1, RACE)
FORM = (EVENT, TEMPE_VILLAGE, 1, RACE, 1)
HONEST = {TEMPE: {"v1": 80, "v2": 40, "v3": 50}}


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    """The kabupaten has copied TPS 1; the kecamatan knows of it."""
    with two_offices.opened(tmp_path) as made:
        counting_people.prepare(made.kabupaten)
        counting_people.copy(made.kabupaten, FIRST)
        made.carry(made.kabupaten, made.tempe)
        yield made


def write(desk: Desk, declared: records.RecordType, name: tuple[Any, ...], values: Mapping[str, Any]) -> None:
    """Write a record by no verb of the program."""
    transact(desk, "x", lambda unit: unit.put(declared, name, dict(values)))


def sealed(desk: Desk, about: str, content: Mapping[str, Any]) -> bytes:
    return count_boxes.seal(count_writing_keys.writing_key(desk, EVENT, TEMPE), about, content)


def test_a_decision_of_an_office_that_may_not_verify_is_none(two: two_offices.Two) -> None:
    with two.tempe.reading() as connection:
        [form] = count_rows.forms(connection, [KEY])[KEY]
    seen = [count_boxes.mark(one) for one in form.sealed]
    content = {"f": {"v1": 999, "v2": 1, "v3": 1}, "seen": seen, "r": "x"}
    told = sealed(two.tempe, count_rows.about_result(KEY, 1), content)
    write(two.tempe, records.COUNT_RESULT, FORM, {"sealed": told, "locked": True, "accepted": "V03"})
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten) == HONEST
    view = count_view.view(two.kabupaten, FIRST, RACE)
    assert (view.standing.state, view.standing.decided) == (State.WHOLE, False)
    count_check.correct(two.kabupaten, FIRST, RACE, "v1", 81, "Dibaca lagi")
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 81


def test_it_does_not_take_the_place_of_a_decision_either(two: two_offices.Two) -> None:
    count_check.correct(two.kabupaten, FIRST, RACE, "v1", 81, "Dibaca lagi")
    two.carry(two.kabupaten, two.tempe)
    told = sealed(two.tempe, count_rows.about_result(KEY, 1), {"f": {"v1": 999}, "seen": [], "r": "x"})
    write(two.tempe, records.COUNT_RESULT, FORM, {"sealed": told})
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 81
    count_check.correct(two.kabupaten, FIRST, RACE, "v1", 82, "Dibaca lagi")
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 82
    assert count_view.view(two.kabupaten, FIRST, RACE).standing.state is not State.DISPUTED
    with two.tempe.reading() as connection:
        no = connection.exec_driver_sql("SELECT no FROM count_result").scalar_one()
    transact(two.tempe, "x", lambda unit: unit.delete(records.COUNT_RESULT, no))
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 82


def test_a_kecamatan_that_sees_its_own_decides_of_it(two: two_offices.Two) -> None:
    count_rules.edit(two.kabupaten, districts_see=True)
    two.carry(two.kabupaten, two.tempe)
    counted_offices.hold(two.tempe)
    two.carry(two.tempe, two.kabupaten)
    two.carry(two.kabupaten, two.tempe)
    count_check.correct(two.tempe, FIRST, RACE, "v1", 79, "Foto")
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 79
    count_rules.edit(two.kabupaten, districts_see=False)
    assert counted_offices.sums(two.kabupaten) == HONEST
    two.carry(two.kabupaten, two.tempe)
    assert count_keys.rights(two.tempe) == {count_keys.Right.ENTER}


def test_nobody_reads_in_the_name_of_another_office(two: two_offices.Two) -> None:
    for reader in ("73.13/1", "73.13/9", "73.13-telepon/1"):
        told = sealed(two.tempe, count_rows.about_form(KEY, 1, reader), {"f": {"v1": 999, "v2": 1, "v3": 1}})
        write(two.tempe, records.COUNT_FORM, (*FORM, reader), {"sealed": told, "whole": True, "source": "formulir"})
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten) == HONEST
    sheet = count_entry.sheet(two.kabupaten, FIRST, RACE)
    assert (sheet.figures["v1"], sheet.others) == (80, 0)
    counting_people.copy(two.kabupaten, FIRST, (70, 50, 50))
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 70


def test_nobody_takes_away_what_another_office_copied(two: two_offices.Two) -> None:
    with two.tempe.reading() as connection:
        [form] = count_rows.forms(connection, [KEY])[KEY]
    transact(two.tempe, "x", lambda unit: unit.delete(records.COUNT_FORM, form.no))
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten) == HONEST
    assert count_entry.sheet(two.kabupaten, FIRST, RACE).figures["v1"] == 80
    counting_people.copy(two.kabupaten, FIRST, (70, 50, 50))
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 70


def test_a_key_laid_out_for_somebody_is_not_what_he_writes_under(two: two_offices.Two) -> None:
    """The kecamatan puts a key that it knows in boxes for the operator and the office of the kabupaten."""
    desk = two.kabupaten
    planted = count_boxes.new_writing_key()
    assert desk.count_secret is not None
    for secret in (desk.operator.secret, desk.count_secret):
        mark = count_boxes.public_half(secret)
        box = count_boxes.close_for(mark, planted.secret)
        write(two.tempe, records.COUNT_WRAP, (EVENT, TEMPE, planted.name.hex(), mark.hex()), {"box": box})
    two.carry(two.tempe, desk)
    counting_people.copy(desk, tps(TEMPE_VILLAGE, 2), (1, 2, 3))
    with desk.reading() as connection:
        [form] = count_rows.forms(connection, [Key(EVENT, TEMPE_VILLAGE, 2, RACE)]).popitem()[1]
    assert count_boxes.writing_name(form.sealed[0]) != planted.name


def test_a_box_under_the_name_of_another_key_hides_nothing(two: two_offices.Two) -> None:
    desk = two.kabupaten
    assert desk.count_secret is not None
    own = count_writing_keys.writing_key(desk, EVENT, TEMPE)
    false = count_boxes.new_writing_key()
    for secret in (desk.count_secret, desk.operator.secret):
        mark = count_boxes.public_half(secret)
        box = count_boxes.close_for(mark, false.secret)
        write(two.tempe, records.COUNT_WRAP, ("pilkada-2024", TEMPE, own.name.hex(), mark.hex()), {"box": box})
    two.carry(two.tempe, desk)
    assert own.name in count_writing_keys.opened_keys(desk)
    assert counted_offices.sums(desk) == HONEST


def test_nobody_is_made_to_box_a_key_of_another_kecamatan(two: two_offices.Two) -> None:
    """Belawa's key, named as one of Tempe: who opens it must not box it for Tempe's reader."""
    desk = two.kabupaten
    count_rules.edit(desk, districts_see=True)
    two.carry(desk, two.tempe)
    counted_offices.hold(two.tempe)
    two.carry(two.tempe, desk)
    other = count_writing_keys.writing_key(desk, EVENT, "73.13.07")
    write(two.tempe, records.COUNT_WRAP, (EVENT, TEMPE, other.name.hex(), "ab" * 32), {"box": b"x" * 80})
    two.carry(two.tempe, desk)
    count_writing_keys.catch_up(desk)
    two.carry(desk, two.tempe)
    assert other.name not in count_writing_keys.opened_keys(two.tempe)


@pytest.mark.parametrize("mark", ["", "ab", "zz" * 32, "AB" * 32, "00" * 32, "é" * 32])
def test_a_reader_that_is_no_key_stops_nobody(two: two_offices.Two, mark: str) -> None:
    desk = two.kabupaten
    count_rules.edit(desk, districts_see=True)
    two.carry(desk, two.tempe)
    write(two.tempe, records.COUNT_READER, (TEMPE, mark or "0"), {"name": "x"})
    two.carry(two.tempe, desk)
    count_writing_keys.catch_up(desk)
    counting_people.copy(desk, tps(TEMPE_VILLAGE, 2), (1, 2, 3))
    assert counted_offices.sums(desk)[TEMPE]["v1"] == 81


@pytest.mark.parametrize("writing", ["", "zz" * 16, "ab", "é"])
def test_a_box_that_names_no_key_stops_nobody(two: two_offices.Two, writing: str) -> None:
    desk = two.kabupaten
    assert desk.count_secret is not None
    for secret in (desk.operator.secret, desk.count_secret):
        mark = count_boxes.public_half(secret)
        for content in (b"", b"x" * 31, b"y" * 33):
            box = count_boxes.close_for(mark, content)
            write(two.tempe, records.COUNT_WRAP, (EVENT, TEMPE, writing or "0", mark.hex()), {"box": box})
    two.carry(two.tempe, desk)
    count_writing_keys.catch_up(desk)
    counting_people.copy(desk, tps(TEMPE_VILLAGE, 2), (1, 2, 3))
    assert counted_offices.sums(desk)[TEMPE]["v1"] == 81


BOMBS = {
    "deep": b"\x81" * 20_000 + b"\x00",
    "long": b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
    "text": b"\x7b\x7f\xff\xff\xff\xff\xff\xff\xff",
    "map": b"\xbb\x7f\xff\xff\xff\xff\xff\xff\xff",
    "date": b"\xc0\x61x",
    "fraction": b"\xd8\x1e\x82\x01\x00",
    "decimal": b"\xc4\x82\x1b\x7f\xff\xff\xff\xff\xff\xff\xff\x01",
    "pattern": b"\xd8\x23\x63(((",
    "shared": b"\xd8\x1c\x81\xd8\x1d\x00",
    "not shared": b"\xd8\x1d\x05",
    "stray": b"\xff",
    "text that is none": b"\xa1\x61\xff\x01",
    "empty": b"",
    "address": b"\xd9\x01\x04\x43abc",
    "mail": b"\xd8\x24\x61\x00",
    "moment": b"\xc1\xfb\x7f\xef\xff\xff\xff\xff\xff\xff",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_what_is_no_content_is_counted_as_not_readable(two: two_offices.Two, bomb: str) -> None:
    desk, about = two.tempe, count_rows.about_form(KEY, 1, "73.13.06/1")
    key = count_writing_keys.writing_key(desk, EVENT, TEMPE)
    nonce = b"n" * 24
    closed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        BOMBS[bomb] + b"\x80" + b"\0" * 63, about.encode(), nonce, key.secret
    )
    told = b"\x01" + key.name + nonce + closed
    write(desk, records.COUNT_FORM, (*FORM, "73.13.06/1"), {"sealed": told, "whole": True, "source": "formulir"})
    two.carry(desk, two.kabupaten)
    assert counted_offices.sums(two.kabupaten) == HONEST
    [found] = tally.opened(two.kabupaten, KEY)
    assert (found.unreadable, len(found.readings)) == (1, 1)
    assert not count_entry.sheet(desk, FIRST, RACE).figures


@pytest.mark.parametrize(
    "content",
    [
        {"f": {"v1": -1, "v2": 1 << 70, "v3": 1.5}},
        {"f": {"v1": True, "v2": "40", 3: 50}},
        {"f": [1, 2]},
        {"f": {"v9": 5, "x" * 900: 1, "": 3}, "r": 5},
        {"f": {f"v{no}": 1 for no in range(50, 3000)}},
        {},
    ],
)
def test_figures_that_no_form_has_are_in_no_total(two: two_offices.Two, content: Mapping[str, Any]) -> None:
    told = sealed(two.tempe, count_rows.about_form(KEY, 1, "73.13.06/1"), content)
    write(two.tempe, records.COUNT_FORM, (*FORM, "73.13.06/1"), {"sealed": told, "whole": True, "source": "formulir"})
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten) == HONEST
    assert count_view.view(two.kabupaten, FIRST, RACE).standing.state is State.WHOLE


@pytest.mark.parametrize("told", [b"", b"\x01", b"\x01" * 60, b"\x02" * 200, b"\x01" + b"\0" * 300])
def test_bytes_that_no_version_has_written(two: two_offices.Two, told: bytes) -> None:
    for declared, name in ((records.COUNT_FORM, (*FORM, "73.13.06/1")), (records.COUNT_FORM, (*FORM, "x"))):
        write(two.tempe, declared, name, {"sealed": told, "whole": True})
    write(two.tempe, records.COUNT_RECAP, (EVENT, TEMPE, RACE), {"sealed": told})
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten) == HONEST


def test_the_same_blob_under_another_reader_or_tps_opens_nowhere(two: two_offices.Two) -> None:
    counting_people.copy(two.tempe, tps(TEMPE_VILLAGE, 2), (7, 8, 9))
    other = Key(EVENT, TEMPE_VILLAGE, 2, RACE)
    with two.tempe.reading() as connection:
        [form] = count_rows.forms(connection, [other])[other]
    for number, occasion, reader in ((2, 1, "73.13.06/2"), (3, 1, "73.13.06/1"), (2, 2, "73.13.06/1")):
        name = (EVENT, TEMPE_VILLAGE, number, RACE, occasion, reader)
        write(two.tempe, records.COUNT_FORM, name, {"sealed": form.sealed[0], "whole": True})
    two.carry(two.tempe, two.kabupaten)
    assert counted_offices.sums(two.kabupaten) == {TEMPE: {"v1": 87, "v2": 48, "v3": 59}}


@pytest.mark.parametrize("race", ["ppwp2", "x", "ketua rt"])
def test_a_race_that_nobody_knows(two: two_offices.Two, race: str) -> None:
    key = Key(EVENT, TEMPE_VILLAGE, 1, race)
    for one in (key, Key(EVENT, "73.13.06.9999", 1, RACE), Key(EVENT, TEMPE_VILLAGE, 77, RACE)):
        about = count_rows.about_form(one, 1, "73.13.06/1")
        name = (one.event, one.village, one.number, one.race, 1, "73.13.06/1")
        told = sealed(two.tempe, about, {"f": {"v1": 3}})
        write(two.tempe, records.COUNT_FORM, name, {"sealed": told, "whole": True})
    two.carry(two.tempe, two.kabupaten)
    finish(tally.refresh(two.kabupaten))
    assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 80
