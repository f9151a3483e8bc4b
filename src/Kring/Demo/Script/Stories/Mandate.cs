namespace Kring.Demo.Script.Stories;

internal static class Mandate
{
    internal const string Text = """
        # voorstellen
        P@10: Goedemorgen. Ik ben door de rechter benoemd om voor {mw} te beslissen over zorg als dat zelf niet lukt. Ik overleg altijd eerst met {hr}.
        N: Welkom. Voor welke dingen vragen we u altijd?
        P: Nieuwe deelnemers, wijziging van het zorgplan en alles rond verhuizen of opname.
        D?: En over het geld?
        P&: Dat staat in de beschikking. Kijk bij Wie doet er mee, daar ziet u de reikwijdte.

        # toestemming medicijn
        G@11: Ik wil starten met een middel tegen de onrust, {m=een lage dosis, vier weken|alleen voor de avond}. {Mw} kan de afweging nu niet zelf maken.
        P: Wat als we niets doen?
        G: Dan blijft {ze} 's nachts dwalen, met kans op vallen.
        P: Akkoord voor vier weken. Daarna wil ik een evaluatie.
        G: Staat genoteerd, {datum+28}.

        # nieuwe stoel
        N@14: Er is een andere stoel nodig met hoge rug. De eigen bijdrage is {e=120|145|160} euro.
        P: Is er keus in kleur? {Mw} houdt van groen.
        N: Groen kan.
        P: Dan akkoord. De nota mag naar mij.
        V+9: De stoel staat er. Er wordt niet meer uit opgestaan 😄

        # bezoek mentor
        P@16: Ik kom {dag+3} om {t=elf uur|half twee|drie uur} op bezoek. Schikt dat?
        V: Prima, dan is de ochtendzorg klaar.
        P+3@17: Fijn gesprek gehad. {Ze} wil graag één keer per week naar buiten. Kan dat worden geregeld?
        W?: Ik zoek een vrijwilliger met een duofiets.
        P&: Heel goed, dank u.

        # inzage gevraagd
        P@13: Ik wil graag het zorgplan inzien vóór het overleg van {dag+6}.
        C: Het staat vanaf vanmiddag voor u klaar bij documenten.
        P+2: Gelezen. Eén opmerking: er staat dat {ze} alleen woont, maar er is een kat. Die telt voor {hr} mee.
        C: Aangevuld 😊

        # niet over geld | mentor
        S@15: Kan de mentor ook de bankpas regelen?
        P: Nee, mijn taak gaat over zorg en niet over geld. Daarvoor is een bewindvoerder nodig.
        S: Duidelijk, dan zoek ik dat uit.
        """;
}
