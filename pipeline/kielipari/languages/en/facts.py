"""English facts. Closed classes after Huddleston and Pullum, The Cambridge Grammar of English."""

from kielipari.languages.base import Facts
from kielipari.languages.text import words

NEGATIONS = words(
    """
    not no never none nobody nothing neither nor nowhere without n't cannot
    """
)
FUNCTION_WORDS = words(
    """
    the a an this that these those my your his her its our their i you he she it we they me
    him us them who whom whose which what where when why how and or but if because although
    though while of in on at by for with about against between into through during before
    after above below to from up down out off over under again then once here there all any
    both each few more most other some such only own same so than too very can will just
    should now is are was were be been being have has had having do does did doing would
    could may might must shall as until unless since also not no nor never without within
    upon per via
    """
)

FACTS = Facts(
    function_words=FUNCTION_WORDS | NEGATIONS,
    abbreviations=words(
        """
    a.m. apr. approx. art. assoc. aug. ave. capt. cf. ch. co. corp. dec. dept. dr. e.g. ed.
    eds. esp. est. et al. etc. feb. fig. figs. gen. gov. i.e. inc. jan. jr. jul. jun. lt.
    ltd. mar. mr. mrs. ms. no. nos. nov. oct. op. p. p.m. pp. ph.d. prof. rev. sect. sep.
    sept. sgt. sr. st. v. vol. vs.
    """
    ),
    negations=NEGATIONS,
    quotation_marks=(("“", "”"), ("‘", "’")),
    before_numbers=frozenset(["no", "nos", "pp", "tel"]),
    tells_names=True,
    in_itself="in english",
    lends=True,
    name_endings=("'s", "’s"),
    joining=frozenset({"and", "or"}),
)
