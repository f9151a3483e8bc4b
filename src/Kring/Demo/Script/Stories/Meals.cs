namespace Kring.Demo.Script.Stories;

internal static class Meals
{
    internal const string Text = """
        # maaltijdservice te laat
        D@13: De maaltijdservice is er weer niet. {Ma} zit al sinds twaalf uur aan tafel.
        W: Vervelend. Ik bel ze even.
        W: De bus stond stil door een lekke band. Ze zijn er over {n=20|30|25} minuten.
        R?: Ik heb maar vast een boterham genomen.
        D+1: Vandaag kwamen ze om kwart voor twaalf, mét een toetje als goedmaker 😄

        # eten niet lekker
        R@13: De aardappels waren hard. En alweer worteltjes.
        D: Zal ik het menu voor volgende week samen met je invullen {mam}?
        R: Ja. Dan wil ik {e=vis|zuurkool|rode kool|een gehaktbal} op {dag+6}.
        D: Komt voor elkaar.

        # bordjes in de koelkast
        V@18: Er staan {n=drie|vier|vijf} bakjes van de maaltijdservice ongeopend in de koelkast. Volgens mij eet {mw} 's middags bijna niets.
        D: Mij vertelt {ze} dat het allemaal op is...
        N: We gaan een week bijhouden wat er echt gegeten wordt. Lijstje hangt op de koelkast.
        N+6: Na een week: het ontbijt gaat goed, warm eten half. Ik stel kleinere porties en iets tussendoor voor.
        D: Dan neem ik kaas en nootjes mee, daar is {ze} dol op.

        # drinken | 6 7 8
        V@15: Er wordt weinig gedronken met dit warme weer. De kan van vanochtend was nog vol.
        N: Graag bij elk bezoek een glas aanbieden en even blijven zitten.
        D: {Ze} houdt van {d=ijsthee|appelsap met water|limonade|karnemelk}. Ik zet een fles koud.
        V+1: Vandaag vier glazen. Die {d} is een gouden greep 👌

        # pap
        V@8: Havermout in plaats van brood vandaag. Dat ging er goed in.
        D: Daar groeide {ze} mee op. Met een schep basterdsuiker?
        V: Twee scheppen 🤫

        # samen koken
        B@16: Ik heb te veel soep gemaakt. Zal ik een pannetje brengen?
        R: Graag! Is het met balletjes?
        B: Natuurlijk met balletjes.
        R@19: Op. Het was heerlijk.

        # dieet zout
        O@10: Vanwege het vocht is minder zout verstandig. Kant-en-klare soep en kaas zijn de grootste bronnen.
        D: O, en dat zijn nu net {hp} twee favorieten.
        O: Alles met mate. Een keer per week kaas op brood mag best. Er bestaat ook kaas met minder zout.
        R?: Die smaakt naar gum. Maar ik zal het proberen.
        W: De maaltijdservice heeft ook een zoutarme lijn. Zal ik dat laten omzetten?
        D: Graag, per volgende week.

        # gebit past niet
        V@12: Kauwen gaat moeilijk, de onderprothese schuift. Brood met korst blijft liggen.
        D: Ik bel de tandprotheticus.
        D: {dag+4} om {t=half drie|kwart over een|tien uur}. Ik ga mee.
        D+4: Hij is opnieuw opgevuld. Meteen een appel gegeten om te vieren 🍎

        # eetclub
        W@11: In het buurthuis is elke {dag+1} een eettafel, {p=zes|zeven|acht} euro per keer. Is dat iets voor u, {mw}?
        R: Zitten daar ook mensen die ik ken?
        W: Mevrouw Bos van nummer 14 gaat ook altijd.
        R: Dan wil ik het wel een keer proberen.
        W+2: Er is een plek vrij voor de volgende keer. Ik loop de eerste keer met u mee.

        # verse vis
        S@12: Ik ga langs de markt. Wil {ma} een {e=lekkerbekje|harinkje|bakje kibbeling}?
        R?: Altijd.
        D&: Eén is genoeg {S}, vorige keer waren het er drie 😅
        S&: Ik beloof niks.

        # magnetron
        V@12: De magnetron doet het niet meer. Ik heb de maaltijd in een pannetje warm gemaakt.
        S: Ik heb er thuis nog één over. Breng hem vanavond.
        S@20: Staat. Twee knoppen, meer niet. Ik heb een stickertje geplakt bij 3 minuten.
        V+1: Werkt goed, {mw} deed het vandaag zelf.
        """;
}
