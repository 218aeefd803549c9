"""What names, posts and sentences are put together from. Nobody is meant."""

import random


def _listed(text: str) -> list[str]:
    return text.replace("\n    ", "").strip().split("|")


GIVEN = _listed("""
    Ada|Aino|Albert|Alma|Amélie|Anders|André|Anna|Anselm|Antônio|Aoife|Arno|Astrid|Åsa|Beata|Benoît|Birgit|Björn|
    Bodil|Bruno|Carla|Cécile|Chiara|Clara|Conor|Dagmar|Dariusz|Diego|Edda|Eino|Elif|Elsa|Emil|Esra|Eva|Felix|Fiadh|
    Finn|Flora|František|Frida|Georg|Greta|Gül|Hanna|Håkon|Hedda|Henri|Hilda|Hugo|Ida|Ignác|Ilse|Inês|Ingrid|István|
    Iva|Jana|Joana|Jón|Jorge|Józef|Judit|Jürgen|Kaisa|Karin|Katarzyna|Kirsten|Klára|Lars|Leïla|Lena|Ľubica|Łukasz|
    Luís|Magda|Maja|Marek|Märta|Mateo|Matěj|Milan|Mirja|Nadia|Nils|Nóra|Oda|Olga|Ondřej|Øyvind|Oscar|Paavo|Paula|
    Petra|Pilar|Ragnar|Renata|Rosa|Rui|Ruth|Saga|Šárka|Selma|Sigrid|Simon|Siôn|Sofía|Søren|Stefan|Sunniva|Tamás|
    Tekla|Tereza|Tomáš|Ulla|Vera|Víctor|Wanda|Willem|Ylva|Yves|Zdeněk|Zoë|Zofia|Żaneta|Анна|Игорь|Νίκος
""")

FAMILY_STARTS = _listed("""
    Ack|Alder|Am|Berg|Birk|Blom|Brand|Bröck|Dahl|Eich|Ek|Falk|Fern|Fjell|Gold|Grün|Hag|Hald|Hammer|Has|Holm|Jung|
    Kast|Kirk|Kling|Lang|Lind|Lö|Lund|Mar|Mös|Nord|Nöt|Öst|Rosen|Sand|Schön|Silber|Skog|Söder|Stein|Sten|Storm|
    Strand|Tor|Wald|Wes|Winter
""")
FAMILY_ENDS = _listed("""
    bach|berg|by|borg|dahl|feld|gaard|gren|hof|holm|kvist|lund|mann|mark|quist|rup|stad|strøm|vik
""")

LEVELS = _listed("""
    Adviser|Assistant|Chair|Clerk|Consultant|Counsel|Deputy director|Director|Envoy|Fellow|Head|Inspector|
    Investigator|Liaison|Manager|Member|Officer|Secretary|Spokesperson|Treasurer
""")
AREAS = _listed("""
    of foreign policy|of finance|of the press office|for energy|of operations|for national security|
    of the legal team|for trade|of the field office|for records
""")
TITLES = [f"{level} {area}" for area in AREAS for level in LEVELS]

BODIES = _listed("""
    Council|Bureau|Committee|Institute|Company|Party|Gazette|Foundation|Agency|Office
""")
PLACES = _listed("""
    Aarhus|Bergen|Brno|Coimbra|Dresden|Évora|Galway|Gdańsk|Graz|Győr|Kaunas|Košice|Liège|Linköping|Lublin|Malmö|
    Nantes|Oulu|Plzeň|Porto|Rīga|Tartu|Trento|Turku|Umeå|Valencia|Væggerløse|Zürich
""")

SUBJECTS = _listed("""
    The committee|A clerk|The older file|One witness|The second letter|An auditor|The minutes|A neighbour|
    The ledger|The office|A former colleague|The translator|The registry|An editor|The driver|The second report
""")
VERBS = _listed("""
    records|mentions|leaves open|confirms|places|describes|doubts|repeats|dates|counts|omits|lists|recalls|compares
""")
OBJECTS = _listed("""
    a transfer|the journey|two calls|a contract|the dinner|an invitation|a loan|the appointment|a draft|the visit|
    an invoice|the hearing|a photograph|the resignation|a memorandum|the sale
""")
ENDINGS = _listed("""
    without giving a reason|in the autumn of that year|as the archive has it|under another name|before the vote|
    after the office had closed|in a note to the board|on the last page|with the seal of the registry|by mistake|
    at the request of the owner|in the presence of two others|for the second time|on the way to the airport
""")

COMMON = "committee"
"""A word that very many summaries hold."""


def family_names() -> list[str]:
    """Return all family names."""
    return [start + end for end in FAMILY_ENDS for start in FAMILY_STARTS]


def sentences(rng: random.Random, number: int) -> list[str]:
    """Return that many sentences of some hundred characters; the committee stands in every fourth."""
    found = []
    for place in range(number):
        parts = [" ".join(rng.choice(part) for part in (VERBS, OBJECTS, ENDINGS)) for _ in range(2)]
        sentence = f"{rng.choice(SUBJECTS)} {parts[0]} and {parts[1]}."
        found.append(sentence if place % 4 else f"For the {COMMON}, {sentence[0].lower()}{sentence[1:]}")
    return found
