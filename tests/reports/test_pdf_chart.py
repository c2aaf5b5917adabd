# SPDX-License-Identifier: Apache-2.0
"""Charts on paper: their words can be read out, patterns differ without colour, long ones go on over the page."""

import io

import pypdfium2
import pytest

from desk_app.domain import charts
from desk_app.domain.charts import Chart, Kind, Part, Series, Tone
from desk_app.reports import document, pages, pdf
from tests.reports import pages_read


def paper(*shown: Chart) -> document.Document:
    blocks = tuple(document.Figure(chart) for chart in shown)
    return document.Document("Grafik", "Desk", pages.setup("A4"), blocks)


def test_words_are_text_and_a_mark_is_there() -> None:
    chart = Chart(Kind.ROWS, (Series("Siap ✓", Tone.GOOD),), (Part("Kecamatan Tempe", (3,), "3 dari 4"),), "Kesiapan")
    text = "".join(pages_read.texts(paper(chart)))
    for words in ("Kesiapan", "Kecamatan Tempe", "3 dari 4", "Siap ✓"):
        assert words in text


def test_a_long_chart_goes_on_over_the_page_and_keeps_its_scale() -> None:
    parts = tuple(Part(f"Desa {place}", (place + 1,), str(place + 1)) for place in range(120))
    texts = pages_read.texts(paper(Chart(Kind.ROWS, (Series("", Tone.PLAIN),), parts, "Desa")))
    assert len(texts) > 1
    whole = "".join(texts)
    assert all(f"Desa {place}" in whole for place in range(120))


@pytest.mark.parametrize("tone", [Tone.GOOD, Tone.PARTLY, Tone.TROUBLE, Tone.NOTHING, Tone.DIFFERING])
def test_patterns_are_black_and_white_and_differ(tone: Tone) -> None:
    """How much of a bar is ink tells the patterns apart on a copy."""
    chart = Chart(Kind.ROWS, (Series("", tone),), (Part("", (1,)),))
    opened = pypdfium2.PdfDocument(io.BytesIO(pdf.render(paper(chart))))
    try:
        picture = opened[0].render(scale=4).to_pil().convert("RGB")
    finally:
        opened.close()
    assert all(max(pixel) - min(pixel) < 12 for _count, pixel in picture.getcolors(1 << 20))
    grey, middle = picture.convert("L"), round((20 * 72 / 25.4 + 10.8) * 4)
    box = grey.crop((grey.width // 3, middle - 6, grey.width // 2, middle + 6))
    ink = sum((255 - value) * count for value, count in enumerate(box.histogram())) / (255 * box.width * box.height)
    expected = {
        Tone.GOOD: (0.55, 0.75),
        Tone.PARTLY: (0.1, 0.3),
        Tone.TROUBLE: (0.3, 0.5),
        Tone.NOTHING: (0.0, 0.01),
        Tone.DIFFERING: (0.02, 0.1),
    }
    low, high = expected[tone]
    assert low <= ink <= high, ink


def test_equal_charts_give_equal_bytes() -> None:
    parts = (Part("1", (5,)), Part("2", (6,)))
    chart = Chart(Kind.COURSE, (Series("", Tone.PLAIN),), parts, target=charts.Target(7, "t"))
    assert pdf.render(paper(chart)) == pdf.render(paper(chart))
