namespace Kring.Demo.Script.Stories;

internal static class Consultation
{
    internal const string Text = """
        # vraag aan huisarts
        N@9: {GG}, {mw} heeft sinds {n=twee|drie} dagen dunne ontlasting. Gestart met het antibioticum op {dag+3}. Doorgaan?
        G: Ja, kuur afmaken. Bij meer dan zes keer per dag of koorts opnieuw contact.
        N: Duidelijk.
        N+2: Ontlasting weer normaal.

        # medicatiebeoordeling
        O@14: Medicatiebeoordeling gepland met de apotheker. Heeft iemand punten?
        N: Slaapmiddel uit 2019 staat nog op de lijst, wordt niet gebruikt. En de maagbeschermer: is die nog nodig?
        O: Goed punt. Ik neem beide mee.
        O+5: Slaapmiddel van de lijst. Maagbeschermer halveren, over een maand evalueren.
        G: Akkoord, recept is aangepast.

        # pijn onder controle
        N@10: Pijnscore gemiddeld {p=6|7} ondanks paracetamol 4 keer per dag. Vooral bij het opstaan.
        G: Ik voeg een lage dosis {m=oxycodon 5 mg zo nodig|tramadoldruppels} toe, met laxeermiddel erbij.
        N: Genoteerd. We meten pijn en ontlasting dagelijks.
        V+3: Score nu {q=3|4}. Slaapt beter, geen sufheid gezien.
        G: Mooi. Zo houden.

        # lab
        O@9: Labuitslag: kreatinine iets hoger ({k=98|112|124}), kalium {l=4,1|4,6|4,9}. Geen actie, over drie maanden herhalen.
        N: Dank, genoteerd in het plan.

        # wilsbekwaam
        N@13: Ik twijfel of {mw} de gevolgen van het weigeren van de wondzorg overziet. Voor andere dingen is {ze} heel duidelijk.
        G: Goed dat je het per beslissing bekijkt. Ik kom {dag+1} en beoordeel het alleen voor dit punt.
        G+1@16: {Ze} begrijpt het en kan het uitleggen: de pleister doet zeer bij het lostrekken. Dus wilsbekwaam, en een ander verband.
        N: Heel helder. Ik heb al een verband dat los te weken is.

        # val in overleg met fysio
        F@12: Mijn meting van vandaag: verhoogd valrisico. Ik stel twee keer per week training voor, zes weken.
        G: Akkoord, verwijzing is niet nodig, wel graag een eindverslag.
        N: Wij houden de schoenen en het licht in de gaten.

        # huiselijke zorgen
        W@11: Ik maak me zorgen over de spanning in huis. Kunnen we daar met z'n drieën over bellen?
        N: Ja. Morgen tussen de middag?
        W: {t=Kwart over twaalf|Half een|Kwart voor een}, ik bel jullie.
        W+1@14: Afgesproken: ik ga {dag+4} op huisbezoek en we wegen daarna samen. Ik leg de stappen vast.

        # palliatief
        G@17: Ik wil graag tijdig met elkaar over de laatste fase nadenken. Niet omdat het morgen is, wel omdat {mw} er zelf over begon.
        N: Goed. Ik heb een gespreksblad dat daarbij helpt.
        G: Dan doen we het samen, {dag+6}.

        # spuiten
        N@8: Vitamine B12 is gezet, bovenarm rechts. Volgende over {n=acht|tien} weken.
        O: Dank, herhaalrecept staat klaar.

        # recept faxen
        O@15: Recept is digitaal naar de apotheek. Vanaf {t=vier uur|half vijf} op te halen.
        N: Top. De bezorgdienst neemt het mee.

        # rode vlag rug
        F@10: {Mw} had vandaag uitstraling in het been en een doof gevoel in de voet. Dat is nieuw. Wil de huisarts meekijken?
        G: Ja. Is de controle over plas en ontlasting goed?
        F: Nagevraagd, geen problemen.
        G: Dan morgen op het spreekuur, {t=8.40|9.20|10.10} uur.
        G+1@13: Zenuwprikkeling, geen spoed. Rustig doorbewegen, over twee weken terug.

        # katheter
        V@9: Katheter loopt traag, zak maar 150 ml sinds vannacht.
        N: Ik kom spoelen, over een half uur ben ik er.
        N@12: Gespoeld, loopt weer. Katheter is toe aan wisselen, staat voor {dag+2}.
        """;
}
