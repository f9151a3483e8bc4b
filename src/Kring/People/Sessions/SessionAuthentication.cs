using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Kring.Access;
using Kring.Law;
using Kring.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Kring.People.Sessions;

/// <summary>Signs a request in by the session behind its cookie: 60 minutes idle and 24 hours at most end it, whatever the browser says.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PeopleAccess people, LiveSessions sessions, SessionCookie cookie, CurrentActor actor, CurrentSession current, LegalTermsBoard terms, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "session";

    /// <summary>How many seconds the session lasts without another request; the idle warning counts from it.</summary>
    internal const string SecondsHeader = "Kring-Session-Seconds";

    private static readonly object Asked = new();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // An error page is the second round of the same request. It takes the answer of the first, so that there is a page when the database is what fails.
        if (Context.Features.Get<IStatusCodeReExecuteFeature>() is not null && Context.Items.TryGetValue(Asked, out var before))
            return before is (Session known, DateTimeOffset endsAt) ? SignIn(known, endsAt) : AuthenticateResult.NoResult();
        Context.Items[Asked] = null;
        if (Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || cookie.Read(Request) is not { Length: > 0 and <= 100 } secret)
            return AuthenticateResult.NoResult();
        if (await sessions.Of(secret, Context.RequestAborted) is not { } session)
            return AuthenticateResult.Fail("No such session.");
        var law = await terms.Current(Context.RequestAborted);
        var now = time.Moment();
        var longest = law.EndOf(LegalTermKeys.SessionLongest, session.StartedAt);
        if (now >= longest || now >= law.EndOf(LegalTermKeys.SessionIdle, session.UsedAt))
            return AuthenticateResult.Fail("The session is over.");
        var idle = law.EndOf(LegalTermKeys.SessionIdle, await people.NoteUse(session, now, Context.RequestAborted));
        var ends = idle < longest ? idle : longest;
        Response.Headers[SecondsHeader] = ((long)(ends - now).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Context.Items[Asked] = (session, ends);
        return SignIn(session, ends);
    }

    private AuthenticateResult SignIn(Session session, DateTimeOffset endsAt)
    {
        actor.Known = Actor.SignedIn(session.Person, session.Id);
        (current.Known, current.EndsAt) = (session, endsAt);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Person.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    /// <summary>Without a session: pages lead to signing in, everything else gets 401.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method) && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            Response.Redirect("/inloggen?terug=" + Uri.EscapeDataString(Request.Path + Request.QueryString));
        else
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
