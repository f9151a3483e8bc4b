namespace Kring.Demo.Script.Stories;

internal static class Worries
{
    internal const string Text = """
        # volhouden
        D@22: Even eerlijk: ik weet niet of ik dit nog lang volhoud. Werk, kinderen en elke dag op en neer.
        N: Goed dat je het zegt. Wat zou het meeste schelen?
        D: De avonden. Als iemand twee avonden zou overnemen.
        N: Ik vraag aan {C} of er een avondbezoek bij kan.
        C+1: Dat kan, {dag+3} en {dag+5}. Vanaf volgende week.
        D: Ik kan wel huilen. Dank jullie wel.

        # mantelzorgsteun
        W@10: {D}, er is een inloop voor mantelzorgers, elke eerste {dag+2} van de maand. Even je verhaal kwijt, met koffie.
        D: Dat klinkt goed. Kan ik zomaar binnenlopen?
        W: Ja, tussen tien en twaalf. Ik ben er zelf ook.
        D+5: Ik ben geweest. Ik dacht dat ik de enige was.

        # rijdt het niet meer
        S@20: Eigenlijk denk ik dat {ma} niet meer alleen kan wonen. Ben ik de enige?
        D: Nee. Maar {ze} wil het absoluut niet.
        S: En als er weer iets gebeurt?
        N: Zullen we het bespreken met z'n allen? Liefst vóór er iets gebeurt. En daarna met {hr} erbij.
        D: Ja. {dag+6} in de avond?
        S: Ik ben er.

        # somber
        D@18: {Ma} zegt dat het voor {hr} niet meer hoeft. Wat moet ik daarmee?
        N: Dank dat je het deelt. Ik heb het {hr} vandaag gevraagd: {ze} bedoelt dat de dagen leeg zijn, niet dat {ze} dood wil.
        W: Ik zoek een maatje. Er is een vrijwilliger die ook van {h=schaken|tuinieren|kaarten|klassieke muziek} houdt.
        D: Dat zou mooi zijn.
        W+7: Het maatje is vandaag geweest. Ze hebben twee uur zitten praten!

        # eten gooit weg
        V@13: Ik wil het niet groter maken dan het is, maar het brood ligt elke dag in de prullenbak.
        D: {Ze} zegt tegen mij dat alles op is. Om mij gerust te stellen denk ik.
        N: Niet boos worden. Ik begin er rustig over.

        # drank
        S@21: Ik vond vandaag {n=drie|vier} lege flessen sherry achter de wasmachine.
        D: Ik wist van één glaasje. Met die pillen kan dat toch niet?
        N: Nee, dat versterkt elkaar en geeft valgevaar. Ik bespreek het met {hr} en de huisarts, zonder verwijten.
        S: Dank. Wij houden ons even stil.
        N+4: {Ze} was er eerlijk over. De avonden duren lang. We gaan daar samen iets aan doen.

        # wachtlijst
        D@12: We hebben {ma} toch maar op de wachtlijst gezet voor {p=De Beukelaar|Huize Welgelegen|Het Lindenhof}. Als voorzorg.
        W: Verstandig. Het is nog geen besluit, alleen een plek in de rij.
        S: Hoe lang duurt dat?
        W: Op dit moment {n=acht|tien|veertien} maanden. Je mag een aanbod weigeren.

        # ruzie
        D@21: Sorry van net {S}. Ik was moe.
        S: Ik ook. Jij doet ook veel meer dan ik, dat zie ik echt wel.
        D: Zullen we voortaan eerst bellen en dan pas typen?
        S: Deal 🤝

        # rust
        N@16: {D}, ik wil alleen even zeggen: jullie doen het geweldig. {Mw} is goed verzorgd en vrolijk.
        D: Dit kwam precies op het goede moment. Dank je.

        # kopje ondergaan
        W@13: Ik hoorde van {N} dat je vorige week ziek was. Gaat het weer?
        D: Ja, griep. Maar ik lag te piekeren wie het dan zou doen.
        W: Daarom maken we samen een noodplan. Eén A4: wie belt wie.
        D: Heel graag.
        W+6: Concept staat klaar, ik neem het {dag+7} mee.
        """;
}
