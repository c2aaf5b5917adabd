# SPDX-License-Identifier: Apache-2.0
"""What a verifier says of one TPS and race: verified, a note accepted, a reading kept, a figure corrected, locked.

A decision is sealed like a reading, as every reason is, and names all that its writer had seen
(`domain/counts/standing`): a reading or a decision that comes later and differs opens the matter again, visibly. What
is verified is a mark of all that was weighed, so whatever comes in after that is to be verified anew. Windows of entry
do not hold a verifier.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk_app.data import count_boxes, count_rows, unit_of_work
from desk_app.data.count_rows import Key
from desk_app.data.count_store import Row
from desk_app.domain import errors, records, words
from desk_app.domain.counts import rules, standing
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import Reading, State
from desk_app.operations import count_entry, count_keys, count_writing_keys, tally
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

TYPED = "ketik"
"""A choice: figures that were typed after the paper was read again."""

CHOSEN, CORRECTED = "pilih", "koreksi"
"""How a decision came about, as it is kept; with `TYPED`."""

MOST_REASON = 1000

_CHANGED = N_("Ada salinan atau penetapan lain yang masuk sejak dibuka. Lihat lagi, lalu ulangi.")
_LOCKED = N_("Hasil TPS ini dikunci. Buka kuncinya dahulu.")
_NOTHING = N_("Belum ada salinan untuk TPS ini.")
_DISPUTED = N_("Salinan TPS ini berbeda. Tetapkan dahulu mana yang dipakai.")
_NOT_WHOLE = N_("Salinan TPS ini belum lengkap.")
_BY_PHONE = N_("Baru dilaporkan lewat telepon. Tunggu salinan formulirnya.")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a verifier had before him: the last transaction, and the marks of all that was weighed."""

    arrival: int
    marks: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Many:
    """What was done to many TPS: how many, and which were left alone with the reason."""

    done: int
    left: tuple[tuple[str, words.Phrase], ...] = ()


def verify(desk: Desk, subject: str, race: str, seen_mark: bytes) -> None:
    """Say that what stands is what the paper says. `seen_mark`: of what was looked at.

    Raises Refused where it has changed since, differs, is not whole, or has a fault that nobody accepted.
    """
    key = _key(desk, subject, race)

    def work(unit: unit_of_work.Unit) -> None:
        looked = tally.look(desk, unit.connection, key)
        if looked.row is None or looked.row.standing.mark != seen_mark:
            raise errors.Refused(_CHANGED)
        fault = _not_verifiable(looked.row.standing) or _faults(looked)
        if fault is not None:
            raise errors.Refused(fault.message, **fault.params)
        _put(unit, key, looked.row.occasion, {"checked": seen_mark, "reread": None})

    transact(desk, N_("Hasil TPS diverifikasi"), work)


def verify_many(desk: Desk, race: str, seen: Mapping[str, bytes]) -> Many:
    """Verify those of many TPS of which there is no note. `seen`: subject → mark of what was listed. One undo."""
    keys = {_key(desk, subject, race): mark for subject, mark in seen.items()}

    def work(unit: unit_of_work.Unit) -> Many:
        done, left = 0, []
        for one in tally.weighed(desk, unit.connection, keys):
            row = one.row
            if row is None or row.standing.mark != keys[one.key]:
                left.append((one.key.subject, words.phrase(_CHANGED)))
                continue
            fault = _not_verifiable(row.standing)
            if fault is None and row.standing.state is State.NOTED:
                fault = words.phrase(N_("Ada catatan yang belum diterima."))
            if fault is not None:
                left.append((one.key.subject, fault))
            elif row.standing.state is State.WHOLE:
                _put(unit, one.key, row.occasion, {"checked": row.standing.mark, "reread": None})
                done += 1
        return Many(done, tuple(left))

    return transact(desk, N_("Hasil TPS diverifikasi"), work)


def accept(desk: Desk, subject: str, race: str, rule_numbers: Collection[str], reason: str) -> None:
    """Accept what these rules say, with a reason. Raises Refused."""
    said = _reason(reason, N_("Tulis alasan mengapa catatan ini diterima."))
    _alter_accepted(desk, subject, race, rule_numbers, lambda held, named: held | named, said)


def unaccept(desk: Desk, subject: str, race: str, rule_numbers: Collection[str]) -> None:
    """Let these rules make a note again; a verification falls with the note. Raises Refused."""
    _alter_accepted(desk, subject, race, rule_numbers, lambda held, named: held - named, None)


def decide(
    desk: Desk,
    subject: str,
    race: str,
    choice: str,
    reason: str,
    figures: Mapping[str, int] | None = None,
    *,
    seen: Seen | None = None,
) -> None:
    """Settle which figures stand. `choice`: a reading, by its reader or by its mark in hex, or `TYPED`.

    `figures`: with `TYPED`, all lines that were read. `seen`: what lay before who decides; what came in since stands
    beside, and where it differs the TPS is in dispute again. Raises Refused.
    """
    said = _reason(reason, N_("Tulis alasan penetapan, misalnya formulir dibaca lagi."))

    def settle(looked: tally.Looked) -> tuple[dict[str, int], str]:
        if choice == TYPED:
            kept = count_entry.checked(looked.form, figures or {})
            if not kept:
                raise errors.Refused(N_("Ketik angka yang dibaca dari formulir."))
            return kept, TYPED
        now = looked.now
        readings = now.readings if now is not None else ()
        chosen = next((one for one in readings if choice in (one.reader, one.mark.hex())), None)
        if chosen is None:
            raise errors.NotFound(N_("Salinan yang dipilih tidak ada lagi."))
        return _agreed(readings, chosen) | dict(chosen.figures), f"{CHOSEN}:{chosen.reader}"

    _write_decision(desk, subject, race, N_("Hasil TPS ditetapkan"), settle, said, seen)


def correct(
    desk: Desk, subject: str, race: str, line: str, value: int | None, reason: str, *, seen: Seen | None = None
) -> bool:
    """Correct one line of what stands; None: it was not read. Returns whether a verification fell with it.

    Raises Refused.
    """
    said = _reason(reason, N_("Tulis alasan perbaikan angka ini."))

    def settle(looked: tally.Looked) -> tuple[dict[str, int], str]:
        if looked.row is not None and looked.row.standing.state is State.DISPUTED:
            raise errors.Refused(_DISPUTED)
        before = dict(looked.row.standing.figures) if looked.row is not None else {}
        count_entry.checked(looked.form, {line: value if value is not None else 0})
        if before.get(line) == value:
            raise errors.Refused(N_("Angkanya sudah demikian."))
        after = {code: number for code, number in before.items() if code != line}
        return (after if value is None else after | {line: value}), CORRECTED

    return _write_decision(desk, subject, race, N_("Angka hasil TPS diperbaiki"), settle, said, seen)


def reread(desk: Desk, subject: str, race: str, reason: str) -> None:
    """Ask that the paper be read again: who copied it may write again, whatever the window. Raises Refused."""
    key, said = _key(desk, subject, race), _reason(reason, N_("Tulis mengapa formulir perlu dibaca lagi."))
    writing = count_writing_keys.writing_key(desk, key.event, key.district)

    def work(unit: unit_of_work.Unit) -> None:
        looked = tally.look(desk, unit.connection, key)
        row = _unlocked(looked)
        sealed = _sealed(writing, key, row.occasion, said)
        _put(unit, key, row.occasion, {"reread": True, "checked": None, "said": sealed})

    transact(desk, N_("Formulir diminta dibaca lagi"), work)


def lock(desk: Desk, subjects: Collection[str], race: str) -> Many:
    """Lock results that were verified: nothing of them is altered until they are unlocked. One undo."""
    return _lock(desk, subjects, race, is_wanted=True)


def unlock(desk: Desk, subjects: Collection[str], race: str) -> Many:
    """Let results be altered again. One undo."""
    return _lock(desk, subjects, race, is_wanted=False)


def marks_of(now: tally.Opened | None) -> frozenset[bytes]:
    """The marks of all readings and decisions that can be opened."""
    if now is None:
        return frozenset()
    return frozenset({one.mark for one in now.readings} | {one.mark for one in now.decisions})


def _lock(desk: Desk, subjects: Collection[str], race: str, *, is_wanted: bool) -> Many:
    keys = [_key(desk, subject, race) for subject in subjects]

    def work(unit: unit_of_work.Unit) -> Many:
        done, left = 0, []
        for one in tally.weighed(desk, unit.connection, keys):
            state = one.row.standing.state if one.row is not None else State.NOT_IN
            if one.row is None:
                left.append((one.key.subject, words.phrase(_NOTHING)))
            elif is_wanted and state not in (State.VERIFIED, State.LOCKED):
                left.append((one.key.subject, words.phrase(N_("Belum diverifikasi."))))
            else:
                done += _put(unit, one.key, one.row.occasion, {"locked": is_wanted or None})
        return Many(done, tuple(left))

    return transact(desk, N_("Hasil TPS dikunci") if is_wanted else N_("Kunci hasil TPS dibuka"), work)


def _write_decision(
    desk: Desk,
    subject: str,
    race: str,
    label: str,
    settle: Callable[[tally.Looked], tuple[dict[str, int], str]],
    reason: str,
    seen: Seen | None,
) -> bool:
    """Seal what was settled; returns whether it had been verified before."""
    key = _key(desk, subject, race)
    writing = count_writing_keys.writing_key(desk, key.event, key.district)

    def work(unit: unit_of_work.Unit) -> bool:
        looked = tally.look(desk, unit.connection, key)
        row = _unlocked(looked)
        figures, how = settle(looked)
        marks = seen.marks if seen is not None else marks_of(looked.now)
        content = {
            "f": figures,
            "seen": sorted(marks),
            "r": reason,
            "how": how,
            "c": [list(one) for one in _altered(looked, figures)],
        }
        sealed = count_boxes.seal(writing, count_rows.about_result(key, row.occasion), content)
        values = {"sealed": sealed, "checked": None, "reread": None}
        _put(unit, key, row.occasion, values, seen.arrival if seen is not None else None)
        return row.standing.state is State.VERIFIED

    return transact(desk, label, work)


def _alter_accepted(
    desk: Desk,
    subject: str,
    race: str,
    rule_numbers: Collection[str],
    altered: Callable[[frozenset[str], frozenset[str]], frozenset[str]],
    reason: str | None,
) -> None:
    key, named = _key(desk, subject, race), rules.accepted_from(",".join(rule_numbers))
    writing = count_writing_keys.writing_key(desk, key.event, key.district) if reason is not None else None

    def work(unit: unit_of_work.Unit) -> None:
        looked = tally.look(desk, unit.connection, key)
        row = _unlocked(looked)
        if not named or named - {rules.Rule.V18.number, *(one.rule.number for one in looked.said)}:
            raise errors.Refused(N_("Catatan itu tidak ada pada hasil TPS ini."))
        now = looked.now
        held = rules.accepted_from(now.result.accepted if now is not None and now.result is not None else "")
        values: dict[str, Any] = {"accepted": rules.accepted_text(altered(held, named)) or None}
        if reason is None or writing is None:
            values["checked"] = None
        else:
            values["said"] = _sealed(writing, key, row.occasion, reason)
        _put(unit, key, row.occasion, values)

    label = N_("Catatan hasil TPS diterima") if reason is not None else N_("Catatan hasil TPS dibuka lagi")
    transact(desk, label, work)


def _put(
    unit: unit_of_work.Unit, key: Key, occasion: int, values: Mapping[str, Any], seen: int | None = None
) -> bool:
    """Write what is different; returns whether anything was."""
    name = (key.event, key.village, key.number, key.race, occasion)
    before = unit.written
    if unit.find(records.COUNT_RESULT, name) is None:
        values = {field: value for field, value in values.items() if value is not None}
        if not values:
            return False
    unit.put(records.COUNT_RESULT, name, values, seen=seen)
    return unit.written > before


def _key(desk: Desk, subject: str, race: str) -> Key:
    count_keys.require(desk, Right.VERIFY)
    return count_entry.key_of(desk, subject, race)


def _unlocked(looked: tally.Looked) -> Row:
    """What stands, which must be there and may be altered. Raises Refused."""
    if looked.row is None:
        raise errors.Refused(_NOTHING)
    now = looked.now
    if now is not None and now.result is not None and now.result.locked:
        raise errors.Refused(_LOCKED)
    return looked.row


def _not_verifiable(one: standing.Standing) -> words.Phrase | None:
    """Why what stands cannot be verified, None where it can be."""
    if one.state is State.DISPUTED:
        return words.phrase(_DISPUTED)
    if one.state in (State.NOT_IN, State.PART):
        return words.phrase(_NOT_WHOLE)
    if one.state is State.LOCKED:
        return words.phrase(_LOCKED)
    if one.provisional:
        return words.phrase(_BY_PHONE)
    return None


def _faults(looked: tally.Looked) -> words.Phrase | None:
    """The errors that nobody accepted, in words."""
    found = [one for one in rules.open_findings(looked.said, looked.taken) if one.level is rules.Level.ERROR]
    if not found:
        return None
    told: dict[str, object] = {
        f"part{no}": words.Phrase("{rule} {words}", {"rule": one.rule.number, "words": one.words})
        for no, one in enumerate(found)
    }
    listed = words.Phrase("; ".join(f"{{{name}}}" for name in told), told)
    said = N_("Ada kesalahan yang belum diterima: {faults}. Perbaiki angkanya, atau terima dengan alasan.")
    return words.phrase(said, faults=listed)


def _reason(typed: str, wanting: str) -> str:
    said = " ".join(typed.split())
    if not said:
        raise errors.Refused(wanting)
    return said[:MOST_REASON]


def _sealed(writing: count_boxes.WritingKey, key: Key, occasion: int, reason: str) -> bytes:
    """A reason under seal: people write figures there."""
    return count_boxes.seal(writing, count_rows.about_said(key, occasion), {"r": reason})


def _agreed(readings: Iterable[Reading], chosen: Reading) -> dict[str, int]:
    """Lines that the chosen reading lacks and the others agree on."""
    told: dict[str, set[int]] = {}
    for one in readings:
        for code, value in one.figures.items():
            told.setdefault(code, set()).add(value)
    return {code: next(iter(held)) for code, held in told.items() if len(held) == 1 and code not in chosen.figures}


def _altered(looked: tally.Looked, after: Mapping[str, int]) -> list[tuple[str, int | None, int | None]]:
    """(line, what stood or what another one said, what stands now), in the order of the form."""
    before = looked.row.standing if looked.row is not None else standing.Standing(State.NOT_IN)
    found: list[tuple[str, int | None, int | None]] = []
    for line in looked.form:
        code = line.code
        if before.state is State.DISPUTED:
            stood: set[int | None] = set(before.differing.get(code, ()))
        else:
            stood = {before.figures.get(code)}
        found += [(code, old, after.get(code)) for old in sorted(stood, key=_order) if old != after.get(code)]
    return found


def _order(value: int | None) -> int:
    return -1 if value is None else value

