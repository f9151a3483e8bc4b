using System.Net;
using Kring.Access;
using Kring.Delivery;
using Kring.Tests.Support;

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
        await other.Submit(form, "main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Last!.StatusCode);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        Assert.False(await marieke.IsSignedIn());
    }
}
