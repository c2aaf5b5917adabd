# SPDX-License-Identifier: Apache-2.0
"""What all papers of figures share: the office, the region and its words, the sheet, the kop, and who signs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk_app.data import disputes
from desk_app.domain import localities, places, regions
from desk_app.operations import days, overview, printing_checks, printing_office, settings, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import check_code, daily_report, form_parts, pages, statement

CLOSING = daily_report.CLOSING
VOTERS = ("dpt_male", "dpt_female")
"""What of a TPS its DPT is."""
_BELOW = {
    places.Level.NATION: places.Level.PROVINCE,
    places.Level.PROVINCE: places.Level.REGENCY,
    places.Level.REGENCY: places.Level.DISTRICT,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A paper that is asked for, before its figures. `area`: what it is about; `region`: that in words.

    `moment`: the hour of its data by the office's clock.
    """

    desk: Desk
    asked: asking.Asked
    day: date
    area: str
    region: str
    words: localities.Words
    office: daily_report.Office
    signer: signatories.SignatoryRow | None
    moment: datetime

    @property
    def number(self) -> str:
        return (self.asked.number or "").strip()

    @property
    def page(self) -> pages.PageSetup:
        return printing_office.page_setup(self.desk, self.asked.paper)

    def unit(self, level: places.Level, codes: Sequence[str] = ()) -> str:
        """What the rows of a table are called: "Kecamatan", "Desa", "Kelurahan", "Desa/Kelurahan"."""
        match level:
            case places.Level.VILLAGE:
                kinds = [kind_of(code) for code in codes] or overview.village_kinds(self.desk)
                return localities.villages_word(self.words, kinds)
            case places.Level.DISTRICT:
                return self.words.district
            case places.Level.REGENCY:
                return "Kabupaten/Kota"
            case _:
                return self.words.province

    def below(self, codes: Sequence[str] = ()) -> str:
        """What the regions directly below that of the paper are called."""
        return self.unit(_BELOW.get(places.level_of(self.area), places.Level.VILLAGE), codes)

    def villages(self) -> str:
        """The heading of a count of villages: "Desa/Kel.", or "Kelurahan" where there is nothing else."""
        word = localities.villages_word(self.words, overview.village_kinds(self.desk))
        return word.replace("Kelurahan", "Kel.") if "/" in word else word


def voters_open(held: Frame, width: int) -> dict[str, int]:
    """How many TPS there are in each region (by the length of its code) about whose voters offices differ."""
    with held.desk.reading() as connection:
        return disputes.stations(connection, settings.event_code(held.desk), held.area, width, VOTERS)


def kind_of(village: str) -> regions.RegionKind:
    """Kelurahan or desa, as the code of a village tells (`domain.md §6.1`)."""
    return regions.RegionKind.URBAN_VILLAGE if village[9:10] == "1" else regions.RegionKind.VILLAGE


def frame(desk: Desk, asked: asking.Asked) -> Frame:
    """What is settled of a paper. Raises Refused for a region that is not the office's own."""
    day = asking.day_of(desk, asked)
    area = asking.area_of(desk, asked)
    names = printing_office.names(desk, area)
    office = replace(printing_office.office(desk), region=names.region, within=names.within)
    return Frame(
        desk=desk,
        asked=asked,
        day=day,
        area=area,
        region=names.region,
        words=names.words,
        office=office,
        signer=asking.signer_of(desk, asked, day),
        moment=days.local(desk, asked.as_of),
    )


def made(
    held: Frame,
    name: str,
    lines: tuple[str, ...],
    sections: Sequence[statement.Section],
    *,
    facts: Sequence[tuple[str, str]] = (),
    signed: bool = True,
    numbered: bool = False,
    landscape: bool = False,
    closing: str = "",
    notice: str = "",
    remarks: tuple[printing_checks.Remark, ...] = (),
) -> asking.Made:
    """The paper of a frame: `lines` head it, the region and the election below them."""
    desk, asked = held.desk, held.asked
    page = replace(held.page, landscape=landscape)
    signature = (
        printing_office.signature_block(desk, held.signer, asking.signing_day(desk, asked, held.day))
        if signed
        else None
    )
    paper = statement.build(
        statement.Statement(
            office=held.office,
            name=f"{name} {held.region}",
            lines=(*lines, held.region, held.office.event),
            sections=tuple(sections),
            as_of=held.moment,
            page=page,
            facts=tuple(facts),
            signature=signature,
            head=printing_office.kop(desk, held.signer) if signed else None,
            number=held.number if numbered else None,
            copies=printing_office.copies(desk) if signed and numbered else (),
            closing=closing,
            notice=notice,
        )
    )
    signer = held.signer if signed else None
    told = (*remarks, *(printing_checks.of_signer(signer) if signed else ()))
    return asking.Made(paper, held.day, held.number if numbered else "", signer, told)


def on_one_page(paper: asking.Made) -> asking.Made:
    """The paper set smaller, if need be, until it stands on one sheet."""
    blocks = (form_parts.OnePage(), *paper.document.blocks)
    return replace(paper, document=check_code.sealed(replace(paper.document, blocks=blocks)))
