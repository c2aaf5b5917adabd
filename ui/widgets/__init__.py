# SPDX-License-Identifier: Apache-2.0
"""Parts used on more than one screen; they know values, not the desk."""
