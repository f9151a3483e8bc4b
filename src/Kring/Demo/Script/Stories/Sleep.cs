namespace Kring.Demo.Script.Stories;

internal static class Sleep
{
    internal const string Text = """
        # slecht geslapen
        R@8: Ik heb weer slecht geslapen. Om {t=drie uur|vier uur|half vier} was ik klaarwakker.
        V: Wat vervelend. Had u pijn, of was het piekeren?
        R: Piekeren. Over van alles.
        V: Zullen we er vanmiddag even voor gaan zitten, met koffie?
        R: Graag.
        V@16: Fijn gesproken. {Mw} mist het bridgen op donderdag. {W}, is daar iets in te regelen?
        W: Zeker, ik kijk of er vervoer te vinden is.

        # dutjes
        V@14: {Mw} lag om twee uur alweer in bed. Zo is de nacht snel om.
        N: Zullen we om twee uur samen een ommetje plannen? Dan blijft {ze} op.
        D: Ik kan {dag+1} en {dag+3}.
        B?: Ik neem {dag+2}, dan loop ik toch met de hond.
        N+5: Deze week drie keer gewandeld en twee nachten doorgeslapen. Volhouden!

        # slaappil
        D@20: Kan {ma} niet gewoon een slaappilletje krijgen?
        G+1@9: Daar ben ik terughoudend in. De kans op vallen wordt er veel groter van. Eerst een vast ritme en geen koffie na drie uur.
        D: Dat snap ik. Ik ruil de koffie om voor cafeïnevrij, dat proeft {ze} niet.
        R?: Ik kan lezen hoor 😠
        D&: Betrapt! Maar het is voor je eigen bestwil {mam}.

        # onrustige nacht
        V@7: Overdracht van de nachtzorg: {n=vier|vijf|zes} keer gebeld, telkens naar het toilet. Erg onrustig.
        N: Ik laat vandaag een urineonderzoek doen.
        N@14: Urine is schoon. Het kan ook van de plaspil komen, die werd laat gegeven. Vanaf nu voor twaalf uur.
        V+2: Afgelopen nacht maar één keer gebeld.

        # nachtlampje
        D@18: Ik heb een nachtlampje met sensor in de gang gehangen. Dan vindt {ze} de wc beter.
        V: Werkt goed, ik schrok er zelf van 😄
        R?: Het lijkt wel een hotel.

        # warm in de slaapkamer | 6 7 8
        V@8: Met {g=27|28|29} graden op de slaapkamer heeft niemand geslapen, {mw} ook niet.
        S: Ik breng een ventilator en plak folie op het raam.
        N: Let op: niet rechtstreeks op het bed richten, en extra drinken.
        S@18: Geplaatst. Scheelt zo te voelen al drie graden.
        R?+1: Geslapen als een roos 🌹
        """;
}
