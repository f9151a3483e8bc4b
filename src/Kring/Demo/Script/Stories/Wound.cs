namespace Kring.Demo.Script.Stories;

internal static class Wound
{
    internal const string Text = """
        # wond ontdekt
        V@8: Bij het wassen zag ik een wondje aan het linker onderbeen, ongeveer {a=2|3} bij {b=1|2} cm. {Mw} weet niet waar het van komt. Schoongemaakt en afgedekt.
        N: Dank, ik kijk morgen zelf. Heb je een foto gemaakt via de app?
        V: Ja, staat bij de wond.
        N+1@9: Gezien. Oppervlakkig, randen rustig, geen roodheid. Om de dag verschonen met een siliconenverband.
        D: Moet ik ergens op letten als ik er ben?
        N: Als het warm wordt, gaat kloppen of door het verband komt: bel ons.

        # wond geneest
        N@9: Wond is nu {a=1,5|1,2|0,8} cm, mooi roze. We gaan naar twee keer per week.
        D: Wat fijn. Het heeft lang geduurd.
        N: Huid op die leeftijd is dun. Rustig aan met zwachtelen en goed insmeren.
        N+7: Wond is dicht 🎉 Alleen nog beschermen met een dun laagje zalf.
        R?: Dan kan ik eindelijk weer gewone kousen aan.

        # wond ontstoken
        V@8: De wondrand is rood en warm, en het verband was doorgelekt. Pijn {p=5|6|7} op 10.
        N: Ik ga er direct langs. Temperatuur even meten als je er nog bent?
        V: {t=37,8|38,1|38,3}.
        N: {GG}, wond linker onderbeen is ontstoken, rode rand van 3 cm, koorts {t}. Foto staat in het dossier. Wilt u een kuur overwegen?
        G: Foto gezien. Ik start flucloxacilline 4 keer per dag 500 mg, zeven dagen. Rand aftekenen met pen alstublieft.
        N+2: Roodheid trekt binnen de lijn terug. Geen koorts meer.
        D: Pfff, gelukkig. Bedankt allemaal voor het snelle werk.

        # drukplek
        N@10: Kleine drukplek op de stuit, niet wegdrukbaar. Ik wil een ander kussen in de stoel en wisselligging in de nacht.
        D: Moeten wij dat kussen kopen?
        N: Nee, dat gaat via de hulpmiddelenleverancier. Ik vraag het vandaag aan.
        V+2: Kussen is geleverd en ligt in de stoel. {Mw} zegt dat het zit als een wolk.
        N+6: Plek is bijna weg. Zo doorgaan.

        # zwachtelen | oud
        V@8: Been was vandaag {n=een centimeter|twee centimeter|anderhalve centimeter} dunner bij de enkel. Zwachtelen werkt.
        N: Mooi. Nog een week, dan meten we aan voor kousen.
        R?: Mogen die zwachtels er ook af voor de bruiloft van mijn kleinkind?
        N&: Welke dag is dat? Dan plannen we het zo dat het verband die dag dun is.

        # teennagel
        O@13: Bij de voetcontrole zag ik een ingegroeide nagel rechts. Ik verwijs naar de pedicure met diabetesaantekening.
        D: Komt die ook aan huis?
        O: Ja, ik heb het gevraagd. {dag+4} om {t=half elf|tien uur|twee uur} kan.
        D: Perfect, dan ben ik er ook.
        R?+4: Aardige vrouw. Mijn teen doet geen pijn meer.

        # huid droog
        V@9: Huid van de armen is erg droog en jeukt. De zalf is bijna op.
        O: Ik zet een grotere pot klaar bij de apotheek. Twee keer per dag dun smeren.
        V+3: Jeuk is duidelijk minder. De krabplekjes genezen.

        # pleister nieuwe soort
        V@10: De nieuwe pleisters laten na een dag los. Zijn er nog van de oude?
        N: Nee, de leverancier had een ander merk gestuurd. Ik heb de oude nabesteld.
        V: Ik zet er zolang een netverbandje overheen.
        N+3: De oude pleisters liggen er weer, bovenste la.

        # hechtingen eruit
        O@11: Hechtingen van de hand mogen er {dag+3} uit. Kan iemand van de thuiszorg dat doen, of komt {mw} naar de praktijk?
        N: Dat doe ik thuis, scheelt een rit.
        N+3: Zes hechtingen verwijderd, wond goed gesloten.
        O: Dank je, dan sluit ik dit af.
        """;
}
