# SPDX-License-Identifier: Apache-2.0
"""Kirim and Terima between real offices by a folder: previews, receipts, repeats, gaps, damage, disagreements."""

import dataclasses
import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from nacl import signing

from desk_app.base.progress import finish
from desk_app.data import alarms, rows
from desk_app.data import receiving as taking
from desk_app.data import sending as streams
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records
from desk_app.journal import change, codec
from desk_app.journal import streams as journal_streams
from desk_app.operations import (
    answers,
    backups,
    checking,
    disagreements,
    import_outcome,
    opening,
    package_making,
    packages_found,
    receiving,
    recovery,
    sending,
    trust,
    vouching,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted

STATION = "73.13.06.1001-005"
MakeOffice = Callable[..., Desk]


def stations(desk: Desk, *villages: str) -> None:
    rows = [
        (("pemilu-2024", village, number), {"dpt_male": 100, "dpt_female": 120})
        for village in villages
        for number in range(1, 21)
    ]
    transact(desk, "Daftar TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")


def carry(source: Desk, target: Desk, stick: Path) -> import_outcome.Outcome:
    stick.mkdir(exist_ok=True)
    sent = finish(sending.send(source, target.identity.place, stick))
    [outcome] = finish(receiving.receive(target, sent.files))
    return outcome


@pytest.fixture
def kabupaten(make_office: MakeOffice) -> Desk:
    desk = make_office("73.13")
    stations(desk, "73.13.06.1001", "73.13.07.1001")
    return desk


@pytest.fixture
def tempe(make_office: MakeOffice, kabupaten: Desk, tmp_path: Path) -> Desk:
    """Kecamatan Tempe after it took in its first package."""
    desk = make_office("73.13.06")
    acquainted.introduce(kabupaten, desk)
    carry(kabupaten, desk, tmp_path / "stick")
    return desk


def value(desk: Desk, subject: str, item: str) -> object:
    with desk.reading() as connection:

        no = rows.find(connection, records.ANSWER, ("pemilu-2024", subject, item))
        assert no is not None
        return rows.row(connection, records.ANSWER, no)["quantity"]


def shared(one: Desk, other: Desk) -> list[bool]:
    mine, theirs = checking.digests(one), checking.digests(other)
    return [mine[scope] == theirs[scope] for scope in mine if scope in theirs]


def test_a_kecamatan_gets_its_own_and_nothing_of_another(tempe: Desk) -> None:
    with tempe.reading() as connection:
        villages = {row[0] for row in connection.exec_driver_sql("SELECT DISTINCT village FROM station")}
    assert villages == {"73.13.06.1001"}
    assert b"73.13.07" not in b"".join(_all_bytes(tempe))


def _all_bytes(desk: Desk) -> list[bytes]:
    with desk.reading() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT bytes FROM change")]


def test_answers_come_back_and_both_hold_the_same(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    outcome = carry(tempe, kabupaten, tmp_path / "stick")
    assert outcome.new == {"office": 1, "operator": 1, "answer": 1}
    assert value(kabupaten, STATION, "log.tinta") == 2
    carry(kabupaten, tempe, tmp_path / "stick")
    assert all(shared(kabupaten, tempe))
    assert len(shared(kabupaten, tempe)) >= 4
    assert finish(checking.check(kabupaten)).faults == ()
    assert finish(checking.check(tempe)).faults == ()


def test_the_preview_has_the_figures_of_the_receipt_and_writes_nothing(
    kabupaten: Desk, tempe: Desk, tmp_path: Path
) -> None:
    answers.set_answer(kabupaten, STATION, "log.tinta", "1")
    carry(kabupaten, tempe, tmp_path / "stick")
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    sent = finish(sending.send(tempe, "73.13", tmp_path / "stick"))
    before = checking.whole_digest(kabupaten)
    looked = receiving.preview(kabupaten, sent.files[0])
    assert checking.whole_digest(kabupaten) == before
    [line] = [line for line in looked.lines if line.kind == "answer"]
    assert (line.before, line.after, line.disputed) == (1, 2, False)
    [done] = finish(receiving.receive(kabupaten, sent.files))
    assert (done.changes, done.new, done.changed, done.lines) == (
        looked.changes,
        looked.new,
        looked.changed,
        looked.lines,
    )
    assert checking.whole_digest(kabupaten) != before


def test_the_same_package_again_changes_nothing(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    sent = finish(sending.send(tempe, "73.13", tmp_path / "stick"))
    finish(receiving.receive(kabupaten, sent.files))
    digest = checking.whole_digest(kabupaten)
    with kabupaten.reading() as connection:
        arrivals = connection.exec_driver_sql("SELECT count(*) FROM arrival").scalar_one()
    [again] = finish(receiving.receive(kabupaten, sent.files))
    assert again.nothing_new
    assert again.same == sent.changes
    assert checking.whole_digest(kabupaten) == digest
    with kabupaten.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM arrival").scalar_one() == arrivals


def test_a_lost_stick_heals_at_the_next_one(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    finish(sending.send(tempe, "73.13", tmp_path / "stick"))  # lost
    answers.set_answer(tempe, STATION, "log.bilik", "4")
    outcome = carry(tempe, kabupaten, tmp_path / "stick")
    assert value(kabupaten, STATION, "log.tinta") == 2
    assert value(kabupaten, STATION, "log.bilik") == 4
    assert outcome.missing == ()  # nothing waits for it: what it held came with the second


def test_what_was_said_to_be_held_is_not_sent_again(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    first = carry(tempe, kabupaten, tmp_path / "stick")
    carry(kabupaten, tempe, tmp_path / "stick")
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    later = carry(tempe, kabupaten, tmp_path / "stick")
    assert first.changes > 1
    assert (later.changes, later.same) == (1, 0)


def test_a_later_package_before_an_earlier_one_waits(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    carry(tempe, kabupaten, stick)
    carry(kabupaten, tempe, stick)
    answers.set_answer(tempe, STATION, "log.tinta", "1")
    early = finish(sending.send(tempe, "73.13", stick))
    _pretend_received(tempe, kabupaten)
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    late = finish(sending.send(tempe, "73.13", stick))
    [outcome] = finish(receiving.receive(kabupaten, late.files))
    assert (outcome.changes, outcome.waiting) == (0, 1)
    [outcome] = finish(receiving.receive(kabupaten, early.files))
    assert (outcome.changes, outcome.waiting) == (2, 0)
    assert value(kabupaten, STATION, "log.tinta") == 2
    assert finish(checking.check(kabupaten)).faults == ()


def _pretend_received(sender: Desk, receiver: Desk) -> None:
    """As if the receiver had said that it holds all: the next package leaves that out."""
    with sender.store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO said (replica, stream, office, upto, rolling) "
            "SELECT ?, id, ?, held, rolling FROM stream WHERE held > 0",
            (receiver.identity.replica, receiver.identity.public),
        )


def test_a_damaged_package_is_refused_and_changes_nothing(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    sent = finish(sending.send(tempe, "73.13", tmp_path / "stick"))
    data = sent.files[0].read_bytes()
    before = checking.whole_digest(kabupaten)
    bad = tmp_path / "bad.desk"
    for wrong in (data[:-100], data[:400] + bytes([data[400] ^ 1]) + data[401:]):
        bad.write_bytes(wrong)
        with pytest.raises(errors.Damaged):
            finish(receiving.receive(kabupaten, [bad]))
    assert checking.whole_digest(kabupaten) == before


def test_what_an_unknown_sender_brings_is_kept_apart_until_it_is_accepted(
    kabupaten: Desk, make_office: MakeOffice, tmp_path: Path
) -> None:
    desk = make_office("73.13.06")
    vouching.accept(kabupaten, (), trust.request_of(desk.identity))
    stick = tmp_path / "stick"
    stick.mkdir()
    sent = finish(sending.send(kabupaten, "73.13.06", stick))
    [found] = packages_found.find(desk, [stick])
    assert not found.known
    assert found.code == sent.code
    before = checking.whole_digest(desk)
    [held] = finish(receiving.receive(desk, sent.files))
    assert (held.changes, held.accepted) == (0, False)
    assert held.apart == (("unknown", "", sent.changes),)
    assert checking.whole_digest(desk) == before
    [taken] = finish(receiving.receive(desk, sent.files, accept_sender=True))
    assert (taken.changes, taken.accepted, taken.apart) == (sent.changes, True, ())
    [found] = packages_found.find(desk, [stick])
    assert found.known
    assert found.already


def test_a_package_for_another_office_is_not_put_in(kabupaten: Desk, make_office: MakeOffice, tmp_path: Path) -> None:
    belawa, tempe = make_office("73.13.07"), make_office("73.13.06")
    acquainted.introduce(kabupaten, belawa, tempe)
    stick = tmp_path / "stick"
    stick.mkdir()
    sent = finish(sending.send(kabupaten, "73.13.06", stick))
    with pytest.raises(errors.Refused, match="kantor lain"):
        finish(receiving.receive(belawa, sent.files))


def test_a_kecamatan_cannot_write_about_another(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    """A changed program at a kecamatan writes an answer about a TPS of Belawa into its own scope."""
    from desk_app.data import unit_of_work

    def forge(unit: unit_of_work.Unit) -> None:
        unit.put(records.STATION, ("pemilu-2024", "73.13.07.1001", 5), {"dpt_male": 999})

    transact(tempe, "x", forge)
    sent = finish(sending.send(tempe, "73.13", tmp_path / "stick"))
    [outcome] = finish(receiving.receive(kabupaten, sent.files))
    assert outcome.apart == (("scope", tempe.identity.name, 1),)
    assert _tps(kabupaten, "73.13.07.1001", 5) == 100
    assert _alarms(kabupaten) == ["apart_scope"]


def _tps(desk: Desk, village: str, number: int) -> object:
    with desk.reading() as connection:
        no = rows.find(connection, records.STATION, ("pemilu-2024", village, number))
        assert no is not None
        return rows.row(connection, records.STATION, no)["dpt_male"]


def _alarms(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        return [one.kind for one in alarms.standing(connection)]


def test_two_offices_that_differ_are_both_shown_and_one_decides(
    kabupaten: Desk, tempe: Desk, tmp_path: Path
) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    answers.set_answer(kabupaten, STATION, "log.tinta", "1")
    outcome = carry(tempe, kabupaten, tmp_path / "stick")
    assert outcome.disputed == 1
    carry(kabupaten, tempe, tmp_path / "stick")
    for desk in (kabupaten, tempe):
        [found] = disagreements.open_ones(desk)
        assert {side.value for side in found.sides} == {1, 2}
        assert {side.office for side in found.sides} == {kabupaten.identity.name, tempe.identity.name}
        with desk.reading() as connection:
            assert connection.exec_driver_sql("SELECT state FROM readiness").scalar_one() == "berbeda"
    disagreements.decide(kabupaten, _record(kabupaten), "answer", "quantity", 2)
    assert disagreements.open_ones(kabupaten) == []
    carry(kabupaten, tempe, tmp_path / "stick")
    assert disagreements.open_ones(tempe) == []
    assert value(tempe, STATION, "log.tinta") == 2


def _record(desk: Desk) -> int:
    [found] = disagreements.open_ones(desk)
    return found.record


def test_the_same_answer_at_both_is_no_disagreement(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    answers.set_answer(kabupaten, STATION, "log.tinta", "2")
    assert carry(tempe, kabupaten, tmp_path / "stick").disputed == 0
    answers.set_answer(kabupaten, STATION, "log.tinta", "1")
    carry(kabupaten, tempe, tmp_path / "stick")
    assert value(tempe, STATION, "log.tinta") == 1
    assert disagreements.open_ones(tempe) == []


def test_a_full_or_missing_stick_is_refused_in_words(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    with pytest.raises(errors.Refused, match="tidak ditemukan"):
        finish(sending.send(kabupaten, "73.13.06", tmp_path / "nothing"))
    stick = tmp_path / "full stick"
    stick.mkdir()
    (stick / "DESK").write_text("a file where the folder should be")
    with pytest.raises(errors.Refused, match="Tidak dapat menulis"):
        finish(sending.send(kabupaten, "73.13.06", stick))


def test_links_and_strange_files_on_a_stick_are_passed_over(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "another stick"
    stick.mkdir()
    sent = finish(sending.send(kabupaten, "73.13.06", stick))
    (stick / "DESK" / "link.desk").symlink_to(sent.files[0])
    (stick / "DESK.lnk").write_bytes(b"L\0\0\0")
    (stick / "DESK" / "holiday.desk").write_bytes(b"MZ" * 100)
    assert [one.path for one in packages_found.find(tempe, [stick])] == list(sent.files)


def test_a_kecamatan_cannot_pass_for_another_office(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    """A known sender whose changed program calls itself the kabupaten in its next package."""
    carry(tempe, kabupaten, tmp_path / "stick")
    tempe.identity = dataclasses.replace(tempe.identity, place="73")
    transact(tempe, "x", lambda unit: unit.put(records.STATION, ("pemilu-2024", "73.13.07.1001", 5), {"dpt_male": 9}))
    sent = finish(sending.send(tempe, "73.13", tmp_path / "stick"))
    [outcome] = finish(receiving.receive(kabupaten, sent.files))
    assert outcome.apart == (("scope", "Desk Pemilu Kecamatan Tempe", 1),)
    assert _tps(kabupaten, "73.13.07.1001", 5) == 100


def test_a_kecamatan_cannot_bring_an_office_that_writes_about_another(
    kabupaten: Desk, tempe: Desk, tmp_path: Path
) -> None:
    stranger = dataclasses.replace(tempe.identity, replica=b"s" * 16, seed=b"s" * 32, place="73.13")
    key = bytes(signing.SigningKey(stranger.seed).verify_key)
    own, tempe.identity = tempe.identity, dataclasses.replace(stranger, public=key)
    transact(tempe, "x", lambda unit: unit.put(records.STATION, ("pemilu-2024", "73.13.07.1001", 5), {"dpt_male": 9}))
    with tempe.store.writing() as connection:
        streams.seal_own(connection, {stranger.replica}, functools.partial(package_making._sign, tempe))
    tempe.identity = own
    before = checking.whole_digest(kabupaten)
    outcome = carry(tempe, kabupaten, tmp_path / "stick")
    assert outcome.apart == (("unknown", "", 1),)
    assert _tps(kabupaten, "73.13.07.1001", 5) == 100
    assert before != checking.whole_digest(kabupaten)  # what the kecamatan may say itself came in


def test_what_is_not_for_an_office_is_not_kept_there(
    kabupaten: Desk, tempe: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sender whose scopes are wrong: TPS of Belawa, and settings of the receiver itself."""
    transact(kabupaten, "x", lambda unit: unit.put(records.SETTING, ("73.13.06", "paper"), {"value": "A4"}))
    with monkeypatch.context() as wrong:
        wrong.setattr(journal_streams, "may_read", lambda place, scope: True)
        sent = finish(sending.send(kabupaten, "73.13.06", tmp_path / "stick"))
    before = checking.whole_digest(tempe)
    with pytest.raises(errors.Damaged, match="bukan untuk kantor ini"):
        finish(receiving.receive(tempe, sent.files))
    assert checking.whole_digest(tempe) == before


def test_what_a_restored_office_lost_comes_back_by_itself(kabupaten: Desk, tempe: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    made = finish(backups.make_backup(tempe)).made
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    answers.set_answer(kabupaten, STATION, "log.bilik", "4")
    carry(tempe, kabupaten, stick)
    carry(kabupaten, tempe, stick)
    carry(tempe, kabupaten, stick)
    tempe.close()
    finish(recovery.restore(made.folder, tempe.folder, "demo", now=tempe.now))
    with opening.open_office(tempe.folder, "demo", now=tempe.now) as again:
        carry(again, kabupaten, stick)
        carry(kabupaten, again, stick)
        assert value(again, STATION, "log.tinta") == 2
        assert value(again, STATION, "log.bilik") == 4
        assert all(shared(kabupaten, again))


STATION_KEY = ("pemilu-2024", "73.13.06.1001", 5)
STRANGE: dict[str, tuple[int, tuple[str | int, ...] | None, dict[int, change.Value]]] = {
    "number as text": (3, ("pemilu-2024", "73.13.06.1001", "5"), {1: 5}),
    "number beyond 999": (3, ("pemilu-2024", "73.13.06.1001", 5000), {1: 5}),
    "a district for a village": (3, ("pemilu-2024", "73.13.06", 5), {1: 5}),
    "no code": (3, ("pemilu-2024", "73.13.06.", 5), {1: 5}),
    "key too short": (3, ("pemilu-2024", "73.13.06.1001"), {1: 5}),
    "a TPS without a name": (3, None, {1: 5}),
    "subject that is nowhere": (5, ("pemilu-2024", "73.13.06.zz", "log.tinta"), {2: 1}),
    "issue that is nowhere": (7, None, {1: "pemilu-2024", 3: "73.13.06.zz", 4: "x"}),
}


@pytest.mark.parametrize("waits", [False, True], ids=["at once", "waiting"])
@pytest.mark.parametrize(("kind", "key", "fields"), STRANGE.values(), ids=STRANGE.keys())
def test_a_record_that_no_list_could_show_sets_its_stream_aside(
    kabupaten: Desk,
    tempe: Desk,
    tmp_path: Path,
    kind: int,
    key: tuple[str | int, ...] | None,
    fields: dict[int, change.Value],
    *,
    waits: bool,
) -> None:
    """It must not come in; while what comes before it waits, it is not looked at."""
    scope = journal_streams.Scope("pemilu-2024", "73.13.06", journal_streams.ReaderClass.OPEN)
    elsewhere = journal_streams.Dot(b"x" * 16, 1)
    made = [change.Change(1, kind, key, fields)]
    if waits:
        made.insert(0, change.Change(2, 3, STATION_KEY, {1: 7}, {1: (elsewhere,)}, depth=2))
    with tempe.store.writing() as connection:
        stream = StreamBook(connection).of(tempe.identity.replica, scope)
    bodies = [codec.encode(one, stream.id) for one in made]
    rolling = journal_streams.advance_all(journal_streams.START, bodies)
    seal = streams.SealRow(len(bodies), rolling, tempe.identity.public, b"")
    with kabupaten.store.writing() as connection:
        receiver = taking.Receiver(connection, 99)
        receiver.take(stream.id, tempe.identity.replica, scope, 1, journal_streams.START, bodies, seal)
        receiver.settle()
        assert receiver.taken.applied == 0
        assert [one.stream for one in receiver.taken.aside] == ([] if waits else [stream.id])
