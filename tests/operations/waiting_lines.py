# SPDX-License-Identifier: Apache-2.0
"""One line of the list of what waits."""

from desk_app.operations.desk import Desk
from desk_app.operations.todo import todo
from desk_app.operations.todo_lines import Todo, TodoKind


def line(desk: Desk, kind: TodoKind) -> Todo | None:
    """The first one of a kind."""
    return next((one for one in todo(desk) if one.kind is kind), None)
