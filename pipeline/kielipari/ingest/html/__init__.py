"""HTML → Document: a tokenizer that keeps every offset, and what a reader sees of the page."""
