"""What the disclosure rules say of a report, of the site's settings, and of all reports together."""

from generator.rules.acceptance import STOPS, accept, stops
from generator.rules.across import judge_corpus
from generator.rules.context import RuleContext
from generator.rules.deadlines import DueDate, due_date
from generator.rules.files import judge_file
from generator.rules.judge import grade, judge
from generator.rules.standing import Place, Standing, standing

__all__ = [
    "STOPS",
    "DueDate",
    "Place",
    "RuleContext",
    "Standing",
    "accept",
    "due_date",
    "grade",
    "judge",
    "judge_corpus",
    "judge_file",
    "standing",
    "stops",
]
