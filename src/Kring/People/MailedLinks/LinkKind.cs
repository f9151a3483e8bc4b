using Kring.Access;
using Kring.Delivery;
using Kring.Law;
using Kring.People.SignIns;
using Kring.Platform.Limits;

namespace Kring.People.MailedLinks;

/// <summary>In what the sorts of links differ.</summary>
/// <param name="Key">Separates the secrets of one sort from those of another.</param>
/// <param name="Logged">What it is called in the log.</param>
/// <param name="Path">The page that the link leads to, before its secret.</param>
/// <param name="Term">How long it works.</param>
internal sealed record LinkKind(LinkSort Sort, string Key, LoggedObject Logged, string Path, string Term, NoticeKind Notice, Limit PerRange, Limit PerAccount)
{
    internal const int LongestSecret = 100;

    internal static LinkKind Of(LinkSort sort) => sort switch
    {
        LinkSort.NewPassword => new(sort, "password-link", new LoggedObject("password-link"), "/wachtwoord-vergeten/", LegalTermKeys.PasswordLink, NoticeKind.PasswordLink, SignInLimits.PasswordLinkPerRange, SignInLimits.PasswordLinkPerAccount),
        LinkSort.SignIn => new(sort, "sign-in-link", new LoggedObject("sign-in-link"), "/inloggen/link/", LegalTermKeys.SignInLink, NoticeKind.SignInLink, SignInLimits.SignInLinkPerRange, SignInLimits.SignInLinkPerAccount),
    };
}
