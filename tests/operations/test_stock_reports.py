# SPDX-License-Identifier: Apache-2.0
"""A word about goods: what is refused in words, what is taken away again."""

import pytest

from desk_app.data import shipment_list
from desk_app.domain import errors, places
from desk_app.operations import settings, stock_reports
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA


def test_a_word_about_goods_wants_a_source_and_numbers_that_can_be(wajo: Desk) -> None:
    kind = places.Kind.PPK
    for told, words in (
        ({"count": 5}, "sumbernya"),
        ({"count": 5, "total": 4, "source": "camat"}, "lebih besar"),
        ({"count": 5, "damaged": 6, "source": "camat"}, "lebih banyak"),
        ({"count": 5, "source": "camat", "item": "org.kpps"}, "org.kpps"),
    ):
        with pytest.raises(errors.Refused, match=words):
            stock_reports.report_stock(wajo, BELAWA, kind, **told)  # type: ignore[arg-type]
    with pytest.raises(errors.Refused, match="bukan tahap"):
        stock_reports.report_stock(wajo, BELAWA, places.Kind.POSKO, 5, source="camat")
    made = stock_reports.report_stock(wajo, BELAWA, kind, 5, source="camat")
    stock_reports.delete_report(wajo, made)
    with wajo.reading() as connection:
        assert shipment_list.reports(connection, settings.event_code(wajo), BELAWA) == []
