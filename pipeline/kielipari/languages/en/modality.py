"""English modality: modal verbs and words that oblige or permit."""

OBLIGATION = r"\b(?:shall|must|should|need\w*|require\w*|oblig\w*|duty|mandatory|(?:has|have|had) to|ought)\b"
PERMISSION = r"\b(?:may|can|could|might|allow\w*|permit\w*|possib\w*|right|able|free)\b"
MUST = frozenset(["must", "obliged", "mandatory"])
MAY = frozenset(["may", "can", "could", "might"])
