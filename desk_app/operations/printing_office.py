# SPDX-License-Identifier: Apache-2.0
"""The office on paper: its names and the words of its region, its kop, and who signs where and when."""

import functools
import re
from dataclasses import dataclass
from datetime import date

from desk_app.data import place_names
from desk_app.domain import localities, people, places, regions
from desk_app.operations import elections, level_words, offices, paper_manner, settings, signatories
from desk_app.operations.desk import Desk
from desk_app.reports import daily_report, document, letterhead, pages, signature

_SECRETARY = "sekretaris daerah"


@dataclass(frozen=True, slots=True)
class Names:
    """What the area of a paper is called. `region` "Kabupaten Wajo", `within` "Provinsi Sulawesi Selatan" (or "").

    `head` is the head of the office's region ("Bupati Wajo", "Camat Tempe"), `above` the one reported to.
    """

    region: str
    within: str
    government: str
    head: str
    above: str
    words: localities.Words


@functools.cache
def region_index() -> regions.Index:
    """The packed table of all regions, read once."""
    return offices.region_index()


def names(desk: Desk, area: str = "") -> Names:
    """The names for a paper about `area` (the office's own)."""
    words = level_words.words_of(desk)
    own = desk.identity.place
    return Names(
        region=region_name(desk, area or own),
        within=_within(desk, area or own),
        government=_government(words, own),
        head=_head(desk, words, own),
        above=_head(desk, words, places.parent(own) or ""),
        words=words,
    )


def office(desk: Desk) -> daily_report.Office:
    """The office as every paper names it; the offices below by their level."""
    own = names(desk)
    return daily_report.Office(
        desk=desk.identity.name,
        region=own.region,
        within=own.within,
        event=elections.working_event(desk).name,
        zone=settings.zone(desk).value,
        unit=_units_below(own.words, desk.identity.place),
    )


def region_name(desk: Desk, code: str) -> str:
    """A region with its noun: "Kabupaten Wajo", "Kecamatan Tempe"."""
    words = level_words.words_of(desk)
    match places.level_of(code):
        case places.Level.NATION:
            return "Indonesia"
        case places.Level.PROVINCE:
            return f"{words.province} {_name(code)}"
        case places.Level.REGENCY:
            return f"{localities.words_for(code).regency} {_name(code)}"
        case places.Level.DISTRICT:
            return f"{words.district} {_kept(desk, code).name}"
        case _:
            village = _kept(desk, code)
            return f"{localities.village_word(words, village.kind)} {village.name}"


def called(code: str, name: str) -> str:
    """A region in a table by its name; a kabupaten and a kota of one name, as Malang, are told apart."""
    if places.level_of(code) is not places.Level.REGENCY or name.startswith(("Kabupaten ", "Kota ")):
        return name
    return f"{'Kota' if places.is_city(code) else 'Kabupaten'} {name}"


def kop(desk: Desk, signer: signatories.SignatoryRow | None) -> letterhead.Letterhead:
    """The kop by who signs (`domain.md §5.3`): a head of region under the Garuda, all others under the arms."""
    own = names(desk)
    address = tuple(_lines(settings.get(desk, "letterhead_address")))
    if signer is not None and _signs_as_head(signer):
        return letterhead.of_head(own.head, settings.picture(desk, "garuda"), address)
    arms = settings.picture(desk, "arms")
    return letterhead.of_office(own.government, _unit(desk, own, signer), address, arms)


def signature_block(
    desk: Desk, signer: signatories.SignatoryRow | None, day: date | None, *, dated: bool = True
) -> document.SignatureBlock:
    """The block of a signatory; `day` None leaves the date for the pen, `dated` False leaves the line out."""
    where = signature.signed_at(settings.get(desk, "city").strip(), day) if dated else ()
    return signature.block(signer.signatory if signer is not None else None, where)


def page_setup(desk: Desk, paper: str = "") -> pages.PageSetup:
    """The sheet: the paper asked for, else the office's. Raises Refused for another."""
    return paper_manner.page_setup(desk, paper)


def copies(desk: Desk) -> tuple[str, ...]:
    """Tembusan, one a line (or between semicolons) of the setting."""
    return tuple(_lines(settings.get(desk, "copies_to").replace(";", "\n")))


def points(text: str) -> tuple[str, ...]:
    """What was typed one a line, without the numbers or dashes that were typed before them."""
    return tuple(
        point for line in text.splitlines() if (point := re.sub(r"^\s*(?:\d{1,2}[.)]|[-–•*])\s+", "", line).strip())
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _units_below(words: localities.Words, place: str) -> str:
    match places.level_of(place):
        case places.Level.NATION:
            return words.province
        case places.Level.PROVINCE:
            return "Kabupaten/Kota"
        case _:
            return words.district


def _within(desk: Desk, code: str) -> str:
    above = places.parent(code)
    return region_name(desk, above) if above and above != places.NATION else ""


def _government(words: localities.Words, place: str) -> str:
    match places.level_of(place):
        case places.Level.NATION:
            return ""
        case places.Level.PROVINCE:
            return f"Pemerintah {words.province} {_name(place)}"
        case _:
            regency = places.regency_of(place) or place
            return f"Pemerintah {localities.words_for(regency).regency} {_name(regency)}"


def _head(desk: Desk, words: localities.Words, place: str) -> str:
    """Who stands at the head of a region; above the provinces stands the minister."""
    if not place or place == places.NATION:
        return "Menteri Dalam Negeri"
    match places.level_of(place):
        case places.Level.PROVINCE:
            return f"{words.province_head} {_name(place)}"
        case places.Level.REGENCY:
            return f"{localities.words_for(place).head} {_name(place)}"
        case _:
            return f"{words.district_head} {_kept(desk, place[:8]).name}"


def _signs_as_head(signer: signatories.SignatoryRow) -> bool:
    if signer.form in (people.Form.ON_BEHALF, people.Form.BY_ORDER):
        return False
    return (signer.political or people.is_political(signer.office)) and not _is_deputy(signer.office)


def _is_deputy(office: str) -> bool:
    return "wakil" in office.casefold().split()


def _unit(desk: Desk, own: Names, signer: signatories.SignatoryRow | None) -> str:
    """The office line of the kop: the kecamatan, the Sekretariat Daerah when the Sekda signs, else the host unit."""
    if places.level_of(desk.identity.place) is places.Level.DISTRICT:
        return own.region
    if signer is not None:
        signing = (signer.by_order_of or signer.office).casefold()
        if signing.startswith(_SECRETARY):
            return "Sekretariat Daerah"
    return settings.get(desk, "host_unit")


def _name(code: str) -> str:
    return regions.find(region_index(), code).name


def _kept(desk: Desk, code: str) -> place_names.Named:
    """A region as the office keeps it; one that has not come from the kabupaten yet, as the program brings it."""
    with desk.reading() as connection:
        found = place_names.named(connection, settings.event_code(desk), [code])[code]
    if found.name != code:
        return found
    known = regions.find(region_index(), code)
    return place_names.Named(code, known.name, known.kind)
