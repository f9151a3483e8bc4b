namespace Kring.App.Layout;

/// <summary>Links that a module adds to the menu of somebody who is signed in. Whatever fills the <see cref="ShellModel"/> asks every one of them.</summary>
internal interface IShellLinks
{
    /// <param name="work">What the signed-in person does for organisations now, fetched once for all of them.</param>
    IEnumerable<NavigationLink> For(IReadOnlyCollection<Access.Role> work);
}
