using System.Net;
using AngleSharp.Dom;
using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.People.Staff;

/// <summary>What the functional administrator can and cannot do with somebody's work: another role, and the end of it.</summary>
public sealed class ChangeWorkTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Another_role_works_from_the_next_click_and_the_person_sees_who_gave_it()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        using var marieke = await stage.World.SignedIn(stage.Marieke);
        await marieke.Get("/netwerken/nieuw");
        Assert.Equal(HttpStatusCode.OK, marieke.Last!.StatusCode);

        await StaffStage.Gives(bas, await stage.Of(stage.Marieke), Role.Professional, "verpleegkundige");

        Assert.Equal($"{await stage.Of(stage.Marieke)}?gedaan=gewijzigd", bas.Path());
        await marieke.Get("/netwerken/nieuw");
        Assert.Equal(HttpStatusCode.NotFound, marieke.Last!.StatusCode);
        var looked = (await marieke.Get("/mijn/wie-keek")).Body!.TextContent;
        Assert.Contains("veranderde het werk bij een organisatie", looked, StringComparison.Ordinal);
        Assert.Contains("functioneel beheerder bij Thuiszorg De Linde", looked, StringComparison.Ordinal);
        Assert.Equal(NoticeKind.NetworkChanged, (await app.LastNotice(stage.Marieke)).Kind);
    }

    [Fact]
    public async Task Whoever_an_invitation_entered_is_asked_about_and_saving_says_that_they_work_here()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        var path = await stage.Of(stage.Marieke);
        Assert.DoesNotContain("Werkt deze persoon hier?", (await bas.Get(path)).Body!.TextContent, StringComparison.Ordinal);
        var id = (await stage.Row(stage.Marieke)).Id;
        await app.InDatabase(db => db.Set<StaffMember>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.InvitedBy, stage.Hans)));
        Assert.Contains("Werkt deze persoon hier?", (await bas.Get(path)).Body!.TextContent, StringComparison.Ordinal);

        await StaffStage.Gives(bas, path, Role.Coordinator);

        Assert.NotNull((await stage.Row(stage.Marieke)).AgreedAt);
        Assert.DoesNotContain("Werkt deze persoon hier?", (await bas.Get(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CareRecipient", "verpleegkundige", "Kies een rol")]
    [InlineData("", "verpleegkundige", "Kies een rol")]
    [InlineData("Professional", " ", "Vul een functie in")]
    public async Task What_cannot_be_is_refused_in_words_and_changes_nothing(string role, string jobTitle, string words)
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        var path = await stage.Of(stage.Marieke);

        var page = await bas.Submit(await bas.Get(path), "form:has([name=rol])", ("rol", role), ("functie", jobTitle));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        Assert.Equal(words, page.QuerySelector(".govuk-error-summary li")!.TextContent);
        Assert.Equal(Role.Coordinator, (await stage.Row(stage.Marieke)).Role);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/stoppen")]
    [InlineData("/blokkeren")]
    public async Task The_own_work_has_no_form_and_a_post_for_it_is_refused(string page)
    {
        var stage = await StaffStage.Set(app);
        await stage.Works("Tweede Beheerder", Role.FunctionalAdministrator);
        using var bas = await stage.World.SignedIn(stage.Bas);
        var own = await bas.Get(await stage.Of(stage.Bas) + page);
        var form = await bas.Get(await stage.Of(stage.Marieke) + page);
        var selector = page.Length == 0 ? "form:has([name=rol])" : "form:has(.button--warning)";
        form.QuerySelector(selector)!.SetAttribute("action", await stage.Of(stage.Bas) + page);

        var answer = await bas.Submit(form, selector, page.Length == 0 ? [("rol", "Director"), ("functie", "directeur")] : []);

        Assert.Null(own.QuerySelector(selector));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        Assert.Contains("Dit is uw eigen werk", answer.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        var row = await stage.Row(stage.Bas);
        Assert.Equal((Role.FunctionalAdministrator, null), (row.Role, row.Until));
        Assert.True(await bas.IsSignedIn());
    }

    [Fact]
    public async Task The_last_officer_stays_until_there_is_a_successor()
    {
        var stage = await StaffStage.Set(app);
        using var bas = await stage.World.SignedIn(stage.Bas);
        var (noor, marieke) = (await stage.Of(stage.Noor), await stage.Of(stage.Marieke));
        Assert.Contains("Er moet eerst een opvolger zijn", (await bas.Get(noor)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var page in (string[])["/stoppen", "/blokkeren"])
        {
            var form = await bas.Get(marieke + page);
            form.QuerySelector("form:has(.button--warning)")!.SetAttribute("action", noor + page);
            await bas.Submit(form, "form:has(.button--warning)");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        }

        await StaffStage.Gives(bas, noor, Role.Professional);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        await StaffStage.Gives(bas, noor, Role.DataProtectionOfficer, "FG en jurist");
        Assert.Equal(HttpStatusCode.Redirect, bas.Last.StatusCode);
        Assert.Null((await stage.Row(stage.Noor)).Until);

        await StaffStage.Gives(bas, marieke, Role.DataProtectionOfficer);
        await StaffStage.Ends(bas, noor);

        Assert.Equal($"{stage.Path}?gedaan=gestopt", bas.Path());
        Assert.NotNull((await stage.Row(stage.Noor)).Until);
    }

    [Fact]
    public async Task A_successor_who_cannot_sign_in_is_none()
    {
        var stage = await StaffStage.Set(app);
        var pieter = await stage.Works("Pieter Blok", Role.DataProtectionOfficer);
        using var bas = await stage.World.SignedIn(stage.Bas);
        await StaffStage.Blocks(bas, await stage.Of(pieter));

        await StaffStage.Gives(bas, await stage.Of(stage.Noor), Role.Professional);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Last!.StatusCode);
        Assert.Equal(Role.DataProtectionOfficer, (await stage.Row(stage.Noor)).Role);
    }

    [Fact]
    public async Task Two_administrators_who_end_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var stage = await StaffStage.Set(app);
            var anouk = await stage.Works("Anouk Post", Role.FunctionalAdministrator);
            using var first = await stage.World.SignedIn(stage.Bas);
            using var second = await stage.World.SignedIn(anouk);
            var (one, other) = (await first.Get($"{await stage.Of(anouk)}/stoppen"), await second.Get($"{await stage.Of(stage.Bas)}/stoppen"));

            await Task.WhenAll(first.Submit(one, "form:has(.button--warning)"), second.Submit(other, "form:has(.button--warning)"));

            Assert.Single((DateTimeOffset?[])[(await stage.Row(stage.Bas)).Until, (await stage.Row(anouk)).Until], until => until is null);
        }
    }

    [Fact]
    public async Task Whoever_stops_is_signed_out_and_out_of_every_network_for_the_organisation()
    {
        var stage = await StaffStage.Set(app);
        var ahmed = await stage.Works("Ahmed Yılmaz", Role.Professional);
        var annie = await stage.World.Person("Annie de Vries");
        var network = await stage.World.Network(annie, "Annie de Vries", stage.Marieke, stage.Linde);
        await stage.World.Joins(network, ahmed, "Ahmed Yılmaz", Capacity.Professional, "wijkverpleegkundige", stage.Linde);
        using var bas = await stage.World.SignedIn(stage.Bas);
        using var his = await stage.World.SignedIn(ahmed);
        await his.Get($"/netwerken/{network}/berichten");
        Assert.Equal(HttpStatusCode.OK, his.Last!.StatusCode);

        await StaffStage.Ends(bas, await stage.Of(ahmed));

        Assert.False(await his.IsSignedIn());
        using var again = await stage.World.SignedIn(ahmed);
        await again.Get($"/netwerken/{network}/berichten");
        Assert.Equal(HttpStatusCode.NotFound, again.Last!.StatusCode);
        Assert.Contains("veranderde het werk bij een organisatie", (await again.Get("/mijn/wie-keek")).Body!.TextContent, StringComparison.Ordinal);
        var page = await bas.Get(stage.Path);
        Assert.Equal("Ahmed Yılmaz", Names(page)[^1]);
        Assert.Contains("Gestopt", page.QuerySelectorAll(".people__item")[^1].TextContent, StringComparison.Ordinal);
        Assert.Null((await bas.Get(await stage.Of(ahmed))).QuerySelector("form:has([name=rol])"));
    }

    [Theory]
    [InlineData(Role.FunctionalAdministrator)]
    [InlineData(Role.DataProtectionOfficer)]
    [InlineData(Role.Director)]
    public async Task Whoever_gets_a_role_outside_care_reads_no_network_any_more(Role role)
    {
        var stage = await StaffStage.Set(app);
        var ahmed = await stage.Works("Ahmed Yılmaz", Role.Professional);
        var network = await stage.World.Network(await stage.World.Person("Annie de Vries"), "Annie de Vries", stage.Marieke, stage.Linde);
        await stage.World.Joins(network, ahmed, "Ahmed Yılmaz", Capacity.Professional, "wijkverpleegkundige", stage.Linde);
        using var bas = await stage.World.SignedIn(stage.Bas);
        using var his = await stage.World.SignedIn(ahmed);
        await his.Get($"/netwerken/{network}/mensen");
        Assert.Equal(HttpStatusCode.OK, his.Last!.StatusCode);

        await StaffStage.Gives(bas, await stage.Of(ahmed), role);

        await his.Get($"/netwerken/{network}/mensen");
        Assert.Equal(HttpStatusCode.NotFound, his.Last!.StatusCode);
    }

    private static List<string> Names(IDocument page) => [.. page.QuerySelectorAll(".people__name").Select(e => e.TextContent)];
}
