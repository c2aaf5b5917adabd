# SPDX-License-Identifier: Apache-2.0
"""Lampiran: taken in by content, shown, saved, deleted with undo, backed up, restored, checked."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import attachments_kept
from desk_app.domain import errors
from desk_app.operations import (
    answers,
    attachments,
    backups,
    change_settings,
    checking,
    history,
    issues,
    opening,
    recovery,
    values,
)
from desk_app.operations.desk import Desk
from tests import photographs, small_offices


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


@pytest.fixture
def issue(desk: Desk) -> int:
    return issues.new_issue(desk, "Banjir di gudang")


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def kept_files(desk: Desk) -> list[Path]:
    folder = desk.folder / attachments_kept.FOLDER
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_a_photo_is_attached_and_shown(desk: Desk, issue: int, tmp_path: Path) -> None:
    path = file(tmp_path, "IMG 1.JPG", photographs.phone())
    attachments.add(desk, issue, path, "Gudang KPU")
    [found] = attachments.of_record(desk, issue)
    assert (found.name, found.media, found.label, found.caption) == ("IMG 1.JPG", "jpeg", "Foto", "Gudang KPU")
    assert (found.by, found.office, found.here, found.is_picture) == ("Andi", desk.identity.name, True, True)
    taken = datetime(2024, 2, 13, 23, 10, 11, tzinfo=UTC)  # 07.10 in Wajo
    assert found.taken_at == taken.timestamp()
    small = attachments.picture(desk, found.no, 96)
    assert max(small.width, small.height) == 96
    content = attachments.content(desk, found.no)
    assert len(content) == found.size
    assert photographs.PLACE not in content


def test_a_document_is_kept_as_it_is(desk: Desk, issue: int, tmp_path: Path) -> None:
    no = attachments.add(desk, issue, file(tmp_path, "surat.pdf", photographs.pdf()))
    assert attachments.content(desk, no) == photographs.pdf()
    assert not attachments.attachment(desk, no).is_picture
    with pytest.raises(errors.Refused, match="bukan gambar"):
        attachments.picture(desk, no)


def test_the_setting_decides_how_small(desk: Desk, issue: int) -> None:
    def add(size: str) -> int:
        change_settings.set_many(desk, {"photo_size": size})
        source = attachments.Source("x.jpg", data=photographs.jpeg((4000, 300)))
        [no] = finish(attachments.add_all(desk, issue, [source])).numbers
        return attachments.picture(desk, no, 9999).width

    assert [add(size) for size in ("hemat", "sedang", "rinci")] == [1280, 2048, 3264]
    assert attachments.SIZES.keys() == attachments.SIZE_LABELS.keys()


def test_any_record_may_have_attachments(desk: Desk, tmp_path: Path) -> None:
    answer = answers.set_answer(desk, small_offices.station(1), "log.formulir", "S")
    attachments.add(desk, answer, file(tmp_path, "a.jpg", photographs.jpeg()))
    assert len(attachments.of_record(desk, answer)) == 1
    with pytest.raises(errors.NotFound):
        attachments.add(desk, 987654321, tmp_path / "a.jpg")


def test_several_at_once_are_one_step_and_the_bad_ones_are_told(desk: Desk, issue: int, tmp_path: Path) -> None:
    good = file(tmp_path, "a.jpg", photographs.jpeg())
    given = [
        attachments.Source("a.jpg", good),
        attachments.Source("setup.jpg", data=b"MZ\x90\0"),
        attachments.Source("b.pdf", data=photographs.pdf()),
        attachments.Source("a lagi.jpg", good),
        attachments.Source("hilang.jpg", tmp_path / "hilang.jpg"),
    ]
    added = finish(attachments.add_all(desk, issue, given))
    assert len(added.numbers) == 2
    assert [name for name, _why in added.refused] == ["setup.jpg", "hilang.jpg", "a lagi.jpg"]
    assert "sudah dilampirkan" in added.refused[2][1]
    history.undo(desk)
    assert attachments.of_record(desk, issue) == ()
    history.redo(desk)
    assert [one.name for one in attachments.of_record(desk, issue)] == ["a.jpg", "b.pdf"]


def test_what_is_refused_leaves_nothing_behind(desk: Desk, issue: int, tmp_path: Path) -> None:
    issues.delete_issue(desk, issue)
    with pytest.raises(errors.NotFound):
        attachments.add(desk, issue, file(tmp_path, "a.jpg", photographs.jpeg()))
    assert kept_files(desk) == []


def test_limits(desk: Desk, issue: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "besar.jpg"
    with large.open("wb") as out:
        out.truncate(200 << 20)
    with pytest.raises(errors.Refused, match="terlalu besar"):
        attachments.add(desk, issue, large)
    monkeypatch.setattr(attachments.media, "LARGEST", 100)
    with pytest.raises(errors.Refused, match="terlalu besar"):
        attachments.add(desk, issue, file(tmp_path, "a.pdf", photographs.pdf()))
    monkeypatch.undo()
    monkeypatch.setattr(attachments, "MOST", 1)
    added = finish(attachments.add_all(desk, issue, [
        attachments.Source("a.pdf", data=photographs.pdf("satu")), attachments.Source("b.pdf", data=photographs.pdf()),
    ]))  # fmt: skip
    assert (len(added.numbers), len(added.refused)) == (1, 1)


def test_deleting_is_undone_and_the_caption_too(desk: Desk, issue: int, tmp_path: Path) -> None:
    no = attachments.add(desk, issue, file(tmp_path, "a.jpg", photographs.jpeg()))
    attachments.set_caption(desk, no, "Pagar roboh")
    attachments.delete(desk, no)
    assert attachments.of_record(desk, issue) == ()
    history.undo(desk)
    assert attachments.of_record(desk, issue)[0].caption == "Pagar roboh"
    assert attachments.picture(desk, no, 50).width == 50
    history.undo(desk)
    assert attachments.of_record(desk, issue)[0].caption == ""


def test_saved_under_a_harmless_name_where_the_user_says(desk: Desk, issue: int, tmp_path: Path) -> None:
    source = attachments.Source("..\\CON.exe", data=photographs.jpeg())
    [no] = finish(attachments.add_all(desk, issue, [source])).numbers
    path = attachments.save_as(desk, no, tmp_path)
    assert path == tmp_path / "_CON.jpg"
    assert path.read_bytes() == attachments.content(desk, no)
    with pytest.raises(errors.Refused, match="Pilih tempat lain"):
        attachments.save_as(desk, no, tmp_path / "tidak ada" / "a.jpg")


def test_what_the_disk_lost_is_said_and_asked_for_again(desk: Desk, issue: int, tmp_path: Path) -> None:
    no = attachments.add(desk, issue, file(tmp_path, "a.jpg", photographs.jpeg()))
    [path] = kept_files(desk)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(errors.Damaged, match="diminta lagi"):
        attachments.content(desk, no)
    assert not attachments.attachment(desk, no).here
    with pytest.raises(errors.NotFound, match=f"menunggu kiriman dari {desk.identity.name}"):
        attachments.content(desk, no)


def test_check_goes_through_every_content(desk: Desk, issue: int, tmp_path: Path) -> None:
    for seed in (1, 2, 3):
        attachments.add(desk, issue, file(tmp_path, f"{seed}.jpg", photographs.jpeg(seed=seed)))
    assert (finish(checking.check(desk)).attachments, finish(checking.check(desk)).faults) == (3, ())
    lost, spoilt, _sound = kept_files(desk)
    lost.unlink()
    spoilt.write_bytes(b"x" * 100)
    found = finish(checking.check(desk))
    assert (found.attachments, found.missing, len(found.faults)) == (1, 2, 1)
    found = finish(checking.check(desk))
    assert (found.attachments, found.missing, found.faults) == (1, 2, ())


def test_backups_hold_them_once_and_restoring_brings_them_back(tmp_path: Path) -> None:
    second = tmp_path / "drive"
    second.mkdir()
    office = tmp_path / "office"
    with small_offices.make(office).desk as desk:
        issue = issues.new_issue(desk, "Banjir")
        first = attachments.add(desk, issue, file(tmp_path, "a.jpg", photographs.jpeg()))
        change_settings.set_many(desk, {"second_backup": str(second)})
        finish(backups.make_backup(desk))
        attachments.add(desk, issue, file(tmp_path, "b.jpg", photographs.jpeg(seed=2)))
        made = finish(backups.make_backup(desk))
        assert made.trouble is None
        names = {path.name for path in kept_files(desk)}
        content = attachments.content(desk, first)
    kept = office / "backup" / attachments_kept.FOLDER
    [doubled] = second.glob(f"desk-*/{attachments_kept.FOLDER}")
    assert {path.name for path in kept.iterdir()} == {path.name for path in doubled.iterdir()} == names
    for source, target in ((made.made.folder, office), (made.second, tmp_path / "new")):
        assert source is not None
        for path in (office / attachments_kept.FOLDER).iterdir():
            path.unlink()
        finish(recovery.restore(source, target, small_offices.PASSWORD, now=lambda: small_offices.NOW))
        with opening.open_office(target, small_offices.PASSWORD, now=lambda: small_offices.NOW) as desk:
            assert [one.here for one in attachments.of_record(desk, issue)] == [True, True]
            assert attachments.content(desk, first) == content


def test_a_backup_without_room_for_photos_is_a_backup_still(
    desk: Desk, issue: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    attachments.add(desk, issue, file(tmp_path, "a.jpg", photographs.jpeg()))
    monkeypatch.setattr(attachments_kept, "copy_missing", full)
    made = finish(backups.make_backup(desk))
    assert made.made.ok
    assert made.trouble is not None
    assert "lampirannya belum" in str(made.trouble)


def test_history_speaks_of_the_record_it_belongs_to(desk: Desk, issue: int, tmp_path: Path) -> None:
    no = attachments.add(desk, issue, file(tmp_path, "a.jpg", photographs.jpeg()))
    [entry] = history.history(desk, no)
    speaker = values.Speaker(desk)
    told = {change.field: speaker.value("attachment", change.field, change.after) for change in entry.fields}
    assert told["owner"] == "Permasalahan TEM06-0001 · Banjir di gudang"
    assert told["media"] == "Foto"
    assert told["digest"] == "(berkas)"
    assert told["size"].endswith("KB")
    assert speaker.value("attachment", "owner", 99 << 40) == "(belum diterima)"
