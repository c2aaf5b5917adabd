# SPDX-License-Identifier: Apache-2.0
"""✓, ✓✓ or ✓✓✓ in small, with what it means in the tip."""

from PySide6 import QtWidgets

from desk_app.operations import receipts
from ui import theme


class ReceiptMark(QtWidgets.QLabel):
    """Empty until it is told."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "muted")

    def set_receipt(self, receipt: receipts.Receipt | None) -> None:
        """Show how far something has come."""
        self.setText(receipt.mark if receipt is not None else "")
        self.setToolTip(receipt.words if receipt is not None else "")
        self.setAccessibleName(receipt.words.splitlines()[-1] if receipt is not None else "")
