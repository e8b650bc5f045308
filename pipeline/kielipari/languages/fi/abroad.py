"""Finnish words that tell of other countries; the beginnings of words in lower case."""

BEGINNINGS = (
    "ulkomai", "ulkomaa", "ruotsi", "ruotsal", "ruotsissa", "norja", "tanska", "islanti", "islannin",
    "viro", "virola", "latvia", "liettua", "venäj", "venäl", "saksa", "ransk", "brit", "englan",
    "englanti", "skot", "irlan", "yhdysval", "yhdysvalta", "amerik", "kanad", "austral", "espanja", "italia",
    "puola", "unkari", "kreik", "itäval", "sveits", "belgia", "alankomai", "hollan", "portuga",
    "ukraina", "turki", "turkki", "kiina", "japan", "intia", "israel", "iran", "irak", "syyria",
    "katalonia", "makedonia", "palestiina", "indonesia", "brasil", "meksiko",
)  # fmt: skip
