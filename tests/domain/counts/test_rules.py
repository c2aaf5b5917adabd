# SPDX-License-Identifier: Apache-2.0
"""Each of V01-V18 finds its own fault, keeps still when a line was not read, and stands in docs/count-rules.md."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import elections
from desk_app.domain.counts import lines, rules

ROOT = Path(__file__).resolve().parents[3]
EVENT = elections.parse((ROOT / "resources" / "elections" / "pilkada-2024.toml").read_bytes())
Rule, Level, Facts = rules.Rule, rules.Level, rules.Facts


def pairs(count: int) -> tuple[lines.Candidate, ...]:
    return tuple(lines.Candidate(str(no), f"Paslon {no}", lines.CandidateKind.PAIR) for no in range(1, count + 1))


FORM = lines.lines_of(EVENT, pairs(3))
BRIEF = lines.lines_of(EVENT, pairs(3), brief=True)
CLEAN = {
    "dpt_l": 240, "dpt_p": 260, "dpt_j": 500,
    "registered_l": 200, "registered_p": 210, "registered_j": 410,
    "transferred_l": 2, "transferred_p": 3, "transferred_j": 5,
    "unregistered_l": 1, "unregistered_p": 1, "unregistered_j": 2,
    "users_l": 203, "users_p": 214, "users_j": 417,
    "received": 513, "used": 417, "spoiled": 1, "unused": 95,
    "disabled_l": 1, "disabled_p": 2, "disabled_j": 3,
    "v1": 210, "v2": 100, "v3": 101, "valid": 411, "invalid": 6, "total": 417,
}  # fmt: skip
FACTS = Facts(men=240, women=260, both=500, max_voters=600, reserve_per_mille=25, other_users=415, other_transferred=3)


def numbers(found: list[rules.Finding]) -> list[str]:
    return [one.rule.number for one in found]


def test_a_form_whose_sums_hold_says_nothing() -> None:
    assert set(CLEAN) == {line.code for line in FORM}
    assert rules.check(FORM, CLEAN, FACTS) == []
    assert rules.check(BRIEF, CLEAN, FACTS) == []


@pytest.mark.parametrize(
    ("changed", "facts", "found", "words"),
    [
        ({"disabled_l": 2}, {}, ["V01"], "pemilih disabilitas: L 2 + P 2 = 4, J tertulis 3, selisih 1"),
        (
            {"unregistered_j": 0},
            {},
            ["V01", "V02"],
            "pengguna DPK: L 1 + P 1 = 2, J tertulis 0, selisih 2",
        ),
        (
            {"registered_l": 201, "registered_p": 209},
            {},
            ["V02", "V02"],
            "pengguna DPT L 201 + pengguna DPTb L 2 + pengguna DPK L 1 = 204, jumlah pengguna L tertulis 203, "
            "selisih 1",
        ),
        ({"v1": 213}, {}, ["V03"], "suara 213 + 100 + 101 = 414, sah tertulis 411, selisih 3"),
        (
            {"invalid": 7},
            {},
            ["V04"],
            "sah 411 + tidak sah 7 = 418, sah dan tidak sah tertulis 417, selisih 1",
        ),
        (
            {"total": 420, "invalid": 9, "used": 420, "received": 516},
            {"reserve_per_mille": None},
            ["V05"],
            "sah dan tidak sah 420 melebihi jumlah pengguna 417, selisih 3",
        ),
        (
            {"total": 416, "invalid": 5, "used": 416, "unused": 96},
            {},
            ["V05"],
            "sah dan tidak sah 416 kurang dari jumlah pengguna 417, selisih 1",
        ),
        ({"used": 416, "unused": 96}, {}, ["V06"], "digunakan 416, sah dan tidak sah 417, selisih 1"),
        (
            {"unused": 94},
            {},
            ["V07"],
            "digunakan 417 + rusak atau keliru coblos 1 + tidak digunakan 94 = 512, jumlah diterima tertulis 513, "
            "selisih 1",
        ),
        (
            {"received": 512, "unused": 94},
            {},
            ["V08"],
            "diterima 512, seharusnya 513 (DPT 500 + cadangan 13), selisih 1",
        ),
        (
            {"dpt_l": 199, "dpt_p": 301},
            {"men": None, "women": None},
            ["V09"],
            "pengguna DPT L 200 melebihi DPT L 199, selisih 1",
        ),
        (
            {"disabled_l": 204, "disabled_j": 206},
            {},
            ["V10"],
            "pemilih disabilitas L 204 melebihi jumlah pengguna L 203, selisih 1",
        ),
        ({}, {"max_voters": 300}, ["V11"], "DPT 500 melebihi 300 pemilih per TPS, selisih 200"),
        (
            {"received": 416, "unused": -2},
            {"reserve_per_mille": None},
            ["V12"],
            "jumlah pengguna 417 melebihi jumlah diterima 416, selisih 1",
        ),
        (
            {},
            {"other_users": 411},
            ["V13"],
            "jumlah pengguna 417, pada jenis pemilihan lain 411, selisih 6, pemilih pindahan 5",
        ),
        ({"v1": 310, "v2": 101, "v3": 0}, {}, ["V14"], "tanpa suara: 3. Paslon 3"),
        ({"v1": 0, "v2": 411, "v3": 0}, {}, ["V14"], "semua 411 suara untuk 2. Paslon 2"),
        (
            {},
            {"men": 241, "women": 259},
            ["V16", "V16"],
            "DPT L tertulis 240, pada data TPS 241, selisih 1",
        ),
        ({"v1": 137, "v2": 137, "v3": 137}, {}, ["V17"], "semua perolehan suara sama: 137"),
    ],
)  # fmt: skip
def test_each_rule_finds_its_own_fault(
    changed: dict[str, int], facts: dict[str, int | None], found: list[str], words: str
) -> None:
    known = {name: getattr(FACTS, name) for name in FACTS.__slots__} | facts
    said = rules.check(FORM, CLEAN | changed, Facts(**known))
    assert numbers(said) == found
    assert str(said[0].words) == words
    if "selisih" in words:
        assert said[0].gap == int(words.rpartition("selisih ")[2].partition(",")[0])


def test_votes_beyond_the_users_are_graver_than_votes_that_lack() -> None:
    more = rules.check(FORM, CLEAN | {"total": 418})
    less = rules.check(FORM, CLEAN | {"total": 416})
    assert [one.level for one in more if one.rule is Rule.V05] == [Level.ERROR]
    assert [one.level for one in less if one.rule is Rule.V05] == [Level.WARNING]


@pytest.mark.parametrize(
    ("figures", "facts"),
    [
        ({"dpt_j": 600, "registered_j": 600}, Facts(max_voters=600)),
        ({"users_j": 513, "received": 513}, Facts()),
        ({"users_j": 417, "transferred_j": 5}, Facts(other_users=412, other_transferred=3)),
        ({"users_j": 417, "transferred_j": 5}, Facts(other_users=412)),
        ({"v1": 0, "v2": 0}, Facts()),
        ({"v1": 300, "v2": 0}, Facts()),
        ({"dpt_j": 0, "users_j": 0}, Facts()),
    ],
)
def test_what_is_just_within_or_not_yet_read_is_no_fault(figures: dict[str, int], facts: rules.Facts) -> None:
    assert rules.check(BRIEF, figures, facts) == []


@pytest.mark.parametrize(
    ("users", "said"),
    [
        (0, "jumlah pengguna 0 dari DPT 500"),
        (500, "jumlah pengguna 500 sama dengan DPT"),
        (501, "jumlah pengguna 501 dari DPT 500"),
    ],
)
def test_an_odd_turnout_is_noticed(users: int, said: str) -> None:
    (found,) = rules.check(BRIEF, {"dpt_j": 500, "users_j": users})
    assert (found.rule, found.level, str(found.words)) == (Rule.V14, Level.NOTICE, said)


def test_all_zero_wants_a_reason_and_a_party_without_votes_is_nothing_odd() -> None:
    nothing = {"v1": 0, "v2": 0, "v3": 0, "valid": 0}
    (found,) = rules.check(BRIEF, nothing)
    assert (found.rule, found.level) == (Rule.V17, Level.ERROR)
    assert rules.open_findings([found], {"V17"}) == []
    assert rules.check(BRIEF, {"v1": 1, "v2": 2, "v3": 0}, Facts(pairs=False)) == []


def test_a_single_pair_and_the_empty_column() -> None:
    empty = lines.Candidate("0", "", lines.CandidateKind.EMPTY)
    form = lines.lines_of(EVENT, [empty, *pairs(1)], brief=True)
    assert rules.check(form, {"v1": 200, "v0": 100, "valid": 300}) == []
    (found,) = rules.check(form, {"v1": 200, "v0": 90, "valid": 300})
    assert str(found.words) == "suara 200 + 90 = 290, sah tertulis 300, selisih 10"


def test_a_party_is_the_sum_of_its_own_votes_and_its_candidates() -> None:
    party, person = lines.CandidateKind.PARTY, lines.CandidateKind.PERSON
    made = [lines.Candidate("3", "Partai", party), lines.Candidate("4", "Lain", party)]
    made += [lines.Candidate(f"3.{no}", f"Calon {no}", person) for no in range(3)]
    form = lines.lines_of(EVENT, made, brief=True)
    votes = {"v3": 60, "v3.0": 10, "v3.1": 20, "v3.2": 30, "v4": 5, "valid": 65}
    assert rules.check(form, votes) == []
    (found,) = rules.check(form, votes | {"v3.2": 28})
    assert (found.rule, found.lines) == (Rule.V03, ("v3.0", "v3.1", "v3.2", "v3"))
    assert str(found.words) == "partai 3: suara partai dan calonnya 58, tertulis 60, selisih 2"


def test_many_votes_are_told_as_their_sum() -> None:
    form = lines.lines_of(EVENT, pairs(18), brief=True)
    votes = {f"v{no}": no for no in range(1, 19)}
    (found,) = rules.check(form, votes | {"valid": 170})
    assert str(found.words) == "jumlah perolehan suara 171, sah tertulis 170, selisih 1"


@given(
    st.dictionaries(st.sampled_from(sorted(CLEAN)), st.integers(0, 700), max_size=6),
    st.sets(st.sampled_from(sorted(CLEAN)), max_size=12),
)
def test_what_was_not_read_is_never_zero(changed: dict[str, int], unread: set[str]) -> None:
    """Leaving lines out takes away findings that need them, and changes no other."""
    figures = CLEAN | changed
    whole = rules.check(FORM, figures, FACTS)
    part = rules.check(FORM, {code: value for code, value in figures.items() if code not in unread}, FACTS)
    assert not any(unread & set(one.lines) for one in part)
    votes = {"v1", "v2", "v3"}
    gone = {one for one in range(len(whole)) if unread & set(whole[one].lines)}
    about_votes = {one for one in range(len(whole)) if set(whole[one].lines) <= votes and unread & votes}
    kept = [one for at, one in enumerate(whole) if at not in gone | about_votes]
    assert part == kept


@given(st.dictionaries(st.sampled_from(sorted(CLEAN)), st.integers(0, 99_999), min_size=1, max_size=5))
def test_beside_a_line_stands_the_gravest_of_what_ends_there(changed: dict[str, int]) -> None:
    figures = CLEAN | changed
    told = rules.live(FORM, figures, FACTS)
    said = rules.check(FORM, figures, FACTS)
    order = [line.code for line in FORM]
    gravity = [*Level]
    for finding in said:
        at = max(finding.lines, key=order.index)
        assert gravity.index(told[at].level) <= gravity.index(finding.level)
    assert all(one in said and at in one.lines for at, one in told.items())


def test_a_fault_is_told_at_the_line_where_the_sum_ends() -> None:
    told = rules.live(FORM, {"valid": 210, "invalid": 6, "total": 217})
    assert list(told) == ["total"]
    assert str(told["total"].words) == "sah 210 + tidak sah 6 = 216, sah dan tidak sah tertulis 217, selisih 1"


def test_a_note_stays_until_its_rule_is_accepted() -> None:
    said = rules.check(FORM, CLEAN | {"v1": 500, "v3": 0, "received": 520}, FACTS)
    assert numbers(said) == ["V03", "V07", "V08", "V14"]
    assert numbers(rules.open_findings(said)) == ["V03", "V07", "V08"]
    assert numbers(rules.open_findings(said, rules.accepted_from("V03, V08"))) == ["V07"]


def test_accepted_rules_are_kept_as_text() -> None:
    assert rules.accepted_text([Rule.V08, "V03", "V03", "V99"]) == "V03,V08"
    assert rules.accepted_from("V03,V08,V99,") == {"V03", "V08"}
    assert rules.accepted_from(None) == rules.accepted_from("") == frozenset()


def test_twins_of_a_village_are_found() -> None:
    one, other = "62.10.01.2001", "62.10.01.2002"
    rows = [(one, 3, (5, 6)), (other, 1, (5, 6)), (one, 1, (5, 6)), (one, 2, (6, 5))]
    rows += [(other, 2, (0, 0)), (other, 3, (0, 0))]
    assert rules.twins(rows) == [(one, (1, 3))]
    assert rules.twins(reversed(rows)) == [(one, (1, 3))]
    found = rules.twin_finding(FORM, [3, 12])
    assert (found.rule, found.level, found.lines) == (Rule.V18, Level.NOTICE, ("v1", "v2", "v3"))
    assert str(found.words) == "perolehan suara sama persis dengan TPS 003, 012"


def test_a_recapitulation_is_laid_beside_the_sum_of_its_tps() -> None:
    sums = {"v1": 12_345, "v2": 10, "valid": 12_355}
    assert rules.recap_gaps(sums, sums) == []
    (found,) = rules.recap_gaps(sums, {"v1": 12_350, "valid": 12_355, "invalid": 7}, FORM)
    assert (found.rule, found.level, found.lines, found.gap) == (Rule.V15, Level.NOTICE, ("v1",), 5)
    assert str(found.words) == "1. Paslon 1: jumlah TPS 12.345, rekapitulasi 12.350, selisih 5"


def test_the_page_about_the_rules_is_true() -> None:
    """docs/count-rules.md: each rule once, in order, with its label, levels and source."""
    table = (ROOT / "docs" / "count-rules.md").read_text("utf-8")
    rows = re.findall(r"^\| (V\d\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", table, re.MULTILINE)
    levels = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "notice"}
    sources = {"sumber": "public", "turunan": "derived", "ingatan": "practice"}
    for rule, row in zip(Rule, rows, strict=True):
        number, label, _compared, level, source, _does = (part.strip() for part in row)
        told = [levels[one] for one in (rule.level, rule.lesser) if one]
        assert (number, label) == (rule.number, rule.label)
        assert re.findall("error|warning|notice", level) == told, number
        assert source == sources[rule.source], number
