"""Swedish words that tell of other countries; the beginnings of words in lower case."""

BEGINNINGS = (
    "utland", "utländ", "sverige", "norge", "norsk", "danmark", "dansk", "isländ", "estland",
    "estnisk", "lettland", "lettisk", "litau", "ryss", "rysk", "tysk", "frank", "fransk", "brit",
    "storbrit", "engels", "england", "skott", "skotsk", "irland", "irländ", "usa", "amerik", "kanad", "austral",
    "spansk", "spanien", "italien", "polsk", "polen", "ungersk", "ungern", "grek", "österrik",
    "schweiz", "belg", "nederländ", "portug", "ukrain", "turk", "kines", "kina", "japan", "indisk",
    "israel", "iran", "irak", "syri", "katal", "makedon", "palestin", "indones", "brasil", "mexik",
)  # fmt: skip
