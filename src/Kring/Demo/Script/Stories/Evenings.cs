namespace Kring.Demo.Script.Stories;

internal static class Evenings
{
    internal const string Text = """
        # wie komt er vanavond
        D@15: Wie komt er vanavond bij {ma}? Ik zit tot {t=half acht|zeven uur|acht uur} op mijn werk.
        V: Ik heb vanavond dienst. Ik ben er rond {u=half negen|acht uur|kwart voor negen}.
        D: Fijn, dank je. De achterdeur is los.
        R?: Dan zet ik vast thee voor {V}.

        # avondbezoek later
        V@17: Ik loop ongeveer {n=20|30|40} minuten uit. Bij een andere cliënt ging iets mis. Sorry voor het wachten.
        R?: Geeft niet hoor. Ik kijk toch naar het journaal.
        D: Bedankt voor het seintje {V}. Ik bel {ma} zo even, dan zit {ze} niet te wachten.
        V: Inmiddels geweest. Alles rustig, {ze} ligt in bed.

        # ruilen van de avond
        D@10: {S}, kun jij {dag+2} in plaats van mij? Ik heb {w=een ouderavond|een verjaardag van mijn werk|een late vergadering|kaartjes voor het theater}.
        S: {dag+2}? Moment, even in mijn agenda kijken.
        S: Ja dat lukt. Dan doe jij {dag+4}, goed?
        D: Afgesproken. Je bent een schat 😘

        # ruilen lukt niet
        D@11: Kan iemand {dag+1} met {ma} mee-eten? Ik moet onverwacht overwerken.
        S: Ik kan echt niet, ik zit in {p=Zwolle|Den Bosch|Rotterdam|Groningen} die dag.
        B?: Ik kook toch voor mezelf, een bordje extra is zo gemaakt.
        N: Anders vraag ik of de avondroute iets eerder kan komen. Laat maar weten.
        D: Het is opgelost, mijn dochter fietst er na school heen. Dank voor het meedenken.

        # stil aan de telefoon
        D@18: {Ma} neemt de telefoon niet op. Is er iemand geweest vanmiddag?
        V: Ik was er om {t=kwart over vier|half vijf|vijf uur}. Toen zat {ze} gewoon in de stoel.
        D: Gelukkig. Dan is de hoorn er vast weer naast gelegd.
        R?: Ik zat in bad. Mag dat ook nog?
        D&: 😂 Natuurlijk mag dat {mam}. Veel plezier.

        # licht nog aan
        B@21: Het licht in de woonkamer brandt nog. Dat is anders nooit zo laat. Klopt dat?
        D: Ik bel even.
        D: Er was voetbal op tv 😄 {Ze} gaat nu naar bed. Wel heel lief dat je oplet.
        B: Daar ben je buren voor.

        # niet geslapen in eigen bed
        V@8: Goedemorgen. {Mw} zat vanochtend in de stoel en had daar ook geslapen. {Ze} zei dat het bed te koud was.
        D: O jee. Ik breng vanavond het dikke dekbed mee.
        V: Graag. Ik heb {hr} een deken gegeven en warme pap, het gaat goed.
        D+1: Dekbed ligt erop. Zelf uitgeprobeerd, het is nu heerlijk warm 😉

        # gordijnen
        V@17: Gordijnen zijn dicht, kachel op {g=19|20|21}, thermoskan staat klaar. Tot morgen.
        D: Top, bedankt {V}.
        R?: En ik heb de krant nog uit.

        # nieuwe medewerker vanavond
        N@9: Vanavond loopt er een leerling mee met {V}. Ze heet {l=Britt|Yasmina|Femke|Kimberly|Joy}. Is dat goed?
        R: Dat is goed. Als ze maar niet te hard praat.
        N: Dat geef ik door 😊
        V@20: Het bezoek met {l} ging prima. {Mw} heeft van alles over vroeger verteld.

        # wie heeft de dokterstas gezien
        S@16: Ligt mijn leesbril nog bij {ma}? Ik ben hem sinds {dag+5} kwijt.
        D: Volgens mij zag ik hem op de vensterbank liggen, naast de geraniums.
        R?: Hij ligt hier. Ik heb hem al de hele week op. Ik zie er prima mee.
        S&: Dat verklaart een hoop 😅 Ik haal hem morgen op.

        # brandalarm
        D@19: De rookmelder bij {ma} piept elke minuut. Kan iemand daar wat mee?
        S: Dat is de batterij. Ik heb er nog een liggen, ik rijd zo langs.
        D: Held.
        S: Gedaan. In de gang hangt er nog een van 2014, die vervang ik van het weekend.

        # avondeten samen
        D@12: Wij eten vanavond {e=boerenkool|andijvie|nasi|erwtensoep|hutspot} bij {ma}. Er is genoeg, dus wie wil aanschuiven is welkom.
        S: Ik kom graag! Hoe laat?
        D: {t=Zes uur|Half zes|Kwart over zes}, want anders wordt {ze} te moe.
        R?: Ik heb de tafel al gedekt.

        # geen bezoek nodig
        D@13: {Ma} slaapt vannacht bij ons. Er hoeft vanavond dus niemand te komen.
        V: Duidelijk, ik haal {hr} van de route. Neem je de medicijnrol mee?
        D: Die zit al in de tas. Morgen om {t=elf uur|twaalf uur|tien uur} zijn we terug.
        V: Dan is de middag weer gewoon voor ons. Fijne avond samen.
        """;
}
