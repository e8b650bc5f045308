"""Finnish."""

from kielipari.languages.fi import compounds, context, morphology, stems
from kielipari.languages.fi.facts import FACTS
from kielipari.languages.spoken import Spoken

__all__ = ["LANGUAGE"]

LANGUAGE = Spoken("fi", FACTS, morphology, compounds, stems, context)
