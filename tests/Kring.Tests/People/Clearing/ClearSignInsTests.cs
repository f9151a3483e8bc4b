using Kring.Access;
using Kring.Access.Log;
using Kring.Law;
using Kring.People;
using Kring.People.Clearing;
using Kring.People.Devices;
using Kring.People.MailedLinks;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.People.Clearing;

/// <summary>What is past its retention is deleted, through the door; what is not stays.</summary>
public sealed class ClearSignInsTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly World _world = new(app);

    [Fact]
    public async Task Ninety_days_after_they_were_over_the_rows_of_signing_in_go_and_the_owner_sees_it()
    {
        var mail = $"{Guid.CreateVersion7():N}@kring.example";
        var annie = await _world.Person("Annie de Vries", mail);
        using var device = new SoftwareDevice();
        using var old = app.NewBrowser();
        await old.SignIn(app, annie, mail, device.Remember("Tablet"));
        await app.In(async services =>
        {
            await services.GetRequiredService<SendLink>().Run(new LinkAsked(LinkSort.NewPassword, mail, "nl"), default);
            return true;
        });
        await old.Submit(await old.Get("/mijn"), "form[action='/uitloggen']");
        Assert.Equal((1, 1, 1, 1), await Count(annie));

        // A month of trust, and then ninety days: the session and the attempt are past theirs, the device is not.
        app.Clock.Advance(TimeSpan.FromDays(91));
        using var fresh = await _world.SignedIn(annie);
        await Clear();
        Assert.Equal((0, 1, 1, 0), await Count(annie));
        app.Clock.Advance(TimeSpan.FromDays(32));
        await Clear();

        Assert.Equal((0, 1, 0, 0), await Count(annie));
        using var now = await _world.SignedIn(annie);
        Assert.Contains("verwijderde oude gegevens over inloggen", (await now.Get("/mijn/wie-keek?automatisch=ja")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_nothing_old_is_left_alone()
    {
        var annie = await _world.Person("Annie de Vries");
        using var here = await _world.SignedIn(annie);
        app.Clock.Advance(TimeSpan.FromDays(89));

        await Clear();

        Assert.Equal((0, 1, 0, 0), await Count(annie));
        Assert.False(await app.InDatabase(db => db.Set<AccessEntry>().AnyAsync(e => e.Compartment == annie.Profile.Id && e.ObjectType == "old-sign-ins")));
    }

    /// <summary>A round of the job, as it comes every hour.</summary>
    private Task<bool> Clear() => app.In(async services =>
    {
        var before = (await services.GetRequiredService<LegalTermsBoard>().Current(default)).StartOf(LegalTermKeys.RetentionSignIn, app.Clock.Moment());
        foreach (var person in await services.GetRequiredService<PeopleAccess>().WithOldSignIns(before, 100, default))
        {
            await app.In(async one =>
            {
                await one.GetRequiredService<ClearSignIns>().Run(person, before, default);
                return true;
            });
        }

        return true;
    });

    private Task<(int Attempts, int Sessions, int Devices, int Links)> Count(PersonId person) => app.InDatabase(async db => (
        await db.Set<SignIn>().CountAsync(s => s.Person == person), await db.Set<Session>().CountAsync(s => s.Person == person),
        await db.Set<TrustedDevice>().CountAsync(d => d.Person == person), await db.Set<MailedLink>().CountAsync(l => l.Person == person)));
}
