"""A content folder full of generated reports: for benchmarks and for tests of size, never for the real site."""

import json
from collections.abc import Iterable
from pathlib import Path

from tests.benchmark.generated_reports import GeneratedReport, generate_reports


def write_content(folder: Path, count: int, seed: int = 1) -> int:
    """Write `count` generated reports with roster, settings and metadata below `folder`; returns how many."""
    reports = list(generate_reports(count, seed))
    (folder / "reports").mkdir(parents=True)
    settings = "name: 测试站\ndescription: 由程序生成的报告，只用于测量。\n"
    (folder / "site.yml").write_text(settings, encoding="utf-8")
    (folder / "agencies.yml").write_text(roster(reports), encoding="utf-8")
    for report in reports:
        place = folder / "reports" / str(report.metadata.year) / f"{report.name}.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(report.text, encoding="utf-8")
        declared = f"agency: {report.metadata.agency_id}\nyear: {report.metadata.year}\n"
        place.with_suffix(".yml").write_text(declared, encoding="utf-8")
    return len(reports)


def roster(reports: Iterable[GeneratedReport]) -> str:
    """The roster of generated agencies as YAML (JSON is YAML)."""
    regions: dict[str, dict[str, object]] = {}
    agencies: dict[str, dict[str, object]] = {}
    for report in reports:
        known = report.metadata
        if known.agency_id in agencies:
            continue
        region = known.agency_id.rsplit("-", 1)[0]
        province, city = f"p{known.region_code[:2]}", f"c{known.region_code[:4]}"
        regions[province] = _region(province, known.province, f"{known.region_code[:2]}0000", "province", None)
        regions[city] = _region(city, known.city, f"{known.region_code[:4]}00", "city", province)
        regions[region] = _region(region, known.county, known.region_code, "county", city)
        agencies[known.agency_id] = {
            "id": known.agency_id,
            "name": known.agency,
            "region": region,
            "kind": "department",
            "short_names": list(known.agency_short_names),
        }
    value = {"regions": list(regions.values()), "agencies": list(agencies.values())}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _region(identifier: str, name: str, code: str, level: str, parent: str | None) -> dict[str, object]:
    return {"id": identifier, "name": name, "code": code, "level": level, "parent": parent}
