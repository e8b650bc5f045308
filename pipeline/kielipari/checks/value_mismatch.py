"""V101, V102, V105–V107: numbers, dates, contacts, references and units that differ.

Both sides are compared once; every discrepancy belongs to exactly one rule, the most specific
that fits, so that one wrong value is one finding.
"""

from collections.abc import Callable, Iterator

from kielipari.checks.base import (
    CANNOT_TELL,
    SATISFIED,
    Evidence,
    Example,
    Rule,
    Scope,
    Span,
    Verdict,
    Violation,
)
from kielipari.checks.declared import are_each_others, is_mistyped
from kielipari.checks.view import SideView, UnitView
from kielipari.model import Message, Severity
from kielipari.values import Value, ValueKind, extract
from kielipari.values.contacts import has_valid_check_digits
from kielipari.values.discrepancy import Discrepancy
from kielipari.values.render import in_place_of

CONTACTS = frozenset(
    {
        ValueKind.PHONE,
        ValueKind.EMAIL,
        ValueKind.URL,
        ValueKind.IBAN,
        ValueKind.BUSINESS_ID,
    }
)
_CHECKED = frozenset({ValueKind.IBAN, ValueKind.BUSINESS_ID})
_MEASURED = frozenset({ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.PERCENT})
_NUMBERS = frozenset(
    {
        ValueKind.NUMBER,
        ValueKind.ORDINAL,
        ValueKind.YEAR,
        ValueKind.TIME,
        ValueKind.NAME,
        *_MEASURED,
    }
)


def rule_of(discrepancy: Discrepancy) -> str:
    """Return the slug of the one rule that a discrepancy belongs to."""
    kinds = discrepancy.kinds
    if kinds & CONTACTS:
        return "contact-mismatch"
    if ValueKind.WEEKDAY in kinds:
        return "weekday-mismatch"
    if ValueKind.DATE in kinds:
        return "date-mismatch"
    if discrepancy.same_number:
        return "unit-or-currency-mismatch"
    if ValueKind.REFERENCE in kinds:
        return "reference-mismatch"
    return "number-mismatch"


def value_span(side: SideView, value: Value | None) -> Span | None:
    """Return where a value stands."""
    return side.span(value.start, value.end) if value is not None else None


def violation(slug: str, view: UnitView, discrepancy: Discrepancy) -> Violation:
    """Build the evidence for a discrepancy, with the right value in the target's own form."""
    source, target = discrepancy.source, discrepancy.target
    instead = None
    if source is not None and target is not None and _is_sure(discrepancy, view):
        if discrepancy.same_number:  # a symbol such as km is the same in both languages
            there = extract(source.text, view.target.lang)
            instead = source.text if [v.key for v in there] == [source.key] else None
        elif source.kind not in _CHECKED or has_valid_check_digits(source.kind, source.key[0]):
            instead = in_place_of(target, source, view.target.lang, view.source.lang)
    return Violation(
        Message.of(
            slug,
            source_value=source.text if source else "",
            target_value=target.text if target else "",
        ),
        source=value_span(view.source, source),
        target=value_span(view.target, target),
        suggestion=Message.of("write", text=instead) if instead else None,
        severity=Severity.WARNING if _is_left_out(discrepancy, view.target) else None,
    )


def _is_left_out(discrepancy: Discrepancy, target: SideView) -> bool:
    """Whether a section, or the only date, has nothing in its place; an act's number misleads."""
    value = discrepancy.source
    if value is None or discrepancy.target is not None:
        return False
    if value.kind is ValueKind.DATE:
        return not any(other.kind is ValueKind.DATE for other in target.values)
    return value.kind is ValueKind.REFERENCE and value.key[0] != "act"


def _is_sure(discrepancy: Discrepancy, view: UnitView) -> bool:
    """Whether the one value stands in the other's place, rather than merely nearest to it.

    They are of a kind, and no second pair of that kind differs, or they are alike letter for letter.
    """
    source, target = discrepancy.source, discrepancy.target
    if source is None or target is None or discrepancy.same_number:
        return True
    if source.kind is not target.kind and {source.kind, target.kind} & _MEASURED:
        return False
    others = [d for d in view.comparison.discrepancies if d.kinds & discrepancy.kinds]
    here, there = (value.number or "".join(value.key) for value in (source, target))
    return len(others) == 1 or is_mistyped(here, there)


def _rule(
    slug: str,
    kinds: frozenset[ValueKind],
    excused: Callable[[UnitView, Discrepancy], bool] = lambda _view, _discrepancy: False,
) -> Callable[[UnitView], Iterator[Verdict]]:
    """Return the check that reports the discrepancies of one slug."""

    def check(view: UnitView) -> Iterator[Verdict]:
        if not view.is_paired:
            return
        found = view.comparison
        told = False
        for discrepancy in found.discrepancies:
            if rule_of(discrepancy) == slug and not excused(view, discrepancy):
                told = True
                yield violation(slug, view, discrepancy)
        if told:
            return
        if found.open & kinds:
            yield CANNOT_TELL
        elif found.satisfied & kinds:
            yield SATISFIED

    return check


RULES = (
    Rule(
        code="V101",
        slug="number-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A number, an amount, a percentage or a time of one language is another in the "
        "other. Digits, words in any case, grouping, millions and converted units are read by "
        "their value.",
        why="The reader pays the wrong price, comes at the wrong time or expects the wrong sum.",
        how="Check which one is right and correct the other. A number that is deliberately "
        "different (a local price) can be ignored with a reason.",
        bad=(
            Example("Kuvan koko on 200x200px.", "Bildens storlek är 280x200 pixlar."),
            Example("Lippu maksaa 12 euroa.", "Biljetten kostar 21 euro."),
            Example("Hankkeessa on 16 kuntaa.", "Projektet omfattar 17 kommuner."),
            Example("Tuki kattaa 40 prosenttia kuluista.", "Stödet täcker 50 % av kostnaderna."),
            Example("Kuusitoista kuntaa osallistui.", "Sjutton kommuner deltog."),
            Example("Näyttely on auki klo 10–18.", "Utställningen är öppen kl. 10–17."),
            Example(
                "Budjeten är 2,5 miljoner euro.", "Talousarvio on 3,5 miljoonaa euroa.", "sv", "fi"
            ),
            Example("Det finns 1 250 platser.", "Paikkoja on 1 520.", "sv", "fi"),
            Example("Yöllä on −5 °C.", "På natten är det 5 °C."),
            Example("Se on kolmas kerta.", "Det är femte gången."),
            Example("Päätös tehdään 30 päivän kuluessa.", "Beslutet fattas inom dagar."),
            Example("Hanke maksaa puoli miljardia euroa.", "Projektet kostar en miljard euro."),
        ),
        good=(
            Example("Kuvan koko on 200x200px.", "Bilden är 200 × 200 pixlar."),
            Example("Hinta on 30 000 dollaria.", "Priset är $30,000."),
            Example("Summa on 1 234,5 euroa.", "Summan är 1 234,5 euro."),
            Example("Kuudellatoista alueella", "Inom 16 områden"),
            Example("Kuusitoista aluetta", "Sexton områden"),
            Example("Rahoitus on 2,5 miljoonaa.", "Finansieringen är 2 500 000."),
            Example("Yhteensä miljardi euroa", "Totalt en miljard euro"),
            Example("Yöllä on −5 °C.", "På natten är det 5 minusgrader."),
            Example("Matka on 1,5 km.", "Sträckan är 1 500 meter."),
            Example("1) Hakemus käsitellään.", "Ansökan behandlas."),
            Example("Yksi hakija valittiin.", "En sökande valdes."),
            Example("Kolmannen maan kansalaiset", "Medborgare i andra länder"),
            Example("Kahden metrin aita", "Ett tvåmeters staket"),
            Example("Sataa yli 10 millimetriä.", "Det kommer över en cm regn."),
            Example("Kahdeksantoista vuotta täyttäneet", "De som fyllt aderton år"),
            Example("Kahden vuoden välein", "Vartannat år"),
            Example("Neljäsosa kuluista", "25 procent av kostnaderna"),
            Example("Liput 0 €", "Biljetterna är gratis"),
            Example("Kello 14.30", "Klockan halv tre"),
            Example("20-vuotinen sopimus", "Ett tjugoårigt avtal"),
            Example("12 kuukauden jakso", "En tolvmånadersperiod"),
            Example("2,4 GHz:n taajuus", "En frekvens på 2 400 MHz"),
            Example("Tunti maksaa 5–10 €.", "En timme kostar 5 till 10 euro."),
            Example("50 procent av de tjugofem", "Puolet kahdestakymmenestäviidestä", "sv", "fi"),
            Example("Öppet kl. 9.30–16", "Avoinna klo 9.30–16.00", "sv", "fi"),
        ),
        check=_rule("number-mismatch", _NUMBERS),
        needs=Evidence.VALUES,
        otherwise=((Evidence.NUMBERS, SATISFIED),),
    ),
    Rule(
        code="V102",
        slug="date-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A date of one language is another in the other, however it is written. The only one, "
        "if it was left out, is a warning.",
        why="The reader misses a deadline or comes on the wrong day.",
        how="Check which date is right and correct the other.",
        bad=(
            Example("Juhla on 6.12.2026.", "Festen hålls den 12 juni 2026."),
            Example("Haku päättyy 30 päivänä syyskuuta.", "Ansökan går ut den 30 oktober."),
            Example("Hanke alkaa maaliskuussa.", "Projektet inleds i maj."),
            Example("Senast den 1 mars 2027", "Viimeistään 1.5.2027", "sv", "fi"),
            Example("Voimaan 17 päivänä lokakuuta 2021", "I kraft den oktober 2021"),
            Example("Haku päättyy 31.10.2026.", "Ansökan går ut snart."),
        ),
        good=(
            Example("Juhla on 6.12.2026.", "Festen hålls den 6 december 2026."),
            Example("Ohjelmakausi 2021–2027", "Programperioden åren 2021–2027"),
            Example("Vuosina 2021–2027", "Från 2021 till 2027"),
            Example("Joulukuun 6 päivänä 2026", "Den 6 december 2026"),
            Example("Voimassa 1.–31.3.", "Gäller 1–31.3."),
            Example("Avoinna 1.5.–30.9.", "Öppet maj–september"),
            Example("Laki on annettu 5 päivänä toukokuuta 2026.", "Lagen gavs samma dag."),
            Example("Kohdat 1.5. ja 1.6.", "Punkterna ovan"),
            Example("Första maj och julafton", "Vapunpäivä ja jouluaatto", "sv", "fi"),
            Example("helmi- ja lokakuun 25 päivä", "den 25 dagen i februari och oktober"),
            Example("Kokous pidetään 2026-12-06.", "Mötet hålls 6.12.2026."),
            Example("Ansökan lämnas i september.", "Hakemus jätetään syyskuussa.", "sv", "fi"),
        ),
        check=_rule("date-mismatch", frozenset({ValueKind.DATE})),
        needs=Evidence.VALUES,
        otherwise=((Evidence.DATES, SATISFIED),),
    ),
    Rule(
        code="V105",
        slug="contact-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A phone number, an e-mail address, an account number or a business ID differs.",
        why="The call, the letter or the money goes to somebody else, or nowhere.",
        how="Copy it from the source. An office may have an address of its own in each language "
        "(kirjaamo@ and registratur@ the same domain); others that are meant to differ are "
        "declared in the glossary, both as terms of one concept.",
        bad=(
            Example("Puh. 09 310 1691", "Tfn 09 310 1961"),
            Example("Kirjoita: neuvonta@kunta.example", "Skriv till neuvonta@kuntta.example"),
            Example("Kirjoita: neuvonta@kunta.example", "Skriv till neuvota@kunta.example"),
            Example("Tilille FI21 1234 5600 0007 85", "På kontot FI21 1234 5600 0007 58"),
            Example("Y-tunnus 0201256-6", "FO-nummer 0201265-6"),
            Example("Ring 020 634 0200", "Soita 020 634 0300", "sv", "fi"),
        ),
        good=(
            Example("Puh. 09 310 1691", "Tfn +358 9 310 1691"),
            Example("Tilille FI21 1234 5600 0007 85", "På kontot FI2112345600000785"),
            Example("Lue lisää: www.kunta.example/fi/haku", "Läs mer: www.kunta.example/sv/haku"),
            Example("Skriv till info@kommun.example", "Kirjoita: info@kommun.example", "sv", "fi"),
            Example("Kirjoita: kirjaamo@kunta.example", "Skriv: registratur@kunta.example"),
        ),
        check=_rule("contact-mismatch", CONTACTS, are_each_others),
        needs=Evidence.VALUES,
        otherwise=((Evidence.CONTACTS, SATISFIED),),
    ),
    Rule(
        code="V106",
        slug="reference-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="A reference to an act, a section, a chapter or an article differs. One to a section "
        "or the like that was left out is a warning, and none where a word such as “the said” may "
        "stand for it.",
        why="The reader looks the matter up in the wrong place, or in a law that does not exist.",
        how="Check the reference in the source of law and correct the one that is wrong.",
        bad=(
            Example("kielilain (423/2003) 32 §", "32 § i språklagen (432/2003)"),
            Example("kielilain (423/2003) 32 §", "33 § i språklagen (423/2003)"),
            Example("asetuksen 5 luvun 3 §:n 2 momentti", "5 kap. 3 § 4 mom. i förordningen"),
            Example("Se 12 a § i lagen.", "Ks. lain 12 b §.", "sv", "fi"),
            Example("lain 33 a §:n mukainen ilmoitus", "en anmälan enligt lagen"),
        ),
        good=(
            Example("kielilain (423/2003) 32 §", "32 § i språklagen (423/2003)"),
            Example("5 luvun 3 §:n 2 momentti", "5 kap. 3 § 2 mom."),
            Example(
                "asetuksen (EU) 2016/679 9 artiklan 2 kohta",
                "artikel 9.2 i förordning (EU) 2016/679",
            ),
            Example("HE 123/2020 vp", "RP 123/2020 rd"),
            Example("lain 5 §:n mukainen ilmoitus", "en anmälan enligt den nämnda paragrafen"),
            Example("lain mukainen ilmoitus", "en anmälan enligt 5 § i lagen"),
            Example("12, 13 och 14 §", "12, 13 ja 14 §", "sv", "fi"),
        ),
        check=_rule("reference-mismatch", frozenset({ValueKind.REFERENCE})),
        needs=Evidence.VALUES,
        otherwise=((Evidence.REFERENCES, SATISFIED),),
    ),
    Rule(
        code="V107",
        slug="unit-or-currency-mismatch",
        severity=Severity.ERROR,
        scope=Scope.UNIT,
        what="The number is the same, but not what it counts: another unit or currency.",
        why="Five metres are not five kilometres, and a krona is not a euro.",
        how="Use the source's unit, or convert the number with it.",
        bad=(
            Example("Matka on 5 km.", "Sträckan är 5 m."),
            Example("Hinta on 20 €.", "Priset är 20 kr."),
            Example("Teho on 3 MW.", "Effekten är 3 kW."),
            Example("Korkeus on 5 prosenttia.", "Höjden är 5 meter."),
            Example("Avgiften är 100 euro.", "Maksu on 100 dollaria.", "sv", "fi"),
        ),
        good=(
            Example("Osuus on 5 prosenttia.", "Andelen är 5 procent."),
            Example("Osuus on 5 prosenttia.", "Andelen är 5 %."),
            Example("Määräaika on 14 vuorokautta.", "Fristen är 14 dagar."),
            Example("Kulutus on 2 GWh.", "Förbrukningen är 2 000 MWh."),
            Example("Priset är 20 euro.", "Hinta on 20 €.", "sv", "fi"),
        ),
        check=_rule("unit-or-currency-mismatch", _MEASURED),
        needs=Evidence.VALUES,
        otherwise=((Evidence.MEASURES, SATISFIED),),
    ),
)
