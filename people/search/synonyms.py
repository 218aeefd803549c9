"""Words that readers use for what the entries call otherwise, as data (docs/search.md)."""

# What is typed, and what it finds as well. Words of one stem find each other anyway: fired, firing; testify, testified.
SAME_MEANING = (
    ("fire, fired, fires, firing, firings, sack, sacked, sacking, canned", "fired, sacked"),
    ("oust, ousted, ouster, dismissed, dismissal, let go, axed, terminated", "fired"),
    ("quit, quits, quitting, resign, resigned, resigns, resignation, stepped down, left office", "quit, resigned"),
    ("met, meet, meets, meeting, meetings", "met, meet"),
    ("spoke, speak, speaks, speaking, spoken, talk, talked, talks, talking", "spoke, speak, talk"),
    ("contacted, contacts, contact, in touch", "contact"),
    ("hearing, hearings, testified, testifies, testify, testimony", "hearing, testified, testimony"),
    ("deny, denied, denies, denying, denial, denials", "denied, denial"),
    ("admit, admits, admitted, acknowledge, acknowledged, acknowledges", "admitted, acknowledged"),
    ("lie, lied, lies, lying", "lie, lied, lying"),
    ("wrote, write, writes, writing, written", "wrote, write, written"),
    ("knew, know, knows, known", "knew, know, known"),
    ("ran, run, runs, running", "ran, run"),
    ("led, lead, leads, leading", "led, lead"),
    ("won, win, wins, winner", "won, winner"),
    ("told, tell, tells", "told, tell"),
    ("probe, probes, investigation, investigations, inquiry, inquiries", "probe, investigation, inquiry"),
    ("meddle, meddled, meddling, interfere, interfered, interference", "meddled, interfering, interference, disrupt"),
    ("hack, hacked, hacking, hacker, hackers", "hack, hacker"),
    ("lobbyist, lobbyists, lobbying, lobbied", "lobbyist, lobbying"),
    ("adviser, advisers, advisor, advisors", "adviser, advisor"),
    ("organization, organizations, organisation, organisations", "organization, organisation"),
    ("defense, defence", "defense, defence"),
    ("ukraine, ukrainian, ukrainians", "Ukraine, Ukrainian"),
    ("turkey, turkish", "Turkey, Turkish"),
    ("direct message, dm, dms", "direct messages"),
)
ABBREVIATIONS = (
    ("rnc", "Republican National Convention, Republican convention"),
    ("republican national convention, republican convention", "RNC"),
    ("dnc", "Democratic National Committee"),
    ("democratic national committee", "DNC"),
    ("cia", "Central Intelligence Agency"),
    ("fbi", "Federal Bureau of Investigation"),
    ("doj", "Department of Justice, Justice Department"),
    ("department of justice, justice department", "Department of Justice, Justice Department, DOJ"),
    ("ag", "attorney general"),
    ("vp, veep", "vice president"),
    ("potus", "president"),
    ("gop", "Republican"),
    ("ceo, chief executive", "CEO, chief executive"),
    ("pr", "public relations"),
    ("wiki leaks", "WikiLeaks"),
)
# What no entry says, and what says something about it.
NEAR_MEANING = (
    ("congress, congressional, lawmaker, lawmakers", "Senate, House Intelligence Committee, Capitol"),
    (
        "collude, colluded, colluding, collusion, conspire, conspired, conspiracy",
        "Russian officials, tied to Russia, Russia investigation, Trump and Russia",
    ),
    ("kremlin", "Russian government, Russia"),
    ("kompromat, dirt", "damaging information, compromising material, dossier"),
    ("spy, spies, spying", "agent, KGB"),
    ("boss, chief", "head, director, manager"),
)
SHORT_NAMES = (
    ("mike", "Michael"),
    ("jim", "James"),
    ("bob, rob", "Robert"),
    ("don", "Donald"),
    ("steve", "Stephen"),
    ("tony", "Anthony"),
    ("vlad", "Vladimir"),
)


def _listed(text: str) -> list[str]:
    return text.split(", ")


# For each word or phrase, in lower case, the others, as they are written.
SYNONYMS: dict[str, tuple[str, ...]] = {
    typed: tuple(other for other in _listed(found) if other.lower() != typed)
    for typing, found in (*SAME_MEANING, *ABBREVIATIONS, *NEAR_MEANING, *SHORT_NAMES)
    for typed in _listed(typing)
}
MAX_PHRASE_LENGTH = max(len(typed.split()) for typed in SYNONYMS)
