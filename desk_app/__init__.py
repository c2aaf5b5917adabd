# SPDX-License-Identifier: Apache-2.0
"""Desk: the offline application of an Indonesian election-support secretariat."""

__version__ = "0.1.0"
