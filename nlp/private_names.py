"""Names of private persons in titles and texts: where a paragraph is about an individual, and which names stand there.

Owns the language of it. Errs on the side of finding too much: a place that is taken for a person costs a reader a look
at the protocol, a person who is not found may cost that person more. Whether a name is that of somebody elected or
employed, only a library knows (`index.masking`). Names beside a party are left out: they are elected people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.acts import Range
from nlp.names import UPPER, without_title

# Matters about one person: "Yttrande i mål enligt LVU", "Ansökan om bygglov", "Klagomål från", "Medborgarförslag från"
_INDIVIDUAL = re.compile(
    r"\bLV[UM]\b|\badopt|\bfaderskap|\bvårdnad|\bumgänge(?:s|t)?\b|\bbygglov|\bmarklov|\brivningslov|\bförhandsbesked"
    r"|\bstrandskydd|\bsökande(?!n av)|\bklagand|\banmälare|\bklagomål|\böverklag|\bmedborgarförslag|\be-förslag"
    r"|\bskadestånd|\bavstängning|\bserveringstillstånd|\bparkeringstillstånd|\bfärdtjänst|\briksfärdtjänst"
    r"|\bbostadsanpassning|\bgod man\b|\bförvaltarskap|\bdödsbo|\bnamnärende|\bindividärende|\bpersonärende"
    r"|\benskil(?:t|da) ärende|\bavsked|\bdisciplin|\bpatientskad|\bpatientnämnd|\banonym|\bsekretess|\bolovlig"
    r"|\btvångsvård|\bplacering av barn|\bstadigvarande|\bkontaktfamilj|\bfamiljehem|\bansökan (?:från|av) ",
    re.IGNORECASE,
)
_WORD = rf"[{UPPER}](?:[\w'’´]++(?:-[{UPPER}]?[\w'’´]++)*+|\.(?=[ {UPPER}]))"
_PARTICLE = r"(?:von|af|de|la|van|der|den|el|al|bin|dos|da|di)"
# Possessive: a name is never cut short so that what stands behind it is no party.
_NAME = rf"{_WORD}(?:[ \n](?:{_PARTICLE} ){{0,2}}{_WORD}){{1,4}}+"
_NO_PARTY = rf"(?!,? ?\((?:båda |samtliga )?[{UPPER}]\w{{0,4}}\))(?! (?:S|M|C|V|L|SD|KD|MP)\b)"
_FULL = re.compile(rf"(?<![\w\-]){_NAME}(?![\w\-]){_NO_PARTY}")
# Words before a private person's name, whatever the paragraph is about: "Sökande: Anna Lind", "överklagat av Bo Ek"
_CUE = re.compile(
    r"\b(?:sökanden?|klaganden?|anmälaren?|förslagsställaren?|huvudmannen|god man(?: för)?|dödsboet efter|målsäganden?"
    r"|vårdnadshavaren?|fastighetsägaren?|(?:medborgarförslag(?:et)?|e-förslag(?:et)?|klagomål(?:et)?|överklagande(?:t)?"
    r"|överklagat|anmälan|ansökan|skrivelsen?|brev(?:et)?|begäran|inlagan?)(?: \w+){0,2} (?:från|av|av den))"
    r"(?: är|:| –)? ?$",
    re.IGNORECASE,
)
_CUE_REACH = 60
# What has capitals and is no person: "Region Skåne", "Stora Torget", "Ek & Ask AB"
_NO_PERSON = re.compile(
    r"\b(?:AB|HB|KB|Ab|Aktiebolag\w*|Handelsbolag\w*|Förening\w*|\w+förening(?:en)?|\w+förbund(?:et)?|\w+bolag(?:et)?"
    r"|Region\w*|Kommun\w*|\w+s kommun|Stads?|Stadens?|Land(?:et|sting\w*)|Län(?:et|s\w*)|\w+styrelse\w*|\w+nämnd\w*"
    r"|\w+fullmäktige|\w+utskott\w*|\w+beredning\w*|\w+kontor\w*|\w+förvaltning\w*|\w+verk(?:et)?|\w+myndighet\w*"
    r"|\w+domstol\w*|\w+rätt(?:en)?|\w+ombudsman\w*|\w+parti(?:et)?|\w+gata[n]?|\w+gatan|\w+vägen|\w+torget|\w+skola[n]?"
    r"|\w+sjukhus\w*|Universitet\w*|Högskola\w*|Sverige[s]?|Svensk\w*|Stiftelse\w*|Museum|Kyrka[n]?|Church|University"
    r"|[Dd]nr|Paragraf|Bilaga|Beslut\w*|Motion\w*|Yttrande\w*|Ansökan|Yrkande\w*|Reservation\w*|Protokoll\w*|Förslag\w*"
    r"|Norra|Södra|Östra|Västra|Nya|Gamla|Stora|Lilla|Göteborgs|Stockholms|Malmö|Europeiska|Nordiska)\b"
    r"|\w+(?:gatan|vägen|torget|nämnden|styrelsen|kommunen|bolaget|skolan)$"
)
# A personal number of a day that there is: "850412-1234", "19850412-1234"; those of companies have a month above 12
PERSONAL_NUMBER = re.compile(
    r"(?<![\d\-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+]\d{4}(?!\d)"
)


def is_about_individual(text: str) -> bool:
    """Whether a title or text treats the matter of one person."""
    return _INDIVIDUAL.search(text) is not None


def possible_names(text: str, *, individual: bool) -> Iterator[Range]:
    """Yield where names without a party stand that may be a private person's.

    In a matter about an ``individual`` every full name is one, elsewhere those behind words such as "sökande" and
    "överklagande från".
    """
    for match in _FULL.finditer(text):
        name = without_title(match[0].replace("\n", " "))
        start = match.end() - len(name)
        if " " not in name or _NO_PERSON.search(name):
            continue
        if individual or _CUE.search(text, max(0, start - _CUE_REACH), start):
            yield Range(start, match.end())
