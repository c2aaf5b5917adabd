# SPDX-License-Identifier: Apache-2.0
"""Made-up papers of the exchange: packages between Tempe, Belawa and Kabupaten Wajo, offices instead of people."""

import dataclasses
from datetime import date, datetime, timedelta

from desk_app.reports import (
    clarification_record,
    handover,
    office_silence,
    pages,
    parcel_words,
    ready_slips,
    receipt,
    spare_key,
)
from tests.reports import samples

CODE = "7K3F-9QXM-22AD-PVTB-WWMM-J2J3-H8RD-5ZPE"
SECRET = "ABCDE-FGHJK-MNPQR-STUVW-XYZ23-4"
MOMENT = datetime(2024, 2, 13, 16, 5)
LONG = samples.LONG_NAME


def made_handover(paper: str = "A4", **changes: object) -> handover.Handover:
    value = handover.Handover(
        office=samples.OFFICE,
        package=15,
        sender=parcel_words.Party("Desk Pemilu Kecamatan Tempe", "Contoh Operator, S.Kom.", "Operator Desk Kecamatan"),
        receiver=parcel_words.Party("Desk Pemilu Kabupaten Wajo"),
        at=MOMENT,
        code=CODE,
        files=(
            handover.File("TEMPE-WAJO-000015-001of002.desk", 1, 2, 61_440),
            handover.File("TEMPE-WAJO-000015-002of002.desk", 2, 2, 1_234_567, photos=True),
        ),
        contents=(
            handover.Content("Isian kesiapan", 1_041, 6),
            handover.Content("Permasalahan", 2, 1),
            handover.Content("Tindak lanjut", 3, 0),
        ),
        controls=handover.Controls(6, 834, 876, 1_047, 3),
        page=pages.setup(paper),
        way=parcel_words.Way.FLASHDISK,
        place="Sengkang",
        head=samples.setda_head(samples.png()),
    )
    return dataclasses.replace(value, **changes)  # type: ignore[arg-type]


def made_receipt(paper: str = "A4", **changes: object) -> receipt.DataReceipt:
    value = receipt.DataReceipt(
        office=samples.OFFICE,
        sender="Desk Pemilu Kecamatan Belawa",
        package=14,
        code=CODE,
        at=MOMENT,
        kinds=(
            receipt.KindCount("Isian kesiapan", 41, 6, 1_200),
            receipt.KindCount("Permasalahan", 2, 0, 7),
        ),
        signature=samples.SIGNATURE,
        page=pages.setup(paper),
        phone_code="0014-ABCD-EFGH",
        way=parcel_words.Way.FLASHDISK,
        files=2,
        apart=(receipt.Held("Kantor yang belum dikenal", 12, "kode kantor belum dicocokkan lewat telepon"),),
        waiting=(receipt.Held("Desk Pemilu Kecamatan Belawa", 9, "kiriman ke-13 belum diterima"),),
        disputes=("TPS 005 Kel. Maddukkelleng: DPT laki-laki", "TPS 007 Desa Sappa: alamat"),
        missing=(receipt.Missing("Desk Pemilu Kecamatan Belawa", (9, 10, 11, 13)),),
        head=samples.setda_head(samples.png()),
    )
    return dataclasses.replace(value, **changes)  # type: ignore[arg-type]


def full_receipt(paper: str = "A4", *, name: str = LONG) -> receipt.DataReceipt:
    """A receipt with more of everything than a page can hold."""
    return made_receipt(
        paper,
        sender=f"Desk Pemilu Kecamatan {name}",
        kinds=tuple(receipt.KindCount(f"{name} {place}", 10_000 + place, place, place) for place in range(30)),
        apart=tuple(receipt.Held(f"Kantor {name}", place, f"{name} " * 6) for place in range(300)),
        waiting=tuple(receipt.Held(f"Kantor {name}", place, f"{name} " * 6) for place in range(300)),
        disputes=tuple(f"TPS {place:03d} {name}: DPT laki-laki" for place in range(300)),
        missing=tuple(receipt.Missing(f"Desk Pemilu Kecamatan {name}", tuple(range(1, 300, 2))) for _ in range(40)),
    )


def sides(place: int, name: str = "Tempe") -> tuple[clarification_record.Side, ...]:
    return (
        clarification_record.Side(
            str(280 + place % 9), f"Kecamatan {name}", "Operator 2", datetime(2024, 2, 12, 14, 10)
        ),
        clarification_record.Side(str(290 + place % 7), "Kabupaten Wajo", "Operator 1", datetime(2024, 2, 13, 9, 5)),
    )


def made_record(
    paper: str = "A4", settled: int = 3, unsettled: int = 1, name: str = "Maddukkelleng", **changes: object
) -> clarification_record.ClarificationRecord:
    value = clarification_record.ClarificationRecord(
        office=samples.OFFICE,
        day=date(2024, 2, 13),
        as_of=MOMENT,
        settled=tuple(
            clarification_record.Settled(
                f"TPS {place + 1:03d} Kel. {name}, Kec. Tempe",
                "DPT laki-laki",
                sides(place),
                str(290 + place % 7),
                "Operator 1 Kabupaten",
                datetime(2024, 2, 13, 10, place % 60),
                "Salinan DPT yang ditandatangani PPS" if place % 2 == 0 else "",
            )
            for place in range(settled)
        ),
        unsettled=tuple(
            clarification_record.Unsettled(f"TPS {place + 31:03d} Kel. {name}, Kec. Tempe", "Alamat", sides(place))
            for place in range(unsettled)
        ),
        signature=samples.SIGNATURE,
        page=pages.setup(paper),
        place="Sengkang",
        head=samples.setda_head(samples.png()),
    )
    return dataclasses.replace(value, **changes)  # type: ignore[arg-type]


def made_slips(paper: str = "A4", count: int = 6, name: str = "", **changes: object) -> ready_slips.ReadySlips:
    value = ready_slips.ReadySlips(
        office=samples.OFFICE,
        day=date(2024, 1, 8),
        slips=tuple(
            ready_slips.ReadySlip(
                f"Desk Pemilu Kecamatan {name or samples.DISTRICTS[place % 14][0]}",
                f"SIAP-WAJO-{731_301 + place}.desk",
                SECRET,
            )
            for place in range(count)
        ),
        page=pages.setup(paper),
    )
    return dataclasses.replace(value, **changes)  # type: ignore[arg-type]


def made_key(paper: str = "A4", **changes: object) -> spare_key.SpareKey:
    value = spare_key.SpareKey(
        office=samples.OFFICE,
        secret="7K3F-9QXM-22AD-PVTB-WWMM-J2J3-H8RD-5ZPE-7K3F-9QXM-22AD-PVTB-WWMM",
        day=date(2024, 1, 8),
        holder=parcel_words.Party(
            "Sekretariat Daerah", "Ir. Contoh Pejabat, M.Si.", "Sekretaris Daerah Kabupaten Wajo"
        ),
        maker=parcel_words.Party("Desk Pemilu Kabupaten Wajo", "", "Operator 1"),
        page=pages.setup(paper),
        place="Sengkang",
        head=samples.setda_head(samples.png()),
    )
    return dataclasses.replace(value, **changes)  # type: ignore[arg-type]


def made_silence(paper: str = "A4", count: int = 3, name: str = "", **changes: object) -> office_silence.OfficeSilence:
    rows = []
    for place in range(count):
        called = name or samples.DISTRICTS[place % 14][0]
        if place == 0:
            rows.append(office_silence.SilentOffice(called))
        else:
            last = MOMENT - timedelta(hours=7 * place)
            rows.append(
                office_silence.SilentOffice(called, 20 - place % 10, last, "Sekretaris Camat", "0812 0000 0000")
            )
    value = office_silence.OfficeSilence(
        office=samples.OFFICE,
        as_of=MOMENT,
        silent=tuple(rows),
        whole=max(14, count),
        page=pages.setup(paper),
        due=datetime(2024, 2, 13, 15),
        head=samples.setda_head(samples.png()),
    )
    return dataclasses.replace(value, **changes)  # type: ignore[arg-type]
