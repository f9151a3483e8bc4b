using Kring.Access;
using Kring.Conversations;
using Kring.Delivery;
using Kring.Networks;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
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
        new("Platform", "Data"),
        new("Data", "Platform", "Access"),
        new("Access", "Platform", "Data"),
        new("Delivery", "Platform", "Data", "Access", "App"),
        new("App", "Platform", "Access"),
        new("Organisations", "Platform", "Data", "Access", "Delivery", "App"),
        new("People", "Platform", "Data", "Access", "Delivery", "App", "Organisations"),
        new("Networks", "Platform", "Data", "Access", "Delivery", "App", "Organisations", "People"),
        new("Conversations", "Platform", "Data", "Access", "Delivery", "App", "Organisations", "People", "Networks"),
        new("Privacy", "Platform", "Data", "Access", "Delivery", "App", "Organisations", "People", "Networks"),
        new("FirstStart", "Platform", "Data", "Access", "Delivery", "App", "Organisations", "People"),
        new("Demo", "Platform", "Data", "Access", "Delivery", "Organisations", "People", "Networks", "Conversations", "Privacy"),
    ];

    /// <summary>Every purpose the program uses. The register must cover each.</summary>
    internal static IReadOnlyList<Purpose> Purposes { get; } =
    [
        .. DeliveryPurposes.All, .. OrganisationsPurposes.All, .. PeoplePurposes.All, .. NetworksPurposes.All,
        .. ConversationsPurposes.All, .. PrivacyPurposes.All, FirstStartPurposes.Seed,
    ];

    internal static void MapTables(ModelBuilder model)
    {
        PlatformTables.Map(model);
        AccessTables.Map(model);
        DeliveryTables.Map(model);
        OrganisationsTables.Map(model);
        PeopleTables.Map(model);
        NetworksTables.Map(model);
        ConversationsTables.Map(model);
        PrivacyTables.Map(model);
    }
}
