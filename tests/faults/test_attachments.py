# SPDX-License-Identifier: Apache-2.0
"""Faults of attachments: what is no photo, what would burst the memory, what is not what it says, names with tricks."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.exchange import contents, manifest, package
from desk_app.operations import (
    attachments,
    attachments_sending,
    checking,
    intake,
    issue_detail,
    issue_register,
    issues,
    packages_found,
    receiving,
)
from desk_app.operations.desk import Desk
from tests import photographs, small_offices, two_offices
from tests.operations import carried_photos
from tests.two_offices import Two

PROGRAM = b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(400) + b"This program cannot be run in DOS mode."
SCRIPT = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="fetch(\'//x\')"><rect/></svg>'
PAGE = b"<!DOCTYPE html><script>location='//x'</script>"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def refused(desk: Desk, name: str, data: bytes) -> str:
    """Why a file is not attached; nothing of it stays."""
    issue = issues.new_issue(desk, "Uji")
    added = finish(attachments.add_all(desk, issue, [attachments.Source(name, data=data)]))
    assert added.numbers == ()
    assert attachments.of_record(desk, issue) == ()
    assert not desk.attachments.folder.is_dir() or not list(desk.attachments.folder.iterdir())
    return added.refused[0][1]


def added(desk: Desk, name: str, data: bytes) -> attachments.Attachment:
    issue = issues.new_issue(desk, "Uji")
    [no] = finish(attachments.add_all(desk, issue, [attachments.Source(name, data=data)])).numbers
    return attachments.attachment(desk, no)


@pytest.mark.parametrize("name", ["foto.jpg", "surat.pdf", "gambar.png", "tanpa akhiran"])
@pytest.mark.parametrize("data", [PROGRAM, SCRIPT, PAGE, b"#!/bin/sh\nrm -rf ~\n"], ids=["exe", "svg", "html", "sh"])
def test_117_what_is_no_photo_is_refused_whatever_its_name(desk: Desk, name: str, data: bytes) -> None:
    """§23 no. 117."""
    assert "bukan foto" in refused(desk, name, data)


def test_117_a_photo_with_a_program_behind_it_is_a_photo_without(desk: Desk) -> None:
    """§23 no. 117: two files in one: the points are written anew, what hung on them is gone."""
    behind = photographs.jpeg() + PROGRAM + b"PK\x03\x04" + SCRIPT
    one = added(desk, "foto.exe", behind)
    kept = attachments.content(desk, one.no)
    assert Image.open(io.BytesIO(kept)).format == "JPEG"
    assert PROGRAM[:40] not in kept
    assert SCRIPT not in kept
    assert attachments.suggested_name(desk, one.no) == "foto.jpg"


def test_117_a_document_is_shown_by_its_content_and_saved_as_what_it_is(desk: Desk, tmp_path: Path) -> None:
    """§23 no. 117: a PDF that calls itself a program."""
    one = added(desk, "undangan.exe", photographs.pdf() + b"\n%%EOF\n")
    assert (one.media, one.is_picture) == ("pdf", False)
    assert attachments.save_as(desk, one.no, tmp_path).name == "undangan.pdf"


def test_117_what_another_office_passes_off_as_a_photo_is_never_started(two: Two, tmp_path: Path) -> None:
    """§23 no. 117: it is kept, since its record names it; it is not drawn, and saved under no name at all."""
    issue = _attached_without_looking(two.tempe, PROGRAM, "foto.jpg.exe")
    carried_photos.sent(two.tempe, "73.13", two.stick)
    carried_photos.take(two.kabupaten, [two.stick])
    number = issue_detail.issue(two.tempe, issue).row.number
    [one] = attachments.of_record(two.kabupaten, issue_register.issue_number(two.kabupaten, number))
    with pytest.raises(errors.Damaged):
        attachments.picture(two.kabupaten, one.no)
    with pytest.raises(errors.Refused, match="bukan foto"):
        attachments.save_as(two.kabupaten, one.no, tmp_path)
    assert PROGRAM not in b"".join(path.read_bytes() for path in two.kabupaten.attachments.folder.iterdir())


def _attached_without_looking(desk: Desk, data: bytes, name: str) -> int:
    """As a program of somebody else would write it."""
    from desk_app.domain import records
    from desk_app.operations.transact import transact

    issue = issues.new_issue(desk, "Uji")
    values = {"owner": issue, "digest": desk.attachments.put(data), "name": name, "media": "jpeg", "size": len(data)}
    transact(desk, "Lampiran", lambda unit: unit.create(records.ATTACHMENT, values))
    return issue


def test_118_a_picture_bomb_is_refused(desk: Desk) -> None:
    """§23 no. 118."""
    bomb = photographs.bomb(40_000, 40_000)
    assert len(bomb) < 1 << 20
    assert "terlalu besar" in refused(desk, "foto.png", bomb)


BOUNDED = """
import resource, sys
from pathlib import Path
from desk_app.domain import errors, media
from desk_app.pictures import showing, taking_in
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
data = Path(sys.argv[1]).read_bytes()
for work in (lambda: taking_in.take_in(data, media.Media.PNG, "x", edge=2048, quality=80),
             lambda: showing.shown(data, 4096)):
    try:
        work()
        print("taken")
    except errors.Refused as fault:
        print(type(fault).__name__)
"""


@pytest.mark.parametrize(
    ("size", "expected"), [((40_000, 40_000), "Refused"), ((9_000, 9_000), "Refused"), ((20_000, 2_000), "taken")]
)
def test_118_memory_stays_bounded(tmp_path: Path, size: tuple[int, int], expected: str) -> None:
    """§23 no. 118: with a limit on memory, beside the largest that is taken."""
    path = tmp_path / "x.png"
    path.write_bytes(photographs.bomb(*size))
    answer = subprocess.run([sys.executable, "-c", BOUNDED, str(path)], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == [expected] * 2


def test_118_a_bomb_that_another_office_sends_is_not_drawn(two: Two) -> None:
    """§23 no. 118."""
    issue = _attached_without_looking(two.tempe, photographs.bomb(), "foto.png")
    carried_photos.sent(two.tempe, "73.13", two.stick)
    carried_photos.take(two.kabupaten, [two.stick])
    assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True]
    number = issue_detail.issue(two.tempe, issue).row.number
    [one] = attachments.of_record(two.kabupaten, issue_register.issue_number(two.kabupaten, number))
    with pytest.raises(errors.Refused, match="terlalu besar"):
        attachments.picture(two.kabupaten, one.no, 160)


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_118_a_jpeg_that_was_cut(desk: Desk, share: float) -> None:
    """§23 no. 118."""
    photo = photographs.phone()
    assert "terpotong" in refused(desk, "foto.jpg", photo[: int(len(photo) * share)])


def test_118_where_it_was_taken_is_left_out(desk: Desk) -> None:
    """§23 no. 118."""
    photo = photographs.phone()
    assert photographs.PLACE in photo
    one = added(desk, "foto.jpg", photo)
    kept = attachments.content(desk, one.no)
    assert photographs.PLACE not in kept
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}
    assert one.taken_at


def _spoilt(two: Two, spoil: "dict[int, bytes]") -> Path:
    """A package of photos, closed and signed as it should be, with contents that are not what they are said to be."""
    with two.tempe.reading() as connection:
        named = attachments_sending.rows.every(connection)
    photos = tuple(
        contents.Photo(one.digest, spoil.get(index, two.tempe.attachments.get(one.digest)))
        for index, one in enumerate(named)
    )
    own, package_id = two.tempe.identity, os.urandom(16)
    carried = contents.Contents(sender=own.public, package=package_id, photos=photos)
    bodies = list(package.seal_up(contents.pack(carried), recipients=[two.kabupaten.identity.recipient]))
    sender = manifest.Sender(own.public, own.name, own.level, own.place, own.replica, own.short, own.recipient)
    [data] = package.volumes(
        bodies, own.seed, sender, kind=manifest.Kind.PHOTO, package_id=package_id, to=[("73.13", b"")], number=2,
        clock=1, version="x",
    )  # fmt: skip
    path = two.stick / "spoilt.desk"
    path.write_bytes(data)
    return path


def test_119_a_content_that_is_not_its_hash_is_refused_and_asked_for_again(two: Two, tmp_path: Path) -> None:
    """§23 no. 119."""
    issue = carried_photos.issue_with(two.tempe, 3)
    data = carried_photos.sent(two.tempe, "73.13", tmp_path / "first", photos=False)
    carried_photos.take(two.kabupaten, data.files)
    path = _spoilt(two, {1: photographs.jpeg(seed=99)})
    [offered] = finish(intake.look(two.kabupaten, [path]))
    said = [one.words for one in offered.told]
    assert said[0].startswith("2 foto (")
    assert said[1] == "1 foto rusak di jalan dan tidak dipakai; diminta lagi dengan kiriman berikutnya."
    finish(intake.take(two.kabupaten, [offered]))
    assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True, False, True]
    assert not two.kabupaten.attachments.holds(hashlib.sha256(photographs.jpeg(seed=99)).digest())
    assert len(two.kabupaten.attachments.names()) == 2
    carried_photos.take(two.tempe, carried_photos.sent(two.kabupaten, "73.13.06", tmp_path / "back").files)
    again = carried_photos.sent(two.tempe, "73.13", tmp_path / "again")
    assert again.pictures == 1
    carried_photos.take(two.kabupaten, again.photos)
    assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True, True, True]
    assert finish(checking.check(two.kabupaten)).faults == ()


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-9], lambda raw: raw[:5000] + b"x" + raw[5001:], lambda _raw: b""])
def test_119_a_broken_package_of_photos_holds_up_no_data(two: Two, spoil: object) -> None:
    """§23 no. 119."""
    issue = carried_photos.issue_with(two.tempe, 2)
    sent = carried_photos.sent(two.tempe, "73.13", two.stick)
    [path] = sent.photos
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    offered = finish(intake.look(two.kabupaten, [two.stick]))
    states = {one.path.name: one.state for one in offered}
    assert states[path.name] is intake.State.BROKEN
    receipt = finish(intake.take(two.kabupaten, [one for one in offered if one.usable]))
    assert receipt.outcomes[0].new == {"issue": 1, "attachment": 2}
    assert carried_photos.here(two.kabupaten, two.tempe, issue) == [False, False]


@pytest.mark.parametrize("name", [
    "CON", "nul.txt", "a:b.jpg", "akhir. ", "x" * 300, "../../../etc/passwd", "C:\\Windows\\a.jpg",
    "foto\u202egpj.exe", "a\0b.jpg", "",
])  # fmt: skip
def test_120_a_name_is_never_a_path(desk: Desk, tmp_path: Path, name: str) -> None:
    """§23 no. 120."""
    one = added(desk, name, photographs.jpeg())
    [kept] = desk.attachments.folder.iterdir()
    assert len(kept.name) == 40
    assert set(kept.name) <= set("0123456789abcdef")
    folder = tmp_path / "out"
    folder.mkdir()
    saved = attachments.save_as(desk, one.no, folder)
    assert saved.parent == folder
    assert [path.name for path in folder.iterdir()] == [saved.name]
    assert saved.suffix == ".jpg"
    assert not set(saved.name) & set('<>:"/\\|?*\0\u202e')
    assert saved.stem.upper() not in ("CON", "NUL")


def test_120_a_name_with_tricks_from_another_office(two: Two, tmp_path: Path) -> None:
    """§23 no. 120."""
    issue = _attached_without_looking(two.tempe, photographs.jpeg(), "..\\..\\foto\u202egpj.exe")
    carried_photos.sent(two.tempe, "73.13", two.stick)
    finish(receiving.receive(two.kabupaten, [one.path for one in packages_found.find(two.kabupaten, [two.stick])]))
    number = issue_detail.issue(two.tempe, issue).row.number
    [one] = attachments.of_record(two.kabupaten, issue_register.issue_number(two.kabupaten, number))
    assert attachments.suggested_name(two.kabupaten, one.no) == "fotogpj.jpg"
