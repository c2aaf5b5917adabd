# SPDX-License-Identifier: Apache-2.0
"""What the form of D.HASIL recapitulations stands on, read beside the window, and the words beside its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.domain import places, words
from desk_app.domain.counts import lines, rules
from desk_app.domain.counts.rights import Right
from desk_app.domain.words import dotted
from desk_app.operations import areas, count_drafts, count_keys, count_recaps, count_rules, elections
from desk_app.operations.desk import Desk
from ui.widgets import columns, count_fields, marks

Choices = tuple[tuple[str, str], ...]
_SEXES = "LPJ"


@dataclass(frozen=True, slots=True)
class Row:
    """A recapitulation that was typed already. `state`: how it stands to the sum of TPS, for who may see it; its mark
    stands before the name.
    """

    place: str
    name: marks.Marked
    state: str


@dataclass(frozen=True, slots=True)
class Read:
    """All that is shown. `steps`: the regions to choose from, step by step, with what is chosen of each.

    `beside`: None for who may see no sum. `draft`: what was typed here before and not saved.
    """

    race: str
    place: str
    title: str
    races: Choices
    steps: tuple[tuple[Choices, str], ...]
    form: tuple[lines.Line, ...]
    recap: count_recaps.Recap | None
    beside: count_recaps.Beside | None
    rows: tuple[Row, ...]
    seen: int
    draft: count_drafts.Draft | None

    @property
    def key(self) -> tuple[str, str]:
        """The race and the region."""
        return self.race, self.place


def read(desk: Desk, race: str, place: str) -> Read:
    """Read a region and race; "" for the first race, and for the region that was begun or the office's own."""
    copied = count_rules.race_codes(desk)
    known = {one.code: one for one in elections.working_event(desk).races if one.code in copied}
    drafts = count_drafts.waiting_recaps(desk)
    race = race if race in known else next(iter(copied), "")
    draft = next((one for one in drafts if one.race == race and place in ("", one.subject)), None)
    region = place or (draft.subject if draft is not None else desk.identity.place)
    seen = count_recaps.seen(desk)
    recaps = count_recaps.all_of(desk, race)
    may = Right.TOTALS in count_keys.rights(desk)
    return Read(
        race,
        region,
        areas.named(desk, region).label,
        tuple((code, known[code].short) for code in copied),
        _steps(desk, region),
        count_recaps.form(desk, race, region) if race else (),
        next((one for one in recaps if one.place == region), None),
        count_recaps.beside(desk, race, region) if may and race else None,
        _rows(desk, race, recaps, may=may),
        seen,
        draft,
    )


def said_of(recap: count_recaps.Recap | None) -> str:
    """What is to be known of what was typed before, "" for nothing."""
    if recap is None:
        return ""
    if recap.differing:
        many = len(recap.differing)
        return ngettext(
            "{count} baris diketik lain oleh kantor lain. Yang Anda simpan berlaku.",
            "{count} baris diketik lain oleh kantor lain. Yang Anda simpan berlaku.",
            many,
        ).format(count=many)
    if not recap.is_open and not recap.figures:
        return _("Sudah diketik orang lain, tersegel bagi Anda. Yang Anda simpan menggantikannya.")
    return ""


def beside_words(
    form: Sequence[lines.Line],
    figures: Mapping[str, int],
    beside: count_recaps.Beside | None,
    differing: Mapping[str, tuple[int, ...]],
) -> dict[str, rules.Finding]:
    """What stands beside each row of the form: the sum of the TPS copied, and the gap to what is typed."""
    found: dict[str, rules.Finding] = {}
    for row in count_fields.rows_of(form):
        codes = [code for _column, code in row.fields]
        told = _others(row, differing)
        level, gaps = rules.Level.WARNING if told else rules.Level.NOTICE, []
        held = {code: beside.sums[code] for code in codes if code in beside.sums} if beside is not None else {}
        if beside is not None and held:
            gaps = [code for code in held if code in figures and figures[code] != held[code][0]]
            least = min(many for _sum, many in held.values())
            told += [*_gap_words(row, figures, held, gaps), _sum_words(row, held)]
            if least < beside.stations:
                told.append(_("{done} dari {total} TPS").format(done=dotted(least), total=dotted(beside.stations)))
            elif gaps:
                level = rules.Level.WARNING
        if told:
            said = words.Phrase("{said}", {"said": " · ".join(told)})
            marked = tuple(gaps or [code for code in codes if code in differing])
            found[codes[0]] = rules.Finding(rules.Rule.V15, level, marked or (codes[0],), 0, said)
    return found


def columns_of() -> tuple[columns.Column, ...]:
    return (
        columns.Column("name", _("Wilayah"), 130, stretches=True, below="state"),
        columns.Column("state", _("Dengan jumlah TPS"), 130),
    )


def _steps(desk: Desk, region: str) -> tuple[tuple[Choices, str], ...]:
    own = desk.identity.place
    made: list[tuple[Choices, str]] = []
    if places.level_of(own) is places.Level.REGENCY:
        held = [(one.code, one.label) for one in areas.districts(desk)]
        chosen = places.district_of(region) or own
        made.append((((own, _("Seluruh {name}").format(name=areas.own(desk).label)), *held), chosen))
        district = chosen if chosen != own else ""
    else:
        district = own
    if district:
        held = [(one.code, one.label) for one in areas.villages(desk, district)]
        whole = _("Seluruh {name}").format(name=areas.named(desk, district).label)
        made.append((((district, whole), *held), region))
    return tuple(made)


def _rows(desk: Desk, race: str, recaps: Sequence[count_recaps.Recap], *, may: bool) -> tuple[Row, ...]:
    gaps = {one.recap.place: one for one in count_recaps.gaps(desk, race)} if may and recaps else {}
    found = []
    for one in recaps:
        state = _state(one, gaps.get(one.place))
        found.append(Row(one.place, marks.Marked(areas.named(desk, one.place).label, state.mark), state.text))
    return tuple(found)


def _state(one: count_recaps.Recap, gaps: count_recaps.Gaps | None) -> marks.Marked:
    if one.differing:
        return marks.Marked(_("berbeda antarkantor"), "berbeda")
    if not one.is_open:
        return marks.Marked(_("tersegel bagi Anda"), "belum")
    if gaps is None:
        many = len(one.figures)
        return marks.Marked(ngettext("{count} baris", "{count} baris", many).format(count=many), "siap")
    told = _("cocok")
    if gaps.found:
        many = len(gaps.found)
        told = ngettext("{count} baris selisih", "{count} baris selisih", many).format(count=many)
    if gaps.entered < gaps.stations:
        of = _("{done} dari {total} TPS").format(done=dotted(gaps.entered), total=dotted(gaps.stations))
        return marks.Marked(of if not gaps.entered else f"{told}, {of}", "belum_lengkap")
    return marks.Marked(told, "masalah" if gaps.found else "siap")


def _others(row: count_fields.Row, differing: Mapping[str, tuple[int, ...]]) -> list[str]:
    told = []
    for column, code in row.fields:
        if code in differing:
            values = " / ".join(dotted(one) for one in differing[code])
            told.append(f"{_sex(row, column)}{_('diketik')} {values}")
    return told


def _sum_words(row: count_fields.Row, held: Mapping[str, tuple[int, int]]) -> str:
    parts = [f"{_sex(row, column)}{dotted(held[code][0])}" for column, code in row.fields if code in held]
    return _("jumlah TPS {sums}").format(sums=", ".join(parts))


def _gap_words(
    row: count_fields.Row,
    figures: Mapping[str, int],
    held: Mapping[str, tuple[int, int]],
    gaps: Sequence[str],
) -> list[str]:
    if not any(code in figures for code in held):
        return []
    if not gaps:
        return [_("cocok")]
    parts = [
        f"{_sex(row, column)}{dotted(abs(figures[code] - held[code][0]))}"
        for column, code in row.fields
        if code in gaps
    ]
    return [_("selisih {gap}").format(gap=", ".join(parts))]


def _sex(row: count_fields.Row, column: int) -> str:
    return f"{_SEXES[column]} " if len(row.fields) > 1 else ""
