namespace Kring.Demo.Script.Stories;

internal static class ChildTeam
{
    internal const string Text = """
        # overleg prik
        N@16: De prik gaat technisch goed, maar de spanning ervoor duurt nu bijna een uur. Iemand een idee?
        F: Misschien direct na het zwemmen, dan is {ze} moe en ontspannen.
        W: En {hr} zelf laten kiezen: welk been, welke stoel.
        N+7: Beide geprobeerd. Een kwartier spanning, geen tranen.

        # groei
        G@12: Lengte en gewicht volgen de lijn, daar ben ik blij mee. Graag over drie maanden weer meten.
        N: Staat gepland, ik neem het mee bij een prikmoment.

        # belasting ouders
        W@11: Moeder slaapt slecht en maakt lange dagen. Ik bespreek met haar of logeeropvang een weekend per maand iets is.
        N: Goed. Bij mij zei ze dat ze dat eigenlijk al langer wil, maar niet durft te vragen.
        W+5: Eerste kennismaking is gepland. {r} wil weten of er konijnen zijn.
        N: En?
        W: Drie 🐰

        # kracht
        F@13: Handkracht links {a=7|8|9} kilo, rechts {b=10|11}. Iets beter dan in het vorige blok. Ik ga door met spelvormen.
        G: Fijn, dank. Ik neem het mee in mijn brief aan de reumatoloog.

        # schoolbezoek
        W@15: Ik was vandaag op school. De juf wil graag weten wat ze moet doen als het lopen niet gaat.
        F: Zittend meedoen, elk half uur even strekken. Ik schrijf het op één kaartje.
        N: Zet mijn nummer erbij voor vragen over de prik.
        W+4: Kaartje ligt in de klas, ook voor de invaljuf.

        # bijwerking
        N@17: Misselijk op de dag na de prik, al drie keer op rij.
        G: We geven het foliumzuur een dag later. Als het niet helpt, overleg ik met het ziekenhuis.
        N+8: Deze keer veel minder misselijk.
        """;
}
