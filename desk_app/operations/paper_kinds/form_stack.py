# SPDX-License-Identifier: Apache-2.0
"""Checklist forms gathered: which places, which items by which numbers, how many of each a place needs."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from desk_app.data import place_names, station_list
from desk_app.data.database import Connection
from desk_app.domain import checklists, errors, localities, places, stations, words
from desk_app.domain import elections as rules
from desk_app.domain.answers import MARK_LABELS, Mark
from desk_app.domain.checklists import conditions
from desk_app.domain.elections import Event
from desk_app.domain.regions import RegionKind
from desk_app.operations import (
    days,
    elections,
    form_numbers,
    level_words,
    places_watched,
    printing_office,
    settings,
    territory,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import checklist_form
from desk_app.reports import words as paper_words

N_ = words.N_

MOST = 50_000
"""Forms of one stack: more than a printer of an office makes in a week."""


@dataclass(frozen=True, slots=True)
class Page:
    """The form of one kind of place in one regency: what is asked, and what it looks like."""

    event: Event
    kind: checklist_form.Kind
    items: tuple[checklists.Item, ...]


@dataclass(frozen=True, slots=True)
class Station:
    """One TPS of the stack."""

    village: str
    number: int
    voters: int | None

    @property
    def subject(self) -> str:
        return places.station_subject(self.village, self.number)


@dataclass(frozen=True, slots=True)
class Names:
    """What a village is called, the regions around it, and its headings in the list of contents."""

    village: str
    around: str
    headings: tuple[str, ...]


class Stack:
    """What is asked for, and all that its forms have in common. `place` is where: a region, a TPS, another place."""

    def __init__(self, desk: Desk, asked: asking.Asked) -> None:
        self.desk = desk
        self.asked = asked
        self.place = territory.require_own(desk, asked.area or desk.identity.place)
        self.day = asking.day_of(desk, asked)
        self.event = elections.event_at(desk, self.place.subject)
        self.phase = rules.phase_on(self.event, self.day) if asked.phase is None else asked.phase
        self.words = level_words.words_of(desk)
        self._pages: dict[tuple[str, places.Kind], Page] = {}
        self._needed: dict[tuple[str, int | None], tuple[int | None, ...]] = {}

    @property
    def is_of_stations(self) -> bool:
        """Whether the forms are those of TPS."""
        return self.place.kind in (None, places.Kind.TPS)

    @property
    def where(self) -> str:
        """The place as a title names it: "Kecamatan Tempe", "TPS 005 Kelurahan Maddukkelleng"."""
        region = printing_office.region_name(self.desk, self.place.code)
        return region if self.place.kind is None else f"{self.name} {region}"

    @property
    def name(self) -> str:
        """What one place is called without its region: "TPS 005", "Gudang KPU"."""
        region = place_names.Named(self.place.code, "", RegionKind.REGENCY)
        return places_watched.title_of(self.place, region).partition(" · ")[0]

    @property
    def as_of(self) -> str:
        moment = days.local(self.desk, self.asked.as_of)
        return f"data per {paper_words.moment(moment, settings.zone(self.desk).value)}"

    def page(self, subject: str, kind: places.Kind = places.Kind.TPS) -> Page:
        """The form for a place. Raises Refused where its phase asks such a place nothing."""
        key = places.regency_of(subject) or "", kind
        found = self._pages.get(key)
        if found is None:
            event = elections.event_at(self.desk, subject)
            items = elections.page_items(event, self.desk.identity.place, self.phase, kind)
            if not items:
                raise errors.Refused(
                    N_("Ceklis {phase} tidak mempunyai butir untuk {kind}. Pilih tahap lain."),
                    phase=rules.day_words(self.phase),
                    kind=words.phrase(places_watched.KIND_LABELS[kind]),
                )
            found = self._pages[key] = Page(event, _kind(self.desk, event, self.phase, kind, items), items)
        return found

    def stations(self, connection: Connection, most: int = MOST) -> list[Station]:
        """The TPS of the stack in order. Raises Refused where there is none, or more than `most`."""
        area = self.place.code
        if self.place.kind is places.Kind.TPS:
            row = station_list.find(connection, self.event.code, area, self.place.number or 0)
            rows = [row] if row is not None and row.alive else []
        else:
            count = station_list.count(connection, self.event.code, area)
            if count > most:
                raise errors.Refused(
                    N_("{count} formulir terlalu banyak untuk sekali cetak, paling banyak {most}. Pilih wilayahnya."),
                    count=words.dotted(count),
                    most=words.dotted(most),
                )
            rows = list(station_list.all_rows(connection, self.event.code, area))
        if not rows:
            raise errors.Refused(N_("Belum ada TPS di {area}. Isi daftar TPS dahulu."), area=self.where)
        return [Station(row.village, row.number, stations.voters(row.dpt_male, row.dpt_female)) for row in rows]

    def names(self, connection: Connection, villages: Collection[str]) -> dict[str, Names]:
        """What villages are called, by their codes."""
        codes = {*villages, *(code[:8] for code in villages)}
        named = place_names.named(connection, self.event.code, codes)
        regions = {code: printing_office.region_name(self.desk, code) for code in {one[:5] for one in villages}}
        found = {}
        for code in villages:
            village, district = named[code], named[code[:8]]
            around = f"{self.words.district} {district.name}"
            said = f"{localities.village_word(self.words, village.kind)} {village.name}"
            found[code] = Names(said, f"{around}, {regions[code[:5]]}", (around, said))
        return found

    def needed(self, page: Page, subject: str, voters: int | None) -> tuple[int | None, ...]:
        """How many of each item a place needs."""
        key = places.regency_of(subject) or "", voters
        found = self._needed.get(key)
        if found is None:
            found = tuple(checklists.required_quantity(item, page.event, voters) for item in page.items)
            self._needed[key] = found
        return found

    def forms(
        self, title: str, count: int, made: Callable[[], Iterator[checklist_form.Form]], *, is_filled: bool
    ) -> checklist_form.Forms:
        """The stack as a paper."""
        return checklist_form.Forms(
            title=title,
            author=self.desk.identity.name,
            page=checklist_form.setup(self.asked.paper or settings.get(self.desk, "paper")),
            count=count,
            forms=made,
            head=printing_office.kop(self.desk, None),
            as_of=self.as_of,
            with_squares=settings.get(self.desk, "paper_qr") == settings.YES,
            is_filled=is_filled,
        )

    def station_form(self, one: Station, names: Names) -> checklist_form.Form:
        """The blank form of a TPS."""
        page = self.page(one.village)
        return checklist_form.Form(
            kind=page.kind,
            code=form_numbers.number_of(one.subject),
            name=stations.label(one.number),
            village=names.village,
            district=names.around,
            voters=one.voters,
            needed=self.needed(page, one.village, one.voters),
            headings=names.headings,
        )

    def other_form(self) -> checklist_form.Form:
        """The blank form of a gudang, PPK, PPS or posko."""
        page = self.page(self.place.subject, self.place.kind or places.Kind.TPS)
        above = places.parent(self.place.code)
        region = printing_office.region_name(self.desk, self.place.code)
        return checklist_form.Form(
            kind=page.kind,
            code=form_numbers.number_of(self.place.subject),
            name=self.name,
            village=region,
            district=printing_office.region_name(self.desk, above) if above and above != places.NATION else "",
            voters=None,
            needed=self.needed(page, self.place.subject, None),
            headings=(region,),
        )


def _kind(
    desk: Desk, event: Event, phase: int, kind: places.Kind, items: tuple[checklists.Item, ...]
) -> checklist_form.Kind:
    template = elections.checklist_for(event, desk.identity.place)
    outline = elections.outline_of(event)
    by_part: dict[str, list[checklist_form.Line]] = {}
    numbers = {item.code: item for item in items}
    for item in items:
        by_part.setdefault(item.section, []).append(_line(event, template, item, numbers))
    is_station = kind is places.Kind.TPS
    return checklist_form.Kind(
        phase=rules.day_words(phase),
        checklist=f"{outline.label}, versi {outline.version}",
        event=f"{event.name}, pemungutan suara {paper_words.full_date(event.voting_day)}",
        parts=tuple(
            checklist_form.Part(checklists.section_of(template, code).label, tuple(lines))
            for code, lines in by_part.items()
        ),
        signers=("Petugas yang memeriksa", "Ketua/anggota KPPS" if is_station else "Penanggung jawab tempat"),
        has_voters=is_station,
    )


def _line(
    event: Event, template: checklists.Template, item: checklists.Item, here: dict[str, checklists.Item]
) -> checklist_form.Line:
    quantity = checklists.quantity_of(item, event)
    return checklist_form.Line(
        no=item.no,
        text=item.label,
        kind=item.kind,
        unit=item.unit,
        required=item.required,
        options=item.options,
        only_if=_condition(item.condition, template, here) if item.condition is not None else "",
        assumed=quantity is not None and quantity.assumed,
    )


def _condition(
    condition: conditions.Condition, template: checklists.Template, here: dict[str, checklists.Item]
) -> str:
    """A condition as a person reads it: other items by their number, those of other phases by their words."""
    said = []
    for one in condition.tests:
        if one.item in here:
            what = f"butir {here[one.item].no}"
        else:
            item = next((item for item in template.items if item.code == one.item), None)
            what = f"“{item.label}” ({rules.day_words(item.phase)})" if item is not None else f"“{one.item}”"
        if one.sign == conditions.FILLED:
            said.append(f"{what} {conditions.FILLED}")
        else:
            value = MARK_LABELS[one.value] if isinstance(one.value, Mark) else one.value
            said.append(f"{what} {one.sign} {value}")
    return " dan ".join(said)
