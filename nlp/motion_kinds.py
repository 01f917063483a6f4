"""What a motion asks for: bifall, avslag, återremiss, bordläggning, a change or an addition.

The words of the request tell it first. Where they do not ("yrkar att avgiften ska vara 200 kronor"), the word by which
the beslutsgång calls that motion does: "ändringsyrkandet", "Anna Linds tilläggsyrkande". A bonus that is called a
tillägg ("lönetillägg", "gles-tillägg") is no addition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.acts import Motion, MotionKind

# what is asked for, in the order in which it is printed
REQUEST = re.compile(
    r"(?P<approve>\bbifall(?:a|as|s|er|es)?\b|\b(?:att \w+ )?(?:godkänn\w+|antar?\b|antas|fastställ\w+"
    r"|tillstyrk\w+)|enligt (?:[\w\-]+ ){0,6}?\w*förslag\w*)"
    r"|(?P<reject>\bavsl(?:ag|å|ås|år)\b)|(?P<remit>\båterremi\w+|\båterförvis\w+)|(?P<table>\bbordlägg\w+)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:\b(?:och|samt|eller|alternativt|dels|hand|sekundärt)(?: på| om| till| att| yrkar| även| också)*|,)\s*$",
    re.IGNORECASE,
)
_ADDITION = re.compile(
    (
        r"\btilläggs(?:yrkande|förslag)\w*|\bsom (?:ett )?tillägg\b|\bföljande tillägg\b|(?<![\w\-])tillägg(?:et)?\b"
        r"|\bläggs till\b|\btillföras\b|\bkompletter\w+"
    ),
    re.IGNORECASE,
)
_CHANGE = re.compile(
    (
        r"\b(?:del)?ändrings(?:yrkande|förslag)\w*|\bändra[sr]?\b|\bändring(?:ar|en)?\b|\bersätts? med\b"
        r"|\bstryk(?:a|s|er)\b|\butgå(?:r)?\b|\blydelse\b|\bomformuler\w+|\bi stället\b"
    ),
    re.IGNORECASE,
)
# as in "enligt förslaget med ändringen att", "bifall till förslaget med följande tillägg"
_WITH_CHANGE = re.compile(r"\bmed (?:den |det |följande )?(ändring|tillägg)(?!syrk)", re.IGNORECASE)
_JOINED_ADDITION = re.compile(
    r"(?:,? (?:och|samt)|,)(?: till| på)? (?=(?:[\w\-]+ ){0,3}(?P<what>tilläggs|ändrings)(?:yrkande|förslag))",
    re.IGNORECASE,
)
_HEADING_KINDS = (
    ("tillägg", MotionKind.ADD),
    ("ändring", MotionKind.AMEND),
    ("återremi", MotionKind.REMIT),
    ("bordlägg", MotionKind.TABLE),
    ("avslag", MotionKind.REJECT),
)

# as in "mot ändringsyrkandet", "Linds tilläggsyrkande", "återremissyrkandet från Bo Ek (S)"
_CALLED = re.compile(
    r"\b(?P<word>ändrings|tilläggs|återremiss|avslags)(?:yrkande|förslag)(?P<ending>t|n|na)?\b", re.IGNORECASE
)
_KIND_CALLED = {
    "ändrings": MotionKind.AMEND,
    "tilläggs": MotionKind.ADD,
    "återremiss": MotionKind.REMIT,
    "avslags": MotionKind.REJECT,
}
_UNSAID = (MotionKind.OTHER, MotionKind.ADD, MotionKind.AMEND)
_SAID = re.compile(r"\b(?:tilläggs|ändrings)(?:yrkande|förslag)|\bsom (?:ett )?tillägg\b", re.IGNORECASE)
_NEAR = 60
_LONGEST_REQUEST = 3000
_JOINT_WINDOW = 60


def requests(asked: str, heading: str) -> list[tuple[MotionKind, str]]:
    """Return what a sentence asks for, each with the key that tells the same proposal again."""
    heads = _heads(asked)
    if not heads:
        return [(plain_kind(asked, heading), "")]
    found: list[tuple[MotionKind, str]] = []
    for order, head in enumerate(heads):
        end = heads[order + 1].start() if order + 1 < len(heads) else len(asked)
        found += _of_head(MotionKind(str(head.lastgroup)), asked[head.end() : end], asked[: head.start()])
    return list(dict.fromkeys(found))


def _heads(asked: str) -> list[re.Match[str]]:
    """The first request, and those that "och", "samt" or "i andra hand" join to it."""
    heads: list[re.Match[str]] = []
    for match in REQUEST.finditer(asked[:_LONGEST_REQUEST]):
        if not heads or _JOINT.search(asked[max(0, match.start() - _JOINT_WINDOW) : match.start()]):
            heads.append(match)
    return heads


def _of_head(kind: MotionKind, object_: str, before: str) -> list[tuple[MotionKind, str]]:
    """Split "bifall till förslaget och tilläggsyrkande från SD" and name the kind of "bifall till tilläggsyrkandet"."""
    if kind is MotionKind.APPROVE and (change := _WITH_CHANGE.search(object_)):
        return [(MotionKind.ADD if change[1].lower() == "tillägg" else MotionKind.AMEND, _key(object_))]
    if kind is not MotionKind.APPROVE:
        return [(kind, _key(object_ if object_.strip(" .,") else before))]
    parts, start = [], 0
    for match in _JOINED_ADDITION.finditer(object_):
        parts.append(object_[start : match.start()])
        start = match.end()
    parts.append(object_[start:])
    return [(_approved_kind(part, before), _key(part)) for part in parts]


def _approved_kind(part: str, before: str) -> MotionKind:
    """Bifall to an addition is ``add``, to an amendment ``amend``, to any other proposal ``approve``."""
    opening = part[:60]
    if _ADDITION.match(opening.lstrip()[3:].lstrip() if opening.lstrip().startswith("till ") else opening) or re.match(
        r"(?: ?(?:till|på))? (?:[\w:\-]+ ){0,3}?tilläggs", opening
    ):
        return MotionKind.ADD
    if re.match(r"(?: ?(?:till|på))? ?(?:[\w:\-]+ ){0,3}?ändrings", opening):
        return MotionKind.AMEND
    return MotionKind.ADD if re.match(r"tilläggs", opening) or "som tillägg" in before else MotionKind.APPROVE


def plain_kind(asked: str, heading: str) -> MotionKind:
    """Name the kind of a request without bifall, avslag, återremiss or bordläggning."""
    if _ADDITION.search(asked):
        return MotionKind.ADD
    if _CHANGE.search(asked):
        return MotionKind.AMEND
    return next((kind for word, kind in _HEADING_KINDS if word in heading), MotionKind.OTHER)


def _key(object_: str) -> str:
    words = re.findall(r"\w+", object_.lower())
    while words and words[0] in ("till", "på", "av", "den", "det", "att", "av", "om"):
        words = words[1:]
    while words and words[-1] in ("i", "första", "andra", "hand", "och", "samt", "på", "yrkar"):
        words = words[:-1]
    return " ".join(words) or "—"


def called_so(motions: Sequence[Motion], procedure: str) -> tuple[Motion, ...]:
    """Give motions whose words leave their kind open the kind by which ``procedure``, the beslutsgång, calls them."""
    told = [_named(motion, motions, procedure) for motion in motions]
    for match in _CALLED.finditer(procedure):
        kind = _KIND_CALLED[match["word"].lower()]
        if any(motion.kind is kind for motion in told):
            continue
        places = _open_places(told, procedure)
        if len(places) == 1 or (places and match["ending"] == "na"):
            told = [replace(m, kind=kind) if place in places else m for place, m in enumerate(told)]
    return tuple(told)


def _open_places(motions: Sequence[Motion], procedure: str) -> list[int]:
    """Which motions may be meant: those of no kind, else a change that the procedure does not call by its kind."""
    plain = [place for place, m in enumerate(motions) if m.kind is MotionKind.OTHER]
    if plain:
        return plain
    called = {_KIND_CALLED[match["word"].lower()] for match in _CALLED.finditer(procedure)}
    return [
        place
        for place, m in enumerate(motions)
        if m.kind in _UNSAID and m.kind not in called and not _SAID.search(m.text)
    ]


def _named(motion: Motion, motions: Sequence[Motion], procedure: str) -> Motion:
    """Read "Anna Linds ändringsyrkande" and "ändringsyrkandet från Anna Lind (C)", where she has moved nothing else."""
    names = {p.name.split()[-1] for p in motion.movers if p.name}
    others = [m for m in motions if m is not motion and m.kind in _UNSAID and set(m.movers) & set(motion.movers)]
    if motion.kind not in _UNSAID or _SAID.search(motion.text) or others:
        return motion
    for match in _CALLED.finditer(procedure):
        before = procedure[max(0, match.start() - _NEAR) : match.start()]
        behind = procedure[match.end() : match.end() + _NEAR]
        owners = [re.search(r"\b(?P<owner>[\w\-]+?)s?(?: \(\w{1,4}\))? $", before)]
        owners.append(re.match(r" (?:från|av) (?:[\w\-]+ ){0,3}?(?P<owner>[\w\-]+) \(", behind))
        if any(owner and {owner["owner"], f"{owner['owner']}s"} & names for owner in owners):
            return replace(motion, kind=_KIND_CALLED[match["word"].lower()])
    return motion
