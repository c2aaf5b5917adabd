# SPDX-License-Identifier: Apache-2.0
"""Making an office: its folder, keys, database, first operator, and the regions and election it works on."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from desk_app.base import clock, paths
from desk_app.data import database, keys, meta, migrations, unit_of_work
from desk_app.data import trust as trust_rows
from desk_app.domain import errors, localities, places, records, regions, words
from desk_app.exchange import boxes, signatures
from desk_app.journal import streams
from desk_app.operations import authority_root, elections, settings, standing, trust
from desk_app.operations.desk import DATABASE, Desk, lock_folder, rehearsal_clock
from desk_app.operations.transact import transact

N_ = words.N_


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What the first-run wizard asks. `place`: region code of the office; `event`: a template's code."""

    place: str
    event: str
    operator: str
    password: str
    desk_name: str = ""
    short: str = ""
    with_master_data: bool = True
    """Whether this office writes regions and election itself (a kabupaten does; a kecamatan receives them)."""
    same_office: tuple[bytes, str] | None = None
    """Seed and box secret of an office that this is another computer of."""
    rehearsal_day: int | None = None
    """Midnight (seconds UTC) of the day a demonstration is set in: its clock always says that day."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new office, open, and the secret for its recovery sheet, shown once."""

    desk: Desk
    recovery_secret: str


def region_index() -> regions.Index:
    """The packed table of all regions of Indonesia."""
    return regions.read_index(paths.resource_bytes("regions", "regions.bin"))


def create_office(
    folder: Path, asked: NewOffice, *, now: clock.Clock = clock.now, key_memory: int = keys.MEMORY
) -> Made:
    """Make an office in a new or empty folder. Raises Refused; a folder with an office is never touched."""
    place = places.parse_code(asked.place)
    level = places.level_of(place)
    if level is places.Level.VILLAGE:
        raise errors.Refused(N_("Kantor desk ada di kecamatan, kabupaten/kota atau provinsi, bukan desa."))
    if not asked.operator.strip():
        raise errors.Refused(N_("Isi nama operator."))
    if (folder / DATABASE).exists() or (folder / keys.FILE).exists():
        raise errors.Refused(N_("Di {folder} sudah ada kantor."), folder=folder)
    index = region_index()
    name = asked.desk_name or _desk_name(index, place)
    data_key = keys.new_data_key()
    recovery = keys.new_recovery_secret()
    account = keys.wrap("account", 1, asked.operator.strip(), asked.password, data_key, memory=key_memory)
    sheet = keys.wrap("recovery", 0, "", keys.plain_recovery_secret(recovery), data_key, memory=key_memory)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise errors.Refused(
            N_("Folder {folder} tidak dapat dibuat: {reason}."), folder=folder, reason=fault.strerror or str(fault)
        ) from fault
    lock = lock_folder(folder)
    try:
        store = database.Database(folder / DATABASE, data_key, create=True)
        identity = _new_identity(asked, place, name, index)
        with store.writing() as connection:
            migrations.create(connection)
            values = meta.identity_values(identity) | {"derived": standing.fingerprint()}
            if asked.rehearsal_day is not None:
                values["rehearsal_day"] = str(asked.rehearsal_day).encode()
            trust_rows.bind_replica(connection, identity.replica, identity.public)
            if trust.is_authority(identity) and asked.same_office is None:
                values |= authority_root.found_authority(connection, identity, rehearsal_clock(values, now)())
            meta.write(connection, values)
        keys.save(keys.Ring((account, sheet)), folder)
    except BaseException:
        lock.release()
        raise
    desk = Desk(folder, store, identity, account, data_key, lock, rehearsal_clock(values, now))
    transact(desk, N_("Kantor dibuat"), lambda unit: _first_records(unit, desk, asked, index), kind="setup")
    return Made(desk, recovery)


def _new_identity(asked: NewOffice, place: str, name: str, index: regions.Index) -> meta.Identity:
    if asked.same_office is None:
        seed, box = secrets.token_bytes(authority_root.SEED), boxes.new_key().secret
    else:
        seed, box = asked.same_office
    public = signatures.public(seed)
    return meta.Identity(
        place=place,
        level=places.level_of(place).value,
        name=name,
        short=asked.short or _short(index, place),
        replica=streams.replica_id(public, secrets.token_bytes(streams.REPLICA_BYTES)),
        seed=seed,
        public=public,
        box=box,
        recipient=boxes.recipient_of(box),
        series="" if asked.same_office is None else meta.new_series(),
    )


def _first_records(unit: unit_of_work.Unit, desk: Desk, asked: NewOffice, index: regions.Index) -> None:
    one = desk.identity
    if asked.same_office is None:  # another computer does it once it holds what the first one has said
        announce_office(unit, one)
    unit.put(
        records.OPERATOR,
        (one.place, one.replica.hex(), 1),
        {"name": asked.operator.strip(), "role": "admin"},
    )
    settings.put(unit, one.place, "event", asked.event)
    if asked.with_master_data:
        write_master_data(unit, one.place, asked.event, index)


def announce_office(unit: unit_of_work.Unit, one: meta.Identity) -> None:
    """Say in the journal which office this is and which replica writes for it."""
    unit.put(
        records.OFFICE,
        (one.place, one.code),
        {"name": one.name, "level": one.level, "key": one.public, "replica": one.replica, "short": one.short},
    )


def write_master_data(unit: unit_of_work.Unit, place: str, event: str, index: regions.Index) -> None:
    """Write the regions below the office (and itself) and, for a kabupaten, the election, into the journal."""
    chosen = elections.event(unit.connection, event, place)
    source = index.version
    own = [region for region in regions_below(index, place) if places.is_within(region.code, place)]
    unit.put_many(
        records.REGION,
        (
            ((chosen.code, region.code), {"name": region.name, "kind": region.kind.value, "source": source})
            for region in own
        ),
    )
    if places.level_of(place) is places.Level.REGENCY and not elections.is_written(unit.connection, place, event):
        elections.write_election(unit, place, chosen, source)


def regions_below(index: regions.Index, place: str) -> list[regions.Region]:
    """The regions of the regency that a place lies in, or of the wider region itself, in the order of codes."""
    regency = places.regency_of(place)
    if regency is not None:
        return [regions.find(index, regency), *regions.regions_of(index, regency)]
    if place == places.NATION:
        return list(regions.all_regions(index))
    found = [regions.find(index, place)]
    for one in regions.regencies_of(index, place):
        found.append(one)
        found.extend(regions.regions_of(index, one.code))
    return found


def _desk_name(index: regions.Index, place: str) -> str:
    if place == places.NATION:
        return "Desk Pemilu Nasional"
    region = regions.find(index, place)
    level = places.level_of(place)
    if level is places.Level.DISTRICT:
        regency = regions.find(index, place[:5])
        district = localities.words_for(place, regency.kind).district
        return f"Desk Pemilu {district} {region.name}"
    if level is places.Level.REGENCY:
        return f"Desk Pemilu {localities.words_for(place, region.kind).regency} {region.name}"
    return f"Desk Pemilu Provinsi {region.name}"


def _short(index: regions.Index, place: str) -> str:
    """A short code for register numbers: WAJ; TEM06 for a kecamatan, whose number tells namesakes apart."""
    if place == places.NATION:
        return "NAS"
    letters = [letter for letter in regions.find(index, place).name.upper() if "A" <= letter <= "Z"]
    number = place[6:] if places.level_of(place) is places.Level.DISTRICT else ""
    return "".join(letters[:3]) + number
