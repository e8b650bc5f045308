"""Which documents are versions of each other, where the site does not say it itself."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kielipari.config import Config, DeclaredPair
from kielipari.errors import UsageError
from kielipari.gather.loading import display
from kielipari.gather.reading import ReadFiles
from kielipari.model import (
    Bitext,
    Block,
    BlockKind,
    Document,
    Pair,
    Parity,
    Problem,
    SourceMap,
    Unit,
)
from kielipari.site.addresses import is_web
from kielipari.site.claims import Found
from kielipari.site.paths import neutral_path


def by_language(
    documents: Sequence[Document], languages: tuple[str, str]
) -> tuple[list[Document], list[Document], list[Problem]]:
    """Return the documents in either language, and a problem for each file in neither."""
    first, second = languages
    sources = [d for d in documents if d.lang == first]
    targets = [d for d in documents if d.lang == second]
    strangers = [
        Problem(
            d.uri,
            f"is in neither {first} nor {second} as far as can be told; "
            "put the language into its path or name it with --source-lang or --target-lang",
        )
        for d in documents
        if d.lang not in languages and not is_web(d.uri)  # a site has other languages too
    ]
    return sources, targets, strangers


def two_versions(
    documents: Sequence[Document], languages: tuple[str, str]
) -> tuple[list[Document], list[Document]]:
    """Put two given documents in order; raises UsageError where both are in one language."""
    one, other = documents
    if one.lang is not None and one.lang == other.lang:
        raise UsageError(
            f"{one.uri} and {other.uri} are in the same language ({one.lang}); "
            "give two language versions of one text"
        )
    if one.lang == languages[1] or other.lang == languages[0]:
        one, other = other, one
    return [replace(one, lang=languages[0])], [replace(other, lang=languages[1])]


def given_pair(source: Document, target: Document, languages: tuple[str, str]) -> Pair:
    """Return the pair that two named files are."""
    return Pair(
        id="p1",
        source_uri=source.uri,
        target_uri=target.uri,
        source_lang=languages[0],
        target_lang=languages[1],
        source=source,
        target=target,
    )


def declared_pairs(config: Config, languages: tuple[str, str]) -> dict[tuple[str, str], Parity]:
    """Return the pairs of the configuration by their uris, with what each promises."""

    def uri(pair: DeclaredPair, lang: str) -> str | None:
        name = pair.path(lang)
        if name and is_web(name):
            return name
        return display(config.root / name) if name else None

    rows = ((uri(p, languages[0]), uri(p, languages[1]), p.parity) for p in config.pairs)
    return {(first, second): parity for first, second, parity in rows if first and second}


def similar_pages(
    sources: Sequence[Document],
    targets: Sequence[Document],
    paired: Sequence[Document],
    languages: tuple[str, str],
    config: Config,
) -> Iterable[Found]:
    """Compare the contents of pages that nothing else pairs."""
    from kielipari import align  # noqa: PLC0415 loads NumPy and the lexicon, rarely needed here
    from kielipari.site.similar import similar  # noqa: PLC0415 the same

    resources = align.load_resources(*languages, lexicons=config.lexicons)
    return similar(sources, targets, resources, paired)


def bitext_pair(bitext: Bitext, languages: tuple[str, str]) -> Pair:
    """Return the pair that a bilingual file is by itself."""
    return Pair(
        id="",
        source_uri=bitext.uri,
        target_uri=bitext.uri,
        source_lang=bitext.source_lang or languages[0],
        target_lang=bitext.target_lang or languages[1],
        units=bitext.units,
    )


def pair_catalogues(read: ReadFiles, languages: tuple[str, str]) -> None:
    """Turn catalogues that translate one third language into two documents paired by key.

    ``fi.po`` and ``sv.po`` with English msgids say nothing of Finnish and Swedish each by
    itself; together they do.
    """
    groups: dict[str, dict[str, Bitext]] = defaultdict(dict)
    for bitext in read.bitexts:
        if bitext.source_lang not in languages and bitext.target_lang in languages:
            groups[neutral_path(bitext.uri, languages)][bitext.target_lang or ""] = bitext
    for versions in groups.values():
        if all(lang in versions for lang in languages):
            read.documents += [_as_document(versions[lang], lang) for lang in languages]
            for bitext in versions.values():
                read.bitexts.remove(bitext)


def _as_document(bitext: Bitext, lang: str) -> Document:
    blocks = tuple(_entry(unit) for unit in bitext.units)
    return Document(bitext.uri, lang, blocks, bitext.meta)


def _entry(unit: Unit) -> Block:
    """Return a translation under the name of what it translates; without one, it stands there."""
    plural = "" if unit.plural is None else f"[{unit.plural}]"
    source = " ".join(s.text for s in unit.source)
    key = f"{unit.context}\x04{source}{plural}" if unit.context else f"{source}{plural}"
    if unit.target:
        return replace(unit.target[0].block, id=key, kind=BlockKind.ENTRY)
    block = unit.source[0].block
    return Block(key, BlockKind.ENTRY, "", source_map=SourceMap.at(block.place()))
