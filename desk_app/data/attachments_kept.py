# SPDX-License-Identifier: Apache-2.0
"""The files of attachments: each kept once under a name made from its content, closed with the office's own key.

office/photos/<40 hexadecimal digits>    nonce and box (XSalsa20-Poly1305) around the bytes

Name and key follow from the data key of the office, so a copy of the folder opens with a backup of the database and
with nothing else, and a name tells nobody whether a known picture lies there (decision 0014). A file is never altered:
it stands whole or not at all, and what comes out is compared with its SHA-256.
"""

import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from nacl import exceptions, secret

from desk_app.base import files
from desk_app.domain import errors, media, words

N_ = words.N_

FOLDER = "photos"
_PART = ".part"
_NAME_BYTES = 20
_OVERHEAD = secret.SecretBox.NONCE_SIZE + secret.SecretBox.MACBYTES


class Kept:
    """The folder of an office's attachments. Every call may come from any thread."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        self.folder = folder
        self._box = secret.SecretBox(hashlib.blake2b(key=data_key, person=b"desk photo key", digest_size=32).digest())
        self._naming = hashlib.blake2b(key=data_key, person=b"desk photo name", digest_size=32).digest()
        self._guard = threading.Lock()

    def name_of(self, digest: bytes) -> str:
        """The file's name for the content with this SHA-256."""
        return hashlib.blake2b(digest, key=self._naming, digest_size=_NAME_BYTES).hexdigest()

    def path_of(self, digest: bytes) -> Path:
        return self.folder / self.name_of(digest)

    def holds(self, digest: bytes) -> bool:
        """Whether the content is here; whether it is sound says `get`."""
        return self.path_of(digest).is_file()

    def names(self) -> frozenset[str]:
        """The names of all that is here, for asking about many at once."""
        if not self.folder.is_dir():
            return frozenset()
        with os.scandir(self.folder) as entries:
            return frozenset(entry.name for entry in entries if not entry.name.endswith(_PART))

    def put(self, data: bytes) -> bytes:
        """Keep some content; returns its SHA-256. Raises Refused where the disk does not take it."""
        digest = hashlib.sha256(data).digest()
        with self._guard:
            path = self.path_of(digest)
            if not self._is_sound(digest):
                try:
                    self.folder.mkdir(exist_ok=True)
                    files.write_whole(path, bytes(self._box.encrypt(data)))
                except OSError as fault:
                    raise errors.Refused(
                        N_("Lampiran tidak dapat disimpan di komputer ini: {reason}. Periksa ruang disk, lalu ulangi."),
                        reason=fault.strerror or str(fault),
                    ) from fault
        return digest

    def get(self, digest: bytes) -> bytes:
        """The content. Raises NotFound where it is not here, Damaged where the disk gives back other bytes."""
        path = self.path_of(digest)
        try:
            if path.stat().st_size > media.LARGEST + _OVERHEAD:
                raise _damaged()
            plain = bytes(self._box.decrypt(path.read_bytes()))
        except FileNotFoundError as fault:
            raise errors.NotFound(N_("Isi lampiran ini belum ada di komputer ini.")) from fault
        except OSError as fault:
            raise errors.Refused(
                N_("Lampiran tidak dapat dibaca dari disk: {reason}."), reason=fault.strerror or str(fault)
            ) from fault
        except (exceptions.CryptoError, ValueError) as fault:
            raise _damaged() from fault
        if hashlib.sha256(plain).digest() != digest:
            raise _damaged()
        return plain

    def _is_sound(self, digest: bytes) -> bool:
        """Whether the content is here as it was put in: what the disk lost is written again."""
        try:
            self.get(digest)
        except (errors.NotFound, errors.Damaged):
            return False
        return True

    def drop(self, digest: bytes) -> None:
        """Take away what is no longer what was written, so that it is asked for again."""
        with self._guard:
            self.path_of(digest).unlink(missing_ok=True)

    def sweep(self) -> int:
        """Remove what a power cut left half written; returns how many."""
        gone = 0
        with self._guard:
            if self.folder.is_dir():
                for left in self.folder.glob(f"*{_PART}"):
                    left.unlink()
                    gone += 1
        return gone


class KeptThen(Kept):
    """The folder as it was for who gathers a paper: what had not come then is not here, and what is missed is noted."""

    def __init__(self, folder: Path, data_key: bytes, lacking: frozenset[bytes] = frozenset()) -> None:
        super().__init__(folder, data_key)
        self.missed: set[bytes] = set()
        self._lacking = lacking

    def holds(self, digest: bytes) -> bool:
        here = digest not in self._lacking and super().holds(digest)
        if not here:
            self.missed.add(digest)
        return here


def copy_missing(source: Path, target: Path) -> Iterator[str]:
    """Bring the files of one such folder into another, each whole; gives the name of each that is new there.

    On one disk a second name for the same file is enough: it is never altered. Raises OSError.
    """
    if not source.is_dir():
        return
    there = set(os.listdir(target)) if target.is_dir() else set()
    wanted = [name for name in sorted(os.listdir(source)) if name not in there and not name.endswith(_PART)]
    if wanted:
        target.mkdir(exist_ok=True)
    for name in wanted:
        try:
            os.link(source / name, target / name)
        except OSError:
            files.write_whole(target / name, (source / name).read_bytes())
        yield name
    if wanted:
        files.sync_folder(target)


def _damaged() -> errors.Damaged:
    return errors.Damaged(N_("Isi lampiran ini rusak di komputer ini."))
