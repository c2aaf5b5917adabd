# SPDX-License-Identifier: Apache-2.0
"""What papers of figures share: words of the region, the sheet, who signs, and a paper that nobody signs."""

from desk_app.domain import places
from desk_app.operations import change_settings, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import check_code, document
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE, TEMPE_VILLAGE
from tests.small_offices import NOW


def test_the_words_of_a_frame(wajo: Desk) -> None:
    held = framing.frame(wajo, asking.Asked(report="kesiapan", as_of=NOW, area=TEMPE))
    assert (held.region, held.office.within) == ("Kecamatan Tempe", "Kabupaten Wajo")
    assert held.unit(places.Level.DISTRICT) == "Kecamatan"
    assert held.unit(places.Level.VILLAGE, [TEMPE_VILLAGE]) == "Kelurahan"
    assert held.villages() == "Desa/Kel."


def test_who_signs_and_what_is_asked(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"city": "Sengkang"})
    no = signatories.add_signatory(wajo, {"office": "Sekretaris Daerah", "person": "Andi Contoh"})
    paper = shown.made(wajo, "kesiapan", number="100/2/2024")
    assert paper.signatory == signatories.signatory(wajo, no).label
    assert "NOMOR: 100/2/2024" in shown.said(paper)
    assert "Sengkang, 13 Februari 2024" in shown.said(paper)
    assert "NOMOR: ...." in shown.said(shown.made(wajo, "kesiapan"))


def test_a_list_that_nobody_signs_has_no_kop(wajo: Desk) -> None:
    paper = shown.made(wajo, "lembar-kecamatan", area=TEMPE)
    assert paper.document.head is None
    assert not any(isinstance(block, document.SignatureBlock) for block in paper.document.blocks)
    assert paper.signatory == ""
    assert paper.code == check_code.of(paper.document)


def test_the_same_moment_gives_the_same_bytes(wajo: Desk) -> None:
    tables = "kesiapan tps-rawan posisi-logistik laporan-bulanan laporan-situasi indikator psu"
    for report in tables.split():
        first, again = (shown.made(wajo, report, as_of=NOW).pdf() for _ in range(2))
        assert first == again, report
