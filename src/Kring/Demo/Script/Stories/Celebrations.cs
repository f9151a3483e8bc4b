namespace Kring.Demo.Script.Stories;

internal static class Celebrations
{
    internal const string Text = """
        # verjaardag plannen | jarig6
        D@19: {Ma} is {dag+6} jarig. Zullen we het klein houden? Koffie met gebak van {t=twee tot vier|drie tot vijf}.
        S: Goed plan. Ik haal de taart, {e=appeltaart|slagroomtaart|mokkataart}.
        R?: En geen gezang alsjeblieft.
        D&: Eén liedje {mam}, dat kan er nog wel af.
        V: Dan komen wij die dag wat vroeger, zodat {mw} uitgerust is.

        # verjaardag zelf | jarig0
        V@8: Van harte gefeliciteerd {mw}! 🎂 Namens het hele team.
        R: Dank jullie wel. Ik heb al vier kaarten.
        N: Ook van mij van harte! Tot straks, ik lust wel een stukje.
        D@20: Het was een geslaagde dag. Moe, voldaan en de taart is op.

        # sinterklaas | 11
        S@18: Doen we dit jaar lootjes? Of gewoon chocoladeletters voor iedereen?
        D: Letters. Van lootjes trekken krijg ik stress.
        R?: Voor mij puur.
        S&: Genoteerd. Melk voor de rest.

        # bezoek kleinkinderen
        D@11: De kinderen komen {dag+2} logeren in de buurt en willen graag bij {mijn} langs. Is de middag rustig?
        V: Na drie uur wel, dan is de zorg klaar.
        D+2@18: Er is gekwartet, en er is gewonnen. Niet door de kinderen 😏
        R?: Ze laten zich zo in de kaart kijken.

        # trouwdag | kind
        D@9: Let op vandaag: het is de trouwdag van mijn ouders. {Ma} kan wat stiller zijn.
        V: Fijn dat je het zegt. Ik neem er de tijd voor.
        V@12: We hebben samen het trouwalbum bekeken. Er was een traan en veel mooie verhalen.
        D: Dank je. Dat betekent veel voor ons.

        # kerst | 12
        D@14: Kerstavond eten we bij mij. Kan {ma} om {t=vier uur|half vijf} opgehaald worden, en is er iemand die {hr} om tien uur in bed helpt?
        V: De late dienst kan om kwart over tien. Krap, maar het lukt.
        D: Wat fijn, dan redden we zelfs het toetje.
        R?: Ik neem de bonbons mee.

        # geboorte
        S@9: Groot nieuws: vannacht is {k=Fenna|Milan|Saar|Noud} geboren! Achterkleinkind nummer {n=drie|vier|zes} 🎉
        V: Gefeliciteerd allemaal!
        R?: Een wonder. Ik wil {k} snel zien.
        S: {dag+4} komen ze langs, als iedereen fit is.
        D: Ik breng beschuit met muisjes voor de thuiszorg.

        # kaartje van de klas
        B@15: De kinderen van de basisschool hebben tekeningen gemaakt voor de straat. Er zat er ook een bij voor {r}.
        R?: Hij hangt op de koelkast. Een paard, of een hond.
        D&: Een paard 🐴
        """;
}
