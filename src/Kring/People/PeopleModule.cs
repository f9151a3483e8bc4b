using Kring.Access;
using Kring.App.Layout;
using Kring.People.Accounts;
using Kring.People.Clearing;
using Kring.People.Details;
using Kring.People.Devices;
using Kring.People.MailedLinks;
using Kring.People.PasswordLinks;
using Kring.People.Sessions;
using Kring.People.SignInLinks;
using Kring.People.SignIns;
using Kring.People.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Kring.People;

internal static class PeopleModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<IRelations, PeopleRelations>();
        services.AddScoped<PeopleAccess>();
        services.AddSingleton<SessionCookie>().AddSingleton<SignInCookie>().AddSingleton<DeviceCookie>();
        services.AddSingleton<SessionNames>().AddSingleton<LiveSessions>();
        services.AddScoped<CurrentSession>().AddScoped<OwnName>().AddScoped<StartSession>().AddScoped<EndSession>();
        services.AddScoped<CheckPassword>().AddScoped<SignInRows>().AddScoped<OpenSignIn>().AddScoped<MailedCodes>().AddScoped<SendCode>().AddScoped<AskCodeAgain>().AddScoped<GiveCode>().AddScoped<ProveDevice>().AddScoped<LetIn>();
        services.AddScoped<TrustDevice>().AddScoped<RevokeDevice>().AddScoped<RevokeOthers>().AddScoped<ListDevices>();
        services.AddScoped<FirstPasswords>().AddScoped<RegisterAccount>().AddScoped<ChangePassword>().AddScoped<BlockAccount>();
        services.AddScoped<UnblockAccount>().AddScoped<TellPerson>();
        services.AddScoped<OwnDetails>();
        services.AddScoped<App.Display.IKeepLanguage, KeepLanguage>();
        services.AddScoped<ListStaff>().AddScoped<ShowStaffMember>().AddScoped<InviteStaff>().AddScoped<WithdrawStaffInvitation>().AddScoped<OpenStaffInvitation>().AddScoped<AcceptStaffInvitation>();
        services.AddScoped<ChangeWork>().AddScoped<BlockStaff>();
        services.AddSingleton<IShellLinks, StaffLink>();
        services.AddScoped<INameHolder, StaffNames>().AddScoped<CarryName>();
        services.AddHostedService<CarryNames>();
        services.AddSingleton<LinksAsked>();
        services.AddScoped<AskLink>().AddScoped<SendLink>().AddScoped<FindLink>().AddScoped<ChooseNewPassword>().AddScoped<UseSignInLink>().AddScoped<GivePassword>();
        services.AddHostedService<MailedLinkJob>();
        services.AddScoped<ClearSignIns>();
        services.AddHostedService<ClearSignInsJob>();
        services.AddSingleton<Passwords>();
        services.AddScoped<Profiles>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 210_000);
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
    }

    internal static void Map(WebApplication app)
    {
        app.UseMiddleware<FillShell>();
        SessionEndpoints.Map(app);
    }
}
