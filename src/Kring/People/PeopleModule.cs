using Kring.Access;
using Kring.People.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Kring.People;

internal static class PeopleModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<IRelations, PeopleRelations>();
        services.AddScoped<PeopleAccess>();
        services.AddSingleton<SessionCookie>();
        services.AddScoped<StartSession>();
        services.AddScoped<Profiles>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 210_000);
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
