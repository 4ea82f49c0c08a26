"""The CI recipes: valid, made of commands that exist, harmless for proposals, publishing only what is whole."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from sysconfig import get_path
from typing import Any

import click
import pytest
import yaml

from generator.commands.main import gongkai

ROOT = Path(__file__).resolve().parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
COMMAND = re.compile(r"\.venv/bin/gongkai ([^|>\n]*)")
STEPS = ["make setup", "gongkai check", "gongkai build", "check_links.py"]


def read(path: Path) -> dict[Any, Any]:
    """A recipe as YAML; PyYAML takes the key `on` for true."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def commands(path: Path) -> list[list[str]]:
    """The calls of `gongkai` in a recipe, as lists of arguments."""
    return [shlex.split(call) for call in COMMAND.findall(path.read_text(encoding="utf-8"))]


def runs(job: dict[str, Any]) -> list[str]:
    """The steps of a GitHub job in their order: its commands, or the actions it uses."""
    return [step.get("run") or step["uses"] for step in job["steps"]]


@pytest.mark.parametrize(
    ("schema", "files"), [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", [GITLAB])], ids=["hub", "lab"]
)
def test_recipes_fit_their_schema(schema: str, files: list[Path]) -> None:
    command = [f"{get_path('scripts')}/check-jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("path", "arguments"), [(path.name, call) for path in (*WORKFLOWS, GITLAB) for call in commands(path)]
)
def test_every_command_is_understood(path: str, arguments: list[str]) -> None:
    name, *rest = arguments
    command = gongkai.get_command(click.Context(gongkai), name)
    assert command is not None, path
    command.make_context(name, rest)


@pytest.mark.parametrize("name", ["proposal", "publish", "publish-ssh"])
def test_a_site_is_handed_on_only_after_every_check(name: str) -> None:
    jobs = read(ROOT / ".github" / "workflows" / f"{name}.yml")["jobs"]
    order = runs(jobs["preview" if name == "proposal" else "build"])
    places = [next(i for i, step in enumerate(order) if part in step) for part in [*STEPS, "actions/upload-"]]
    assert places == sorted(places)
    assert places[-1] == len(order) - 1


def test_publishing_needs_the_build() -> None:
    for name in ("publish", "publish-ssh"):
        jobs = read(ROOT / ".github" / "workflows" / f"{name}.yml")["jobs"]
        assert (jobs["deploy"]["needs"], jobs["record"]["needs"]) == ("build", "deploy")
    assert [read(GITLAB)[job]["needs"] for job in ("pages", "发布到主机")] == [["生成网站"], ["生成网站"]]


def test_only_one_of_the_two_recipes_publishes() -> None:
    jobs = (read(ROOT / ".github" / "workflows" / f"{name}.yml")["jobs"] for name in ("publish", "publish-ssh"))
    conditions = [job["build"]["if"] for job in jobs]
    assert conditions == ["vars.GONGKAI_TARGET == ''", "vars.GONGKAI_TARGET != ''"]


def test_secrets_are_known_to_the_job_that_deploys_alone() -> None:
    found = {
        (path.stem, job)
        for path in WORKFLOWS
        for job, steps in read(path)["jobs"].items()
        if "secrets." in yaml.safe_dump(steps)
    }
    assert found == {("publish-ssh", "deploy")}


def test_scripts_that_recipes_run_are_there() -> None:
    for path in (*WORKFLOWS, GITLAB):
        for name in re.findall(r"scripts/[\w-]+(?:\.py)?", path.read_text(encoding="utf-8")):
            assert (ROOT / name).is_file(), path


@pytest.mark.parametrize("name", ["proposal", "test"])
def test_proposals_see_no_secrets(name: str) -> None:
    path = ROOT / ".github" / "workflows" / f"{name}.yml"
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert read(path)["permissions"] == {"contents": "read"}


def test_no_step_pastes_what_a_proposal_says_into_a_script() -> None:
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []
