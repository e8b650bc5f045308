"""Swedish."""

from kielipari.languages.spoken import Spoken
from kielipari.languages.sv import compounds, context, morphology, stems
from kielipari.languages.sv.facts import FACTS

__all__ = ["LANGUAGE"]

LANGUAGE = Spoken("sv", FACTS, morphology, compounds, stems, context)
