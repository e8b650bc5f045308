"""Finnish modality: the necessive construction and modal verbs (VISK § 1573–1587)."""

OBLIGATION = (
    r"\b(?:on|oli|olisi) (?:[^\s.;:]+ ){0,3}\w+t(?:ava|ävä)\b|\b\w+t(?:ava|ävä) on\b|\btäytyy\b|\bpakko\w*"
    r"|\bpitää\b|\btulee\b|\bvelvolli\w*|\bvelvoit\w*|\bvaadit\w*|\bedellyt\w*|\bvaati\w*|\btarvit\w*"
    r"|\bpitäisi\b|\btulisi\b|\bpiti\b|\bkannattaa\b|\bsyytä\b|\boltava\b"
)
PERMISSION = (
    r"\bvoi\w{0,6}\b|\bvoida\w*|\bsaa\b|\bsaavat\b|\bsaada\w*|\bsaatte\b|\bsaat\b|\bsaisi\w*"
    r"|\bmahdolli\w*|\boikeu[st]\w*|\bsalli\w*|\bpysty\w*|\blupa\w*|\bosaa\w*|\bosata\w*|\bkyk\w*|\bvalmi\w*"
)
MUST = frozenset(
    ["täytyy", "täytyvät", "pakko", "pakollinen", "pakollista", "velvollinen", "velvollisia"]
)
MAY = frozenset(
    [
        "voi",
        "voit",
        "voivat",
        "voitte",
        "voidaan",
        "voisi",
        "saa",
        "saat",
        "saavat",
        "saatte",
        "saadaan",
    ]
)
