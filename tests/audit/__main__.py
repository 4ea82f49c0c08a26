"""`make audit`: the checks that take too long for every test run."""

from __future__ import annotations

from tests.audit.accessibility import audit_accessibility

if __name__ == "__main__":
    raise SystemExit(audit_accessibility())
