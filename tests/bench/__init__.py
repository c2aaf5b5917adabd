# SPDX-License-Identifier: Apache-2.0
"""Measurements, each beside a named rival in one run; nothing here passes or fails."""
