using Mono.Cecil;

namespace Kring.Tests.Architecture;

/// <summary>There is no way around the door: held over the compiled code, lambdas and async methods included.</summary>
public sealed class DoorWallsTests
{
    private const string Component = "Microsoft.AspNetCore.Components.ComponentBase";

    /// <summary>Beside the door itself: who may hold a database, and why.</summary>
    private static readonly Dictionary<string, string> MayHoldDatabase = new(StringComparer.Ordinal)
    {
        ["Kring.Modules"] = "maps the tables",
        ["Kring.Conversations.Recent.ChangeTriggers"] = "makes triggers",
        ["Kring.Law.LegalTermsBoard"] = "legal terms: about nobody",
    };

    /// <summary>Statements that the door's commit does not see, and why they may be.</summary>
    private static readonly Dictionary<string, string> MayWriteAround = new(StringComparer.Ordinal)
    {
        ["Kring.People.PeopleAccess"] = "the minute of a session's last use",
        ["Kring.Delivery.DeliveryAccess"] = "leases of notices",
        ["Kring.Conversations.ConversationsAccess"] = "within a held commit of many: the conversations' numbers and the ends of drafts",
        ["Kring.Conversations.Recent.ChangeTriggers"] = "the count of changes of a conversation",
        ["Kring.Conversations.Messages.PostMessage"] = "within a held commit: the conversation's number and the end of the draft",
        ["Kring.Conversations.Attachments.AttachmentRows"] = "within a held commit: what goes with a message that is removed, without loading it",
        ["Kring.Networks.NetworksRelations"] = "holds what a relation rests on until the commit",
        ["Kring.Organisations.OrganisationsRelations"] = "holds somebody's work until the commit, and takes turns at the staff",
        ["Kring.Access.Door"] = "the commit of many",
        ["Kring.Access.Log.ReadLogLane"] = "the entries of many visits",
        ["Kring.Access.Keys.PostgresKeyDb"] = "holds the row that says which master key is in force",
        ["Kring.Access.Keys.Tombstones.DestroyCompartment"] = "numbers tombstones",
        ["Kring.Access.Keys.Tombstones.CompartmentRows"] = "erasure: the rows of a compartment go without being opened",
        ["Kring.Access.Keys.Tombstones.DestroyedKeys"] = "erasure: the keys of compartments",
        ["Kring.Access.Register.StampTriggers"] = "the policy's stamp",
        ["Kring.Data.Wall.WallScript"] = "whether the wall is as this version makes it",
        ["Kring.Start.Backups.RestoreBackup"] = "that a backup was put back",
        ["Kring.Start.Schema"] = "which role it has",
        ["Kring.Access.Log.Tree.AwaitingTriggers"] = "the turn of each entry to be sealed",
        ["Kring.Access.Log.Tree.SealLog"] = "the end of that turn, when the entry became a leaf",
    };

    /// <summary>Whose scopes pass the wall in the database, because the program itself works there and acts for nobody.</summary>
    private static readonly string[] MayServe =
    [
        "Kring.Access.Log.ReadLogLane", "Kring.Access.WatchGate", "Kring.Conversations.Live.LookForNews", "Kring.Conversations.Live.OpenStreams", "Kring.Conversations.Messages.PostLane", "Kring.Conversations.Notices.NoticeJob", "Kring.Delivery.Clearing.ClearNoticesJob", "Kring.Delivery.Dispatch.Dispatcher",
        "Kring.Demo.Seeding.Past", "Kring.Demo.Seeding.SeedBulk", "Kring.Demo.Seeding.SeedDemo", "Kring.People.Clearing.ClearSignInsJob", "Kring.People.Details.CarryNames",
        "Kring.People.MailedLinks.MailedLinkJob", "Kring.Start.OrganisationCommand",
    ];

    [Fact]
    public void Only_the_programs_own_work_passes_the_wall()
    {
        var serving = Callers(call => call is MethodReference { Name: "Serving" or "Serve", DeclaringType.FullName: "Kring.Data.Wall.ServingScopes" or "Kring.Data.Wall.Acting" });
        Assert.Equal(MayServe, serving.Where(t => t != "Kring.Data.Wall.ServingScopes").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_door_and_the_session_say_who_acts()
    {
        var saying = Callers(call => call is MethodReference { Name: "As" or "Let", DeclaringType.FullName: "Kring.Data.Wall.Acting" });
        Assert.Equal(["Kring.Access.CurrentActor", "Kring.Access.Door"], saying.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_door_makes_grants()
        => Assert.Equal(["Kring.Access.Door"], Callers(call => call is MethodReference { Name: ".ctor", DeclaringType.FullName: "Kring.Access.Grant" }));

    [Fact]
    public void Only_what_takes_access_away_is_let_through_where_only_reading_is_left()
    {
        var endings = Callers(call => call is MethodReference { Name: "Ending", DeclaringType.FullName: "Kring.Access.Visit" });
        Assert.Equal(["Kring.Networks.Admissions.WithdrawConsent", "Kring.Networks.Bases.EndBasis", "Kring.Networks.Bases.WithdrawBasis", "Kring.Networks.Leaving.EndParticipation", "Kring.Networks.Mandates.EndMandate"], endings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_access_opens_and_seals()
    {
        var users = CompiledCode.Types.Where(t => !In(t, "Access") && CompiledCode.Uses(t).Contains("Kring.Access.Sealing.CompartmentKey")).Select(t => t.FullName);
        Assert.Empty(users);
        var raw = Callers(call => call is MethodReference { Name: "get_Bytes" or "op_Implicit" or ".ctor", DeclaringType: var of } && (of.FullName.StartsWith("Kring.Access.Sealing.Sealed`1", StringComparison.Ordinal) || of.FullName == "Kring.Access.Sealing.SealedBytes"));
        Assert.Empty(raw.Where(t => !t.StartsWith("Kring.Access.", StringComparison.Ordinal)).Except(["Kring.Data.SealedConverter`1"]));
    }

    [Fact]
    public void Only_access_and_the_start_hold_the_keyring()
    {
        string[] keys = ["Kring.Access.Keys.Keyring", "Kring.Access.Keys.IMasterKeys", "Kring.Access.Keys.FileMasterKeys", "Kring.Data.KeyDb"];
        var users = CompiledCode.Types.Where(t => !In(t, "Access") && !In(t, "Start") && !In(t, "Data") && CompiledCode.Uses(t).Overlaps(keys)).Select(t => t.FullName);
        Assert.Empty(users);
    }

    [Fact]
    public void Only_the_modules_ways_in_hold_a_database()
    {
        var holders = CompiledCode.Types.Where(t => !In(t, "Access") && !In(t, "Start") && !In(t, "Data") && HoldsDatabase(t) && !IsWayIn(t)).Select(t => t.FullName);
        Assert.Empty(holders.Except(MayHoldDatabase.Keys).Order());
    }

    [Fact]
    public void No_way_in_opens_what_is_sealed_without_a_grant_that_it_was_given()
    {
        var enters = CompiledCode.Types.Where(IsWayIn).Where(t => CompiledCode.Uses(t).Contains("Kring.Access.Door")).Select(t => t.FullName);
        Assert.Empty(enters);
    }

    [Fact]
    public void No_statement_goes_around_the_commit_of_the_door()
    {
        var around = Callers(call => call is MethodReference method && (method.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) || method.Name.StartsWith("ExecuteDelete", StringComparison.Ordinal)
            || method.Name.StartsWith("ExecuteSql", StringComparison.Ordinal) || method.Name.StartsWith("FromSql", StringComparison.Ordinal) || method.Name.StartsWith("SqlQuery", StringComparison.Ordinal)
            || method.DeclaringType.FullName == "Kring.Data.BulkRows"));
        Assert.Empty(around.Except(MayWriteAround.Keys).Order());
    }

    [Fact]
    public void Nothing_but_the_door_and_reference_data_saves()
    {
        var savers = Callers(call => call is MethodReference { Name: "SaveChanges" or "SaveChangesAsync" });
        Assert.Empty(savers.Where(t => !t.StartsWith("Kring.Access.", StringComparison.Ordinal) && !t.StartsWith("Kring.Data.", StringComparison.Ordinal))
            .Except(CompiledCode.Types.Where(IsReferenceData).Select(t => t.FullName)).Order());
    }

    [Fact]
    public void Pages_and_endpoints_reach_personal_data_through_a_use_case_only()
    {
        string[] inner = ["Kring.Access.Door", "Kring.Access.Grant", "Kring.Data.AppDb", "Kring.Data.KeyDb", "Kring.Access.Keys.Keyring", "Kring.Access.Sealing.CompartmentKey"];
        var outer = CompiledCode.Types.Where(t => CompiledCode.Derives(t, Component) || (t.Name.EndsWith("Module", StringComparison.Ordinal) && !In(t, "Data") && !In(t, "Access")) || t.Name.EndsWith("Endpoints", StringComparison.Ordinal));
        Assert.Empty(outer.SelectMany(t => CompiledCode.Uses(t).Intersect(inner).Select(used => $"{t.FullName} uses {used}")).Order());
    }

    private static bool HoldsDatabase(TypeDefinition type) => CompiledCode.Uses(type).Any(u => u is "Kring.Data.AppDb" or "Kring.Data.SqliteDb" or "Kring.Data.PostgresDb" or "Kring.Data.Wall.FindingDb" or "Kring.Data.Wall.WallPools")
        || CompiledCode.Calls(type).Any(c => c.DeclaringType?.FullName.StartsWith("Microsoft.EntityFrameworkCore.DbContext", StringComparison.Ordinal) == true);

    // A module's own <Module>Access and <Module>Relations, not every class whose name happens to end so.
    private static bool IsWayIn(TypeDefinition type) => type.FullName == $"{type.Namespace}.{type.Namespace.Split('.')[^1]}Access"
        || type.FullName == $"{type.Namespace}.{type.Namespace.Split('.')[^1]}Relations" || IsReferenceData(type);

    private static bool IsReferenceData(TypeDefinition type) => type.Interfaces.Any(i => i.InterfaceType.FullName == "Kring.Data.IReferenceData") || type.FullName == "Kring.Data.IReferenceData";

    private static bool In(TypeDefinition type, string module) => type.FullName.StartsWith($"Kring.{module}.", StringComparison.Ordinal);

    private static IEnumerable<string> Callers(Func<MemberReference, bool> call) => CompiledCode.Types.Where(t => CompiledCode.Calls(t).Any(call)).Select(t => t.FullName);
}
