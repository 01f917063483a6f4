"""Where a paragraph's text ends and the formula that attests it begins.

An extract ends with "Rätt utdraget intygar" and a name, the last paragraph of a protocol with "Vid protokollet",
signatures and the proof of posting. None of it is text of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from nlp.headings import section_kind

_MOST_LINES = 30  # longer than any formula with its signatures and its proof of posting
# Such as "Rätt utdraget intygar", "Utdragets riktighet intygas:", "Vid protokollet", "Justeras", "Bevis om anslag"
_FORMULA = re.compile(
    r"(?:(?:detta )?rätt utdraget|utdragets riktighet|riktigt utdrag|rätt avskrivet|bestyrkes"
    r"|utdrag(?:et)? bestyrk(?:s|es)|vid protokollet|justera(?:s|t|de)|underskrifter"
    r"|(?:digitala|elektroniska) (?:underskrifter|signaturer)|anslag ?/ ?(?:bevis|tillkännagivande)|bevis om anslag"
    r"|anslagsbevis)\b[^.]{0,60}",
    re.IGNORECASE,
)


def closing_at(lines: Sequence[Line]) -> int:
    """Return the index of the line that begins the closing formula; the number of lines where there is none."""
    first = max(0, len(lines) - _MOST_LINES)
    for index in range(first, len(lines)):
        if _FORMULA.fullmatch(lines[index].text.strip()) and not _section_follows(lines[index + 1 :]):
            return index
    return len(lines)


def _section_follows(lines: Sequence[Line]) -> bool:
    """Tell whether the paragraph goes on below: then the line was a word of its text."""
    return any(section_kind(line.text.strip()) is not None for line in lines)
