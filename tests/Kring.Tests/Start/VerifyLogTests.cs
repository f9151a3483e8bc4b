using Kring.Access;
using Kring.Access.Log;
using Kring.Networks;
using Kring.Start;
using Kring.Tests.Support;

namespace Kring.Tests.Start;

public sealed class VerifyLogTests(KringApp app) : IClassFixture<KringApp>
{
    private static readonly CompartmentId Network = new(Guid.CreateVersion7());

    private static readonly VerifyLog.Known Known = new(
        new HashSet<string>(StringComparer.Ordinal) { NetworksPurposes.TakePart.Key },
        new Dictionary<CompartmentId, CompartmentKind> { [Network] = CompartmentKind.Network },
        Stamp: 7);

    public static TheoryData<string, string> Damaged => new()
    {
        { "purpose", "not one of the program's" },
        { "object", "does not say what was used" },
        { "operation", "does not say what was done" },
        { "policy", "never was in force" },
        { "nobody", "names nobody" },
        { "both", "names a person and a job" },
        { "role", "in no role" },
        { "checks", "the four checks say no" },
        { "kind", "of what is a" },
        { "refusal", "refused without a reason" },
        { "done-and-refused", "done and refused" },
    };

    [Fact]
    public void A_whole_line_is_whole() => Assert.Null(VerifyLog.Fault(Whole(), Known));

    [Theory]
    [MemberData(nameof(Damaged))]
    public void An_incomplete_line_is_named(string damage, string fault)
        => Assert.Contains(fault, VerifyLog.Fault(Damage(Whole(), damage), Known), StringComparison.Ordinal);

    [Fact]
    public async Task The_verb_names_the_line_and_ends_with_1()
    {
        await new World(app).Person("Annie de Vries");
        await using (var whole = app.Process("log", "verify"))
            Assert.True(await whole.ExitCode() == 0, whole.Output);
        await app.Execute("update access_entries set outcome = 'Elsewhere'");
        await using var damaged = app.Process("log", "verify");
        Assert.Equal(1, await damaged.ExitCode());
        Assert.Contains("cannot be read", damaged.Output, StringComparison.Ordinal);
    }

    private static AccessEntry Damage(AccessEntry line, string damage) => damage switch
    {
        "purpose" => line with { Purpose = "" },
        "object" => line with { ObjectType = " " },
        "operation" => line with { Operation = Operations.None },
        "policy" => line with { PolicyStamp = 8 },
        "nobody" => line with { Person = null },
        "both" => line with { Job = "notify" },
        "role" => line with { Role = Role.None },
        "checks" => line with { Consented = false },
        "kind" => line with { Kind = CompartmentKind.Person },
        "refusal" => line with { Outcome = Outcome.Refused },
        _ => line with { Refusal = nameof(GateRefusal.NoConsent) },
    };

    private static AccessEntry Whole() => AccessEntry.Of(
        new Visit(Actor.SignedIn(new PersonId(Guid.CreateVersion7()), new SessionId(Guid.CreateVersion7())), new CompartmentRef(CompartmentKind.Network, Network), NetworksPurposes.TakePart, Operations.Read, new LoggedObject("network")),
        new GateDecision(GateRefusal.None, new Standing(Role.InformalCarer), 7, true, true, true, false),
        Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
}
