namespace Kring.Demo.Script.Stories;

internal static class FirstWeek
{
    internal const string Text = """
        # kennismaken
        C@9: Welkom allemaal in het netwerk van {mw}. Samen met {hr} heb ik bekeken wie er mee mag doen. De eerste week kan ik nog mensen toevoegen, daarna is er voor iedere nieuwe persoon eerst toestemming nodig.
        R?: Ik vind het wel spannend, maar ook handig.
        D: Hoi allemaal, ik ben {D}. Fijn dat we elkaar hier kunnen vinden in plaats van met briefjes op tafel.
        N: Ik ben {N}, wijkverpleegkundige. Ik kom {n=twee|drie} keer per week.
        C: Bij spoed belt u altijd, daar is dit niet voor.

        # voorstellen kort
        N@10: Goedemorgen. Vanaf vandaag schrijven wij hier wat er bij {mw} thuis gebeurt. Vragen mogen hier ook.
        D: Dank je, dat is duidelijk. Lezen jullie ook in het weekend mee?
        N: De dienst leest mee, maar een antwoord kan dan tot maandag duren. Dringend is bellen.
        S?: Handig. Ik lees vooral mee, maar bel me gerust.

        # namen en nummers
        C@10: Dit is het begin. Voor de duidelijkheid stel ik iedereen voor: {N} is de wijkverpleegkundige, {D} is familie. Zelf ben ik {C}, ik regel de planning.
        N: Dag allemaal! Ik ben bereikbaar van acht tot vijf, daarna de avonddienst.
        D: Hallo! Ik kan overdag niet altijd reageren, ik werk {w=in de zorg|op een school|in een winkel|op kantoor}. 's Avonds lees ik alles.
        R?: En ik ben er altijd.

        # waar is dit voor
        D@11: Even voor mijn begrip: is dit in plaats van het schrift op tafel?
        N: Ja. Alles wat in het schrift stond, komt nu hier. Dan kan iedereen het lezen, ook als je niet in huis bent.
        C: En andersom: wat hier staat, gaat er niet uit. Dus ook niet per mail of app.
        D: Fijn. Dat gaf met die appgroep altijd gedoe.

        # rustig beginnen
        C@13: De toegang is klaar voor iedereen. Neem rustig de tijd om rond te kijken, kapot kan het niet.
        R?: Dat zei de man van de tv ook.
        C&: 😄 Als het niet lukt, belt u mij. Dan kijken we samen.
        D: Gelukt op mijn telefoon. Alleen de code duurde even.
        N: Bij mij werkt het ook. Tot {dag+1}!

        # wie leest mee | oud
        R@11: Wie kunnen dit allemaal lezen?
        C: Alleen de mensen die u in de lijst bij Wie doet er mee ziet staan. Verder niemand.
        R: En als ik dat niet meer wil?
        C: Dan haalt u iemand eruit met één knop. Dat werkt meteen.
        R: Goed zo.

        # extra deelnemer | oud
        C@14: {Mw} wil graag dat de fysiotherapeut straks ook meedoet. Ik regel het deze week nog.
        D: Mooi, dan hoef ik niet steeds de boodschapper te zijn.
        N: En de huisarts?
        C: Die vraagt {mw} zelf, bij de volgende afspraak.

        # eerste afspraken
        N@13: Zullen we afspreken: medicijnen in het ene gesprek, praktische dingen in het andere? Dan blijft het overzichtelijk.
        D: Goed idee. Ik ben nogal van de door elkaar.
        V?: Ik houd me eraan.
        C&: Dank. Ik heb de gesprekken zo ingericht.

        # sleutel en gegevens
        C@15: Staat het telefoonnummer van {D} goed in de lijst? Ik kreeg vanmorgen iemand anders aan de lijn.
        D: Er staat een oud nummer. Ik pas het zelf aan.
        D: Gedaan. Probeer het nog eens.
        C: Werkt. Dank.

        # letter te klein | oud
        R@16: De letters zijn klein.
        S: Rechtsboven zit een knop voor grotere tekst {mam}. Zal ik het voordoen?
        R: Ik heb hem al gevonden. Nu is alles reusachtig.
        S: 😄 Knap gedaan.

        # privacyverklaring gelezen
        C@10: Wilt u allemaal de privacyverklaring een keer lezen? Hij is kort en je kunt hem afdrukken.
        D: Gelezen. Prettig dat het in gewoon Nederlands staat.
        R?: {D} heeft hem voorgelezen. Ik ben het ermee eens.
        """;
}
