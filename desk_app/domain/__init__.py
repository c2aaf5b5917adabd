# SPDX-License-Identifier: Apache-2.0
"""What things are and what is allowed: standard library only; no files, no clock, no database."""
