using Kring.Tests.Architecture;
using Mono.Cecil;

namespace Kring.Tests.Faults.Writes;

public sealed class TalkWritesTests(FailingApp failing) : NthWriteTests(failing), IClassFixture<FailingApp>
{
    public static TheoryData<string> Names => [.. TalkDeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Everything_or_nothing_is_saved(string name) => Check(name);
}

public sealed class NetworkWritesTests(FailingApp failing) : NthWriteTests(failing), IClassFixture<FailingApp>
{
    public static TheoryData<string> Names => [.. NetworkDeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Everything_or_nothing_is_saved(string name) => Check(name);
}

public sealed class InvitationWritesTests(FailingApp failing) : NthWriteTests(failing), IClassFixture<FailingApp>
{
    public static TheoryData<string> Names => [.. InvitationDeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Everything_or_nothing_is_saved(string name) => Check(name);
}

public sealed class SignInWritesTests(FailingApp failing) : NthWriteTests(failing), IClassFixture<FailingApp>
{
    public static TheoryData<string> Names => [.. SignInDeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Everything_or_nothing_is_saved(string name) => Check(name);
}

public sealed class AccountWritesTests(FailingApp failing) : NthWriteTests(failing), IClassFixture<FailingApp>
{
    public static TheoryData<string> Names => [.. AccountDeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Everything_or_nothing_is_saved(string name) => Check(name);
}

public sealed class StaffWritesTests(FailingApp failing) : NthWriteTests(failing), IClassFixture<FailingApp>
{
    public static TheoryData<string> Names => [.. StaffDeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Everything_or_nothing_is_saved(string name) => Check(name);
}

public sealed class OfficeWritesTests(FailingApp failing) : NthWriteTests(failing), IClassFixture<FailingApp>
{
    public static TheoryData<string> Names => [.. OfficeDeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Everything_or_nothing_is_saved(string name) => Check(name);
}

public sealed class EveryWriteTests
{
    [Fact]
    public void No_use_case_that_saves_is_forgotten()
    {
        var savers = CompiledCode.Types.Where(t => !t.FullName.StartsWith("Kring.Access.", StringComparison.Ordinal) && !t.FullName.StartsWith("Kring.Demo.", StringComparison.Ordinal)
            && CompiledCode.Calls(t).Any(c => c is MethodReference { Name: "Commit" or "CommitHeld", DeclaringType.FullName: "Kring.Access.Door" })).Select(t => t.Name);

        Assert.Equal(savers.Order(StringComparer.Ordinal), Deeds.All.Keys.Select(k => k.Split(' ')[0]).Concat(Deeds.WithinOthers).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
