# SPDX-License-Identifier: Apache-2.0
"""What of the packages that lie there is to be put in, and what the button will do, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.operations import intake
from ui.widgets import parcel_card


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be put in: packages, compared codes of new offices, blocks typed from paper, what is carried on."""

    offered: tuple[intake.Offered, ...]
    accepted: frozenset[str]
    typed: dict[str, dict[int, str]]
    along: tuple[intake.Offered, ...]


def sentences(
    chosen: Chosen, cards: Sequence[parcel_card.ParcelCard], offered: Sequence[intake.Offered]
) -> list[str]:
    """What the button will do, or why there is nothing for it to do."""
    told = []
    parcels = [one for one in chosen.offered if one.state is intake.State.USABLE]
    if parcels:
        told.append(_("{count} kiriman akan dimasukkan. Backup dibuat dahulu.").format(count=len(parcels)))
    if len(chosen.offered) > len(parcels):
        count = len(chosen.offered) - len(parcels)
        told.append(_("{count} kantor akan didaftarkan.").format(count=count))
    if chosen.along:
        told.append(_("{count} titipan untuk kantor lain ikut dibawa.").format(count=len(chosen.along)))
    if chosen.offered:
        return told
    usable = [card for card in cards if card.offered.usable]
    broken = sum(card.offered.state in (intake.State.BROKEN, intake.State.NEWER) for card in cards)
    if any(card.compared is not None and not card.compared.isChecked() for card in usable):
        told.append(_("Cocokkan dahulu kode kantor yang baru."))
    elif any(card.lacks_paper for card in usable):
        told.append(_("Ketik dahulu blok kode dari berita acara serah terima."))
    elif usable:
        told.append(_("Centang kiriman yang akan dimasukkan."))
    elif broken:
        words = _("{count} berkas tidak dapat dipakai. Sebabnya dan yang perlu dilakukan tertulis di atas.")
        told.append(words.format(count=broken))
    elif not told and any(one.state is intake.State.READY for one in offered):
        told.append(_("Berkas siap dibuka di komputer kantor yang dituju, bukan di sini."))
    elif not told and all(one.state is intake.State.OWN for one in offered):
        told.append(_("Di sini hanya ada berkas buatan kantor ini sendiri."))
    elif not told:
        told.append(_("Semua kiriman di sini sudah pernah dimasukkan."))
    return told


def why_empty(offered: intake.Offered | None) -> tuple[str, str]:
    """Why there is nothing to read of a package."""
    if offered is None:
        return _("Pilih satu kiriman"), _("Isinya tampil di sini sebelum dimasukkan.")
    if offered.outcome is not None and offered.outcome.received:
        return _("Tidak ada isian baru"), _("Kiriman ini membawa tanda terima saja. Masukkan, supaya tercatat.")
    return _("Tidak ada isian baru"), _("Semua isian dalam kiriman ini sudah ada di sini.")
