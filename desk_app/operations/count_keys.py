# SPDX-License-Identifier: Apache-2.0
"""Who may open the count: the office's key of it, its holders, and the writing keys of those who copy (decision 0027).

The secret half lies in a box for each holder's own key (`keys.Holder`), or in halves for two who open it together; a
sheet in the safe opens it too. What an operator copies stands under a writing key of his, which is in a box for
himself, for this office's key, for the kabupaten's, and for the kecamatan's where the kabupaten lets it see.
"""

import contextlib
import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desk_app.data import count_boxes, count_store, count_wraps, keys, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, words
from desk_app.domain.counts.rights import RIGHT_LABELS, Right
from desk_app.operations import changed, count_rules, roles
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

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
    return Access(rights(desk), bool(ring.counts), secret_of(desk) is not None, pair, held)


def rights(desk: Desk) -> frozenset[Right]:
    """What who is at the keyboard may do with figures of votes now."""
    asked = desk.present or desk
    if asked.identity.level not in (places.Level.REGENCY.value, places.Level.DISTRICT.value):
        return frozenset()  # counts are of kecamatan and kabupaten; a province is told by paper
    found = {Right.ENTER} if roles.own_role(asked) is not roles.Role.LEADER else set()
    if secret_of(asked) is not None and why_none(asked) is None:
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


def secret_of(desk: Desk) -> bytes | None:
    """The secret half of the office's key of the count, if who is here opens it alone or two have opened it."""
    asked = desk.present or desk
    if asked.count_secret is None and asked.operator.secret:
        ring = keys.load(asked.folder)
        for one in ring.holders:
            if one.number == asked.operator.number and not one.pair:
                _take(asked, ring, _opened(asked.operator.secret, one.box), frozenset(one.rights))
    return asked.count_secret


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
    parts = (_opened(desk.operator.secret, own.box), _opened(opened.secret, other.box))
    _take(desk, ring, count_boxes.joined(*parts), frozenset(own.rights))
    catch_up(desk)
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
    if own is not None and desk.operator.secret and _opened(desk.operator.secret, own.box) is None:
        others = tuple(one for one in ring.holders if one is not own)
        again = _held(ring, secret, own.number, [Right(one) for one in own.rights])
        keys.save(keys.with_counts(ring, ring.counts, (*others, again)), desk.folder)
    _take(desk, ring, secret, frozenset(one.value for one in _HOLDS))
    catch_up(desk)
    _tell(desk)


def close(desk: Desk) -> None:
    """Put the key away, as when the window is locked; who holds it alone has it again when it is asked for."""
    desk.count_secret = None
    desk.count_rights = frozenset()
    for put_away in desk.count_put_away:
        put_away()
    _tell(desk)


def writing_key(desk: Desk, event: str, district: str) -> count_boxes.WritingKey:
    """The key that what is copied here now stands under; made, and boxed for its readers, where there is none yet.

    Raises NotPermitted where the account has no key of its own (opened by a sheet, say).
    """
    return writing_keys(desk, event, [district])[district]


def writing_keys(desk: Desk, event: str, districts: Collection[str]) -> dict[str, count_boxes.WritingKey]:
    """The same for several kecamatan, by their codes; what is made is written together."""
    own = desk.operator.secret
    if not own:
        raise errors.NotPermitted(N_("Masuk dengan nama dan kata sandi Anda sendiri untuk menyalin hasil suara."))
    mine = count_boxes.public_half(own).hex()
    found: dict[str, count_boxes.WritingKey] = {}
    rows: list[tuple[tuple[str, ...], bytes]] = []
    with desk.reading() as connection:
        for district in districts:
            wanted = frozenset({mine, *_readers(desk, connection, district)})
            boxed: dict[str, set[str]] = {}
            for one in count_wraps.of_place(connection, event, district):
                boxed.setdefault(one.writing, set()).add(one.mark)
            known = _own_writing(own, f"{event}|{district}", wanted, boxed)
            missing = wanted - boxed.get(known.name.hex(), set())
            rows += [_wrapped(event, district, known, mark) for mark in sorted(missing)]
            found[district] = known
    _write(desk, rows)
    return found


def _own_writing(
    own: bytes, about: str, wanted: frozenset[str], boxed: Mapping[str, Collection[str]]
) -> count_boxes.WritingKey:
    """The account's writing key for just the readers of now; one that another reader has a box of is left behind."""
    for number in itertools.count():
        key = count_boxes.own_writing_key(own, "|".join((about, str(number), *sorted(wanted))))
        if wanted.issuperset(boxed.get(key.name.hex(), ())):
            return key
    raise AssertionError("numbers do not end")


def catch_up(desk: Desk) -> int:
    """Box the writing keys that can be opened here for readers who came later; returns how many boxes were made.

    What was begun when the office's key was made and was broken off is ended.
    """
    if desk.only_read:
        return 0
    _announce(desk)
    made = []
    opened = _opened_wraps(desk, _secrets(desk))
    readers: dict[str, set[str]] = {}
    with desk.reading() as connection:
        have: dict[tuple[str, str, str], set[str]] = {}
        for one in count_wraps.every(connection):
            have.setdefault((one.event, one.place, one.writing), set()).add(one.mark)
        for (event, place, writing), key in opened.items():
            if place not in readers:
                readers[place] = set(_readers(desk, connection, place))
            missing = readers[place] - have.get((event, place, writing), set())
            made += [_wrapped(event, place, key, mark) for mark in sorted(missing)]
    _write(desk, made)
    return len(made)


def opened_keys(desk: Desk) -> dict[bytes, count_boxes.WritingKey]:
    """The writing keys that who is here can open, by their names: his own, and all with the office's key.

    Of a desk of the past those of today: who may read is as today, what stood is as then.
    """
    asked = desk.present or desk
    return {key.name: key for key in _opened_wraps(asked, _secrets(asked)).values()}


def own_keys(desk: Desk) -> dict[bytes, count_boxes.WritingKey]:
    """The writing keys that this account alone opens, whatever the office's key would open."""
    asked = desk.present or desk
    own = [asked.operator.secret] if asked.operator.secret else []
    return {key.name: key for key in _opened_wraps(asked, own).values()}


def _secrets(desk: Desk) -> list[bytes]:
    return [one for one in (secret_of(desk), desk.operator.secret) if one]


def _opened_wraps(desk: Desk, secrets: Collection[bytes]) -> dict[tuple[str, str, str], count_boxes.WritingKey]:
    """The writing keys in boxes that these open, by event, kecamatan and name.

    Only what was boxed for us under this very kecamatan: a name that somebody else wrote beside another one is no
    reason to box that key for those who read there.
    """
    by_mark = {count_boxes.public_half(one).hex(): one for one in secrets}
    found: dict[tuple[str, str, str], count_boxes.WritingKey] = {}
    if not by_mark:
        return found
    with desk.reading() as connection:
        for one in count_wraps.for_marks(connection, by_mark):
            name = (one.event, one.place, one.writing)
            if name not in found:
                key = _opened_wrap(by_mark[one.mark], one.writing, [one.box])
                # Somebody wrote over the box: what stood there before opens it.
                key = key or _opened_wrap(by_mark[one.mark], one.writing, count_wraps.boxes_of(connection, one.no))
                if key is not None:
                    found[name] = key
    return found


def _opened_wrap(secret: bytes, writing: str, boxes: Collection[bytes]) -> count_boxes.WritingKey | None:
    for box in boxes:
        try:
            return count_boxes.open_writing_key(secret, writing, box)
        except count_boxes.Unreadable:
            continue
    return None


def _readers(desk: Desk, connection: Connection, district: str) -> list[str]:
    """The marks of the offices that may read what is copied of a kecamatan."""
    regency = places.regency_of(district) or district
    wanted = {regency, *((district,) if count_rules.rules(desk).districts_see else ())}
    return [one.mark for one in count_wraps.readers(connection, wanted) if count_boxes.is_reader(one.mark)]


def _announce(desk: Desk) -> None:
    """Tell the others of the office's key where they never heard of it: the power went while it was made.

    One that was withdrawn is told of again only where no other took its place.
    """
    mark, place = keys.load(desk.folder).counts.hex(), desk.identity.place
    if not mark:
        return
    with desk.reading() as connection:
        standing = {one.mark for one in count_wraps.readers(connection, [place])}
        is_known = count_wraps.is_known(connection, place, mark)
    if mark not in standing and not (is_known and standing):
        _put_reader(desk, place, mark)


def _put_reader(desk: Desk, place: str, mark: str) -> None:
    values = {"name": desk.identity.name, "withdrawn": None}

    def work(unit: unit_of_work.Unit) -> None:
        unit.put(records.COUNT_READER, (place, mark), values)

    transact(desk, N_("Kunci hasil suara"), work, kind="setup")


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
    # gone, the old one is withdrawn before that, and nobody is told of a key that nobody here holds (`_announce`).
    if before is not None:
        _hand_over(desk, ring.counts.hex(), mark.hex())
    keys.save(keys.with_counts(keys.with_slot(ring, sheet), mark, holders), desk.folder)
    _put_reader(desk, place, mark.hex())
    desk.count_secret = before
    catch_up(desk)
    close(desk)
    with contextlib.suppress(OSError):  # of the key before; where it is still read, it is made anew when it is opened
        count_store.remove(desk.folder / count_store.FILE)
    return letters


def _hand_over(desk: Desk, before: str, after: str) -> None:
    """Box all that the key before opens for the one after it, and withdraw the one before."""
    boxes = [
        _wrapped(event, place, key, after)
        for (event, place, _writing), key in _opened_wraps(desk, _secrets(desk)).items()
    ]

    def work(unit: unit_of_work.Unit) -> None:
        for key, box in boxes:
            unit.put(records.COUNT_WRAP, key, {"box": box})
        for told in (False, True):  # also where somebody else withdrew it: only the own word counts
            unit.put(records.COUNT_READER, (desk.identity.place, before), {"withdrawn": told})

    transact(desk, N_("Kunci hasil suara"), work, kind="setup")


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


def _take(desk: Desk, ring: keys.Ring, secret: bytes | None, held_for: frozenset[str]) -> None:
    """Keep an opened key for the session, if it is the office's."""
    if secret is not None and count_boxes.public_half(secret) == ring.counts:
        desk.count_secret, desk.count_rights = secret, held_for


def _opened(own: bytes, box: bytes) -> bytes | None:
    try:
        return count_boxes.open_box(own, box)
    except count_boxes.Unreadable:
        return None


def _require_open(desk: Desk) -> bytes:
    secret = secret_of(desk)
    if secret is None:
        raise errors.NotPermitted(N_("Kunci hasil suara belum dibuka di komputer ini."))
    return secret


def _require_may_have(desk: Desk) -> None:
    refused = why_none(desk)
    if refused is not None:
        raise errors.NotPermitted(refused.message, **refused.params)


def _wrapped(event: str, place: str, key: count_boxes.WritingKey, mark: str) -> tuple[tuple[str, ...], bytes]:
    return (event, place, key.name.hex(), mark), count_boxes.close_for(bytes.fromhex(mark), key.secret)


def _write(desk: Desk, rows: list[tuple[tuple[str, ...], bytes]]) -> None:
    if not rows:
        return

    def work(unit: unit_of_work.Unit) -> None:
        for key, box in rows:
            unit.put(records.COUNT_WRAP, key, {"box": box})

    # Kind "setup": an undo of what was copied must not take the key from what was copied after it.
    transact(desk, N_("Kunci isian suara"), work, kind="setup")


def _rights_of(holder: keys.Holder) -> frozenset[Right]:
    return frozenset(Right(one) for one in holder.rights if one in set(Right))
