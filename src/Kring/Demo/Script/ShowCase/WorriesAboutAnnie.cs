namespace Kring.Demo.Script.ShowCase;

internal static class WorriesAboutAnnie
{
    internal const string Text = """
        -39 21:20 joke: Even zonder mama erbij. Ze belde mij vanmiddag vier keer met dezelfde vraag. Merken jullie dat ook?
        -39 21:34 kees: Aan de telefoon wel. Maar als ik er ben, is ze scherp.
        -38 08:25 sanne: Ik zie het vooral als ze moe is. Ik wil er rustig met haar over praten voordat we iets inzetten. Is dat goed?
        -38 08:40 joke ^1: Ja heel graag. Van jou neemt ze het aan.
        -34 14:10 sanne: Ik heb met haar gesproken. Ze merkt het zelf ook en schaamt zich ervoor. Ze wil best een test doen, maar na de vakantie van Joke.
        -34 17:55 kees: Wat knap dat ze dat zegt. Dank je wel Sanne.
        -12 19:40 joke: Zullen we de test nu gaan plannen? Ik wil niet dat het blijft liggen.
        -11 08:15 sanne: Ik heb het met de huisarts besproken. De afspraak is volgende week dinsdag om tien uur, gewoon bij haar thuis.
        -11 12:20 rene: Klopt. Ik doe de test zelf, in alle rust. Een van u mag er na afloop bij komen zitten.
        -2 16:30 rene: De test is afgenomen. Ik bespreek de uitslag eerst met uw moeder zelf, dat heeft ze mij gevraagd. Daarna met u, als zij dat goed vindt.
        -2 17:10 joke: Natuurlijk dokter. Het is haar verhaal.
        -1 14:45 kees: Hoe vind je dat het gaat Joke? Met jou bedoel ik.
        now-90 joke: Moe. Maar ik ben blij dat we het samen doen.
        now-80 kees: Ik neem volgende maand twee weken thuiswerken bij mama. Dan heb jij lucht.
        now-76 joke ^1: Meen je dat? Ik zit te huilen in de bus 😅
        """;
}
