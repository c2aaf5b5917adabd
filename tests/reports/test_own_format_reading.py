# SPDX-License-Identifier: Apache-2.0
"""What was found in a form: its fields and problems, each form with its own."""

from desk_app.reports import own_format_reading, own_format_sandbox
from tests.reports import own_forms


def test_each_form_has_its_own_findings() -> None:
    first, second = (own_format_sandbox.Braces(own_forms.values(), escape=False) for _ in range(2))
    first.filled("{{ nomor }} {{ salah }}")
    assert first.reading.used == {"nomor", "salah"}
    assert first.reading.problems == [own_format_reading.Problem("salah", "{{ nomor }} {{ salah }}")]
    assert second.reading == own_format_reading.Reading()
