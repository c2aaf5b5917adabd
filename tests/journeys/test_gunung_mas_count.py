# SPDX-License-Identifier: Apache-2.0
"""The evening of 27 November 2024 in Gunung Mas: 219 TPS in 12 kecamatan, two races, twelve operators with sticks.

Each kecamatan copies its forms under seal and sends; the packages come in any order, some of them twice, one of them
torn into two evenings. Five forms are wrong on the paper or in the copy, one TPS votes again. What the kabupaten adds
up, and what each kecamatan that may see adds up of its own, are the same figures: those that stand on the papers.
"""

import random
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_store
from desk_app.domain import errors, records
from desk_app.domain.counts.standing import State
from desk_app.operations import (
    areas,
    candidates,
    count_check,
    count_entry,
    count_keys,
    count_rules,
    count_view,
    elections,
    offices,
    receiving,
    revotes,
    sending,
    stations,
    tally,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted, counted_offices
from tests.journeys.test_gunung_mas import EVENT, REGENCY, TPS, Clock, lay_out, moment
from tests.small_offices import KEY_MEMORY, PASSWORD

RACES = ("gubernur", "bupati")
PAIRS = {"gubernur": ("Pasangan Satu", "Pasangan Dua", "Pasangan Tiga", "Pasangan Empat"), "bupati": ("Sahli", "Jaya")}
Figures = dict[str, int]


@dataclass
class Evening:
    """The offices, the papers as they hang at the TPS, and how the packages went."""

    kabupaten: Desk
    kecamatan: dict[str, Desk]
    stick: Path
    clock: Clock
    dice: random.Random
    papers: dict[tuple[str, str], Figures] = field(default_factory=dict)

    def carry(self, source: Desk, target: Desk) -> list[Path]:
        sent = finish(sending.send(source, target.identity.place, self.stick))
        finish(receiving.receive(target, sent.files))
        return list(sent.files)

    def truth(self, race: str, district: str = "") -> Figures:
        """What the papers say of a race, added up."""
        found: Figures = {}
        for (subject, of), paper in self.papers.items():
            if of == race and subject.startswith(district):
                for line, value in paper.items():
                    found[line] = found.get(line, 0) + value
        return found

    def told(self, desk: Desk, race: str, district: str = "") -> Figures:
        """What an office adds up."""
        finish(tally.refresh(desk))
        with tally.store_of(desk).reading() as connection:
            found = count_store.sums(connection, EVENT, race, district or REGENCY, 8 if district else 5)
        return {line: value for line, (value, _many) in found.get(district or REGENCY, {}).items()}

    def states(self, race: str) -> Mapping[State, int]:
        with tally.store_of(self.kabupaten).reading() as connection:
            return count_store.states(connection, EVENT, race, REGENCY, 5).get(REGENCY, {})


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    clock, stick, dice = Clock(), tmp_path / "stick", random.Random(27_11_2024)
    clock.at = moment(27, 14)
    stick.mkdir()
    with ExitStack() as stack:
        asked = offices.NewOffice(REGENCY, EVENT, "Verifikator", PASSWORD)
        kabupaten = offices.create_office(tmp_path / "kabupaten", asked, now=clock, key_memory=KEY_MEMORY).desk
        stack.enter_context(kabupaten)
        districts = areas.districts(kabupaten)
        lay_out(kabupaten, {area.name: area.code for area in districts})
        for race, names in PAIRS.items():
            candidates.put_parties(kabupaten, race, [(str(no), name) for no, name in enumerate(names, 1)])
        counted_offices.hold(kabupaten)
        count_rules.edit(kabupaten, districts_see=True, second_entry=["bupati"])
        kecamatan = {}
        for area in districts:
            asked = offices.NewOffice(area.code, EVENT, f"Operator {area.name}", PASSWORD, with_master_data=False)
            made = offices.create_office(tmp_path / area.code, asked, now=clock, key_memory=KEY_MEMORY).desk
            kecamatan[area.code] = stack.enter_context(made)
        acquainted.introduce(kabupaten, *kecamatan.values())
        one = Evening(kabupaten, kecamatan, stick, clock, dice)
        for desk in kecamatan.values():
            one.carry(kabupaten, desk)
            counted_offices.hold(desk)
        yield one


def paper(dice: random.Random, form: tuple[object, ...], voters: int, users: int, pairs: int) -> Figures:
    """A C.HASIL on which every sum holds."""
    invalid = dice.randint(0, 9)
    left = users - invalid
    votes = []
    for _pair in range(pairs - 1):
        votes.append(dice.randint(0, left))
        left -= votes[-1]
    votes.append(left)
    found = counted_offices.figures(form, votes, invalid=invalid, voters=voters)  # type: ignore[arg-type]
    spare = -(-voters * 25 // 1000)
    found |= {"received": voters + spare, "unused": voters + spare - users}
    for row, told in (("dpt", voters), ("registered", users), ("users", users)):
        found |= {f"{row}_l": told // 2, f"{row}_p": told - told // 2}
    return found


def write_papers(one: Evening) -> None:
    """What hangs at each TPS."""
    for row in stations.station_rows(one.kabupaten, stations.station_ids(one.kabupaten)):
        assert row is not None
        assert row.dpt is not None
        users = one.dice.randint(row.dpt // 2, row.dpt - 5)
        for race in RACES:
            form = candidates.form_of(one.kabupaten, race, row.subject)
            one.papers[row.subject, race] = paper(one.dice, form, row.dpt, users, len(PAIRS[race]))
    assert len(one.papers) == TPS * len(RACES)


def test_one_evening(evening: Evening) -> None:
    one, kabupaten, dice = evening, evening.kabupaten, evening.dice
    write_papers(one)
    subjects = sorted({subject for subject, _race in one.papers})
    wrong = dice.sample(subjects, 5)
    miscopied, faulty = wrong[:3], wrong[3:]
    # Two papers are wrong themselves: what KPPS wrote does not add up. Three were copied wrongly.
    for subject in faulty:
        one.papers[subject, "bupati"]["total"] += 1
    for code, desk in one.kecamatan.items():
        for (subject, race), figures in one.papers.items():
            if subject.startswith(code):
                slip = {"v1": figures["v1"] + 10} if subject in miscopied and race == "bupati" else {}
                count_entry.save(desk, subject, race, figures | slip)

    # Packages in any order; some carried twice, one kecamatan sends half of the evening's news again.
    codes = list(one.kecamatan)
    dice.shuffle(codes)
    for code in codes:
        files = one.carry(one.kecamatan[code], kabupaten)
        if dice.random() < 0.4:
            finish(receiving.receive(kabupaten, files))
    for race in RACES:
        slips = 10 * len(miscopied) if race == "bupati" else 0
        told, truth = one.told(kabupaten, race), one.truth(race)
        assert told == truth | {"v1": truth["v1"] + slips}
    assert one.states("gubernur") == {State.WHOLE: TPS}
    assert one.states("bupati") == {State.WHOLE: TPS - 5, State.NOTED: 5}
    with tally.store_of(kabupaten).reading() as connection:
        broken = {
            rule: sorted(one.key.subject for one in count_store.findings(connection, EVENT, "bupati", REGENCY, rule))
            for rule in ("V01", "V02", "V03", "V04", "V05", "V06")
        }
    assert broken == {
        "V01": [],
        "V02": [],
        "V03": sorted(miscopied),
        "V04": sorted(faulty),
        "V05": sorted(faulty),
        "V06": sorted(faulty),
    }

    # What was copied wrongly is put right: one by a correction, one by a second reader, one by reading the paper again.
    first, second, third = miscopied
    count_check.correct(kabupaten, first, "bupati", "v1", one.papers[first, "bupati"]["v1"], "Foto C.HASIL")
    count_entry.save(kabupaten, second, "bupati", one.papers[second, "bupati"])
    told = one.told(kabupaten, "bupati")
    assert one.states("bupati")[State.DISPUTED] == 1
    expected = one.truth("bupati")
    assert told["v2"] == expected["v2"] - one.papers[second, "bupati"]["v2"]
    seen = count_view.view(kabupaten, second, "bupati")
    assert set(seen.standing.differing) == {"v1"}
    count_check.decide(kabupaten, second, "bupati", count_entry.own_reader(kabupaten), "Dibaca lagi dari kertas")
    count_check.reread(kabupaten, third, "bupati", "Angka tidak jelas")
    third_office = one.kecamatan[third[:8]]
    one.carry(kabupaten, third_office)
    count_entry.save(third_office, third, "bupati", one.papers[third, "bupati"])
    one.carry(third_office, kabupaten)
    # A paper that is wrong itself stays as it is, with a reason.
    for subject in faulty:
        count_check.accept(kabupaten, subject, "bupati", ["V04", "V05", "V06"], "Tertulis demikian di C.HASIL")
    assert one.told(kabupaten, "bupati") == one.truth("bupati")
    assert one.states("bupati") == {State.WHOLE: TPS}

    # One TPS votes again; its first result is kept and in no total.
    again = next(subject for subject in subjects if subject not in wrong)
    before = one.papers[again, "bupati"]
    [no] = revotes.note(kabupaten, [again], revotes.Kind.REPEATED, basis="Rekomendasi Panwascam", race="bupati")
    held = {"state": "dilaksanakan", "held_on": "2024-12-05"}
    transact(kabupaten, "PSU", lambda unit: unit.set(records.REVOTE, no, held))
    office = one.kecamatan[again[:8]]
    one.carry(kabupaten, office)
    voters = before["dpt_j"]
    form = candidates.form_of(office, "bupati", again)
    one.papers[again, "bupati"] = paper(dice, form, voters, before["users_j"], len(PAIRS["bupati"]))
    assert count_entry.sheet(office, again, "bupati").kind == "psu"
    assert count_entry.sheet(office, again, "gubernur").kind == ""
    count_entry.save(office, again, "bupati", one.papers[again, "bupati"])
    one.carry(office, kabupaten)
    assert one.told(kabupaten, "bupati") == one.truth("bupati")
    with tally.store_of(kabupaten).reading() as connection:
        key = count_entry.key_of(kabupaten, again, "bupati")
        [(occasion, _state, kept)] = count_store.earlier_of(connection, key)
    assert (occasion, kept) == (1, before)

    # Every kecamatan that may see adds up the same of its own as the kabupaten does of it.
    for code, desk in one.kecamatan.items():
        one.carry(kabupaten, desk)
        for race in RACES:
            own = one.told(desk, race, code)
            assert own == one.told(kabupaten, race, code) == one.truth(race, code)

    # Verified as a whole and locked; from then on nobody alters a figure.
    for race in RACES:
        seen_marks = {subject: count_view.view(kabupaten, subject, race).mark for subject in subjects[:10]}
        assert count_check.verify_many(kabupaten, race, seen_marks).done == 10
    count_check.lock(kabupaten, subjects[:1], "bupati")
    one.carry(kabupaten, one.kecamatan[subjects[0][:8]])
    with pytest.raises(errors.NotPermitted, match="dikunci"):
        count_entry.save(one.kecamatan[subjects[0][:8]], subjects[0], "bupati", {"v1": 1})
    assert elections.working_event(kabupaten).code == EVENT
    assert count_keys.rights(kabupaten)
