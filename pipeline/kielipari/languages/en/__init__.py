"""English."""

from kielipari.languages.en import compounds, context, morphology, stems
from kielipari.languages.en.facts import FACTS
from kielipari.languages.spoken import Spoken

__all__ = ["LANGUAGE"]

LANGUAGE = Spoken("en", FACTS, morphology, compounds, stems, context)
