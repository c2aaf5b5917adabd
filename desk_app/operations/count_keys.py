# SPDX-License-Identifier: Apache-2.0
"""Who may open the count: the office's key of it and its holders (decision 0027).

The secret half lies in a box for each holder's own key (`keys.Holder`), or in halves for two who open it together; a
sheet in the safe opens it too. What it opens is boxed by `count_writing_keys`.
"""

import contextlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desk_app.data import count_boxes, count_store, keys
from desk_app.domain import errors, places, words
from desk_app.domain.counts.rights import RIGHT_LABELS, Right
from desk_app.operations import changed, count_rules, count_secret, count_writing_keys, roles
from desk_app.operations.desk import Desk

N_ = words.N_

SHEET = "counts"
"""The kind of the slot that the letters on the sheet in the safe open."""

_HOLDS = frozenset({Right.VERIFY, Right.TOTALS})


@dataclass(frozen=True, slots=True)
class Access:
    """How the count stands for who is at the keyboard.

    `prepared`: the office has a key; `opened`: it is at hand; `pair`: the two names that open it together, () where
    each holder opens it alone; `holders`: names with what they may.
    """

    rights: frozenset[Right]
    prepared: bool
    opened: bool
    pair: tuple[str, ...]
    holders: tuple[tuple[int, str, frozenset[Right]], ...]


def access(desk: Desk) -> Access:
    """How the count stands for who is at the keyboard."""
    ring = keys.load(desk.folder)
    names = {slot.number: slot.name for slot in ring.slots if slot.kind == "account"}
    held = tuple((one.number, names.get(one.number, ""), _rights_of(one)) for one in ring.holders)
    pair = tuple(names.get(one.number, "") for one in ring.holders if one.pair)
    return Access(rights(desk), bool(ring.counts), count_secret.secret_of(desk) is not None, pair, held)


def rights(desk: Desk) -> frozenset[Right]:
    """What who is at the keyboard may do with figures of votes now."""
    asked = desk.present or desk
    if asked.identity.level not in (places.Level.REGENCY.value, places.Level.DISTRICT.value):
        return frozenset()  # counts are of kecamatan and kabupaten; a province is told by paper
    found = {Right.ENTER} if roles.own_role(asked) is not roles.Role.LEADER else set()
    if count_secret.secret_of(asked) is not None and why_none(asked) is None:
        found |= {Right(one) for one in asked.count_rights}
    return frozenset(found)


def why_none(desk: Desk) -> words.Phrase | None:
    """Why this office has no key of the count: a kabupaten may, a kecamatan where the kabupaten lets it see."""
    level = desk.identity.level
    if level == places.Level.REGENCY.value:
        return None
    if level == places.Level.DISTRICT.value and count_rules.rules(desk).districts_see:
        return None
    return words.phrase(
        N_("Jumlah suara dibuka oleh kantor kabupaten/kota; kantor ini menyalin dan mengirim, tersegel.")
    )


def require(desk: Desk, right: Right) -> None:
    """See that who is at the keyboard has this right. Raises NotPermitted."""
    if right not in rights(desk):
        raise errors.NotPermitted(
            N_("Akun ini tidak boleh: {right}. Minta pemegang kuncinya memberi hak di Pengaturan > Hasil suara."),
            right=words.phrase(RIGHT_LABELS[right]),
        )


def prepare(desk: Desk, holders: Mapping[int, Collection[Right]], *, key_memory: int = keys.MEMORY) -> str:
    """Make the office's key of the count, held by these accounts; returns the letters of the sheet for the safe.

    Raises NotPermitted and Refused.
    """
    if roles.own_role(desk) is not roles.Role.ADMIN:
        raise errors.NotPermitted(N_("Hanya admin kantor yang dapat menyiapkan kunci hasil suara."))
    _require_may_have(desk)
    ring = keys.load(desk.folder)
    if ring.counts:
        raise errors.Refused(N_("Kunci hasil suara kantor ini sudah disiapkan."))
    secret = count_boxes.new_reader()
    boxes = tuple(_held(ring, secret, number, asked) for number, asked in holders.items())
    if not boxes:
        raise errors.Refused(N_("Pilih paling sedikit satu pemegang kunci hasil suara."))
    return _renew(desk, ring, secret, boxes, key_memory)


def grant(desk: Desk, number: int, asked: Collection[Right]) -> None:
    """Let an account hold the key for these, or no more where there are none. Raises NotPermitted and Refused."""
    secret = _require_open(desk)
    ring = keys.load(desk.folder)
    if any(one.pair for one in ring.holders):
        raise errors.Refused(N_("Hasil suara disegel dua orang. Buka segelnya dahulu."))
    others = tuple(one for one in ring.holders if one.number != number)
    fresh = (*others, _held(ring, secret, number, asked)) if asked else others
    if not fresh:
        raise errors.Refused(N_("Kunci hasil suara harus ada pemegangnya."))
    keys.save(keys.with_counts(ring, ring.counts, fresh), desk.folder)
    if number == desk.operator.number:
        close(desk)  # he has it again for what he may now


def seal(desk: Desk, first: int, second: int, *, key_memory: int = keys.MEMORY) -> str:
    """Seal the count: only these two together open it, by a new key; returns the letters of the sheet for the safe.

    Whoever held the key before reads nothing any more, what is copied from now on included. Raises Refused.
    """
    secret = _require_open(desk)
    if first == second:
        raise errors.Refused(N_("Segel dibuka oleh dua orang yang berbeda."))
    ring = keys.load(desk.folder)
    fresh = count_boxes.new_reader()
    word = f"{first}+{second}"
    halves = count_boxes.halves(fresh)
    both = tuple(
        keys.Holder(number, tuple(sorted(_HOLDS)), count_boxes.close_for(_own_public(ring, number), half), word)
        for number, half in zip((first, second), halves, strict=True)
    )
    letters = _renew(desk, ring, fresh, both, key_memory, before=secret)
    close(desk)
    return letters


def unseal(desk: Desk, holders: Mapping[int, Collection[Right]]) -> None:
    """Let each of these open the count alone again. Raises NotPermitted and Refused."""
    secret = _require_open(desk)
    ring = keys.load(desk.folder)
    boxes = tuple(_held(ring, secret, number, asked) for number, asked in holders.items())
    if not boxes:
        raise errors.Refused(N_("Pilih paling sedikit satu pemegang kunci hasil suara."))
    keys.save(keys.with_counts(ring, ring.counts, boxes), desk.folder)
    close(desk)  # from now on it is here for a holder alone


def open_with(desk: Desk, name: str, password: str) -> None:
    """Open the sealed count for this session by who is here and a second person. Raises NotPermitted."""
    ring = keys.load(desk.folder)
    halves = {one.number: one for one in ring.holders if one.pair}
    own = halves.pop(desk.operator.number, None)
    other = next(iter(halves.values()), None)
    slot = ring.account(other.number) if other is not None else None
    if own is None or other is None or slot is None:
        raise errors.NotPermitted(N_("Segel hasil suara dibuka oleh kedua pemegangnya; salah satunya masuk dahulu."))
    wanted = name.casefold().strip()
    opened = keys.opened(slot, password) if slot.name.casefold() == wanted else None
    if opened is None:
        raise errors.NotPermitted(N_("Bukan kata sandi {name}.") , name=slot.name)
    parts = (count_secret.opened(desk.operator.secret, own.box), count_secret.opened(opened.secret, other.box))
    count_secret.take(desk, ring, count_boxes.joined(*parts), frozenset(own.rights))
    count_writing_keys.catch_up(desk)
    _tell(desk)


def open_by_sheet(desk: Desk, typed: str) -> None:
    """Open the count for this session by the sheet from the safe. Raises NotPermitted.

    A holder whose password an admin has replaced holds the key again.
    """
    ring = keys.load(desk.folder)
    slot = next((one for one in ring.slots if one.kind == SHEET), None)
    secret = keys.unwrap(slot, keys.plain_recovery_secret(typed)) if slot is not None else None
    if secret is None:
        raise errors.NotPermitted(N_("Kode pada lembar kunci hasil suara tidak cocok. Periksa setiap hurufnya."))
    own = next((one for one in ring.holders if one.number == desk.operator.number and not one.pair), None)
    if own is not None and desk.operator.secret and count_secret.opened(desk.operator.secret, own.box) is None:
        others = tuple(one for one in ring.holders if one is not own)
        again = _held(ring, secret, own.number, [Right(one) for one in own.rights])
        keys.save(keys.with_counts(ring, ring.counts, (*others, again)), desk.folder)
    count_secret.take(desk, ring, secret, frozenset(one.value for one in _HOLDS))
    count_writing_keys.catch_up(desk)
    _tell(desk)


def close(desk: Desk) -> None:
    """Put the key away, as when the window is locked; who holds it alone has it again when it is asked for."""
    desk.count_secret = None
    desk.count_rights = frozenset()
    for put_away in desk.count_put_away:
        put_away()
    _tell(desk)


def _renew(
    desk: Desk,
    ring: keys.Ring,
    secret: bytes,
    holders: tuple[keys.Holder, ...],
    key_memory: int,
    before: bytes | None = None,
) -> str:
    """Make this the office's key of the count: told to the others, the one before withdrawn, all boxed for it."""
    letters = keys.new_recovery_secret()
    plain = keys.plain_recovery_secret(letters)
    sheet = keys.wrap(SHEET, 0, "", plain, secret, memory=key_memory)
    place, mark = desk.identity.place, count_boxes.public_half(secret)
    # In this order nothing is lost wherever the power goes: the new key can open what stands before the old one is
    # gone, the old one is withdrawn before that, and nobody is told of a key that nobody here holds (`catch_up`).
    if before is not None:
        count_writing_keys.hand_over(desk, ring.counts.hex(), mark.hex())
    keys.save(keys.with_counts(keys.with_slot(ring, sheet), mark, holders), desk.folder)
    count_writing_keys.put_reader(desk, place, mark.hex())
    desk.count_secret = before
    count_writing_keys.catch_up(desk)
    close(desk)
    with contextlib.suppress(OSError):  # of the key before; where it is still read, it is made anew when it is opened
        count_store.remove(desk.folder / count_store.FILE)
    return letters


def _held(ring: keys.Ring, secret: bytes, number: int, asked: Collection[Right]) -> keys.Holder:
    named = tuple(sorted(Right(one).value for one in asked if one in _HOLDS))
    if not named:
        raise errors.Refused(N_("Pilih apa yang boleh dilakukan pemegang kunci."))
    return keys.Holder(number, named, count_boxes.close_for(_own_public(ring, number), secret))


def _own_public(ring: keys.Ring, number: int) -> bytes:
    slot = ring.account(number)
    if slot is None:
        raise errors.NotFound(N_("Tidak ada operator nomor {number} di kantor ini."), number=number)
    if not slot.public:
        raise errors.Refused(N_("{name} harus masuk sekali dengan kata sandinya dahulu."), name=slot.name)
    return slot.public


def _tell(desk: Desk) -> None:
    """Let who shows figures ask again who may see them."""
    desk.news.tell(changed.Changed(frozenset({"count_key"})))


def _require_open(desk: Desk) -> bytes:
    secret = count_secret.secret_of(desk)
    if secret is None:
        raise errors.NotPermitted(N_("Kunci hasil suara belum dibuka di komputer ini."))
    return secret


def _require_may_have(desk: Desk) -> None:
    refused = why_none(desk)
    if refused is not None:
        raise errors.NotPermitted(refused.message, **refused.params)


def _rights_of(holder: keys.Holder) -> frozenset[Right]:
    return frozenset(Right(one) for one in holder.rights if one in set(Right))
