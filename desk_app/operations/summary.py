# SPDX-License-Identifier: Apache-2.0
"""The figures of an office at a glance, for the command line, checks and support."""

from dataclasses import dataclass

import desk_app
from desk_app.base.text import _
from desk_app.data import parcels, totals, trust
from desk_app.journal import digest
from desk_app.operations import checking, elections, settings
from desk_app.operations.desk import Desk

DistrictRow = totals.DistrictRow


@dataclass(frozen=True, slots=True)
class Summary:
    """What an office holds. `counts`: living records by kind; `digest`: hexadecimal, over everything held."""

    version: str
    office: str
    place: str
    level: str
    event: str
    voting_day: str
    districts: tuple[DistrictRow, ...]
    villages: int
    stations: int
    male: int
    female: int
    voters: int
    most_voters_in_a_station: int
    counts: dict[str, int]
    changes: int
    disagreements: int
    packages: int
    offices_known: int
    digest: str

    def rows(self) -> list[tuple[str, str]]:
        """Name and value of each figure, in words."""
        return [
            (_("Versi"), self.version),
            (_("Kantor"), f"{self.office} ({self.place}, {self.level})"),
            (_("Pemilihan"), f"{self.event} · {self.voting_day}"),
            (_("Kecamatan"), str(len(self.districts))),
            (_("Desa/Kelurahan"), str(self.villages)),
            ("TPS", str(self.stations)),
            (
                "DPT",
                _("{voters} (L {male}, P {female})").format(voters=self.voters, male=self.male, female=self.female),
            ),
            (_("DPT TPS terbanyak"), str(self.most_voters_in_a_station)),
            (_("Isian kesiapan"), str(self.counts.get("answer", 0))),
            (_("Permasalahan"), str(self.counts.get("issue", 0))),
            (_("Tim"), str(self.counts.get("team", 0))),
            (_("Data berbeda"), str(self.disagreements)),
            (_("Kiriman"), str(self.packages)),
            (_("Kode isi data"), digest.words(bytes.fromhex(self.digest))),
        ]


def summary(desk: Desk) -> Summary:
    """Count what the office holds."""
    chosen = elections.working_event(desk)
    with desk.reading() as connection:
        districts = totals.by_district(connection, chosen.code)
        counts = totals.living(connection)
        return Summary(
            version=desk_app.__version__,
            office=desk.identity.name,
            place=desk.identity.place,
            level=desk.identity.level,
            event=chosen.code,
            voting_day=chosen.voting_day.isoformat(),
            districts=tuple(districts),
            villages=sum(row.villages for row in districts),
            stations=sum(row.stations for row in districts),
            male=sum(row.male for row in districts),
            female=sum(row.female for row in districts),
            voters=sum(row.male + row.female for row in districts),
            most_voters_in_a_station=totals.most_voters(connection, chosen.code),
            counts=counts,
            changes=totals.changes(connection),
            disagreements=totals.disagreements(connection),
            packages=len(parcels.all_parcels(connection)),
            offices_known=sum(one.valid and one.key != desk.identity.public for one in trust.cards(connection)),
            digest=checking.whole_digest(desk).hex(),
        )


def event_code(desk: Desk) -> str:
    """The code of the event the office works on."""
    return settings.event_code(desk)
