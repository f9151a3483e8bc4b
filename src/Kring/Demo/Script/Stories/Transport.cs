namespace Kring.Demo.Script.Stories;

internal static class Transport
{
    internal const string Text = """
        # taxi besteld
        D@10: Taxi voor het ziekenhuis is besteld, {dag+2} om {t=9.15|10.40|13.20|8.50} uur voor de deur. Retour bellen als we klaar zijn.
        V: Dan zorg ik dat {mw} een kwartier eerder klaar is, met jas en rollator.
        D: En het pasje, dat ligt in het laatje bij de deur.
        V+2: {Ze} zit in de taxi. Op tijd vertrokken.
        D@17: Weer thuis. Chauffeur was heel aardig, hielp tot in de kamer.

        # taxi te laat
        D@11: De taxi is er nog niet en we moeten er om {t=kwart voor twaalf|twaalf uur} zijn!
        W: Wat is het ritnummer? Dan bel ik de centrale.
        D: {n=48213|51907|60442|33871}.
        W: Hij staat in de file, nog acht minuten. Het ziekenhuis weet ervan.
        D: Dank!! Je redt onze dag.

        # regiotaxi aanvragen
        W@13: De pas voor de regiotaxi is toegekend: {n=600|750|500} kilometer per jaar tegen het lage tarief.
        R: Kan ik daarmee ook naar mijn zus in {p=Barneveld|Nijkerk|Soest|Baarn}?
        W: Ja, dat kan. Een uur van tevoren bellen.
        R+4: Ik ben geweest! Zelf gebeld, zelf betaald.
        D: Trots op je {mam} ❤️

        # rolstoel mee
        S@9: Past de rolstoel in jouw auto {D}? De mijne staat bij de garage.
        D: Als ik de achterbank platleg wel.
        S: Dan rijden wij met z'n allen {dag+1}. Ik neem koffie en krentenbollen mee.
        R?: Voor mij met boter graag.
        D+1@18: Heerlijke dag gehad bij {p=het Henschotermeer|de hei|het Dierenpark|de paleistuin}. Zie de rode wangen.

        # parkeren
        V@9: Er wordt aan de straat gewerkt, we kunnen niet voor de deur parkeren. We komen vandaag ongeveer tien minuten later.
        B: Jullie mogen op onze oprit staan hoor.
        V: Wat aardig, dank u. Dat scheelt echt.

        # rijbewijs
        S@20: {Ma} wil zelf weer autorijden. Ik vind het doodeng na vorige maand.
        G+1@17: Na de klachten is autorijden nu niet verantwoord. Ik bespreek het met {hr}, dat hoeft u niet te doen.
        S: Dank u dokter. Van mij neemt {ze} het niet aan.
        R?+3: De dokter was duidelijk. Dan moet {D} maar rijden.
        D&: Met liefde. Zeg maar waarheen.
        """;
}
