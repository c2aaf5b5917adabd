# SPDX-License-Identifier: Apache-2.0
"""Between the braces of a form stand names, loops and conditions; whatever else is tried is refused before it runs."""

import pytest
from jinja2 import sandbox

from desk_app.domain import errors
from desk_app.reports import own_format_sandbox
from tests.reports import own_forms

HOSTILE = (
    "{{ ''.__class__ }}",
    "{{ nomor.__class__.__mro__ }}",
    "{{ nomor['__class__'] }}",
    "{{ kesiapan.__init__.__globals__ }}",
    "{{ kesiapan['__init__'] }}",
    "{{ kesiapan._rows }}",
    "{{ nomor|attr('__class__') }}",
    "{{ nomor.format() }}",
    "{{ range(999999) }}",
    "{{ 10**10**10 }}",
    "{{ 'a' * 999999999 }}",
    "{{ nomor * 999999999 }}",
    "{{ nomor|replace('8', '88888888') }}",
    "{{ nomor|center(999999999) }}",
    "{{ nomor|safe }}",
    "{{ [1, 2] }}",
    "{{ {'a': 1} }}",
    "{{ nomor[0] }}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{% macro x() %}{% endmacro %}",
    "{% block x %}{% endblock %}",
    "{% filter upper %}x{% endfilter %}",
    "{% for x in 'abc' %}{% endfor %}",
    "{% for x in kesiapan %}{% for y in kesiapan %}{% endfor %}{% endfor %}",
    "{% for x in kesiapan recursive %}{% endfor %}",
    "{% for x, y in kesiapan %}{% endfor %}",
    "{{ nomor if nomor is divisibleby(3) }}",
    "{{ lipsum() }}",
    "{{ cycler('a') }}",
    "{{ self.__dict__ }}",
)


def braces(*, escape: bool = False) -> own_format_sandbox.Braces:
    return own_format_sandbox.Braces(own_forms.values(), escape=escape)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_not_listed_is_refused_in_words(text: str) -> None:
    with pytest.raises(errors.Refused, match="tidak diizinkan") as refused:
        braces().filled(f"pembuka\n{text}")
    assert "pembuka" not in str(refused.value)


def test_behind_it_stands_the_sandbox() -> None:
    assert isinstance(braces(), sandbox.SandboxedEnvironment)
    assert not braces().globals


UNCLOSED = ("{{ nomor", "{% for x in kesiapan %}", "{{ a b }}", "{% endfor %}", "{{ }}", "{% what %}")


@pytest.mark.parametrize("text", UNCLOSED)
def test_what_is_not_closed_is_told_with_its_line(text: str) -> None:
    with pytest.raises(errors.Refused, match="tidak lengkap"):
        braces().filled(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nomor }}", "800/1 & <2>"),
        ("{{ nomor|upper }}/{{ kepada|length }}", "800/1 & <2>/23"),
        ("{{ angka|terbilang }}", "seribu seratus empat puluh enam"),
        ("{{ nomor|terbilang }}", "800/1 & <2>"),
        ("{% for x in kesiapan %}{{ loop.index }}. {{ x.kecamatan }};{% endfor %}", "1. Tempe;2. =cmd();"),
        ("{{ kesiapan.jumlah.tps }}", "1.232"),
        ("{% if kosong %}ada{% else %}NIHIL{% endif %}", "NIHIL"),
        ("{% if kesiapan %}ada{% endif %}", "ada"),
        ("{{ 'ya' if nomor == 'x' else 'tidak' }}", "tidak"),
        ("{{ kesiapan }}", ""),
        ("{# catatan #}a ~ b", "a ~ b"),
    ],
)
def test_what_may_be_written(text: str, said: str) -> None:
    form = braces()
    assert form.filled(text) == said
    assert not form.reading.problems


def test_what_is_not_known_becomes_a_line_and_is_told() -> None:
    form = braces()
    text = "satu\nNomor {{ nomr }}\n{{ kesiapan.jumlah.tsp }} {{ kesiapan.tps }} {{ a.b.c }}"
    assert form.filled(text).count("........................") == 4
    told = [(one.name, one.around, one.repeats) for one in form.reading.problems]
    last = "{{ kesiapan.jumlah.tsp }} {{ kesiapan.tps }} {{ a.b.c }}"
    assert told == [
        ("nomr", "Nomor {{ nomr }}", False),
        ("kesiapan.jumlah.tsp", last, False),
        ("kesiapan.tps", last, True),
        ("a.b.c", last, False),
    ]


def test_what_stands_in_a_branch_that_is_not_taken_is_looked_at_too() -> None:
    form = braces()
    form.filled("{% if kosong %}{{ slah }}{% endif %}{% for x in kosong %}{{ x.salah }}{% endfor %}")
    assert [one.name for one in form.reading.problems] == ["slah", "x.salah"]


def test_for_word_what_was_typed_is_escaped() -> None:
    assert braces(escape=True).filled("{{ nomor }}") == "800/1 &amp; &lt;2&gt;"


def test_the_names_that_were_used_are_known() -> None:
    form = braces()
    form.filled("{{ nomor }}{% for x in kesiapan %}{{ x.tps }}{% endfor %}")
    assert form.reading.used == {"nomor", "kesiapan", "kesiapan.tps"}
