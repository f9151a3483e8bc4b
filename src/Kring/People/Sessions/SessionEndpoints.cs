using Kring.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Kring.People.Sessions;

/// <summary>Signing out, and staying signed in.</summary>
internal static class SessionEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        // Signing out of a session that is over already must not end in an error about its form: the token is looked at below.
        routes.MapPost("/uitloggen", SignOut).AllowAnonymous().DisableAntiforgery();
        routes.MapPost("/sessie/verleng", () => Results.NoContent()).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> SignOut(HttpContext context, CurrentActor current, EndSession end, SessionCookie cookie, IAntiforgery forms)
    {
        if (current.Known is { Session: { } session } actor)
        {
            if (!await forms.IsRequestValidAsync(context))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            await end.Run(actor, session, context.RequestAborted);
        }

        cookie.Clear(context.Response);
        // Not "storage": the key that makes this device trusted lives there, and it outlives a session.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.Redirect("/inloggen?uit=true");
    }
}
