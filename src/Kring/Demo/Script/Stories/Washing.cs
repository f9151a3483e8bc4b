namespace Kring.Demo.Script.Stories;

internal static class Washing
{
    internal const string Text = """
        # douchen verplaatsen
        R@9: Mag ik {dag+1} douchen in plaats van vandaag? Ik krijg bezoek.
        V: Natuurlijk. Vandaag aan de wastafel, {dag+1} onder de douche.
        R: Fijn. Dank je.

        # steunkousen
        V@8: De steunkousen hebben een gat bij de hiel. Ze zijn {n=een jaar|anderhalf jaar|ruim een jaar} oud.
        N: Ik vraag nieuwe aan. Aanmeten moet in de ochtend, als de benen dun zijn.
        N+2: Aanmeten is {dag+5} om {t=half negen|negen uur|acht uur} aan huis.
        R?: Als ze maar niet zo knellen.
        V+14: Nieuwe kousen zijn er, mooie beige. Ze zitten goed.

        # andere hulp
        R@10: Ik wil liever niet door een man gewassen worden.
        C: Dat respecteren we. Ik zet het in de planning, vanaf vandaag.
        R: Dank u. Ik durfde het eerst niet te zeggen.
        C: Ik ben blij dat u het wel zegt.

        # te vroeg
        R@8: Vandaag waren jullie er al om {t=kwart voor zeven|zeven uur|tien voor zeven}. Dat vind ik te vroeg.
        C: U heeft gelijk, we hadden acht uur afgesproken. Ik bespreek het met de planning.
        C: Het is aangepast. Morgen komt {V} tussen acht en half negen.
        R: Mooi zo.

        # was
        V@11: Er is een was gedraaid en opgehangen, en het bed is verschoond.
        D: Heel fijn. Ik strijk {dag+2}.
        R?: Hoeft niet hoor, strijken. Vouwen is genoeg.

        # douchestoel
        V@9: De douchestoel wiebelt. Ik heb hem vandaag niet gebruikt.
        S: Ik kijk vanavond, vast een dopje kwijt.
        S@19: Nieuw dopje eronder, hij staat stevig.
        V+1: Getest en goedgekeurd 👍

        # scheren | man
        V@9: Samen de scheerspullen uitgezocht. Elektrisch gaat beter dan met een mesje, zeker met de bloedverdunners.
        D: Ik heb nog een goed apparaat liggen, bijna nieuw.
        R?: Dan zie ik er zondag netjes uit.

        # tanden poetsen
        V@8: Poetsen gaat goed als ik de tandpasta alvast klaarleg. Dan doet {mw} het verder zelf.
        N: Mooi, zo houden. Zelf laten doen wat kan.

        # wassen lukt zelf
        R@9: Vandaag heb ik mijzelf gewassen. Alleen mijn rug niet.
        V: Knap gedaan! Morgen doe ik weer alleen de rug dan.
        N: Zo werken we toe naar minder hulp. Als u dat ook wilt.
        R: Ja. Zolang ik het zelf kan.

        # handdoeken
        V@9: Er waren geen schone handdoeken meer.
        D: Oei, die liggen nog bij mij in de droger. Ik breng ze vanavond.
        V: Met een kussensloop lukte het ook 😄

        # koude handen | 11 12 1 2 3
        R@8: Het meisje van vanochtend had ijskoude handen.
        V: Dat was ik 🙈 Morgen eerst onder de warme kraan.
        R: Ach ja. Het was ook vijf graden buiten.
        """;
}
