# SPDX-License-Identifier: Apache-2.0
"""Packages as an office makes them that does not keep to the rules: signed and sealed well, with whatever in them."""

import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk_app.exchange import contents, manifest, package, segments, signatures
from desk_app.journal import streams
from desk_app.journal.streams import Scope
from desk_app.operations.desk import Desk


def write(
    path: Path,
    source: Desk,
    target: Desk,
    *,
    seed: bytes = b"",
    number: int = 1,
    package_id: bytes = b"",
    kind: manifest.Kind = manifest.Kind.DATA,
    named: dict[str, str] | None = None,
    **rides: Any,
) -> Path:
    """A package of one volume from an office, or from somebody else (`seed`) who calls himself so.

    `named`: what the manifest says of the sender instead; `rides`: what is in it.
    """
    one = source.identity
    seed, package_id = seed or one.seed, package_id or secrets.token_bytes(16)
    key = signatures.public(seed)
    sender = manifest.Sender(key, one.name, one.level, one.place, one.replica, one.short, one.recipient)
    carried = contents.Contents(key, package_id, **rides)
    to = target.identity
    [data] = package.volumes(
        list(package.seal_up(contents.pack(carried), recipients=[to.recipient])),
        seed,
        replace(sender, **named) if named else sender,
        kind=kind,
        package_id=package_id,
        to=[(to.place, to.public)],
        number=number,
        clock=source.now(),
        version="0",
    )
    path.write_bytes(data)
    return path


def run(seed: bytes, replica: bytes, scope: Scope, *bodies: bytes) -> segments.Segment:
    """Changes of a stream from its beginning, sealed by whoever has the seed."""
    stream, rolling = streams.stream_id(replica, scope), streams.advance_all(streams.START, bodies)
    text = streams.seal_text(stream, replica, scope, len(bodies), rolling)
    seal = segments.make_seal(seed, text, len(bodies), rolling)
    return segments.Segment(stream, replica, scope, 1, streams.START, bodies, seal)
