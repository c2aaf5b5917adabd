# SPDX-License-Identifier: Apache-2.0
"""Commands of the registers: answer."""

import argparse

from desk_app.base.text import _
from desk_app.commands import frame
from desk_app.operations import answers, checklist_pages
from desk_app.operations.desk import Desk


def add_to(subparsers: frame.Subparsers) -> None:
    _add_answer(subparsers)


def _add_answer(subparsers: frame.Subparsers) -> None:
    answer = frame.add(subparsers, "answer", _answer, _("isi satu butir kesiapan"))
    answer.add_argument("station", metavar="TPS", help=_("73.13.06.1001-005, 13 angka, atau 73.13/gudang"))
    answer.add_argument(
        "item", metavar="BUTIR", help=_("kode butir, seperti log.tinta; “-” menampilkan semua")
    )
    answer.add_argument("value", metavar="NILAI", nargs="?", default=None, help=_("S, B, T, atau jumlah"))
    answer.add_argument("--note", default=None, metavar="CATATAN", help=_("catatan"))


def _answer(options: argparse.Namespace) -> int:
    with frame.opened(options) as desk:
        if options.item == "-" or (options.value is None and options.note is None):
            _show_page(desk, options.station)
            return 0
        if options.value is None:
            record = answers.set_note(desk, options.station, options.item, options.note)
        else:
            record = answers.set_answer(desk, options.station, options.item, options.value, note=options.note)
        page = checklist_pages.checklist_page(desk, options.station)
    frame.say(
        _("Tersimpan: {title}, butir {item}, catatan nomor {record}").format(
            title=page.title, item=options.item, record=record
        )
    )
    return 0


def _show_page(desk: Desk, subject: str) -> None:
    page = checklist_pages.checklist_page(desk, subject)
    frame.say(f"{page.title} · {page.answered}/{page.required} {page.state.symbol} {_(page.state.label)}")
    frame.table(
        [_("kode"), _("butir"), _("isian"), _("perlu"), _("keterangan")],
        [
            (item.code, item.label, item.value, item.needed, frame.sentence(item.judgement))
            for item in page.items
        ],
    )


