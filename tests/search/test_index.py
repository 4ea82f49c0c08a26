"""The files of an index: what they hold, that they are the same for the same reports, and how they grow."""

import gzip
import json
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.search import SearchReport, SearchSettings, SearchVocabulary, build_index
from generator.search.build import shard_count
from generator.search.documents import meta_names, searched_text
from generator.search.encoding import digest, gaps, varint
from generator.search.postings import Postings
from generator.search.tokens import COUNT_UNIT, add_gapped, add_tokens, shard_of
from tests.search.corpus import generated_reports, language, real_reports, vocabulary


def built(reports: list[SearchReport], settings: SearchSettings = SearchSettings()) -> dict[str, bytes]:  # noqa: B008
    names = vocabulary(sorted(reports, key=lambda report: report.id))
    return dict(build_index(reports, names, language(), settings))


@pytest.fixture(scope="module")
def reports() -> list[SearchReport]:
    return [*real_reports(), *generated_reports(40)]


@pytest.fixture(scope="module")
def index(reports: list[SearchReport]) -> dict[str, bytes]:
    return built(reports)


def test_order_of_reports_does_not_matter(reports: list[SearchReport], index: dict[str, bytes]) -> None:
    assert built(reports[::-1]) == index


def test_waiting_in_files_changes_nothing(reports: list[SearchReport], index: dict[str, bytes]) -> None:
    assert built(reports, SearchSettings(buffered_postings=1000)) == index


def test_names_are_hashes_of_contents(index: dict[str, bytes]) -> None:
    for path, data in index.items():
        if path != "index.json":
            name = path.removesuffix(".bin").split("/")[-1].split("-")[-1]
            content = gzip.decompress(data) if path.startswith("block/") and data[:2] == b"\x1f\x8b" else data
            assert digest(content, len(name) // 2).hex() == name, path


def test_all_but_the_first_file_end_in_bin(index: dict[str, bytes]) -> None:
    assert [path for path in index if not path.endswith(".bin")] == ["index.json"]
    assert next(reversed(index)) == "index.json"


def test_an_edited_report_changes_few_files(reports: list[SearchReport], index: dict[str, bytes]) -> None:
    passage = replace(reports[9].passages[1], text="全年修缮古井3口。")
    edited = replace(reports[9], passages=(reports[9].passages[0], passage, *reports[9].passages[2:]))
    after = built([*reports[:9], edited, *reports[10:]])
    assert len([path for path in after if path.startswith("text/") and path not in index]) == 1
    assert len(after.keys() - index.keys()) < len(index) / 3


def test_a_report_twice_is_an_error(reports: list[SearchReport]) -> None:
    with pytest.raises(ValueError, match="two reports with the id"):
        built([reports[0], reports[0]])


def test_no_reports_at_all() -> None:
    files = dict(build_index([], SearchVocabulary(), language()))
    assert json.loads(files["index.json"])["reports"] == 0


def test_without_the_near_index(reports: list[SearchReport], index: dict[str, bytes]) -> None:
    files = built(reports, SearchSettings(near_index=False))
    assert {path for path in index if not path.startswith("near")} - files.keys() == {
        path for path in index if path.startswith("root-")
    }
    assert [path for path in files if path.startswith("near")] == []


def test_size_grows_no_faster_than_the_reports() -> None:
    sizes = [sum(map(len, built(list(generated_reports(count))).values())) for count in (100, 200, 400)]
    growth = [later / earlier for earlier, later in pairwise(sizes)]
    assert max(growth) <= 2.05


@pytest.mark.parametrize(("postings", "shards"), [(0, 64), (7_000, 128), (1_500_000, 2048), (10**9, 8192)])
def test_shard_count(postings: int, shards: int) -> None:
    assert shard_count(postings) == shards


def test_metadata_is_searched(reports: list[SearchReport]) -> None:
    report = next(report for report in reports if report.agency.region.city == "三门峡市")
    assert {"三门峡", "区行政审批局", "河南省"} <= set(meta_names(report))


def test_headings_in_their_paragraph_are_searched_once() -> None:
    headings = {text for report in real_reports() for _, text in searched_text(report).headings}
    assert "四2025年度推进法治政府建设的主要安排" in headings
    assert [text for text in headings if text.startswith("三推进制度体系建设")] == []


def test_tokens() -> None:
    found: dict[str, int] = {}
    add_tokens("办理2520件 即办率95.91% led", found)
    assert {token: value // COUNT_UNIT for token, value in found.items()} == dict.fromkeys(
        ("办理", "2520", "即办", "办率", "95.91", "led"), 1
    )


def test_followers_are_kept() -> None:
    found: dict[str, int] = {}
    add_tokens("法治政府 法治", found)
    assert found["法治"] == 2 * COUNT_UNIT | 1 << (ord("政") & 15) | 1 << (ord(" ") & 15)


def test_gapped_tokens() -> None:
    found: set[str] = set()
    add_gapped("小湖帮办3次", found)
    assert found == {"小_帮", "湖_办"}


@pytest.mark.parametrize(("number", "written"), [(0, b"\x00"), (127, b"\x7f"), (128, b"\x80\x01"), (300, b"\xac\x02")])
def test_varint(number: int, written: bytes) -> None:
    assert varint(number) == written


def test_gaps() -> None:
    assert gaps([0, 1, 5, 300]) == b"\x00\x00\x03" + varint(294)


def test_postings_come_back_by_shard() -> None:
    with Postings(buffered=3) as postings:
        postings.add(0, [("甲", 5), ("乙", 6)])
        postings.add(1, [("甲", 7), ("丙", 8)])
        found = {token: rows for _, shard in postings.shards(64, [1, 0]) for token, rows in shard.items()}
        places = {shard for shard, _ in postings.shards(64, [1, 0])}
    assert found == {"甲": [(0, 7), (1, 5)], "乙": [(1, 6)], "丙": [(0, 8)]}
    assert places == {shard_of(token, 64) for token in found}


def test_too_many_reports_are_refused() -> None:
    with Postings(buffered=3) as postings, pytest.raises(ValueError, match="at most 1048576 reports"):
        postings.add(1 << 20, [])
