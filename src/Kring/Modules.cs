using Kring.Access;
using Kring.Access.Sealing;
using Kring.Conversations;
using Kring.Delivery;
using Kring.Law;
using Kring.Networks;
using Kring.Organisations;
using Kring.People;
using Kring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Kring;

/// <summary>A folder of Kring and what it may use, beside itself.</summary>
internal sealed record Module(string Name, params string[] MayUse);

/// <summary>The modules, lowest first. The architecture test holds the code to this list.</summary>
internal static class Modules
{
    internal static IReadOnlyList<Module> All { get; } =
    [
        new("Platform"),
        new("Data", "Platform"),
        new("Law", "Platform", "Data"),
        new("Access", "Platform", "Data"),
        new("App", "Platform", "Access"),
        new("Delivery", "Platform", "Data", "Law", "Access", "App"),
        new("Organisations", "Platform", "Data", "Access", "App", "Delivery"),
        new("People", "Platform", "Data", "Law", "Access", "App", "Delivery", "Organisations"),
        new("Networks", "Platform", "Data", "Law", "Access", "App", "Delivery", "Organisations", "People"),
        new("Conversations", "Platform", "Data", "Law", "Access", "App", "Delivery", "Organisations", "People", "Networks"),
        new("Privacy", "Platform", "Data", "Law", "Access", "App", "Delivery", "Organisations", "People", "Networks"),
        new("FirstStart", "Platform", "Data", "Access", "App", "Delivery", "Organisations", "People"),
        new("Demo", "Platform", "Data", "Law", "Access", "Delivery", "Organisations", "People", "Networks", "Conversations", "Privacy"),
    ];

    /// <summary>Every purpose the program uses. The register must cover each.</summary>
    internal static IReadOnlyList<Purpose> Purposes { get; } =
    [
        .. DeliveryPurposes.All, .. OrganisationsPurposes.All, .. PeoplePurposes.All, .. NetworksPurposes.All,
        .. ConversationsPurposes.All, .. PrivacyPurposes.All, FirstStartPurposes.Seed,
    ];

    internal static void MapColumns(ModelConfigurationBuilder conventions) => SealedColumns.Apply(conventions);

    internal static void MapTables(ModelBuilder model)
    {
        LawTables.Map(model);
        AccessTables.Map(model);
        DeliveryTables.Map(model);
        OrganisationsTables.Map(model);
        PeopleTables.Map(model);
        NetworksTables.Map(model);
        ConversationsTables.Map(model);
        PrivacyTables.Map(model);
    }
}
