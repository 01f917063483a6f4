"""What the view Om says, as Swedish sentences; their English stands in ui/i18n/en/about.json. Pure data."""

from __future__ import annotations

DOES = (
    (
        "Läser protokoll (PDF, Word, webbsidor och text) och gör varje paragraf till sökbara uppgifter: beslut, "
        "yrkanden, omröstningar, reservationer, uppdrag."
    ),
    (
        "Söker efter mening och inte bara efter ord, och visar var varje träff står: organ, datum, § och sida, med "
        "orden markerade på sidan."
    ),
    "Följer ett ärende genom möten och organ, och visar vad varje samband vilar på.",
    "Visar vad partier yrkat, röstat och reserverat sig för, och vad som blev av uppdrag.",
    "Räknar beslut, yrkanden och reservationer per organ och år.",
)
DOES_NOT = (
    "Skriver inga egna svar. Allt inom citattecken är ordagrant ur protokollen.",
    (
        "Vet bara det som är inläst. Att inget hittas betyder inte att inget finns: bredvid varje svar står vad som "
        "genomsökts."
    ),
    "Avgör inte vad som gäller juridiskt. Det justerade protokollet hos organisationen är det som gäller.",
    "Ser inte det som inte står i protokollen: vad som sades i debatten, eller varför någon röstade som den gjorde.",
    "Ändrar aldrig ett protokoll. Rättelser av det som lästs fel sparas för sig, med namn och datum.",
)
SURE = (
    (
        "Det som är tryckt visas som citat. Det som programmet sluter sig till, till exempel om ett yrkande vann, om "
        "två paragrafer är samma ärende eller om ett uppdrag är redovisat, sägs vara programmets slutsats och visar "
        "orden som den vilar på. En slutsats kan vara fel: öppna sidan och läs."
    ),
    (
        "En sida utan läsbar text läses ur sin bild om datorn har Tesseract. Sådan text kan ha fel bokstäver; det "
        "står vid sidan hur säker läsningen är."
    ),
    "En fråga som ingenting svarar på får inget svar, men de närmaste paragraferna visas och sägs vara bara det.",
)
PRIVACY = (
    (
        "Allt sker på datorn som kör programmet. Ingen fråga, inget protokoll och inget besök skickas någon "
        "annanstans, och sidan hämtar ingenting från andra datorer: inga typsnitt, ingen statistik, inga kakor för "
        "spårning."
    ),
    "Vad besökare söker efter skrivs inte i någon logg. Webbläsaren minns bara om du valt ljust eller mörkt läge.",
    (
        "I tabeller och nedladdade filer står [namn] i stället för enskildas namn och [personnummer] i stället för "
        "personnummer. Förtroendevalda och tjänstepersoner på mötena namnges. Sidor, citat och träffar visar "
        "protokollet som det är tryckt."
    ),
    "Den som driver sidan svarar för vilka protokoll som läses in och för hur personuppgifterna i dem behandlas.",
)
KEYS = (
    ("Tabb, Skift + Tabb", "till nästa eller förra länk, fält eller knapp"),
    ("Retur", "frågar när du står i ett fält, öppnar när du står på en länk"),
    ("Mellanslag", "trycker på en knapp, fäller ut en rad, kryssar i en ruta"),
    ("Esc", "stänger protokollets sida"),
    ("Vänsterpil och högerpil, Page Up och Page Down", "förra och nästa sida, när protokollets sida är öppen"),
    ("N och P", "nästa och förra markering på sidan"),
    ("Plus och minus", "större och mindre sida"),
    ("Alt + vänsterpil", "tillbaka till det du såg nyss"),
    ("Ctrl + P", "skriver ut det som visas, utan menyer och fält"),
)
STATUS = (
    (
        "Sidan är delvis förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service, nivå AA i "
        "WCAG 2.2. Bristerna som vi känner till står nedan."
    ),
    (
        "Bedömningen är programmets egen och gjordes den {dag}: alla vyer prövas med axe-core i ljust och mörkt läge "
        "vid varje ändring, och de vanligaste vägarna går att gå med bara tangentbordet. Ingen utomstående har "
        "granskat sidan än, och den är inte prövad av användare med hjälpmedel."
    ),
)
SHORTCOMINGS = (
    (
        "Protokollens sidor visas som bilder. Texten står under bilden för skärmläsare och kopiering, men den är "
        "maskinläst och kan sakna rubriker och tabeller."
    ),
    "PDF-filerna är organisationernas egna. De kan sakna taggar, och programmet ändrar dem inte.",
    "Breda tabeller rullar i sidled i en egen ram på små skärmar. Ramen nås med tangentbordet.",
    (
        "Listorna där man väljer flera organ eller partier i vyn Sök kommer från ett färdigt ramverk och läses upp "
        "olika i olika skärmläsare."
    ),
    "Citat och rubriker ur protokoll finns bara på svenska, också när sidan är på engelska.",
)
REPORT = (
    (
        "Hittar du något som inte går att använda: berätta för den som driver sidan hos din organisation, och skicka "
        "med adressen i webbläsaren. Behöver du ett protokoll i en form som du kan läsa, be om det på samma ställe."
    ),
    (
        "Är du inte nöjd med svaret kan du anmäla bristen till tillsynsmyndigheten, Digg (Myndigheten för digital "
        "förvaltning)."
    ),
)
ASSESSED = "2026-11-22"
"""The day of the assessment that the accessibility statement tells of."""
