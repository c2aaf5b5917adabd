# SPDX-License-Identifier: Apache-2.0
"""A template is read as it was written, written in one form only, and refused where it is broken."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import checklists, errors
from desk_app.domain.checklists import ItemKind, Outline, Quantity, Question, rules, writing
from desk_app.domain.checklists.items import Chapter
from desk_app.domain.elections import EventKind
from desk_app.domain.places import Kind

HEAD = """
code = "x"
version = 1
label = "X"
label_en = "X"
[[sections]]
code = "a"
label = "A"
label_en = "A"
"""
ITEM = '{ code = "a.b", label = "B", label_en = "B", phases = [0] }'


def test_the_smallest_template_is_read() -> None:
    assert len(checklists.parse(f"{HEAD}items = [{ITEM}]".encode()).items) == 1


@pytest.mark.parametrize(
    "items",
    [
        f"{ITEM}, {ITEM}",
        ITEM.replace("phases = [0]", "phases = []"),
        ITEM.replace("phases", "phase"),
        ITEM.replace("}", ', kind = "warna" }'),
        ITEM.replace("}", ', quantity = "banyak" }'),
        ITEM.replace("}", ', quantity = "fixed x" }'),
        ITEM.replace("}", ', places = ["kafe"] }'),
        ITEM.replace("}", ", warna = 1 }"),
    ],
)
def test_a_broken_template_is_refused(items: str) -> None:
    with pytest.raises(errors.Damaged):
        checklists.parse(f"{HEAD}items = [{items}]".encode())


@pytest.mark.parametrize(
    "rest",
    [
        '[[rules]]\ncode = "K-1"\nlevel = "salah"\ncheck = "semua nol"\nlabel = "a"\nlabel_en = "a"',
        '[[rules]]\ncode = "K-001"\nlevel = "apa"\ncheck = "semua nol"\nlabel = "a"\nlabel_en = "a"',
        '[[rules]]\ncode = "K-001"\nlevel = "salah"\ncheck = "[a.c] = 1"\nlabel = "a"\nlabel_en = "a"',
        '[[rules]]\ncode = "K-001"\nlevel = "salah"\ncheck = "[a.b] = 1"\nlabel = "a"\nlabel_en = "a"',
        '[[rules]]\ncode = "K-001"\nlevel = "salah"\ncheck = "1 = 1"\nlabel = "a"\nlabel_en = "a"',
    ],
)  # fmt: skip
def test_a_broken_rule_is_refused(rest: str) -> None:
    with pytest.raises(errors.Damaged):
        checklists.parse(f"{HEAD}items = [{ITEM}]\n{rest}".encode())


def test_a_file_without_end_is_refused() -> None:
    with pytest.raises(errors.Damaged):
        checklists.outline(b"#" * 500_000)
    with pytest.raises(errors.Damaged):
        checklists.outline(b"\xff\xfe")


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("fixed 7", Quantity("7")), ("fixed 1 ?", Quantity("1", True)), ("per_race 2", Quantity("2 * JENIS")),
        ("per_booth 1 ?", Quantity("1 * BILIK", True)), ("ballots", Quantity("DPT + ceil(DPT * CADANGAN)")),
        (" 2*DPT ? ", Quantity("2*DPT", True)),
    ],
)  # fmt: skip
def test_quantities_are_read_in_short_and_as_formulas(text: str, quantity: Quantity) -> None:
    assert checklists.quantity(text) == quantity


words = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc", "Cs")), min_size=1,
                max_size=20).filter(lambda text: text.strip() and text.isprintable())
question = st.builds(
    Question,
    code=st.from_regex(r"[a-z]{1,3}\.[a-z0-9_]{1,8}", fullmatch=True),
    label=words, label_en=words,
    phases=st.lists(st.integers(-9, 3), unique=True, min_size=1, max_size=4).map(tuple),
    home=st.integers(-9, 3),
    kind=st.sampled_from([kind for kind in ItemKind if kind is not ItemKind.CHOICE]),
    unit=st.sampled_from(["", "buah"]), required=st.booleans(), per_race=st.booleans(),
    places=st.lists(st.sampled_from(list(Kind)), unique=True, min_size=1).map(tuple),
    quantities=st.dictionaries(st.sampled_from(list(EventKind)), st.builds(
        Quantity, st.sampled_from(["2", "DPT + 1"]), st.booleans())).map(lambda held: tuple(sorted(held.items()))),
    since=st.integers(0, 9),
)  # fmt: skip
outline = st.builds(
    Outline, code=st.just("kesiapan"), version=st.integers(1, 99), label=words, label_en=words,
    chapters=st.lists(question, unique_by=lambda one: one.code, max_size=5).map(
        lambda held: (Chapter("a", "A", "A", tuple(held[:2])), Chapter("b", "B", "B", tuple(held[2:])))),
    rules=st.just((rules.Rule("K-001", rules.Level.REASON, rules.ALL_ZERO, "a", "a"),)),
)  # fmt: skip


@given(outline)
def test_what_is_written_is_read_back(made: Outline) -> None:
    assert checklists.outline(writing.text(made).encode(), draft=True) == made


def test_the_canonical_text_of_what_is_shipped_says_the_same(shipped: bytes) -> None:
    read = checklists.outline(shipped)
    text = writing.text(read)
    assert checklists.outline(text.encode()) == read
    assert writing.text(checklists.outline(text.encode())) == text
    assert len(tomllib.loads(text)["sections"]) == len(read.chapters)


def test_a_draft_may_have_faults_that_a_template_may_not(shipped: bytes) -> None:
    read = checklists.outline(shipped)
    text = writing.text(replace(read, chapters=(*read.chapters, read.chapters[0])))
    assert len(checklists.outline(text.encode(), draft=True).chapters) == len(read.chapters) + 1
    with pytest.raises(errors.Damaged):
        checklists.outline(text.encode())
