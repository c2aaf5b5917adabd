# SPDX-License-Identifier: Apache-2.0
"""Lines of a C.HASIL as the command line takes them: "v1=100"."""

import re

from desk_app.domain import errors, words

N_ = words.N_

_FIGURE = re.compile(r"(?P<code>[a-z_]+[0-9.]*)=(?P<value>[0-9][0-9.]*|-)", re.ASCII)


def read(text: str) -> tuple[str, int | None]:
    """One line as it is given: "v1=100", "valid=1.234", "v2=-" for what cannot be read. Raises Refused."""
    read = _FIGURE.fullmatch(text)
    if read is None:
        raise errors.Refused(
            N_("“{text}” tidak dapat dipakai. Tulis misalnya v1=100, atau v1=- untuk yang tidak terbaca."), text=text
        )
    value = read["value"]
    return read["code"], None if value == "-" else int(value.replace(".", ""))
