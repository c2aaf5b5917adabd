# SPDX-License-Identifier: Apache-2.0
"""What becomes of a recapitulation that somebody else alters while it is typed: what is typed stays, and it is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk_app.base.text import _, ngettext
from desk_app.operations import count_recaps

Typed = tuple[dict[str, int], str]
"""The figures and the source."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What is to be shown now. `rivals`: what others kept of lines that are typed differently here; `words`: what is to
    be said, "" for nothing.
    """

    typed: Typed
    words: str = ""
    rivals: Mapping[str, int] = field(default_factory=dict)


def kept_of(recap: count_recaps.Recap | None) -> Typed:
    """What is kept of a recapitulation."""
    return (dict(recap.figures), recap.note) if recap is not None else ({}, "")


def renewed(before: Typed, typed: Typed, recap: count_recaps.Recap | None) -> Renewed:
    """`before`: what was kept when it was read last; `typed`: what stands in the fields; `recap`: as it is now."""
    kept = kept_of(recap)
    if kept == before:
        return Renewed(typed)
    if recap is None or not recap.is_open:
        return _withdrawn(before, typed, is_gone=recap is None)
    if typed == before:
        return Renewed(kept, _("Rekap ini baru saja diubah orang lain; yang tampil sudah yang terbaru."))
    codes = [*kept[0], *(code for code in typed[0] if code not in kept[0])]
    own = {code for code in {*codes, *before[0]} if typed[0].get(code) != before[0].get(code)}
    figures = {}
    for code in codes:
        value = (typed if code in own else kept)[0].get(code)
        if value is not None:
            figures[code] = value
    rivals = {
        code: value
        for code, value in kept[0].items()
        if code in own and value not in (before[0].get(code), typed[0].get(code))
    }
    note = typed[1] if typed[1] != before[1] else kept[1]
    said = _("Rekap ini baru saja diubah orang lain. Yang Anda ketik tetap, belum tersimpan.")
    if rivals:
        said += " " + ngettext(
            "{count} baris Anda ketik lain dari yang disimpannya; angkanya tampil di samping baris itu.",
            "{count} baris Anda ketik lain dari yang disimpannya; angkanya tampil di samping baris itu.",
            len(rivals),
        ).format(count=len(rivals))
    return Renewed((figures, note), said, rivals)


def _withdrawn(before: Typed, typed: Typed, *, is_gone: bool) -> Renewed:
    """It was removed, or cannot be read here any more; what one is typing stays all the same."""
    if typed != before:
        gone = _("Rekap ini baru saja dihapus orang lain. Yang tampil belum tersimpan.")
        shut = _("Rekap ini kini tersegel bagi Anda. Yang Anda ketik tetap, belum tersimpan.")
        return Renewed(typed, gone if is_gone else shut)
    return Renewed(({}, ""), _("Rekap ini baru saja dihapus orang lain.") if is_gone else "")
