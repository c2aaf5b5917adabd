# SPDX-License-Identifier: Apache-2.0
"""Offices that lie, relays that meddle, keys that are stolen or lost: judged by the author, never by who brings it.

Numbers 60, 61, 62 and 66 of the catalogue are tested where keys, cards and roots are (`docs/faults.md`).
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from desk_app.base.progress import finish
from desk_app.data import meta
from desk_app.data import said as said_rows
from desk_app.data import sending as data_sending
from desk_app.data.streams import all_streams
from desk_app.domain import errors, records
from desk_app.exchange import boxes, package, refusals, segments, statements
from desk_app.journal import streams as journal_streams
from desk_app.operations import (
    answers,
    backups,
    destinations,
    enrolment,
    intake,
    joining,
    opening,
    package_making,
    package_parts,
    receipts,
    receiving,
    recovery,
    relays,
    trust,
    trying_again,
    vouching,
)
from desk_app.operations import desk as desks
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import regency_offices, two_offices
from tests.faults import at_hand
from tests.faults.at_hand import BELAWA_FIRST, FIRST, NUMBER, Offices
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD


@pytest.fixture
def stranger(offices: Offices) -> Iterator[Desk]:
    """A kecamatan that believes the kabupaten, and that the kabupaten has never heard of."""
    with two_offices.kecamatan(offices.folder / "stranger", "73.13.08") as desk:
        vouching.accept(desk, trust.roots_of(offices.province), trust.request_of(offices.province.identity))
        trust.hear_of(desk, *trust.known_to(offices.kabupaten, "73.13.08"))
        yield desk


def forged(segment: segments.Segment, **other: Any) -> segments.Segment:
    """A segment whose first change says something else, with the same seal."""
    body = bytearray(segment.bodies[0])
    body[-1] ^= 1
    return dataclasses.replace(segment, bodies=(bytes(body), *segment.bodies[1:]), **other)


def stream_of(desk: Desk, author: Desk, place: str) -> Any:
    """The stream in which an office writes openly about a place, as held at a desk."""
    scope = journal_streams.Scope(EVENT, place, journal_streams.ReaderClass.OPEN)
    with desk.reading() as connection:
        [found] = [
            one for one in all_streams(connection) if one.replica == author.identity.replica and one.scope == scope
        ]
    return found


def test_48_a_kabupaten_of_another_root(offices: Offices) -> None:
    """§23 no. 48: a rehearsal, another campaign, or an impostor who calls itself the kabupaten: nothing is taken."""
    with regency_offices.make(offices.folder / "another") as other:
        vouching.accept(other, (), trust.request_of(offices.tempe.identity))
        answers.set_answer(other, FIRST, NUMBER, "9")
        path = offices.send(other, offices.tempe)
    rows = at_hand.everything(offices.tempe)
    before = {name: rows[name] for name in ("change", "answer", "station", "card", "root", "replica")}
    [offered] = finish(intake.look(offices.tempe, [path]))
    [outcome] = finish(receiving.receive(offices.tempe, [path]))
    assert offered.standing is intake.Standing.NEW
    assert (outcome.changes, outcome.accepted) == (0, False)
    assert {reason for reason, _office, _count in outcome.apart} == {"unknown"}
    after = at_hand.everything(offices.tempe)
    assert {name: after[name] for name in before} == before
    offices.carry(offices.kabupaten, offices.tempe)
    assert at_hand.value(offices.tempe, FIRST) is None


def test_52_an_unknown_sender(offices: Offices, stranger: Desk) -> None:
    """§23 no. 52: kept apart, nothing of it shows, and it comes in by itself once somebody vouches for the office."""
    transact(stranger, "x", lambda unit: unit.put(records.STATION, (EVENT, "73.13.08.1001", 1), {"dpt_male": 9}))
    path = offices.send(stranger, offices.kabupaten)
    [offered] = finish(intake.look(offices.kabupaten, [path]))
    assert offered.standing is intake.Standing.NEW
    [outcome] = finish(receiving.receive(offices.kabupaten, [path]))
    assert [(reason, outcome.changes) for reason, _office, _count in outcome.apart] == [("unknown", 0)]
    assert station(offices.kabupaten) is None
    vouching.accept(offices.kabupaten, (), trust.request_of(stranger.identity))
    assert trying_again.try_again(offices.kabupaten) > 0
    assert station(offices.kabupaten) == 9


def station(desk: Desk) -> object:
    with desk.reading() as connection:
        query = "SELECT dpt_male FROM station WHERE village = '73.13.08.1001' AND number = 1"
        return connection.exec_driver_sql(query).scalar_one_or_none()


def test_53_a_withdrawn_office_counts_as_far_as_it_was_heard(offices: Offices) -> None:
    """§23 no. 53: what it wrote before is taken, from the kabupaten too; what it writes after is kept apart."""
    answers.set_answer(offices.belawa, BELAWA_FIRST, NUMBER, "1")
    offices.carry(offices.belawa, offices.kabupaten)
    joining.withdraw(offices.kabupaten, package_making.code_of(offices.belawa.identity.public))
    answers.set_answer(offices.belawa, BELAWA_FIRST, NUMBER, "2")
    outcome = offices.carry(offices.belawa, offices.kabupaten)
    assert [(reason, count) for reason, _office, count in outcome.apart] == [("revoked", 2)]
    assert at_hand.value(offices.kabupaten, BELAWA_FIRST) == 1
    assert "apart_revoked" in at_hand.told(offices.kabupaten)
    assert offices.carry(offices.kabupaten, offices.province).apart == ()
    assert at_hand.value(offices.province, BELAWA_FIRST) == 1


def test_54_a_package_for_another_office(offices: Offices) -> None:
    """§23 no. 54: carried on byte for byte, and opened by nobody on the way."""
    answers.set_answer(offices.kabupaten, FIRST, NUMBER, "4")
    path = offices.send(offices.kabupaten, offices.tempe)
    sealed = package.read(path)
    with pytest.raises(refusals.NotForUs):
        package.unseal(sealed, secrets=[offices.belawa.identity.box])
    with pytest.raises(errors.Refused, match="kantor lain"):
        finish(receiving.receive(offices.belawa, [path]))
    assert relays.take_along(offices.belawa, [path]) == 1
    [kept] = relays.waiting_for(offices.belawa, "73.13.06")
    assert kept.read_bytes() == path.read_bytes()
    finish(receiving.receive(offices.tempe, [kept]))
    assert at_hand.value(offices.tempe, FIRST) == 4


def test_55_an_office_writes_about_the_area_of_another(offices: Offices) -> None:
    """§23 no. 55: an alarm; the rest of its package is taken."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    transact(offices.tempe, "x", lambda unit: unit.put(records.STATION, (EVENT, BELAWA_FIRST[:13], 1), {"dpt_male": 9}))
    outcome = offices.carry(offices.tempe, offices.kabupaten)
    assert outcome.apart == (("scope", offices.tempe.identity.name, 1),)
    assert at_hand.told(offices.kabupaten) == ["apart_scope"]
    assert at_hand.value(offices.kabupaten, FIRST) == 3
    assert not at_hand.faults(offices.kabupaten)
    with offices.kabupaten.reading() as connection:
        query = f"SELECT dpt_male FROM station WHERE village = '{BELAWA_FIRST[:13]}' AND number = 1"
        assert connection.exec_driver_sql(query).scalar_one() == 80


@pytest.mark.parametrize("how", ["body", "body and hash", "sealed anew"])
def test_56_a_relay_alters_what_another_office_wrote(
    offices: Offices, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """§23 no. 56: refused by the author's signature; a seal by the relay itself is none of the author's."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    offices.carry(offices.tempe, offices.kabupaten)
    plain, relay = package_making._segment, offices.kabupaten.identity

    def altered(run: data_sending.Run) -> segments.Segment:
        segment = plain(run)
        if segment.replica != offices.tempe.identity.replica:
            return segment
        if how == "body":
            return forged(segment)
        changed = forged(segment)
        rolling = journal_streams.advance_all(segment.before, changed.bodies)
        seal = dataclasses.replace(segment.seal, rolling=rolling)
        if how == "sealed anew":
            text = journal_streams.seal_text(
                segment.stream, segment.replica, segment.scope, segment.seal.upto, rolling
            )
            seal = segments.make_seal(relay.seed, text, segment.seal.upto, rolling)
        return dataclasses.replace(changed, seal=seal)

    before = at_hand.everything(offices.province)["change"]
    with monkeypatch.context() as patch:
        patch.setattr(package_making, "_segment", altered)
        if how == "sealed anew":
            outcome = offices.carry(offices.kabupaten, offices.province)
            assert [(reason, count) for reason, _office, count in outcome.apart] == [("scope", 1)]
            assert "apart_scope" in at_hand.told(offices.province)
        else:
            with pytest.raises(errors.Damaged):
                offices.carry(offices.kabupaten, offices.province)
    assert at_hand.everything(offices.province)["change"] == before
    offices.carry(offices.kabupaten, offices.province)
    assert at_hand.value(offices.province, FIRST) == 3


def test_57_a_relay_leaves_something_out(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 57: what comes after it waits, and it is said that something is missing."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    offices.carry(offices.tempe, offices.kabupaten)
    answers.set_answer(offices.tempe, FIRST, NUMBER, "4")
    offices.carry(offices.tempe, offices.kabupaten)
    plain = destinations.said_by
    stream = stream_of(offices.kabupaten, offices.tempe, "73.13.06")
    with monkeypatch.context() as patch:
        patch.setattr(destinations, "said_by", lambda *told: {**plain(*told), stream.id: stream.held - 1})
        outcome = offices.carry(offices.kabupaten, offices.province)
    assert (outcome.changes, outcome.waiting) == (0, 1)
    receipt_words = " ".join(one.words for one in intake.intake_words.tell(offices.province, outcome))
    assert "menunggu kiriman lain" in receipt_words
    assert at_hand.value(offices.province, FIRST) is None
    outcome = offices.carry(offices.kabupaten, offices.province)
    assert (outcome.changes, outcome.waiting) == (2, 0)
    assert at_hand.value(offices.province, FIRST) == 4


def test_58_a_relay_holds_back_what_is_newest(offices: Offices) -> None:
    """§23 no. 58: the author sees by numbers, and by the mark of the entry, what the province has not said it has."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    offices.carry(offices.tempe, offices.kabupaten)
    offices.carry(offices.kabupaten, offices.province)
    record = answers.set_answer(offices.tempe, FIRST, NUMBER, "4")
    offices.carry(offices.tempe, offices.kabupaten)
    stream = stream_of(offices.kabupaten, offices.tempe, "73.13.06")
    plain = data_sending.runs
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data_sending, "runs", lambda *told: (one for one in plain(*told) if one.stream.id != stream.id))
        offices.carry(offices.kabupaten, offices.province)
    offices.carry(offices.province, offices.kabupaten)
    offices.carry(offices.kabupaten, offices.tempe)
    with offices.tempe.reading() as connection:
        there = destinations.said_by(connection, "73")[stream.id]
        here = destinations.said_by(connection, "73.13")[stream.id]
    assert (there, here) == (stream.held - 1, stream.held)
    assert receipts.of_record(offices.tempe, record).mark == "✓✓"
    offices.carry(offices.kabupaten, offices.province)
    offices.carry(offices.province, offices.kabupaten)
    offices.carry(offices.kabupaten, offices.tempe)
    assert receipts.of_record(offices.tempe, record).mark == "✓✓✓"


def test_59_an_old_package_once_more(offices: Offices) -> None:
    """§23 no. 59: no effect, whatever has come since; older words never take the place of newer ones."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    old = offices.send(offices.tempe, offices.kabupaten)
    finish(receiving.receive(offices.kabupaten, [old]))
    answers.set_answer(offices.tempe, FIRST, NUMBER, "4")
    offices.carry(offices.tempe, offices.kabupaten)
    before = at_hand.everything(offices.kabupaten)
    [outcome] = finish(receiving.receive(offices.kabupaten, [old]))
    assert outcome.nothing_new
    assert at_hand.everything(offices.kabupaten) == before
    assert at_hand.value(offices.kabupaten, FIRST) == 4


def claiming(desk: Desk, stream: bytes, upto: int) -> Any:
    """What an office says when it claims to hold more of a stream than there is, or something else."""
    def make(_desk: Desk, _connection: object, _reads: object, version: int) -> list[statements.Statement]:
        held = [statements.Held(stream, upto, b"\x07" * 32)]
        own = desk.identity
        return [statements.make_statement(
            own.seed, replica=own.replica, version=version, place="73.13.06",
            reader_class=journal_streams.ReaderClass.OPEN, held=held, superseded=())]

    return make


def test_63_an_office_claims_to_hold_more_than_there_is(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 63: only itself is sent less; others get all there is, and it too once it tells the truth again."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "2")
    stream = stream_of(offices.tempe, offices.tempe, "73.13.06").id
    with monkeypatch.context() as patch:
        patch.setattr(package_parts, "statements_of", claiming(offices.province, stream, 1 << 39))
        offices.carry(offices.province, offices.kabupaten)
    offices.carry(offices.tempe, offices.kabupaten)
    with offices.kabupaten.reading() as connection:
        others = said_rows.by_offices(
            connection, [one.identity.public for one in (offices.tempe, offices.belawa, offices.kabupaten)])
    assert others.get(stream, 0) < 1 << 20
    offices.carry(offices.kabupaten, offices.province)
    assert at_hand.value(offices.province, FIRST) is None
    offices.carry(offices.province, offices.kabupaten)
    offices.carry(offices.kabupaten, offices.province)
    assert at_hand.value(offices.province, FIRST) == 2


def test_63_an_office_claims_to_hold_something_else(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 63: another hash under a number that is held here is an alarm."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    offices.carry(offices.tempe, offices.kabupaten)
    stream = stream_of(offices.kabupaten, offices.tempe, "73.13.06")
    with monkeypatch.context() as patch:
        patch.setattr(package_parts, "statements_of", claiming(offices.province, stream.id, stream.held))
        offices.carry(offices.province, offices.kabupaten)
    assert at_hand.told(offices.kabupaten) == ["differs"]
    offices.carry(offices.kabupaten, offices.province)
    assert at_hand.value(offices.province, FIRST) == 3


@pytest.mark.parametrize("harm", ["missing", "cut", "other bytes"])
def test_64_the_key_file_is_gone_or_broken(offices: Offices, harm: str) -> None:
    """§23 no. 64: refused in words, the data are left; a backup's key file or a new ready file goes on with them."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    offices.carry(offices.tempe, offices.kabupaten)
    made = finish(backups.make_backup(offices.tempe)).made
    offices.tempe.close()
    folder = offices.tempe.folder
    kept = (folder / desks.DATABASE).read_bytes()
    file = folder / "desk.keys"
    match harm:
        case "missing":
            file.unlink()
        case "cut":
            file.write_bytes(file.read_bytes()[:-40])
        case _:
            file.write_bytes(b"\0" * 400)
    with pytest.raises(errors.Refused):
        opening.open_office(folder, PASSWORD, now=lambda: NOW)
    assert (folder / desks.DATABASE).read_bytes() == kept
    if harm == "missing":
        [ready] = finish(enrolment.prepare(offices.kabupaten, ["73.13.06"], offices.stick))
        steps = enrolment.open_ready(
            ready.files[0], ready.word, offices.folder / "new", "Besse", PASSWORD, now=lambda: NOW,
            key_memory=KEY_MEMORY)
        with finish(steps).desk as again:
            assert at_hand.value(again, FIRST) == 3
        return
    finish(recovery.restore(made.folder, folder, PASSWORD, now=lambda: NOW))
    with opening.open_office(folder, PASSWORD, now=lambda: NOW) as again:
        assert at_hand.value(again, FIRST) == 3


def test_65_closed_for_a_key_that_was_replaced_since(offices: Offices) -> None:
    """§23 no. 65: older keys are kept, and tried too."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "3")
    path = offices.send(offices.tempe, offices.kabupaten)
    old, fresh = offices.kabupaten.identity, boxes.new_key()
    offices.kabupaten.identity = dataclasses.replace(old, box=fresh.secret, recipient=fresh.recipient)
    with pytest.raises(errors.Refused):
        finish(receiving.receive(offices.kabupaten, [path]))
    with offices.kabupaten.store.writing() as connection:
        meta.write(connection, {"older_boxes": old.box.encode()})
    finish(receiving.receive(offices.kabupaten, [path]))
    assert at_hand.value(offices.kabupaten, FIRST) == 3


def test_52_who_joins_by_phone_can_send_to_a_kabupaten_that_has_a_province(offices: Offices) -> None:
    """§23 no. 52: the unknown sender becomes known; found while an unknown sender was tried (exchange.md §13)."""
    with two_offices.kecamatan(offices.folder / "new", "73.13.08") as desk:
        joining.write_request(desk, offices.stick)
        [request] = finish(intake.look(offices.kabupaten, [offices.stick]))
        finish(intake.take(offices.kabupaten, [request], [request.sender_code]))
        path = offices.send(offices.kabupaten, desk)
        [offered] = finish(intake.look(desk, [path]))
        finish(intake.take(desk, [offered], [offered.sender_code]))
        known = [one.known for one in destinations.listed(desk) if one.place == "73.13"]
    assert known == [True]
