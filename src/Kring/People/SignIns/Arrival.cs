using Kring.Access;
using Kring.App.Display;
using Kring.People.Devices;
using Kring.People.Sessions;

namespace Kring.People.SignIns;

/// <summary>Somebody who proved who they are: the secret of their new session, and the device that is trusted from now on.</summary>
internal sealed record Arrival(PersonId Person, string Session, DeviceTrusted? Trusted);

/// <summary>Lets an arrival into the browser: a new session in the place of whatever session it had, in their own language, and on to where they were going.</summary>
internal sealed class LetIn(SessionCookie session, SignInCookie signIn, DeviceCookie device, CurrentActor current, EndSession end, PeopleAccess people, IEnumerable<IAfterSignIn> modules)
{
    /// <param name="back">Where they were going, as the browser says.</param>
    /// <returns>The local path to go to.</returns>
    internal async Task<string> Run(HttpContext context, Arrival arrival, string? back, CancellationToken cancel)
    {
        if (current.Known is { Session: { } earlier } actor)
            await end.Run(actor, earlier, cancel);
        session.Write(context.Response, arrival.Session);
        signIn.Clear(context.Response);
        if (arrival.Trusted is { } trusted)
            device.Add(context, trusted.Secret, trusted.Until);
        if (await people.LanguageOf(arrival.Person, cancel) is { } language)
            ShowIn(context, language);
        var next = ReturnPath.Local(back);
        foreach (var module in modules)
            next = await module.Detour(arrival.Person, next, cancel) ?? next;
        return next;
    }

    // A new device speaks the language that its owner chose elsewhere.
    private static void ShowIn(HttpContext context, string language)
    {
        var now = DisplayCookie.Read(context.Request);
        if (now.LanguageName != language)
            DisplayCookie.Write(context, DisplaySettings.Of(now.SizeName, now.ThemeName, language));
    }
}
