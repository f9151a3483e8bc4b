namespace Kring.Demo.Script.Stories;

internal static class SocialWork
{
    internal const string Text = """
        # maatje
        W@11: Er is een vrijwilliger gevonden die elke {dag+2} een uurtje komt. Hij heet {n=Gerard|Anton|Loes|Hetty} en houdt van {h=oude auto's|borduren|vogels|geschiedenis}.
        R: Dat klinkt gezellig. Mag ik eerst kennismaken?
        W: Natuurlijk. {dag+2} komen we samen koffiedrinken.
        R+2: Ik heb ja gezegd.

        # eenzaam | 3 4 5 6 7
        R@16: De middagen zijn zo lang.
        W: Dat begrijp ik. Wat deed u vroeger op zo'n middag?
        R: Dan ging ik naar de volkstuin.
        W: Er is een gezamenlijke tuin achter het buurthuis, met hoge bakken. Zullen we er eens kijken?
        R: Als ik niet hoef te spitten.
        W+3@15: We zijn geweest. {Mw} heeft meteen tomaten uitgezocht 🍅

        # formulieren
        W@10: Ik heb de huurtoeslag en de zorgtoeslag nagekeken. Er is recht op {e=38|52|71} euro per maand meer.
        D: Echt? Met terugwerkende kracht?
        W: Vanaf januari. Het formulier ligt klaar voor een handtekening.
        R?: Getekend en wel.

        # vervoer kerk
        R@17: Ik zou zondag graag naar de kerk.
        B: Ik kan rijden, ik ga toch.
        R: Wat fijn. Hoe laat?
        B: {t=Half tien|Kwart over negen}, dan zitten we vooraan.

        # koffieochtend
        W@9: Morgen is er koffieochtend in de flat, beneden in de zaal.
        R?: Is er ook appelgebak?
        W&: Ik heb het nagevraagd: ja.
        R?+1@13: Twee stukjes gehad. En een nieuwe buurvrouw ontmoet.

        # gemeente belt
        W@13: De gemeente komt {dag+5} om {t=tien uur|elf uur} voor het keukentafelgesprek over de huishoudelijke hulp.
        D: Ik neem vrij. Wat moeten we klaarleggen?
        W: Legitimatie en de lijst van wat er nu gedaan wordt. Ik ben er ook.
        D+5: Drie uur per week is toegekend, voor twee jaar 🙌
        W: Precies wat we vroegen.

        # burenhulp
        B@12: Ik ga de komende week naar mijn zus. Wie kan de post en de planten doen?
        D: Doe ik. Dank dat je het zegt.
        W?: En ik vraag de huismeester om een oogje in het zeil te houden.

        # computerles
        S@11: Er is computerles in de bibliotheek, speciaal voor ouderen. Iets voor jou {mam}?
        R: Ik kan dit toch al?
        S: Dat is waar. Jij geeft zo les 😄
        """;
}
