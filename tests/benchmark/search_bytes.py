"""How the first answer's bytes and time grow with the collection, in Chromium with nothing cached.

    python -m tests.benchmark.search_bytes [500 2000 10000]

Goals: at 2,000 reports at most 120 KB (median of 30 queries, client and index together, host without compression); at
10,000 less than twice as many.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.search.corpus import CASES, generated_reports, real_reports
from tests.search.measure import ask_cold
from tests.search.site import write_site
from tests.support.browser import running_browser
from tests.support.server import serving

SIZES = (500, 2000, 10000)


def main(arguments: list[str]) -> None:
    """Print a line for each size."""
    queries = (CASES / "cost_queries.txt").read_text(encoding="utf-8").splitlines()
    print("reports  build ms/report  index MB  files  first answer KB: median (least–most)  ms: median (most)")
    for count in map(int, arguments) if arguments else SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            reports = [*real_reports(), *generated_reports(count)]
            started = time.process_time()
            write_site(folder, reports)
            built = 1000 * (time.process_time() - started) / len(reports)
            sizes = [file.stat().st_size for file in (folder / "search-index").rglob("*") if file.is_file()]
            with serving(folder) as site, running_browser() as browser:
                asked = list(ask_cold(browser, site, queries))
        data = sorted(each.data / 1000 for each in asked)
        times = sorted(1000 * each.seconds for each in asked)
        print(
            f"{count}  {built:.1f}  {sum(sizes) / 1e6:.1f}  {len(sizes)}"
            f"  {median(data):.0f} ({data[0]:.0f}–{data[-1]:.0f})  {median(times):.0f} ({times[-1]:.0f})",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
