# SPDX-License-Identifier: Apache-2.0
"""Why a file is not taken, in words that say what to do; each reason is a kind of its own, for those who sort files."""

from desk_app.domain import errors, words

N_ = words.N_


class NotAPackage(errors.Damaged):
    """Something else than a package of ours, or a link, a folder, a device."""


class Unreadable(errors.Damaged):
    """The drive does not give its bytes: another try may help."""


class Cut(errors.Damaged):
    """The end is missing."""


class Altered(errors.Damaged):
    """Whole in length, but not what was sent."""


class Forged(errors.Damaged):
    """Whole, but not signed by the office that it names."""


class Newer(errors.Refused):
    """A later version of the program must read it: it is kept until then."""


class NotForUs(errors.Refused):
    """No key of this office opens it: it may be carried on."""


class WrongSecret(errors.NotPermitted):
    """The word or code that was typed does not open it."""


def not_a_package(file: str) -> NotAPackage:
    return NotAPackage(N_("{file} bukan kiriman Desk."), file=file)


def too_large(file: str) -> NotAPackage:
    return NotAPackage(N_("{file} terlalu besar untuk sebuah kiriman."), file=file)


def unreadable(file: str, fault: OSError) -> Unreadable:
    return Unreadable(
        N_("{file} tidak dapat dibaca dari flashdisk ({reason}). Coba salin sekali lagi."),
        file=file,
        reason=fault.strerror or "",
    )


def cut(file: str) -> Cut:
    return Cut(
        N_("{file} terpotong: akhir berkas tidak ada. Flashdisk mungkin dicabut terlalu cepat; minta kiriman ulang."),
        file=file,
    )


def altered(file: str) -> Altered:
    return Altered(N_("{file} rusak atau diubah. Tidak ada yang dimasukkan; minta kiriman ulang."), file=file)


def forged(file: str) -> Forged:
    return Forged(N_("{file}: tanda pengirim tidak cocok. Kiriman ini tidak dipakai; minta kiriman ulang."), file=file)


def newer(file: str) -> Newer:
    return Newer(
        N_("{file} dibuat oleh versi program yang lebih baru. Perbarui program, kiriman ini disimpan."), file=file
    )


def not_for_us(file: str) -> NotForUs:
    return NotForUs(
        N_("{file} ditujukan kepada kantor lain dan tidak dapat dibuka di sini. Teruskan kepada kantor itu."), file=file
    )


def wrong_secret(file: str) -> WrongSecret:
    return WrongSecret(N_("Kode pembuka tidak cocok dengan {file}. Periksa setiap huruf pada slip."), file=file)


def named(fault: errors.Refused, file: str) -> errors.Refused:
    """The same refusal with the file's name in it; whatever cannot be read was altered."""
    if isinstance(fault, Newer):
        return newer(file)
    if isinstance(fault, NotForUs):
        return not_for_us(file)
    if isinstance(fault, WrongSecret):
        return wrong_secret(file)
    return altered(file)
