"""Files that hold both languages: PO, XLIFF, TMX, CSV → Bitext."""
