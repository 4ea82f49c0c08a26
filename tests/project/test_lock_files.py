"""The lock files: everything pinned and hashed, fitting pyproject.toml, tied to no registry."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = ("build", "run", "test")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REGISTRY_ADDRESS = re.compile(r"(?i)https?://[^\s)\"'>]*(?:pypi|pythonhosted|npm|debian|tuna|aliyun|jfrog|artifactory)")
TEXT_SUFFIXES = {"", ".cfg", ".in", ".ini", ".json", ".lock", ".md", ".py", ".sh", ".toml", ".txt", ".yaml", ".yml"}


def entries(lock: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Yield the requirements of a lock file with their hashes."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    bare = re.sub(r"(?m)^\s*#.*\n?", "", text).replace("\\\n", " ")
    for line in filter(str.strip, bare.splitlines()):
        requirement, *hashes = line.split("--hash=")
        yield Requirement(requirement), [value.strip() for value in hashes]


def pins(lock: str) -> dict[str, str]:
    """Name -> version of a lock file."""
    return {canonicalize_name(entry.name): str(entry.specifier).removeprefix("==") for entry, _ in entries(lock)}


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_is_pinned_and_hashed(lock: str) -> None:
    for requirement, hashes in entries(lock):
        assert re.fullmatch(r"==[\w.+]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), requirement


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("build", PROJECT["build-system"]["requires"]),
        ("run", PROJECT["project"]["dependencies"]),
        ("test", PROJECT["project"]["dependencies"]),
        ("test", PROJECT["project"]["optional-dependencies"]["test"]),
    ],
)
def test_lock_fits_pyproject(lock: str, asked: list[str]) -> None:
    locked = pins(lock)
    wanted = [Requirement(line) for line in asked]
    missing = [str(line) for line in wanted if locked.get(canonicalize_name(line.name), "0") not in line.specifier]
    assert missing == [], "make lock"


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    both = pins("build") | pins("run")
    tested = pins("test")
    assert both == {name: tested[name] for name in both if name in tested}


def test_npm_lock_names_no_registry() -> None:
    lock = json.loads((ROOT / "tests/browser/tools/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []


def test_no_file_names_a_registry(own_files: tuple[Path, ...]) -> None:
    texts = [path for path in own_files if path.suffix in TEXT_SUFFIXES and ROOT / "content" not in path.parents]
    found = {str(path): REGISTRY_ADDRESS.findall(path.read_bytes().decode("utf-8", "replace")) for path in texts}
    assert {path: hits for path, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    ("host", "expected"),
    [("registry.npmjs.example", True), ("files.pythonhosted.example", True), ("www.gov.cn", False)],
)
def test_registry_addresses_are_known(host: str, expected: bool) -> None:  # noqa: FBT001  # a column of the table
    assert bool(REGISTRY_ADDRESS.search(f"https://{host}/simple")) is expected
