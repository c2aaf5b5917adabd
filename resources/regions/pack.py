# SPDX-License-Identifier: Apache-2.0
"""Packs the region codes of Indonesia into `regions.bin`, read by `desk_app.domain.regions`.

    npm pack idn-area-data@4.0.1
    python3 resources/regions/pack.py idn-area-data-4.0.1.tgz

The file: 8 bytes magic, 4 bytes length (big-endian) of the index, the index, then one block for each
kabupaten/kota, index and blocks each a zlib stream of UTF-8 lines with tabs. The index holds the version,
the spelling variants of `aliases.tsv`, provinces, and regencies with offset and length of their block;
a block holds districts (`06<TAB>Tempe`) each followed by its villages (`1001<TAB>Siengkang`).
One block a regency, so that an office reads its own few kilobytes and not 83,762 villages.
"""

import csv
import io
import sys
import tarfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAGIC = b"DESKREG1"
LEGAL_VERSION = "Kepmendagri 300.2.2-2138/2025"
SOURCE = "idn-area-data 4.0.1"

Row = dict[str, str]


def read_tables(archive: Path) -> dict[str, list[Row]]:
    """Read the four tables out of the npm archive."""
    tables: dict[str, list[Row]] = {}
    with tarfile.open(archive) as package:
        for name in ("provinces", "regencies", "districts", "villages"):
            member = package.extractfile(f"package/data/{name}.csv")
            if member is None:
                raise SystemExit(f"{archive}: package/data/{name}.csv is missing")
            tables[name] = list(csv.DictReader(io.StringIO(member.read().decode("utf-8"))))
    return tables


def group(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    """Group rows by their parent's code, in the order of their own codes."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["code"]):
        groups[row[column]].append(row)
    return groups


def block_lines(districts: Iterable[Row], villages: dict[str, list[Row]]) -> Iterator[str]:
    """Write one regency: each district followed by its villages, the last part of the code only."""
    for district in districts:
        yield f"{district['code'][-2:]}\t{district['name']}"
        for village in villages[district["code"]]:
            yield f"{village['code'][-4:]}\t{village['name']}"


def plain_name(name: str) -> str:
    """Take the kind off a regency's name; the code tells it (kota from 71, DKI administratif)."""
    for kind in ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "):
        if name.startswith(kind):
            return name.removeprefix(kind)
    raise SystemExit(f"a regency without a kind: {name}")


def compress(lines: Iterable[str]) -> bytes:
    """Compress lines; the same lines give the same bytes."""
    return zlib.compress("\n".join(lines).encode(), 9)


def aliases() -> Iterator[str]:
    """Read the spelling variants: code and name."""
    for line in (HERE / "aliases.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield f"alias\t{line}"


def pack(tables: dict[str, list[Row]]) -> bytes:
    """Build the whole file."""
    districts = group(tables["districts"], "regency_code")
    villages = group(tables["villages"], "district_code")
    index = [f"version\t{LEGAL_VERSION}", f"source\t{SOURCE}", *aliases()]
    index += [
        f"{row['code']}\t{row['name']}" for row in sorted(tables["provinces"], key=lambda row: row["code"])
    ]
    blocks = bytearray()
    for regency in sorted(tables["regencies"], key=lambda row: row["code"]):
        block = compress(block_lines(districts[regency["code"]], villages))
        index.append(f"{regency['code']}\t{plain_name(regency['name'])}\t{len(blocks)}\t{len(block)}")
        blocks += block
    head = compress(index)
    return MAGIC + len(head).to_bytes(4, "big") + head + bytes(blocks)


def main() -> None:
    """Pack the archive named on the command line."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: pack.py idn-area-data-4.0.1.tgz")
    packed = pack(read_tables(Path(sys.argv[1])))
    (HERE / "regions.bin").write_bytes(packed)
    print(f"regions.bin: {len(packed)} bytes")


if __name__ == "__main__":
    main()
