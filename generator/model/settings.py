"""The settings of a site (`content/site.yml`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.metadata import Mode


@dataclass(frozen=True, slots=True)
class Footer:
    """The footer items of a government site (W05); an empty one is not published, and is a fault in official mode."""

    organiser: str = ""
    """主办单位."""
    contact: str = ""
    """联系方式."""
    site_code: str = ""
    """网站标识码, 10 digits, or `bm` and 8 digits."""
    icp: str = ""
    """ICP备案编号."""
    police: str = ""
    """公安机关备案标识."""
    error_report: str = ""
    """Address of 我为政府网站找错."""
    badge: str = ""
    """Address of the 党政机关网站标识; never used in demo mode."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Where a reader reports an error in a passage (「这段有误」): a mail address, or the address of an issue form."""

    email: str = ""
    issue_url: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a customer configures. `base_url` is the absolute address of the site, "" if not known."""

    name: str
    description: str = ""
    host: str = ""
    """The body that runs the site."""
    column: str = "法治政府建设年度报告"
    column_type: str = "信息公开"
    base_url: str = ""
    mode: Mode = Mode.DEMO
    noindex: bool = False
    show_overdue: bool = False
    """Whether the public board says 逾期 n 天, or only the dates."""
    word_limit: int | None = None
    rows_per_page: int = 100
    footer: Footer = field(default_factory=Footer)
    feedback: Feedback = field(default_factory=Feedback)
    licence: str = ""
    """Licence of the open data, e.g. an SPDX id or a name; "" if the publisher states none."""
    rules: dict[str, dict[str, object]] = field(default_factory=dict)
    """Overrides of rules by id: severity, enabled, parameters."""
    leaders: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
