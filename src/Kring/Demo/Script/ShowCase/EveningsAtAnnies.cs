namespace Kring.Demo.Script.ShowCase;

internal static class EveningsAtAnnies
{
    internal const string Text = """
        -131 14:20 marieke: Welkom allemaal in het netwerk van mevrouw De Vries. Samen met haar heb ik bekeken wie er mee mag doen. Vragen over bezoek en hulp in huis mogen in dit gesprek.
        -131 14:41 joke: Hoi Marieke, wat fijn dat dit er is. Dan kunnen de briefjes van de koelkast 😊
        -131 15:02 annie: Ik ben er ook. Joke heeft de letters groot gezet.
        -131 15:10 marieke ^1: Wat goed mevrouw De Vries! U ziet bij Wie doet er mee precies wie dit kan lezen.
        -130 09:15 sanne: Goedemorgen, ik ben Sanne, wijkverpleegkundige. Ewa komt in de ochtend, ik kom op dinsdag en vrijdag.
        -130 19:48 kees: Kees hier. Ik zit door de week in Groningen, maar ik lees mee en ik bel mama elke avond.
        -97 16:05 joke: Wie komt er vanavond? Ik zit vast in Utrecht, er rijden geen treinen.
        -97 16:11 ewa: Ik heb avonddienst. Ik ben er rond half acht.
        -97 16:12 joke ^1: Ewa je bent geweldig. Er staat soep in de koelkast, alleen nog warm maken.
        -97 20:05 ewa: Soep is op, mevrouw zit met de krant in de stoel. Deur is op slot.
        -97 20:11 annie: Het was kippensoep. Lekker.
        -64 10:30 annie: Mag Ria van hiernaast ook in deze groep? Zij heeft de sleutel.
        -64 10:52 marieke: Dat mag. Het netwerk zit op slot, dus u krijgt van mij een vraag op uw scherm. Als u ja zegt, doet ze mee.
        -64 11:15 annie: Ik heb op ja gedrukt.
        -63 12:40 ria: Hallo allemaal, Ria van nummer 12. Als er iets is, ik ben met twee minuten boven.
        -63 12:58 joke ^1: Lieve Ria, daar zijn we heel blij mee ❤️
        -31 08:50 ewa: Mevrouw wilde vandaag niet douchen, ze had slecht geslapen. We hebben aan de wastafel gewassen en lang koffie gedronken.
        -31 09:20 annie: Het waaide zo. Ik hoorde de luiken.
        -31 12:15 kees: Ik maak ze zaterdag vast mam.
        -29 15:30 kees: Luiken zitten vast. En de kraan in de keuken drupt ook niet meer.
        -18 17:02 joke: Kan iemand donderdag met mama naar de kapper? Ik zit nog op Texel en was die afspraak helemaal vergeten.
        -18 17:20 ria: Ik ga graag mee, dan laat ik mijn pony meteen knippen.
        -18 17:31 joke ^1: Top! Tien uur, bij de kapper aan het plein. Groeten van de schapen 🐑
        -16 13:05 annie: Mijn haar zit weer goed. Ria trakteerde op een saucijzenbroodje.
        -9 18:40 kees: Mam, ik krijg je niet te pakken. Alles goed?
        -9 18:58 ria: Ze zit bij mij aan de koffie. De telefoon ligt thuis 😄
        -9 19:01 kees: Ah, gelukkig. Veel plezier samen!
        -4 08:45 ewa: De steunkous links heeft een gat bij de hiel. Ik heb het reservepaar aangedaan.
        -4 09:10 sanne: Dank Ewa, ik vraag nieuwe aan. Aanmeten kan vrijdag om half negen.
        -1 11:25 annie: De man van de kousen was er. Beige worden ze.
        -1 12:02 joke: Beige staat bij alles mam 😉
        -1 15:40 ewa *: Morgen ben ik vrij, dan komt Mohamed in de ochtend. Hij is hier al twee keer geweest.
        now-84 annie: Mohamed was er. Hij is heel rustig. Dat vind ik fijn.
        now-71 joke: Wat goed om te horen. Heb je nog iets nodig van de winkel mam?
        now-66 annie ^1: Volle melk. En een zakje drop.
        now-62 kees: Geen drop, denk aan je bloeddruk 😇
        now-60 annie: Een klein zakje dan.
        now-38 sanne: Een paar dropjes per dag mag best, mevrouw De Vries. Het hele zakje liever niet.
        now-24 joke: Dan koop ik een klein zakje. Ik neem de melk en de post ook mee naar boven.
        now-5 ria: Ik zag de monteur van de lift beneden. Hij doet het weer, dus je hoeft niet te sjouwen Joke.
        """;
}
