using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Leaving;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Tests.Networks.Leaving;

public sealed class EndPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(nameof(CareVoice.Own), nameof(Capacity.Professional), nameof(EndPlan.Remove))]
    [InlineData(nameof(CareVoice.Own), nameof(Capacity.InformalCarer), nameof(EndPlan.Remove))]
    [InlineData(nameof(CareVoice.Own), nameof(Capacity.Representative), nameof(EndPlan.Remove))]
    [InlineData(nameof(CareVoice.Youth), nameof(Capacity.Professional), nameof(EndPlan.Remove))]
    [InlineData(nameof(CareVoice.Youth), nameof(Capacity.Representative), nameof(EndPlan.RepresentativeStays))]
    [InlineData(nameof(CareVoice.Parent), nameof(Capacity.Representative), nameof(EndPlan.RepresentativeStays))]
    [InlineData(nameof(CareVoice.Mandated), nameof(Capacity.InformalCarer), nameof(EndPlan.Remove))]
    [InlineData(nameof(CareVoice.Mandated), nameof(Capacity.CareRecipient), nameof(EndPlan.RecipientStays))]
    [InlineData(nameof(CareVoice.TooYoung), nameof(Capacity.Professional), nameof(EndPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.MandateNotForCare), nameof(Capacity.Professional), nameof(EndPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.MandateExpired), nameof(Capacity.Professional), nameof(EndPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.HasRegainedOwnVoice), nameof(Capacity.Professional), nameof(EndPlan.NotTheirs))]
    [InlineData(nameof(CareVoice.None), nameof(Capacity.CareRecipient), nameof(EndPlan.NotTheirs))]
    public void The_voice_decides_whom_somebody_may_let_stop(string voice, string target, string plan)
        => Assert.Equal(plan, Member(Enum.Parse<Capacity>(target)).PlanEnd(Member(Capacity.Representative), new Voice(Enum.Parse<CareVoice>(voice)), true, Now).ToString());

    [Theory]
    [InlineData(nameof(Capacity.Professional), nameof(EndPlan.RemoveWithReason))]
    [InlineData(nameof(Capacity.InformalCarer), nameof(EndPlan.RemoveWithReason))]
    [InlineData(nameof(Capacity.Representative), nameof(EndPlan.RepresentativeStays))]
    [InlineData(nameof(Capacity.CareRecipient), nameof(EndPlan.RecipientStays))]
    public void The_coordinator_ends_any_but_the_recipient_and_representatives_and_says_why(string target, string plan)
        => Assert.Equal(plan, Member(Enum.Parse<Capacity>(target)).PlanEnd(Member(Capacity.Professional, coordinator: true), new Voice(CareVoice.None), true, Now).ToString());

    [Fact]
    public void Everybody_leaves_by_themselves_but_the_recipient_closes()
    {
        foreach (var capacity in Enum.GetValues<Capacity>())
        {
            var member = Member(capacity);
            var expected = capacity == Capacity.CareRecipient ? EndPlan.CloseInstead : EndPlan.Leave;
            Assert.Equal(expected, member.PlanEnd(member, new Voice(CareVoice.None), true, Now));
        }
    }

    [Theory]
    [InlineData(true, false, nameof(EndPlan.LastToAct))]
    [InlineData(true, true, nameof(EndPlan.Leave))]
    [InlineData(false, false, nameof(EndPlan.Leave))]
    public void A_coordinator_stays_while_nobody_else_could_decide_or_coordinate(bool coordinator, bool othersAct, string plan)
    {
        var member = Member(Capacity.Professional, coordinator);

        Assert.Equal(plan, member.PlanEnd(member, new Voice(CareVoice.None), othersAct, Now).ToString());
    }

    [Fact]
    public void What_ended_is_not_ended_again_and_whoever_left_ends_nothing()
    {
        var gone = Member(Capacity.Professional);
        gone.EndAt(Now, MembershipEnd.Left, gone.Person);

        Assert.Equal(EndPlan.AlreadyEnded, gone.PlanEnd(Member(Capacity.CareRecipient), new Voice(CareVoice.Own), true, Now));
        Assert.Equal(EndPlan.NotTheirs, Member(Capacity.Professional).PlanEnd(gone, new Voice(CareVoice.Own), true, Now));
    }

    private static NetworkMembership Member(Capacity capacity, bool coordinator = false) => new()
    {
        Id = MembershipId.From(Guid.CreateVersion7()),
        Compartment = default,
        Person = PersonId.From(Guid.CreateVersion7()),
        Capacity = capacity,
        IsCoordinator = coordinator,
        Name = new Sealed<string>(ReadOnlyMemory<byte>.Empty),
        Function = new Sealed<string>(ReadOnlyMemory<byte>.Empty),
        From = Now.AddDays(-1),
    };
}
