namespace Kring.Demo.Script.Stories;

internal static class Siblings
{
    internal const string Text = """
        # rooster
        D@20: Ik heb een rooster gemaakt voor de komende maand. Wie kan niet op welke dag?
        S: Ik kan de [eerste|tweede|derde] {dag+2} niet, verder alles goed.
        D: Dan ruil ik die met mijn eigen. Bijgewerkt.
        S: Je bent een organisatiewonder.

        # geld
        S@19: Zullen we de kosten voor de nieuwe stoel delen? Ik wil niet dat {ma} ervan schrikt.
        D: Goed. {e=340|420|285|510} euro, dus ieder de helft.
        S: Overgemaakt.

        # erfstukken
        D@21: {Ze} begint spullen weg te geven. Gisteren kreeg de buurvrouw de klok.
        S: De klok?!
        D: Ik heb gezegd dat ze hem even mag bewaren 😉 Maar eigenlijk mag {ze} dat gewoon zelf kiezen.
        S: Ja. Het is en blijft {hp} klok.

        # verrassing
        S@20: Niets zeggen tegen {ma}: we willen {hr} meenemen naar {p=het oude dorp|Scheveningen|de zee}.
        D: Wat leuk! Wanneer?
        S: {dag+5}, als het droog is. Rolstoel is al gehuurd.
        V: Ik zorg dat {mw} om negen uur klaar is en zeg niets 🤐
        S+5@20: Missie geslaagd. De tranen stonden in de ogen.

        # kerst verdelen | 11 12
        S@19: Hoe doen we de feestdagen? Eerste dag bij jou, tweede bij mij?
        D: Prima, maar twee dagen achter elkaar is te veel voor {hr}.
        S: Dan kom ik tweede dag naar {hr} toe, met soep.

        # taken verdelen
        D@20: Zullen we het zo doen: ik de zorg, jij de papieren?
        S: Graag, ik ben beter met de belasting dan met steunkousen.
        D: Zeg dat maar niet te hard, straks mag jij ook op cursus 😂

        # verre broer
        S@22: Ik voel me schuldig dat ik zo ver weg woon.
        D: Je belt elke dag. Dat doe ik niet eens.
        N: Als ik me mag mengen: die telefoontjes doen {hr} heel goed. {Ze} vertelt er altijd over.
        S: Dank je. Dan ga ik daarmee door.

        # foto's
        S@18: Ik maak een levensboek voor {ma}. Wie heeft er foto's van vóór 1970?
        D: Ik heb een doos op zolder. Ik scan ze van de week.
        B?: Ik heb er een van de straatbarbecue, uit 1998 dan.
        S&: Ook welkom!

        # woning verkopen
        S@20: De makelaar belde weer over het huis. Ik heb gezegd dat er niets te verkopen is.
        D: Goed zo. Zolang {ze} er woont, praten we er niet over.

        # oppas
        D@17: Ik sta in de file op de A{n=1|28|27}. Kan iemand om zes uur bij {ma} zijn?
        S: Ik ben er over twintig minuten.
        D: Top. Ik neem frietjes mee voor iedereen.
        """;
}
