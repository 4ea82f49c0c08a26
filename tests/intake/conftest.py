"""What tests of reading share: LibreOffice, and a work folder that shows what was written."""

from __future__ import annotations

import os

import pytest

from generator.intake.office.convert import find_office


@pytest.fixture(scope="session")
def office() -> str:
    """The path of LibreOffice; its absence is a failure unless `GONGKAI_WITHOUT_OFFICE` says that it is meant."""
    program = find_office()
    if program is None:
        if os.environ.get("GONGKAI_WITHOUT_OFFICE"):
            pytest.skip("LibreOffice is not installed, as GONGKAI_WITHOUT_OFFICE says")
        pytest.fail("LibreOffice is missing: install libreoffice-writer-nogui, or set GONGKAI_WITHOUT_OFFICE=1")
    return program
