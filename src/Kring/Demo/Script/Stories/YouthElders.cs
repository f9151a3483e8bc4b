namespace Kring.Demo.Script.Stories;

internal static class YouthElders
{
    internal const string Text = """
        # moeder maakt zich zorgen
        P@21: Ik schrijf dit even zonder {r} erbij. Hij zei gisteren dat hij zichzelf dom vindt. Dat brak mijn hart.
        W: Dank dat je het deelt. Dat hoor ik vaker bij kinderen die elke dag op hun kop krijgen. Ik ga het met hem hebben over wat goed gaat.
        O: Neem het serieus, maar schrik niet. Zegt hij ook dat hij er niet meer wil zijn?
        P: Nee, dat niet.
        O: Goed. Mocht dat ooit komen: meteen bellen, ook 's avonds met de huisartsenpost.

        # vader | 9 10 11 12 1 2 3 4
        P@20: Zijn vader wil dat hij stopt met de pillen. Wij denken daar verschillend over.
        G+1@12: Dan is een gesprek met u beiden nodig. U heeft samen het gezag en {r} is dertien, dus zijn mening telt ook.
        P: Kunt u dat voorzitten?
        G: Ja, {dag+8} om {t=17.00|16.40} uur op de praktijk.
        P+9: Het was een goed gesprek. We gaan door tot de zomer en kijken dan opnieuw.

        # zusje
        P@19: Zijn zusje komt wat tekort, alles draait om hem.
        W: Daar is een broers-en-zussengroep voor. Zal ik informatie sturen?
        P: Graag. Zaterdagen zijn het makkelijkst.
        W+3: Zaterdag over {n=twee|drie} weken is er een start. Ze staat op de lijst.

        # school twijfelt
        P@17: De school begint over een andere school. Ik schrik daarvan.
        W: Dat is een hele stap. Ze moeten eerst laten zien welke steun er is geprobeerd. Ik vraag het verslag op.
        P: Moet ik iets tekenen?
        W: Nog niets tekenen. We lezen het eerst samen.
        W+5: Verslag gelezen, er ontbreekt van alles. Ik heb een gesprek gevraagd met de orthopedagoog.

        # verlof
        P@12: Ik heb van mijn werk zorgverlof gekregen, {n=vier|zes} uur per week.
        W: Wat fijn. Gebruik er alsjeblieft ook iets van voor jezelf.
        P: Ik ga zwemmen. Beloofd.
        """;
}
