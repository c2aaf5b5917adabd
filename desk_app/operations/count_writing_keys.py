# SPDX-License-Identifier: Apache-2.0
"""Writing keys: under which each copies, in boxes for who may read that, now and later (decision 0027).

What an operator copies stands under a writing key of his, which is in a box for himself, for this office's key of the
count, for the kabupaten's, and for the kecamatan's where the kabupaten lets it see.
"""

import itertools
from collections.abc import Collection, Mapping

from desk_app.data import count_boxes, count_wraps, keys, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, words
from desk_app.operations import count_rules, count_secret
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


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


def put_reader(desk: Desk, place: str, mark: str) -> None:
    """Tell the others of the office's key of the count, by its public half."""
    values = {"name": desk.identity.name, "withdrawn": None}

    def work(unit: unit_of_work.Unit) -> None:
        unit.put(records.COUNT_READER, (place, mark), values)

    transact(desk, N_("Kunci hasil suara"), work, kind="setup")


def hand_over(desk: Desk, before: str, after: str) -> None:
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


def _own_writing(
    own: bytes, about: str, wanted: frozenset[str], boxed: Mapping[str, Collection[str]]
) -> count_boxes.WritingKey:
    """The account's writing key for just the readers of now; one that another reader has a box of is left behind."""
    for number in itertools.count():
        key = count_boxes.own_writing_key(own, "|".join((about, str(number), *sorted(wanted))))
        if wanted.issuperset(boxed.get(key.name.hex(), ())):
            return key
    raise AssertionError("numbers do not end")


def _secrets(desk: Desk) -> list[bytes]:
    return [one for one in (count_secret.secret_of(desk), desk.operator.secret) if one]


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
        put_reader(desk, place, mark)


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
