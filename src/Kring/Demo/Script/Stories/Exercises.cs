namespace Kring.Demo.Script.Stories;

internal static class Exercises
{
    internal const string Text = """
        # nieuwe oefeningen
        F@11: Nieuwe oefeningen voor deze week: {n=tien|acht|twaalf} keer opstaan uit de stoel, twee keer per dag. En op de tenen staan bij het aanrecht.
        R?: Dat opstaan is zwaar.
        F&: Begin met vijf. Met de armen mag ook, als het maar gebeurt.
        V: Wij herinneren er 's ochtends aan.
        F+7@11: Vandaag zelf acht keer zonder armen. Knap!

        # spierpijn
        R@9: Ik heb spierpijn in mijn benen.
        F: Dan heeft u goed geoefend. Vandaag rustig aan, morgen weer verder.
        R: Dat is een fijne dokter.

        # buiten lopen
        F@14: We zijn vandaag tot de {p=hoek|brievenbus|bakker|kerk} gelopen, {n=120|180|220|300} meter. Twee keer gerust.
        D: Wat knap! Vorige maand was de voordeur al ver.
        R?: De bakker had warme broodjes. Dat hielp.
        F: Volgende week doen we er één lantaarnpaal bij.

        # schouder
        F@10: De schouder komt nu tot {g=90|100|110} graden. Aankleden: eerst de zere arm in de mouw.
        V: Dat doen we zo. Trui met knopen gaat ook beter dan over het hoofd.
        D: Dan zoek ik nog een paar vesten uit.

        # oefenblad kwijt
        D@13: Het oefenblad is kwijt. Kun je het nog een keer sturen {F}?
        F: Ik leg een nieuw blad in de map, met grote letters. En eentje op de wc-deur 😉
        R?: Nu kan ik er niet meer omheen.

        # ademhaling
        F@12: Ademhalingsoefening: in door de neus, vier tellen, uit door getuite lippen, zes tellen. Vijf keer, drie keer per dag.
        N: Wij doen het bij de verzorging samen. Dat helpt ook tegen de onrust.
        R?+2: Als ik benauwd word, doe ik het kaarsje. Dan zakt het.

        # wil stoppen
        R@16: Ik wil stoppen met de oefeningen. Het wordt toch niets meer.
        F: Dat mag u zeggen. Zullen we eens kijken wat u vorige maand kon en nu?
        R: Vertel.
        F: Toen kwam u niet zonder hulp uit bed. Nu loopt u zelf naar de keuken.
        R: Ja. Dat is waar.
        F: Morgen alleen de twee die u het minst vervelend vindt?
        R: Goed. Dan die met de bal.

        # rolstoeltraining
        F@15: Vandaag het overstappen van bed naar stoel geoefend met {V}. Kan nu met hulp van één persoon.
        V: Bevestigd, plankje onder de billen en draaien. Ging soepel.
        N: Mooi, dan pas ik het zorgplan aan: één in plaats van twee.

        # evaluatie fysio
        F@17: Ik heb {mw} nu {n=negen|twaalf|achttien} keer gezien. De test voor opstaan ging van {a=24|28|31} naar {b=17|19|21} seconden.
        G?: Goed resultaat, dank voor het bericht.
        D: En wat nu?
        F: Ik stel voor om naar één keer per twee weken te gaan en de oefeningen zelf te houden.

        # fietsen binnen
        S@20: Ik heb een trappertje gekocht, zo'n fietsje voor onder de stoel. Mag dat {F}?
        F: Ja, heel goed zelfs. Begin met vijf minuten op de lichtste stand.
        R?: Ik ben vandaag naar {p=Utrecht|Parijs|Maastricht} gefietst, denk ik.
        S&: 😂 Volgende week Rome.
        """;
}
