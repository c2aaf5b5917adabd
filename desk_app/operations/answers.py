# SPDX-License-Identifier: Apache-2.0
"""Answering checklists: one answer saved at once, a column of them filled down, a recap noted."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from desk_app.base.progress import finish
from desk_app.data import checklist_rows, overview_list, unit_of_work
from desk_app.domain import answers, checklists, errors, places, records, words
from desk_app.operations import attachments, elections, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FILL_DOWN = N_("Salin ke bawah")
"""What undo and the history call many places filled with one answer."""


def set_answer(
    desk: Desk,
    subject: str,
    item: str,
    value: str | answers.AnswerValue | None,
    *,
    note: str | None = None,
    event: str | None = None,
    seen: int | None = None,
) -> int:
    """Save one answer about one place; text is read as typed ("S", "285"), None empties it.

    `note` None leaves the note as it is. `seen`: as the sheet was read (`ChecklistPage.seen`); what came in since is
    not replaced but stands beside. Returns the answer's record number. Raises Refused.
    """
    return set_answers(desk, [(subject, item, value, note)], event=event, seen=seen)[0]


def set_answers(
    desk: Desk,
    given: Sequence[tuple[str, str, str | answers.AnswerValue | None, str | None]],
    *,
    event: str | None = None,
    label: str = N_("Isian kesiapan"),
    seen: int | None = None,
) -> list[int]:
    """Save many answers (subject, item, value, note) as one transaction that is undone as one."""
    return transact(desk, label, answering(desk, given, event=event, seen=seen))


def answering(
    desk: Desk,
    given: Sequence[tuple[str, str, str | answers.AnswerValue | None, str | None]],
    *,
    event: str | None = None,
    seen: int | None = None,
) -> Callable[[unit_of_work.Unit], list[int]]:
    """What writes many answers inside a transaction that writes more than them; looked over here. Raises Refused."""
    chosen = elections.working_event(desk, event)
    code = chosen.code
    rows = []
    for subject, item_code, value, note in given:
        local = elections.event_at(desk, subject, code)
        template = elections.checklist_for(local, desk.identity.place)
        place, item = _asked(desk, template, subject, item_code)
        parsed = _parsed(item, value, local.voting_day + timedelta(days=item.phase))
        fields: dict[str, object] = {**answers.columns(parsed), "version": template.version}
        if note is not None:
            fields["note"] = note
        if item.kind is checklists.ItemKind.PHOTO and parsed is answers.Mark.DONE:
            _require_photo(desk, code, place.subject, item)
        rows.append((place.subject, item.code, fields))

    def work(unit: unit_of_work.Unit) -> list[int]:
        unit.projector.prefetch(records.ANSWER.no, [(code, subject, item) for subject, item, _ in rows])
        new = [subject for subject, item, _ in rows if unit.find(records.ANSWER, (code, subject, item)) is None]
        _require_stations(unit, code, new)
        return [
            unit.put(records.ANSWER, (code, subject, item), fields, seen=seen) for subject, item, fields in rows
        ]

    return work


def fill_down(
    desk: Desk, subjects: Sequence[str], item: str, value: str | answers.AnswerValue, *, seen: int | None = None
) -> int:
    """The same answer for many places (“Salin ke bawah”), undone as one. Returns how many."""
    given = [(one, item, value, None) for one in subjects]
    return len(set_answers(desk, given, label=FILL_DOWN, seen=seen))


def set_note(
    desk: Desk, subject: str, item: str, note: str, *, event: str | None = None, seen: int | None = None
) -> int:
    """Note something beside an answer, which need not be given yet."""
    chosen = elections.working_event(desk, event)
    code = chosen.code
    local = elections.event_at(desk, subject, code)
    place, asked = _asked(desk, elections.checklist_for(local, desk.identity.place), subject, item)

    def work(unit: unit_of_work.Unit) -> int:
        _require_stations(unit, code, [place.subject])
        return unit.put(records.ANSWER, (code, place.subject, asked.code), {"note": note}, seen=seen)

    return transact(desk, N_("Catatan isian"), work)


def add_recap(
    desk: Desk,
    place: str,
    item: str,
    count: int,
    total: int | None,
    *,
    hour: int,
    source: str,
    note: str = "",
    event: str | None = None,
    seen: int | None = None,
) -> int:
    """Note a recap of a desa or kecamatan ("170 dari 178, pukul 07.30, sumber camat"). Raises Refused.

    `seen`: as the board was read (`recap_board.Board.seen`); another recap that came in since is told.
    """
    work = recapping(desk, place, item, count, total, hour=hour, source=source, note=note, event=event, seen=seen)
    return transact(desk, N_("Rekap"), work)


def recapping(
    desk: Desk,
    place: str,
    item: str,
    count: int,
    total: int | None,
    *,
    hour: int,
    source: str,
    note: str = "",
    event: str | None = None,
    seen: int | None = None,
) -> Callable[[unit_of_work.Unit], int]:
    """What writes a recap inside a transaction that writes more than it; looked over here. Raises Refused."""
    code = places.parse_code(place)
    territory.require_own(desk, code)
    if total is not None and count > total:
        raise errors.Refused(
            N_("Rekap {count} lebih besar dari jumlahnya, {total}."), count=count, total=total
        )
    values = {
        "event": event or settings.event_code(desk),
        "place": code,
        "item": item,
        "count": count,
        "total": total,
        "hour": hour,
        "source": source,
        "note": note,
    }

    def work(unit: unit_of_work.Unit) -> int:
        held = overview_list.recaps(unit.connection, str(values["event"]), code, item)
        no = unit.create(records.RECAP, values)
        unit.meet(records.RECAP, no, "count", [row.no for row in held if row.place == code], seen)
        return no

    return work


def record_of(desk: Desk, subject: str, item: str) -> int:
    """The record of an answer, made without a value where there is none yet, for its photos. Raises Refused."""
    chosen = elections.event_at(desk, subject)
    place, asked = _asked(desk, elections.checklist_for(chosen, desk.identity.place), subject, item)

    def work(unit: unit_of_work.Unit) -> int:
        _require_stations(unit, chosen.code, [place.subject])
        return unit.put(records.ANSWER, (chosen.code, place.subject, asked.code), {})

    return transact(desk, N_("Foto kesiapan"), work)


def attach_photo(desk: Desk, subject: str, item: str, source: attachments.Source) -> int:
    """Answer a photo item with a photo. Returns the answer's record number. Raises Refused."""
    chosen = elections.event_at(desk, subject)
    place, asked = _asked(desk, elections.checklist_for(chosen, desk.identity.place), subject, item)
    if asked.kind is not checklists.ItemKind.PHOTO:
        raise errors.Refused(N_("“{item}” tidak dijawab dengan foto."), item=asked.label)

    def work(unit: unit_of_work.Unit) -> int:
        _require_stations(unit, chosen.code, [place.subject])
        return unit.put(records.ANSWER, (chosen.code, place.subject, asked.code), {})

    no = transact(desk, N_("Foto kesiapan"), work)
    added = finish(attachments.add_all(desk, no, [source]))
    if added.refused:
        raise errors.Refused(N_("{name}: {why}"), name=source.name, why=added.refused[0][1])
    return set_answer(desk, subject, item, answers.Mark.DONE)


def _parsed(
    item: checklists.Item, value: str | answers.AnswerValue | None, day: date
) -> answers.AnswerValue | None:
    """What was typed; an hour alone is one of the day of the item's phase."""
    if value is None or value == "":
        return None
    if value is answers.Mark.NOT_NEEDED:
        return answers.Mark.NOT_NEEDED
    typed = str(value).strip()
    if item.kind is checklists.ItemKind.MOMENT and typed[:1].isdigit() and "-" not in typed:
        typed = f"{day.isoformat()} {typed}"
    return answers.parse(item, typed)


def _require_photo(desk: Desk, event: str, subject: str, item: checklists.Item) -> None:
    with desk.reading() as connection:
        given = checklist_rows.answers(connection, event, subject).get(item.code)
    if given is None or not attachments.of_record(desk, given.no):
        raise errors.Refused(N_("“{item}” dijawab dengan foto. Tambahkan fotonya."), item=item.label)


def _asked(
    desk: Desk, template: checklists.Template, subject: str, item_code: str
) -> tuple[places.Place, checklists.Item]:
    """The place and the item of an answer: one that this office may give, and that has a meaning."""
    place = territory.require_own(desk, subject)
    item = checklists.item(template, item_code)
    if place.kind is None or place.kind not in item.places:
        raise errors.Refused(
            N_("Butir “{item}” tidak berlaku untuk {subject}."), item=item.label, subject=subject
        )
    return place, item


def _require_stations(unit: unit_of_work.Unit, event: str, subjects: Sequence[str]) -> None:
    """A TPS must be in the list of TPS: a wrong number is a typing mistake, not a new TPS."""
    found = [places.parse(subject) for subject in dict.fromkeys(subjects)]
    keys = [(event, one.code, one.number) for one in found if one.kind is places.Kind.TPS]
    unit.projector.prefetch(records.STATION.no, keys)  # type: ignore[arg-type]
    for key in keys:
        if unit.find(records.STATION, key) is None:
            raise errors.NotFound(
                N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."), number=key[2], village=key[1]
            )
