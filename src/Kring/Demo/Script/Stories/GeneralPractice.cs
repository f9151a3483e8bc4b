namespace Kring.Demo.Script.Stories;

internal static class GeneralPractice
{
    internal const string Text = """
        # visite
        D@9: Kan de huisarts deze week langskomen? {Ma} hoest al {n=tien dagen|een week|twee weken} en het wordt niet beter.
        G: Ik kom {dag+1} aan het eind van de ochtend. Heeft {ze} koorts of is {ze} benauwd?
        D: Geen koorts. Wel moe.
        G+1@12: Longen zijn schoon. Het is een hardnekkige verkoudheid. Stomen, drinken, rust. Als het over een week niet beter is, bel ik terug.
        R?: Dank u dokter.

        # bloeddruk
        O@10: Bloeddruk vandaag {b=148|152|139|156}/{c=82|86|79}, pols {p=68|72|76} regelmatig. Dat is [iets te hoog|een tikje hoog], maar ik wil eerst een weekmeting.
        V: Zullen wij dagelijks meten bij de ochtendzorg?
        O: Graag, zittend, na vijf minuten rust.
        V+6: Gemiddeld over zes dagen 141/80. Lijst ligt in de map.
        O: Dat is prima. We laten alles zoals het is.

        # bloedprikken
        O@8: De prikdienst komt {dag+2} tussen {t=acht en tien|half negen en elf} thuis bloed afnemen. Nuchter hoeft niet.
        D: Fijn dat het thuis kan!
        R?+2: Ze prikte in één keer raak.
        O+4: Uitslag: nieren stabiel, Hb iets laag. Ik bespreek het met de huisarts.
        G: IJzertabletten om de dag, over zes weken opnieuw prikken.

        # griepprik | 10 11
        O@11: De griepprik is er weer. Wie niet naar de praktijk kan komen, krijgt hem thuis. Geldt dat voor {mw}?
        N: Ja graag thuis. Wij kunnen hem ook zetten als u hem meegeeft.
        O: Dan leg ik hem klaar, ophalen vóór {dag+3} in verband met de koelkast.
        N+3: Gezet, linkerarm. Geen reactie na een kwartier.

        # wilsverklaring
        G@16: Bij mijn bezoek sprak ik met {mw} over wat {ze} wel en niet meer wil in het ziekenhuis. Ik heb het op papier gezet en wil het graag samen met jullie doornemen.
        D: Dat is een goed gesprek om te hebben. Moeilijk, maar goed.
        R?: Ik heb er lang over nagedacht. Ik wil dat jullie het weten.
        S: Ik ben erbij. {dag+5} aan het eind van de middag?
        G: Akkoord, {t=half vijf|vijf uur|kwart voor vijf} bij {mw} thuis.

        # oren uitspuiten
        R@10: Ik hoor links bijna niets meer.
        O: Kunt u {dag+1} om {t=negen uur|half tien|kwart over tien} naar de praktijk komen? Dan kijk ik in het oor. Tot die tijd twee keer per dag een druppel olijfolie.
        D: Ik breng {hr}.
        R+1: Er zat een prop in. Ik hoor de klok weer tikken!

        # verwijzing
        G@13: Verwijzing naar de {p=geriater|cardioloog|neuroloog|valpoli} is verstuurd. Wachttijd ongeveer {n=vier|zes|acht} weken.
        D: Dank u wel. Kunnen wij intussen iets doen?
        G: Schrijf op wanneer de klachten er zijn, en wat {ze} dan net deed. Dat helpt enorm.
        D: Doen we, er ligt een schriftje op tafel.

        # spreekuur gemist
        O@15: {Mw} was vanochtend niet op het spreekuur van {t=negen uur|half elf|kwart voor tien}. Is alles goed?
        R?: O wat erg. Ik had het op de verkeerde dag gezet.
        D&: Sorry {O}, ik had het ook moeten zien. Kan er een nieuwe afspraak komen?
        O: Geen probleem, {dag+6} heb ik nog een plek, zelfde tijd. Ik stuur de avond ervoor een berichtje.

        # duizelig
        N@9: {Mw} is duizelig bij het opstaan. Liggend {b=142|138}/80, staand {c=112|108|118}/70.
        G: Dat is een flinke daling. Ik stop de plaspil voor drie dagen. Rustig opstaan, eerst een minuut op de bedrand.
        V+1: Vandaag minder duizelig. We oefenen het opstaan samen.
        N+3: Staand nu 128/74. Klachten weg.
        G: Mooi. Plaspil om de dag hervatten.
        """;
}
