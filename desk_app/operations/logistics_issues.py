# SPDX-License-Identifier: Apache-2.0
"""A shipment that is not *tepat* as an issue: filled in for the clerk to look over, raised once, and followed."""

from typing import Any

from desk_app.base.text import _
from desk_app.data import checklist_rows, duplicates, unit_of_work
from desk_app.domain import elections as rules
from desk_app.domain import errors, issues, logistics, records, words
from desk_app.operations import days, logistics_register, settings
from desk_app.operations import issues as issue_verbs
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

CATEGORY = "LOG"
_MOST_TITLE = 200


def draft_issue(desk: Desk, no: int) -> dict[str, Any]:
    """The fields of an issue about a shipment; nothing is written. Raises Refused where no tick says no."""
    found = logistics_register.shipment(desk, no)
    failed = found.failed
    if not failed:
        raise errors.Refused(N_("Belum ada tepat yang dinyatakan tidak. Tandai dahulu apa yang tidak tepat."))
    named = ", ".join(_not(one.label) for one in failed)
    reasons = "; ".join(dict.fromkeys(one.reason or one.because for one in failed if one.reason or one.because))
    title = _("Logistik {ticks}: kiriman ke {place}").format(ticks=named, place=found.row.place_label)
    spoilt = any(line.damaged or line.wet for line in found.lines)
    return {
        "place": found.row.place,
        "title": title[:_MOST_TITLE],
        "description": "\n".join(part for part in (reasons, *_lacking(found), _way(desk, found)) if part),
        "category": CATEGORY,
        "severity": issues.Severity.HIGH.value if _stops_voting(found) or spoilt else issues.Severity.MEDIUM.value,
        "addressee": issues.ADDRESSEES["kpu"],
        "source": "kecamatan",
        "stage": rules.day_words(days.phase(desk)),
    }


def raise_issue(desk: Desk, no: int, **values: Any) -> int:
    """Write the issue that a shipment offers, and tie it to the shipment; `values` override what is filled in.

    Returns the issue's record number. Raises Refused if one is open.
    """
    drafted = draft_issue(desk, no) | values
    checked = issue_verbs.checked_fields(desk, drafted)
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        known = unit.values(records.SHIPMENT, no).get("issue")
        if known:
            kept = duplicates.kept(unit.connection, known)
            for row in checklist_rows.open_issues(unit.connection, event, str(checked["place"])):
                if row.no == kept:
                    raise errors.Refused(
                        N_("Kiriman ini sudah dicatat sebagai permasalahan {number}."), number=row.number or row.no
                    )
        issue = issue_verbs.add(unit, desk, checked)
        unit.set(records.SHIPMENT, no, {"issue": issue})
        return issue

    return transact(desk, N_("Permasalahan baru"), work)


def _not(label: str) -> str:
    """"Tepat waktu" said of what is not: "tidak tepat waktu"."""
    return _("tidak {tick}").format(tick=label[:1].lower() + label[1:])


def _lacking(found: logistics_register.Shipment) -> list[str]:
    """What is missing, damaged or wet, one line a kind of goods."""
    told = []
    for line in found.lines:
        parts = []
        if line.short:
            parts.append(_("kurang {count}").format(count=line.short))
        if line.damaged:
            parts.append(_("rusak {count}").format(count=line.damaged))
        if line.wet:
            parts.append(_("basah {count}").format(count=line.wet))
        if parts:
            told.append(f"{line.label}: {', '.join(parts)} ({line.unit}).")
    return told


def _way(desk: Desk, found: logistics_register.Shipment) -> str:
    row = found.row
    papers = [
        f"{label} {number}"
        for label, number in ((_("surat jalan"), row.waybill), (_("BTTB"), row.receipt))
        if number
    ]
    when = [
        _("{what} {moment}").format(what=what, moment=days.local(desk, at).strftime("%d-%m-%Y %H.%M"))
        for what, at in ((_("berangkat"), row.sent_at), (_("tiba"), row.arrived_at), (_("batas"), row.deadline))
        if at
    ]
    whence = [_("dari {place}").format(place=row.origin_label)] if row.origin_label else []
    told = " · ".join([*whence, *when, *papers])
    return told[:1].upper() + told[1:] + "." if told else ""


def _stops_voting(found: logistics_register.Shipment) -> bool:
    """Ballots or boxes that are missing."""
    return any(
        line.short and (logistics.covers(logistics.BOXES, line.item) or logistics.covers("log.suara", line.item))
        for line in found.lines
    )

