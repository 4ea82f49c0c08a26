"""`gongkai add`: bring a report in, with a proposed name and metadata, and check it."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.options import content_option, today_option
from generator.content.discover import METADATA_SUFFIX, submission
from generator.content.ledger import record as enter
from generator.content.ledger import write_ledger
from generator.content.proposal import propose
from generator.content.site import Site, read_site
from generator.hashing import text_hash
from generator.intake.readers import docx, markdown, ofd, pdf, text
from generator.intake.uploads import Upload, uploads
from generator.model.report import Report, Unread
from generator.pages import addresses
from generator.pipeline import Run, read_submission
from generator.reporting.counts import in_telling_order
from generator.reporting.history import how_to_take_out
from generator.reporting.terminal import format_problems, summarise
from generator.rules import stops

_NO_REPORT = frozenset({"T05", "G204"})
"""Another kind of report, or none: nothing of the like is taken in."""


@click.command(
    cls=Command, help="收录报告：复制到内容目录，拟定文件名和补充信息，并作检查。可以给文件、文件夹或 zip；原文件不动。"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件...")
@content_option
@today_option
def add(files: tuple[Path, ...], content: Path, today: date) -> int:
    """Copy each file in; 1 if one of them could not be taken or has errors that block publication, else 0."""
    failed = False
    there = [file for file in files if file.exists() or file.is_symlink()]
    for file in files:
        if file not in there:
            click.echo(f"{file}：找不到这个文件，没有收录。", err=True)
            failed = True
    with tempfile.TemporaryDirectory() as workspace:
        for number, upload in enumerate(uploads(there)):
            if upload.name.endswith(METADATA_SUFFIX):
                continue  # taken along with its report
            failed |= not _add_upload(upload, Path(workspace) / str(number), content, today)
    return int(failed)


def _add_upload(upload: Upload, folder: Path, content: Path, today: date) -> bool:
    """Take one file of an upload in, by way of a folder of its own where it has its safe name."""
    if upload.trouble is not None:
        click.echo(format_problems([replace(upload.trouble, file=upload.place, line=1, column=1)]), nl=False)
        click.echo(f"{upload.place}：没有收录；文件留在原处。")
        return False
    folder.mkdir()
    file = folder / (upload.name or "报告")
    file.write_bytes(upload.data)
    beside = Path(upload.place).with_suffix(METADATA_SUFFIX)
    if beside.is_file():
        shutil.copyfile(beside, file.with_suffix(METADATA_SUFFIX))
    return _add(file, upload.place, read_site(content.resolve()), today)


def _add(file: Path, shown: str, site: Site, today: date) -> bool:
    """Take one file in; whether it may be published as it is. `shown` is the place that the clerk knows."""
    looked = read_submission(submission(file.absolute(), file.absolute().parent), Run(None, today))
    if isinstance(looked, Unread) or stops(looked.diagnostics):
        click.echo(format_problems(looked.diagnostics) + how_to_take_out(looked.diagnostics), nl=False)
        why = "读不出来，" if isinstance(looked, Unread) else ""
        click.echo(f"{shown}：{why}没有收录；文件留在原处。")
        return False
    if other := [problem for problem in looked.diagnostics if problem.code in _NO_REPORT]:
        click.echo(format_problems(other), nl=False)
        click.echo(f"{shown}：没有收录；文件留在原处。")
        return False
    proposal = propose(looked, site.roster)
    target = site.content / "reports" / proposal.folder / f"{safe_stem(proposal.stem)}{_suffix(file, looked)}"
    metadata_file = target.with_suffix(METADATA_SUFFIX)
    if there := _already(target):
        same = there.suffix == target.suffix and there.read_bytes() == file.read_bytes()
        place = there.relative_to(site.content)
        if same:
            click.echo(f"{shown}：与已经收录的 {place} 完全相同，不用再收录。")
        else:
            click.echo(f"{shown}：{place} 已经存在，没有覆盖。要更正已收录的报告，请直接替换那个文件。")
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
    if not file.with_suffix(METADATA_SUFFIX).is_file():
        metadata_file.write_text(proposal.metadata, encoding="utf-8")
    else:
        shutil.copyfile(file.with_suffix(METADATA_SUFFIX), metadata_file)
    click.echo(f"{shown} → {target.relative_to(site.content)}")
    if proposal.roster_entry:
        click.echo("名册 agencies.yml 中没有这个机关，请核对后加入以下几行，再运行 gongkai check：")
        click.echo(proposal.roster_entry)
    result = read_submission(submission(target, site.content), Run(site, today))
    click.echo(format_problems(in_telling_order(result.diagnostics)), nl=False)
    click.echo(summarise(result.diagnostics, "1 份报告"), nl=False)
    return _enter(result, site, today)


_SUFFIXES = {
    docx.MEDIA_TYPE: (".docx", ".docm", ".dotx"),
    pdf.MEDIA_TYPE: (".pdf",),
    ofd.MEDIA_TYPE: (".ofd",),
    text.MEDIA_TYPE: (".txt",),
    markdown.MEDIA_TYPE: (".md", ".markdown"),
}


def _suffix(file: Path, report: Report) -> str:
    """The suffix that the file's content asks for, so that a downloaded copy opens; what is unknown stays."""
    wanted = _SUFFIXES.get(report.document.original.media_type, ())
    known = file.suffix.lower()
    return known if known in wanted or not wanted else wanted[0]


def _already(target: Path) -> Path | None:
    """The report that lies where `target` should, in whatever format; its metadata file alone counts, too."""
    beside = sorted(path for path in target.parent.glob("*") if path.stem == target.stem and path.is_file())
    return next((path for path in beside if path.suffix != METADATA_SUFFIX), next(iter(beside), None))


def _enter(result: Report | Unread, site: Site, today: date) -> bool:
    if isinstance(result, Unread) or result.blocked or result.id is None:
        return False
    ledger = enter(site.ledger, result.id, addresses.report(result.id), text_hash(result.document), today)
    write_ledger(site.content / "ledger.json", ledger)
    return True


def safe_stem(name: str) -> str:
    """A file name without anything a file system, a shell or git stumbles over; Chinese stays."""
    cleaned = re.sub(r"[^\w（）()\-]+", "-", name).strip("-.") or "报告"
    return cleaned[:60]
