namespace Kring.Demo.Script.Stories;

internal static class Strain
{
    internal const string Text = """
        # werk en zorg
        D@21: Mijn baas vroeg vandaag of ik minder wil gaan werken. Ik wist niet wat ik moest zeggen.
        N: Je hoeft niet meteen te kiezen. Er bestaat kortdurend zorgverlof, heeft iemand je dat verteld?
        D: Nee, daar had ik nog nooit van gehoord.
        N: Twee keer je werkuren per week, per jaar. Je krijgt een groot deel doorbetaald. Vraag er eens naar.
        D+3: Het is goedgekeurd. Ik adem weer.

        # telefoon uit
        D@20: Ik zet op {dag+2} mijn telefoon uit. De hele dag. Is dat egoïstisch?
        N: Helemaal niet. Wij bellen {C} als er iets is, en {C} belt alleen bij echte nood.
        D: Dan ga ik naar zee.
        D+3: Ik heb in de wind gestaan en aan niets gedacht. Moet ik vaker doen.

        # niet boos willen worden
        D@21: Ik werd vandaag boos op {ma} en nu heb ik spijt.
        N: Dat gebeurt bijna iedereen die zo dichtbij staat. Hoe ging het verder?
        D: Ik heb sorry gezegd en toen hebben we samen thee gedronken.
        N: Dan is het goed. {Ze} vertelde mij juist over de thee.

        # uitleg aan de kleinkinderen
        D@20: Mijn jongste snapt niet waarom {ze} zijn naam vergeet. Hoe leg ik dat uit?
        N: Ik zeg vaak: de la met namen klemt een beetje. De la met liefde niet.
        D: Dat ga ik precies zo zeggen. Mooi.

        # elke dag bellen
        D@19: {Ze} belt mij nu soms {n=tien|twaalf|vijftien} keer op een dag. Op mijn werk ook.
        V: Bij ons vraagt {ze} ook vaak waar je bent.
        N: Een vast belmoment kan helpen, bijvoorbeeld na het journaal. En een foto van jou bij de telefoon met de tijd erop.
        D+5: Het zijn er nog drie of vier per dag. Dat is te doen.

        # tweede mening
        D@18: Ik twijfel of we wel het goede doen. Iedereen zegt iets anders.
        N: Wie is iedereen?
        D: Mijn schoonzus, de buren, een collega en internet.
        N: {Mw} zegt zelf: ik wil thuis zijn en niemand tot last. Als we dat vasthouden, doen we het goed.
        D: Dank. Dat hang ik boven mijn bureau.

        # beetje beter
        D@17: Ik durf het bijna niet te zeggen, maar het gaat deze week gewoon goed.
        V: Wij merken het ook. {Ze} maakt weer grapjes.
        D: Ik geniet er maar van zolang het duurt.

        # afscheid van de auto
        D@19: De auto is verkocht. {Ze} heeft zelf de sleutels gegeven, met een rechte rug.
        N: Wat een moeilijk moment, en wat mooi gedaan.
        D: {Ze} wil van het geld een elektrische deken en een reisje.

        # eigen gezondheid
        N@15: {D}, ik zag vanochtend dat je zelf mank liep. Gaat het?
        D: Rug. Van het tillen, denk ik.
        N: Niet meer tillen dan. Ik vraag of {F} je kan voordoen hoe het wel kan.
        F: Kom {dag+2} tien minuten eerder, dan laat ik het zien.
        D+2@18: Wat een verschil. Ik deed het al een jaar verkeerd.

        # cadeau voor het team
        D@16: Wat vinden jullie lekker? Ik wil het team iets geven, maar geen bonbons, die krijgen jullie vast al genoeg.
        V: Een kaartje is echt al goed. Maar van {e=kaneelbroodjes|gevulde koeken|speculaas} worden we ook blij 😄
        D: Staat genoteerd.

        # zonder woorden
        D@22: Lange dag. {Ze} was verdrietig en ik kon niets doen.
        N: Je was er. Dat is niet niets.
        D: ❤️
        """;
}
