# SPDX-License-Identifier: Apache-2.0
"""What the papers of one package say: the handover sheet where it was made, the receipt where it came in."""

from dataclasses import dataclass
from datetime import date

from desk_app.base.text import _
from desk_app.data import parcels
from desk_app.domain import errors, words
from desk_app.operations import (
    days,
    import_outcome,
    kept_receipts,
    outgoing,
    parcel_contents,
    parcel_register,
    printing_office,
    settings,
    signatories,
    values,
)
from desk_app.operations.desk import OUTBOX, Desk
from desk_app.reports import document, handover, parcel_words, receipt, signature

N_ = words.N_

OPERATOR = "Operator Desk"

WAYS = {way.name.lower(): way for way in parcel_words.Way}
"""How a package was carried, by what is typed on the command line."""

REASONS = {
    "unknown": "kantor itu belum terdaftar di sini",
    "revoked": "pendaftaran kantor itu sudah dicabut",
    "scope": "di luar wilayah kantor itu",
    "replicas": "kantor itu menulis dari terlalu banyak salinan data",
}
"""Why something is kept apart (`judging`), on paper."""

UNKNOWN_OFFICE = "Kantor yang belum dikenal"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is settled before the paper is gathered. `package`: its id as hexadecimal, "" for the newest one."""

    package: str
    paper: str
    number: str | None
    way: str = ""
    carrier: str = ""
    signer: signatories.SignatoryRow | None = None
    by_operator: bool = True


def sent(desk: Desk, package: str) -> tuple[parcels.Parcel, ...]:
    """The volumes of a package made here, of the newest one for "". Raises NotFound."""
    return _volumes(desk, package, "out", N_("Kiriman itu tidak dibuat di komputer ini."))


def received(desk: Desk, package: str) -> tuple[parcels.Parcel, ...]:
    """The volumes of a package that came in here, of the newest one for "". Raises NotFound."""
    return _volumes(desk, package, "in", N_("Kiriman itu belum diterima di komputer ini."))


def gather_handover(desk: Desk, asked: Setting, code: str) -> handover.Handover:
    """The sheet of a package that was made here. Raises NotFound."""
    volumes = sent(desk, asked.package)
    first = volumes[0]
    at = days.local(desk, first.at)
    files = [desk.folder / OUTBOX / one.file for one in volumes]
    kept = all(path.is_file() for path in files)
    held = parcel_contents.of_files(desk, files) if kept else None
    return handover.Handover(
        office=printing_office.office(desk),
        package=first.number,
        sender=parcel_words.Party(desk.identity.name, desk.operator.name, OPERATOR),
        receiver=parcel_words.Party(outgoing.office_name(desk, first.place)),
        at=at,
        code=code,
        files=tuple(
            handover.File(one.file, one.volume, one.volumes, path.stat().st_size if kept else None)
            for one, path in zip(volumes, files, strict=True)
        ),
        contents=_contents(held),
        controls=_controls(held, volumes),
        page=printing_office.page_setup(desk, asked.paper),
        way=_way(asked.way),
        carrier=asked.carrier.strip(),
        place=settings.get(desk, "city").strip(),
        number=asked.number or None,
        head=printing_office.kop(desk, asked.signer),
    )


def gather_receipt(desk: Desk, asked: Setting, code: str) -> receipt.DataReceipt:
    """The receipt of a package that came in, as it was at the import. Raises NotFound."""
    volumes = received(desk, asked.package)
    first = volumes[0]
    last = max(volumes, key=lambda one: one.at)
    at = days.local(desk, last.at)
    told = kept_receipts.joined(found for one in volumes if (found := kept_receipts.read(one.told)) is not None)
    whole = len(volumes) >= first.volumes
    speaker = values.Speaker(desk)
    return receipt.DataReceipt(
        office=printing_office.office(desk),
        sender=first.office_name,
        package=first.number,
        code=code,
        at=at,
        kinds=_kinds(told),
        signature=_signature(desk, asked, at.date()),
        page=printing_office.page_setup(desk, asked.paper),
        phone_code=parcel_register.spoken_receipt(desk, first.package.hex()) if whole else "",
        way=_way(asked.way),
        files=len(volumes),
        apart=_apart(told),
        waiting=_waiting(first, told),
        disputes=tuple(
            f"{speaker.title(kind, title).replace(' · ', ', ')}: {_(label)}" for kind, title, label in told.disputes
        ),
        disputed=told.disputed,
        missing=(receipt.Missing(first.office_name, told.missing),) if told.missing else (),
        lacking=tuple(sorted(set(range(1, first.volumes + 1)) - {one.volume for one in volumes})),
        number=asked.number or None,
        head=printing_office.kop(desk, asked.signer),
    )


def _volumes(desk: Desk, package: str, direction: str, missing: str) -> tuple[parcels.Parcel, ...]:
    with desk.reading() as connection:
        wanted = _id(package)
        if not package:
            newest = parcels.newest(connection, direction)
            wanted = newest.package if newest is not None else b""
        found = [one for one in parcels.of_package(connection, wanted) if one.direction == direction]
    if not found:
        raise errors.NotFound(missing)
    return tuple(found)


def _id(package: str) -> bytes:
    try:
        return bytes.fromhex(package.strip())
    except ValueError:
        raise errors.Refused(N_("“{text}” bukan tanda kiriman. Lihat `packages`."), text=package) from None


def _way(typed: str) -> parcel_words.Way | None:
    if not typed:
        return None
    if typed not in WAYS:
        raise errors.Refused(
            N_("Cara “{text}” tidak dikenal. Yang ada: {known}."), text=typed, known=", ".join(sorted(WAYS))
        )
    return WAYS[typed]


def _signature(desk: Desk, asked: Setting, day: date) -> document.SignatureBlock:
    """Who took it in: the operator, unless another one is to sign or the pen."""
    if asked.signer is None and asked.by_operator:
        city = settings.get(desk, "city").strip()
        party = parcel_words.Party(desk.identity.name, desk.operator.name, OPERATOR)
        return parcel_words.side(party, "Yang menerima,", signature.signed_at(city, day))
    return printing_office.signature_block(desk, asked.signer, day)


def _contents(held: parcel_contents.Contents | None) -> tuple[handover.Content, ...]:
    if held is None:
        return (handover.Content("Rincian tidak tersimpan lagi di komputer ini", None, None),)
    label = import_outcome.kind_label
    return tuple(handover.Content(_(label(name)), new, changed) for name, new, changed in held.kinds)


def _controls(held: parcel_contents.Contents | None, volumes: tuple[parcels.Parcel, ...]) -> handover.Controls:
    changes = sum(int(one.counts) for one in volumes if one.counts.isdigit())
    if held is None:
        return handover.Controls(entries=changes)
    return handover.Controls(
        stations=held.stations,
        male=held.male,
        female=held.female,
        entries=changes,
        others=(("Jumlah angka isian kesiapan", held.numbers),),
    )


def _kinds(told: kept_receipts.Told) -> tuple[receipt.KindCount, ...]:
    kinds = [receipt.KindCount(_(import_outcome.kind_label(name)), new, changed) for name, new, changed in told.kinds]
    if told.known:
        kinds.append(receipt.KindCount("Isian yang sudah ada di sini", 0, 0, told.known))
    return tuple(kinds)


def _apart(told: kept_receipts.Told) -> tuple[receipt.Held, ...]:
    held = [
        receipt.Held(office or UNKNOWN_OFFICE, many, REASONS.get(reason, reason)) for reason, office, many in told.apart
    ]
    return (*held, *(receipt.Held("Disisihkan", None, why) for why in told.aside))


def _waiting(first: parcels.Parcel, told: kept_receipts.Told) -> tuple[receipt.Held, ...]:
    if not told.waiting:
        return ()
    why = f"kiriman {parcel_words.numbers(told.missing)} belum diterima" if told.missing else "kiriman lain belum tiba"
    return (receipt.Held(first.office_name, told.waiting, why),)
