"""Who did not take part in a decision: "Anna Lind (C) deltar inte i beslutet".

That is none of the other acts: no vote, no abstention (one who abstains has taken part in the vote), no reservation and
no jäv. A sentence that speaks of jäv is left to the recusals, and one who is recused is not told here again.
"""

from __future__ import annotations

import re

from nlp.acts import NonParticipation, Person, Range
from nlp.blocks import blocks, sentences_in
from nlp.names import find_people, leading_names

_DECISION = r"(?:(?:\w+ )?beslut\w*|avgörandet|ärendets avgörande|omröstningen|voteringen)"
# "deltar inte i beslutet", "inte deltar i beslutet", "deltog ej i avgörandet", "avstår från att delta i beslutet"
_STANDS_ASIDE = re.compile(
    rf"\b(?:delt(?:ar|og|agit) (?:inte|ej|icke|varken) |(?:inte|ej|icke) (?:ska |vill |kommer att )?"
    r"(?:delta[r]?|deltog|deltagit) |avst(?:år|od|ått) från (?:att (?:delta|medverka)|deltagande|medverkan) )"
    rf"i {_DECISION}"
    rf"|\bi {_DECISION} (?:deltar|deltog) (?:inte|ej)\b",
    re.IGNORECASE,
)
# "anmäler att ledamöterna från M inte deltar i beslutet för det fall återremissyrkandet faller": only announced
_ONLY_IF = re.compile(r"\b(?:om|ifall|för det fall|för den händelse)\b[^.]{0,80}\b(?:faller|avslås|bifalls|inte)\b")
_JAV = re.compile(r"\bjäv", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:till förmån för|med hänvisning till|enligt|i stället för|ersätts av)\b")


def read_absence(text: str) -> tuple[NonParticipation, ...]:
    """Return who did not take part, each once; ranges are the sentences that say so."""
    if "delta" not in text and "delto" not in text and "medverka" not in text:
        return ()
    found: dict[Person, NonParticipation] = {}
    for block in blocks(text):
        for span in sentences_in(text, block.range):
            for person in _in_sentence(text, span):
                found.setdefault(person, NonParticipation(person, (span,)))
    return tuple(found.values())


def _in_sentence(text: str, span: Range) -> list[Person]:
    sentence = text[span.start : span.end]
    told = _STANDS_ASIDE.search(sentence)
    if told is None or _JAV.search(sentence) or _ONLY_IF.search(sentence):
        return []
    others = _OTHERS.search(sentence, told.end())
    people = find_people(sentence[: others.start()] if others else sentence) or leading_names(sentence)
    clause = sentence.rfind(" att ", 0, told.start())
    before = [p for r, p in people if clause < r.start and r.end <= told.start()]
    before = before or [p for r, p in people if r.end <= told.start()]
    return list(dict.fromkeys(before or [p for r, p in people if r.start >= told.end()]))
