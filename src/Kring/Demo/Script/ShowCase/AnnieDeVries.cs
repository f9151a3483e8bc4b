namespace Kring.Demo.Script.ShowCase;

/// <summary>The network that a visitor of the demo sees first, written out by hand.</summary>
internal static class AnnieDeVries
{
    private static readonly string[] Team = ["marieke", "sanne", "ewa", "rene"];

    internal static IReadOnlyList<DemoPerson> Persons(DateOnly today) =>
    [
        new("annie", "Annie", "de", "Vries-Jansen", "annie@familie.example", "+31612345001", today.AddYears(-82).AddDays(-64), null),
        new("joke", "Joke", "de", "Vries", "joke@familie.example", "+31612345002", null, null),
        new("kees", "Kees", "de", "Vries", "kees@familie.example", "+31612345003", null, null),
        new("ria", "Ria", "", "Schouten", "ria@familie.example", "+31612345004", null, null),
    ];

    internal static DemoNetwork Network(DateTimeOffset now, IReadOnlyDictionary<string, DemoPerson> persons)
    {
        var anchor = CivilTime.AwakeAtOrBefore(now.AddMinutes(-55));
        var day = CivilTime.DateOf(anchor);
        var enrolledAt = CivilTime.At(day.AddDays(-132), 635);
        var riaJoined = CivilTime.At(day.AddDays(-64), 675);
        DemoMember[] members =
        [
            new("annie", DemoCapacity.Recipient, null, null, enrolledAt, null, true),
            new("joke", DemoCapacity.InformalCarer, "dochter", null, enrolledAt, null, true),
            new("kees", DemoCapacity.InformalCarer, "zoon", null, enrolledAt, null, true),
            .. Team.Select(key => Professional(persons[key], enrolledAt)),
            new("ria", DemoCapacity.InformalCarer, "buurvrouw", null, riaJoined, null, false),
        ];
        return new DemoNetwork(
            "01-annie-de-vries", "annie", true, enrolledAt, DemoNetworkState.Locked, "marieke", members,
            Bases.Of(members, CivilTime.DateOf(enrolledAt), 1), [], Admissions(day, riaJoined), Conversations(anchor), null, null, null);
    }

    private static DemoMember Professional(DemoPerson person, DateTimeOffset from) =>
        new(person.Key, DemoCapacity.Professional, person.Job!.JobTitle, person.Job.OrganisationKey, from, null, true);

    private static IReadOnlyList<DemoAdmission> Admissions(DateOnly day, DateTimeOffset riaJoined) =>
    [
        new(
            "ria", DemoCapacity.InformalCarer, "buurvrouw", null, "marieke", riaJoined.AddMinutes(-25),
            "Heeft de sleutel en komt vaak op de koffie.", DemoAdmissionState.Granted, "annie", riaJoined.AddMinutes(-2), null),
        new(
            "daan", DemoCapacity.Professional, "fysiotherapeut", "vondelpoort", "marieke", CivilTime.At(day.AddDays(-3), 670),
            "Om het lopen te oefenen en te leren hoe u een val voorkomt.", DemoAdmissionState.Pending, null, null, null),
    ];

    private static IReadOnlyList<DemoConversation> Conversations(DateTimeOffset anchor) =>
    [
        Transcript.Read("Wie komt er vanavond?", DemoAudience.Everyone, EveningsAtAnnies.Text, anchor),
        Transcript.Read("Wond aan het been", DemoAudience.Everyone, LegWound.Text, anchor),
        Transcript.Read("Medicijnen", DemoAudience.Everyone, AnniesPills.Text, anchor),
        Transcript.Read("Vakantie van Joke", DemoAudience.Everyone, JokesHoliday.Text, anchor),
        Transcript.Read("Hoe gaat het met mama?", DemoAudience.WithoutRecipient, WorriesAboutAnnie.Text, anchor),
        Transcript.Read("Overleg zorgverleners", DemoAudience.ProfessionalsOnly, ColleaguesAboutAnnie.Text, anchor),
    ];
}
