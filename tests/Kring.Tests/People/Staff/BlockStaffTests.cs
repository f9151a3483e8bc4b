using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Organisations;
using Kring.People;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.People.Staff;

/// <summary>A blocked account is out everywhere, and only the organisation that blocked it opens it again.</summary>
public sealed class BlockStaffTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_blocked_account_is_out_at_once_and_comes_back_when_its_own_organisation_opens_it()
    {
        var stage = await StaffStage.Set(app);
        var elsewhere = await StaffStage.Set(app);
        await elsewhere.World.Works(stage.Marieke, elsewhere.Linde, Role.Professional, "Marieke Visser");
        using var bas = await stage.World.SignedIn(stage.Bas);
        using var other = await elsewhere.World.SignedIn(elsewhere.Bas);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        var path = await stage.Of(stage.Marieke);

        await StaffStage.Blocks(bas, path);

        Assert.Equal($"{path}?gedaan=geblokkeerd", bas.Path());
        Assert.False(await marieke.IsSignedIn());
        Assert.Equal(NoticeKind.AccountBlocked, (await app.LastNotice(stage.Marieke)).Kind);
        Assert.Contains("Account geblokkeerd", (await bas.Get(stage.Path)).Body!.TextContent, StringComparison.Ordinal);
        var theirs = await other.Get($"{await elsewhere.Of(stage.Marieke)}/blokkeren");
        Assert.Null(theirs.QuerySelector("main form"));
        Assert.Contains("Alleen zij kunnen de blokkade opheffen", theirs.Body!.TextContent, StringComparison.Ordinal);

        await StaffStage.Ends(bas, path);
        await StaffStage.Blocks(bas, path);

        Assert.Equal($"{path}?gedaan=open", bas.Path());
        using var back = await stage.World.SignedIn(stage.Marieke);
        Assert.True(await back.IsSignedIn());
        Assert.Contains("veranderde een account", (await back.Get("/mijn/wie-keek")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_cannot_open_what_was_blocked_elsewhere()
    {
        var stage = await StaffStage.Set(app);
        var elsewhere = await StaffStage.Set(app);
        await elsewhere.World.Works(stage.Marieke, elsewhere.Linde, Role.Professional, "Marieke Visser");
        using var bas = await stage.World.SignedIn(stage.Bas);
        using var other = await elsewhere.World.SignedIn(elsewhere.Bas);
        await StaffStage.Blocks(other, await elsewhere.Of(elsewhere.Marieke));
        var form = await other.Get($"{await elsewhere.Of(elsewhere.Marieke)}/blokkeren");
        await StaffStage.Blocks(bas, await stage.Of(stage.Marieke));

        form.QuerySelector("main form")!.SetAttribute("action", $"{await elsewhere.Of(stage.Marieke)}/blokkeren");
        var answer = await other.Submit(form, "main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Last!.StatusCode);
        Assert.Contains("Alleen zij kunnen de blokkade opheffen", answer.QuerySelector(".govuk-error-summary li")!.TextContent, StringComparison.Ordinal);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        Assert.False(await marieke.IsSignedIn());
    }

    [Theory]
    [InlineData(Role.FunctionalAdministrator)]
    [InlineData(Role.DataProtectionOfficer)]
    public async Task The_last_in_a_role_at_one_organisation_is_not_shut_out_by_another(Role role)
    {
        var stage = await StaffStage.Set(app);
        var elsewhere = await stage.World.Organisation();
        await stage.World.Works(stage.Marieke, elsewhere, role, "Marieke Visser");
        using var bas = await stage.World.SignedIn(stage.Bas);
        var path = await stage.Of(stage.Marieke);

        var answer = await StaffStage.Blocks(bas, path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        Assert.Contains("Een andere organisatie kan niet zonder dit account", answer.QuerySelector(".govuk-error-summary li")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Blocked(stage.Marieke));

        await stage.Works("Opvolger", role, elsewhere);
        await StaffStage.Blocks(bas, path);

        Assert.Equal(stage.Marieke, Assert.Single(await Blocked(stage.Marieke)));
    }

    [Fact]
    public async Task Two_administrators_who_block_the_last_two_officers_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var stage = await StaffStage.Set(app);
            var (anouk, pieter) = (await stage.Works("Anouk Post", Role.FunctionalAdministrator), await stage.Works("Pieter Blok", Role.DataProtectionOfficer));
            using var first = await stage.World.SignedIn(stage.Bas);
            using var second = await stage.World.SignedIn(anouk);
            var (one, other) = (await first.Get($"{await stage.Of(stage.Noor)}/blokkeren"), await second.Get($"{await stage.Of(pieter)}/blokkeren"));

            await Task.WhenAll(first.Submit(one, "main form"), second.Submit(other, "main form"));

            Assert.Single(await Blocked(stage.Noor, pieter));
        }
    }

    [Fact]
    public async Task Two_organisations_that_block_the_last_two_officers_of_one_of_them_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var (stage, elsewhere) = (await StaffStage.Set(app), await StaffStage.Set(app));
            var pieter = await stage.Works("Pieter Blok", Role.DataProtectionOfficer);
            await stage.World.Works(pieter, elsewhere.Linde, Role.Professional, "Pieter Blok");
            using var first = await stage.World.SignedIn(stage.Bas);
            using var second = await elsewhere.World.SignedIn(elsewhere.Bas);
            var (one, other) = (await first.Get($"{await stage.Of(stage.Noor)}/blokkeren"), await second.Get($"{await elsewhere.Of(pieter)}/blokkeren"));

            await Task.WhenAll(first.Submit(one, "main form"), second.Submit(other, "main form"));

            Assert.InRange((await Blocked(stage.Noor, pieter)).Count, 0, 1);
        }
    }

    private Task<List<PersonId>> Blocked(params PersonId[] people) => app.InDatabase(db => db.Set<Account>().Where(a => people.Contains(a.Person) && a.BlockedAt != null).Select(a => a.Person).ToListAsync());
}
