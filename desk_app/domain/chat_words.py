# SPDX-License-Identifier: Apache-2.0
"""What a line of a chat says: which TPS, which matter of voting day, how many of how many, NIHIL, or trouble.

The words are those of posko chats with their shortenings ("blm", "sdh", "pkl"). Nothing here knows places: the words
that may name one are looked up elsewhere (`place_words`). What is said is read; what it becomes is proposed by
`operations/chat_intake` and decided by the clerk.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Becomes(StrEnum):
    """What a line of a chat is written as."""

    ANSWER = "isian"
    RECAP = "rekap"
    ISSUE = "permasalahan"
    NIHIL = "nihil"
    LINE = "baris"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A sign of an issue: its category and severity (`domain/issues.py`)."""

    category: str
    severity: str


@dataclass(frozen=True, slots=True)
class Said:
    """What was read of one line.

    `numbers`: TPS that are named. `count` of `total`: a recap ("170/178", "12 tps"); `every`: all TPS. `matter`: the
    code of a checklist item, `done` whether it has happened. `hour`: "07.10" where one is told. `source`: the office
    that is named as the source. `words`: what is left, in which a place may be named.
    """

    words: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    count: int | None = None
    total: int | None = None
    every: bool = False
    matter: str = ""
    done: bool = True
    nihil: bool = False
    trouble: Trouble | None = None
    hour: str = ""
    source: str = ""
    courtesy: bool = False
    """Only greetings and thanks, or no word at all."""

    @property
    def tells_figures(self) -> bool:
        """Whether it says a matter of so many TPS."""
        return bool(self.matter) and (self.count is not None or self.every)

    @property
    def says_something(self) -> bool:
        """Whether more is in it than words and names."""
        return bool(self.matter or self.trouble or self.nihil)


MATTERS: tuple[str, ...] = ("har.buka", "har.tutup", "har.hitung", "har.selesai", "tps.berdiri", "log.kembali")
"""Checklist items that chats tell of."""

VOTERS = "hh.pemilih"
"""How many have voted so far (`domain/watch.py`)."""

MOST_NUMBERS = 60
"""More TPS in one line are no list but a mistake of reading."""


def read(line: str) -> Said:
    """Read one line; any text is read, one without sense as words only."""
    text = " ".join(line.casefold().split())[:_LONGEST]
    hour, rest = _cut_hour(text)
    count, total, rest = _cut_fraction(rest)
    numbers, rest = _cut_stations(rest)
    matter, done = _matter(rest)
    trouble = _trouble(rest)
    if not matter and count is None and trouble is None and (match := _VOTERS.search(rest)) is not None:
        matter, count = VOTERS, int((match["before"] or match["after"]).replace(".", ""))
        rest = rest[: match.start()] + " " + rest[match.end() :]
    if count is None and (match := _COUNTED.search(rest)) is not None:
        count = int(match["count"])
        rest = rest[: match.start()] + " tps " + rest[match.end() :]
    every = count is None and not numbers and bool(_EVERY.search(rest))
    source = match[0] if (match := _SOURCE.search(rest)) is not None else ""
    nihil = not matter and trouble is None and bool(_NIHIL.search(rest))
    left = tuple(re.findall(r"[^\W_]+", rest))
    return Said(
        words=left,
        courtesy=not numbers and count is None and len(left) <= _COURTEOUS and _COURTESY.issuperset(left),
        numbers=numbers,
        count=count,
        total=total,
        every=every,
        matter=matter,
        done=done,
        nihil=nihil,
        trouble=None if matter and trouble is not None and trouble.severity == "sedang" else trouble,
        hour=hour,
        source=source,
    )


_LONGEST = 4000
_COURTEOUS = 8
_COURTESY = frozenset(
    "assalamualaikum assalamu alaikum waalaikumsalam wr wb ass wass salam selamat met pagi siang sore malam "
    "pak bu bapak ibu bang kak komandan ndan siap baik ok oke okay iya ya ijin izin mohon maaf terima kasih "
    "trims tks thanks makasih mks tq sama sehat selalu amin aamiin mantap bagus semangat laksanakan perintah "
    "monitor dimengerti noted sip camat lurah kades kapolsek sekda bupati dan kami".split()
)
_HOUR = re.compile(
    r"(?<![\d./,])(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)(?![\d./])"
    r"|\b(?:pkl|pukul|jam|pk)\.?\s*(?P<short>\d{1,2})(?![\d/])",
    re.ASCII,
)
_FRACTION = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,6})\s*(?:/|\bdari\b|\bdr\b)\s*(?P<total>\d{1,6})(?![\d/.,]*\d)", re.ASCII
)
_UNITS = (
    r"(?:orang|org|pemilih|lembar|lbr|kotak|surat|kpps|saksi|buah|bh|menit|mnt|jam|meter|cm|km|%|anggota|hari|kk|tps|dari"
    r"|/)"
)
_STATIONS = re.compile(
    r"\btps[\s.:#-]*(?:nomor|no)?[\s.:]*(?P<list>\d{1,3}(?![\d])(?:\s*(?P<join>,|dan|dn|&|\+|-|–|s/d|s\.d\.?|sd|sampai)"
    rf"\s*(?:tps\s*)?\d{{1,3}}(?!\d)(?!\s*{_UNITS}))*)",
    re.ASCII,
)
_COUNTED = re.compile(r"(?<![\d/.,])(?P<count>\d{1,6})\s*tps\b", re.ASCII)
_VOTERS = re.compile(
    r"(?<![\d.,/])(?P<before>\d{1,3}(?:\.\d{3})*|\d{1,6}) (?:pemilih|pengguna(?: hak pilih)?)\b"
    r"(?! (?:belum|blm|antr|tidak|tdk|di))"
    r"|\b(?:pemilih|pengguna(?: hak pilih)?|partisipasi|sudah memilih)(?: (?:hadir|masuk|sementara))?[\s:=]+"
    r"(?P<after>\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d.,/]*\d)(?! ?%)",
    re.ASCII,
)
_EVERY = re.compile(r"\b(?:semua|seluruh|seluruhnya|smua|sluruh)\b|\b100\s*%")
_NIHIL = re.compile(
    r"\bnihil\b|\baman(?:,| dan| &)? (?:terkendali|kondusif|lancar)|\b(?:tidak|tdk|tak|blm|belum) ada "
    r"(?:kejadian|kendala|masalah|permasalahan|laporan|gangguan)|\b(?:lancar|kondusif)\b"
)
_SOURCE = re.compile(
    r"\b(?:camat|sekcam|lurah|kades|kepala desa|kapolsek|polsek|danramil|koramil|babinsa|bhabinkamtibmas|ppk|pps|kpps"
    r"|ptps|pkd|panwascam|panwaslu|panwas|kasi\w*|operator|linmas|saksi)\b"
)
_NOT = r"(?:belum|blm|blum|belom|tidak|tdk|tak|gagal)"
_MATTER_WORDS: tuple[tuple[str, str], ...] = (
    (
        "har.selesai",
        r"selesai (?:peng)?hitung\w*|(?:peng)?hitung(?:an)?(?: suara)?(?: (?:sudah|sdh|telah|tlh|belum|blm))? selesai",
    ),
    (
        "har.hitung",
        r"(?:mulai|memulai|sedang) (?:me|peng)?n?g?hitung\w*|(?:peng)?hitung(?:an)?(?: suara)?"
        r"(?: (?:sudah|sdh|telah|tlh|belum|blm))? (?:di)?mulai",
    ),
    ("log.kembali", r"kotak(?: suara)?(?: \w+){0,2} (?:kembali|(?:tiba|sampai|masuk) (?:di )?(?:ppk|kecamatan|kec))"),
    ("tps.berdiri", r"(?:ber)?diri(?:kan)?\b|\btps (?:sudah |sdh |telah )?(?:jadi|rampung)"),
    ("har.tutup", r"(?:di)?tutup"),
    (
        "har.buka",
        r"(?<!kotak )(?<!suara )(?<!segel )(?:di)?buka|mulai (?:pemungutan|pencoblosan|mencoblos|nyoblos|memilih)"
        r"|pemungutan(?: suara)?(?: (?:sudah|sdh|telah|belum|blm))? (?:di)?mulai",
    ),
)
_MATTERS = tuple(
    (
        code,
        re.compile(rf"\b(?:{words})\b"),
        re.compile(rf"\b{_NOT}\b(?: \w+){{0,2}}? (?:{words})\b|\b(?:{words}) (?:belum|blm)\b|\b{_NOT} selesai\b"),
    )
    for code, words in _MATTER_WORDS
)
_LATE = re.compile(r"\b(?:terlambat|telat)\b")
_GOODS = r"(?:kotak(?: suara)?|surat suara|logistik|bilik|segel|tinta|formulir)"
_TROUBLES: tuple[tuple[str, str, str], ...] = (
    (
        "KAM",
        "sangat_mendesak",
        r"rusuh|kerusuhan|bentrok|pembakaran|dibakar|penembakan|baku hantam|pemukulan|dipukul|penyerangan",
    ),
    ("PEN", "sangat_mendesak", r"meninggal|wafat"),
    (
        "KAM",
        "tinggi",
        r"ribut|keributan|ancaman|mengancam|diancam|intimidasi|demo|unjuk rasa|dihadang|penolakan|perkelahian|sajam",
    ),
    ("UNG", "tinggi", r"politik uang|money politics?|serangan fajar|bagi[- ]bagi (?:uang|amplop|sembako)|amplop"),
    ("NET", "tinggi", r"netralitas|(?:tidak|tdk) netral"),
    ("SAR", "tinggi", r"isu sara|ujaran kebencian"),
    ("PEN", "tinggi", r"pingsan|kecelakaan|tercoblos|(?:coblos|memilih|mencoblos) (?:dua|2|lebih)"),
    ("LOG", "tinggi", rf"{_GOODS}(?: \w+){{0,2}}? (?:basah|rusak|hilang|tertukar|robek|terbakar|dibuka|terendam)"),
    ("CUA", "tinggi", r"banjir|terendam|longsor|puting beliung|gempa|angin kencang"),
    ("LOG", "sedang", rf"{_GOODS}(?: \w+){{0,2}}? (?:kurang|habis|(?:belum|blm) (?:tiba|sampai|datang|ada))"),
    ("LOG", "sedang", r"kurang \d+ (?:lembar|surat)"),
    (
        "PEN",
        "sedang",
        r"(?:kpps|ptps|linmas|petugas|pengawas)(?: \w+){0,2}? (?:sakit|kurang|mundur|(?:tidak|tdk|belum|blm) hadir)",
    ),
    ("LIS", "sedang", r"(?:listrik|lampu)(?: \w+)? (?:padam|mati)|mati (?:lampu|listrik)|pemadaman"),
    ("LIS", "sedang", r"(?:sinyal|jaringan|internet|sirekap)(?: \w+)? (?:hilang|mati|lemot|error|down|gangguan)"),
    ("DPT", "sedang", r"(?:tidak|tdk|tak) terdaftar|(?:undangan|pemberitahuan) (?:belum|blm|tidak|tdk)"),
    ("HIT", "sedang", r"selisih|hitung ulang|salah (?:hitung|tulis|input)|keberatan saksi"),
    ("TPS", "sedang", r"tenda(?: \w+)? (?:roboh|rusak|bocor|ambruk)|pindah lokasi|lokasi (?:tps )?pindah"),
    ("KAP", "sedang", r"alat peraga|\bapk\b|kampanye"),
    ("HOA", "sedang", r"hoaks|hoax"),
    ("CUA", "sedang", r"hujan|tergenang|genangan|badai|petir"),
)
_TROUBLE = tuple((re.compile(rf"\b(?:{words})\b"), Trouble(category, level)) for category, level, words in _TROUBLES)
_CALM_BEFORE = re.compile(r"\b(?:tidak|tdk|tak|tanpa|bebas|aman dari|nihil)(?: (?:ada|terjadi))?(?: \w+)?\s*$")
_CALM_AFTER = re.compile(
    r"^(?:\W+\w+){0,2}?\W+(?:nihil|reda|surut|teratasi"
    r"|(?:sudah|sdh|telah) (?:teratasi|diatasi|selesai|aman|normal|nyala|reda|surut))\b"
)


def _cut_hour(text: str) -> tuple[str, str]:
    """The first hour that is told, and the text without any."""
    found = ""
    for match in _HOUR.finditer(text):
        hour, minute = int(match["hour"] or match["short"]), int(match["minute"] or 0)
        if hour < 24 and not found:
            found = f"{hour:02d}.{minute:02d}"
    return found, _HOUR.sub(" ", text)


def _cut_fraction(text: str) -> tuple[int | None, int | None, str]:
    match = _FRACTION.search(text)
    if match is None:
        return None, None, text
    count, total = int(match["count"]), int(match["total"])
    if count > total or not total:
        return None, None, text
    return count, total, text[: match.start()] + " " + text[match.end() :]


def _cut_stations(text: str) -> tuple[tuple[int, ...], str]:
    """The TPS that are named, ranges opened out, and the text without their numbers."""
    numbers: list[int] = []
    for match in _STATIONS.finditer(text):
        parts = re.split(r"(\d+)", match["list"])
        before = 0
        for joint, digits in zip(parts[::2], parts[1::2], strict=False):
            number = int(digits)
            is_range = before and re.fullmatch(r"\s*(?:-|–|s/d|s\.d\.?|sd|sampai)\s*(?:tps\s*)?", joint)
            if is_range and 0 < number - before < MOST_NUMBERS:
                numbers += range(before + 1, number)
            numbers.append(number)
            before = number
    unique = tuple(dict.fromkeys(number for number in numbers if number))
    if len(unique) > MOST_NUMBERS:
        return (), text
    return unique, _STATIONS.sub(" tps ", text)


def _matter(text: str) -> tuple[str, bool]:
    for code, says, denies in _MATTERS:
        if says.search(text):
            return code, denies.search(text) is None
    return "", True


def _trouble(text: str) -> Trouble | None:
    """The gravest sign of trouble that is not said to be absent or over."""
    found: Trouble | None = None
    for pattern, trouble in _TROUBLE:
        for match in pattern.finditer(text):
            if _CALM_BEFORE.search(text[: match.start()]) or _CALM_AFTER.search(text[match.end() :]):
                continue
            if found is None or _RANK[trouble.severity] > _RANK[found.severity]:
                found = trouble
    if found is None and _LATE.search(text):
        return Trouble("PEN", "sedang")
    return found


_RANK = {"sedang": 1, "tinggi": 2, "sangat_mendesak": 3}
