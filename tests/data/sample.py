"""A small invented meeting with every feature of the YAML, for tests of loading, checking and typesetting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_PEOPLE = {"Karin Sample": "S", "Jonas Prov": "V", "Olof Exempel": "C"}


def people(*names: str) -> list[dict[str, str]]:
    """Return members by name, with their party."""
    return [{"name": name, "party": _PEOPLE[name]} for name in names]


def disputed(number: int = 13) -> dict[str, Any]:
    """Return a paragraph with motions, a counted vote, an assignment, a reservation, a note and a recusal."""
    task = "Direktören får i uppdrag att följa upp avtalet senast den 30 juni 2022."
    return {
        "number": number,
        "title": "Avtal om nattöppet",
        "case_numbers": ["HSN 44-2021"],
        "immediate": True,
        "sections": [
            {"kind": "earlier", "heading": "Tidigare behandling", "text": "Bordlagt den 4 februari 2021, § 7."},
            {"kind": "summary", "heading": "Sammanfattning", "text": "Avtalet löper ut.\n\n- kväll\n- natt\n"},
            {"kind": "motions", "heading": "Yrkanden", "motions": _motions()},
            {"kind": "vote", "heading": "Omröstning", "text": 'Ja för "avslag", Nej för bifall.', "votes": [_vote()]},
            {
                "kind": "decision",
                "heading": "Beslut",
                "points": [{"text": "Avtalet godkänns.", "outcome": "approved"}, {"text": task, "outcome": "assigned"}],
            },
            {"kind": "reservation", "heading": "Reservation", "reservations": [_reservation()]},
            {"kind": "note", "heading": "Särskilt yttrande", "notes": [_statement()]},
            {"kind": "recusal", "heading": "Jäv", "text": "Jonas Prov (V) anmäler jäv."},
            {"kind": "dispatch", "heading": "Expedieras", "bullets": ["Direktören"]},
        ],
        "assignments": [{"recipient": "Direktören", "text": task, "due": "2022-06-30"}],
        "recusals": people("Jonas Prov"),
        "references": [{"kind": "paragraph", "board": "Nämnden", "date": "2021-02-04", "number": 7}],
        "attachments": [{"title": "Tjänsteskrivelse", "text": "Förvaltningen har prövat avtalet. " * 40}],
    }


def _motions() -> list[dict[str, Any]]:
    both = "Karin Sample (S) yrkar bifall till förslaget och avslag på återremissen."
    return [
        {"movers": people("Karin Sample"), "kind": "approve", "text": both},
        {"movers": people("Karin Sample"), "kind": "reject", "text": both},
        {"movers": people("Olof Exempel"), "kind": "remit", "text": "Olof Exempel (C) yrkar återremiss."},
    ]


def _vote() -> dict[str, Any]:
    ballots = [
        {**people("Karin Sample")[0], "vote": "yes"},
        {**people("Jonas Prov")[0], "vote": "yes"},
        {**people("Olof Exempel")[0], "vote": "no"},
    ]
    return {"yes": 2, "no": 1, "abstain": None, "yes_means": "avslag", "no_means": "bifall", "ballots": ballots}


def _reservation() -> dict[str, Any]:
    return {"by": people("Olof Exempel"), "text": "Olof Exempel (C) reserverar sig:\n\nVägen är lång.\n\n- mil\n"}


def _statement() -> dict[str, Any]:
    return {"kind": "statement", "by": people("Jonas Prov"), "text": "Jonas Prov (V) yttrar att natten är lång."}


def meeting(*paragraphs: dict[str, Any], template: str = "a") -> dict[str, Any]:
    """Return a meeting with ``paragraphs``, as it stands in YAML."""
    return {
        "organisation": "Region Provslätten",
        "board": "Nämnden för prov",
        "code": "HSN",
        "date": "2021-03-18",
        "template": template,
        "place": "Regionens hus",
        "time": "09.00–12.00",
        "adjourned": ["10.00–10.15"],
        "number_first": paragraphs[0]["number"],
        "members": [{**people("Karin Sample")[0], "role": "ordförande"}, *people("Jonas Prov", "Olof Exempel")],
        "others": [{"name": "Stina Tjänst", "title": "utredare", "paragraphs": "13"}],
        "secretary": "Elsa Penna",
        "adjusters": people("Olof Exempel"),
        "adjusted": "2021-03-29",
        "posted": {"up": "2021-03-30", "down": "2021-04-21"},
        "paragraphs": list(paragraphs),
    }


def written(folder: Path, entry: dict[str, Any]) -> Path:
    """Write a meeting where the collection looks for it and return its path."""
    path = folder / "meetings" / f"{entry['code']}-{entry['date']}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
