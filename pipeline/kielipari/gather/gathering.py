"""The whole way: load, read, settle languages, survey, pair."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kielipari import ingest
from kielipari.config import Config
from kielipari.errors import EmptyInputError, InputError
from kielipari.gather.loading import Loaded, load
from kielipari.gather.pairing import (
    bitext_pair,
    by_language,
    declared_pairs,
    given_pair,
    pair_catalogues,
    similar_pages,
    two_versions,
)
from kielipari.gather.reading import read_all, with_language
from kielipari.gather.unread import with_unread
from kielipari.model import Pair, Parity, Problem
from kielipari.site.addresses import is_web
from kielipari.site.duplicates import without_duplicates
from kielipari.site.pairing import pair_documents
from kielipari.site.survey import SiteFacts, survey, with_owners


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pairs of a run, in order, with the facts of the site and what could not be read.

    ``contents`` holds, by uri, a hash of the bytes that were read: 32 bytes of SHA-256.
    """

    pairs: tuple[Pair, ...]
    facts: SiteFacts
    documents: int
    problems: tuple[Problem, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)


def gather(  # noqa: PLR0913 the configuration, and what the command line says instead of it
    paths: Sequence[str],
    config: Config,
    *,
    source_lang: str,
    target_lang: str,
    progress: Callable[[str], None] = lambda _: None,
    loaded: Sequence[Loaded] | None = None,
) -> Gathered:
    """Read what the paths name, or what the configuration names where there are none.

    ``loaded`` is what :func:`load` gave for the same arguments, where that is known already.

    Raises UsageError where nothing is named, InputError where the only file cannot be read, and
    EmptyInputError where nothing readable is found.
    """
    languages = (source_lang, target_lang)
    if loaded is None:
        loaded = load(paths, config, source_lang=source_lang, target_lang=target_lang)
    read = read_all(loaded, languages, progress)
    nothing = not read.documents and not read.bitexts and not read.both
    half_a_pair = len(paths) == 2 and len(read.documents) == 1  # noqa: PLR2004 a pair is two
    if read.problems and (half_a_pair or (nothing and len(read.problems) == 1)):
        problem = read.problems[0]
        raise InputError(problem.message, problem.path, problem.line)
    if nothing and not read.problems:
        what = "the paths given hold" if paths else "the configured content holds"
        raise EmptyInputError(
            f"{what} nothing that can be read; readable are {', '.join(ingest.formats())}"
        )
    pair_catalogues(read, languages)
    documents = [with_language(d, languages) for d in read.documents]
    if any(is_web(d.uri) for d in documents):
        documents = without_duplicates(documents, survey(documents))
    sources, targets, strangers = by_language(documents, languages)
    two_files = len(paths) == 2 and len(documents) == 2  # noqa: PLR2004
    if two_files:
        sources, targets = two_versions(documents, languages)
        strangers = []
    read.problems.extend(strangers)
    if read.listed:
        from kielipari.site.sources import told_by_sitemaps  # noqa: PLC0415 most runs fetch nothing

        documents = told_by_sitemaps(documents, read.listed)
        sources, targets, _ = by_language(documents, languages)
    facts = survey(documents)
    pairs = (
        (given_pair(sources[0], targets[0], languages),)
        if two_files
        else pair_documents(
            sources,
            targets,
            source_lang=source_lang,
            target_lang=target_lang,
            facts=facts,
            declared=declared_pairs(config, languages),
            parity=lambda d: read.parity.get(d.uri, Parity.FULL),
            similar=lambda one, other, paired: similar_pages(one, other, paired, languages, config),
        )
    )
    pairs += tuple(given_pair(first, second, languages) for first, second in read.both)
    pairs = with_unread(pairs, read.problems, languages)
    numbered = [*pairs, *(bitext_pair(b, languages) for b in read.bitexts)]
    pairs = tuple(replace(pair, id=f"p{n}") for n, pair in enumerate(numbered, 1))
    return Gathered(
        pairs=pairs,
        facts=with_owners(facts, pairs),
        documents=len(documents) + len(read.bitexts) + len(read.both),
        problems=tuple(read.problems),
        contents=read.contents,
    )
