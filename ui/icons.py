# SPDX-License-Identifier: Apache-2.0
"""Icons named by what they mean, painted from the glyphs of one open set in the colours of the theme.

The set is Material Design Icons (Apache-2.0), in the font that the package `fonticon_mdi7` ships. Only the
file is used: importing that package with superqt costs 0.35 s, reading one glyph from the file 2 ms.
"""

import importlib.util
from functools import cache
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from ui import theme

GLYPHS = {
    "beranda": 0xF06A1,
    "data_tps": 0xF09CA,
    "kesiapan": 0xF08A8,
    "logistik": 0xF129B,
    "permasalahan": 0xF05D6,
    "buku_posko": 0xF0EBF,
    "tim": 0xF0B58,
    "kegiatan": 0xF0C44,
    "hasil": 0xF0A20,
    "kirim_terima": 0xF129F,
    "laporan": 0xF09EE,
    "pengaturan": 0xF08BB,
    "siap": 0xF0E1E,
    "belum_lengkap": 0xF1396,
    "belum": 0xF0766,
    "masalah": 0xF1238,
    "berbeda": 0xF04E1,
    "rahasia": 0xF0341,
    "kirim": 0xF011D,
    "terima": 0xF0120,
    "paket": 0xF03D7,
    "flashdisk": 0xF129F,
    "cari": 0xF0349,
    "saring": 0xF0236,
    "urutkan": 0xF04BA,
    "batalkan": 0xF054C,
    "ulangi": 0xF044E,
    "bantuan": 0xF0625,
    "buku": 0xF14F7,
    "tambah": 0xF0415,
    "ubah": 0xF0CB6,
    "hapus": 0xF09E7,
    "tutup": 0xF0156,
    "kembali": 0xF004D,
    "buka": 0xF0142,
    "mundur": 0xF0141,
    "turun": 0xF0140,
    "naik": 0xF0143,
    "menu": 0xF035C,
    "lainnya": 0xF01D9,
    "salin": 0xF018F,
    "wa": 0xF05A3,
    "cetak": 0xF1786,
    "excel": 0xF102D,
    "impor": 0xF102F,
    "unduh": 0xF01DA,
    "folder": 0xF0256,
    "pilih_folder": 0xF0DCF,
    "info": 0xF02FD,
    "berhasil": 0xF05E1,
    "peringatan": 0xF002A,
    "ditolak": 0xF05D6,
    "jam": 0xF0150,
    "tanggal": 0xF0E18,
    "riwayat": 0xF02DA,
    "operator": 0xF0B55,
    "orang": 0xF0013,
    "keluar": 0xF0343,
    "kunci": 0xF0DD6,
    "backup": 0xF006F,
    "tersimpan": 0xF18EB,
    "terkunci": 0xF162E,
    "telepon": 0xF0DF0,
    "lampiran": 0xF0066,
    "tautan": 0xF0339,
    "catatan": 0xF1782,
    "saran": 0xF0189,
    "sampaikan": 0xF0B23,
    "teruskan": 0xF1165,
    "matriks": 0xF0628,
    "tabel": 0xF04F1,
    "peta": 0xF0982,
    "tempat": 0xF07D9,
    "grafik": 0xF0128,
    "gambar": 0xF0976,
    "lihat": 0xF06D0,
    "layar_penuh": 0xF0293,
    "layar_posko": 0xF0502,
    "perbesar": 0xF06ED,
    "perkecil": 0xF06EC,
    "klarifikasi": 0xF05D1,
}
"""Meaning to code point in the set."""

_EM = 24.0


def icon(name: str, tone: str = "text") -> QtGui.QIcon:
    """An icon in the colour of a token (`text`, `muted`, `primary`, `on_primary`, `siap`, …).

    The colour is looked up when it is painted, so that it follows the theme. Raises KeyError for an unknown
    name.
    """
    return QtGui.QIcon(_Glyph(GLYPHS[name], tone))


def put(button: QtWidgets.QAbstractButton, name: str, tone: str = "text") -> None:
    """Give a button an icon with some room between it and the words."""
    button.setIcon(icon(name, tone))
    button.setIconSize(QtCore.QSize(24, 16))


def paint(painter: QtGui.QPainter, name: str, rect: QtCore.QRectF, colour: QtGui.QColor) -> None:
    """Paint an icon into a square."""
    _fill(painter, _path(GLYPHS[name]), rect, colour)


def mark_path(name: str) -> QtGui.QPainterPath:
    """The outline of an icon on a square of 24 units, for those who paint many; do not alter it."""
    return _path(GLYPHS[name])


class _Glyph(QtGui.QIconEngine):
    def __init__(self, code: int, tone: str) -> None:
        super().__init__()
        self._code = code
        self._tone = tone

    def clone(self) -> QtGui.QIconEngine:
        return _Glyph(self._code, self._tone)

    def paint(
        self,
        painter: QtGui.QPainter,
        rect: QtCore.QRect,
        mode: QtGui.QIcon.Mode,
        state: QtGui.QIcon.State,
    ) -> None:
        now = theme.tokens()
        tone = "muted" if mode is QtGui.QIcon.Mode.Disabled else self._tone
        _fill(painter, _path(self._code), QtCore.QRectF(rect), theme.colour(getattr(now, tone)))

    def pixmap(self, size: QtCore.QSize, mode: QtGui.QIcon.Mode, state: QtGui.QIcon.State) -> QtGui.QPixmap:
        picture = QtGui.QPixmap(size)
        picture.fill(QtCore.Qt.GlobalColor.transparent)
        painter = QtGui.QPainter(picture)
        self.paint(painter, QtCore.QRect(QtCore.QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


def _fill(painter: QtGui.QPainter, path: QtGui.QPainterPath, rect: QtCore.QRectF, colour: QtGui.QColor) -> None:
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    # In a rectangle wider than high the icon stands at the left: room before the words of a button.
    painter.translate(rect.left(), rect.center().y() - side / 2)
    painter.scale(side / _EM, side / _EM)
    painter.fillPath(path, colour)
    painter.restore()


@cache
def _path(code: int) -> QtGui.QPainterPath:
    font = _font()
    glyphs = font.glyphIndexesForString(chr(code)) if font.isValid() else []
    if not glyphs:
        return _stand_in()
    path = font.pathForGlyph(glyphs[0])
    # The baseline of the set lies an eighth of the square above its lower edge.
    path.translate(0, _EM * 7 / 8)
    return path


@cache
def _font() -> QtGui.QRawFont:
    path = _font_file()
    return QtGui.QRawFont(str(path), _EM) if path else QtGui.QRawFont()


@cache
def _font_file() -> Path | None:
    spec = importlib.util.find_spec("fonticon_mdi7")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "fonts" / "materialdesignicons-webfont.ttf"
    return path if path.exists() else None


def _stand_in() -> QtGui.QPainterPath:
    path = QtGui.QPainterPath()
    path.addEllipse(8, 8, 8, 8)
    return path
