# SPDX-License-Identifier: Apache-2.0
"""A package opened for this office, or why it is of no use here; what sender and package are known by."""

import hashlib
from pathlib import Path

from desk_app.data import attachments_travelling, meta, parcels
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.domain import errors, words
from desk_app.exchange import cards, contents, manifest, package
from desk_app.operations import trust, vouching
from desk_app.operations.desk import Desk

N_ = words.N_


def called(connection: Connection, head: manifest.Manifest) -> tuple[str, str]:
    """Name and place of a sender: those on its card, or what it says of itself where nobody vouches for it."""
    card = trust_rows.card_of(connection, head.sender.key)
    return (head.sender.name, head.sender.place) if card is None else (card.name, card.place)


def is_already_in(connection: Connection, head: manifest.Manifest) -> bool:
    if head.kind is manifest.Kind.PHOTO:
        return attachments_travelling.was_taken(connection, package_id(head))
    return parcels.find(connection, parcel_id(head)) is not None


def request_in(path: Path) -> tuple[manifest.Manifest, cards.Card, tuple[cards.Root, ...]]:
    """The request of an office to be believed, and its code by `package_making.code_of(card.key)`. Raises Refused."""
    sealed = package.read(path)
    if sealed.manifest.kind is not manifest.Kind.CARD:
        raise errors.Refused(N_("{file} bukan permintaan bergabung."), file=path.name)
    carried = package.unseal(sealed)
    return sealed.manifest, _own_request(sealed.manifest, carried), carried.roots


def opened(desk: Desk, sealed: package.Sealed) -> contents.Contents:
    head = sealed.manifest
    fault = unusable(desk, head)
    if fault:
        raise errors.Refused(fault, sender=head.sender.name)
    return package.unseal(sealed, secrets=_secrets(desk))


def _secrets(desk: Desk) -> list[str]:
    """The box secrets of this office, older ones too."""
    with desk.reading() as connection:
        older = meta.read(connection).get("older_boxes", b"").decode().split()
    return [desk.identity.box, *older]


def unusable(desk: Desk, head: manifest.Manifest) -> str:
    """Why a whole package is of no use here, a msgid; "" if it is."""
    match head.kind:
        case manifest.Kind.READY:
            return N_("Berkas siap untuk membuat kantor baru: buka dari layar awal program di komputer kantor itu.")
        case manifest.Kind.CARD:
            return N_("Permintaan bergabung: buka lewat Daftar kantor.")
    if not head.is_for(desk.identity.place, desk.identity.public) and head.sender.key != desk.identity.public:
        return N_("Kiriman ini untuk kantor lain.")
    return ""


def accept_sender(desk: Desk, head: manifest.Manifest, carried: contents.Contents) -> None:
    with desk.reading() as connection:
        known = trust.author(connection, desk.identity, head.sender.key)
    if known is None:
        vouching.accept(desk, carried.roots, _own_request(head, carried))


def _own_request(head: manifest.Manifest, carried: contents.Contents) -> cards.Card:
    """The sender's own description of itself; one made from its authority's card serves as well."""
    mine = [one for one in carried.cards if one.key == head.sender.key and one.holds()]
    if not mine:
        raise errors.Refused(
            N_("“{sender}” tidak menyertakan keterangan kantornya. Minta permintaan bergabung dari kantor itu."),
            sender=head.sender.name,
        )
    return max(mine, key=lambda one: one.is_request)


def parcel_id(head: manifest.Manifest) -> bytes:
    """One line in the register for each volume of each package."""
    return hashlib.sha256(package_id(head) + head.volume.to_bytes(4, "big")).digest()[:16]


def package_id(head: manifest.Manifest) -> bytes:
    """What a package is known by here. Its id is its sender's choice: another could take the same one."""
    return hashlib.sha256(head.sender.key + head.id).digest()[:16]
