using Kring.Access;
using Kring.App.Layout;
using Kring.Organisations;

namespace Kring.People.Sessions;

/// <summary>
/// Fills the frame around the pages of who is signed in, once a request and before anything is drawn: their own name, the time that the session has left, and the links
/// of every module.
/// </summary>
internal sealed class FillShell(RequestDelegate next)
{
    private static readonly object Filled = new();

    public async Task InvokeAsync(HttpContext context, CurrentSession current, ShellModel shell, OwnName name, OrganisationsAccess organisations, IEnumerable<IShellLinks> modules, TimeProvider time)
    {
        // An error page is the second round of the same request: what could not be filled then is left out now.
        if (current.Known is { } session && context.Items.TryAdd(Filled, true))
        {
            var work = await organisations.EmploymentsOf(session.Person, context.RequestAborted);
            shell.PersonName = await name.Of(session, context.RequestAborted);
            shell.SessionLeft = current.EndsAt - time.GetUtcNow();
            shell.Add(new NavigationLink("/", SessionTexts.MyNetworks, Rank: 10));
            shell.Add(new NavigationLink("/mijn", SessionTexts.MyData, Rank: 90));
            var roles = work.Select(w => w.Role).Distinct().ToList();
            foreach (var link in modules.SelectMany(module => module.For(roles)))
                shell.Add(link);
        }

        await next(context);
    }
}
