namespace Kring.Demo.Script.Stories;

internal static class Holiday
{
    internal const string Text = """
        # vakantie melden
        D@19: Wij gaan van {datum+9} tot en met {datum+23} op vakantie. {S}, kun jij in die tijd de boodschappen en de was doen?
        S: Ja hoor. Is er een lijstje?
        D: Hangt aan de binnenkant van het keukenkastje. En {dag+10} moet {ze} naar de pedicure.
        N: Wij plannen in die weken een extra belmoment op zondag.
        R?: Ga maar lekker. Ik red me wel.

        # ongerust op vakantie
        D@20: Hoe gaat het thuis? Ik heb hier slecht bereik in de {p=Ardennen|Dordogne|Eifel|bergen}.
        S: Alles goed. {Ze} heeft gisteren drie borden soep gegeten.
        V: Hier ook niets bijzonders. Geniet ervan {D}!
        R?: Stuur een kaart. Met een koe erop.
        D&+2: Kaart is onderweg. Mét koe 🐄

        # terug van vakantie
        D@18: We zijn terug! Bedankt dat jullie alles zo goed hebben opgevangen.
        S: Graag gedaan. De plantjes leven nog, op eentje na.
        R?: Je bent bruin geworden, zag ik.
        V: Fijn dat je er weer bent. Er is dagelijks naar je gevraagd 😊

        # logeeradres
        W@11: Voor de weken dat {D} weg is, zou een logeerbed in {p=het zorghotel|De Eikenhof|het verzorgingshuis} kunnen. {n=Tien|Veertien} dagen, met eigen bijdrage.
        D: Ik twijfel. {Ze} slaapt niet graag ergens anders.
        R?: Ik blijf liever thuis.
        W: Dan zetten we in op thuis, met een vrijwilliger in de middag. Ik regel er een voor {dag+4}.
        D: Daar ben ik heel blij mee.

        # vervanging van de verpleegkundige
        N@9: Ik ben van {datum+3} tot {datum+13} vrij. {V} is in die tijd het eerste aanspreekpunt.
        V: Ik heb de bijzonderheden doorgelezen. Vragen mogen naar mij.
        R?: Prettige vakantie {N}. Niet te hard werken.
        N&: Dank u! Ik neem een ansicht mee.

        # zomerrooster | 6 7
        C@10: In de zomerweken zijn er meer invallers. Ik zet elke vrijdag hier wie er de week daarna komt.
        D: Fijn. {Ma} wil graag weten wie er voor de deur staat.
        C+2@14: Volgende week: ochtend {V}, avond wisselend. De namen hangen ook op papier naast de telefoon.
        R?: Ik zie het. Duidelijk.

        # tas gepakt
        S@15: Weekendje weg met {ma} naar {p=Zeeland|Texel|Drenthe}! Zijn de medicijnen mee te krijgen tot en met zondag?
        N: Ja, rol ligt klaar op het aanrecht, met een lijst erbij.
        S: Top. En de steunkousen, kan ik die zelf aandoen?
        V: Met het glijzakje lukt dat. Ik laat het je {dag+1} zien.
        S+4: Terug! Strandwandeling met strandrolstoel gedaan. Onbetaalbaar.
        """;
}
