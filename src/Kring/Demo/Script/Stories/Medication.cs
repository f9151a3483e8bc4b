namespace Kring.Demo.Script.Stories;

internal static class Medication
{
    internal const string Text = """
        # nieuwe pil
        G@9: Ik heb vandaag {m=amlodipine 5 mg|metoprolol 50 mg|furosemide 40 mg|omeprazol 20 mg} voorgeschreven, een keer per dag, in de ochtend. Het zit vanaf {dag+2} in de medicijnrol.
        N: Genoteerd. Wij letten de eerste week op duizeligheid en meten de bloeddruk.
        D: Waar is het precies voor?
        G: Voor de [bloeddruk en het hart|vochthuishouding en de bloeddruk]. Ik leg het {dag+3} ook aan tafel uit.
        R?+3: De dokter heeft het uitgelegd. Ik snap het nu beter.

        # pil vergeten
        V@12: De pillen van vanochtend zaten nog in het zakje. {Mw} dacht dat het al gebeurd was.
        N: Dank. Niet alsnog dubbel geven. Vanavond gewoon het avondzakje.
        D: Gebeurt dit vaker?
        N: De [tweede|derde] keer deze maand. Ik stel voor dat we een week lang zelf aanreiken en dan opnieuw bespreken.
        D: Goed plan.

        # medicijnrol klopt niet
        V@8: In de rol van deze week zit een halve tablet te weinig op {dag+3}. Klopt dat?
        N: Nee. Ik bel de apotheek.
        N: De apotheek erkent de fout en brengt vanmiddag een nieuwe rol. De oude graag meegeven.
        V@16: Oude rol meegegeven, nieuwe ligt in het kastje. Gecontroleerd met {N}.

        # bijwerking
        D@19: Sinds die nieuwe pillen is {ma} zo [suf|misselijk|draaierig]. Kan dat ermee te maken hebben?
        N: Dat kan, het staat bij de bekende bijwerkingen. Ik leg het morgen vroeg bij de huisarts neer.
        G+1@9: We halveren de dosis. Over een week hoor ik graag hoe het gaat. Niet ineens stoppen.
        N: Begrepen. Wijziging is doorgegeven aan de apotheek.
        D+6: Het gaat echt beter. {Ze} zat vandaag weer te puzzelen 🙂

        # antibiotica
        G@11: Het is een blaasontsteking. Kuur van {n=vijf|zeven} dagen, [twee|drie] keer per dag. Veel drinken graag.
        N: Kuur is opgehaald en gestart. Laatste tablet is over {n} dagen, in de avond.
        D: Was {ze} daarom zo in de war {dag+6}?
        N: Dat kan heel goed. Bij ouderen zie je dat vaak eerst.
        V+4: Kuur loopt goed, geen koorts meer. {Ze} drinkt per dag ruim anderhalve liter.

        # pijnstilling
        R@9: Mijn knie doet zeer. Mag ik een extra pil?
        N: U mag twee paracetamol nemen. Daarna zes uur wachten voor de volgende. Schrijft u de tijd even op?
        R: Ja. Het is nu negen uur geweest. Staat op de kalender.
        N: Keurig. Vanmiddag kom ik kijken naar de knie.

        # oogdruppels
        V@8: Het flesje oogdruppels is bijna leeg. Wie haalt een nieuw flesje?
        D: Ik kom {dag+1} langs de apotheek. Moet er een recept bij?
        N: Nee, herhaalrecept staat klaar vanaf morgen {t=tien uur|elf uur}.
        D+1: Opgehaald. Het ligt in de koelkast, achter de melk.
        V: Gevonden. Datum van openen staat op het doosje.

        # allergie
        O@14: Bij het nalopen van de medicatielijst zie ik een allergie voor {m=penicilline|pleisters|ibuprofen|amoxicilline} staan. Klopt dat nog steeds?
        D: Ja, daar kreeg {ze} in de jaren negentig een enorme uitslag van.
        O: Dan laat ik het zo staan en zet ik het vet in het overzicht. Dank u.

        # slikken gaat moeilijk
        V@9: {Mw} heeft moeite met die grote witte tablet. Hij kwam vandaag twee keer terug.
        O: Mag die door de vla? Dan zoek ik het na... Ja, deze mag u fijnmaken. De capsule niet.
        V: Top, in de vla dus. De capsule blijft heel met water.
        R?: In de vla proef ik er niets van. Fijn.

        # bloedverdunner
        N@10: INR was vandaag {i=2,1|2,6|3,0|2,4}. De trombosedienst heeft het schema voor twee weken gestuurd. Het ligt in de map.
        D: Dank. Moet er iets veranderen?
        N: {dag+2} een tablet minder, verder hetzelfde.
        V+2: Een tablet minder gegeven, volgens schema afgetekend.

        # paracetamol op
        V@20: De paracetamol is op, doosje is leeg.
        D: Ik neem morgen twee doosjes mee van [het Kruidvat|de drogist|de supermarkt].
        V: Prima, 500 mg zonder coffeïne graag.

        # insuline
        N@8: Nuchtere waarde {s=7,2|8,4|6,9|9,1}. Volgens schema {e=14|16|18} eenheden gespoten.
        O: Dank. De lijn van de afgelopen twee weken ziet er goed uit, niets wijzigen.
        R?: Dus een gebakje mag wel?
        O&: Een kleintje, en liefst na de wandeling 😉
        """;
}
