# SPDX-License-Identifier: Apache-2.0
"""What the window offers for papers of the count, and who may make which of them by every way there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.domain.counts.rights import Right
from desk_app.operations import (
    attachments,
    count_keys,
    count_writing_keys,
    own_formats,
    paper_counts,
    paper_options,
    paper_regions,
    papers,
    printing,
    printing_past,
    printing_register,
)
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests import counted_offices, counting_people, regency_offices, small_offices
from tests.operations.paper_kinds import counted
from tests.regency_offices import TEMPE, TEMPE_VILLAGE
from tests.reports import own_forms

HOUR = 3600


@pytest.fixture
def clock() -> list[int]:
    return [small_offices.NOW]


@pytest.fixture
def desk(tmp_path: Path, clock: list[int]) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo", now=lambda: clock[0]) as made:
        counting_people.prepare(made)
        yield made


def said(paper: papers.Prepared) -> str:
    return next(line for line in paper.text().splitlines() if line.startswith("*Jumlah*"))


def test_races_and_levels_of_a_region(desk: Desk) -> None:
    recap = papers.Asked(report="rekap-suara")
    assert [code for code, _label in paper_counts.races(desk, recap)][:2] == ["ppwp", "dpr"]
    assert paper_counts.races(desk, papers.Asked(report="salinan-hasil"))[0][0] == ""
    assert [label for _code, label in paper_counts.levels(desk, recap)] == ["Kecamatan", "Desa/Kelurahan", "TPS"]
    inside = papers.Asked(report="rekap-suara", area=TEMPE)
    assert [code for code, _label in paper_counts.levels(desk, inside)] == ["", "tps"]
    assert len(paper_counts.levels(desk, papers.Asked(report="rekap-suara", area=TEMPE_VILLAGE))) == 1
    offered = paper_options.offered(desk, recap)
    assert (len(offered.races), len(offered.levels)) == (5, 3)
    assert paper_options.offered(desk, papers.Asked(report="kesiapan")).races == ()


def test_a_sheet_begins_with_the_first_tps(desk: Desk) -> None:
    assert paper_regions.first(desk, "hasil-tps") == counted.FIRST
    assert paper_regions.first(desk, "salinan-hasil") == ""


def test_the_right_is_told_on_the_card(desk: Desk) -> None:
    assert "Perlu hak: Melihat jumlah suara." in paper_options.card_words(catalogue.COUNT_RECAP)
    assert "atau Melihat jumlah suara." in paper_options.card_words(catalogue.COUNT_STATION)
    assert paper_counts.needs_words(catalogue.COUNT_MISSING) is None
    assert {one.key for one in catalogue.REPORTS if one.needs} == set(counted.WITH_VOTES)
    assert {one.key for one in paper_options.kinds(desk)} >= set(counted.WITH_VOTES)


@pytest.mark.parametrize("report", counted.WITH_VOTES)
def test_without_the_right_there_is_no_way(desk: Desk, clock: list[int], report: str, tmp_path: Path) -> None:
    counting_people.copy(desk, counted.FIRST)
    area = counted.FIRST if report == "hasil-tps" else ""
    line = printing.issue(desk, printing.make(desk, papers.Asked(report=report, area=area)))
    then = clock[0]
    clock[0] += HOUR
    counting_people.copy(desk, counted.SECOND)
    with counting_people.somebody(desk, "Sitti"):
        for asked in (papers.Asked(report=report, area=area), papers.Asked(report=report, area=area, as_of=then)):
            with pytest.raises(errors.NotPermitted):
                printing.make(desk, asked)
        for way in (printing_past.issued_again, printing_past.issued_anew):
            with pytest.raises(errors.NotPermitted):
                finish(way(desk, line))
        with pytest.raises(errors.NotPermitted):
            printing_register.kept_pdf(desk, line)
        fields = [one.name for one in own_formats.fields_of(desk, report)]
        assert not [name for name in fields if "suara" in name or "anis" in name]


def test_totals_alone_are_no_single_tps_beside_each_other(desk: Desk) -> None:
    count_keys.grant(desk, 1, [Right.VERIFY])
    with pytest.raises(errors.NotPermitted, match="Melihat jumlah suara"):
        printing.make(desk, papers.Asked(report="rekap-suara"))
    assert printing.make(desk, papers.Asked(report="catatan-suara"))
    assert not papers.may_make(desk, catalogue.COUNT_TURNOUT)


def test_nothing_of_a_final_paper_is_kept_but_its_line(desk: Desk, tmp_path: Path) -> None:
    counting_people.copy(desk, counted.FIRST)
    before = set(desk.attachments.names())
    line = printing.issue(desk, printing.make(desk, papers.Asked(report="rekap-suara", number="7")))
    found = printing_register.line(desk, line)
    assert (found.paper.figures, found.has_file, found.paper.number) == ("", False, "7")
    assert set(desk.attachments.names()) == before
    scan = tmp_path / "pindai.pdf"
    scan.write_bytes(printing.make(desk, papers.Asked(report="data-umum")).pdf())
    with pytest.raises(errors.Refused, match="brankas"):
        attachments.add(desk, line, scan)
    other = printing.issue(desk, printing.make(desk, papers.Asked(report="data-umum")))
    assert attachments.add(desk, other, scan)


def test_of_then_it_has_the_figures_of_then(desk: Desk, clock: list[int]) -> None:
    counting_people.copy(desk, counted.FIRST, (80, 40, 50))
    line = printing.issue(desk, printing.make(desk, papers.Asked(report="rekap-suara")))
    then = clock[0]
    clock[0] += HOUR
    counting_people.copy(desk, counted.FIRST, (85, 40, 50))
    counting_people.copy(desk, counted.SECOND, (10, 20, 30))
    now = papers.Asked(report="rekap-suara")
    assert said(printing.make(desk, now)) == "*Jumlah*: TPS 2; 1 = 95; 2 = 60; 3 = 80"
    past = printing.make(desk, papers.Asked(report="rekap-suara", as_of=then))
    assert said(past) == "*Jumlah*: TPS 1; 1 = 80; 2 = 40; 3 = 50"
    again = finish(printing_past.issued_again(desk, line))
    assert again.issued is not None
    assert said(printing.make(desk, now)) == "*Jumlah*: TPS 2; 1 = 95; 2 = 60; 3 = 80", "the past is not mixed with it"
    left = desk.folder / "past"
    assert [one for one in left.iterdir() if "counts" in one.name]
    desk.close()
    assert list(left.iterdir()) == []


def test_of_a_moment_before_the_key_was_made(tmp_path: Path, clock: list[int]) -> None:
    with regency_offices.make(tmp_path / "later", now=lambda: clock[0]) as desk:
        counted_offices.stand(desk)
        with counting_people.somebody(desk, "Sitti"):
            counting_people.copy(desk, counted.FIRST, (80, 40, 50))
        then = clock[0]
        clock[0] += HOUR
        counted_offices.hold(desk)
        with counting_people.somebody(desk, "Sitti"):
            count_writing_keys.catch_up(desk)
        counting_people.copy(desk, counted.SECOND)
        past = printing.make(desk, papers.Asked(report="rekap-suara", as_of=then))
        assert said(past) == "*Jumlah*: TPS 1; 1 = 80; 2 = 40; 3 = 50"


def test_no_form_of_the_offices_own(desk: Desk, tmp_path: Path) -> None:
    form = tmp_path / "bentuk.docx"
    form.write_bytes(own_forms.word("{{ nomor }}"))
    with pytest.raises(errors.Refused, match="susunan program"):
        own_formats.add(desk, form, paper="rekap-suara")
