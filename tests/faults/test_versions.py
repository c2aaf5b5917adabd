# SPDX-License-Identifier: Apache-2.0
"""Programs of different versions: what is newer is kept, passed on and shown later; what is older is read for ever.

The other version is this one with kinds and fields taken away or added (`tests/histories/versions.py`); no version has
been released yet, so that there is no older package to keep.
"""

from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from desk_app.base.progress import finish
from desk_app.data import schema
from desk_app.domain import errors, records
from desk_app.operations import answers, backups, checking, import_outcome, opening, receiving, sending, standing, todo
from desk_app.operations.desk import DATABASE
from desk_app.operations.transact import transact
from tests.faults import at_hand
from tests.faults.at_hand import FIRST, NUMBER, Offices
from tests.histories import versions
from tests.small_offices import EVENT, NOW, PASSWORD

VILLAGE = FIRST[:13]
STATION = (EVENT, VILLAGE, 1)


def write_newer(offices: Offices) -> None:
    """What a newer kabupaten types: a kind that is not known here, a field more, a text and a choice beyond limits."""
    with versions.newer():
        offices.reopen("kabupaten")

        def work(unit: Any) -> None:
            unit.put(versions.SURVEY, STATION, {"ramp": True, "remark": "dari depan"})
            unit.put(versions.STATION, STATION, {"light": "lampu minyak", "site": "SDN 12 Tempe"})

        transact(offices.kabupaten, "x", work)


def carried(offices: Offices) -> import_outcome.Outcome:
    """From the newer kabupaten to Tempe of today."""
    tempe = offices.tempe
    with versions.newer():
        path = offices.send(offices.kabupaten, tempe)
    [outcome] = finish(receiving.receive(tempe, [path]))
    return outcome


def site(offices: Offices) -> object:
    with offices.tempe.reading() as connection:
        query = f"SELECT site FROM station WHERE village = '{VILLAGE}' AND number = 1"
        return connection.exec_driver_sql(query).scalar_one()


def waiting(offices: Offices) -> list[str]:
    """What the home page says of what Tempe cannot read yet."""
    return [one.words for one in todo.todo(offices.tempe) if one.kind is todo.TodoKind.NEWER]


def test_103_kinds_and_fields_of_a_newer_version(offices: Offices) -> None:
    """§23 no. 103: kept and named as newer; what is known is shown; after the upgrade all of it is."""
    write_newer(offices)
    outcome = carried(offices)
    assert outcome.new == {"newer": 1}
    assert waiting(offices) == ["2 catatan memuat isian yang belum terbaca; perbarui program"]
    assert (outcome.aside, site(offices)) == ((), "SDN 12 Tempe")
    assert not at_hand.faults(offices.tempe)
    with versions.newer():
        offices.reopen("tempe")
        with offices.tempe.reading() as connection:
            assert connection.exec_driver_sql("SELECT ramp, remark FROM survey").one() == (1, "dari depan")
            assert connection.exec_driver_sql("SELECT light FROM station WHERE light IS NOT NULL").scalars().all() == [
                "lampu minyak"]
        assert not at_hand.faults(offices.tempe)
        assert waiting(offices) == []


@pytest.mark.parametrize(
    ("field", "value"), [("site", "x" * 300), ("risk", "darurat"), ("dpt_male", 7_000_000)]
)
def test_103_values_beyond_the_limits_of_this_version(
    offices: Offices, monkeypatch: pytest.MonkeyPatch, field: str, value: Any
) -> None:
    """§23 nos. 103, 106: longer, greater, a choice more: kept, listed as unread, passed on, and not shown."""
    with monkeypatch.context() as patch:
        patch.setattr(records.Field, "check", lambda _field, given: given)
        transact(offices.kabupaten, "x", lambda unit: unit.put(records.STATION, STATION, {field: value}))
    offices.carry(offices.kabupaten, offices.tempe)
    with offices.tempe.reading() as connection:
        query = f"SELECT {field} FROM station WHERE village = '{VILLAGE}' AND number = 1"
        assert connection.exec_driver_sql(query).scalar_one() is None
        unread = connection.exec_driver_sql("SELECT count(*) FROM unread").scalar_one()
    assert unread == 1
    assert not at_hand.faults(offices.tempe)
    mine, theirs = checking.digests(offices.tempe), checking.digests(offices.kabupaten)
    assert all(mine[scope] == theirs[scope] for scope in mine if scope in theirs and scope.place == "73.13.06")


def test_105_the_older_version_edits_a_record_with_fields_it_does_not_know(offices: Offices) -> None:
    """§23 no. 105: they are left as they are."""
    write_newer(offices)
    carried(offices)
    transact(offices.tempe, "x", lambda unit: unit.put(records.STATION, STATION, {"site": "Balai desa"}))
    path = offices.send(offices.tempe, offices.kabupaten)
    with versions.newer():
        finish(receiving.receive(offices.kabupaten, [path]))
        with offices.kabupaten.reading() as connection:
            query = f"SELECT site, light FROM station WHERE village = '{VILLAGE}' AND number = 1"
            assert connection.exec_driver_sql(query).one() == ("Balai desa", "lampu minyak")


def test_106_a_rule_that_became_narrower(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 106: what was typed under the older rule is listed and not dropped; it is there again once it fits."""
    transact(offices.kabupaten, "x", lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 900}))
    plain = records.Field.check

    def narrow(field: records.Field, given: Any) -> Any:
        if field.name == "dpt_male" and isinstance(given, int) and given > 300:
            raise errors.Refused("{field}", field=field.label)
        return plain(field, given)

    with monkeypatch.context() as patch:
        patch.setattr(records.Field, "check", narrow)
        offices.carry(offices.kabupaten, offices.tempe)
        with offices.tempe.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM unread").scalar_one() == 1
        offices.carry(offices.tempe, offices.kabupaten)
    mine, theirs = checking.digests(offices.tempe), checking.digests(offices.kabupaten)
    assert all(mine[scope] == theirs[scope] for scope in mine if scope in theirs and scope.place == "73.13.06")


def test_107_an_older_program_on_a_newer_database(offices: Offices) -> None:
    """§23 no. 107: it is opened to be read; whatever would write is refused in words, and the file stays as it is."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    offices.tempe.close()
    path, key = offices.tempe.folder / DATABASE, offices.tempe.data_key
    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    answers.set_answer(offices.kabupaten, FIRST, NUMBER, "4")
    package = offices.send(offices.kabupaten, offices.belawa)
    with opening.open_office(offices.tempe.folder, PASSWORD, now=lambda: NOW) as desk:
        assert not standing.settle(desk)
        assert at_hand.value(desk, FIRST) == 3
        assert checking.digests(desk)
        for doing in (
            lambda: answers.set_answer(desk, FIRST, NUMBER, "5"),
            lambda: finish(sending.send(desk, "73.13", offices.stick)),
            lambda: finish(receiving.receive(desk, [package])),
        ):
            with pytest.raises(errors.Refused):
                doing()
        made = finish(backups.make_backup(desk)).made
        assert made.ok
    assert path.read_bytes() == before


def test_108_what_an_older_version_wrote(offices: Offices) -> None:
    """§23 no. 108: this version stands for the older one; a newer one takes its package, and lacks nothing."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    path = offices.send(offices.tempe, offices.kabupaten)
    with versions.newer():
        offices.reopen("kabupaten")
        [outcome] = finish(receiving.receive(offices.kabupaten, [path]))
        assert (outcome.waiting, outcome.aside, outcome.apart) == (0, (), ())
        assert at_hand.value(offices.kabupaten, FIRST) == 3
        assert not at_hand.faults(offices.kabupaten)
