# SPDX-License-Identifier: Apache-2.0
"""The numbered checks V01-V18 of figures copied from a C.HASIL (domain.md §4.2, docs/count-rules.md).

A check speaks only when every line that it needs was read: what was not read is never zero. None of them refuses
anything; what is found is saved beside the figures and accepted, with a reason, by a verifier.
"""

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.counts import fault_words, lines
from desk_app.domain.words import N_, Phrase


class Level(StrEnum):
    """How grave a finding is; errors and warnings stay a note until they are accepted."""

    ERROR = "kesalahan"
    WARNING = "peringatan"
    NOTICE = "pemberitahuan"


LEVEL_LABELS: dict[Level, str] = {
    Level.ERROR: N_("Kesalahan"),
    Level.WARNING: N_("Peringatan"),
    Level.NOTICE: N_("Pemberitahuan"),
}
_GRAVITY = {level: place for place, level in enumerate(Level)}
_ERROR, _WARNING, _NOTICE = Level
_PUBLIC, _DERIVED, _SAID = "sumber", "turunan", "ingatan"


class Rule(StrEnum):
    """A numbered check. `level`: the gravest that it says; `lesser`: what it says of the milder half, if it has one.

    `source`: where it is from: a law or form that is public ("sumber"), reckoned from it ("turunan"), or what those
    who know say ("ingatan").
    """

    level: Level
    label: str
    why: str
    source: str
    lesser: Level | None

    def __new__(
        cls, number: str, level: Level, label: str, why: str, source: str, lesser: Level | None = None
    ) -> "Rule":
        rule = str.__new__(cls, number)
        rule._value_ = number
        rule.level, rule.label, rule.why, rule.source, rule.lesser = level, label, why, source, lesser
        return rule

    V01 = (
        "V01",
        _ERROR,
        N_("L + P = J"),
        N_("Laki-laki dan perempuan bersama-sama adalah jumlah barisnya."),
        _PUBLIC,
    )
    V02 = (
        "V02",
        _ERROR,
        N_("Jumlah pengguna = DPT + pindahan + tambahan"),
        N_("Setiap pengguna hak pilih tercatat dalam satu dari tiga daftar hadir."),
        _PUBLIC,
    )
    V03 = (
        "V03",
        _ERROR,
        N_("Jumlah perolehan suara = suara sah"),
        N_("Setiap suara sah adalah suara untuk satu calon, partai atau kolom kosong."),
        _PUBLIC,
    )
    V04 = (
        "V04",
        _ERROR,
        N_("Sah + tidak sah = suara sah dan tidak sah"),
        N_("Setiap surat suara dalam kotak sah atau tidak sah."),
        _PUBLIC,
    )
    V05 = (
        "V05",
        _ERROR,
        N_("Suara sah dan tidak sah = jumlah pengguna"),
        N_("Suara tidak mungkin lebih banyak daripada pemilih; kurang berarti ada yang tidak masuk kotak."),
        _PUBLIC,
        _WARNING,
    )
    V06 = (
        "V06",
        _ERROR,
        N_("Surat suara digunakan = suara sah dan tidak sah"),
        N_("Surat suara yang digunakan adalah yang ada di dalam kotak."),
        _SAID,
    )
    V07 = (
        "V07",
        _ERROR,
        N_("Diterima = digunakan + rusak atau keliru + tidak digunakan"),
        N_("Setiap surat suara yang diterima TPS harus dapat ditunjukkan."),
        _PUBLIC,
    )
    V08 = (
        "V08",
        _WARNING,
        N_("Diterima = DPT + cadangan"),
        N_("TPS menerima surat suara sebanyak DPT dan cadangannya, dibulatkan ke atas per TPS."),
        _PUBLIC,
    )
    V09 = (
        "V09",
        _ERROR,
        N_("Pengguna dalam DPT ≤ DPT"),
        N_("Yang hadir dari DPT tidak mungkin lebih banyak daripada yang terdaftar."),
        _SAID,
    )
    V10 = (
        "V10",
        _ERROR,
        N_("Pemilih disabilitas ≤ jumlah pengguna"),
        N_("Pemilih disabilitas yang hadir sudah termasuk dalam jumlah pengguna."),
        _SAID,
    )
    V11 = (
        "V11",
        _WARNING,
        N_("DPT ≤ pemilih terbanyak per TPS"),
        N_("Penyelenggara membatasi jumlah pemilih setiap TPS."),
        _PUBLIC,
    )
    V12 = (
        "V12",
        _ERROR,
        N_("Jumlah pengguna ≤ surat suara diterima"),
        N_("Setiap pengguna hak pilih mendapat surat suara."),
        _DERIVED,
    )
    V13 = (
        "V13",
        _WARNING,
        N_("Jumlah pengguna sama dengan jenis pemilihan lain"),
        N_("Hanya pemilih pindahan yang dapat memilih pada satu jenis pemilihan saja."),
        _SAID,
    )
    V14 = (
        "V14",
        _NOTICE,
        N_("Partisipasi atau perolehan yang tidak lazim"),
        N_("Tidak ada pengguna, semua hadir, semua suara untuk satu calon atau calon tanpa suara jarang terjadi."),
        _DERIVED,
    )
    V15 = (
        "V15",
        _NOTICE,
        N_("Jumlah TPS = rekapitulasi D.HASIL"),
        N_("Rekapitulasi desa, kecamatan dan kabupaten adalah jumlah TPS-nya."),
        _SAID,
    )
    V16 = (
        "V16",
        _WARNING,
        N_("DPT = DPT pada data TPS"),
        N_("DPT di formulir sama dengan DPT yang ditetapkan untuk TPS itu."),
        _DERIVED,
    )
    V17 = (
        "V17",
        _ERROR,
        N_("Semua perolehan 0 atau sama"),
        N_("Formulir yang belum diisi dan salinan yang asal jadi tampak seperti ini."),
        _DERIVED,
    )
    V18 = (
        "V18",
        _NOTICE,
        N_("Perolehan sama persis dengan TPS lain di desa"),
        N_("Formulir satu TPS mungkin disalin dua kali."),
        _DERIVED,
    )

    @property
    def number(self) -> str:
        """By which it is named on paper and where it is accepted: "V03"."""
        return str(self.value)


_NUMBERS = frozenset(rule.number for rule in Rule)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the TPS from elsewhere; what is None is not checked.

    `men`, `women`, `both`: the DPT of the register of TPS. `other_users`, `other_transferred`: what the form of
    another race of the same TPS says. `pairs`: a race of few candidates, in which one without any vote is worth a
    notice; False for parties and DPD.
    """

    men: int | None = None
    women: int | None = None
    both: int | None = None
    max_voters: int | None = None
    reserve_per_mille: int | None = None
    other_users: int | None = None
    other_transferred: int | None = None
    pairs: bool = True


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a form. `lines`: the codes it was found in, `gap`: how far off (never negative)."""

    rule: Rule
    level: Level
    lines: tuple[str, ...]
    gap: int
    words: Phrase


def check(form: Sequence[lines.Line], figures: Mapping[str, int], facts: Facts = NO_FACTS) -> list[Finding]:
    """What the rules say of the figures of one form, in the order of their numbers; V15 and V18 need other forms."""
    plan = _plan(tuple([line.code for line in form]))
    get = figures.get
    found: list[Finding] = []
    for rule, parts, whole in plan.sums:
        written = get(whole)
        if written is None:
            continue
        added = 0
        for code in parts:
            value = get(code)
            if value is None:
                break
            added += value
        else:
            if added != written:
                found.append(_unequal(rule, parts, whole, figures, form))
    for rule, small, great in plan.bounds:
        value, bound = get(small), get(great)
        if value is not None and bound is not None and value > bound:
            words = fault_words.more(small, great, figures, form)
            found.append(Finding(rule, rule.level, (small, great), value - bound, words))
    _users(get(_USERS), get(lines.TOTAL), figures, form, found)
    _known(figures, facts, form, found)
    _votes(plan.votes, figures, facts, form, found)
    if len(found) > 1:
        found.sort(key=lambda one: one.rule)
    return found


def open_findings(findings: Iterable[Finding], accepted: Collection[str] = frozenset()) -> list[Finding]:
    """Those that still make a note: errors and warnings of rules that nobody accepted."""
    return [one for one in findings if one.level is not Level.NOTICE and one.rule not in accepted]


def accepted_from(text: str | None) -> frozenset[str]:
    """The numbers of accepted rules: "V03,V08". What is no rule is passed over."""
    return frozenset(one.strip() for one in (text or "").split(",")) & _NUMBERS


def accepted_text(accepted: Iterable[str]) -> str:
    """The same as it is kept."""
    return ",".join(sorted(set(accepted) & _NUMBERS))


def live(form: Sequence[lines.Line], figures: Mapping[str, int], facts: Facts = NO_FACTS) -> dict[str, Finding]:
    """What to say beside which line while it is copied: the gravest finding at the last of its lines."""
    order = {line.code: place for place, line in enumerate(form)}
    told: dict[str, Finding] = {}
    for one in check(form, figures, facts):
        at = max(one.lines, key=lambda code: order.get(code, -1))
        if at not in told or _GRAVITY[one.level] < _GRAVITY[told[at].level]:
            told[at] = one
    return told


def twins(rows: Iterable[tuple[str, int, tuple[int, ...]]]) -> list[tuple[str, tuple[int, ...]]]:
    """Villages with numbers of their TPS that have exactly the same votes (V18). Rows: village, number, votes."""
    groups: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    for village, number, votes in rows:
        if any(votes):
            groups.setdefault((village, votes), []).append(number)
    return sorted((village, tuple(sorted(same))) for (village, _votes), same in groups.items() if len(same) > 1)


def twin_finding(form: Sequence[lines.Line], others: Sequence[int]) -> Finding:
    """V18 as it is said of one TPS of a group: `others` are the numbers of the rest of it."""
    codes = _plan(tuple([line.code for line in form])).votes
    return Finding(Rule.V18, Rule.V18.level, codes, 0, fault_words.twins(others))


def recap_gaps(sums: Mapping[str, int], typed: Mapping[str, int], form: Sequence[lines.Line] = ()) -> list[Finding]:
    """Lines in which the sum of all TPS of a region is not what its recapitulation says (V15)."""
    found = []
    for code, value in typed.items():
        added = sums.get(code)
        if added is not None and added != value:
            words = fault_words.recap(code, added, value, form)
            found.append(Finding(Rule.V15, Rule.V15.level, (code,), abs(added - value), words))
    return found


@dataclass(frozen=True, slots=True)
class _Plan:
    """The checks that the lines of one form allow."""

    sums: tuple[tuple[Rule, tuple[str, ...], str], ...]
    bounds: tuple[tuple[Rule, str, str], ...]
    votes: tuple[str, ...]


_USERS = lines.by_sex(lines.USERS, lines.Sex.BOTH)
_TRANSFERRED = lines.by_sex(lines.CLASSES[1].value, lines.Sex.BOTH)
_DPT = {sex: lines.by_sex(lines.VOTERS, sex) for sex in lines.Sex}
_DPT_J = _DPT[lines.Sex.BOTH]


@functools.lru_cache(maxsize=256)
def _plan(codes: tuple[str, ...]) -> _Plan:
    votes = tuple(code for code in codes if lines.is_votes(code) and not lines.is_part(code))
    sums: list[tuple[Rule, tuple[str, ...], str]] = []
    bounds: list[tuple[Rule, str, str]] = []
    for row in (*lines.ROWS, lines.DISABLED):
        men, women, both = (lines.by_sex(row, sex) for sex in lines.Sex)
        sums.append((Rule.V01, (men, women), both))
    for sex in lines.Sex:
        users = lines.by_sex(lines.USERS, sex)
        registered, *others = (lines.by_sex(one.value, sex) for one in lines.CLASSES)
        sums.append((Rule.V02, (registered, *others), users))
        bounds.append((Rule.V09, registered, _DPT[sex]))
        bounds.append((Rule.V10, lines.by_sex(lines.DISABLED, sex), users))
    if votes:
        sums.append((Rule.V03, votes, lines.VALID))
    for whole in votes:
        parts = tuple(code for code in codes if code.startswith(whole + "."))
        if parts:
            sums.append((Rule.V03, parts, whole))
    sums.append((Rule.V04, (lines.VALID, lines.INVALID), lines.TOTAL))
    sums.append((Rule.V06, (lines.USED,), lines.TOTAL))
    sums.append((Rule.V07, (lines.USED, lines.SPOILED, lines.UNUSED), lines.RECEIVED))
    bounds.append((Rule.V12, _USERS, lines.RECEIVED))
    have = frozenset(codes)
    return _Plan(
        tuple(one for one in sums if have.issuperset((*one[1], one[2]))),
        tuple(one for one in bounds if have.issuperset(one[1:])),
        votes,
    )


def _unequal(
    rule: Rule, parts: tuple[str, ...], whole: str, figures: Mapping[str, int], form: Sequence[lines.Line]
) -> Finding:
    if rule is Rule.V01:
        words = fault_words.by_sex(whole, figures[parts[0]], figures[parts[1]], figures[whole], form)
    elif len(parts) == 1 and not lines.is_votes(whole) and not lines.is_votes(parts[0]):
        words = fault_words.unlike(parts[0], whole, figures, form)
    else:
        words = fault_words.total(parts, whole, figures, form)
    gap = abs(sum(figures[code] for code in parts) - figures[whole])
    return Finding(rule, rule.level, (*parts, whole), gap, words)


def _users(
    users: int | None,
    total: int | None,
    figures: Mapping[str, int],
    form: Sequence[lines.Line],
    found: list[Finding],
) -> None:
    """V05: votes are those of its users."""
    if users is None or total is None or users == total:
        return
    if total > users:
        words = fault_words.more(lines.TOTAL, _USERS, figures, form)
        found.append(Finding(Rule.V05, Level.ERROR, (_USERS, lines.TOTAL), total - users, words))
    else:
        words = fault_words.less(lines.TOTAL, _USERS, figures, form)
        found.append(Finding(Rule.V05, Level.WARNING, (_USERS, lines.TOTAL), users - total, words))


def _known(figures: Mapping[str, int], facts: Facts, form: Sequence[lines.Line], found: list[Finding]) -> None:
    """V08, V11, V13, V14 of the turnout and V16: what is known of the TPS from elsewhere."""
    get = figures.get
    dpt, users = get(_DPT_J), get(_USERS)
    if dpt is not None:
        received = get(lines.RECEIVED)
        if facts.reserve_per_mille is not None and received is not None:
            spare = -(-dpt * facts.reserve_per_mille // 1000)
            if received != dpt + spare:
                words = fault_words.ballots(received, dpt, spare)
                gap = abs(received - dpt - spare)
                found.append(Finding(Rule.V08, Rule.V08.level, (_DPT_J, lines.RECEIVED), gap, words))
        if facts.max_voters is not None and dpt > facts.max_voters:
            words = fault_words.too_many_voters(dpt, facts.max_voters)
            found.append(Finding(Rule.V11, Rule.V11.level, (_DPT_J,), dpt - facts.max_voters, words))
        if users is not None and dpt and (not users or users >= dpt):
            words = fault_words.turnout(users, dpt)
            found.append(Finding(Rule.V14, Rule.V14.level, (_DPT_J, _USERS), abs(dpt - users), words))
    if users is not None and facts.other_users is not None and users != facts.other_users:
        transferred = get(_TRANSFERRED)
        if transferred is not None and facts.other_transferred is not None:
            moved, gap = max(transferred, facts.other_transferred), abs(users - facts.other_users)
            if gap > moved:
                words = fault_words.other_race(users, facts.other_users, moved)
                found.append(Finding(Rule.V13, Rule.V13.level, (_TRANSFERRED, _USERS), gap, words))
    for code, known in zip(_DPT.values(), (facts.men, facts.women, facts.both), strict=True):
        written = get(code)
        if known is not None and written is not None and written != known:
            words = fault_words.known_otherwise(code, written, known, form)
            found.append(Finding(Rule.V16, Rule.V16.level, (code,), abs(written - known), words))


def _votes(
    codes: tuple[str, ...],
    figures: Mapping[str, int],
    facts: Facts,
    form: Sequence[lines.Line],
    found: list[Finding],
) -> None:
    """V17, and V14 of the votes: nobody has any, all have the same, one has all, somebody has none."""
    votes = [figures[code] for code in codes if code in figures]
    if not votes or len(votes) < len(codes):
        return
    most = max(votes)
    if min(votes) == most and (len(votes) > 2 or not most):  # between two a tie is nothing odd
        found.append(Finding(Rule.V17, Rule.V17.level, codes, 0, fault_words.all_alike(most)))
    elif len(votes) > 1 and most and sum(votes) == most:
        at = codes[votes.index(most)]
        found.append(Finding(Rule.V14, Rule.V14.level, (at,), 0, fault_words.all_for_one(at, most, form)))
    elif facts.pairs and 0 in votes:
        none = tuple(code for code, value in zip(codes, votes, strict=True) if not value)
        found.append(Finding(Rule.V14, Rule.V14.level, none, 0, fault_words.none_for(none, form)))
