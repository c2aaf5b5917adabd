# SPDX-License-Identifier: Apache-2.0
"""Who may open the count: holders, two together, the sheet in the safe; and who may not."""

import contextlib
import dataclasses
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_wraps, keys
from desk_app.domain import errors, records
from desk_app.domain.counts.rights import Right
from desk_app.operations import (
    accounts,
    count_entry,
    count_keys,
    count_rules,
    count_secret,
    count_writing_keys,
    opening,
    tally,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, regency_offices, two_offices
from tests.counted_offices import BOTH, RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.small_offices import KEY_MEMORY, PASSWORD

BESSE, CITRA = "sandi besse", "sandi citra"
FIRST = tps(TEMPE_VILLAGE, 1)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    """Andi is its admin, Besse copies, Citra verifies."""
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        accounts.add_account(desk, "Besse", Role.OPERATOR, BESSE, key_memory=KEY_MEMORY)
        accounts.add_account(desk, "Citra", Role.VERIFIER, CITRA, key_memory=KEY_MEMORY)
        yield desk


def again(desk: Desk, password: str) -> Desk:
    """The same office, opened by somebody else."""
    desk.close()
    return opening.open_office(desk.folder, password, now=desk.now)


def copy(desk: Desk, subject: str = FIRST, votes: tuple[int, ...] = (100, 50, 60)) -> None:
    form = count_entry.sheet(desk, subject, RACE).form
    count_entry.save(desk, subject, RACE, counted_offices.figures(form, votes))


def test_before_it_is_prepared_everybody_copies_and_nobody_sees_totals(wajo: Desk) -> None:
    assert count_keys.rights(wajo) == {Right.ENTER}
    assert not count_keys.access(wajo).prepared
    copy(wajo)
    with pytest.raises(errors.NotPermitted):
        tally.store_of(wajo)


def test_a_holder_sees_what_was_copied_before_and_after(wajo: Desk) -> None:
    copy(wajo)
    counted_offices.hold(wajo)
    copy(wajo, tps(TEMPE_VILLAGE, 2), (1, 2, 3))
    assert count_keys.rights(wajo) == {Right.ENTER, *BOTH}
    assert counted_offices.sums(wajo) == {"73.13.06": {"v1": 101, "v2": 52, "v3": 63}}


def test_who_only_copies_reads_his_own_and_no_more(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    copy(wajo)
    with again(wajo, BESSE) as besse:
        assert count_keys.rights(besse) == {Right.ENTER}
        assert count_secret.secret_of(besse) is None
        seen = count_entry.sheet(besse, FIRST, RACE)
        assert (dict(seen.figures), seen.others) == ({}, 1)
        copy(besse, tps(TEMPE_VILLAGE, 2))
        assert count_entry.sheet(besse, tps(TEMPE_VILLAGE, 2), RACE).figures["v1"] == 100
        assert len(count_writing_keys.opened_keys(besse)) == 1  # his own alone
        with pytest.raises(errors.NotPermitted):
            finish(tally.refresh(besse))
    with again(besse, PASSWORD) as andi:
        assert counted_offices.sums(andi) == {"73.13.06": {"v1": 200, "v2": 100, "v3": 120}}


def test_only_an_admin_prepares_and_only_a_holder_gives_it_on(wajo: Desk) -> None:
    with again(wajo, BESSE) as besse, pytest.raises(errors.NotPermitted):
        counted_offices.hold(besse)
    with again(besse, PASSWORD) as andi:
        counted_offices.hold(andi, 3)
        assert count_secret.secret_of(andi) is None
        with pytest.raises(errors.NotPermitted):
            count_keys.grant(andi, 1, BOTH)
        with pytest.raises(errors.Refused, match="sudah disiapkan"):
            counted_offices.hold(andi)
    with again(andi, CITRA) as citra:
        count_keys.grant(citra, 1, [Right.TOTALS])
        assert [(one[1], set(one[2])) for one in count_keys.access(citra).holders] == [
            ("Citra", set(BOTH)),
            ("Andi", {Right.TOTALS}),
        ]
    with again(citra, PASSWORD) as andi:
        assert count_keys.rights(andi) == {Right.ENTER, Right.TOTALS}
        with pytest.raises(errors.NotPermitted):
            count_keys.require(andi, Right.VERIFY)


def test_two_open_it_together_and_neither_alone(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    copy(wajo)
    count_keys.seal(wajo, 1, 3, key_memory=KEY_MEMORY)
    assert count_keys.rights(wajo) == {Right.ENTER}
    copy(wajo, tps(TEMPE_VILLAGE, 2), (7, 8, 9))
    for name, password in (("Besse", BESSE), ("Citra", BESSE), ("Andi", PASSWORD), ("Citra", "")):
        with pytest.raises(errors.NotPermitted):
            count_keys.open_with(wajo, name, password)
    count_keys.open_with(wajo, " citra ", CITRA)
    assert count_keys.rights(wajo) == {Right.ENTER, *BOTH}
    assert counted_offices.sums(wajo) == {"73.13.06": {"v1": 107, "v2": 58, "v3": 69}}
    count_keys.close(wajo)
    with pytest.raises(errors.NotPermitted):
        tally.store_of(wajo)
    with again(wajo, BESSE) as besse, pytest.raises(errors.NotPermitted):
        count_keys.open_with(besse, "Citra", CITRA)


def test_the_key_before_the_seal_opens_nothing_that_came_after(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    before = count_secret.secret_of(wajo)
    copy(wajo)
    count_keys.seal(wajo, 1, 3, key_memory=KEY_MEMORY)
    copy(wajo, tps(TEMPE_VILLAGE, 2))
    wajo.count_secret = before
    mine, wajo.operator = wajo.operator, keys.load(wajo.folder).slots[0]
    assert len(count_writing_keys.opened_keys(wajo)) == 1  # the writing key of before alone
    wajo.operator = mine


def test_the_sheet_in_the_safe_opens_it(wajo: Desk) -> None:
    letters = counted_offices.hold(wajo, 3)
    copy(wajo)
    with pytest.raises(errors.NotPermitted):
        count_keys.open_by_sheet(wajo, letters[:-1] + ("A" if letters[-1] != "A" else "B"))
    count_keys.open_by_sheet(wajo, letters.lower())
    assert counted_offices.sums(wajo) == {"73.13.06": {"v1": 100, "v2": 50, "v3": 60}}
    count_keys.grant(wajo, 1, BOTH)
    with again(wajo, PASSWORD) as andi:
        assert count_keys.rights(andi) >= set(BOTH)


def test_an_own_new_password_keeps_it_and_one_from_an_admin_does_not(wajo: Desk) -> None:
    counted_offices.hold(wajo, 1, 3)
    copy(wajo)
    accounts.change_password(wajo, PASSWORD, "yang baru", key_memory=KEY_MEMORY)
    accounts.reset_password(wajo, 3, "dari admin", key_memory=KEY_MEMORY)
    with again(wajo, "yang baru") as andi:
        assert count_entry.sheet(andi, FIRST, RACE).figures["v1"] == 100
        assert count_keys.rights(andi) >= set(BOTH)
    with again(andi, "dari admin") as citra:
        assert count_keys.rights(citra) == {Right.ENTER}


def test_the_only_holder_whose_password_was_replaced_holds_it_again_by_the_sheet(wajo: Desk) -> None:
    letters = counted_offices.hold(wajo, 3)
    copy(wajo)
    accounts.reset_password(wajo, 3, "dari admin", key_memory=KEY_MEMORY)
    with again(wajo, "dari admin") as citra:
        assert count_secret.secret_of(citra) is None
        count_keys.open_by_sheet(citra, letters)
        assert counted_offices.sums(citra) == {"73.13.06": {"v1": 100, "v2": 50, "v3": 60}}
    with again(citra, "dari admin") as citra:
        assert count_keys.rights(citra) >= set(BOTH)


def test_an_account_of_an_earlier_version_gets_its_key_at_its_next_opening(wajo: Desk) -> None:
    ring = keys.load(wajo.folder)
    old = tuple(dataclasses.replace(one, public=b"", own=b"") for one in ring.slots)
    keys.save(keys.Ring(old), wajo.folder)
    with pytest.raises(errors.Refused, match="masuk sekali"):
        counted_offices.hold(wajo, 3)
    with again(wajo, CITRA) as citra:
        assert citra.operator.secret
    with again(citra, PASSWORD) as andi:
        counted_offices.hold(andi, 3)


def test_a_kecamatan_copies_for_the_kabupaten_and_reads_nothing_itself(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counted_offices.stand(two.kabupaten)
        counted_offices.hold(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        with pytest.raises(errors.NotPermitted):
            counted_offices.hold(two.tempe)
        copy(two.tempe)
        two.carry(two.tempe, two.kabupaten)
        assert counted_offices.sums(two.kabupaten) == {"73.13.06": {"v1": 100, "v2": 50, "v3": 60}}


def test_a_kecamatan_that_may_see_its_own_sees_the_same(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counted_offices.stand(two.kabupaten)
        counted_offices.hold(two.kabupaten)
        count_rules.edit(two.kabupaten, districts_see=True)
        two.carry(two.kabupaten, two.tempe)
        copy(two.tempe)
        counted_offices.hold(two.tempe)
        two.carry(two.tempe, two.kabupaten)
        copy(two.kabupaten, tps(TEMPE_VILLAGE, 2), (1, 2, 3))
        two.carry(two.kabupaten, two.tempe)
        expected = {"73.13.06": {"v1": 101, "v2": 52, "v3": 63}}
        assert counted_offices.sums(two.kabupaten) == counted_offices.sums(two.tempe) == expected


class PowerGone(Exception):
    """What breaks a piece of work off."""


def broken_off(patch: pytest.MonkeyPatch, part: str, at: int) -> None:
    """Break off at the nth time that a part of the operations is called."""
    where, name = {"file": (keys, "save"), "journal": (count_writing_keys, "transact")}[part]
    honest, calls = getattr(where, name), itertools.count(1)

    def call(*told: Any, **more: Any) -> Any:
        if next(calls) == at:
            raise PowerGone
        return honest(*told, **more)

    patch.setattr(where, name, call)


@pytest.mark.parametrize(("part", "at"), [("file", 1), ("journal", 1)])
def test_power_that_goes_while_it_is_prepared(
    wajo: Desk, monkeypatch: pytest.MonkeyPatch, part: str, at: int
) -> None:
    copy(wajo)
    broken_off(monkeypatch, part, at)
    with pytest.raises(PowerGone):
        counted_offices.hold(wajo)
    monkeypatch.undo()
    with again(wajo, PASSWORD) as andi:
        count_writing_keys.catch_up(andi)
        if not count_keys.access(andi).prepared:
            counted_offices.hold(andi)
        copy(andi, tps(TEMPE_VILLAGE, 2), (1, 2, 3))
        assert counted_offices.sums(andi) == {"73.13.06": {"v1": 101, "v2": 52, "v3": 63}}


@pytest.mark.parametrize(("part", "at"), [("journal", 1), ("file", 1), ("journal", 2), ("journal", 3)])
def test_power_that_goes_while_it_is_sealed(wajo: Desk, monkeypatch: pytest.MonkeyPatch, part: str, at: int) -> None:
    """Either it is sealed or it is not; who copied, and the old key, are not there to help."""
    counted_offices.hold(wajo)
    with again(wajo, BESSE) as besse:
        copy(besse)
    with again(besse, PASSWORD) as andi:
        before = count_secret.secret_of(andi)
        broken_off(monkeypatch, part, at)
        with contextlib.suppress(PowerGone):
            count_keys.seal(andi, 1, 3, key_memory=KEY_MEMORY)
        monkeypatch.undo()
    with again(andi, PASSWORD) as andi:
        count_writing_keys.catch_up(andi)
        if count_keys.access(andi).pair:
            count_keys.open_with(andi, "Citra", CITRA)
            assert before != count_secret.secret_of(andi)
            with andi.reading() as connection:
                marks = [one.mark for one in count_wraps.readers(connection, ["73.13"])]
            assert marks == [keys.load(andi.folder).counts.hex()]
        copy(andi, tps(TEMPE_VILLAGE, 2), (1, 2, 3))
        assert counted_offices.sums(andi) == {"73.13.06": {"v1": 101, "v2": 52, "v3": 63}}


def test_an_old_key_file_does_not_bring_an_old_key_back(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    old = (wajo.folder / keys.FILE).read_bytes()
    count_keys.seal(wajo, 2, 3, key_memory=KEY_MEMORY)
    fresh = keys.load(wajo.folder).counts.hex()
    (wajo.folder / keys.FILE).write_bytes(old)
    with again(wajo, PASSWORD) as andi:
        count_writing_keys.catch_up(andi)
        copy(andi)
        with andi.reading() as connection:
            assert [one.mark for one in count_wraps.readers(connection, ["73.13"])] == [fresh]
        andi.operator = dataclasses.replace(andi.operator, secret=b"")
        assert counted_offices.sums(andi) == {}


def test_the_file_of_totals_goes_with_its_key(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    copy(wajo)
    counted_offices.sums(wajo)
    assert tally.path_of(wajo).is_file()
    count_keys.seal(wajo, 2, 3, key_memory=KEY_MEMORY)
    assert not tally.path_of(wajo).exists()


def test_who_gives_his_own_right_away_has_it_no_more(wajo: Desk) -> None:
    counted_offices.hold(wajo, 1, 3)
    assert count_keys.rights(wajo) >= set(BOTH)
    count_keys.grant(wajo, 1, [])
    assert count_keys.rights(wajo) == {Right.ENTER}
    assert count_secret.secret_of(wajo) is None
    with pytest.raises(errors.NotPermitted):
        count_keys.grant(wajo, 1, BOTH)


def test_after_the_seal_is_taken_off_it_is_open_for_holders_alone(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    count_keys.seal(wajo, 1, 3, key_memory=KEY_MEMORY)
    count_keys.open_with(wajo, "Citra", CITRA)
    with pytest.raises(errors.Refused, match="disegel dua orang"):
        count_keys.grant(wajo, 3, [])
    count_keys.unseal(wajo, {2: [Right.TOTALS]})
    assert count_keys.rights(wajo) == {Right.ENTER}
    assert count_secret.secret_of(wajo) is None
    with again(wajo, BESSE) as besse:
        assert count_keys.rights(besse) == {Right.ENTER, Right.TOTALS}


def test_an_account_without_which_nobody_opens_it_is_not_removed(wajo: Desk) -> None:
    counted_offices.hold(wajo, 3)
    with pytest.raises(errors.Refused, match="memegang kunci"):
        accounts.remove_account(wajo, 3)
    accounts.remove_account(wajo, 2)
    with again(wajo, CITRA) as citra:
        count_keys.grant(citra, 1, BOTH)
    with again(citra, PASSWORD) as andi:
        count_keys.seal(andi, 1, 3, key_memory=KEY_MEMORY)
        with pytest.raises(errors.Refused, match="memegang kunci"):
            accounts.remove_account(andi, 3)
        count_keys.open_with(andi, "Citra", CITRA)
        count_keys.unseal(andi, {1: BOTH, 3: BOTH})
        accounts.remove_account(andi, 3)
        assert [one[0] for one in count_keys.access(andi).holders] == [1]


def test_a_key_that_another_withdrew_is_withdrawn_by_the_seal(wajo: Desk) -> None:
    """The province had said so before: that word counts nowhere, the own one must be written."""
    counted_offices.hold(wajo)
    old = keys.load(wajo.folder).counts.hex()
    transact(wajo, "x", lambda unit: unit.put(records.COUNT_READER, ("73.13", old), {"withdrawn": True}))
    before = changes(wajo)
    count_keys.seal(wajo, 1, 3, key_memory=KEY_MEMORY)
    assert changes(wajo) >= before + 3
    with wajo.reading() as connection:
        marks = [one.mark for one in count_wraps.readers(connection, ["73.13"])]
    assert marks == [keys.load(wajo.folder).counts.hex()]


def changes(desk: Desk) -> int:
    with desk.reading() as connection:
        table = "SELECT count(*) FROM change WHERE record IN (SELECT no FROM count_reader)"
        found: int = connection.exec_driver_sql(table).scalar_one()
    return found


def test_a_key_put_away_leaves_no_right(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    count_keys.seal(wajo, 1, 3, key_memory=KEY_MEMORY)
    count_keys.open_with(wajo, "Citra", CITRA)
    count_keys.close(wajo)
    assert (wajo.count_secret, wajo.count_rights) == (None, frozenset())


def test_a_password_from_an_admin_brings_no_key_of_the_admins(wajo: Desk) -> None:
    before = {slot.number: slot.public for slot in keys.load(wajo.folder).slots if slot.kind == "account"}
    accounts.reset_password(wajo, 3, "dari admin", key_memory=KEY_MEMORY)
    accounts.change_password(wajo, PASSWORD, "yang baru", key_memory=KEY_MEMORY)
    after = {slot.number: slot.public for slot in keys.load(wajo.folder).slots if slot.kind == "account"}
    assert (after[1], after[2]) == (before[1], before[2])
    assert after[3] not in before.values()
