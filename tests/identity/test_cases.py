"""The reports of `tests/cases/identity.yml` and what must be read in them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.identity import identify
from generator.intake import read_text
from generator.model.diagnostic import Severity
from generator.model.identity import Basis, Known
from generator.model.metadata import AgencyEntry, Metadata, RegionEntry, Roster
from generator.outline import find_outline

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "identity.yml").read_text(encoding="utf-8")
)
ROSTER = Roster(
    regions=(
        RegionEntry("wusheng", "戊省", "990000", "province"),
        RegionEntry("dingshi", "丁市", "990100", "city", parent="wusheng"),
        RegionEntry("jiaxian", "甲县", "990101", "county", parent="dingshi"),
    ),
    agencies=(
        AgencyEntry("jiaxian-bgzzd", "甲县丙工作站点", "jiaxian", "department"),
        AgencyEntry("jiaxian-yj", "甲县乙局", "jiaxian", "department", short_names=("县乙局",)),
        AgencyEntry(
            "jiaxian-sfj", "甲县司法局", "jiaxian", "department", aliases=("甲县法制办",), speaks_for="甲县人民政府"
        ),
    ),
)
REGION = ("county", "city", "province", "code")
SIGNS = {Basis.INFERRED: "（推）", Basis.DECLARED: "（申）", Basis.ROSTER: "（册）", Basis.TEXT: ""}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_identity(case: dict[str, Any]) -> None:
    document, _ = read_text(case["text"], "report.txt")
    outline, _ = find_outline(document)
    roster = ROSTER if case.get("roster") else Roster()
    metadata = Metadata(**case.get("metadata", {}))
    identity, problems = identify(document, outline, metadata, roster.agency(case.get("agency")), roster)

    found: dict[str, object] = {
        "title": _title(identity.title),
        "year": identity.year.value if identity.year else None,
        "agency": _shown(identity.agency),
        "agency_id": identity.agency_id,
        "subject": _shown(identity.subject),
        **{level: getattr(identity.region, level) for level in REGION},
        "addressee": _shown(identity.addressee),
        "signed_by": _shown(identity.signed_by),
        "signed_on": identity.signed_on.value if identity.signed_on else None,
        "document_number": _shown(identity.document_number),
    }
    assert case["expect"].keys() <= found.keys()
    assert {field: case["expect"].get(field) for field in found} == found
    codes = [
        item.code + (" warning" if item.code == "T01" and item.severity is Severity.WARNING else "")
        for item in problems
    ]
    assert case.get("problems", []) == codes
    assert case.get("kind", "rule_of_law") == identity.kind.value


def _shown(known: Known[str] | None) -> str | None:
    return None if known is None else known.value + SIGNS[known.basis]


def _title(known: Known[str] | None) -> str | None:
    return None if known is None else known.value + ("" if known.basis is Basis.TEXT else "（补）")
