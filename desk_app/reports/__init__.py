# SPDX-License-Identifier: Apache-2.0
"""How things are printed: first what a page says, then how it looks (PDF, text for WhatsApp)."""
