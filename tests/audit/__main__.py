"""`make audit`: the checks that take too long for every test run."""

from __future__ import annotations

from tests.audit.accessibility import audit_accessibility
from tests.audit.damaged_files import audit_damaged_files
from tests.audit.screenshots import take_screenshots
from tests.audit.search import audit_search

if __name__ == "__main__":
    take_screenshots()
    raise SystemExit(audit_damaged_files() or audit_search() or audit_accessibility())
