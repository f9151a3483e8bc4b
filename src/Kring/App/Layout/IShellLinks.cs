using Kring.Access;

namespace Kring.App.Layout;

/// <summary>Links that a module adds to the menu of somebody who is signed in. Whatever fills the <see cref="ShellModel"/> asks every one of them.</summary>
internal interface IShellLinks
{
    /// <param name="work">What the signed-in person does for organisations now, fetched once for all of them.</param>
    Task<IReadOnlyList<NavigationLink>> For(IReadOnlyCollection<WorkOf> work, CancellationToken cancel);
}

/// <summary>What somebody does for an organisation.</summary>
/// <param name="Office">The organisation's own compartment.</param>
internal sealed record WorkOf(CompartmentId Office, Role Role);
