"""Which body issues the report, and for whom it speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogues.bodies import bodies
from generator.identity.names import Named
from generator.identity.place import read_place, without_place
from generator.identity.sources import Sources
from generator.model.identity import Basis, Known
from generator.model.span import Span

_GOVERNMENT = "人民政府"
_TOWN = re.compile(r"(?:[镇乡](?:人民)?政府|街道(?:办事处)?|[镇乡])$")
"""Towns sign without their county: 癸镇人民政府 is a full name."""
_SHORT = re.compile(r".+[省市县区旗州]政府")
"""甲县政府 is 甲县人民政府."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues the report as far as the text tells, and for whom it speaks; None what it does not tell."""

    agency: Known[str] | None = None
    subject: Known[str] | None = None


def find_issuer(sources: Sources) -> Issuer:
    """Signature, title, opening and sentences, in this order; a signature by another body than the title's decides."""
    title = sources.title.issuer
    signer = _signer(sources)
    if signer is not None:
        return _signed(sources, title, signer)
    if title is not None and title.is_place:
        return _place_alone(sources, title)
    if title is not None:
        return Issuer(_completed(sources, title), _spoken_for(sources, title))
    return _from_text(sources)


def _town(sources: Sources, name: Named) -> Known[str]:
    """乙镇 in a title stands for 乙镇人民政府; read in the text if that name stands there."""
    if name.text.endswith(("镇政府", "乡政府")):
        return _with_full_name(sources, name.text.removesuffix("政府") + _GOVERNMENT, name.span)
    if not name.text.endswith(("镇", "乡", "街道")):
        return Known(name.text, Basis.TEXT, name.span)
    office = "办事处" if name.text.endswith("街道") else _GOVERNMENT
    return _with_full_name(sources, name.text + office, name.span)


def _with_full_name(sources: Sources, full: str, span: Span | None) -> Known[str]:
    """A full name, read in the text if it stands there, else inferred from what stands at `span`."""
    at = sources.document.text.find(full)
    return Known(full, Basis.TEXT, Span(at, at + len(full))) if at >= 0 else Known(full, Basis.INFERRED, span)


def _signer(sources: Sources) -> Named | None:
    """The first body that signs; a government before the committee that signs with it, a bureau before its 党组."""
    signers = [name for name in sources.signers if not name.is_place]
    signers.sort(key=lambda name: (not name.text.endswith(_GOVERNMENT), name.text.endswith("党组")))
    return signers[0] if signers else None


def _signed(sources: Sources, title: Named | None, signer: Named) -> Issuer:
    agency = _completed(sources, signer)
    if title is None:
        return Issuer(agency, _spoken_for(sources, signer))
    if title.is_place:
        return Issuer(agency, None if signer.is_government else _government(sources, title))
    if _same(title.text, signer.text):
        fuller = signer if title.is_bare else title
        return Issuer(_completed(sources, fuller), _spoken_for(sources, fuller))
    if title.is_government and not signer.is_government:
        return Issuer(agency, _completed(sources, title))
    if signer.text.startswith(title.text) or without_place(signer.text).startswith(without_place(title.text)):
        return Issuer(_completed(sources, title), _spoken_for(sources, title))  # signed by an office of the agency
    return Issuer(agency, _spoken_for(sources, signer))


def _same(one: str, other: str) -> bool:
    """Whether two names differ only in the places before them: 乙区司法局, 甲市乙区司法局, 区司法局."""
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter) or without_place(one) == without_place(other)


def _place_alone(sources: Sources, place: Named) -> Issuer:
    """甲县2024年法治政府建设年度报告, unsigned: its government reports, unless a department acts in the opening."""
    actor = next((name for name in sources.opening if not name.is_government), None)
    if actor is not None and sources.speaks_of_itself:
        return Issuer(_completed(sources, actor), _government(sources, place))
    return Issuer(_government(sources, place))


def _government(sources: Sources, place: Named) -> Known[str]:
    """The government of a place; read in the text if its name stands there."""
    if not place.is_place:
        return Known(place.text, Basis.TEXT, place.span)
    return _with_full_name(sources, place.text + _GOVERNMENT, place.span)


def _from_text(sources: Sources) -> Issuer:
    """No name in title and signature: the first that acts in the opening, else the one that acts most often.

    A place that acts first is its government, unless the report speaks of a bureau or a town as its own (我局, 我镇).
    """
    town = _OWN_TOWN.search(sources.document.text) is not None
    opening = sources.opening
    actor = next((name for name in opening if not name.is_place), None)
    if not sources.speaks_of_itself and not town:
        if opening and opening[0].is_place:
            return Issuer(_government(sources, opening[0]))
        if actor is None and (own := _own_government(sources)) is not None:
            return Issuer(own)
    if actor is None:
        fits = (lambda name: _TOWN.search(name.text)) if town else (lambda name: not name.is_bare)
        actor = _most_frequent([name for name in sources.body if fits(name)])
    if actor is None:
        return Issuer()
    if (government := _beside_committee(sources, actor)) is not None:
        return Issuer(government)
    return Issuer(_completed(sources, actor), _spoken_for(sources, actor))


def _most_frequent(names: Sequence[Named]) -> Named | None:
    counts = Counter(name.text for name in names if not name.is_place)
    frequent = max(counts, key=lambda text: (counts[text], text), default=None)
    return next((name for name in names if name.text == frequent), None)


_REPORTS = re.compile(r"(?P<reports>现[将就])?(?P<level>[省市县区旗州])(?:人民)?政府")
_OWN_TOWN = re.compile(r"[我本全](?:[镇乡]|街道|街(?![道上头面]))")
_OWN = re.compile(r"[我本全](?P<level>[省市县区旗州])(?!.{0,8}(?:系统|公安机关|税务机关))")


def _own_government(sources: Sources) -> Known[str] | None:
    """The government of a report that says only 我县 or 全县, if the text names one county again and again."""
    text = sources.document.text
    levels = Counter(match["level"] for match in _OWN.finditer(text))
    level = _acting_level(text) or max(levels, key=lambda level: levels[level], default=None)
    place = None if level is None else sources.place(level)
    return None if place is None else _with_full_name(sources, place + _GOVERNMENT, None)


def _acting_level(text: str) -> str | None:
    """区 of 区政府坚持… and 现将区政府2023年度…, None if no government without a name reports."""
    return next(
        (
            match["level"]
            for match in _REPORTS.finditer(text)
            if match["reports"] or bodies().verb.match(text, match.end())
        ),
        None,
    )


_BESIDE = re.compile(r"[、和](?P<name>[一-鿿]{2,20}?人民政府)|[、和][省市县区旗州](?:人民)?政府")


def _beside_committee(sources: Sources, actor: Named) -> Known[str] | None:
    """The government that acts together with its party committee: 中共甲县委、甲县人民政府坚持…."""
    if not actor.text.endswith(("委", "委员会")) or not actor.place.known:
        return None
    match = _BESIDE.match(sources.document.text, actor.span.end)
    if match is None:
        return None
    if match["name"] is None:
        return _with_full_name(sources, str(actor.place.lowest) + _GOVERNMENT, actor.span)
    if read_place(match["name"]).lowest != actor.place.lowest:
        return None
    return Known(match["name"], Basis.TEXT, Span(*match.span("name")))


def _completed(sources: Sources, name: Named) -> Known[str]:
    """The name with its place: 县乙局 becomes 甲县乙局 where addressee, signature or text name only one 甲县."""
    if _TOWN.search(name.text):
        return _town(sources, name)
    if _SHORT.fullmatch(name.text) and not name.is_bare:
        return _with_full_name(sources, name.text.removesuffix("政府") + _GOVERNMENT, name.span)
    if not name.is_bare:
        return Known(name.text, Basis.TEXT, name.span)
    same = (
        other
        for other in (*sources.signers, *sources.opening, *sources.body)
        if not other.is_bare and _same(other.text, name.text)
    )
    if (fuller := next(same, None)) is not None:
        return Known(fuller.text, Basis.TEXT, fuller.span)
    place = sources.place("省") if name.text.endswith("厅") else place_of_text(sources)
    level = name.place.level
    if place is None or (level and not place.endswith(level)):
        return Known(name.text, Basis.TEXT, name.span)
    return Known(place + name.text[len(level) :], Basis.INFERRED, name.span)


def place_of_text(sources: Sources) -> str | None:
    """The county or city that addressee, signature and opening name, else the county the text names most often."""
    for name in (*sources.signers, *sources.addressees, *sources.opening):
        if name.place.county or name.place.city:
            return name.place.county or name.place.city
    return sources.county


def _spoken_for(sources: Sources, agency: Named) -> Known[str] | None:
    """The government for which a justice bureau or an office writes: the title or the opening speaks of the place."""
    if not bodies().writer.search(agency.text) or sources.speaks_of_itself:
        return None
    acting = next((name for name in sources.opening if name.is_government), None)
    if acting is not None:
        return _government(sources, acting)
    place = agency.place.lowest or place_of_text(sources)
    if sources.title.scope and place is not None:
        return Known(place + _GOVERNMENT, Basis.INFERRED, sources.outline.title)
    return None
