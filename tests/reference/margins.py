#!/usr/bin/env python3
"""Counts the published figures straight from the two sample files.

An independent check: it shares no code with the product and knows nothing of
its catalog. It reads www/samples/*.csv with Python's csv module, counts with a
few lines for each figure, and compares with tests/fixtures/figures-2024.json.
Run it from the root of the repository: python3 tests/reference/margins.py
Exit status 0 when every figure is as published, 1 when one is not.
"""

import csv
import io
import json
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()
NOT_FILLED_IN = {"", "-", "?", "nvt", "onb.", "onbekend"}
wrong = 0


def table(name, encoding, first_heading):
    text = (ROOT / "www/samples" / name).read_bytes().decode(encoding)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    top = next(i for i, row in enumerate(rows) if row[0] == first_heading)
    for row in rows[top + 1 :]:
        assert len(row) == len(rows[top]), f"{name}: a row of {len(row)} cells"
    return [{h: c.strip() for h, c in zip(rows[top], row)} for row in rows[top + 1 :] if row[0] != "Totaal"]


def day(text):
    if not text:
        return None
    named = re.fullmatch(r"(\d+) ([a-z]+) (\d{4})", text)
    d, m, y = named.groups() if named else re.split(r"[-/]", text)
    month = MONTHS.index(m) + 1 if named else int(m)
    return date(int(y) if len(y) == 4 else 2000 + int(y), month, int(d))


def months_later(d, months):
    y, m = divmod(d.month - 1 + months, 12)
    for last in (d.day, 30, 29, 28):
        try:
            return date(d.year + y, m + 1, last)
        except ValueError:
            pass


def known(cases, heading):
    return [c[heading] for c in cases if c[heading].lower() not in NOT_FILLED_IN]


def many(cases, heading, answer):
    return [c for c in cases if answer in [a.strip().lower() for a in c[heading].split(",")]]


def pct(part, whole):
    return (200 * part + whole) // (2 * whole)  # half away from zero, whole numbers only


def check(what, found, published):
    global wrong
    ok = found == published
    wrong += not ok
    print(f"{'ok   ' if ok else 'WRONG'} {what}: {found}" + ("" if ok else f", published {published}"))


def duration_check(what, cases, referred, closed):
    spans = [(day(c[referred]), day(c[closed])) for c in cases if c[closed]]
    assert all(a <= b for a, b in spans), "closed before referral"
    three = sum(b <= months_later(a, 3) for a, b in spans)
    six = sum(b <= months_later(a, 6) for a, b in spans)
    print(f"      {what}: {len(spans)} closed, {len(cases) - len(spans)} open; 0-3 months {three}, 3-6 {six - three}, 6+ {len(spans) - six}")
    check(f"{what}: more than half within three months, most within six", (2 * three > len(spans), 3 * six > 2 * len(spans)), (True, True))
    return spans


def main():
    published = json.loads((ROOT / "tests/fixtures/figures-2024.json").read_text())
    over, ijp, twp, half = (published[k] for k in ("overijssel", "IJsselland", "Twente", "half_year_2024_h1"))
    ij = table("ijsselland-2024.csv", "utf-8-sig", "casus_id")
    tw = table("twente-2024.csv", "cp1252", "Nr.")

    for key, cases, heading in (("IJsselland", ij, "opgenomen_in_monitor"), ("Twente", tw, "Opgenomen in monitor")):
        check(f"{key} cases", len(cases), over[key])
        answers = Counter(a.lower() for a in known(cases, heading))
        check(f"{key} in monitor", answers, {"ja": over["in_monitor"][key], "nee": over[key] - over["in_monitor"][key]})
    check("all cases", len(ij) + len(tw), over["aanmeldingen"])
    check("consultatie IJsselland", len(many(ij, "actie_RET", "consultatie en advies")), over["uitgebreide_consultatie"]["IJsselland"])
    check("consultatie Twente", len(many(tw, "Inzet RET", "consultatie")), over["uitgebreide_consultatie"]["Twente"])
    check("meetings IJsselland", sum(map(int, known(ij, "aantal_RET-overleggen"))), over["ret_overleggen"]["IJsselland"])
    check("meetings Twente", sum(map(int, known(tw, "RET-overleg"))), over["ret_overleggen"]["Twente"])

    ijsselland(ij, ijp)
    twente(tw, twp)

    first = lambda cases, heading: [c for c in cases if day(c[heading]) < date(2024, 7, 1)]
    early_ij, early_tw = first(ij, "aanmelddatum"), first(tw, "Aangemeld op")
    check("first half-year", {"IJsselland": len(early_ij), "Twente": len(early_tw)}, {k: half[k] for k in ("IJsselland", "Twente")})
    total = len(early_ij) + len(early_tw)
    check("first half-year %", {"IJsselland": pct(len(early_ij), total), "Twente": pct(len(early_tw), total)}, half["share_pct"])
    directed = many(early_ij, "actie_RET", "procesregie")
    outcomes = Counter(c["uitkomst"] for c in directed)
    check("procesregie", {"betrokken": len(directed), "opgelost": outcomes["Passende oplossing"], "loopt": outcomes["Loopt"]}, half["procesregie_IJsselland"])

    for cases, headings in ((ij, [h for h in ij[0] if "datum" in h]), (tw, ["Aangemeld op", "Afgesloten op"])):
        days = [day(c[h]) for c in cases for h in headings if c[h]]
        check("every date is in 2024", {d.year for d in days}, {2024})
    spans = duration_check("lead time IJsselland", ij, "aanmelddatum", "afsluitdatum") + duration_check("lead time Twente", tw, "Aangemeld op", "Afgesloten op")
    print(f"      closed {len(spans)} of {len(ij) + len(tw)}")
    return 1 if wrong else 0


def ijsselland(cases, published):
    p = published["aanmelder"]
    who = Counter(known(cases, "aanmelder"))
    found = {"n": who.total(), "jeugdbescherming": who["Jeugdbescherming (GI)"], "lokaal": who["Lokaal (wijk)team of toegang"], "ouders": who["Ouders"]}
    check("aanmelder", found | {"share_jeugdbescherming_pct": pct(found["jeugdbescherming"], found["n"])}, p)
    sex = Counter(known(cases, "geslacht"))
    check("geslacht", {"n": sex.total(), "jongen_pct": pct(sex["Jongen"], sex.total()), "meisje_pct": pct(sex["Meisje"], sex.total())}, published["geslacht"])
    ages = [int(a) for a in known(cases, "leeftijd")]
    bands = Counter("0-8" if a < 9 else "9-12" if a < 13 else "13-16" if a < 17 else "17+" for a in ages)
    shares = {f"share_{b}_pct": pct(bands[b], len(ages)) for b in ("13-16", "17+")}
    check("leeftijd", {"n": len(ages)} | dict(bands) | shares, published["leeftijd"])
    homes = known(cases, "verblijf")
    parents = homes.count("Bij (een van de) ouders")
    check("verblijf", {"n": len(homes), "ouders": parents, "elders": len(homes) - parents}, published["verblijf"])
    labels = {"Trauma": "trauma", "Autisme (ASS)": "ass", "Licht verstandelijke beperking (LVB)": "lvb", "Overige psychiatrische problematiek": "psychiatrie"}
    problems = Counter(labels[a] for a in known(cases, "problematiek"))
    check("problematiek", {"n": problems.total()} | dict(problems), published["problematiek"])
    labels = {"Speciaal onderwijs": "speciaal", "Geen onderwijs": "geen", "Regulier": "regulier", "Vrijstelling of ontheffing": "ontheffing"}
    school = Counter(labels[a] for a in known(cases, "onderwijs"))
    check("onderwijs", {"n": school.total()} | dict(school) | {"pct": {k: pct(v, school.total()) for k, v in school.items()}}, published["onderwijs"])
    ben = known(cases, "betrokkenheid_BEN")
    check("ben_betrokken", {"n": len(ben), "ja": len(ben) - ben.count("Geen")}, published["ben_betrokken"])
    check("gemeente", {"Zwolle": known(cases, "gemeente").count("Zwolle")}, published["gemeente"])
    meetings = many(cases, "actie_RET", "ret-overleg")
    followed = [c for c in meetings if c["opvolging_advies"] in ("Uitgevoerd", "Deels", "Nog in uitvoering")]
    check("ret_overleg", {"casussen": len(meetings), "met_opvolging": len(followed)}, published["ret_overleg"])
    mdo = [int(a) for a in known(cases, "aantal_MDO")]
    check("mdo", {"casussen": len(mdo), "totaal": sum(mdo)}, published["mdo"])
    check("samenwerkingstafel", len(many(cases, "actie_RET", "samenwerkingstafel")), published["samenwerkingstafel"])
    check("escalatie", len(many(cases, "actie_RET", "escalatietafel")), published["escalatie"])
    check("rows with no action", [c["casus_id"] for c in cases if not c["actie_RET"]], [])


def twente(cases, published):
    referrer = {"gi": "jeugdbescherming", "wijkteam": "lokaal", "toegang": "lokaal", "school": "onderwijs"}
    for case in cases:
        case["who"] = referrer.get(case["Aangemeld door"].lower(), case["Aangemeld door"].lower())
    who = Counter(case["who"] for case in cases)
    check("aanmelder", {"n": who.total()} | dict(who), published["aanmelder"])
    places = Counter("onbekend" if c["Woonplaats aangemelde jeugdige"] == "onb." else c["Woonplaats aangemelde jeugdige"] for c in cases)
    check("gemeente", {"n": places.total()} | dict(places), published["gemeente"])
    sex = Counter(a.lower() for a in known(cases, "Sekse"))
    check("geslacht", {"n": sex.total(), "jongen_pct": pct(sex["m"], sex.total()), "meisje_pct": pct(sex["v"], sex.total())}, published["geslacht"])
    years = Counter(known(cases, "Geb.jaar"))
    check("geboortejaar", {"n": years.total()} | dict(years), published["geboortejaar"])
    for referrer, row in published["geboortejaar_x_aanmelder"].items():
        found = Counter(c["Geb.jaar"] for c in cases if c["who"] == referrer and c["Geb.jaar"] in years)
        check(f"geboortejaar x {referrer}", dict(found), row)
    homes = known(cases, "Woont bij")
    check("verblijf", {"n": len(homes), "ouders": sum(h in ("ouders", "thuis", "bij ouders") for h in homes)}, published["verblijf"])
    check("ret_overleggen", sum(map(int, known(cases, "RET-overleg"))), published["ret_overleggen"])
    months = Counter(day(c["Aangemeld op"]).month for c in cases)
    check("mean per month", len(cases) / len(months), published["mean_per_month"])
    check("rows with no action", [c["Nr."] for c in cases if not c["Inzet RET"]], [])


if __name__ == "__main__":
    sys.exit(main())
