# SPDX-License-Identifier: Apache-2.0
"""Lembar hasil satu TPS: of each race what stands, what each person copied, the notes, and what was decided.

Who only sees totals has what stands alone; readings beside each other are for who verifies.
"""

from dataclasses import replace

from desk_app.base.progress import finish
from desk_app.base.text import _
from desk_app.data import count_store
from desk_app.data.count_rows import Key
from desk_app.domain import errors, places, words
from desk_app.domain.counts import lines, rules
from desk_app.domain.counts import words as count_words
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import STATE_LABELS, Source, Standing, State
from desk_app.domain.stations import label
from desk_app.operations import (
    candidates,
    count_keys,
    count_rules,
    count_view,
    days,
    elections,
    settings,
    tally,
    territory,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, count_framing, framing
from desk_app.reports import document, figures, statement
from desk_app.reports import words as paper_words

N_ = words.N_

NAME = "Lembar salinan hasil TPS (internal desk)"
_TOLD = ("Diverifikasi", "Ditetapkan", "Dikunci")
"""Of what was said of a TPS, this is told on paper where it has no reason and alters nothing too."""
_SOURCES = {Source.FORM: "formulir", Source.PHONE: "telepon", Source.IMPORT: "impor"}


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The sheet of a TPS. Raises NotPermitted and Refused."""
    place = territory.require_own(desk, asked.area or desk.identity.place)
    if place.kind is not places.Kind.TPS or place.number is None:
        raise errors.Refused(N_("Lembar hasil dicetak untuk satu TPS. Pilih TPS-nya."))
    finish(tally.refresh(desk))
    held = framing.frame(desk, replace(asked, area=place.code))
    sections = [_race(desk, place.subject, race) for race in count_rules.race_codes(desk, place.code)]
    return framing.made(
        held, f"{NAME} {label(place.number)}", (NAME, label(place.number)), sections,
        facts=(("Wilayah", held.office.within),), notice=count_words.DISCLAIMER,
    )


def _race(desk: Desk, subject: str, race: str) -> statement.Section:
    place = places.parse(subject)
    key = Key(settings.event_code(desk), place.code, place.number or 0, race)
    named = next(one for one in elections.event_at(desk, place.code).races if one.code == race)
    form = candidates.form_of(desk, race, key.district)
    if Right.VERIFY in count_keys.rights(desk):
        return _seen(desk, named.label, form, count_view.view(desk, subject, race))
    with tally.store_of(desk).reading() as kept:
        row = count_store.rows_of(kept, {key}).get(key)
        found = [one for one in count_store.findings(kept, key.event, race, place.code) if one.key == key]
    stands = row.standing if row is not None else Standing(State.NOT_IN)
    notes = tuple(_said_of(rules.Rule[one.rule], one.accepted) for one in found)
    return statement.Section(named.label, text=(_state(stands),), table=_table(form, stands, ()), notes=notes)


def _seen(desk: Desk, named: str, form: tuple[lines.Line, ...], found: count_view.View) -> statement.Section:
    """With the readings beside each other, who copied each of them, and what was said since."""
    if not found.sides and not found.decided:
        return statement.Section(named, text=(_state(found.standing),))
    again = f"Pemungutan suara ke-{found.occasion} ({found.kind.upper() or 'ulang'})." if found.occasion > 1 else ""
    notes = [f"Salinan {no}: {_who(desk, one)}." for no, one in enumerate(found.sides, start=1)]
    for note in found.notes:
        one, level = note.finding, _(rules.LEVEL_LABELS[note.finding.level])
        accepted = f" – diterima: {note.reason} ({note.by})" if note.is_accepted else ""
        notes.append(f"Catatan {one.rule.number} ({level}): {count_framing.said(one.words)}{accepted}.")
    for before in found.earlier:
        notes.append(_before(form, before))
    for past in found.history:
        if past.reason or past.altered or past.what.message.startswith(_TOLD):
            who = f"{_moment(desk, past.at)}, {past.operator}"
            notes.append(f"{who}: {count_framing.said(past.what)}{_told(form, past)}.")
    return statement.Section(
        named,
        text=(again, _state(found.standing)),
        table=_table(form, found.standing, found.sides),
        notes=tuple(notes),
    )


def _table(
    form: tuple[lines.Line, ...], stands: Standing, sides: tuple[count_view.Side, ...]
) -> document.Table:
    """The lines of the form in their order; a line that was not read has a dash, never zero."""
    columns = (
        figures.name("Baris", 2.6),
        document.Column("Yang berlaku", align=document.Align.RIGHT, short=""),
        *(_copied(no) for no in range(1, len(sides) + 1)),
        *([figures.text("Berbeda", 0.0, short="")] if stands.differing else []),
    )
    rows: list[document.Row] = []
    block = None
    for line in form:
        if line.block is not block:
            block = line.block
            rows.append(document.Row((_(lines.BLOCK_LABELS[block]),), document.RowKind.GROUP))
        sex = f" – {line.sex.value.upper()}" if line.sex is not None else ""
        cells = [count_framing.said(line.label) + sex, figures.number(stands.figures.get(line.code))]
        cells += [figures.number(one.figures.get(line.code)) for one in sides]
        cells += ["⇄" if line.code in stands.differing else ""] if stands.differing else []
        rows.append(document.Row(tuple(cells)))
    return document.Table(columns, tuple(rows), when_empty="Daftar calon belum diisi")


def _copied(number: int) -> document.Column:
    return document.Column(f"Salinan {number}", align=document.Align.RIGHT, paper_only=True)


def _state(stands: Standing) -> str:
    told = f"Keadaan: {_(STATE_LABELS[stands.state])}"
    return f"{told}, sementara (baru lewat telepon)." if stands.provisional else f"{told}."


def _said_of(rule: rules.Rule, accepted: bool) -> str:
    return f"Catatan {rule.number}: {_(rule.label)}{' – diterima' if accepted else ''}."


def _who(desk: Desk, one: count_view.Side) -> str:
    by = " · ".join(part for part in (one.operator or one.reader, one.office) if part)
    told = f"{by}, {_moment(desk, one.at)}, dari {_SOURCES[one.source]}"
    return f"{told}; {one.reason}" if one.reason else told


def _before(form: tuple[lines.Line, ...], one: count_view.Earlier) -> str:
    """What stood for a vote that was held again since."""
    stood = one.standing.figures
    asked = [line for line in form if lines.is_result(line.code) and not lines.is_part(line.code)]
    said = "; ".join(f"{count_framing.said(line.label)} {figures.number(stood.get(line.code))}" for line in asked)
    return f"Hasil pemungutan suara ke-{one.occasion}, tidak dijumlahkan lagi: {said}."


def _told(form: tuple[lines.Line, ...], past: count_view.Said) -> str:
    labels = {line.code: line for line in form}
    told = []
    for one in past.altered:
        line = labels.get(one.line)
        sex = f" {line.sex.value.upper()}" if line is not None and line.sex is not None else ""
        name = f"{count_framing.said(line.label)}{sex}" if line is not None else one.line
        told.append(f"{name} {figures.number(one.old)} → {figures.number(one.new)}")
    reason = f"; alasan: {past.reason}" if past.reason else ""
    return (f" ({', '.join(told)})" if told else "") + reason


def _moment(desk: Desk, at: int) -> str:
    return paper_words.moment(days.local(desk, at), settings.zone(desk).value)
