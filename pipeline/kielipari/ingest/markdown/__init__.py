"""Markdown → Document: markdown-it-py parses, and every text is found again in the file."""
