# SPDX-License-Identifier: Apache-2.0
"""Ctrl+Z again and again, to the start: what every register wrote is gone, and Ctrl+Y brings all of it back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk_app.base.progress import finish
from desk_app.data import schema
from desk_app.domain import issues, places, records, revotes
from desk_app.domain.activities import Part
from desk_app.domain.logistics import Tick
from desk_app.operations import (
    activities,
    activity_people,
    answers,
    attachments,
    change_settings,
    checking,
    checklist_drafts,
    checklist_editing,
    checklist_versions,
    count_check,
    count_entry,
    count_recaps,
    count_view,
    daily_reports,
    duplicates,
    guarding,
    history,
    issue_batches,
    issue_deeds,
    issue_detail,
    issue_identities,
    issue_links,
    issue_places,
    logbook,
    logistics,
    own_formats,
    paper_words,
    region_access,
    risk_indicators,
    saved_filters,
    shipment_ticks,
    signatories,
    stations,
    stock_reports,
    tasks,
    team_changes,
    team_clashes,
    team_handovers,
    team_leave,
    team_phones,
    team_roster,
    teams,
    visits,
)
from desk_app.operations import issues as issue_verbs
from desk_app.operations import revotes as revoting
from desk_app.operations.desk import Desk
from tests import counted_offices, filled_registers, photographs, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, TEMPE, TEMPE_VILLAGE, tps
from tests.reports import own_forms

FIRST, SECOND = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
NOT_TYPED = {"region", "election", "office", "operator", "printed", "paper_number", "paper_sent", "decision", "reason"}
NOT_TYPED |= {"count_reader", "count_wrap"}
"""Kinds of record that are set up, or that follow from something else; reasons need a warning of a checklist, and what
was sent of papers a final one."""

Standing = dict[str, dict[int, tuple[Any, ...]]]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def test_everything_is_taken_back_one_by_one_and_brought_back(wajo: Desk, tmp_path: Path) -> None:
    before = standing(wajo)
    filled_registers.fill(wajo)
    people(wajo)
    matters(wajo, tmp_path)
    goods(wajo)
    figures(wajo)
    counts(wajo)
    after = standing(wajo)
    assert unwritten(wajo) <= NOT_TYPED
    done = 0
    while history.next_undo(wajo) is not None:
        history.undo(wajo, even_if_sent=True)
        done += 1
    assert done > 100
    assert standing(wajo) == before
    assert finish(checking.check(wajo)).faults == ()
    while history.next_redo(wajo) is not None:
        history.redo(wajo)
        done -= 1
    assert done == 0
    assert standing(wajo) == after
    assert finish(checking.check(wajo)).faults == ()


def unwritten(desk: Desk) -> set[str]:
    """The kinds of record that no transaction of the operator has touched."""
    with desk.reading() as connection:
        typed = "SELECT c.record FROM change c JOIN arrival a ON a.no = c.arrival WHERE a.kind = 'edit'"
        return {
            name
            for name in records.NAMES
            if not connection.exec_driver_sql(f'SELECT 1 FROM "{name}" WHERE no IN ({typed}) LIMIT 1').all()
        }


def people(desk: Desk) -> None:
    """A member is replaced with all that he was given, one is ill, one hands over."""
    team = teams.new_team(desk, 30, [TEMPE])
    old = teams.new_member(desk, "Lurah", team=team, person="Ali")
    section = teams.new_section(desk, "Bidang Data")
    teams.edit_section(desk, section, name="Bidang Data dan Laporan")
    teams.edit_member(desk, old, section=section, rank="III/a")
    team_phones.set_phone(desk, old, "0812 3456 789")
    team_phones.set_phone(desk, old, "0812 3456 780")
    leave = team_leave.new_leave(desk, old, "2024-02-14", "2024-02-15")
    team_leave.edit_leave(desk, leave, last="2024-02-16")
    task = tasks.new_task(desk, "Cek gudang", member=old)
    issue = issue_verbs.new_issue(desk, "Genset rusak", FIRST, pic=old)
    shift, *_more = team_roster.new_shift(desk, "2024-02-14", 420, 840, member=old)
    team_roster.edit_shift(desk, shift, end=900)
    clash = team_clashes.clashes(desk)[0]  # ill, and on duty
    accepted = team_clashes.accept(desk, clash, "memang begitu")
    team_clashes.withdraw(desk, accepted)
    handed = team_handovers.new_handover(desk, "Aman", from_shift=shift)
    team_handovers.edit_handover(desk, handed, matters="genset")
    team_changes.replace_member(desk, old, reason="mutasi", person="Budi")
    assert issue_detail.issue(desk, issue).row.pic != old
    other = teams.new_member(desk, "Lurah", team=team, person="Budi")
    duplicates.merge(desk, other, [old])
    duplicates.separate(desk, old)
    teams.set_covered(desk, team, BELAWA, True)
    teams.set_covered(desk, team, TEMPE, False)
    teams.remove_member(desk, other)
    tasks.finish(desk, task, "beres")
    tasks.reopen(desk, task)
    tasks.drop(desk, task, "tidak perlu")
    team_roster.delete_shift(desk, shift)
    teams.delete_team(desk, team)
    signatories.add_signatory(desk, {"office": "Bupati", "person": "Amran"})


def matters(desk: Desk, folder: Path) -> None:
    """Issues with all that hangs on them, merged, passed on, closed, reopened, many at once."""
    first = issue_verbs.new_issue(desk, "Banjir", FIRST, further=[SECOND])
    second = issue_verbs.new_issue(desk, "Banjir lagi", FIRST)
    wide = issue_verbs.new_issue(desk, "Padam", FIRST, further=[tps(BELAWA_VILLAGE, 1)])
    link = issue_links.link(desk, first, wide, "sebab")
    issue_places.add(desk, first, [tps(TEMPE_VILLAGE, 3)])
    issue_identities.write(desk, first, reporter="Siti")
    issue_identities.write(desk, first, accused="Kades")
    issue_identities.forget(desk, first)
    photo = folder / "foto.jpg"
    photo.write_bytes(photographs.jpeg((32, 24)))
    held = attachments.add(desk, first, photo, "kotak")
    attachments.set_caption(desk, held, "kotak basah")
    attachments.delete(desk, held)
    duplicates.merge(desk, first, [second])
    duplicates.separate(desk, second)
    duplicates.renumber(desk, second)
    duplicates.tell_apart(desk, [first, second])
    issue_deeds.act(desk, first, issues.Verb.FORWARD, "mohon bantuan")
    issue_deeds.act(desk, first, issues.Verb.ANSWER, "sudah ditangani")
    issue_deeds.close_issue(desk, first, "surut")
    issue_deeds.reopen(desk, first, "banjir lagi")
    issue_batches.act(desk, [first, wide], issue_batches.Deed(issues.Verb.FOLLOW_UP, "dipantau"))
    issue_batches.edit(desk, [first, wide], severity="tinggi")
    issue_links.unlink(desk, link)
    issue_places.remove_all(desk, [one.no for one in issue_detail.issue(desk, first).places])
    line = logbook.add_line(desk, "Kotak suara kurang", place=FIRST)
    logbook.promote(desk, line)
    issue_verbs.delete_issue(desk, wide)
    saved_filters.save(desk, "issues", "Banjir", {"text": "banjir"})
    form = photo.with_name("format.docx")
    form.write_bytes(own_forms.word("{{ nomor }}"))
    own_formats.add(desk, form)
    paper_words.write(desk, "laporan-bulanan", date(2024, 2, 13), "conclusion", "Aman")
    [vote] = revoting.note(desk, [SECOND], revotes.Kind.REPEATED)
    revoting.note_ordered(desk, [vote], basis="SK KPU 1", ordered_on="2024-02-16")
    revoting.note_held(desk, [vote], "2024-02-20")
    revoting.note_waiting(desk, [vote])
    revoting.delete(desk, [vote])


def goods(desk: Desk) -> None:
    """A shipment from plan to receipt, with ticks, lines added and taken out, a word about stock."""
    boxes = "log.kotak.ppwp"
    no = logistics.new_shipment(desk, f"{TEMPE}/ppk", {boxes: {"planned": 9}})
    logistics.set_line(desk, no, "log.bilik", planned=4)
    logistics.send(desk, [no])
    logistics.receive_whole(desk, [no])
    logistics.set_line(desk, no, boxes, received=8, damaged=1)
    shipment_ticks.take_suggestions(desk, no)
    shipment_ticks.tick(desk, no, Tick.KIND, False, "tertukar")
    logistics.remove_line(desk, no, "log.bilik")
    logistics.edit_shipment(desk, no, note="malam")
    told = stock_reports.report_stock(desk, TEMPE, places.Kind.PPK, 4, source="Camat")
    stock_reports.delete_report(desk, told)
    logistics.delete_shipment(desk, no)


def figures(desk: Desk) -> None:
    """Answers, recaps, checklist versions, guards, activities with visits, stations, the day's report, settings."""
    answers.set_answers(desk, [(FIRST, "log.formulir", "S", None), (SECOND, "log.formulir", "B", "menyusul")])
    answers.set_answer(desk, FIRST, "log.formulir", None)
    answers.add_recap(desk, TEMPE, "log.formulir", 4, 6, hour=desk.now(), source="Camat")
    checklist_editing.add_question(desk, "log", "Ada lampu darurat?")
    checklist_drafts.publish(desk, "lampu", checklist_versions.Earlier.ALTERED)
    guarding.set_station(desk, FIRST, "2-1-4")
    guarding.set_station(desk, FIRST, "")
    guarding.set_at_hand(desk, BELAWA, 4, 5)
    code = risk_indicators.add(desk, "Rawan tanah longsor")
    risk_indicators.move(desk, code, 0)
    risk_indicators.retire(desk, code)
    region_access.set_travel(desk, TEMPE, 30)
    activity = activities.new_activity(desk, "Monitoring", place=TEMPE)
    activity_people.add_person(desk, activity, Part.OFFICER, name="Ani")
    [visit] = visits.add_visits(desk, activity, [FIRST])
    visits.edit_visit(desk, visit, findings="tenda bocor")
    visits.raise_issue(desk, visit)
    activities.cancel(desk, activity)
    activities.delete_activity(desk, activity)
    stations.create_station(desk, TEMPE_VILLAGE, 77, {"dpt_male": 3})
    stations.edit_station(desk, tps(TEMPE_VILLAGE, 77), {"dpt_male": 4})
    stations.delete_station(desk, tps(TEMPE_VILLAGE, 77))
    daily_reports.write_report(desk, date(2024, 2, 13), situation="aman")
    change_settings.set_many(desk, {"city": "Sengkang"})


def counts(desk: Desk) -> None:
    """Forms copied and altered, one taken back, a note accepted, a result corrected, verified, locked; a recap."""
    counted_offices.hold(desk)
    form = count_entry.sheet(desk, FIRST, RACE).form
    count_entry.save(desk, FIRST, RACE, {"v1": 3})
    count_entry.save(desk, SECOND, RACE, {"v1": 4})
    count_entry.discard(desk, SECOND, RACE)
    count_entry.save(desk, FIRST, RACE, counted_offices.figures(form, (100, 60), voters=210) | {"dpt_l": 99})
    count_check.correct(desk, FIRST, RACE, "v1", 101, "Foto")
    rules = {note.finding.rule.value for note in count_view.view(desk, FIRST, RACE).notes}
    count_check.accept(desk, FIRST, RACE, rules, "Tertulis demikian")
    count_check.verify(desk, FIRST, RACE, count_view.view(desk, FIRST, RACE).mark)
    count_check.lock(desk, [FIRST], RACE)
    count_check.unlock(desk, [FIRST], RACE)
    count_recaps.put(desk, TEMPE, RACE, {"v1": 101})


def standing(desk: Desk) -> Standing:
    """What lives, kind by kind and record by record, and what is derived from it.

    The key of the count and its boxes stay when what was copied under them is taken back.
    """
    found: Standing = {}
    with desk.reading() as connection:
        for declared in records.TYPES.values():
            if declared in (records.COUNT_READER, records.COUNT_WRAP):
                continue
            names = ", ".join(f'"{column.name}"' for column in declared.columns)
            query = f'SELECT no, {names} FROM "{declared.name}" WHERE alive <> 0'
            rows = {row[0]: tuple(row[1:]) for row in connection.exec_driver_sql(query)}
            found[declared.name] = {no: row for no, row in rows.items() if any(row)}
        for table in (schema.merged, schema.readiness):
            found[table.name] = dict(enumerate(sorted(tuple(row) for row in connection.execute(table.select()))))
    return found
