using Kring.Access;
using Kring.App.Layout;
using Kring.Organisations;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Kring.People.Sessions;

/// <summary>
/// Fills the frame around the pages of who is signed in, once a request and before anything is drawn: their own name, the time that the session has left, and the links
/// of every module.
/// </summary>
internal sealed class FillShell(RequestDelegate next)
{
    private static readonly object Tried = new();

    public async Task InvokeAsync(HttpContext context, CurrentSession current, ShellModel shell, OwnName name, OrganisationsAccess organisations, IEnumerable<IShellLinks> modules, TimeProvider time)
    {
        // An error page is the second round of the same request, with services of its own: it shows what the first round found, and asks nothing again.
        if (context.Items.TryGetValue(Tried, out var before))
        {
            if (before is ShellModel filled)
                shell.Take(filled, named: !Failed(context));
        }
        else if (current.Known is { } session && IsPage(context) && !Failed(context))
        {
            context.Items[Tried] = null;
            await Fill(session);
            context.Items[Tried] = shell;
        }

        await next(context);

        // What has no frame: JSON, files, streams, a post that only leads on.
        static bool IsPage(HttpContext context) => context.GetEndpoint() is not { } found || found.Metadata.GetMetadata<SkipStatusCodePagesAttribute>() is null;

        // What the log could not take or a seal did not hold is not shown, not even somebody's own name.
        static bool Failed(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is { OriginalStatusCode: >= StatusCodes.Status500InternalServerError };

        async Task Fill(Session session)
        {
            var work = await organisations.EmploymentsOf(session.Person, context.RequestAborted);
            shell.PersonName = await name.Of(session, context.RequestAborted);
            shell.SessionLeft = current.EndsAt - time.GetUtcNow();
            shell.Add(new NavigationLink("/", SessionTexts.MyNetworks, Rank: 10));
            shell.Add(new NavigationLink("/mijn", SessionTexts.MyData, Rank: 90));
            IReadOnlyList<WorkOf> offices = [.. work.Select(w => new WorkOf(w.Organisation.Office.Id, w.Role))];
            foreach (var module in modules)
            {
                foreach (var link in await module.For(offices, context.RequestAborted))
                    shell.Add(link);
            }
        }
    }
}
