# SPDX-License-Identifier: Apache-2.0
"""Where things are kept: the one room that knows SQLAlchemy."""
