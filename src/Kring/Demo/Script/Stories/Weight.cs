namespace Kring.Demo.Script.Stories;

internal static class Weight
{
    internal const string Text = """
        # wekelijks wegen
        V@8: Gewicht vandaag {k=61|64|67|71|74|58},{c=2|4|6|8} kg. Dat is {n=0,4|0,6|0,8} kg minder dan vorige week.
        N: Dank. Blijven volgen, elke week zelfde dag, voor het ontbijt.
        D: Is dat erg?
        N: Eén week zegt weinig. Als het drie weken daalt, schakelen we de diëtist in.

        # aangekomen door vocht
        V@8: {Mw} is in {n=drie|vier} dagen {k=1,8|2,1|2,4} kg aangekomen. Enkels zijn dik, schoenen passen niet.
        N: {GG}, vocht neemt toe: {k} kg in {n} dagen. Geen benauwdheid in rust. Plaspil ophogen?
        G: Ja, drie dagen dubbel, dan weer wegen. Bij benauwdheid direct bellen.
        V+3: Gewicht is weer {a=1,5|1,7|2,0} kg omlaag. Enkels slank.
        G: Terug naar de gewone dosis.
        R?: Ik heb de hele nacht op de wc gezeten, maar het helpt wel.

        # bijvoeding
        O@10: De diëtist adviseert twee flesjes bijvoeding per dag. Koud smaakt beter. Er zijn vijf smaken.
        R?: Aardbei. Geen chocola.
        D: Ik bestel een doos aardbei.
        V+5: Gaat er goed in, meestal halverwege de ochtend.
        V+12: Gewicht is {k=0,5|0,7|0,9} kg gestegen!

        # weegschaal kapot
        V@9: De weegschaal geeft elke keer iets anders aan. Net woog {mw} 12 kilo 😄
        N: Dat lijkt me wat weinig. Ik neem morgen de onze mee.
        N+1@9: Met de goede weegschaal: {k=63|66|69|72},{c=1|3|5} kg. Zelfde als vorige maand dus.
        D: Mooi. Ik koop een nieuwe.

        # wil niet op de schaal
        R@9: Moet ik nou iedere week op dat ding?
        N: Het hoeft niet als u het niet wilt. Wij zien er vocht mee aankomen, daarom doen we het.
        R: O, daarom. Dan wel. Maar niet hardop zeggen.
        N: Beloofd. Ik schrijf het alleen op.
        """;
}
