namespace Kring.Demo.Script.Stories;

internal static class Home
{
    internal const string Text = """
        # sleutelkluis
        N@10: De sleutelkluis bij de voordeur klemt. De collega van vannacht kreeg hem pas na vijf minuten open.
        D: Ik spuit er vanavond wat siliconen in. Anders vervangen we hem.
        D@20: Gesmeerd. Gaat nu soepel. Wil iemand het morgen controleren?
        V+1@8: Werkt perfect. Code is ook weer doorgedraaid.

        # code gewijzigd
        C@11: De code van de sleutelkluis is vandaag gewijzigd, omdat een collega uit dienst is. Jullie krijgen hem mondeling, niet hier.
        D: Heel goed. Ik bel je er vanmiddag over.
        S: Ik ook graag.
        C: Iedereen die hem nodig heeft, is gebeld. De oude werkt niet meer.

        # verwarming | 10 11 12 1 2 3 4
        V@8: Het is hier {g=15|16|14} graden. De verwarming staat aan maar wordt niet warm.
        S: Waarschijnlijk moet de ketel bijgevuld worden. Ik kom tijdens mijn lunchpauze.
        S@13: Bijgevuld, de druk was 0,6. Hij loopt weer.
        R?: Mijn voeten ontdooien.

        # drempel
        F@12: De drempel naar het balkon is te hoog voor de rollator. Een oprijplankje zou helpen.
        W: Dat kan via de gemeente. Ik vraag het aan bij het Wmo-loket.
        W+5: Aanvraag is binnen, iemand komt {datum+14} meten.
        R?: Dan kan ik in de zomer weer bij mijn planten.

        # traplift
        S@20: De traplift stopte halverwege. {Ma} heeft tien minuten vastgezeten.
        D: Wat?! Is alles goed nu?
        S: Ja, met de handbediening naar beneden gekregen. Monteur komt morgen voor twaalf uur.
        N: Dan slaapt {ze} vannacht beneden? Wij zetten het logeerbed klaar.
        S+1: Zekering vervangen. Hij werkt weer.
        R?: Ik had wel een mooi uitzicht.

        # schoonmaak
        W@10: De huishoudelijke hulp is ziek tot {dag+5}. Er is vervanging op {dag+3}, een uur eerder dan normaal.
        D: Dank. Weet {ma} het al?
        W: Ik heb gebeld en het op het briefje bij de telefoon laten zetten.
        R?+3: De vervangster heeft zelfs de ramen gedaan.

        # hoog laag bed
        N@13: Het bed is te laag om goed te helpen. Ik wil een hoog-laagbed aanvragen. Past dat in de slaapkamer?
        D: Als het oude bed eruit gaat wel. Mijn zwager heeft een busje.
        N: Levering {dag+6} tussen {t=negen en twaalf|een en vier}. Moet er iemand thuis zijn.
        D+6: Het staat. Oude bed is naar de kringloop.
        V+7: Wat een verschil voor mijn rug 🙏

        # lekkage
        B@8: Er komt water onder de voordeur door!
        D: Ik kan niet weg hier. Is {ma} in orde?
        B: Ja, ik ben binnen. Het is de slang van de wasmachine. Kraan is dicht, ik dweil even.
        D: Jij bent goud waard.
        B: Morgen even een nieuwe slang, dan draait hij weer.

        # post
        W@14: Er lag een stapel ongeopende post. Samen met {mw} geopend: twee rekeningen en een brief van de gemeente over de Wmo-indicatie.
        D: Oei, daar schrik ik van. Moeten we iets doen?
        W: De rekeningen heb ik klaargelegd voor jou. Op de brief moet vóór {datum+14} antwoord komen, dat doe ik samen met {hr}.
        D: Dank je wel. Ik zet er een vast bakje voor neer.

        # deurbel
        B@17: De deurbel doet het niet, ik stond voor niets te drukken.
        S: Die is draadloos, vast de batterij. Ik neem er een mee.
        V: Dan klop ik vanavond op het raam.
        S+1: Bel doet het weer. Harder dan ooit.

        # vuilnis
        D@19: Wie zet de groene bak buiten? {Ma} tilt hem anders zelf over de stoep.
        B: Die neem ik mee met de mijne.
        D: Dank!! Zetten we dat vast op de lijst?
        B: Elke {dag+1}, staat in mijn hoofd.
        """;
}
