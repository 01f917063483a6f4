"""What a decision point does, told by its printed verb.

The first deciding verb counts ("godkänns och översänds" is approved); a declaration that something is done or answered
outweighs the "antecknas" before it. Quoted words decide nothing, and an infinitive decides only where the point begins
with it or a decision word governs it: "får rätt att utse" elects nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.acts import Outcome

_QUOTED = re.compile(r"[\"”“»][^\"”“»]{0,2000}[\"”“»]")

# Finite verbs, each with the printed form that it was made for.
_FINITE: tuple[tuple[Outcome, str], ...] = (
    # "godkänns", "antas", "bifalles", "ställer sig positiv till", "beslutar enligt förvaltningens förslag"
    (
        Outcome.APPROVED,
        (
            r"godkänn(?:er|s|es|t)|antag(?:s|es|er|it)|antar|antas|fastställ(?:er|s|es|t)|tillstyrk(?:er|s|es)"
            r"|bifall(?:er|s|es|it)|"
            r"bevilja[rs]|ställer sig (?:bakom|positiva?)|lämnas? bifall|tillstyrkt|"
            r"(?:beslutar|besluta|beslut fattas)(?: att)?,? (?:i enlighet med|enligt) (?:[\w\-]+ ){0,6}?\w*(?:förslag"
            r"|yrkande)\w*|^enligt (?:[\w\-]+ ){0,4}?\w*förslag\w*\W*$"
        ),
    ),
    # "avslås", "lämnas utan bifall", "avstyrker", "beslutar att inte bevilja"
    (
        Outcome.REJECTED,
        (
            r"avslå(?:r|s|tt)|lämnas?r?\b[^.]{0,60}? utan bifall|avstyrk(?:er|s)|att inte (?:bevilja|bifalla"
            r"|godkänna|anta|tillstyrka)"
        ),
    ),
    # "ärendet återremitteras", "återförvisas"
    (Outcome.REMITTED, r"återremitter(?:ar|as|at|ats)|återremiss|återförvisas"),
    # "ärendet bordläggs"
    (Outcome.TABLED, r"bordlägg(?:s|er|es)|bordläggning"),
    # "antecknas", "tas till handlingarna", "informationen är delgiven", "tackar för informationen"
    (
        Outcome.NOTED,
        (
            r"antecknas?|antecknar|noterar|noteras|(?:läggs|tas|lägger|tar|lägga|ta)\b[^.]{0,80}?\btill (?:handlingarna"
            r"|(?:dagens )?protokollet)|"
            r"(?:är|har) (?:\w+ )?delgiv(?:en|na|it|its)|(?:ha )?tagit (?:till sig|emot) information\w*|tackar för \w+"
        ),
    ),
    # "anses besvarad", "förklaras fullgjort", "uppdraget i § 7 avslutas", "motionen besvaras med att"
    (
        Outcome.ANSWERED,
        (
            r"(?:anses?|anser|förklaras?|förklarar)\b[^.]{0,120}?\b(?:besvara(?:d|t|de)|fullgjor(?:t|d|da)"
            r"|avsluta(?:d|t|de)|slutför(?:t|d|da)|färdigbehandla\w+)|"
            r"(?:är|är därmed|har) (?:därmed |härmed |med detta )?(?:besvara(?:d|t|de|ts)|fullgjor(?:t|d|da)"
            r"|avsluta(?:d|t|ts)|slutför(?:t|d|da|ts))"
            r"|uppdraget\b[^.]{0,160}? (?:avslutas|slutförs)|antecknas och (?:därmed )?avslutas"
            r"|(?<!remissen )besvaras(?! av\b)"
        ),
    ),
    # "får i uppdrag", "uppdrar åt", "ger förvaltningen i uppdrag", "I uppdraget ingår", "åläggs att"
    (
        Outcome.ASSIGNED,
        (
            r"(?<!fått )i uppdrag\b|uppdra[rs]? (?:åt|till)|(?:ges|får|tilldelas) (?:\w+ )?uppdrag(?:et)? att"
            r"|uppdras\b|åläggs att|i \w+uppdrag\b|i uppdraget ingår|ge[rs]? uppdrag (?:åt|till)"
        ),
    ),
    # "utses", "väljs", "omväljs", "till justerare väljs"
    (Outcome.ELECTED, r"utse[rs]|(?:om|ny|fyllnads|in)?välj(?:er|s|es)|förordnas"),
)
# Infinitives: "att godkänna", "Bifalla hemställan", "beslutar att utse"
_INFINITIVE: tuple[tuple[Outcome, str], ...] = (
    (Outcome.APPROVED, r"godkänna|anta(?:ga)?|fastställa|tillstyrka|bifalla|bevilja|ställa sig (?:bakom|positiva?)"),
    (Outcome.REJECTED, r"avslå|avstyrka"),
    (Outcome.REMITTED, r"återremittera"),
    (Outcome.TABLED, r"bordlägga"),
    (Outcome.NOTED, r"anteckna|notera"),
    (Outcome.ASSIGNED, r"uppdra"),
    (Outcome.ELECTED, r"utse|(?:om|ny)?välja|förordna"),
)
# Weaker words, asked only where no deciding verb stands: "har tagit del av informationen", "Val av två ledamöter"
_WEAK: tuple[tuple[Outcome, str], ...] = (
    (Outcome.NOTED, r"t(?:ar|agit|a) del av|informera(?:ts|des)|har informerats"),
    (Outcome.ELECTED, r"val av"),
)


def _compiled(table: tuple[tuple[Outcome, str], ...]) -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    return tuple((outcome, re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)) for outcome, pattern in table)


_FINITE_PATTERNS, _INFINITIVE_PATTERNS, _WEAK_PATTERNS = _compiled(_FINITE), _compiled(_INFINITIVE), _compiled(_WEAK)
_NO_ACTION = re.compile(r"\bföranled(?:er|a) (?:inte|ej|ingen|inga)\b|\butan (?:vidare )?åtgärd\b", re.IGNORECASE)
# what may stand right before an infinitive that decides, and what says that it does not
_GOVERNED = re.compile(r"(?:^|\b(?:att|och|samt|dels|beslutar?|föreslår|bes?lutat)|[:,;])\s*(?:att )?$", re.IGNORECASE)
# "att till ledamöter för tiden 2027–2030 välja", "att för egen del godkänna": what stands between the "att" that opens
# a point and its infinitive
_GOVERNED_AFAR = re.compile(
    r"^(?:[^.:]{0,60}\bbeslutar? )?att (?:till|som|för|från|med|under|inom|på|i|vid|enligt)\b(?:(?! att )[^.:;])*$",
    re.IGNORECASE,
)
# "Uppdraget från styrelsen att fastställa taxan förklaras fullgjort": the clause tells which assignment is meant
_OF_ASSIGNMENT = re.compile(r"\buppdrag(?:et|en)?(?: [\w\-]+){0,8} att (?:[\w\-]+ (?:och|samt) )?$", re.IGNORECASE)
_DEPENDENT = re.compile(
    (
        r"\b(?:rätt|uppdrag|möjlighet\w*|befogenhet|skyldighet|behov|ansvar\w*|för|genom|syfte|utan|avsikt"
        r"|fullmakt|bemyndigas|ska|kan) (?:av )?att (?:\w+ och )?(?:att )?$"
    ),
    re.IGNORECASE,
)
_LONGEST_POINT = 4000
_JUST_BEFORE = 60
_BEFORE_INFINITIVE = 240


def outcome_of(text: str) -> Outcome:
    """Return what a decision point does; ``other`` when no verb of the list decides ("översänds")."""
    words = _unquoted(text)
    found = _positions(words)
    if not found:
        return _first(words, _WEAK_PATTERNS) or Outcome.OTHER
    if _NO_ACTION.search(words) and min(found)[1] is Outcome.NOTED:
        return Outcome.NOTED
    first = min(found)[1]
    answered = any(outcome is Outcome.ANSWERED for _, outcome in found)
    return Outcome.ANSWERED if answered and first is Outcome.NOTED else first


def decides(text: str) -> bool:
    """Whether a deciding verb stands in ``text``."""
    return bool(_positions(_unquoted(text)))


def _unquoted(text: str) -> str:
    """Blank out quoted words, places kept."""
    return _QUOTED.sub(lambda m: " " * len(m[0]), text[:_LONGEST_POINT])


@lru_cache(maxsize=128)
def _positions(words: str) -> tuple[tuple[int, Outcome], ...]:
    found = [(m.start(), outcome) for outcome, pattern in _FINITE_PATTERNS for m in pattern.finditer(words)]
    found += [
        (m.start(), outcome)
        for outcome, pattern in _INFINITIVE_PATTERNS
        for m in pattern.finditer(words)
        if _governs(words, m.start())
    ]
    return tuple(found)


def _governs(words: str, position: int) -> bool:
    before = words[max(0, position - _BEFORE_INFINITIVE) : position]
    near = before[-_JUST_BEFORE:]
    if _DEPENDENT.search(near) or _OF_ASSIGNMENT.search(before):
        return False
    return bool(_GOVERNED.search(near) or (position < _BEFORE_INFINITIVE and _GOVERNED_AFAR.search(before)))


def _first(words: str, patterns: tuple[tuple[Outcome, re.Pattern[str]], ...]) -> Outcome | None:
    return next((outcome for outcome, pattern in patterns if pattern.search(words)), None)
