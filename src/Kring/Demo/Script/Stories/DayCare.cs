namespace Kring.Demo.Script.Stories;

internal static class DayCare
{
    internal const string Text = """
        # eerste dag dagbesteding
        W@10: {dag+1} is de eerste keer op de dagbesteding. De bus haalt {mw} op om {t=9.15|9.30|9.00} uur.
        D: Spannend. {Ze} zegt nu al dat {ze} niet wil.
        W: Dat hoor ik vaak. We spreken af: drie keer proberen, dan beslist {ze} zelf.
        V+1@9: Nette kleren aan, tas mee, {ze} stapte in met een zucht 😉
        W@16: Het ging goed! Geholpen met {a=aardappels schillen|de tuin|sjoelen|de bloemen schikken}.
        R?: Er zat een man die ook bij Philips heeft gewerkt.

        # niet willen gaan
        V@9: {Mw} wil vandaag niet naar de dagbesteding. Hoofdpijn, zegt {ze}. Ik heb {hr} thuis gelaten.
        D: Prima. Forceren helpt niet.
        W: Ik meld het af. Volgende keer kijken we of een latere bus fijner is.
        W+6: Vanaf nu haalt de bus om half elf op. Dat geeft meer rust in de ochtend.

        # zang
        W@15: Vanmiddag is er gezongen. {Mw} kende alle coupletten van {l=Aan de Amsterdamse grachten|Tulpen uit Amsterdam|het Wilhelmus|Droomland}!
        D: Daar word ik warm van.
        R?: Ik was vroeger alt.

        # extra dag
        D@12: Zou er een extra dag mogelijk zijn? Wij merken dat {ze} er echt van opknapt.
        W: Er is plek op {dag+2}. Ik vraag het aan bij de gemeente.
        W+7: Goedgekeurd, per de eerste van de maand.
        D: Fantastisch, dat geeft mij ook lucht.

        # uitje
        W@11: Op {datum+12} gaan we met de groep naar {p=het Spoorwegmuseum|de kinderboerderij|Spakenburg|een tuincentrum}. Wil iemand van de familie mee als begeleider?
        S: Ik ga mee, ik heb die dag vrij.
        W: Super. Vertrek om tien uur, soep en broodje zijn inbegrepen.
        R?: Ik trek mijn goede jas aan.

        # bus reed door
        V@10: De bus is doorgereden, {mw} staat hier nog met jas aan.
        W: O nee. Ik bel meteen.
        W: Nieuwe chauffeur, hij kende het adres niet. Hij keert om.
        V: Hij is er. {Mw} heeft hem streng toegesproken 😄

        # schilderij
        R@16: Ik heb een schilderij gemaakt. Een boot.
        D: Foto! Ik wil hem zien.
        R: Hij moet nog drogen. Volgende keer komt hij mee.
        S: Ik reserveer vast een plekje aan de muur.
        """;
}
