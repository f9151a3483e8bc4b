namespace Kring.Demo.Script.ShowCase;

internal static class AnniesPills
{
    internal const string Text = """
        -88 11:20 rene: Ik heb de bloeddrukpil verlaagd van 10 naar 5 mg, vanwege de duizeligheid bij het opstaan. Dit geldt vanaf woensdag, met de nieuwe medicijnrol.
        -88 11:45 sanne: Genoteerd. We meten twee weken lang op maandag en donderdag, zittend en staand.
        -88 19:30 kees: Is dat niet gevaarlijk, een lagere dosis?
        -87 08:50 rene ^1: Nee. Bij uw moeder is vallen nu een groter gevaar dan een iets hogere bloeddruk. We houden het in de gaten.
        -74 09:35 sanne: Meting na twee weken: zittend 142/78, staand 134/76. Niet meer duizelig.
        -74 13:10 rene: Heel mooi. Zo laten we het.
        -52 18:25 annie: Er zat een roze pil in het zakje. Die ken ik niet.
        -52 18:40 ewa: Goed dat u het vraagt! Het is dezelfde maagpil, maar van een ander merk. De apotheek heeft het op het zakje gezet.
        -52 18:47 annie ^1: O ja, nu zie ik het. Kleine lettertjes.
        -27 15:15 joke: De medicijnrol loopt door tot en met dinsdag, maar de apotheek is maandag dicht. Haal ik hem vrijdag al op?
        -27 15:40 sanne: Graag. Vanaf twee uur ligt hij klaar.
        -25 14:35 joke: Opgehaald, ligt in het bovenste kastje.
        -11 10:05 rene: Uitslag van het bloedonderzoek: nieren stabiel, vitamine D is laag. Ik schrijf een weekdosis voor, op zondag bij het ontbijt.
        -11 10:30 joke *: Dank u dokter. Zal ik dat op zondag doen? Dan ben ik er toch.
        -11 10:44 sanne: Heel fijn. Wij zetten het op de lijst, dan tekent Joke af.
        -7 10:20 joke: Eerste keer vitamine D gegeven en afgetekend.
        -1 09:05 annie: Ik heb vandaag alles zelf uit het zakje gehaald. Ewa keek alleen.
        -1 09:12 ewa ^1: Klopt, en ze liet er niet één vallen 👏
        """;
}
