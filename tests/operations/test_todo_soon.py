# SPDX-License-Identifier: Apache-2.0
"""What comes due stands in the list with the number of the list that it leads to, and leaves it when it is done."""

from dataclasses import replace
from datetime import date

from desk_app.operations import (
    answers,
    checklist_versions,
    completeness,
    revote_limits,
    revote_register,
    revotes,
    stages,
    team_roster,
    todo_soon,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page
from desk_app.operations.todo_lines import Todo
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.small_offices import NOW

DAY = 24 * 3600
ONE, TWO = tps(MADDUKELLENG, 5), tps(TEMPE_VILLAGE, 1)


def lines(desk: Desk, kind: str) -> list[Todo]:
    return [one for one in todo_soon.waiting(desk) if one.kind == kind]


def test_a_repeated_vote_close_to_its_limit_and_past_it(wajo: Desk) -> None:
    revote_limits.set_limits(wajo, {revote_limits.Limit.REPEATED: "10", revote_limits.Limit.RECOUNT: ""})
    first, second = revotes.note(wajo, [ONE, TWO], revotes.Kind.REPEATED, cause="Pemilih mencoblos dua kali")
    revotes.note(wajo, [ONE], revotes.Kind.RECOUNT)
    assert lines(wajo, "revote") == [], "eleven days are left"
    wajo.now = lambda: NOW + 9 * DAY
    [near] = lines(wajo, "revote")
    assert (near.count, near.words) == (2, "2 PSU belum dilaksanakan, yang terdekat 2 hari lagi")
    assert {row.no for row in revote_register.rows(wajo) if row.due == near.target.chosen["revotes"]} == {first, second}
    wajo.now = lambda: NOW + 11 * DAY
    [today] = lines(wajo, "revote")
    assert today.words == "2 PSU belum dilaksanakan, hari ini batasnya"
    revotes.note_held(wajo, [first], "2024-02-24")
    wajo.now = lambda: NOW + 12 * DAY
    [late] = lines(wajo, "revote")
    assert (late.count, late.words) == (1, "1 PSU belum dilaksanakan dan lewat batas harinya")
    assert (late.target.page, late.target.chosen) == (Page.ISSUES, {"revote_record": second})
    revotes.note_not_held(wajo, [second], "Rekomendasi dicabut")
    assert lines(wajo, "revote") == []


def test_a_posko_without_anybody_now(wajo: Desk) -> None:
    assert lines(wajo, "shift") == [], "there is no roster"
    team_roster.set_open_hours(wajo, "07.00–22.00")
    no = team_roster.new_shift(wajo, "2024-02-13", 8 * 60, 12 * 60, person="Andi")[0]
    [found] = lines(wajo, "shift")
    assert found.words == "Posko sekarang tanpa petugas piket, sampai 22.00"
    assert found.target.chosen == {"show": "roster", "day": "2024-02-13"}
    team_roster.edit_shift(wajo, no, end=14 * 60)
    assert [one.name for one in team_roster.on_duty(wajo)] == ["Andi"]
    assert lines(wajo, "shift") == []


def test_stages_of_the_next_days(wajo: Desk) -> None:
    for row in stages.calendar(wajo).rows:
        stages.use(wajo, row.code, False)
    assert lines(wajo, "stage") == []
    stages.add(wajo, "Distribusi logistik", "01-02-2024", "16-02-2024")
    [found] = lines(wajo, "stage")
    assert (found.count, found.words) == (1, "Tahapan Distribusi logistik berakhir 3 hari lagi")
    assert (found.target.page, found.target.chosen) == (Page.ACTIVITIES, {"show": "stages"})
    stages.add(wajo, "Rekapitulasi", "14-02-2024", "20-03-2024")
    stages.add(wajo, "Sengketa", "21-03-2024", "30-03-2024")
    [found] = lines(wajo, "stage")
    assert (found.count, found.words) == (2, "2 tahapan mulai atau berakhir dalam 3 hari")
    near = [one for one in stages.calendar(wajo).deadlines if one.day <= date(2024, 2, 16)]
    assert len(near) == found.count
    wajo.now = lambda: NOW + 4 * DAY
    assert lines(wajo, "stage") == []


def test_answers_that_are_to_be_looked_at_again(wajo: Desk) -> None:
    given = [(ONE, "log.hujan", "S", None), (ONE, "org.kpps", "7", None), (TWO, "org.kpps", "7", None)]
    answers.set_answers(wajo, given)
    assert lines(wajo, "checklist") == []
    outline = checklist_versions.current(wajo).outline
    outline = replace(outline, chapters=outline.chapters[:-1], rules=())
    checklist_versions.publish(wajo, outline, "dilihat lagi", earlier=checklist_versions.Earlier.ALL)
    [found] = lines(wajo, "checklist")
    assert (found.count, found.words) == (3, "3 isian lama perlu dilihat lagi (H-1)")
    assert (found.target.page, found.target.chosen, found.target.phase) == (Page.CHECKLIST, {"complete": True}, -1)
    assert sum(one.tally.partial for one in completeness.items(wajo, -1)) == found.count
    answers.set_answers(wajo, given)
    assert lines(wajo, "checklist") == []
