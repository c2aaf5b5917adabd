# SPDX-License-Identifier: Apache-2.0
"""One TPS and race as a verifier sees it: every reading beside the others, what stands and why, and all that was said
of it, read back from the journal and opened where its key is here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk_app.data import arrivals, count_boxes, count_rows, count_store
from desk_app.data import history as kept
from desk_app.data.count_rows import FormRow, Key, ResultRow
from desk_app.data.database import Connection
from desk_app.domain import words
from desk_app.domain.counts import lines, rules, standing
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import Source, Standing, State
from desk_app.operations import count_check, count_entry, count_keys, count_writing_keys, places, tally
from desk_app.operations.desk import Desk

N_ = words.N_

_Keys = Mapping[bytes, count_boxes.WritingKey]


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of the paper. `at`: seconds UTC by its writer's clock; `record`: of its form (0: not found).

    `is_open`: a decision has not seen it yet; `choice`: what names it to `count_check.decide`.
    """

    reader: str
    office: str
    operator: str
    at: int
    source: Source
    figures: standing.Figures
    reason: str
    mark: bytes
    record: int
    is_open: bool

    @property
    def choice(self) -> str:
        return self.mark.hex()


@dataclass(frozen=True, slots=True)
class Altered:
    """One line, old → new; None: it was not read."""

    line: str
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said of the TPS. `what`: a sentence; `is_open`: False where its key has not come.

    `taken_back`: it is an undo.
    """

    at: int
    office: str
    operator: str
    what: words.Phrase
    altered: tuple[Altered, ...]
    reason: str
    is_open: bool
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What a rule says. `is_accepted`, with the reason and the name of who accepted it."""

    finding: rules.Finding
    is_accepted: bool
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What stood for a vote that was held again since; it is in no total."""

    occasion: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class View:
    """One TPS and race. `standing`: of the vote that counts, number `occasion` (`kind`: "psu" …, "" the first).

    `told`: what was told by phone and is otherwise. `unreadable`: readings whose key has not come. `records`: what
    photos may hang on. `seen`, `mark`: for `count_check`. `reason`: why the paper is to be read again.
    """

    key: Key
    label: str
    occasion: int
    kind: str
    form: tuple[lines.Line, ...]
    standing: Standing
    sides: tuple[Side, ...]
    told: Mapping[str, tuple[int, ...]]
    notes: tuple[Note, ...]
    history: tuple[Said, ...]
    earlier: tuple[Earlier, ...]
    unreadable: int
    is_locked: bool
    is_reread: bool
    reason: str
    records: tuple[int, ...]
    seen: count_check.Seen

    @property
    def mark(self) -> bytes:
        return self.standing.mark

    @property
    def decided(self) -> bool:
        return self.standing.decided


def view(desk: Desk, subject: str, race: str) -> View:
    """All that is known of one TPS and race. Raises NotPermitted, Refused."""
    count_keys.require(desk, Right.VERIFY)
    key = count_entry.key_of(desk, subject, race)
    known = count_writing_keys.opened_keys(desk)
    label = places.place_labels(desk, [subject]).get(subject, subject)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        looked = tally.look(desk, connection, key)
        current, kind = count_entry.occasion_of(connection, key)
        forms = count_rows.forms(connection, [key]).get(key, [])
        results = count_rows.results(connection, [key]).get(key, [])
        occasion = looked.row.occasion if looked.row is not None else current
        book = _Book(desk, connection, known, looked)
        past = book.history([one for one in forms if one.occasion == occasion], _of(results, occasion))
        sides = book.sides([one for one in forms if one.occasion == occasion])
    twins = _twins(desk, key, looked)
    result = _of(results, occasion)
    row, now = looked.row, looked.now
    return View(
        key,
        label,
        occasion,
        kind if occasion == current else "",
        looked.form,
        row.standing if row is not None else Standing(State.NOT_IN),
        sides,
        _told(sides, row.standing if row is not None else None),
        tuple(_note(one, looked.taken, book.accepted) for one in (*looked.said, *twins)),
        past,
        tuple(_earlier(looked)),
        row.unreadable if row is not None else 0,
        result is not None and result.locked,
        result is not None and result.reread,
        _why(known, result) if result is not None and result.reread else "",
        tuple(one.record for one in sides if one.record),
        count_check.Seen(seen, count_check.marks_of(now)),
    )


def agreed(found: View) -> dict[str, int]:
    """The lines in which all readings that say something say the same, for a decision that types the others."""
    told: dict[str, set[int]] = {}
    for one in found.sides:
        for code, value in one.figures.items():
            told.setdefault(code, set()).add(value)
    return {
        code: next(iter(held))
        for code, held in told.items()
        if len(held) == 1 and code not in found.standing.differing
    }


class _Book:
    """What the journal tells of one TPS and race. `accepted`: rule → (reason, by whom), filled by `history`."""

    def __init__(self, desk: Desk, connection: Connection, known: _Keys, looked: tally.Looked) -> None:
        self._known, self._looked = known, looked
        self._histories = kept.Histories(connection, desk.identity.replica)
        self._entries: dict[int, list[kept.Entry]] = {}
        self._written: dict[str, list[kept.Entry]] = {}
        self.accepted: dict[str, tuple[str, str]] = {}

    def sides(self, forms: Iterable[FormRow]) -> tuple[Side, ...]:
        """The readings, as they came in."""
        now = self._looked.now
        seen = frozenset().union(*(one.seen for one in now.decisions)) if now is not None else frozenset()
        by_mark = {count_boxes.mark(sealed): form for form in forms for sealed in form.sealed}
        found = []
        for reading in now.readings if now is not None else ():
            form = by_mark.get(reading.mark)
            entry = self._entry(form, reading.mark) if form is not None else None
            found.append(
                Side(
                    reading.reader,
                    entry.office if entry is not None else "",
                    entry.operator if entry is not None else "",
                    entry.at if entry is not None else 0,
                    reading.source,
                    reading.figures,
                    reading.reason,
                    reading.mark,
                    form.no if form is not None else 0,
                    reading.mark not in seen,
                )
            )
        return tuple(sorted(found, key=lambda one: (one.source is Source.PHONE, one.at, one.reader)))

    def history(self, forms: Iterable[FormRow], result: ResultRow | None) -> tuple[Said, ...]:
        """All that was said, oldest first."""
        told: list[tuple[int, int, Said]] = []
        for form in forms:
            about = count_rows.about_form(form.key, form.occasion, form.reader)
            self._written[form.reader] = self._of(form.no)
            for entry in self._written[form.reader]:
                said = self._of_form(about, entry)
                if said is not None:
                    told.append((entry.arrival, entry.key, said))
        if result is not None:
            told += [(entry.arrival, entry.key, said) for entry, said in self._of_result(result)]
        return tuple(said for _arrival, _key, said in sorted(told, key=lambda one: one[:2]))

    def _of(self, record: int) -> list[kept.Entry]:
        if record not in self._entries:
            self._entries[record] = self._histories.of(record)
        return self._entries[record]

    def _entry(self, form: FormRow, mark: bytes) -> kept.Entry | None:
        """The change that said these figures; the last of them, where an undo brought them back."""
        found = None
        for entry in self._of(form.no):
            if any(one.field == "sealed" and _is(one.after, mark) for one in entry.fields):
                found = entry
        return found

    def _of_form(self, about: str, entry: kept.Entry) -> Said | None:
        if entry.deletes:
            return _said(entry, words.phrase(N_("Salinan dihapus")))
        sealed = next((one for one in entry.fields if one.field == "sealed"), None)
        if sealed is None or not isinstance(sealed.after, bytes):
            return None
        content = tally.unsealed(self._known, about, sealed.after)
        before = [one for one in sealed.before if isinstance(one, bytes)]
        opened = [tally.unsealed(self._known, about, one) for one in before]
        what = words.phrase(N_("Salinan diperbaiki") if before else N_("Disalin"))
        if content is None:
            return _said(entry, what, is_open=False)
        old = {code: value for one in opened if one is not None for code, value in tally.figures_of(one).items()}
        altered = self._differences(old, tally.figures_of(content)) if before and None not in opened else ()
        return _said(entry, what, altered, _text(content.get("r")))

    def _of_result(self, result: ResultRow) -> Iterable[tuple[kept.Entry, Said]]:
        about = count_rows.about_result(result.key, result.occasion)
        about_said = count_rows.about_said(result.key, result.occasion)
        held: frozenset[str] = frozenset()
        reason: str | None = ""
        for entry in self._of(result.no):
            fields = {one.field: one for one in entry.fields}
            if "said" in fields:
                reason = _opened(self._known, about_said, fields["said"].after)
            who = " · ".join(part for part in (entry.operator, entry.office) if part)
            sealed = fields.get("sealed")
            if sealed is not None and isinstance(sealed.after, bytes):
                yield entry, self._decision(entry, about, sealed.after)
            elif sealed is not None:
                yield entry, _said(entry, words.phrase(N_("Penetapan ditarik")))
            if "accepted" in fields:
                after = rules.accepted_from(_text(fields["accepted"].after))
                added, gone = sorted(after - held), sorted(held - after)
                held = after
                self.accepted = {rule: told for rule, told in self.accepted.items() if rule in after}
                self.accepted |= dict.fromkeys(added, (reason or "", who))
                if added:
                    listed = words.phrase(N_("Catatan {rules} diterima"), rules=", ".join(added))
                    yield entry, _said(entry, listed, (), reason or "", is_open=reason is not None)
                if gone:
                    yield entry, _said(entry, words.phrase(N_("Catatan {rules} dibuka lagi"), rules=", ".join(gone)))
            if "reread" in fields and fields["reread"].after:
                asked = words.phrase(N_("Diminta dibaca lagi"))
                yield entry, _said(entry, asked, (), reason or "", is_open=reason is not None)
            elif "checked" in fields:
                is_checked = fields["checked"].after is not None
                told = N_("Diverifikasi") if is_checked else N_("Verifikasi gugur; perlu diverifikasi lagi")
                yield entry, _said(entry, words.phrase(told))
            if "locked" in fields:
                told = N_("Dikunci") if fields["locked"].after else N_("Kunci dibuka")
                yield entry, _said(entry, words.phrase(told))

    def _decision(self, entry: kept.Entry, about: str, sealed: bytes) -> Said:
        content = tally.unsealed(self._known, about, sealed)
        if content is None:
            return _said(entry, words.phrase(N_("Ditetapkan")), is_open=False)
        how, _colon, reader = _text(content.get("how")).partition(":")
        if how == count_check.CHOSEN:
            what = words.phrase(N_("Ditetapkan: dipakai salinan {reader}"), reader=self._called(reader))
        elif how == count_check.CORRECTED:
            what = words.phrase(N_("Angka diperbaiki"))
        else:
            what = words.phrase(N_("Ditetapkan setelah formulir dibaca lagi"))
        told = content.get("c")
        altered = [_altered(one) for one in told] if isinstance(told, list) else []
        return _said(entry, what, tuple(one for one in altered if one is not None), _text(content.get("r")))

    def _called(self, reader: str) -> str:
        """A reader by the name of who wrote under it, by the code where nothing of it is here."""
        return next((entry.operator for entry in self._written.get(reader, ()) if entry.operator), reader)

    def _differences(self, old: Mapping[str, int], new: Mapping[str, int]) -> tuple[Altered, ...]:
        codes = [line.code for line in self._looked.form]
        return tuple(
            Altered(code, old.get(code), new.get(code)) for code in codes if old.get(code) != new.get(code)
        )


def _said(
    entry: kept.Entry,
    what: words.Phrase,
    altered: tuple[Altered, ...] = (),
    reason: str = "",
    *,
    is_open: bool = True,
) -> Said:
    return Said(entry.at, entry.office, entry.operator, what, altered, reason, is_open, entry.undoes)


def _altered(told: Any) -> Altered | None:
    """An alteration as a decision keeps it; None for what no version of ours has written."""
    if not isinstance(told, list) or len(told) != 3 or not isinstance(told[0], str):
        return None
    old, new = (value if type(value) is int else None for value in told[1:])
    return Altered(told[0], old, new)


def _note(one: rules.Finding, taken: frozenset[str], accepted: Mapping[str, tuple[str, str]]) -> Note:
    reason, who = accepted.get(one.rule.number, ("", ""))
    return Note(one, one.rule.number in taken, reason, who)


def _twins(desk: Desk, key: Key, looked: tally.Looked) -> Iterable[rules.Finding]:
    """The other TPS of the village with the very same votes, as they were weighed last."""
    if looked.row is None or not looked.row.standing.counts:
        return
    with tally.store_of(desk).reading() as connection:
        groups = count_store.twins(connection, key.event, key.race, key.village)
    for _village, numbers in groups:
        if key.number in numbers:
            yield rules.twin_finding(looked.form, [one for one in numbers if one != key.number])


def _told(sides: Iterable[Side], one: Standing | None) -> dict[str, tuple[int, ...]]:
    """What was told by phone and differs from what stands: line → what was told."""
    found: dict[str, tuple[int, ...]] = {}
    for code in one.yielded if one is not None else ():
        said = {side.figures[code] for side in sides if side.source is Source.PHONE and code in side.figures}
        found[code] = tuple(sorted(said))
    return found


def _earlier(looked: tally.Looked) -> Iterable[Earlier]:
    for one in looked.opened:
        if looked.row is not None and one.occasion < looked.row.occasion and (one.readings or one.decisions):
            checked = one.result.checked if one.result is not None else None
            yield Earlier(one.occasion, standing.weigh(looked.form, one.readings, one.decisions, checked=checked))


def _of(results: Iterable[ResultRow], occasion: int) -> ResultRow | None:
    return next((one for one in results if one.occasion == occasion), None)


def _why(known: _Keys, result: ResultRow) -> str:
    """The reason that a verifier gave last, "" where its key has not come."""
    return _opened(known, count_rows.about_said(result.key, result.occasion), result.said) or ""


def _opened(known: _Keys, about: str, sealed: Any) -> str | None:
    """A reason under seal: "" where there is none, None where it cannot be opened."""
    if not isinstance(sealed, bytes):
        return ""
    content = tally.unsealed(known, about, sealed)
    return None if content is None else _text(content.get("r"))


def _is(value: Any, mark: bytes) -> bool:
    return isinstance(value, bytes) and count_boxes.mark(value) == mark


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
