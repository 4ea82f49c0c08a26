"""Direct answers: the newest figures of each indicator, one small file for each."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.search.encoding import digest, json_bytes, packed
from generator.search.model import SearchReport

_Row = tuple[int, str, str, str, str]


@dataclass(slots=True)
class Answers:
    """Collects figures; holds at most twice `kept` rows for each indicator."""

    kept: int
    _rows: dict[str, list[_Row]] = field(default_factory=dict)
    _totals: dict[str, int] = field(default_factory=dict)

    def add(self, report: SearchReport) -> None:
        """Take the figures that have an indicator."""
        for fact in report.facts:
            if fact.indicator is None:
                continue
            rows = self._rows.setdefault(fact.indicator, [])
            address = f"{report.url}#{fact.anchor}{fact.sentence}"
            rows.append((-(report.year or 0), report.agency.name, fact.limits, fact.value, address))
            self._totals[fact.indicator] = self._totals.get(fact.indicator, 0) + 1
            if len(rows) >= 2 * self.kept:
                rows.sort()
                del rows[self.kept :]

    def files(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield (indicator id, file name, packed JSON).

        The JSON is `{"total": n, "rows": [[year, agency, limits, value, address] …]}`, the newest first and of one
        agency the whole before its parts.
        """
        for indicator, rows in sorted(self._rows.items()):
            newest = [(-year, *rest) for year, *rest in sorted(rows)[: self.kept]]
            data = packed(json_bytes({"total": self._totals[indicator], "rows": newest}))
            yield indicator, digest(data).hex(), data
