# SPDX-License-Identifier: Apache-2.0
"""What an office that does not keep to the rules can bring about at another, and what not."""

import contextlib
import dataclasses
import secrets
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import apart, meta, said, streams
from desk_app.data import trust as rows
from desk_app.domain import errors, records
from desk_app.domain.records import FieldKind, Reach
from desk_app.exchange import package, statements
from desk_app.journal import change, codec
from desk_app.journal import streams as journal
from desk_app.journal.streams import ReaderClass, Scope
from desk_app.operations import (
    import_outcome,
    joining,
    judging,
    package_making,
    parcel_register,
    receiving,
    sending,
    trust,
    trying_again,
    vouching,
)
from desk_app.operations.desk import Desk
from tests import acquainted, crafted

MakeOffice = Callable[..., Desk]
OPEN = Scope("", "73.13.06", ReaderClass.OPEN)


@pytest.fixture
def kabupaten(make_office: MakeOffice) -> Desk:
    return make_office("73.13")


@pytest.fixture
def tempe(make_office: MakeOffice, kabupaten: Desk) -> Desk:
    desk = make_office("73.13.06")
    acquainted.introduce(kabupaten, desk)
    return desk


@pytest.fixture
def belawa(make_office: MakeOffice, kabupaten: Desk) -> Desk:
    desk = make_office("73.13.07")
    acquainted.introduce(kabupaten, desk)
    return desk


def unknown(make_office: MakeOffice, kabupaten: Desk) -> Desk:
    """A kecamatan that believes the kabupaten, which does not know it yet."""
    desk = make_office("73.13.07")
    vouching.accept(desk, trust.roots_of(kabupaten), trust.request_of(kabupaten.identity))
    trust.hear_of(desk, *trust.known_to(kabupaten, "73.13.07"))
    return desk


def send(source: Desk, stick: Path) -> Path:
    return finish(sending.send(source, "73.13", stick)).files[0]


def take(desk: Desk, path: Path) -> import_outcome.Outcome:
    [outcome] = finish(receiving.receive(desk, [path]))
    return outcome


def kept_apart(desk: Desk) -> int:
    with desk.reading() as connection:
        return len(apart.every(connection))


def test_a_run_that_was_altered_is_not_even_kept_apart(
    make_office: MakeOffice, kabupaten: Desk, tempe: Desk, tmp_path: Path
) -> None:
    """It would be judged again with each package that brings its office's card, and have that refused."""
    new = unknown(make_office, kabupaten)
    carried = package.unseal(package.read(send(new, tmp_path)), secrets=[new.identity.box])
    run = carried.segments[0]
    altered = dataclasses.replace(run, bodies=tuple(bytes(len(one)) for one in run.bodies))
    with pytest.raises(errors.Damaged, match="ditandai"):
        take(kabupaten, crafted.write(tmp_path / "x.desk", tempe, kabupaten, segments=(altered,)))
    assert kept_apart(kabupaten) == 0
    take(kabupaten, crafted.write(tmp_path / "y.desk", tempe, kabupaten, segments=(run,)))
    vouching.accept(kabupaten, (), trust.request_of(new.identity))
    assert trying_again.try_again(kabupaten) == len(run.bodies)


def test_what_was_kept_apart_comes_in_later_if_the_power_went_between(
    make_office: MakeOffice, kabupaten: Desk, tempe: Desk, tmp_path: Path
) -> None:
    new = unknown(make_office, kabupaten)
    take(kabupaten, send(new, tmp_path))
    vouching.accept(kabupaten, (), trust.request_of(new.identity))  # and then the light goes out
    assert kept_apart(kabupaten)
    take(kabupaten, send(tempe, tmp_path))
    assert kept_apart(kabupaten) == 0


def test_an_import_in_slices_loses_nothing_that_was_kept_apart(
    make_office: MakeOffice, kabupaten: Desk, tempe: Desk, tmp_path: Path
) -> None:
    new = unknown(make_office, kabupaten)
    take(kabupaten, send(new, tmp_path))
    vouching.accept(kabupaten, (), trust.request_of(new.identity))
    steps = receiving.receive_in_slices(kabupaten, send(tempe, tmp_path))
    next(steps)
    next(steps)
    steps.close()
    with kabupaten.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM stream WHERE replica = ? AND held > 0", (new.identity.replica,)
        ).scalar_one()
    assert (kept_apart(kabupaten), found > 0) == (0, True)


def test_a_withdrawn_office_takes_no_replica_from_another(
    kabupaten: Desk, tempe: Desk, belawa: Desk, tmp_path: Path
) -> None:
    joining.withdraw(kabupaten, package_making.code_of(tempe.identity.public))
    run = crafted.run(tempe.identity.seed, belawa.identity.replica, OPEN, b"x")
    take(kabupaten, crafted.write(tmp_path / "x.desk", tempe, kabupaten, segments=(run,)))
    outcome = take(kabupaten, send(belawa, tmp_path))
    assert (outcome.apart, outcome.changes > 0) == ((), True)


def test_an_office_takes_no_replica_by_a_run_beyond_its_area(
    kabupaten: Desk, tempe: Desk, belawa: Desk, tmp_path: Path
) -> None:
    beyond = Scope("", "73.13.07", ReaderClass.OPEN)
    run = crafted.run(tempe.identity.seed, belawa.identity.replica, beyond, b"x")
    take(kabupaten, crafted.write(tmp_path / "x.desk", tempe, kabupaten, segments=(run,)))
    assert take(kabupaten, send(belawa, tmp_path)).apart == ()


def test_an_office_takes_no_replica_that_nobody_has_seen_yet(
    kabupaten: Desk, tempe: Desk, belawa: Desk, tmp_path: Path
) -> None:
    """A replica's id stands in the clear on the stick: who comes first with it must not own it."""
    run = crafted.run(tempe.identity.seed, belawa.identity.replica, OPEN, b"x")
    said_so = statements.make_statement(
        tempe.identity.seed,
        replica=belawa.identity.replica,
        version=9,
        place="73.13.06",
        reader_class=ReaderClass.OPEN,
        held=[statements.Held(secrets.token_bytes(16), 1, bytes(32))],
    )
    path = crafted.write(tmp_path / "x.desk", tempe, kabupaten, segments=(run,), statements=(said_so,))
    assert take(kabupaten, path).apart == (("scope", "Desk Pemilu Kecamatan Tempe", 1),)
    outcome = take(kabupaten, send(belawa, tmp_path))
    assert (outcome.apart, outcome.changes > 0) == ((), True)


def test_an_office_writes_from_so_many_databases_and_no_more(
    kabupaten: Desk, tempe: Desk, belawa: Desk, tmp_path: Path
) -> None:
    """Each can hold a field against all others: a thousand of them would keep an import busy for hours."""
    many, key = judging.MOST_REPLICAS + 1, tempe.identity
    ids = [journal.replica_id(key.public, number.to_bytes(16, "little")) for number in range(many)]
    for_each = [crafted.run(key.seed, one, OPEN, b"x") for one in ids]
    outcome = take(kabupaten, crafted.write(tmp_path / "x.desk", tempe, kabupaten, segments=tuple(for_each)))
    assert outcome.apart == (("replicas", "Desk Pemilu Kecamatan Tempe", 1),)
    assert take(kabupaten, send(belawa, tmp_path)).apart == ()


def test_only_the_receiver_says_that_a_package_is_there(
    kabupaten: Desk, tempe: Desk, belawa: Desk, tmp_path: Path
) -> None:
    """Whoever sees the stick can read the package's id."""
    trust.hear_of(belawa, *trust.known_to(kabupaten, "73.13"))
    with belawa.reading() as connection:
        assert rows.card_of(connection, tempe.identity.public)
    head = package.peek(send(belawa, tmp_path))

    def receipt(of: Desk) -> statements.Receipt:
        packages = [(head.id, head.number)]
        return statements.make_receipt(
            of.identity.seed, version=1, sender=belawa.identity.public, packages=packages
        )

    forged = crafted.write(tmp_path / "x.desk", tempe, belawa, receipts=(receipt(tempe),))
    assert take(belawa, forged).received == ()
    assert not any(one.acknowledged for one in parcel_register.entries(belawa) if one.sent)
    true = crafted.write(tmp_path / "y.desk", kabupaten, belawa, receipts=(receipt(kabupaten),))
    assert take(belawa, true).received == (head.number,)


def test_an_office_says_nothing_of_what_it_cannot_hold(
    kabupaten: Desk, tempe: Desk, tmp_path: Path
) -> None:
    told = [
        statements.make_statement(
            tempe.identity.seed,
            replica=tempe.identity.replica,
            version=9,
            place=place,
            reader_class=reader_class,
            held=[statements.Held(secrets.token_bytes(16), 1, bytes(32))],
        )
        for place, reader_class in [
            ("73.13.06", ReaderClass.OPEN),
            ("73.13.06.1001", ReaderClass.OPEN),
            ("73.13", ReaderClass.SHARED_DOWN),
            ("73.13", ReaderClass.OPEN),
            ("73.13.07", ReaderClass.OPEN),
        ]
    ]
    take(kabupaten, crafted.write(tmp_path / "x.desk", tempe, kabupaten, statements=tuple(told)))
    with kabupaten.reading() as connection:
        places = {one.place for one in said.statements(connection) if one.version == 9}
        classes = {one.reader_class for one in said.statements(connection) if one.place == "73.13"}
    assert places == {"73.13.06", "73.13.06.1001", "73.13"}
    assert classes == {ReaderClass.SHARED_DOWN}


def test_one_office_cannot_have_another_renewed_for_ever(
    kabupaten: Desk, tempe: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That it holds more than there is cannot be proved; the own seal proves it."""
    monkeypatch.setattr(judging, "MOST_BELIEVED", 2)
    seen = [kabupaten.identity.replica]
    for version in range(100, 104):
        with kabupaten.reading() as connection:
            every = [one for one in streams.all_streams(connection) if one.replica == kabupaten.identity.replica]
        mine, scope = next((one, one.scope) for one in every if one.scope and journal.may_read("73.13.06", one.scope))
        word = statements.make_statement(
            tempe.identity.seed,
            replica=tempe.identity.replica,
            version=version,
            place=scope.place,
            reader_class=scope.reader_class,
            held=[statements.Held(mine.id, 1 << 39, bytes(32))],
        )
        path = crafted.write(tmp_path / "x.desk", tempe, kabupaten, number=version, statements=(word,))
        take(kabupaten, path)
        seen.append(kabupaten.identity.replica)
    assert len(set(seen)) == 3
    with kabupaten.reading() as connection:
        [counted] = [value for name, value in meta.read(connection).items() if name.startswith("behind_by_")]
    assert counted == b"2"


PRIVATE = [declared for declared in records.TYPES.values() if declared.reach in (Reach.CONFIDENTIAL, Reach.INTERNAL)]
CLASSES = (ReaderClass.INTERNAL, ReaderClass.CONFIDENTIAL, ReaderClass.OPEN)


@pytest.mark.parametrize("declared", PRIVATE, ids=lambda one: one.name)
def test_nobody_plants_what_is_of_one_office_in_another(
    kabupaten: Desk, tempe: Desk, tmp_path: Path, declared: records.RecordType
) -> None:
    """Names of informers, telephones, settings: neither from above under its own scope, nor from below."""
    event = "pemilu-2024" if any(field.name == "event" for field in declared.columns) else ""
    for source, target in ((kabupaten, tempe), (tempe, kabupaten)):
        held = private_rows(target, declared), private_streams(target)
        scopes = [Scope(event, place, one) for place in ("73.13", "73.13.06") for one in CLASSES]
        for number, scope in enumerate(scopes):
            run = crafted.run(source.identity.seed, source.identity.replica, scope, planted(declared, source, scope))
            path = tmp_path / f"{source.identity.place}-{number}.desk"
            crafted.write(path, source, target, number=number + 7, segments=(run,))
            with contextlib.suppress(errors.Damaged):
                take(target, path)
        assert (private_rows(target, declared), private_streams(target)) == held


def planted(declared: records.RecordType, source: Desk, scope: Scope) -> bytes:
    """The first change of a stream: a record of a kind with nothing in it but what its scope asks for."""
    key = tuple(
        {"event": scope.event, "place": scope.place}.get(field.name, 7 if field.kind is FieldKind.NUMBER else "x")
        for field in declared.key
    )
    fields: dict[int, change.Value] = {}
    if not declared.key and scope.event:
        fields[declared.field("event").no] = scope.event
    one = change.Change(
        change.ChangeKind.CREATE, declared.no, key or None, fields=fields, actor=1, claimed=source.now()
    )
    return codec.encode(one, journal.stream_id(source.identity.replica, scope))


def private_rows(desk: Desk, declared: records.RecordType) -> int:
    with desk.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {declared.name}").scalar_one())


def private_streams(desk: Desk) -> int:
    """How many changes of what is of one office alone are held that another one wrote."""
    own = desk.identity.replica
    with desk.reading() as connection:
        return sum(
            one.held
            for one in streams.all_streams(connection)
            if one.replica != own and one.scope is not None and one.scope.reader_class >= ReaderClass.CONFIDENTIAL
        )
