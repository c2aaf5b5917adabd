# SPDX-License-Identifier: Apache-2.0
"""What forms share: the items and numbers of the page of the program, what a place needs, and what is refused."""

import pytest

from desk_app.domain import elections as rules
from desk_app.domain import errors, places
from desk_app.operations import change_settings, checklist_pages, form_numbers
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, form_stack
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, TEMPE, tps
from tests.small_offices import NOW


def stack(desk: Desk, area: str = "", phase: int | None = -1, **asked: object) -> form_stack.Stack:
    return form_stack.Stack(desk, asking.Asked("formulir-tps", area=area, phase=phase, as_of=NOW, **asked))  # type: ignore[arg-type]


@pytest.mark.parametrize("phase", [-7, -3, -1, 0, 1])
def test_items_bear_the_numbers_of_the_page(wajo: Desk, phase: int) -> None:
    """Isi menurut nomor and the sheet count the same items."""
    page = checklist_pages.checklist_page(wajo, tps(MADDUKELLENG, 5), phase)
    made = stack(wajo, phase=phase).page(MADDUKELLENG)
    shown = [(item.no, item.label, item.kind, item.required, item.needed) for item in page.items]
    needed = stack(wajo, phase=phase).needed(made, MADDUKELLENG, 287)
    assert [
        (line.no, line.text, line.kind, line.required, many)
        for line, many in zip(made.kind.lines, needed, strict=True)
    ] == shown
    assert [part.label for part in made.kind.parts] == [section.label for section in page.sections]


def test_the_number_of_a_form_is_the_one_that_is_typed(wajo: Desk) -> None:
    made = stack(wajo, TEMPE)
    with wajo.reading() as connection:
        rows = made.stations(connection)
        names = made.names(connection, {row.village for row in rows})
    for row in rows:
        form = made.station_form(row, names[row.village])
        [hit] = form_numbers.find(wajo, form.code)
        assert hit.subject == row.subject


def test_the_phase_is_that_of_the_day(wajo: Desk) -> None:
    assert stack(wajo, phase=None).phase == rules.phase_on(stack(wajo).event, stack(wajo).day) == -1


def test_what_villages_are_called_is_the_offices_word(wajo: Desk) -> None:
    with wajo.reading() as connection:
        assert stack(wajo).names(connection, {MADDUKELLENG})[MADDUKELLENG].village == "Kelurahan Maddukelleng"
    change_settings.set_many(wajo, {"word_urban_village": "Lurahan", "word_district": "Distrik"})
    with wajo.reading() as connection:
        names = stack(wajo).names(connection, {MADDUKELLENG})[MADDUKELLENG]
    assert (names.village, names.around) == ("Lurahan Maddukelleng", "Distrik Tempe, Kabupaten Wajo")


def test_a_tps_without_its_dpt_has_no_number_of_ballots(wajo: Desk) -> None:
    made = stack(wajo, BELAWA_VILLAGE)
    with wajo.reading() as connection:
        rows = made.stations(connection)
    page = made.page(BELAWA_VILLAGE)
    ballots = [place for place, item in enumerate(page.items) if item.code.startswith("log.suara")]
    by_number = {row.number: made.needed(page, BELAWA_VILLAGE, row.voters) for row in rows}
    assert {by_number[2][place] for place in ballots} == {None}
    assert None not in {by_number[1][place] for place in ballots}


def test_another_place_has_its_own_items(wajo: Desk) -> None:
    made = stack(wajo, "73.13/gudang").other_form()
    assert (made.name, made.village, made.code, made.voters) == ("Gudang KPU", "Kabupaten Wajo", "73.13/gudang", None)
    assert made.kind.signers[1] == "Penanggung jawab tempat"
    assert not made.kind.has_voters


def test_what_is_refused(wajo: Desk) -> None:
    with pytest.raises(errors.NotPermitted, match=r"73\.14"):
        stack(wajo, "73.14")
    with pytest.raises(errors.Refused, match="tidak mempunyai butir"):
        stack(wajo, phase=-2).page(MADDUKELLENG)
    with wajo.reading() as connection:
        with pytest.raises(errors.Refused, match="Belum ada TPS di Kecamatan"):
            stack(wajo, "73.13.01").stations(connection)
        with pytest.raises(errors.Refused, match=r"TPS 099 Kelurahan"):
            stack(wajo, tps(MADDUKELLENG, 99)).stations(connection)
        with pytest.raises(errors.Refused, match="terlalu banyak"):
            stack(wajo).stations(connection, most=3)


def test_a_condition_is_told_by_the_number_of_its_item(wajo: Desk) -> None:
    from desk_app.domain.checklists import conditions
    from desk_app.operations import elections

    event = elections.working_event(wajo)
    template = elections.checklist_for(event, "73.13")
    page = {item.code: item for item in elections.page_items(event, "73.13", -1, places.Kind.TPS)}

    def said(text: str) -> str:
        return form_stack._condition(conditions.parse(text), template, page)

    assert said("lis.terang = Sudah dan log.tinta > 1") == "butir 29 = Sudah dan butir 11 > 1"
    assert said("tps.lokasi terisi") == "“Lokasi TPS ditetapkan” (H-7) terisi"
    assert said("x.lain = Belum") == "“x.lain” = Belum"
