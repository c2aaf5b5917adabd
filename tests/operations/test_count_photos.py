# SPDX-License-Identifier: Apache-2.0
"""Photos of the count: sealed when they are attached, opened by who may read the figures, closed to everybody else."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import attachments as rows
from desk_app.data import attachments_kept, count_boxes
from desk_app.domain import errors, records
from desk_app.operations import (
    accounts,
    attachments,
    checking,
    count_check,
    count_entry,
    count_keys,
    count_photos,
    count_recaps,
    count_rules,
    count_writing_keys,
    disagreements,
    history,
    receiving,
    values,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, counting_people, photographs, two_offices
from tests.counted_offices import RACE
from tests.operations import carried_photos
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import KEY_MEMORY, PASSWORD

FIRST, SECOND = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
NAME, CAPTION = "TPS 1 suara 212.jpg", "Anis 212"


@pytest.fixture
def counting(wajo: Desk) -> Desk:
    """Andi holds the key of the count."""
    counting_people.prepare(wajo)
    return wajo


def copied(desk: Desk, subject: str = FIRST) -> int:
    """The record of a copy of who is at the keyboard."""
    return count_entry.save(desk, subject, RACE, {"v1": 1}).record


def source(seed: int = 1, name: str = NAME) -> attachments.Source:
    return attachments.Source(name, data=photographs.jpeg(seed=seed))


def attach(desk: Desk, record: int, given: attachments.Source | None = None, caption: str = CAPTION) -> int:
    added = finish(attachments.add_all(desk, record, [given or source()], caption))
    assert added.refused == ()
    return added.numbers[0]


@contextmanager
def sitting(desk: Desk, name: str, role: Role = Role.OPERATOR) -> Iterator[Desk]:
    with counting_people.somebody(desk, name, role):
        yield desk


def kept(desk: Desk, no: int) -> tuple[rows.Row, bytes]:
    with desk.reading() as connection:
        row = rows.one(connection, no)
    assert row is not None
    return row, desk.attachments.get(row.digest)


def carry(source: Desk, target: Desk, folder: Path) -> None:
    """A package with its photos."""
    sent = carried_photos.sent(source, target.identity.place, folder)
    finish(receiving.receive(target, [*sent.files, *sent.photos]))


def require_open(desk: Desk, no: int) -> None:
    one = attachments.attachment(desk, no)
    assert (one.name, one.caption, one.sealed, one.closed) == (NAME, CAPTION, True, False)
    assert attachments.content(desk, no).startswith(b"\xff\xd8\xff")
    assert attachments.picture(desk, no, 96).width == 96


def require_closed(desk: Desk, record: int, no: int, folder: Path) -> None:
    """Through every door of this file."""
    [one] = [each for each in attachments.of_record(desk, record) if each.no == no]
    assert (one.name, one.caption, one.sealed, one.closed) == ("Foto C.HASIL 1.jpg", "", True, True)
    for ask in (
        lambda: attachments.content(desk, no),
        lambda: attachments.picture(desk, no),
        lambda: attachments.suggested_name(desk, no),
        lambda: attachments.save_as(desk, no, folder),
        lambda: attachments.save_as(desk, no, folder / "x.jpg"),
        lambda: attachments.set_caption(desk, no, "x"),
        lambda: attachments.delete(desk, no),
    ):
        with pytest.raises(errors.NotPermitted, match="tersegel"):
            ask()
    assert list(folder.glob("*.jpg")) == []


def test_who_attached_it_and_who_verifies_open_it_and_nobody_else(counting: Desk, tmp_path: Path) -> None:
    with sitting(counting, "Besse"):
        record = copied(counting)
        no = attach(counting, record)
        require_open(counting, no)
        assert attachments.save_as(counting, no, tmp_path).name == NAME
        (tmp_path / NAME).unlink()
    with sitting(counting, "Citra"):
        require_closed(counting, record, no, tmp_path)
    with sitting(counting, "Dewi", Role.VERIFIER):  # by her role alone she holds no key
        require_closed(counting, record, no, tmp_path)
    require_open(counting, no)


def test_nothing_of_it_stands_readable(counting: Desk) -> None:
    no = attach(counting, copied(counting))
    row, stored = kept(counting, no)
    photo = attachments.content(counting, no)
    assert stored[:1] == b"\x01"
    assert photo[:400] not in stored
    assert b"JFIF" not in stored[:200]
    assert len(stored) == row.size == attachments.attachment(counting, no).size
    assert b"212" not in row.sealed
    entries = history.history(counting, no)
    assert "212" not in repr([one.after for entry in entries for one in entry.fields])
    told = {one.field: values.Speaker(counting).value("attachment", one.field, one.after) for one in entries[0].fields}
    assert told["sealed"] == "(tersegel)"
    sound = finish(checking.check(counting))
    assert (sound.attachments, sound.faults) == (1, ())


def test_the_same_photo_is_known_again_whatever_it_is_called(counting: Desk) -> None:
    record = copied(counting)
    attach(counting, record)
    added = finish(attachments.add_all(counting, record, [source(name="lain.jpg"), source(2)]))
    assert [name for name, _why in added.refused] == ["lain.jpg"]
    assert "sudah dilampirkan" in added.refused[0][1]
    assert [one.name for one in attachments.of_record(counting, record)] == [NAME, NAME]
    other = attach(counting, copied(counting, SECOND))
    digests = {kept(counting, one.no)[0].digest for one in attachments.of_record(counting, record)}
    assert kept(counting, other)[0].digest not in digests  # bound to its own TPS
    require_open(counting, other)


def test_a_document_a_recapitulation_and_what_a_verifier_decided(counting: Desk) -> None:
    paper = attachments.Source("hasil 212.pdf", data=photographs.pdf())
    with sitting(counting, "Besse"):
        recap = count_recaps.put(counting, TEMPE, RACE, {"v1": 9})
        document, picture = attach(counting, recap, paper), attach(counting, recap)
        assert attachments.content(counting, document) == photographs.pdf()
        assert attachments.suggested_name(counting, document) == "hasil 212.pdf"
    copied(counting)
    count_check.correct(counting, FIRST, RACE, "v1", 2, "Foto")
    with counting.reading() as connection:
        result = connection.exec_driver_sql("SELECT no FROM count_result").scalar_one()
    decided = attach(counting, result)
    with sitting(counting, "Citra"):
        names = [one.name for record in (recap, result) for one in attachments.of_record(counting, record)]
        assert names == ["Dokumen D.HASIL 1.pdf", "Foto D.HASIL 2.jpg", "Foto C.HASIL 1.jpg"]
        for no in (document, picture, decided):
            with pytest.raises(errors.NotPermitted):
                attachments.content(counting, no)
    assert attachments.content(counting, document) == photographs.pdf()


def test_a_caption_is_altered_under_seal_and_taken_back(counting: Desk) -> None:
    with sitting(counting, "Besse"):
        no = attach(counting, copied(counting))
        digest = kept(counting, no)[0].digest
        assert not attachments.set_caption(counting, no, f" {CAPTION} ")
        assert attachments.set_caption(counting, no, "Halaman 2: 212")
        assert attachments.attachment(counting, no).caption == "Halaman 2: 212"
        with pytest.raises(errors.Refused, match="paling panjang"):
            attachments.set_caption(counting, no, "x" * 501)
    assert attachments.set_caption(counting, no, "Dari pemeriksa 212")
    with sitting(counting, "Besse"):
        assert attachments.attachment(counting, no).caption == "Dari pemeriksa 212"
    history.undo(counting)
    assert attachments.attachment(counting, no).caption == "Halaman 2: 212"
    row, _stored = kept(counting, no)
    assert (row.caption, row.digest) == ("", digest)
    assert b"212" not in row.sealed
    with pytest.raises(errors.Refused, match="paling panjang"):
        attach(counting, copied(counting, SECOND), caption="x" * 501)


def test_what_is_refused_leaves_no_content_behind(counting: Desk) -> None:
    record = copied(counting)
    count_entry.discard(counting, FIRST, RACE)
    with pytest.raises(errors.NotFound):
        attach(counting, record)
    assert counting.attachments.names() == frozenset()


def test_taken_off_by_who_attached_it_or_verifies_and_brought_back(counting: Desk) -> None:
    with sitting(counting, "Besse"):
        record = copied(counting)
        first, second = attach(counting, record), attach(counting, record, source(2))
        attachments.delete(counting, second)
        history.undo(counting)
        require_open(counting, second)
        history.redo(counting)
        assert [one.no for one in attachments.of_record(counting, record)] == [first]
        history.undo(counting)
    attachments.delete(counting, second)
    assert [one.no for one in attachments.of_record(counting, record)] == [first]
    with sitting(counting, "Besse"):
        third = attach(counting, record, source(3))
        history.undo(counting)
        assert [one.no for one in attachments.of_record(counting, record)] == [first]
        history.redo(counting)
        require_open(counting, third)


def test_a_photo_of_an_operator_whose_password_was_replaced_can_be_taken_off_by_who_verifies(wajo: Desk) -> None:
    counted_offices.stand(wajo)
    with sitting(wajo, "Besse"):
        no = attach(wajo, copied(wajo))
    accounts.reset_password(wajo, 2, PASSWORD, key_memory=KEY_MEMORY)
    counted_offices.hold(wajo)  # nobody is left who can box Besse's key for it
    with sitting(wajo, "Besse"), pytest.raises(errors.NotPermitted, match="pemeriksa"):
        attachments.content(wajo, no)
    with pytest.raises(errors.NotPermitted, match="belum diterima"):
        attachments.content(wajo, no)
    attachments.delete(wajo, no)


def test_a_key_that_came_later_opens_what_was_attached_before(wajo: Desk) -> None:
    """The first photo stands under a writing key without the office's, the second under one with it."""
    counted_offices.stand(wajo)
    with sitting(wajo, "Besse"):
        record = copied(wajo)
        first = attach(wajo, record)
    with pytest.raises(errors.NotPermitted):
        attachments.content(wajo, first)
    counted_offices.hold(wajo)
    with sitting(wajo, "Besse"):
        count_writing_keys.catch_up(wajo)
        second = attach(wajo, record, source(2))
        require_open(wajo, first)
    for no in (first, second):
        require_open(wajo, no)
    count_keys.seal(wajo, 1, 2, key_memory=KEY_MEMORY)
    with pytest.raises(errors.NotPermitted):
        attachments.content(wajo, first)
    with sitting(wajo, "Besse"):
        third = attach(wajo, record, source(3))
    assert kept(wajo, first)[0].sealed[1:17] != kept(wajo, third)[0].sealed[1:17]
    count_keys.open_with(wajo, "Besse", PASSWORD)
    for no in (first, second, third):
        require_open(wajo, no)


def test_who_sees_totals_alone_sees_no_form(counting: Desk) -> None:
    record = copied(counting)
    no = attach(counting, record)
    with sitting(counting, "Besse"):
        pass
    count_keys.grant(counting, 2, [counted_offices.BOTH[1]])
    with sitting(counting, "Besse"):
        assert count_keys.rights(counting) >= {counted_offices.BOTH[1]}
        assert attachments.attachment(counting, no).closed
        with pytest.raises(errors.NotPermitted):
            attachments.content(counting, no)


def test_who_may_not_copy_attaches_nothing(counting: Desk) -> None:
    record = copied(counting)
    with sitting(counting, "Eko", Role.LEADER), pytest.raises(errors.NotPermitted):
        attach(counting, record)
    assert attachments.of_record(counting, record) == ()


def test_what_was_sealed_for_another_record_is_said_so(counting: Desk) -> None:
    no = attach(counting, copied(counting))
    row, _stored = kept(counting, no)
    mine = rows.values_for(row, copied(counting, SECOND)) | {"sealed": row.sealed}
    moved = transact(counting, "Lampiran", lambda unit: unit.create(records.ATTACHMENT, mine))
    assert attachments.attachment(counting, moved).closed
    with pytest.raises(errors.Damaged, match="bukan yang disegel"):
        attachments.content(counting, moved)
    with pytest.raises(errors.Damaged, match="bukan yang disegel"):
        attachments.set_caption(counting, moved, "x")
    require_open(counting, no)
    assert attachments.attachment(counting, moved).here  # it is not asked for again: it would be the same


def test_the_words_of_one_photo_are_not_those_of_another(counting: Desk) -> None:
    record = copied(counting)
    first, second = attach(counting, record), attach(counting, record, source(2), "lain")
    box = kept(counting, first)[0].sealed
    transact(counting, "Lampiran", lambda unit: unit.set(records.ATTACHMENT, second, {"sealed": box}))
    assert attachments.attachment(counting, second).closed


@pytest.mark.parametrize("content", [b"", b"\x01" + b"x" * 99, photographs.jpeg((40, 30))])
def test_a_content_that_is_not_under_seal_is_said_so(counting: Desk, content: bytes) -> None:
    record = copied(counting)
    attach(counting, record)
    seal = count_photos.seal_for(counting, record)
    assert seal is not None
    digest = counting.attachments.put(content)
    told = count_photos.values(
        seal, digest, count_photos.Told("a.jpg", ""), attachments.media.Media.JPEG, 2
    )
    fields = {"owner": record, "digest": digest, "media": "jpeg", "size": len(content), **told}
    no = transact(counting, "Lampiran", lambda unit: unit.create(records.ATTACHMENT, fields))
    with pytest.raises(errors.Damaged, match="melampirkannya lagi"):
        attachments.content(counting, no)
    assert len(attachments.of_record(counting, record)) == 2


def test_boxes_that_no_version_has_written_hold_up_no_list(counting: Desk) -> None:
    record = copied(counting)
    no = attach(counting, record)
    row, _stored = kept(counting, no)
    seal = count_photos.seal_for(counting, record)
    assert seal is not None
    about = f"{seal.about}|{row.digest.hex()}"
    odd = ({}, {"n": 1, "c": ""}, {"n": ""})
    boxes = [b"x", b"\x01" * 20, *(count_boxes.seal(seal.key, about, one) for one in odd)]
    for box in boxes:
        fields = rows.values_for(row, record) | {"sealed": box}
        transact(counting, "Lampiran", lambda unit, fields=fields: unit.create(records.ATTACHMENT, fields))
    listed = attachments.of_record(counting, record)
    assert [one.closed for one in listed] == [False, *(True for _box in boxes)]
    for one in listed[1:3]:
        with pytest.raises(errors.NotPermitted):
            attachments.content(counting, one.no)


def test_what_was_attached_before_there_was_a_seal_opens_still(counting: Desk) -> None:
    photo = photographs.jpeg()
    with sitting(counting, "Besse"):
        record = copied(counting)
        digest = counting.attachments.put(photo)
        fields = {"owner": record, "digest": digest, "name": "lama.jpg", "media": "jpeg", "size": len(photo)}
        no = transact(counting, "Lampiran", lambda unit: unit.create(records.ATTACHMENT, fields))
    one = attachments.attachment(counting, no)
    assert (one.name, one.sealed, one.closed) == ("lama.jpg", False, False)
    assert attachments.content(counting, no) == photo
    assert attachments.set_caption(counting, no, "Lama")
    assert attachments.attachment(counting, no).caption == "Lama"


def test_an_account_without_a_key_of_its_own_attaches_nothing(counting: Desk) -> None:
    record = copied(counting)
    mine, counting.operator = counting.operator, dataclasses.replace(counting.operator, secret=b"")
    try:
        with pytest.raises(errors.NotPermitted, match="kata sandi Anda sendiri"):
            attach(counting, record)
    finally:
        counting.operator = mine
    assert counting.attachments.names() == frozenset()


def test_a_photo_of_a_kecamatan_is_opened_by_the_kabupaten_and_not_by_others_there(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counting_people.prepare(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        with sitting(two.tempe, "Citra"):
            record = copied(two.tempe)
            no = attach(two.tempe, record)
            require_open(two.tempe, no)
        require_closed(two.tempe, record, no, tmp_path)
        carry(two.tempe, two.kabupaten, tmp_path / "usb")
        with two.kabupaten.reading() as connection:
            there = connection.exec_driver_sql("SELECT no FROM count_form").scalar_one()
        [one] = attachments.of_record(two.kabupaten, there)
        assert (one.closed, one.here, one.by) == (False, True, "Citra")
        require_open(two.kabupaten, one.no)
        with sitting(two.kabupaten, "Dewi"):
            require_closed(two.kabupaten, there, one.no, tmp_path)
        back = attach(two.kabupaten, there, source(2))
        carry(two.kabupaten, two.tempe, tmp_path / "back")
        listed = {attached.by: attached for attached in attachments.of_record(two.tempe, record)}
        assert (listed["Andi"].closed, listed["Andi"].here, listed["Andi"].name) == (True, True, "Foto C.HASIL 2.jpg")
        with sitting(two.tempe, "Citra"), pytest.raises(errors.NotPermitted, match="tersegel"):
            attachments.content(two.tempe, listed["Andi"].no)
        require_open(two.kabupaten, back)
        named = {path.name for path in (two.kabupaten.folder / attachments_kept.FOLDER).iterdir()}
        assert len(named) == 2  # each once, sealed as it is


def test_a_kecamatan_that_sees_its_own_opens_what_the_kabupaten_attached(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counting_people.prepare(two.kabupaten)
        count_rules.edit(two.kabupaten, districts_see=True)
        two.carry(two.kabupaten, two.tempe)
        counted_offices.hold(two.tempe)
        two.carry(two.tempe, two.kabupaten)
        attach(two.kabupaten, copied(two.kabupaten))
        carry(two.kabupaten, two.tempe, tmp_path / "usb")
        with two.tempe.reading() as connection:
            there = connection.exec_driver_sql("SELECT no FROM count_form").scalar_one()
        [one] = attachments.of_record(two.tempe, there)
        require_open(two.tempe, one.no)
        with sitting(two.tempe, "Citra"):
            require_closed(two.tempe, there, one.no, tmp_path)


def test_a_caption_altered_at_two_offices_waits_for_nobody(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counting_people.prepare(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        with sitting(two.tempe, "Citra"):
            no = attach(two.tempe, copied(two.tempe))
        carry(two.tempe, two.kabupaten, tmp_path / "usb")
        with two.kabupaten.reading() as connection:
            there = connection.exec_driver_sql("SELECT no FROM count_form").scalar_one()
        [one] = attachments.of_record(two.kabupaten, there)
        attachments.set_caption(two.kabupaten, one.no, "di kabupaten")
        with sitting(two.tempe, "Citra"):
            attachments.set_caption(two.tempe, no, "di kecamatan")
        carry(two.tempe, two.kabupaten, tmp_path / "back")
        [one] = attachments.of_record(two.kabupaten, there)
        assert one.caption in ("di kabupaten", "di kecamatan")
        assert disagreements.open_ones(two.kabupaten) == []
        assert disagreements.count(two.kabupaten) == 0
