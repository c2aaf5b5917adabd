# SPDX-License-Identifier: Apache-2.0
"""Lampiran: photos and documents of a record, taken in by their content, shown, saved, deleted with undo.

An attachment belongs to a record of any kind by the record's number (an issue, an answer, a decree …) and goes
wherever that record goes. Its file is never started and never written readable to the disk, except by `save_as` to
where the user says. What hangs on a record of the count is under seal (`count_photos`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desk_app.base import files
from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from desk_app.data import attachments as rows
from desk_app.data import history as journal
from desk_app.data import rows as record_rows
from desk_app.data import unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, media, records, words, zones
from desk_app.operations import changed, chosen_file, count_photos, issue_secrecy, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.pictures import showing, taking_in
from desk_app.reports import catalogue

N_ = words.N_

MOST = 200
"""Attachments of one record."""

LARGE = 4096
"""No side of a picture on the screen has more points."""


class Quality(NamedTuple):
    """How a photo is made smaller: its longer side in points, and the quality of the JPEG."""

    edge: int
    quality: int


SIZES: dict[str, Quality] = {
    "hemat": Quality(1280, 72),
    "sedang": Quality(2048, 80),
    "rinci": Quality(3264, 86),
}
"""What the setting `photo_size` may say."""

SIZE_LABELS: dict[str, str] = {
    "hemat": N_("Hemat (sekitar 200 KB)"),
    "sedang": N_("Sedang (sekitar 500 KB, tulisan pada formulir terbaca)"),
    "rinci": N_("Rinci (sekitar 1,5 MB)"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be attached: a file, or bytes from the clipboard under a name."""

    name: str
    path: Path | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment. `here`: its content is on this computer; else it waits for `office`, which added it.

    `taken_at`: when the camera took it, 0: not known; `added_at`, `by`, `office`: when and who attached it.
    `sealed`: it is a photo of the count; `closed`: one that who is here does not open.
    """

    no: int
    name: str
    media: str
    label: str
    size: int
    taken_at: int
    caption: str
    added_at: int
    by: str
    office: str
    here: bool
    sealed: bool = False
    closed: bool = False

    @property
    def is_picture(self) -> bool:
        return self.media in (media.Media.JPEG, media.Media.PNG)

    @property
    def size_words(self) -> str:
        return media.size_words(self.size)


@dataclass(frozen=True, slots=True)
class Added:
    """What was attached (records), and what was refused (name, why)."""

    numbers: tuple[int, ...]
    refused: tuple[tuple[str, str], ...]


def of_record(desk: Desk, record: int) -> tuple[Attachment, ...]:
    """The attachments of a record, as they were added; none for who may not read it."""
    with desk.reading() as connection:
        found = [row for row in rows.of_record(connection, record) if not _is_hidden(desk, connection, row)]
    held, told = desk.attachments, count_photos.told(desk, found)
    return tuple(_shown(row, held.holds(row.digest), told) for row in found)


def attachment(desk: Desk, no: int) -> Attachment:
    """One attachment. Raises NotFound."""
    row = _row(desk, no)
    return _shown(row, desk.attachments.holds(row.digest), count_photos.told(desk, [row]))


def add(desk: Desk, record: int, path: Path, caption: str = "") -> int:
    """Attach one file to a record; returns the attachment's record. Raises Refused."""
    seal = count_photos.seal_for(desk, record)
    made = _taken_in(desk, Source(path.name, path), seal)
    numbers, refused = _write(desk, record, [made], caption, seal)
    if refused:
        raise refused[0][1]
    return numbers[0]


def add_all(desk: Desk, record: int, sources: Sequence[Source], caption: str = "") -> Steps[Added]:
    """Attach several files at once, in one transaction; one that is refused holds up none of the others."""
    seal = count_photos.seal_for(desk, record)
    made: list[_Made] = []
    faults: list[tuple[str, errors.Refused]] = []
    for done, source in enumerate(sources):
        yield Progress(done, len(sources), N_("Menyiapkan lampiran"))
        try:
            made.append(_taken_in(desk, source, seal))
        except errors.Refused as fault:
            faults.append((source.name, fault))
    numbers: list[int] = []
    if made:
        numbers, doubled = _write(desk, record, made, caption, seal)
        faults += doubled
    return Added(tuple(numbers), tuple((name, words.render(one.message, one.params, _)) for name, one in faults))


def content(desk: Desk, no: int) -> bytes:
    """The bytes of an attachment. Raises NotFound in words where they have not come, Damaged where the disk lost them,
    NotPermitted where they are sealed for others.

    What the disk lost counts as not received from then on, so that the next package asks for it.
    """
    row = _row(desk, no)
    opener = count_photos.require(desk, row)
    data = _kept(desk, row)
    return count_photos.content(opener, row, data) if opener is not None else data


def _kept(desk: Desk, row: rows.Row) -> bytes:
    held = desk.attachments
    if not row.digest or not held.holds(row.digest):
        raise errors.NotFound(
            N_("{file} belum diterima; menunggu kiriman dari {office}."), file=row.name, office=row.author.office or "–"
        )
    try:
        return held.get(row.digest)
    except errors.Damaged as fault:
        held.drop(row.digest)
        desk.news.tell(changed.Changed(frozenset({"attachment"})))
        raise errors.Damaged(
            N_("{file} rusak di disk komputer ini. Isinya diminta lagi dengan kiriman berikutnya."), file=row.name
        ) from fault


def picture(desk: Desk, no: int, edge: int = LARGE) -> showing.Shown:
    """A picture's points, no side longer than `edge`. Raises NotFound, Damaged, NotPermitted, Refused."""
    row = _row(desk, no)
    if row.media == media.Media.PDF:
        count_photos.require(desk, row)
        raise errors.Refused(N_("{file} bukan gambar."), file=row.name)
    return showing.shown(content(desk, no), min(edge, LARGE), row.name)


def save_as(desk: Desk, no: int, target: Path) -> Path:
    """Write an attachment readable to where the user says: a file, or a folder in which it gets its own name."""
    data = content(desk, no)
    path = target / _file_name(desk, no, data) if target.is_dir() else target
    try:
        files.write_whole(path, data)
    except OSError as fault:
        raise errors.Refused(
            N_("Tidak dapat menyimpan {file}: {reason}. Pilih tempat lain."),
            file=path,
            reason=fault.strerror or str(fault),
        ) from fault
    return path


def suggested_name(desk: Desk, no: int) -> str:
    """The name to save it under: its own, made harmless, with the ending of what it is."""
    return _file_name(desk, no, content(desk, no))


def _file_name(desk: Desk, no: int, data: bytes) -> str:
    name = attachment(desk, no).name
    return media.file_name(name, media.recognise(data[: media.FRONT], name))


def set_caption(desk: Desk, no: int, caption: str) -> bool:
    """Say what an attachment shows; returns whether that is different. Raises Refused."""
    row = _row(desk, no)
    values: dict[str, object] = {"caption": caption}
    if row.sealed:
        fresh = count_photos.with_caption(desk, row, caption)
        if fresh is None:
            return False
        values = {"sealed": fresh}

    def work(unit: unit_of_work.Unit) -> bool:
        issue_secrecy.require_record(desk, unit.connection, no)
        return unit.set(records.ATTACHMENT, no, values)

    return transact(desk, N_("Keterangan lampiran"), work)


def delete(desk: Desk, no: int) -> None:
    """Take an attachment off its record; undo brings it back, its content stays for that. Raises Refused.

    What is sealed is taken off by who attached it or who verifies.
    """
    count_photos.require_removable(desk, _row(desk, no))

    def work(unit: unit_of_work.Unit) -> None:
        issue_secrecy.require_record(desk, unit.connection, no)
        unit.delete(records.ATTACHMENT, no)

    transact(desk, N_("Lampiran dihapus"), work)


def _is_hidden(desk: Desk, connection: Connection, row: rows.Row) -> bool:
    return issue_secrecy.is_hidden(desk, connection, row.no)


def _tells_votes(connection: Connection, paper: int) -> bool:
    """Whether a line of the register is of a paper that needs a right: its scan would need none."""
    held = record_rows.row(connection, records.PRINTED, paper)
    return any(one.key == held["kind"] and one.needs for one in catalogue.REPORTS)


def _row(desk: Desk, no: int) -> rows.Row:
    with desk.reading() as connection:
        row = rows.one(connection, no)
        if row is not None:
            issue_secrecy.require_record(desk, connection, no)
    if row is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return row


def _shown(row: rows.Row, here: bool, told: Mapping[int, count_photos.Told]) -> Attachment:
    known = row.media in set(media.Media)
    one = told.get(row.no, count_photos.Told(row.name, "" if row.sealed else row.caption))
    return Attachment(
        no=row.no,
        name=one.name,
        media=row.media,
        label=media.LABELS[media.Media(row.media)] if known else row.media,
        size=row.size,
        taken_at=row.taken_at,
        caption=one.caption,
        added_at=row.author.at,
        by=row.author.operator,
        office=row.author.office,
        here=here,
        sealed=bool(row.sealed),
        closed=bool(row.sealed) and row.no not in told,
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """What is kept of a file, before its record is written."""

    digest: bytes
    name: str
    media: media.Media
    size: int
    taken_at: int | None


def _taken_in(desk: Desk, source: Source, seal: count_photos.Seal | None) -> _Made:
    """Read a file by its content, make a photo smaller, seal it where it is one of the count, keep it."""
    name = media.plain_name(source.name) or _("lampiran")
    data = _read(source, name)
    kind = media.recognise(data[: media.FRONT], name)
    taken_at: int | None = None
    if kind is media.Media.PDF:
        media.require_whole_pdf(data, name)
    else:
        wanted = SIZES.get(settings.get(desk, "photo_size"), SIZES["sedang"])
        made = taking_in.take_in(data, kind, name, edge=wanted.edge, quality=wanted.quality)
        data, kind = made.data, made.media
        taken_at = zones.moment(made.taken, settings.zone(desk)) if made.taken is not None else None
    if seal is not None:
        data = count_photos.sealed(seal, data)
    if len(data) > media.LARGEST:
        raise _too_large(name, media.LARGEST)
    return _Made(desk.attachments.put(data), name, kind, len(data), taken_at)


def _read(source: Source, name: str) -> bytes:
    if source.path is None:
        if len(source.data) > media.LARGEST_SOURCE:
            raise _too_large(name, media.LARGEST_SOURCE)
        return source.data
    data = chosen_file.read(source.path, name, media.LARGEST_SOURCE)
    if len(data) > media.LARGEST_SOURCE:
        raise _too_large(name, media.LARGEST_SOURCE)
    return data


def _too_large(name: str, most: int) -> errors.Refused:
    return errors.Refused(
        N_("{file} terlalu besar; paling besar {most}. Perkecil dahulu, atau bagi menjadi beberapa berkas."),
        file=name,
        most=media.size_words(most),
    )


def _write(
    desk: Desk, record: int, made: Sequence[_Made], caption: str, seal: count_photos.Seal | None
) -> tuple[list[int], list[tuple[str, errors.Refused]]]:
    """Write the records of contents that are kept already; what the record has already is told apart."""

    def work(unit: unit_of_work.Unit) -> tuple[list[int], list[tuple[str, errors.Refused]]]:
        kind = records.TYPES.get(journal.kind_of(unit.connection, record) or 0)
        if kind is None or record_rows.row(unit.connection, kind, record)["alive"] == 0:
            raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
        if kind is records.PRINTED and _tells_votes(unit.connection, record):
            raise errors.Refused(
                N_("Naskah hasil suara tidak disimpan dalam program. Simpan lembar bertanda tangannya di brankas.")
            )
        issue_secrecy.require_record(desk, unit.connection, record)
        present = {row.digest for row in rows.of_record(unit.connection, record)}
        numbers, refused = list[int](), list[tuple[str, errors.Refused]]()
        for one in made:
            if one.digest in present:
                refused.append((one.name, errors.Refused(N_("{file} sudah dilampirkan di sini."), file=one.name)))
            elif len(present) >= MOST:
                many = errors.Refused(N_("Paling banyak {most} lampiran pada satu catatan."), most=MOST)
                refused.append((one.name, many))
            else:
                present.add(one.digest)
                values = _values(record, one, caption)
                if seal is not None:
                    told = count_photos.Told(one.name, caption)
                    values |= count_photos.values(seal, one.digest, told, one.media, len(present))
                numbers.append(unit.create(records.ATTACHMENT, values))
        return numbers, refused

    try:
        return transact(desk, N_("Lampiran"), work)
    except errors.Refused:
        with desk.reading() as connection:
            named = {one.digest for one in rows.of_digests(connection, [one.digest for one in made])}
        for one in made:
            if one.digest not in named:
                desk.attachments.drop(one.digest)
        raise


def _values(record: int, made: _Made, caption: str) -> dict[str, object]:
    return {
        "owner": record,
        "digest": made.digest,
        "name": made.name,
        "media": made.media.value,
        "size": made.size,
        "taken_at": made.taken_at,
        "caption": caption,
    }
