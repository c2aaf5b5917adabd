# SPDX-License-Identifier: Apache-2.0
"""Pictures made smaller and shown: the one room that knows Pillow."""
