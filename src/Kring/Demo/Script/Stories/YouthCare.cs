namespace Kring.Demo.Script.Stories;

internal static class YouthCare
{
    internal const string Text = """
        # pillen nieuwe dosis
        G@10: Vanaf {dag+2} gaat de methylfenidaat van {a=18|27} naar {b=36|45} mg, één keer per dag bij het ontbijt.
        P: Dank u. Waar letten we op?
        G: Eetlust, slapen, hartslag en hoe {r} zich voelt. Over drie weken controle bij {O}.
        R: Ik voel me er wel een beetje robot van.
        G: Goed dat je dat zegt. Schrijf het op, dan kijken we samen of het blijft.

        # controle bij de praktijk
        O@15: Vandaag gemeten: {l=158|161|163} cm, {k=46|48|51} kg, bloeddruk netjes. Gewicht blijft iets achter.
        P: Hij eet tussen de middag bijna niets.
        R: Ik heb dan geen honger. Om vijf uur wel.
        O: Dan een stevig ontbijt vóór de pil, en later op de middag een tweede lunch.
        R: Tosti's dus.
        O: Tosti's mag 👍

        # vergeten pil
        P@12: Pil vergeten vanochtend. School belde om tien uur al.
        O: Na twaalf uur niet meer geven, dan slaapt hij niet.
        R: Sorry. Ik had haast.
        P: Geeft niet. Zullen we ze naast je tandenborstel leggen?
        R: Goed.

        # slapen
        R@20: Ik lig elke avond wakker tot {t=twaalf uur|half een}.
        O: Wat doe je in dat laatste uur?
        R: Filmpjes kijken.
        O: Probeer een week lang een luisterboek, scherm weg. Daarna hoor ik graag of het scheelt.
        R+7: Het scheelt een half uur. Luisterboek was wel oké.

        # wie mag lezen
        R@16: Kan mijn moeder alles lezen wat ik hier zeg?
        W: In dit gesprek wel. Met mij kun je ook apart afspreken. Vanaf je twaalfde mag je ook zelf vragen wat er over je is opgeschreven.
        R: Oké. Dan weet ik dat.
        P: Ik vind dat ook goed {r}.

        # training
        W@14: De training over boos worden start {datum+10}, zes keer, met vijf andere jongens.
        R: Moet ik daar praten over gevoelens?
        W: Een beetje. Verder vooral boksen en pizza.
        R: Dan ga ik wel.
        W+12: Eerste keer gehad, {r} deed goed mee. Hij hielp zelfs een ander.

        # complimentje
        P@18: Even iets leuks: hij heeft uit zichzelf de vaatwasser uitgeruimd.
        W: Wauw, applaus 👏
        R: Doe niet zo raar. Er was gewoon geen schoon glas meer.
        """;
}
