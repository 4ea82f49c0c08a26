"""Everything the guard looks for, in one text."""

from __future__ import annotations

from generator.guard.addresses import home_addresses
from generator.guard.contacts import contacts
from generator.guard.hit import Hit, without_overlaps
from generator.guard.marks import internal_marks, secrecy_marks
from generator.guard.numbers import personal_numbers
from generator.guard.parties import case_parties
from generator.guard.people import look_for_people
from generator.guard.sensitive import sensitive_matters


def scan_text(text: str) -> tuple[Hit, ...]:
    """Every hit in `text` in the order of their places; spans count in `text` as it was given.

    Hits of one kind never overlap. Time is linear in the length of the text.
    """
    scene = look_for_people(text)
    return tuple(
        sorted(
            (
                *personal_numbers(text),
                *without_overlaps(contacts(text)),
                *without_overlaps(sorted(home_addresses(scene), key=_certain_and_long)),
                *without_overlaps(sorted(sensitive_matters(scene), key=_certain_and_long)),
                *without_overlaps(sorted(case_parties(scene), key=_certain_and_long)),
                *secrecy_marks(text),
                *internal_marks(text),
            )
        )
    )


def _certain_and_long(hit: Hit) -> tuple[bool, int]:
    return (not hit.certain, -len(hit.span))
