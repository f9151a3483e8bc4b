using System.Globalization;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Tests.Networks.Mandates;

public sealed class MandatePlanTests
{
    private static readonly LegalTerms Law = new([.. LegalTermKeys.AtFirstStart]);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Born = new(2013, 5, 1);

    [Fact]
    public void Nobody_records_their_own_power()
    {
        var own = Member(Capacity.Representative);

        Assert.Equal(MandatePlan.Themselves, Details(MandateKind.ParentWithAuthority).Plan(own, own.Person, Born, Law, Today));
        Assert.Equal(MandatePlan.Record, Details(MandateKind.ParentWithAuthority).Plan(own, new PersonId(Guid.CreateVersion7()), Born, Law, Today));
    }

    [Theory]
    [InlineData(nameof(MandateKind.Mentor), "2031-04-30", nameof(MandatePlan.NotForAMinor))]
    [InlineData(nameof(MandateKind.Mentor), "2031-05-01", nameof(MandatePlan.Record))]
    [InlineData(nameof(MandateKind.AuthorisedProxy), "2029-04-30", nameof(MandatePlan.NotForAMinor))]
    [InlineData(nameof(MandateKind.AuthorisedProxy), "2029-05-01", nameof(MandatePlan.Record))]
    [InlineData(nameof(MandateKind.Guardian), "2031-04-30", nameof(MandatePlan.Record))]
    [InlineData(nameof(MandateKind.Guardian), "2031-05-01", nameof(MandatePlan.NotForAnAdult))]
    public void The_age_on_the_first_day_decides_which_power_there_can_be(string kind, string from, string plan)
        => Assert.Equal(plan, Details(Enum.Parse<MandateKind>(kind), DateOnly.Parse(from, CultureInfo.InvariantCulture))
            .Plan(Member(Capacity.InformalCarer), new PersonId(Guid.CreateVersion7()), Born, Law, Today).ToString());

    [Fact]
    public void Authority_over_a_child_ends_the_day_before_it_comes_of_age()
    {
        Assert.Equal(new DateOnly(2031, 4, 30), Details(MandateKind.ParentWithAuthority).LastDay(Born, Law, Today));
        Assert.Equal(new DateOnly(2031, 4, 30), (Details(MandateKind.Guardian) with { Until = new DateOnly(2040, 1, 1) }).LastDay(Born, Law, Today));
        Assert.Equal(new DateOnly(2027, 1, 1), (Details(MandateKind.Guardian) with { Until = new DateOnly(2027, 1, 1) }).LastDay(Born, Law, Today));
    }

    private static MandateDetails Details(MandateKind kind, DateOnly? from = null) => new(new MembershipId(Guid.CreateVersion7()), kind, MandateScope.Care, from ?? Today, null, "beschikking");

    private static NetworkMembership Member(Capacity capacity) => new()
    {
        Id = MembershipId.From(Guid.CreateVersion7()),
        Compartment = default,
        Person = PersonId.From(Guid.CreateVersion7()),
        Capacity = capacity,
        Name = new Sealed<string>(ReadOnlyMemory<byte>.Empty),
        Function = new Sealed<string>(ReadOnlyMemory<byte>.Empty),
        From = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
