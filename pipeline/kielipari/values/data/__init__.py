"""What each language knows of numbers, times and references: the same names in every module."""
