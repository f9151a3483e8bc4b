namespace Kring.Demo.Script.Stories;

/// <summary>What people talk about; {D} in a subject is the relative who asks most.</summary>
internal static class Topics
{
    internal static readonly Topic Evening = new("Wie komt er vanavond?", DemoAudience.Everyone, 50, Evenings.Text, SmallTalk.Text, Celebrations.Text);
    internal static readonly Topic Everything = new(
        "Van alles door elkaar", DemoAudience.Everyone, 960, Evenings.Text, SmallTalk.Text, Celebrations.Text, Fall.Text, Medication.Text, Wound.Text,
        Meals.Text, Groceries.Text, Hospital.Text, GeneralPractice.Text, HearingAid.Text, Home.Text, Weight.Text, Sleep.Text,
        Transport.Text, DayCare.Text, Exercises.Text, Holiday.Text, Washing.Text, SocialWork.Text);

    internal static readonly IReadOnlyList<Topic> Elderly =
    [
        new("Medicijnen", DemoAudience.Everyone, 30, Medication.Text, Sleep.Text),
        new("Boodschappen en eten", DemoAudience.Everyone, 34, Meals.Text, Groceries.Text, Weight.Text),
        new("Wond aan het been", DemoAudience.Everyone, 24, Wound.Text),
        new("In en om het huis", DemoAudience.Everyone, 32, Home.Text, HearingAid.Text),
        new("Ziekenhuis en dokter", DemoAudience.Everyone, 32, Hospital.Text, GeneralPractice.Text, Transport.Text),
        new("Bewegen en vallen", DemoAudience.Everyone, 26, Fall.Text, Exercises.Text),
        new("Vakantie van {D}", DemoAudience.Everyone, 20, Holiday.Text),
        new("Dagbesteding en uitjes", DemoAudience.Everyone, 24, DayCare.Text, SocialWork.Text),
        new("Wassen en aankleden", DemoAudience.Everyone, 26, Washing.Text),
        new("Slapen en gewicht", DemoAudience.Everyone, 20, Sleep.Text, Weight.Text),
    ];

    internal static readonly IReadOnlyList<Topic> Adult =
    [
        new("Medicijnen", DemoAudience.Everyone, 30, Medication.Text),
        new("Eten en boodschappen", DemoAudience.Everyone, 30, Groceries.Text, Weight.Text),
        new("Oefenen met de fysio", DemoAudience.Everyone, 24, Exercises.Text, Transport.Text),
        new("Huis en hulpmiddelen", DemoAudience.Everyone, 24, Home.Text, Washing.Text),
    ];

    internal static readonly IReadOnlyList<Topic> Youth =
    [
        new("School en thuis", DemoAudience.Everyone, 60, School.Text),
        new("Medicijnen en slapen", DemoAudience.Everyone, 40, YouthCare.Text),
        new("Even tussen ouder en hulpverlening", DemoAudience.WithoutRecipient, 30, YouthElders.Text),
    ];

    internal static readonly IReadOnlyList<Topic> Child =
    [
        new("Prik, oefenen en school", DemoAudience.Everyone, 70, ChildCare.Text),
        new("Overleg zorgverleners", DemoAudience.ProfessionalsOnly, 24, ChildTeam.Text),
    ];

    internal static readonly Topic Mandated = new("Beslissen en toestemming", DemoAudience.Everyone, 24, Mandate.Text);
    internal static readonly Topic Family = new("Hoe gaat het echt?", DemoAudience.WithoutRecipient, 26, Memory.Text, Worries.Text, Strain.Text);
    internal static readonly Topic Relatives = new("Familie onder elkaar", DemoAudience.WithoutRecipient, 24, Siblings.Text, Strain.Text);
    internal static readonly Topic Team = new("Overleg zorgverleners", DemoAudience.ProfessionalsOnly, 28, Colleagues.Text, Consultation.Text, CarePlan.Text);
    internal static readonly Topic Opening = new("Kennismaken", DemoAudience.Everyone, 10, FirstWeek.Text);
}
