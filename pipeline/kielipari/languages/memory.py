"""How much is remembered of the words of a text, so that each is looked at once.

Most of a text is made of few words that come again and again, while most of the different words
of a large file stand there once and are remembered in vain. So a memory is emptied when it is full,
or drops what was asked for longest ago: the words that come often are back at once.
"""

WORDS_KEPT = 19_600
"""Words in a memory that every text asks: a set of a few more would take four times the room."""

ANSWERS_KEPT = 10_000
"""Answers of an analysis that other answers are made of; one takes several times the room of its word."""
