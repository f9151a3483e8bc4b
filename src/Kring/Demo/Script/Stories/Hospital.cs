namespace Kring.Demo.Script.Stories;

internal static class Hospital
{
    internal const string Text = """
        # opname
        N@10: {Mw} is vanochtend met de ambulance naar het ziekenhuis gebracht. Benauwd sinds de nacht. {D} is erbij.
        D@14: We zitten nog op de spoedeisende hulp. Het is waarschijnlijk {w=een longontsteking|vocht achter de longen|hartfalen}.
        S: Ik kom eraan. Moet ik spullen meenemen?
        D: Nachtgoed, gehoorapparaten, oplader. En {hp} eigen kussen.
        N: Wij zetten de zorg stil tot we iets van jullie horen. Veel sterkte allemaal.
        D+2: {Ze} krijgt minder zuurstof en heeft gegeten. De dokter is tevreden.
        D+4: Ze denken dat {ze} {dag+6} naar huis mag.
        N: Dan start de zorg {dag+6} in de avond. Krijgen jullie een overdracht mee?
        D+6: Thuis! Overdracht zit in de map. Moe maar blij.
        R?: Mijn eigen bed. Er gaat niets boven.

        # opgenomen | opname
        N@10: {Mw} is vanochtend opgenomen in het ziekenhuis. De zorg thuis staat stil tot we weten wanneer {ze} terugkomt. Rapporteren kan hier gewoon.
        D: We zijn bij {hr}. {Ze} ligt op afdeling {a=B3|C2|D4} en is aanspreekbaar.
        S: Mag ik vanavond langs?
        D: Ja, tussen zes en acht. Twee mensen tegelijk.
        R?+1@15: Het eten is hier lauw. Maar de zusters zijn lief.
        V: Heel veel beterschap {mw}, wij missen u op de route.
        D+3@17: De infuuslijn is eruit en {ze} loopt weer naar het toilet. Over naar huis zegt de dokter nog niets.
        N: Dank voor het bericht. Wij staan klaar zodra er een datum is.

        # afspraak poli
        D@11: {dag+3} moet {ma} naar de {p=cardioloog|oogarts|longarts|geriater|orthopeed}. Om {t=10.20|13.45|9.10|15.30} uur. Kan er iemand om acht uur komen helpen met aankleden?
        V: Is gepland, ik kom zelf.
        D: Super. Ik haal {hr} een half uur van tevoren op.
        D+3@16: Weer terug. Alles is stabiel, over een half jaar terugkomen.
        G?: Brief ontvangen, ik sluit me daarbij aan.

        # staar
        D@12: Goed nieuws, de staaroperatie is {datum+12}. Eerst rechts.
        N: Dan plannen we de druppels, vier keer per dag, zeker vier weken.
        R?: Dan kan ik straks weer de ondertitels lezen.
        D&: En zien hoeveel stof er ligt 😂

        # nuchter blijven
        V@19: {Mw} moet morgen nuchter zijn voor het onderzoek, dus na middernacht niets meer eten. Briefje hangt op de koelkast.
        D: Dank. Ook de pillen niet?
        N: Alleen de hartpil met een slokje water. De rest na het onderzoek.
        D+1@11: Onderzoek is klaar, {ze} zit aan een broodje kroket.

        # uitslag
        D@17: We hebben de uitslag van de scan. Het is gelukkig goedaardig.
        S: 😭 Wat een opluchting.
        N: Wat fijn om te horen! Doe {mw} de groeten van het hele team.
        R?: Ik heb een taartje gekocht.

        # gipsvlucht
        N@15: {Mw} komt vandaag terug met gips om de {k=pols|enkel|onderarm}. Wassen en aankleden wordt dus voorlopig helemaal overnemen.
        V: Staat in mijn route. Hoe lang blijft het erom?
        D: {n=Vier|Vijf|Zes} weken. {dag+7} een controlefoto.
        R?: Jeuken dat het doet!
        V&: Niet met de breinaald hoor 😉
        D+7: Foto was goed, de breuk staat recht.

        # telefoontje van de afdeling
        S@18: De afdeling belde dat {ma} {hp} bril en onderbroeken nodig heeft. Wie gaat er vanavond?
        D: Ik ga om zeven uur. Bril ligt bij de tv denk ik.
        B?: Ik heb de sleutel, ik leg alles in een tas bij de voordeur.
        D&: Geweldig. Scheelt me een kwartier zoeken.
        """;
}
