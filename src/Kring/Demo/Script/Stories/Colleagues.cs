namespace Kring.Demo.Script.Stories;

internal static class Colleagues
{
    internal const string Text = """
        # overdracht
        V@15: Overdracht: zorg zonder bijzonderheden. Stemming goed, eetlust matig. Let op losse tegel bij de voordeur.
        N: Dank je, gelezen.
        C: Tegel is gemeld bij de woningbouw.

        # dubbel gepland
        V@7: Ik sta hier dubbel met een invaller. Wie gaat er naar de volgende?
        C: Sorry, foutje in de planning. Jij blijft, de invaller gaat door naar de volgende cliënt.
        V: Prima. Ze is onderweg.

        # ziekmelding
        V@7: Ik meld me ziek, flink verkouden. Ik wil {mw} niet aansteken.
        C: Beterschap. Ik regel iemand, {mw} wordt gebeld.
        N: Ik kan de ochtend zelf doen.

        # tilhulp
        N@14: Vanaf {dag+1} met z'n tweeën tillen of de actieve lift gebruiken. Eén persoon is niet veilig meer.
        V: Duidelijk. Ik heb de korte instructie nog nodig voor dit type lift.
        N: Ik loop {dag+1} mee en laat het zien.
        V+1: Instructie gehad en afgetekend.

        # observatie
        V@12: Het valt me op dat {mw} meer naar links hangt dan vorige week. Mond is recht, praten gaat gewoon.
        N: Kracht in beide handen even vergelijken?
        V: Links iets minder, maar dat was altijd al.
        N: Ik bel de huisarts toch voor de zekerheid.
        N@14: Besproken. Vandaag visite, geen aanwijzingen voor iets acuuts.

        # afspraken deur
        C@10: Denken jullie aan de afspraak: aanbellen, tien tellen wachten, dan pas met de sleutel. {Mw} schrok gisteren.
        V: Excuus, dat was ik. Ik let erop.

        # rapporteren
        N@16: Graag bij de rapportage ook schrijven hoe {mw} het zelf vindt, niet alleen wat wij doen.
        V: Goed punt. Heb het vandaag aangevuld.

        # signaal familie
        V@17: De familie wil graag meer uitleg over de wondzorg. Kun jij {D} bellen, {N}?
        N: Doe ik morgen na de route.
        N+1@14: Gebeld. Het ging vooral om de frequentie. Uitgelegd en akkoord.

        # hygiene
        N@11: Er zijn meerdere cliënten met buikgriep in de wijk. Handschoenen, schort en handen wassen met zeep, alcohol werkt hier niet tegen.
        V: Begrepen. Is er genoeg op voorraad?
        C: Er staan twee dozen op kantoor en eentje in elke auto.

        # tijd tekort
        V@13: De geplande {n=20|25|30} minuten zijn te krap, ik zit elke keer op {m=40|45|50}.
        N: Ik zie het ook. Ik herindiceer deze week.
        C: Tot die tijd plan ik een blok van {m} minuten.
        N+4: Herindicatie rond, tijd is aangepast.

        # leerling
        C@9: Vanaf maandag loopt er een leerling mee. Leerdoel is wondzorg. {Mw} vindt het goed.
        N: Leuk. Bij mij mag ze de tweede week zelf doen, ik kijk mee.

        # sleutelbeheer
        C@12: Er ontbreekt een sleutel uit de ronde van vandaag. Wil iedereen in de jaszak kijken?
        V: Gevonden, hij zat in de auto. Hij is terug in het kastje.
        C: Fijn. Ik noteer het wel, zo is de afspraak.

        # complimenten
        C@16: Het team kreeg een kaart van de familie met een doos koekjes. Staat op kantoor, dus haast je.
        V: Te laat, {N} was er al 😄
        N: Er zijn er nog twee.
        """;
}
