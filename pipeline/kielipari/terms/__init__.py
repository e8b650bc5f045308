"""The termbase: formats, form index, matching, lint, look-up, extraction."""
