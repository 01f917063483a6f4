"""Words about assignments as such: who can be given one, and what a report says of how far it has come.

Patterns only, each with the printed example it was made for; `nlp.assignments` reads the assignments themselves.
"""

from __future__ import annotations

import re

# Offices, bodies and companies: "regiondirektören", "tandvårdsnämnden", "Folkbolaget AB", "HSN"
SOMEBODY = re.compile(
    r"(?:nämnd|styrelse|utskott|beredning|kommitté|fullmäktige|råd|delegation|förbund|bolag|förvaltning|kontor|kansli"
    r"|avdelning|enhet|verksamhet|direktör|chef|läkare|sekreterare|ledare|strateg|ansvarig|ordförande|presidi|ägare"
    r"|ledning|stiftelse|stab|samordnare|ombud|revisor|jurist|planerare|ekonom)\w*\b|\bAB\b|\b[A-ZÅÄÖ]{2,6}\b"
)
# "Uppdragen förklaras fullgjorda", "Samtliga uppdrag avslutas", "Beslutade uppdrag inom ärendet": all of a paragraph
EVERY_ASSIGNMENT = re.compile(
    r"\buppdragen\b|\b(?:samtliga|alla|båda|beslutade|givna) (?:\w+ )?uppdrag\b", re.IGNORECASE
)
# "Kommunstyrelsen föreslår att kommunfullmäktige beslutar:", "Förslag till regionfullmäktiges beslut:" over the points
PROPOSES = re.compile(
    r"\bföreslår\b[^\n]{0,200}\bbeslut(?:ar|a)\b"
    r"|\bförslag till (?:beslut (?:i|av) )?\w*(?:fullmäktige|styrelsen|nämnden)",
    re.IGNORECASE,
)
# "Delrapport om …", "Lägesrapport", "arbetet fortsätter", "återkommer med slutrapport", "har inte slutförts"
PARTIAL_REPORT = re.compile(
    r"\b(?:del|läges|status|halvtids|mellan)(?:rapport|redovisning|avrapportering)\w*"
    r"|\bdelvis (?:genomför|slutför|redovisa)\w*|\barbetet (?:får fortsätta|fortsätter|pågår)\b"
    r"|\båterkomm(?:er|a) (?:med|till)\b|\b(?:inte|ännu ej|ej) (?:\w+ )?(?:slutför|färdigställ|genomför)\w+",
    re.IGNORECASE,
)
