namespace Kring.Demo.Script.Stories;

internal static class Fall
{
    internal const string Text = """
        # gevallen in de badkamer
        V@8: {Mw} is vanochtend in de badkamer uitgegleden. {Ze} zat op de grond toen ik binnenkwam. Geen bloed, wel geschrokken.
        D: O nee! Heeft {ze} pijn? Moet ik komen?
        V: {Ze} zegt dat vooral de {k=heup|pols|schouder|knie} gevoelig is. {Ze} kan er wel op staan en lopen.
        N: Ik ga om {t=elf uur|half elf|twaalf uur} zelf kijken. Bel ons gerust als het erger wordt.
        D: Oké, ik rijd na mijn werk langs.
        N+1: Vandaag gecontroleerd: een flinke blauwe plek, {hp} {k} beweegt goed. We houden het een week in de gaten.
        R?: Het was een domme stap. Maar ik ben niet van suiker.

        # gevallen in de nacht
        N@7: Vannacht om {t=vier uur|half drie|kwart over vijf} is de alarmknop gebruikt. {Mw} lag naast het bed. De nachtzorg heeft {hr} overeind geholpen.
        D: Waarom ben ik niet gebeld?
        N: {Ze} wilde niet dat jullie wakker werden. Ik heb gezegd dat je het wel meteen wilt weten. Volgende keer bellen we.
        R?: Ik wilde geen drukte maken. Het spijt me.
        D&: Je hoeft geen sorry te zeggen {mam}. Maar laat ons bellen, ook 's nachts.

        # val en huisarts
        N@10: {GG}, {mw} is gisteren gevallen en heeft vandaag meer pijn bij het ademen, rechts bij de ribben. Bloeddruk {b=138|142|146|151}/{c=78|82|84}. Wilt u meekijken?
        G: Dank, ik kom na het spreekuur langs, rond {t=half een|een uur|kwart voor een}.
        G@14: Geweest. Twee gekneusde ribben, geen breuk op dit moment waarschijnlijk. Paracetamol vier keer per dag 1000 mg, een week lang.
        D: Fijn dat u zo snel kwam dokter. Moet {ze} in bed blijven?
        G: Juist niet. Rustig blijven bewegen en goed doorademen. Bij koorts of benauwdheid meteen bellen.
        N+3: Pijn is minder, {ze} slaapt weer door. Geen koorts gehad.

        # losse kleedjes
        F@11: Ik struikelde vandaag zelf bijna over het kleedje in de gang. Mag dat weg? Het is de grootste valkuil in huis.
        D: Dat zeg ik al jaren 😅 Maar het is van {hp} trouwen.
        F: Misschien kan het aan de muur?
        R?: Aan de muur vind ik wel chic.
        D+3: Het hangt! Boven de bank. Staat nog leuk ook.

        # looprek niet gebruikt
        V@9: De rollator stond weer in de keuken en {mw} liep langs de muur. Kunnen we er samen op letten?
        R?: Dat ding is zo breed.
        F: Hij is ook wel breed voor deze gang. Ik heb een smaller model in de praktijk staan. Ik neem het {dag+2} mee om te proberen.
        R?+2: Deze is beter. Hij past langs de kast.
        F&: Mooi, dan vraag ik deze aan. Hij blijft zolang bij u staan.

        # bijna gevallen
        B@10: Vanmorgen struikelde {r} bij de brievenbus. Ik kon {hr} net vastpakken. Niets aan de hand, maar ik wilde het wel melden.
        D: Dank je wel dat je er was! Ik ga voortaan zelf de post halen als ik er ben.
        N: Goed dat je het meldt. Ik kijk met {hr} naar de schoenen, die zijn wel erg glad.
        D+1: Nieuwe schoenen gekocht, met klittenband en een goede zool. Niet de mooiste, maar {ze} staat als een huis.

        # alarmknop
        N@10: De alarmknop lag op het nachtkastje. {Mw} vindt hem lelijk om de hals.
        D: Is er geen polsbandje?
        N: Ja, dat kan. Ik bestel het vandaag, duurt ongeveer {n=drie|vier|vijf} werkdagen.
        V+5: Het polsbandje is er en is getest. De centrale belde netjes terug.
        R?: Het lijkt net een horloge.
        """;
}
