using System.Globalization;
using Kring.Demo.Script.Roster;

namespace Kring.Demo.Script;

/// <summary>Who takes part and since when, and the consents asked after the lock.</summary>
internal sealed class Membership(Household household, DateTimeOffset enrolledAt, DateTimeOffset now)
{
    private readonly List<DemoMember> members = [];
    private readonly List<DemoAdmission> admissions = [];
    private readonly string[] staff = household.Staff.Split(' ');

    internal string Coordinator => staff[0];

    internal IReadOnlyList<DemoMember> Members => members;

    internal IReadOnlyList<DemoAdmission> Admissions => admissions;

    internal void Gather(IReadOnlyDictionary<string, DemoPerson> persons)
    {
        members.Add(new DemoMember(Names.KeyOf(household.Recipient), DemoCapacity.Recipient, null, null, enrolledAt, null, true));
        foreach (var (relation, name) in Relatives(household))
        {
            var key = Names.KeyOf(name);
            if (!members.Exists(member => member.PersonKey == key))
            {
                members.Add(new DemoMember(key, CapacityOf(name), relation, null, enrolledAt, null, true));
            }
        }

        foreach (var key in staff)
        {
            members.Add(Professional(persons[key], enrolledAt, null));
        }

        foreach (var words in household.Events.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(item => item.Split(' ')))
        {
            Happen(words, persons);
        }
    }

    /// <summary>Mandates first, then family: relation and full name.</summary>
    internal static IEnumerable<(string Relation, string Name)> Relatives(Household household)
    {
        var family = household.Family.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        foreach (var words in household.Mandates.Select(mandate => mandate.Who).Concat(family))
        {
            var space = words.IndexOf(' ');
            yield return (words[..space], words[(space + 1)..]);
        }
    }

    private void Happen(string[] words, IReadOnlyDictionary<string, DemoPerson> persons)
    {
        var person = persons[words[1]];
        var days = int.Parse(words[2], CultureInfo.InvariantCulture);
        var at = Morning(enrolledAt.AddDays(days));
        switch (words[0])
        {
            case "leaves":
                Leave(words[1], at);
                break;
            case "joins":
                members.Add(Professional(person, at, null));
                Ask(person, at.AddDays(-2), DemoAdmissionState.Granted, at.AddHours(-1), null);
                break;
            case "withdrawn":
                var end = Morning(enrolledAt.AddDays(int.Parse(words[3], CultureInfo.InvariantCulture)));
                members.Add(Professional(person, at, end));
                Ask(person, at.AddDays(-3), DemoAdmissionState.Withdrawn, at.AddHours(-2), end);
                break;
            case "refused":
                Ask(person, at, DemoAdmissionState.Refused, at.AddDays(1).AddHours(4), null);
                break;
            default:
                Ask(person, Morning(now.AddDays(-days)), DemoAdmissionState.Pending, null, null);
                break;
        }
    }

    private void Leave(string key, DateTimeOffset until)
    {
        var index = members.FindIndex(member => member.PersonKey == key);
        members[index] = members[index] with { Until = until };
    }

    private void Ask(DemoPerson person, DateTimeOffset at, DemoAdmissionState state, DateTimeOffset? decided, DateTimeOffset? withdrawn) =>
        admissions.Add(new DemoAdmission(
            person.Key, DemoCapacity.Professional, person.Job!.JobTitle, person.Job.OrganisationKey, Coordinator, at,
            Reasons.For(person.Job.JobTitle), state, decided is null ? null : Decider, decided, withdrawn));

    private string Decider => household.Account
        ? Names.KeyOf(household.Recipient)
        : members.First(member => member.Capacity == DemoCapacity.Representative).PersonKey;

    private DemoCapacity CapacityOf(string name) =>
        household.Mandates.Any(mandate => mandate.Who.EndsWith(name, StringComparison.Ordinal))
            ? DemoCapacity.Representative
            : DemoCapacity.InformalCarer;

    private DemoMember Professional(DemoPerson person, DateTimeOffset from, DateTimeOffset? until) =>
        new(person.Key, DemoCapacity.Professional, person.Job!.JobTitle, person.Job.OrganisationKey, from, until, from == enrolledAt);

    private static DateTimeOffset Morning(DateTimeOffset day) => CivilTime.At(CivilTime.DateOf(day), 600);
}
