//! How recognisable children are, in Dutch.

use crate::narrative::risk::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    titles: [
        "{u} van de {n} kinderen in {d} ({p}) [is|zijn] uniek",
        "[Het ene kind|Alle kinderen] in {d} ({n}) [is|zijn] uniek",
        "Geen van de {n} kinderen in {d} is uniek",
    ],
    no_fields: "In {d} staan geen gemeente, regio, leeftijd, geslacht of aanmelddatum",
    alone: [
        "Uniek: geen ander kind is gelijk in {f}.",
        "Uniek: geen ander kind heeft dezelfde combinatie van {f}.",
    ],
    none_alone: [
        "Elk kind is gelijk aan een ander in {f}. De kleinste groep telt {k} kinderen.",
        "Elke combinatie van {f} komt vaker voor. De kleinste groep telt {k} kinderen.",
    ],
    small: [
        "{k} [kind zit|kinderen zitten] in een groep van minder dan 10.",
        "Nog {k} [kind zit|kinderen zitten] in een groep van minder dan 10.",
    ],
    chance: [
        "Wie dit van een kind weet en een rij aanwijst, heeft het gemiddeld in {c} van de gevallen goed.",
        "Wie dit van een kind weet en een rij aanwijst, heeft het altijd goed.",
    ],
    meaning: [
        "Van een uniek kind is ook zonder naam of nummer te vinden welke rij over dat kind gaat. Voor uw eigen werk is dat geen probleem: wat u inleest, blijft op deze computer. De rijen zijn niet geschikt om te delen.",
        "Zo is niet zeker te weten welke rij over welk kind gaat, maar in een kleine groep scheelt het weinig. Voor uw eigen werk is dat geen probleem: wat u inleest, blijft op deze computer. De rijen zijn niet geschikt om te delen.",
        "Aan deze gegevens alleen is geen kind te herkennen. Het blijven rijen over kinderen: deel ze niet zonder reden.",
    ],
    wider: "Wie ook {f} weet, vindt {k} [uniek kind|unieke kinderen].",
    causes: "Het meest komt dat door {l}.",
    fewer: "(zonder: {k} minder)",
    no_cause: "Geen enkel veld is alleen de oorzaak. De grootste verschillen zitten in {f}.",
    nobody: "Er is geen veld dat een kind uniek maakt.",
    coarser: "Maakt u de gegevens grover, dan zijn er nog zoveel kinderen uniek: {l}.",
    ways: ["{k} met leeftijdsgroepen", "{k} met kwartalen", "{k} met leeftijdsgroepen en kwartalen"],
    alike: "[Er is|Er zijn] ook {k} [kind|kinderen] in een groep waarin iedereen dezelfde problematiek heeft. Wie de groep kent, kent dan ook de problematiek.",
    diverse: "In elke groep komen minstens {k} verschillende problematieken voor.",
    region: "In plaats van de gemeente telt de regio mee.",
    lacking: "Niet meegeteld, want het staat niet in {d}: {f}.",
    counts: "Deel tellingen, geen rijen.",
    rows: [
        "Moet iemand toch rijen krijgen? Laat dan minstens ‘{f}’ weg, en gebruik leeftijdsgroepen en kwartalen.",
        "Moet iemand toch rijen krijgen? Laat dan minstens ‘{f}’ weg, en gebruik leeftijdsgroepen.",
        "Moet iemand toch rijen krijgen? Laat dan minstens ‘{f}’ weg, en gebruik kwartalen.",
        "Moet iemand toch rijen krijgen? Laat dan minstens ‘{f}’ weg.",
    ],
    minima: "Laat in een stuk voor de stuurgroep geen aantallen onder {k} zien, en op een website geen aantallen onder {w}.",
    split: [
        "Voor de stuurgroep kunt u uitsplitsen naar {f}.",
        "Splits voor de stuurgroep nergens naar uit: er is geen veld met alleen groepen die groot genoeg zijn.",
    ],
    split_website: [
        "Op een website kunt u uitsplitsen naar {f}.",
        "Splits op een website nergens naar uit: er is geen veld met alleen groepen die groot genoeg zijn.",
    ],
    no_split: "Splits cijfers nergens naar uit: er is geen veld met alleen groepen die groot genoeg zijn.",
    files: ["dit bestand", "deze bestanden"],
    fields: &[("aanmelddatum", "maand van aanmelding")],
};
