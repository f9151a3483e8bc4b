namespace Kring.Demo.Script.Stories;

internal static class ChildCare
{
    internal const string Text = """
        # prik dag
        N@15: Hallo {D}, {dag+1} kom ik voor de prik, om {t=kwart voor vier|vier uur|half vijf}. Staat de koelkastdoos klaar?
        D: Ja. {Ze} ziet er erg tegenop, kan de verdovende zalf er weer op?
        N: Doe die er om drie uur op, met het plakkertje.
        N+1@17: Prik gezet in het bovenbeen. Samen tot twintig geteld. Heel dapper 🦁
        D: {Ze} heeft een sticker én een ijsje verdiend.

        # dikke knie
        D@8: De rechterknie is weer dik vanochtend. {Ze} loopt mank en wil niet naar school.
        N: Warm? Koorts?
        D: Een beetje warm, geen koorts.
        G: Ik overleg vandaag met de kinderreumatoloog.
        G@15: Controle is vervroegd naar {dag+3}. Tot die tijd ibuprofen bij het eten, drie keer per dag, volgens gewicht.
        D+3@17: Er is vocht uit de knie gehaald. Nu twee dagen rust.

        # gym
        F@14: Meedoen met gym mag weer, behalve springen van de kast en touwspringen. Ik heb een briefje voor de juf gemaakt.
        D: Super, dan geef ik het mee. {Ze} is dolblij.
        F: Zwemmen is het allerbeste. Warm water als het kan.
        D+4: Twintig baantjes kikkerbad gedaan 🐸

        # opstaan stijf
        D@7: 's Ochtends is {ze} zo stijf dat het een half uur duurt voor {ze} kan lopen. Op tijd op school komen lukt niet.
        F: Een warme douche en dan de oefeningen op het bed. Vijf minuten.
        W: En ik vraag school of {ze} op die dagen een kwartier later mag komen.
        W+2: School is akkoord. Geen briefje nodig, alleen een belletje.

        # spreekbeurt | werkdag
        D@19: {r} houdt {dag+3} een spreekbeurt over jeugdreuma. Mag {ze} een lege prikpen laten zien?
        N: Zonder naald mag dat. Ik neem er een mee, plus een plaatje van een gewricht.
        D: Geweldig, dank je!
        D+3@16: Het ging fantastisch. Er werd zelfs geklapt, en de juf had tranen.
        N: Wat goed. Geef een high five van mij ✋

        # oefenen is saai
        D@18: Oefenen is elke avond ruzie. Tips?
        F: Maak er een spel van: elke oefening is een punt, bij dertig punten kiest {r} de film.
        D+6: We zitten op {n=22|26|28}. De film wordt vast iets met draken.

        # bloed prikken kind
        G@9: Voor het nieuwe medicijn is elke {n=vier|zes} weken bloed nodig, voor de lever.
        D: Kan dat thuis? Het ziekenhuis is zo'n gedoe.
        N: Ik kan het thuis prikken, dan gaat het buisje met mij mee.
        G: Graag zo.
        N+5: Gelukt in één keer, met de vlinder.
        G+6: Waarden zijn goed. We gaan door.

        # logeerpartij
        D@20: {Ze} mag logeren bij een vriendinnetje. De pil gaat mee, maar durf ik dat?
        N: Schrijf een kaartje: wat, hoe laat, wie bellen. Ouders vinden dat juist fijn.
        D+3: Logeerpartij geslaagd. Om elf uur nog wakker, dus heel normaal 😄

        # aangepaste fiets
        W@13: De aanvraag voor een aangepaste fiets ligt bij de gemeente. De ergotherapeut komt {datum+12} passen.
        D: Wat gaat dat snel! {Ze} wil een paarse.
        W: Ik geef het door, al kan ik niets beloven.
        W+14: Gepast, en het wordt paars 💜

        # opa's hulp | werkdag
        S@12: Ik kan {dag+2} uit school halen, dan kun jij naar je afspraak {D}.
        D: Heel fijn. De rolstoel staat in de gang, voor als de knie moe is.
        S: Komt goed. We gaan eerst langs de bakker.

        # spalk
        F@11: De handspalk drukt bij de duim. Ik heb hem iets uitgebogen. Blijft het rood langer dan een half uur, dan niet dragen.
        D: Ik let erop.
        D+2: Geen rode plek meer, {ze} slaapt ermee door.
        """;
}
