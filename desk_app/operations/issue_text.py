# SPDX-License-Identifier: Apache-2.0
"""One issue as plain text for WhatsApp: short lines, bold between asterisks, Indonesian always."""

from desk_app.domain import hours, issues
from desk_app.operations import days, issue_detail, places
from desk_app.operations.desk import Desk

LAST_FOLLOW_UPS = 3
MOST_PLACES = 10


def whatsapp_text(desk: Desk, detail: issue_detail.IssueDetail) -> str:
    """What "Salin untuk WA" puts on the clipboard; of a confidential issue only what every list shows."""
    row = detail.row
    title = row.title if row.confidential else issues.alleging(detail.title, row.category)
    said = [
        f"*{desk.identity.name}*",
        f"Permasalahan {row.number} ({row.severity_label})",
        "",
        f"*{title}*",
        f"Lokasi: {places.full_labels(desk, [row.place]).get(row.place, row.place_label)}",
    ]
    if detail.places:
        others = "; ".join(one.label for one in detail.places[:MOST_PLACES])
        rest = len(detail.places) - MOST_PLACES
        said.append(f"Juga di: {others}" + (f"; dan {rest} tempat lain" if rest > 0 else ""))
    if row.reported_at:
        said.append(f"Dilaporkan: {_when(desk, row.reported_at)}")
    if row.confidential:
        said += [f"Status: {issues.STATE_LABELS[row.state]}", "Uraian disampaikan tersendiri."]
        return "\n".join(said) + "\n"
    if detail.reporter:
        said.append(f"Pelapor: {detail.reporter}")
    said_of = [detail.advice, *(one.advice for one in detail.merged if not one.veiled)]
    advice = "; ".join(dict.fromkeys(text for text in said_of if text))
    for name, text in (("Uraian", detail.description), ("Dampak", detail.impact), ("Saran", advice)):
        if text:
            said.append(f"{name}: {text}")
    if row.addressee:
        said.append(f"Ditujukan kepada: {row.addressee}")
    said.append(f"Status: {issues.STATE_LABELS[row.state]}")
    told = [one for one in detail.thread if not one.veiled]
    if told:
        shown, all_ = told[-LAST_FOLLOW_UPS:], len(told)
        part = f" ({len(shown)} terakhir dari {all_})" if len(shown) < all_ else ""
        said += ["", f"*Tindak lanjut*{part}"]
        for one in shown:
            means = issues.means_in_words(one.means, one.letter_number, one.letter_date)
            said.append(f"- {_when(desk, one.at)} {one.by}: {issues.told(one.text, one.addressee, means)}")
    return "\n".join(said) + "\n"


def _when(desk: Desk, moment: int) -> str:
    local = days.local(desk, moment)
    return hours.write_moment(local)
