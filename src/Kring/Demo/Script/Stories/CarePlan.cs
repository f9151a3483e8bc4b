namespace Kring.Demo.Script.Stories;

internal static class CarePlan
{
    internal const string Text = """
        # mdo plannen
        C@10: Het is tijd voor het MDO van {mw}. Kan {dag+9} om {t=half twee|twee uur|kwart over een}?
        N: Ja, ik bereid de doelen voor.
        W?: Akkoord, ik sluit online aan.
        G?: Vijftien minuten lukt, mits op tijd begonnen.
        C: Dan zet ik het vast. {Mw} en de familie krijgen een uitnodiging.

        # evaluatie
        N@15: De evaluatie van het zorgplan moet vóór {datum+12}. Ik heb de concepttekst klaar. Wie leest mee?
        V: Ik. Mijn punt is het eten: dat doel is wel gehaald.
        N: Dan sluit ik dat doel af, en het lopen houden we open.
        N+3: Met {mw} besproken en vastgesteld. Nieuwe evaluatie over een half jaar.

        # doel bijstellen
        V@13: Het doel 'zelf steunkousen uittrekken' lukt al twee weken. Mag het omhoog?
        N: Graag. Nieuw doel: zelf aantrekken met hulpmiddel, eerst onder begeleiding.
        V+6: Eerste keer gelukt met het glijzakje, vijf minuten.

        # risicolijst
        N@11: Halfjaarlijkse risicoscan gedaan: vallen hoog, ondervoeding laag, huid matig, mantelzorg zwaar belast.
        C: Dank. Wat doen we met dat laatste?
        N: Ik bespreek met {D} of er een avond bij kan en of ondersteuning welkom is.

        # indicatie
        C@9: De indicatie loopt af op {datum+20}. Moet het blijven zoals het is?
        N: Er is meer nodig in de ochtend. Ik vraag {n=anderhalf uur|twee uur|een uur} per week extra aan.
        C+5: Toegekend. De planning wordt vanaf maandag aangepast.

        # zorgmap
        C@14: Er ligt nog een papieren map bij {mw} thuis. Alles wat erin staat, staat nu ook hier. Mag hij weg?
        V: Familie gebruikt hem nog voor de afspraken.
        C: Dan laten we hem liggen als agenda. Zorginformatie gaat eruit en wordt vernietigd.
        V+2: Gedaan, samen met {mw} uitgezocht.
        """;
}
