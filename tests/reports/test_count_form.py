# SPDX-License-Identifier: Apache-2.0
"""The stack of blank sheets told in short: how many, of which regions, with a code that follows from all of them."""

import dataclasses

from desk_app.domain.counts import words as count_words
from desk_app.reports import count_form, text
from tests.reports import count_samples


def test_the_stack_is_told_by_region() -> None:
    told = count_form.build(count_samples.stack(count_samples.form(), count_samples.form(name="TPS 006")), "Kaki")
    said = text.render(told)
    assert "*Kelurahan Maddukelleng*: Lembar 2" in said
    assert count_words.DISCLAIMER in said
    assert told.footer.notice == count_words.DISCLAIMER


def test_another_line_is_another_code() -> None:
    one = count_form.build(count_samples.stack(count_samples.form()), "Kaki")
    kind = count_samples.kind(("Anis", "Bowo"))
    other = count_form.build(count_samples.stack(count_samples.form(kind=kind)), "Kaki")
    again = count_form.build(count_samples.stack(count_samples.form()), "Kaki")
    assert one.footer.code == again.footer.code
    assert one.footer.code != other.footer.code


def test_a_part_is_told_by_sex_as_its_lines_are() -> None:
    part = count_form.Part("I", (count_form.Line("A"), count_form.Line("B", by_sex=True)))
    assert part.by_sex
    assert not dataclasses.replace(part, lines=part.lines[:1]).by_sex
