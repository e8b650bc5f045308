"""What is said of a defect, by rule: the most specific sentence first.

The sentence is taken whose arguments are all given; the last one needs none.
"""

from collections.abc import Mapping
from typing import Final

DEFECTS: Final[Mapping[str, tuple[str, ...]]] = {
    "term-not-used": (
        "“{form}”: the agreed {language} is {terms}; the text says “{instead}”",
        "“{form}”: the agreed {language} is {terms}",
        "“{form}”: the agreed term is {terms}",
        "The agreed term is not used",
    ),
    "forbidden-term": (
        "“{form}” is not to be used; say {terms}",
        "“{form}” is not to be used",
        "A term that is not to be used",
    ),
    "compound-term-not-used": (
        "“{form}”: the part “{part}” is {terms} in {language}",
        "“{form}”: the compound should be built on {terms}",
        "The compound does not use the agreed term",
    ),
    "inconsistent-term": (
        "“{term}” is “{form}” here and {others:and} elsewhere",
        "“{form}” here, {others:and} elsewhere",
        "The term is rendered otherwise elsewhere",
    ),
    "conflated-terms": (
        "{terms:and} are different concepts, but both are “{form}” here",
        "“{form}” stands for several different concepts",
        "Different concepts have the same translation",
    ),
    "term-left-in-source-language": (
        "“{form}” has been left in {language}; the agreed term is {terms}",
        "“{form}” has been left untranslated; the agreed term is {terms}",
        "A term has been left untranslated",
    ),
    "sweden-swedish-term": (
        "“{form}” is what it is called in Sweden; in Finland say {terms}",
        "“{form}” is the term in Sweden, not in Finland",
        "A term that is used in Sweden, not in Finland",
    ),
    "untranslated-name": (
        "“{form}” has a name in {language}: {terms}",
        "“{form}” has a name in this language: {terms}",
        "The name has a counterpart in this language",
    ),
    "wrong-name": (
        "“{form}” is {terms}, not “{found}”",
        "“{source_form}” is {terms}, not “{form}”",
        "“{form}” is not the right name; it is {terms}",
        "Another name than in the source",
    ),
    "empty-translation": ("The translation is empty",),
    "copied-source": (
        "“{text}” stands here untranslated",
        "The source text stands here untranslated",
    ),
    "wrong-language": (
        "This is {found}; it should be {expected}",
        "This is not {expected}",
        "The text is in another language",
    ),
    "mixed-language": (
        "“{form}” is {found} in a text in {expected}",
        "“{form}” is in another language than the rest",
        "Two languages in one sentence",
    ),
    "unfinished-translation": (
        "“{marker}” says that the translation is unfinished",
        "The translation is marked as unfinished",
    ),
    "unfinished-translation-state": ("The file marks the translation as unfinished",),
    "unrelated-translation": ("The two sides do not say the same thing",),
    "truncated-translation": (
        "The translation stops before “{rest}”",
        "The translation stops before the source does",
    ),
    "unrelated-page": (
        "The {language} page is about something else",
        "The two pages are not versions of each other",
    ),
    "missing-page": (
        "“{title}” has no version in {language}",
        "This page has no version in {language}",
        "This page has no counterpart",
    ),
    "missing-section": (
        "The section “{heading}” is missing after “{after}”",
        "The section “{heading}” is missing in {language}",
        "The section “{heading}” is missing",
        "A section is missing",
    ),
    "missing-section.independent": (
        "The texts were written independently; the section “{heading}” is not there in {language}",
        "The texts were written independently; one has a section that the other lacks",
    ),
    "missing-sentence": (
        "Missing after “{after}”: “{text}”",
        "Missing: “{text}”",
        "This sentence has no counterpart",
    ),
    "extra-content": (
        "Only on this side: “{text}”",
        "This has no counterpart in the source",
    ),
    "structure-mismatch": (
        "{kind}: {source_count} in the source, {target_count} here",
        "Heading of level {source_level} in the source, {target_level} here",
        "The structure differs from the source",
    ),
    "stale-translation": (
        "When this was translated, the source said “{previous}”",
        "The source has changed after the translation",
    ),
    "missing-attachment.language": ("“{name}” is a file in {language}; the link does not say so",),
    "missing-attachment": (
        "“{name}” is linked on the other page only",
        "{href} is linked on the other page only",
        "An attachment is linked on the other page only",
    ),
    "missing-key": (
        "The key {key} is missing in {language}",
        "The key {key} is missing",
        "A key is missing",
    ),
    "number-mismatch": (
        "{source_value} in the source, {target_value} here",
        "“{source_value}” is missing from the translation",
        "{target_value} is not in the source",
        "The numbers differ",
    ),
    "date-mismatch": (
        "{source_value} in the source, {target_value} here",
        "The date “{source_value}” is missing from the translation",
        "The date {target_value} is not in the source",
        "The dates differ",
    ),
    "weekday-mismatch": (
        "“{form}”: {date} is a {weekday}",
        "{source_value} in the source, {target_value} here",
        "The weekday is wrong",
    ),
    "time-format": (
        "“{form}”: write {instead}",
        "“{form}” is not how times are written in this language",
        "The time is not written as this language writes it",
    ),
    "contact-mismatch": (
        "{source_value} in the source, {target_value} here",
        "“{source_value}” is missing from the translation",
        "{target_value} is not in the source",
        "The contact details differ",
    ),
    "reference-mismatch": (
        "{source_value} in the source, {target_value} here",
        "The reference “{source_value}” is missing from the translation",
        "The reference {target_value} is not in the source",
        "The references differ",
    ),
    "unit-or-currency-mismatch": (
        "{source_value} in the source, {target_value} here",
        "The unit or the currency differs",
    ),
    "number-format": (
        "“{form}”: write {instead}",
        "“{form}” is not how numbers are written in this language",
        "The number is not written as this language writes it",
    ),
    "lost-negation": (
        "“{form}” denies; the translation does not",
        "Only one side denies",
    ),
    "added-negation": ("“{form}” denies; the source does not",),
    "shifted-modality": (
        "“{source_form}” has become “{target_form}”",
        "Must and may have changed places",
    ),
    "weakened-obligation": ("“{form}” obliges; “{found}” only allows",),
    "strengthened-permission": ("“{form}” only allows; “{found}” obliges",),
    "suspicious-length": (
        "{target_length} characters for {source_length} in the source",
        "The translation is strikingly short or long",
    ),
    "inconsistent-translation": (
        "The same text is “{other}” elsewhere",
        "The same text is translated otherwise elsewhere",
    ),
    "same-translation": (
        "“{other}” has the same translation",
        "Two different texts have this translation",
    ),
    "unused-suppression": (
        "Nothing is silenced by “{text}” any more ({reason})",
        "Nothing is silenced by “{text}” any more",
        "An exception that silences nothing any more",
    ),
    "placeholder-mismatch": (
        "{missing:and} is missing, and {extra:and} is not in the source",
        "{missing:and} is missing",
        "{extra:and} is not in the source",
        "The placeholders differ from the source",
    ),
    "markup-mismatch": (
        "{missing:and} is missing, and {extra:and} is not in the source",
        "{missing:and} is missing",
        "{extra:and} is not in the source",
        "The markup differs from the source",
    ),
    "invalid-plural": (
        "Plural forms: {found}, of {expected} that are needed",
        "{forms:and}: not a plural form of this language",
        "The message’s structure is not valid: {problem}",
        "The plural forms are not valid",
    ),
    "punctuation-mismatch": (
        "{source_value} in the source, {target_value} here",
        "“{form}”: write {instead}",
        "The punctuation differs from the source",
    ),
    "whitespace": ("Spaces that should not be here",),
    "doubled-word": (
        "“{form}” stands twice",
        "The same word stands twice",
    ),
    "wrong-page-language": (
        "The page says it is {declared}, but the text is {found}",
        "The page does not say its language; the text is {found}",
        "The page declares another language than its text is in",
    ),
    "unmarked-language-change": (
        "“{text}” is {found}, and the page does not mark it",
        "This passage is {found}, and the page does not mark it",
        "A passage in another language is not marked",
    ),
    "link-to-other-language": (
        "The link leads to a page in {found}; this language has {instead}",
        "{href} is a page in another language; this one has {instead}",
        "The link leads to a page in another language",
    ),
    "hreflang.not-reciprocal": ("{href} does not name this page as its other language version",),
    "hreflang.no-self-reference": ("The page does not name itself among its language versions",),
    "hreflang.not-found": ("{href} is named as another language version but is not there",),
    "hreflang": (
        "The page’s language version {href} is not linked as it should be",
        "The language versions do not name each other properly",
    ),
    "untranslated-metadata": (
        "{kind}: this is {found}; it should be {expected}",
        "{kind}: not translated",
        "This is {found}; it should be {expected}",
        "A text that stands beside the page is in the other language",
    ),
    "language-switcher": (
        "The language link leads to {href}, not to {instead}",
        "The language link leads to {href}, not to this page’s counterpart",
        "The language link does not lead to this page’s counterpart",
    ),
    "duplicate-concept": (
        "“{term}” stands in several concepts: {others:and}",
        "“{term}” stands in several concepts",
        "The concept is there twice",
    ),
    "unanalysable-term": (
        "“{term}”: the word “{word}” cannot be analysed, so that only this very form is found",
        "“{term}” cannot be analysed, so that only this very form is found",
        "The term cannot be analysed",
    ),
    "conflicting-status": (
        "“{term}” is both {statuses:and}",
        "The term has conflicting statuses",
    ),
    "missing-equivalent": (
        "“{term}” has no equivalent in {language}",
        "The concept lacks a term in one language",
    ),
    "duplicate-concept.duplicate-row": ("“{term}” has the same row twice",),
    "duplicate-concept.id-collision": ("Two concepts have the id of “{term}”",),
    "duplicate-concept.several-domains": ("The concept of “{term}” is given several domains",),
    "conflicting-status.two-preferred": ("Two terms are preferred: {detail}",),
    "conflicting-status.id-conflict": ("“{term}” contradicts another row of its concept",),
    "conflicting-status.unknown-status": ("The status of “{term}” is not known",),
    "untidy-term.spaces": ("“{term}” has double or unusual spaces",),
    "untidy-term.outer-space": ("“{term}” has a space before or after it",),
    "untidy-term.invisible-character": ("“{term}” holds an invisible character",),
    "untidy-term.qualifier": ("“{term}” has an explanation in brackets; a text never has it",),
    "untidy-term.alternatives": ("“{term}” holds several terms in one cell",),
    "untidy-term.long": ("“{term}” is too long for a term",),
    "untidy-term.unpaired-bracket": ("“{term}” has a bracket without its pair",),
    "untidy-term.punctuation": ("“{term}” ends in a punctuation mark",),
    "untidy-term.apostrophe": ("“{term}” has another apostrophe than the other terms",),
    "untidy-term.part-of-speech": ("The part of speech of “{term}” is not known",),
    "untidy-term.ignored-column": ("A column is not read: {detail}",),
    "untidy-term.ignored-sheet": ("A sheet is not read: {detail}",),
    "untidy-term.empty-term": ("A row has no term",),
    "untidy-term.no-term": ("A concept has no term",),
    "untidy-term.no-language": ("“{term}” has no language",),
    "untidy-term.wrong-level": ("“{detail}” does not stand where TBX-Basic puts it",),
    "untidy-term": (
        "“{term}” has stray spaces, soft hyphens or apostrophes",
        "The term is untidily written",
    ),
}
