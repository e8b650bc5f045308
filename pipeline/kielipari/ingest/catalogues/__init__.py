"""Files of texts by key, in one language each → Document; the other language is another file."""
