"""Reports that nobody wrote: as many as a benchmark asks for, in the shape of the genre, the same for the same seed.

Places are named by the sexagenary cycle (甲子县, 乙丑区), which no real county is; region codes begin with 99, which
is not allotted. Years end in 2022, so that generated reports are neither newer than real ones in a test nor
plan for the years that those plan for.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.benchmark import generated_matters as matters

LAST_YEAR = 2022
SIGNED = 0.7
"""The share of reports that end with a signature and a date; real ones often do not."""
FULL_LAW_NAMES = 0.3
"""The share of laws named with 中华人民共和国 before them."""
_ALTERNATIVES = re.compile(r"<([^<>]*)>")
_SLOT = re.compile(r"\{([a-z]+)\}")
_NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


@dataclass(frozen=True, slots=True)
class GeneratedMetadata:
    """What a publisher would declare beside the report: who wrote it, where and for which year."""

    title: str
    agency_id: str
    agency: str
    agency_short_names: tuple[str, ...]
    kind_of_agency: str
    county: str
    city: str
    province: str
    region_code: str
    year: int


@dataclass(frozen=True, slots=True)
class GeneratedReport:
    """A file name without suffix, the text with headings and signature, and its metadata."""

    name: str
    text: str
    metadata: GeneratedMetadata


def generate_reports(
    count: int, seed: int, agencies: int = 400, years: int = 5, last_year: int = LAST_YEAR
) -> Iterator[GeneratedReport]:
    """`count` reports, newest year first, each agency once a year.

    Args:
        count: how many; at most 4,800 agencies × `years`; more agencies than asked for are used when needed.
        seed: the same seed gives the same reports, and a longer run begins with the same reports of each year.
        agencies: how many agencies share the years.
        years: how many years back from `last_year`.
        last_year: the newest year.
    """
    per_year = max(agencies, -(-count // years))
    made = 0
    for year in range(last_year, last_year - years, -1):
        for number in range(per_year):
            if made == count:
                return
            yield _report(number, year, seed)
            made += 1


def _report(number: int, year: int, seed: int) -> GeneratedReport:
    metadata_random = random.Random(f"{seed}/{number}")  # noqa: S311 - test data, no secret
    kind = matters.KINDS[number % len(matters.KINDS)]
    place_number = number // len(matters.KINDS)
    county = _county(place_number)
    agency = f"{county}{kind.name}"
    writer = _Writer(random.Random(f"{seed}/{number}/{year}"), kind, county, agency, year)  # noqa: S311
    title = writer.draw(matters.TITLES)
    metadata = GeneratedMetadata(
        title=title.replace("\n", ""),
        agency_id=f"99{place_number:04d}-{kind.kind}",
        agency=agency,
        agency_short_names=tuple(f"{county[-1]}{short}" for short in kind.short),
        kind_of_agency=kind.kind,
        county=county,
        city=f"示例{matters.PLACE_STEMS[place_number // 6 % 10]}市",
        province="示例省",
        region_code=f"99{place_number:04d}",
        year=year,
    )
    text = writer.report(title, signed=metadata_random.random() < SIGNED)
    return GeneratedReport(f"{agency}{year}", text, metadata)


def _county(number: int) -> str:
    stem = matters.PLACE_STEMS[number % 10]
    branch = matters.PLACE_BRANCHES[number % 12]
    return f"{stem}{branch}" + ("县", "区", "旗", "市")[number // 60 % 4]


class _Writer:
    """Draws the sentences of one report."""

    def __init__(self, source: random.Random, kind: matters.OfficeKind, place: str, office: str, year: int) -> None:
        self.random = source
        self.kind = kind
        self.fixed = {"place": place, "office": office, "year": str(year), "next": str(year + 1)}
        self.thing: tuple[str, str] = kind.things[0]
        self.drawn = self._choices()
        self.brands = [self._brand() for _ in range(3)]

    def draw(self, frames: tuple[str, ...]) -> str:
        """One of the frames, filled in."""
        text = _ALTERNATIVES.sub(
            lambda found: self.random.choice(found.group(1).split("|")), self.random.choice(frames)
        )
        return _SLOT.sub(self._slot, text)

    def report(self, title: str, *, signed: bool) -> str:
        lines = [title, "", self.draw(matters.OPENINGS)]
        parts = (matters.LEADERSHIP, matters.MEASURES, matters.PROBLEMS, matters.PLANS)
        for number, (heads, frames) in enumerate(zip(matters.CHAPTERS, parts, strict=True), start=1):
            lines.append(f"{_NUMERALS[number]}、{self.draw(heads)}")
            lines.extend(self._measures() if frames is matters.MEASURES else self._points(frames))
        if signed:
            day = self.random.randint(1, 28)
            lines += ["", self.fixed["office"], f"{self.fixed['next']}年1月{day}日"]
        return "\n".join(lines) + "\n"

    def _measures(self) -> Iterator[str]:
        for number in range(1, self.random.randint(6, 9)):
            yield f"（{_NUMERALS[number]}）{self.draw(matters.MEASURE_HEADS)}"
            points = self.random.randint(2, 4)
            yield "".join(
                f"{_NUMERALS[point]}是{self.draw(matters.MEASURES)}" + self.draw(matters.MEASURES)
                for point in range(1, points + 1)
            )

    def _points(self, frames: tuple[str, ...]) -> Iterator[str]:
        for number in range(1, self.random.randint(3, 5)):
            yield f"{_NUMERALS[number]}是{self.draw(frames)}" + self.draw(frames)

    def _brand(self) -> str:
        choose = self.random.choice
        return choose(matters.BRAND_FIRST) + choose(matters.BRAND_SECOND) + choose(matters.BRAND_LAST)

    def _village(self) -> str:
        choose = self.random.choice
        return choose(matters.VILLAGE_FIRST) + choose(matters.VILLAGE_SECOND) + choose(matters.VILLAGE_FIRST) + "村"

    def _slot(self, found: re.Match[str]) -> str:
        name = found.group(1)
        return self.fixed[name] if name in self.fixed else self.drawn[name]()

    def _choices(self) -> dict[str, Callable[[], str]]:
        draw = self.random
        return {
            "thing": self._thing,
            "unit": lambda: self.thing[1],
            "matter": lambda: draw.choice(self.kind.matters),
            "law": lambda: "中华人民共和国" * (draw.random() < FULL_LAW_NAMES) + draw.choice(self.kind.laws),
            "brand": lambda: draw.choice(self.brands),
            "village": self._village,
            "head": lambda: draw.choice(matters.HEADS),
            "n": lambda: str(draw.randint(20, 990)),
            "small": lambda: str(draw.randint(2, 30)),
            "big": lambda: str(draw.randint(1000, 60000)),
            "rate": lambda: f"{draw.uniform(1, 100):.2f}",
        }

    def _thing(self) -> str:
        self.thing = self.random.choice(self.kind.things)
        return self.thing[0]
