"""The one place that asks what day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day of the run: `SOURCE_DATE_EPOCH` (reproducible-builds.org) where it is set, else the local clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return date.today()  # noqa: DTZ011  (the local day is the one on which the site is published)
