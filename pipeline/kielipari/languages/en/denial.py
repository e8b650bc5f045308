"""English negation: negating adverbs and pronouns, prefixes, suffixes, and verbs that deny."""

STRONG = frozenset(
    [
        "not",
        "no",
        "never",
        "neither",
        "nobody",
        "nothing",
        "none",
        "nowhere",
        "cannot",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "don't",
        "doesn't",
        "didn't",
        "can't",
        "couldn't",
        "won't",
        "wouldn't",
        "shouldn't",
        "mustn't",
        "needn't",
        "hasn't",
        "haven't",
        "hadn't",
    ]
)
POSSIBLE = frozenset(["nor", "hardly", "barely", "scarcely", "seldom", "rarely", "zero"])
CONTINUING = frozenset(["nor", "either"])
KINDS = (
    ("except", r"except\w*|instead|excl|excluding|exclud\w*|outside|unless|derogat\w*|deviat\w*"),
    ("without", r"without|lack\w*|absen\w*|missing|empty|miss(?:es)?|out|off"),
    ("restrict", r"only|solely"),
    ("prevent", r"prevent\w*|avoid\w*|block\w*|ignor\w*|hinder\w*"),
    ("deny", r"forb[ai]d\w*|prohibit\w*|den(?:y|ie)\w*|refus\w*|reject\w*|oppos\w*|ban(?:s|ned)?"),
    ("fail", r"fail\w*|omit\w*|neglect\w*|abstain\w*|cease\w*|error\w*|problem\w*|wait\w*"),
    ("un", r"non|un\w{4,}|dis(?:ab|al|con)\w*|mis(?:match|spel)\w*|outdated|offline|irr\w{4,}|voluntar\w*|in(?:ap|ac|ad|ef|el|cor|com|val|vis|suf|sens|def)\w*|im(?:pos|pro|per|mat)\w*|\w{3,}less|\w*free"),
)  # fmt: skip
UNCLEAR = r"\b(?:if|or) not\b|\bnot (?:only|just|merely)\b|\bno (?:more|less|later) than\b"
OTHERWISE = r"\bother than\b"
