# SPDX-License-Identifier: Apache-2.0
"""Two computers of one kabupaten keep its calendar and its checklist at the same time, then meet.

What both wrote of one day, one stage or one version stands in Data berbeda with both values; what is new at each is
kept, and the kecamatan learns of what was settled.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.operations import (
    checking,
    checklist_drafts,
    checklist_editing,
    checklist_pages,
    checklist_versions,
    clarification,
    disagreements,
    enrolment,
    holidays,
    risk_indicators,
    shared_folder,
    stages,
)
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.small_offices import KEY_MEMORY

EIGHTH, TENTH = date(2024, 2, 8), date(2024, 2, 10)


@contextmanager
def computers(folder: Path) -> Iterator[tuple[two_offices.Two, Desk, Callable[[], None]]]:
    """The kabupaten, its kecamatan, a second computer of the kabupaten, and how the two computers meet."""
    with two_offices.opened(folder) as two:
        share = folder / "share"
        share.mkdir()
        [ready] = finish(enrolment.prepare(two.kabupaten, [two.kabupaten.identity.place], two.stick))
        made = enrolment.open_ready(
            ready.files[0], ready.word, folder / "pc2", "Andi", "rahasia", key_memory=KEY_MEMORY
        )
        with finish(made).desk as second:

            def meet() -> None:
                for _round in range(3):
                    for desk in (second, two.kabupaten):
                        finish(shared_folder.exchange(desk, share))

            meet()
            yield two, second, meet


def waiting(desk: Desk) -> set[tuple[str, str]]:
    return {(one.kind, one.field) for one in disagreements.open_ones(desk)}


def test_days_off(tmp_path: Path) -> None:
    with computers(tmp_path) as (two, second, meet):
        holidays.save(two.kabupaten, EIGHTH, "Isra Mikraj", "SKB 3 Menteri")
        holidays.save(second, EIGHTH, "Libur Isra Miraj", "SKB 3 Menteri")
        holidays.save(second, TENTH, "Imlek", "SKB 3 Menteri")
        meet()
        for desk in (two.kabupaten, second):
            assert waiting(desk) == {("holiday", "name")}
            assert holidays.days_off(desk) == {EIGHTH, TENTH}, "a day off is one whatever it is called"
        holidays.delete(two.kabupaten, TENTH)
        holidays.save(second, TENTH, "Tahun Baru Imlek", "SKB 3 Menteri")
        meet()
        assert waiting(second) == {("holiday", "name"), ("holiday", "")}
        for one in disagreements.open_ones(second):
            value = "Isra Mikraj" if one.field else True
            disagreements.decide(second, one.record, one.kind, one.field, value)
        meet()
        for desk in (two.kabupaten, second):
            assert waiting(desk) == set()
            named = {one.day: one.name for one in holidays.holidays(desk)}
            assert named == {EIGHTH: "Isra Mikraj", TENTH: "Tahun Baru Imlek"}
            assert finish(checking.check(desk)).faults == ()


def test_stages(tmp_path: Path) -> None:
    with computers(tmp_path) as (two, second, meet):
        code = "rekapitulasi_nasional"
        stages.save(two.kabupaten, code, {"ends": "20-03-2024"})
        stages.save(second, code, {"ends": "22-03-2024"})
        stages.add(two.kabupaten, "Rapat teknis", "H-5", "H-5")
        stages.add(second, "Gladi bersih", "H-4", "H-4")
        meet()
        for desk in (two.kabupaten, second):
            assert waiting(desk) == {("stage", "ends")}
            [matter] = clarification.waiting(desk)
            assert (matter.title, matter.summary) == ("Rekapitulasi nasional", "20-03-2024 ⇄ 22-03-2024")
            own = {row.stage.name for row in stages.calendar(desk).rows}
            assert {"Rapat teknis", "Gladi bersih"} <= own, "two stages that were added at once are two"
        two.carry(two.kabupaten, two.tempe)
        assert {"Rapat teknis", "Gladi bersih"} <= {row.stage.name for row in stages.calendar(two.tempe).rows}


def test_indicators_of_risk_that_are_added_at_once_are_two(tmp_path: Path) -> None:
    with computers(tmp_path) as (two, second, meet):
        codes = {risk_indicators.add(two.kabupaten, "Jalan longsor"), risk_indicators.add(second, "Jembatan putus")}
        assert len(codes) == 2
        meet()
        for desk in (two.kabupaten, second):
            assert {"Jalan longsor", "Jembatan putus"} <= {one.label for one in risk_indicators.indicators(desk)}
            assert waiting(desk) == set()


def test_a_version_of_the_checklist_that_both_publish(tmp_path: Path) -> None:
    with computers(tmp_path) as (two, second, meet):
        for desk, label in ((two.kabupaten, "Genset siap"), (second, "Tenda siap")):
            checklist_drafts.begin(desk)
            chapter = checklist_editing.editor(desk).outline.chapters[0].code
            checklist_editing.add_question(desk, chapter, label)
            assert checklist_drafts.publish(desk, label, checklist_versions.Earlier.ALTERED) == 2
        meet()
        assert ("checklist", "content") in waiting(second)
        [matter] = [one for one in clarification.waiting(second) if one.field == "content"]
        assert matter.title == "Ceklis versi 2"
        # One of them is worked by meanwhile, the same at both and below; it can be read everywhere.
        two.carry(two.kabupaten, two.tempe)
        asked = {checklist_versions.current(desk).outline for desk in (two.kabupaten, second, two.tempe)}
        assert len(asked) == 1
        assert checklist_pages.checklist_page(two.tempe, two_offices.FIRST, -1).items
        # Its notes and hours differ too, as they come from two people; the version is chosen whole.
        for one in disagreements.open_ones(second):
            value = max(side.value for side in one.sides)
            if one.field == "content":
                value = next(side.value for side in one.sides if "Tenda siap" in side.value)
            disagreements.decide(second, one.record, one.kind, one.field, value)
        meet()
        for desk in (two.kabupaten, second):
            assert waiting(desk) == set()
            assert "Tenda siap" in {one.label for one in checklist_versions.current(desk).outline.questions}
            assert finish(checking.check(desk)).faults == ()
