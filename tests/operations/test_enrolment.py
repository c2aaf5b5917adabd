# SPDX-License-Identifier: Apache-2.0
"""Siapkan paket kecamatan: an office works minutes after its file was opened, its first package registers it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import invitations, meta
from desk_app.domain import errors, records
from desk_app.exchange import refusals
from desk_app.operations import (
    accounts,
    answers,
    authority_root,
    checking,
    disagreements,
    enrolment,
    import_outcome,
    issues,
    joining,
    opening,
    package_making,
    receiving,
    sending,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

MakeOffice = Callable[..., Desk]
STATION = "73.13.06.1001-001"
KEY_MEMORY = 8 << 20


@pytest.fixture
def kabupaten(make_office: MakeOffice) -> Desk:
    desk = make_office("73.13")
    rows = [
        (("pemilu-2024", village, 1), {"dpt_male": 100, "dpt_female": 120})
        for village in ("73.13.06.1001", "73.13.07.1001")
    ]
    transact(desk, "Daftar TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
    return desk


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def ready(desk: Desk, place: str, stick: Path) -> enrolment.Ready:
    [made] = finish(enrolment.prepare(desk, [place], stick))
    return made


def opened(made: enrolment.Ready, folder: Path, word: str = "") -> Desk:
    steps = enrolment.open_ready(
        made.files[0],
        word or made.word,
        folder,
        "Besse",
        "rahasia",
        now=lambda: 1_707_782_400,
        key_memory=KEY_MEMORY,
    )
    return finish(steps).desk


@pytest.fixture
def tempe(kabupaten: Desk, stick: Path, tmp_path: Path) -> Iterator[Desk]:
    with opened(ready(kabupaten, "73.13.06", stick), tmp_path / "tempe") as desk:
        yield desk


def carry(source: Desk, target: Desk, stick: Path) -> import_outcome.Outcome:
    [outcome] = finish(receiving.receive(target, finish(sending.send(source, target.identity.place, stick)).files))
    return outcome


def test_it_works_at_once_and_is_vouched_for_by_its_first_package(kabupaten: Desk, tempe: Desk, stick: Path) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "2")
    outcome = carry(tempe, kabupaten, stick)
    assert outcome.apart == ()
    assert outcome.new["answer"] == 1
    assert [one.name for one in joining.offices(kabupaten)] == [kabupaten.identity.name, tempe.identity.name]
    carry(kabupaten, tempe, stick)
    carry(tempe, kabupaten, stick)
    own, other = checking.digests(kabupaten), checking.digests(tempe)
    assert [own[scope] == other[scope] for scope in own if scope in other] == [True] * 5


def test_it_holds_nothing_of_another_kecamatan(tempe: Desk) -> None:
    with tempe.reading() as connection:
        villages = connection.exec_driver_sql("SELECT village FROM station").scalars().all()
    assert villages == ["73.13.06.1001"]


def test_the_word_is_typed_as_one_likes_and_a_wrong_one_opens_nothing(
    kabupaten: Desk, stick: Path, tmp_path: Path
) -> None:
    made = ready(kabupaten, "73.13.06", stick)
    with pytest.raises(errors.Refused, match="salah ketik"):
        opened(made, tmp_path / "office", "A" + made.word[1:] if made.word[0] != "A" else "B" + made.word[1:])
    other = ready(kabupaten, "73.13.07", stick)
    with pytest.raises(refusals.WrongSecret):
        opened(made, tmp_path / "office", other.word)
    assert not (tmp_path / "office" / "desk.db").exists()
    with opened(made, tmp_path / "office", made.word.lower().replace("-", " ")) as desk:
        assert desk.identity.place == "73.13.06"


def test_an_invitation_serves_one_office(kabupaten: Desk, stick: Path, tmp_path: Path) -> None:
    made = ready(kabupaten, "73.13.06", stick)
    with opened(made, tmp_path / "first") as first, opened(made, tmp_path / "second") as second:
        assert carry(first, kabupaten, stick).apart == ()
        outcome = carry(second, kabupaten, stick)
    assert [reason for reason, _office, _count in outcome.apart] == ["unknown"]
    with kabupaten.reading() as connection:
        [invitation] = invitations.every(connection)
    assert invitation.used_by == first.identity.public
    assert invitation.secret == ""


def test_a_lost_laptop_is_replaced_and_the_old_one_counts_as_far_as_it_was_heard(
    kabupaten: Desk, tempe: Desk, stick: Path, tmp_path: Path
) -> None:
    answers.set_answer(tempe, STATION, "log.tinta", "1")
    carry(tempe, kabupaten, stick)
    joining.withdraw(kabupaten, package_making.code_of(tempe.identity.public))
    made = ready(kabupaten, "73.13.06", stick)
    answers.set_answer(tempe, STATION, "log.tinta", "9")  # whoever found it types on
    stolen = finish(sending.send(tempe, "73.13", stick)).files
    with opened(made, tmp_path / "new laptop") as again:
        assert _value(again, "log.tinta") == 1
        answers.set_answer(again, STATION, "log.bilik", "4")
        assert carry(again, kabupaten, stick).apart == ()
    [outcome] = finish(receiving.receive(kabupaten, stolen))
    assert [reason for reason, _office, _count in outcome.apart] == ["revoked"]
    assert (_value(kabupaten, "log.tinta"), _value(kabupaten, "log.bilik")) == (1, 4)


def test_another_computer_of_the_office_shares_its_keys_and_its_settings(
    kabupaten: Desk, stick: Path, tmp_path: Path
) -> None:
    issues.new_issue(kabupaten, "Satu", "73.13.06.1001")
    with opened(ready(kabupaten, "73.13", stick), tmp_path / "pc2") as second:
        assert second.identity.public == kabupaten.identity.public
        assert second.identity.replica != kabupaten.identity.replica
        assert second.identity.name == kabupaten.identity.name
        issues.new_issue(second, "Dua", "73.13.06.1001")
        assert disagreements.open_ones(second) == [], "one office does not differ with itself"
        assert carry(second, kabupaten, stick).apart == ()
        assert disagreements.open_ones(kabupaten) == []
        with kabupaten.reading() as connection:
            numbers = connection.exec_driver_sql("SELECT number FROM issue").scalars().all()
    assert len(set(numbers)) == 2


def test_a_forgotten_password_is_solved_over_the_phone_once(
    kabupaten: Desk, tempe: Desk, stick: Path
) -> None:
    carry(tempe, kabupaten, stick)
    [(name, secret)] = joining.rescue_words(kabupaten, "73.13.06")
    assert name == tempe.identity.name
    tempe.close()
    with accounts.open_with_sheet(tempe.folder, secret.lower(), "Besse", "baru saja", key_memory=KEY_MEMORY) as again:
        carry(again, kabupaten, stick)
    opening.open_office(tempe.folder, "baru saja").close()
    with pytest.raises(errors.NotPermitted):
        accounts.open_with_sheet(tempe.folder, secret, "Besse", "lagi", key_memory=KEY_MEMORY)
    [(_name, fresh)] = joining.rescue_words(kabupaten, "73.13.06")
    assert fresh != secret


def test_only_an_authority_prepares_and_only_for_its_own(kabupaten: Desk, tempe: Desk, stick: Path) -> None:
    for desk, place in ((tempe, "73.13.07"), (kabupaten, "73.14.01")):
        with pytest.raises(errors.Refused, match="tidak dibuat oleh kantor ini"):
            finish(enrolment.prepare(desk, [place], stick))


def test_any_other_file_is_no_ready_file(kabupaten: Desk, tempe: Desk, stick: Path, tmp_path: Path) -> None:
    sent = finish(sending.send(tempe, "73.13", stick))
    with pytest.raises(errors.Refused, match="bukan berkas siap"):
        enrolment.look(sent.files[0])
    strange = tmp_path / "x.desk"
    strange.write_bytes(b"MZ")
    with pytest.raises(errors.Refused, match="bukan kiriman"):
        enrolment.look(strange)


def test_the_spare_key_is_told_once_and_replaces_a_stolen_one(
    kabupaten: Desk, tempe: Desk, stick: Path
) -> None:
    carry(tempe, kabupaten, stick)
    carry(kabupaten, tempe, stick)
    sheet = authority_root.spare_sheet(kabupaten)
    assert sheet is not None
    authority_root.spare_printed(kabupaten)
    assert authority_root.spare_sheet(kabupaten) is None
    with kabupaten.reading() as connection:
        assert "spare_seed" not in meta.read(connection)
    authority_root.renew_root(kabupaten, sheet.lower())
    answers.set_answer(kabupaten, STATION, "log.tinta", "2")
    assert carry(kabupaten, tempe, stick).apart == ()
    answers.set_answer(tempe, STATION, "log.bilik", "4")
    assert carry(tempe, kabupaten, stick).apart == ()
    with pytest.raises(errors.NotPermitted, match="tidak cocok"):
        authority_root.renew_root(kabupaten, sheet)


def _value(desk: Desk, item: str) -> object:
    with desk.reading() as connection:
        query = f"SELECT quantity FROM answer WHERE subject = '{STATION}' AND item = '{item}'"
        return connection.exec_driver_sql(query).scalar_one_or_none()


def test_a_word_is_tried_without_setting_anything_up(kabupaten: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "dua"
    stick.mkdir()
    [made, other] = finish(enrolment.prepare(kabupaten, ["73.13.07", "73.13.08"], stick))
    before = sorted(stick.parent.iterdir())
    enrolment.require_word(made.files[0], made.word.lower())
    with pytest.raises(errors.NotPermitted):
        enrolment.require_word(made.files[0], other.word)
    assert sorted(stick.parent.iterdir()) == before
