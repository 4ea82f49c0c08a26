"""What runs on an agency's machine is free of the GPL and the AGPL; the LGPL and the MPL are fine."""

from __future__ import annotations

import re
from importlib.metadata import distribution

import pytest

from tests.project.test_lock_files import pins

COPYLEFT = re.compile(r"(?<!L)\bA?GPL|GNU (?:Affero )?General Public")


def licence_of(name: str) -> str:
    """Everything a distribution says of its licence: expression, classifiers, the first line of the old field."""
    metadata = distribution(name).metadata.json
    classifiers = [line for line in metadata.get("classifier", []) if line.startswith("License ::")]
    old = str(metadata.get("license", "")).partition("\n")[0]
    return " | ".join(filter(None, [str(metadata.get("license_expression", "")), *classifiers, old]))


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", False),
        ("LGPL-3.0-or-later", False),
        ("GPL-3.0-only", True),
        ("AGPL-3.0", True),
        ("License :: OSI Approved :: GNU Affero General Public License v3", True),
        ("License :: OSI Approved :: GNU Lesser General Public License v2 (LGPLv2)", False),
    ],
)
def test_copyleft_is_recognised(licence: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert bool(COPYLEFT.search(licence)) is expected


@pytest.mark.parametrize("name", pins("run"))
def test_licence_is_known_and_permissive(name: str) -> None:
    licence = licence_of(name)
    assert licence
    assert not COPYLEFT.search(licence), licence
