# SPDX-License-Identifier: Apache-2.0
"""The window of Desk: Qt and nothing but Qt; it shows, it asks, it calls operations."""
