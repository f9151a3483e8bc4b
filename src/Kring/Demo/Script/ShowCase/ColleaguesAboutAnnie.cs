namespace Kring.Demo.Script.ShowCase;

internal static class ColleaguesAboutAnnie
{
    internal const string Text = """
        -120 16:20 sanne: Zorgplan staat erin: wassen en kousen elke ochtend, medicatie aanreiken, wondzorg zo nodig. Doel: mevrouw blijft zelf koken.
        -120 16:45 ewa: Gelezen. Ze snijdt zelf de groente als ik het plankje klaarzet.
        -70 13:30 marieke: De evaluatie is gepland op de 14e van volgende maand. Sanne, bereid jij voor?
        -70 13:52 sanne: Doe ik. Ik vraag Joke en mevrouw om zelf ook iets op te schrijven.
        -36 08:30 ewa: Vanochtend stond de voordeur op een kier. Mevrouw dacht dat ze hem dicht had gedaan.
        -36 08:48 sanne: Dank. Ik neem het mee in het gesprek over vergeten. Familie weet het al van de deur?
        -36 09:02 ewa ^1: Ja, Ria van hiernaast had het ook gezien.
        -8 14:05 rene: Ik zou graag een fysiotherapeut betrekken voor het lopen en de valtraining. Daan Peters uit onze praktijk heeft plek.
        -8 14:30 marieke: Het netwerk zit op slot, dus dat gaat via mevrouw zelf. Ik dien het verzoek in en leg het haar uit.
        -3 11:15 marieke: Verzoek voor Daan staat bij mevrouw op het scherm. Ze wil er nog even over nadenken en er met Joke over praten.
        -3 11:40 sanne ^1: Prima, geen haast. Ze vroeg mij of hij streng is 😄
        -1 13:20 rene: Daan heeft volgende week nog een plek op donderdag. Daarna is er een wachttijd van drie weken.
        now-58 marieke: Ik bel mevrouw deze week nog een keer. Zij beslist, ook als dat wachten betekent.
        """;
}
