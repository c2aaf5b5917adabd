# SPDX-License-Identifier: Apache-2.0
"""Photos of the count under the seal of the figures that they show: sealed when attached, opened by who may read those.

What is kept and sent of such a photo is a box under the writing key of who attaches it, bound to the record that it
hangs on (decision 0027). Its name and what it shows stand in a box of their own, so that a caption can be altered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.base.text import _
from desk_app.data import attachments as rows
from desk_app.data import count_boxes
from desk_app.data import history as journal
from desk_app.data import rows as record_rows
from desk_app.data.database import Connection
from desk_app.domain import errors, media, places, records, words
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys, count_writing_keys
from desk_app.operations.desk import Desk

N_ = words.N_

_WORDS: dict[media.Media, str] = {
    media.Media.JPEG: N_("Foto {form} {number}"),
    media.Media.PNG: N_("Foto {form} {number}"),
    media.Media.PDF: N_("Dokumen {form} {number}"),
}


@dataclass(frozen=True, slots=True)
class Seal:
    """Under what the photos of one record are sealed. `form`: what the paper is called."""

    key: count_boxes.WritingKey
    about: str
    form: str


@dataclass(frozen=True, slots=True)
class Opener:
    """What opens one photo, and what that is bound to ("" where its record has not come)."""

    key: count_boxes.WritingKey
    about: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a box says of a photo."""

    name: str
    caption: str


def seal_for(desk: Desk, record: int) -> Seal | None:
    """Under what a photo of this record is sealed now, None where it is none of the count. Raises NotPermitted."""
    with desk.reading() as connection:
        owner = _owner(connection, record)
    if owner is None:
        return None
    count_keys.require(desk, Right.ENTER)
    declared, row = owner
    place = row[declared.place_field]
    writing = count_writing_keys.writing_key(desk, row["event"], places.district_of(place) or place)
    return Seal(writing, _about(declared, row), "D.HASIL" if declared is records.COUNT_RECAP else "C.HASIL")


def sealed(seal: Seal, data: bytes) -> bytes:
    """A file as it is kept: of the same file the same bytes."""
    return count_boxes.seal_alike(seal.key, seal.about, {"d": data})


def values(seal: Seal, digest: bytes, one: Told, kind: media.Media, number: int) -> dict[str, object]:
    """Name and caption for the record: a name that tells nothing, and the box with both. Raises Refused."""
    called = _(_WORDS[kind]).format(form=seal.form, number=number) + media.ENDINGS[kind]
    return {"name": called, "caption": None, "sealed": _box(seal.key, seal.about, digest, one)}


def told(desk: Desk, listed: Sequence[rows.Row]) -> Mapping[int, Told]:
    """What the boxes of attachments say, by their numbers, as far as who is at the keyboard opens them."""
    boxed = [row for row in listed if row.sealed]
    if not boxed:
        return {}
    known = _keys(desk)
    with desk.reading() as connection:
        abouts = {row.no: _about_row(connection, row) for row in boxed}
    found = {}
    for row in boxed:
        key = known.get(_writing(row))
        opened = _opened(key, abouts[row.no], row) if key is not None else None
        if opened is not None:
            found[row.no] = opened
    return found


def content(opener: Opener, row: rows.Row, data: bytes) -> bytes:
    """The file again. Raises Damaged for what was not sealed for this record."""
    try:
        found = count_boxes.unseal(opener.key, opener.about, data).get("d")
    except count_boxes.Unreadable as fault:
        raise _strange(row) from fault
    if not isinstance(found, bytes):
        raise _strange(row)
    return found


def require(desk: Desk, row: rows.Row) -> Opener | None:
    """What opens a photo for who is at the keyboard, None where it is not sealed. Raises NotPermitted."""
    return _require(desk, row) if row.sealed else None


def require_removable(desk: Desk, row: rows.Row) -> None:
    """See that who is at the keyboard may take a photo off, if it is sealed: his own, or any for who verifies."""
    if Right.VERIFY not in count_keys.rights(desk):
        require(desk, row)


def with_caption(desk: Desk, row: rows.Row, caption: str) -> bytes | None:
    """The box with another caption, None where it is the same. Raises NotPermitted, Damaged."""
    opener = _require(desk, row)
    before = _opened(opener.key, opener.about, row)
    if before is None:
        raise _strange(row)
    after = Told(before.name, _checked(caption))
    return None if after == before else _box(opener.key, opener.about, row.digest, after)


def _keys(desk: Desk) -> Mapping[bytes, count_boxes.WritingKey]:
    """The writing keys under which who is here may read: all for who verifies, else his own."""
    if Right.VERIFY in count_keys.rights(desk):
        return count_writing_keys.opened_keys(desk)
    return count_writing_keys.own_keys(desk)


def _require(desk: Desk, row: rows.Row) -> Opener:
    key = _keys(desk).get(_writing(row))
    if key is None and Right.VERIFY in count_keys.rights(desk):
        raise errors.NotPermitted(
            N_("{file} tersegel, dan kuncinya belum diterima dari {office}."),
            file=row.name,
            office=row.author.office or "–",
        )
    if key is None:
        raise errors.NotPermitted(
            N_("{file} tersegel: dibuka oleh yang melampirkannya dan oleh pemeriksa dengan kunci hasil suara."),
            file=row.name,
        )
    with desk.reading() as connection:
        return Opener(key, _about_row(connection, row))


def _writing(row: rows.Row) -> bytes:
    try:
        return count_boxes.writing_name(row.sealed)
    except count_boxes.Unreadable:
        return b""


def _box(key: count_boxes.WritingKey, about: str, digest: bytes, one: Told) -> bytes:
    return count_boxes.seal(key, _about_words(about, digest), {"n": one.name, "c": _checked(one.caption)})


def _checked(caption: str) -> str:
    return str(records.ATTACHMENT.field("caption").check(caption) or "")


def _opened(key: count_boxes.WritingKey, about: str, row: rows.Row) -> Told | None:
    """What a box says; None for one that is not of this photo."""
    try:
        content = count_boxes.unseal(key, _about_words(about, row.digest), row.sealed)
    except count_boxes.Unreadable:
        return None
    name, caption = content.get("n"), content.get("c")
    if not isinstance(name, str) or not isinstance(caption, str):
        return None
    return Told(name, caption)


def _strange(row: rows.Row) -> errors.Damaged:
    return errors.Damaged(
        N_("{file} bukan yang disegel untuk catatan ini, jadi tidak dibuka. Minta {office} melampirkannya lagi."),
        file=row.name,
        office=row.author.office or "–",
    )


def _owner(connection: Connection, record: int) -> tuple[records.RecordType, Mapping[str, Any]] | None:
    """A record of the count, by its number; None for any other one."""
    declared = records.TYPES.get(journal.kind_of(connection, record) or 0)
    if declared is None or not declared.is_weighed_apart:
        return None
    return declared, record_rows.row(connection, declared, record)


def _about_row(connection: Connection, row: rows.Row) -> str:
    """What a photo is bound to; "" where its record has not come."""
    record = journal.record_of(connection, row.owner)
    owner = _owner(connection, record) if record is not None else None
    return _about(*owner) if owner is not None else ""


def _about(declared: records.RecordType, row: Mapping[str, Any]) -> str:
    return "|".join((declared.name, *(str(row[field.name]) for field in declared.key), "photo"))


def _about_words(about: str, digest: bytes) -> str:
    return f"{about}|{digest.hex()}"
