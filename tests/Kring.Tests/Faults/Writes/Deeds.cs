using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Writes;

/// <summary>One use case, run with the services of a request; what it answers.</summary>
internal delegate Task<object?> Deed(IServiceProvider services);

/// <summary>Sets the stage for a use case.</summary>
internal delegate Task<Deed> Staging(KringApp app);

/// <summary>Every use case that saves something, each on a stage where it does.</summary>
internal static class Deeds
{
    /// <summary>By the name of the use case; what follows a space tells two ways apart.</summary>
    internal static IReadOnlyDictionary<string, Staging> All { get; } = new[] { TalkDeeds.All, NetworkDeeds.All, InvitationDeeds.All, SignInDeeds.All, AccountDeeds.All, StaffDeeds.All, OfficeDeeds.All }
        .SelectMany(d => d).ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);

    /// <summary>Saved by another use case that is in the list.</summary>
    internal static IReadOnlyList<string> WithinOthers { get; } = ["MembershipNames", "StaffNames"]; // CarryName

    /// <summary>Those that save more than once on purpose, and why half of it is no harm.</summary>
    internal static IReadOnlyDictionary<string, string> InSteps { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CarryName"] = "place by place; the wish stays until all have the name",
        ["SendNotice"] = "leased first: a lease that nobody honours runs out by itself",
    };

    /// <summary>Those that change what lives in no compartment: the log tells of the compartment that it concerns.</summary>
    internal static IReadOnlyList<string> BeyondCompartments { get; } = ["RecordAgreement", "AddOrganisation"];

    /// <summary>Those that write something about nobody beside the log, as the architecture test lets them: leases.</summary>
    internal static IReadOnlyList<string> BesideTheLog { get; } = ["SendNotice"];

    internal static Deed Of<TUse>(Func<TUse, Task<object?>> run) where TUse : notnull => services => run(services.GetRequiredService<TUse>());
}
