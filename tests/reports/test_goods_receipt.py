# SPDX-License-Identifier: Apache-2.0
"""Tanda Terima Barang: goods, hours, papers and two signatures; what is not known stays for the pen."""

from dataclasses import replace
from datetime import datetime

from desk_app.reports import goods_receipt
from desk_app.reports.goods_receipt import Goods, GoodsReceipt
from tests.reports import exchange_samples, pages_read


def sample() -> GoodsReceipt:
    other = exchange_samples.made_receipt("F4")
    return GoodsReceipt(
        office=other.office,
        origin="Gudang KPU, Kabupaten Wajo",
        destination="PPK, Kecamatan Belawa",
        goods=(
            Goods("Kotak suara PPWP", "buah", 64, 64, 2, 1),
            Goods("Surat suara PPWP", "lembar", 17_204, None, note="dihitung di PPK"),
        ),
        page=other.page,
        at=datetime(2024, 2, 12, 16, 5),
        sent_at=datetime(2024, 2, 12, 7, 0),
        waybill="SJ/014/KPU/II/2024",
        receipt="BTTB/003",
        carrier="Dinas Perhubungan",
        vehicle="truk DW 8123 AB",
        received_by="Ketua PPK Belawa",
    )


def test_it_names_goods_numbers_papers_and_who_signs() -> None:
    [page] = pages_read.texts(goods_receipt.build(sample()))
    for said in (
        "TANDA TERIMA BARANG",
        "BTTB/003",
        "SJ/014/KPU/II/2024",
        "Gudang KPU, Kabupaten Wajo",
        "PPK, Kecamatan Belawa",
        "Kotak suara PPWP buah 64 64 2 1",
        "Surat suara PPWP lembar 17.204",
        "dihitung di PPK",
        "Dinas Perhubungan, truk DW 8123 AB",
        "Yang menyerahkan,",
        "Yang menerima,",
        "Ketua PPK Belawa",
        "tidak menggantikan BTTB",
    ):
        assert said in page
    assert "Tiba" not in page


def test_a_long_list_goes_on_to_the_next_page_and_an_empty_one_says_so() -> None:
    many = tuple(Goods(f"Barang {number}", "buah", number, number) for number in range(80))
    told = pages_read.texts(goods_receipt.build(replace(sample(), goods=many)))
    assert len(told) > 1
    assert "Barang 79" in " ".join(told)
    [page] = pages_read.texts(goods_receipt.build(replace(sample(), goods=())))
    assert "Belum ada barang" in page
