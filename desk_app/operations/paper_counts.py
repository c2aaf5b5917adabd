# SPDX-License-Identifier: Apache-2.0
"""What may be asked of a paper of the count beside its region: which race, and what a row of it is."""

from desk_app.base.text import _
from desk_app.domain import places, words
from desk_app.domain.counts.rights import RIGHT_LABELS
from desk_app.operations import count_rules, elections, overview
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import catalogue

N_ = words.N_

Choices = tuple[tuple[object, str], ...]

_LEVELS = (places.Level.REGENCY, places.Level.DISTRICT, places.Level.VILLAGE)


def races(desk: Desk, asked: asking.Asked) -> Choices:
    """The races that are copied there; for blank sheets all of them first."""
    at = asked.area or desk.identity.place
    labels = {one.code: one.label for one in elections.event_at(desk, at).races}
    listed: Choices = tuple((code, labels[code]) for code in count_rules.race_codes(desk, at) if code in labels)
    if asked.report == catalogue.COUNT_BLANK.key:
        return (("", _("Semua jenis pemilihan")), *listed)
    return listed


def levels(desk: Desk, asked: asking.Asked) -> Choices:
    """What a row may be: the regions below that of the paper, down to its TPS; the nearest goes without saying."""
    at = places.region_of(asked.area) if asked.area else desk.identity.place
    own = places.level_of(at)
    order = list(places.Level)
    below = [one for one in _LEVELS if order.index(one) > order.index(own)]
    listed = [(one.value, overview.heading(at, one)) for one in below]
    listed.append((places.Kind.TPS.value, "TPS"))
    return (("", listed[0][1]), *listed[1:])


def needs_words(report: catalogue.Report) -> words.Phrase | None:
    """Which right it takes to make a paper, None where it takes none."""
    if not report.needs:
        return None
    wanted = words.phrase(RIGHT_LABELS[max(report.needs)])
    if len(report.needs) == 1:
        return words.phrase(N_("Perlu hak: {right}."), right=wanted)
    other = words.phrase(RIGHT_LABELS[min(report.needs)])
    return words.phrase(N_("Perlu hak: {right}, atau {other}."), right=wanted, other=other)
