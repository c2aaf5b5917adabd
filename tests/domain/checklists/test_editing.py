# SPDX-License-Identifier: Apache-2.0
"""Steps of the editor keep codes for ever, and every template they lead to can be written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import checklists, errors
from desk_app.domain.checklists import Outline, codes, comparing, editing, faults, rules, writing
from desk_app.domain.elections import EventKind


@pytest.fixture
def outline(shipped: bytes) -> Outline:
    return checklists.outline(shipped)


def test_a_new_question_gets_a_code_that_none_ever_had(outline: Outline) -> None:
    used = {"log.kotak_suara"}
    made = editing.add_question(outline, "log", "Kotak suara!", (-1, 0), used)
    assert made.chapters[0].questions[-1].code == "log.kotak_suara_2"
    again = editing.add_question(made, "log", "Kotak suara", (0,), used)
    assert again.chapters[0].questions[-1].code == "log.kotak_suara_3"
    assert faults.of_outline(again) == []


def test_the_plain_code_stays_with_its_phase(outline: Outline) -> None:
    before = codes.of_question(editing.find(outline, "org.kpps"))
    assert before == ("org.kpps", "org.kpps@h")
    only_h = editing.change_question(outline, "org.kpps", phases=(0,))
    assert codes.of_question(editing.find(only_h, "org.kpps")) == ("org.kpps@h",)
    read = checklists.outline(writing.text(editing.remove_rule(editing.remove_rule(only_h, "K-002"), "K-003")).encode())
    assert [item.code for item in checklists.opened(read).items if item.code.startswith("org.kpps@")] == ["org.kpps@h"]


def test_moving_goes_over_the_edge_of_a_section_and_back(outline: Outline) -> None:
    last = outline.chapters[0].questions[-1].code
    there = editing.move_question(outline, last, 1)
    assert there.chapters[1].questions[0].code == last
    assert editing.move_question(there, last, -1) == outline
    first = outline.chapters[0].questions[0].code
    assert editing.move_question(outline, first, -1) == outline
    up = editing.move_chapter(outline, outline.chapters[1].code, -1)
    assert [one.code for one in up.chapters[:2]] == [outline.chapters[1].code, outline.chapters[0].code]
    assert editing.move_chapter(outline, outline.chapters[0].code, -1) == outline


def test_sections_and_rules_come_and_go(outline: Outline) -> None:
    made = editing.add_chapter(editing.add_chapter(outline, "Saksi partai"), "Saksi partai")
    assert len({chapter.code for chapter in made.chapters}) == len(made.chapters)
    fewer = editing.remove_chapter(made, made.chapters[-1].code)
    assert editing.remove_chapter(fewer, made.chapters[-2].code) == outline
    ruled = editing.add_rule(outline, ("K-009",))
    assert ruled.rules[-1].code == "K-010"
    assert [one.where for one in faults.of_outline(ruled)][:1] == ["K-010"]
    right = editing.change_rule(ruled, "K-010", check="[org.kpps] ≥ 5", label="KPPS", label_en="KPPS")
    assert faults.of_outline(right) == []
    with pytest.raises(errors.NotFound):
        editing.find(outline, "log.tidakada")
    with pytest.raises(errors.NotFound):
        editing.add_question(outline, "tidakada", "x", (0,), ())


def test_what_two_versions_differ_in(outline: Outline) -> None:
    after = editing.change_question(outline, "log.hujan", label="Logistik kering")
    after = editing.change_question(after, "log.tinta", required=False)
    after = editing.remove_question(after, "log.atk")
    after = editing.add_question(after, "log", "Terpal", (-1,), ())
    after = editing.change_question(after, "org.linmas", phases=(-7, 0))
    found = comparing.compare(outline, after)
    assert [one.code for one in found.added] == ["log.terpal"]
    assert [one.code for one in found.removed] == ["log.atk"]
    assert {one.after.code: (one.parts, one.asks_otherwise) for one in found.altered} == {
        "log.hujan": ((comparing.Part.LABEL,), True),
        "log.tinta": ((comparing.Part.REQUIRED,), False),
        "org.linmas": ((comparing.Part.PHASES,), False),
    }
    assert found.dropped == ("log.atk", "org.linmas@h-1")
    assert (found.rules, found.moved, found.count) == (0, False, 5)
    assert comparing.compare(outline, outline).count == 0
    assert comparing.compare(outline, editing.move_question(outline, "log.hujan", 1)).moved


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"label": " "}, "pertanyaannya kosong"), ({"phases": ()}, "pilih tahapnya"),
        ({"places": ()}, "pilih tempatnya"),
        ({"kind": checklists.ItemKind.CHOICE, "choices": ("Baik",)}, "dua pilihan"),
        ({"condition": "inf.dpt = Sudah"}, "tidak ada sebelumnya"), ({"condition": "apa"}, "Syarat"),
        ({"condition": "log.kotak > 0"}, "per jenis pemilihan"),
        ({"condition": "log.tinta = Mungkin"}, "tidak dapat dijawab “Mungkin”"),
        ({"quantities": ((EventKind.GENERAL, checklists.Quantity("2 +")),)}, "huruf ke-"),
    ],
)  # fmt: skip
def test_faults_are_told_in_words(outline: Outline, values: dict[str, object], said: str) -> None:
    found = faults.of_outline(editing.change_question(outline, "log.hujan", **values))
    assert [one.where for one in found] == ["log.hujan"]
    assert said in str(found[0].words)


def test_a_rule_about_no_number_is_a_fault(outline: Outline) -> None:
    faulty = {"[log.hujan] = 1": "bukan angka", "[log.hilang] = 1": "tidak ada", "?": "dibaca", "": "Tulis dahulu"}
    for check, said in faulty.items():
        made = editing.change_rule(outline, "K-002", check=check)
        assert said in str(faults.of_outline(made)[0].words)


@given(st.data())
def test_whatever_is_done_can_be_written_and_read(shipped: bytes, data: st.DataObject) -> None:
    made = checklists.outline(shipped)
    for _turn in range(data.draw(st.integers(1, 6))):
        question = data.draw(st.sampled_from(made.questions)).code
        chapter = data.draw(st.sampled_from(made.chapters)).code
        made = data.draw(st.sampled_from([
            editing.move_question(made, question, data.draw(st.sampled_from([-1, 1]))),
            editing.change_question(made, question, label=data.draw(st.sampled_from(["Ü “x”", "a\\b", 'c"d']))),
            editing.add_question(made, chapter, "Baru", (0,), ()),
            editing.add_rule(made),
            editing.rename_chapter(made, chapter, "Lain", ""),
        ]))  # fmt: skip
    assert checklists.outline(writing.text(made).encode(), draft=True) == made
    assert all(rule.level in rules.Level for rule in made.rules)
