# SPDX-License-Identifier: Apache-2.0
"""How a fault in the figures of a C.HASIL is said: the sum as it was found, what stands written, how far off."""

from collections.abc import Mapping, Sequence

from desk_app.domain.counts import lines
from desk_app.domain.words import N_, Phrase, dotted, phrase

_NAMES: dict[str, str] = {
    lines.VOTERS: N_("DPT"),
    lines.USERS: N_("jumlah pengguna"),
    lines.DISABLED: N_("pemilih disabilitas"),
    lines.RECEIVED: N_("jumlah diterima"),
    lines.USED: N_("digunakan"),
    lines.SPOILED: N_("rusak atau keliru coblos"),
    lines.UNUSED: N_("tidak digunakan"),
    lines.VALID: N_("sah"),
    lines.INVALID: N_("tidak sah"),
    lines.TOTAL: N_("sah dan tidak sah"),
}
_CLASS_NAMES: dict[str, str] = {
    lines.CLASSES[0].value: N_("pengguna DPT"),
    lines.CLASSES[1].value: N_("pengguna pindahan"),
    lines.CLASSES[2].value: N_("pengguna tambahan"),
}
_LISTED = 6
"""So many votes are told one by one; of more only their sum."""


def name(code: str, form: Sequence[lines.Line] = ()) -> Phrase:
    """A line in the words of a sentence; `form` tells what the event calls its voters and who the candidates are."""
    if lines.is_votes(code):
        written = next((line.label for line in form if line.code == code), None)
        return written or phrase(N_("nomor {no}"), no=code.removeprefix(lines.VOTES))
    row, _, sex = code.partition("_")
    called = _row_name(row, form)
    if sex in (lines.Sex.MEN, lines.Sex.WOMEN):
        return Phrase("{name} {sex}", {"name": called, "sex": sex.upper()})
    return called


def by_sex(code: str, men: int, women: int, written: int, form: Sequence[lines.Line]) -> Phrase:
    """L and P of a row that are not its J."""
    return phrase(
        N_("{row}: L {men} + P {women} = {found}, J tertulis {written}, selisih {gap}"),
        row=_row_name(code.partition("_")[0], form),
        men=dotted(men),
        women=dotted(women),
        found=dotted(men + women),
        written=dotted(written),
        gap=dotted(abs(written - men - women)),
    )


def total(parts: Sequence[str], whole: str, figures: Mapping[str, int], form: Sequence[lines.Line]) -> Phrase:
    """Lines that are not together what stands written: "sah 210 + tidak sah 6 = 216, … tertulis 217, selisih 1"."""
    found, written = sum(figures[code] for code in parts), figures[whole]
    figured = {"found": dotted(found), "written": dotted(written), "gap": dotted(abs(found - written))}
    if lines.is_votes(whole):
        said = N_("partai {no}: suara partai dan calonnya {found}, tertulis {written}, selisih {gap}")
        return phrase(said, no=whole.removeprefix(lines.VOTES), **figured)
    if not lines.is_votes(parts[0]):
        told = {f"part{no}": _told(code, figures, form) for no, code in enumerate(parts)}
        summed = Phrase(" + ".join(f"{{{key}}}" for key in told), told)
        said = N_("{parts} = {found}, {whole} tertulis {written}, selisih {gap}")
        return phrase(said, parts=summed, whole=name(whole, form), **figured)
    if len(parts) > _LISTED:
        return phrase(N_("jumlah perolehan suara {found}, sah tertulis {written}, selisih {gap}"), **figured)
    votes = " + ".join(dotted(figures[code]) for code in parts)
    return phrase(N_("suara {votes} = {found}, sah tertulis {written}, selisih {gap}"), votes=votes, **figured)


def unlike(left: str, right: str, figures: Mapping[str, int], form: Sequence[lines.Line]) -> Phrase:
    """Two lines that ought to be the same."""
    return _two(N_("{left}, {right}, selisih {gap}"), left, right, figures, form)


def more(left: str, right: str, figures: Mapping[str, int], form: Sequence[lines.Line]) -> Phrase:
    """A line that is more than it can be."""
    return _two(N_("{left} melebihi {right}, selisih {gap}"), left, right, figures, form)


def less(left: str, right: str, figures: Mapping[str, int], form: Sequence[lines.Line]) -> Phrase:
    """A line that is less than it ought to be."""
    return _two(N_("{left} kurang dari {right}, selisih {gap}"), left, right, figures, form)


def ballots(received: int, dpt: int, spare: int) -> Phrase:
    """Ballots received that are not the DPT and its spare ones."""
    return phrase(
        N_("diterima {received}, seharusnya {needed} (DPT {dpt} + cadangan {spare}), selisih {gap}"),
        received=dotted(received),
        needed=dotted(dpt + spare),
        dpt=dotted(dpt),
        spare=dotted(spare),
        gap=dotted(abs(received - dpt - spare)),
    )


def too_many_voters(dpt: int, most: int) -> Phrase:
    """More voters than a TPS of this election has."""
    said = N_("DPT {dpt} melebihi {most} pemilih per TPS, selisih {gap}")
    return phrase(said, dpt=dotted(dpt), most=dotted(most), gap=dotted(dpt - most))


def other_race(users: int, other: int, moved: int) -> Phrase:
    """Users of two races that differ by more than those who may vote in one only."""
    return phrase(
        N_("jumlah pengguna {users}, pada jenis pemilihan lain {other}, selisih {gap}, pemilih pindahan {moved}"),
        users=dotted(users),
        other=dotted(other),
        gap=dotted(abs(users - other)),
        moved=dotted(moved),
    )


def turnout(users: int, dpt: int) -> Phrase:
    """A turnout of nobody, of all, or of more than all."""
    if not users:
        return phrase(N_("jumlah pengguna 0 dari DPT {dpt}"), dpt=dotted(dpt))
    if users == dpt:
        return phrase(N_("jumlah pengguna {users} sama dengan DPT"), users=dotted(users))
    return phrase(N_("jumlah pengguna {users} dari DPT {dpt}"), users=dotted(users), dpt=dotted(dpt))


def all_for_one(code: str, votes: int, form: Sequence[lines.Line]) -> Phrase:
    """One who has every vote."""
    return phrase(N_("semua {votes} suara untuk {who}"), votes=dotted(votes), who=name(code, form))


def none_for(codes: Sequence[str], form: Sequence[lines.Line]) -> Phrase:
    """Those who have no vote."""
    told: dict[str, object] = {f"part{no}": name(code, form) for no, code in enumerate(codes)}
    return phrase(N_("tanpa suara: {who}"), who=Phrase("; ".join(f"{{{key}}}" for key in told), told))


def known_otherwise(code: str, written: int, known: int, form: Sequence[lines.Line]) -> Phrase:
    """A DPT that is not the one the desk has of the TPS."""
    return phrase(
        N_("{name} tertulis {written}, pada data TPS {known}, selisih {gap}"),
        name=name(code, form),
        written=dotted(written),
        known=dotted(known),
        gap=dotted(abs(written - known)),
    )


def recap(code: str, added: int, typed: int, form: Sequence[lines.Line]) -> Phrase:
    """A sum of TPS that is not what a recapitulation says."""
    return phrase(
        N_("{name}: jumlah TPS {added}, rekapitulasi {typed}, selisih {gap}"),
        name=name(code, form),
        added=dotted(added),
        typed=dotted(typed),
        gap=dotted(abs(added - typed)),
    )


def all_alike(votes: int) -> Phrase:
    """All have none, or all have the same."""
    return phrase(N_("semua perolehan suara sama: {votes}"), votes=dotted(votes))


def twins(numbers: Sequence[int]) -> Phrase:
    """The same votes as other TPS of the village."""
    said = ", ".join(f"{number:03d}" for number in numbers)
    return phrase(N_("perolehan suara sama persis dengan TPS {numbers}"), numbers=said)


def _two(message: str, left: str, right: str, figures: Mapping[str, int], form: Sequence[lines.Line]) -> Phrase:
    return phrase(
        message,
        left=_told(left, figures, form),
        right=_told(right, figures, form),
        gap=dotted(abs(figures[left] - figures[right])),
    )


def _told(code: str, figures: Mapping[str, int], form: Sequence[lines.Line]) -> Phrase:
    return Phrase("{name} {number}", {"name": name(code, form), "number": dotted(figures[code])})


def _row_name(row: str, form: Sequence[lines.Line]) -> Phrase:
    if row not in _CLASS_NAMES:
        return Phrase(_NAMES.get(row, row))
    voters = next((line.label.params.get("voters") for line in form if line.row == row), None)
    return Phrase(_CLASS_NAMES[row]) if voters is None else phrase(N_("pengguna {voters}"), voters=voters)
