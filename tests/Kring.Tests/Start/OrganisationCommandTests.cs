using Kring.Access;
using Kring.Access.Log;
using Kring.Data;
using Kring.Delivery;
using Kring.FirstStart.NewOrganisations;
using Kring.Organisations;
using Kring.People;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Start;

/// <summary>Beside a Kring that runs on the same data.</summary>
public sealed class OrganisationCommandTests(KringApp app) : IClassFixture<KringApp>
{
    private static readonly string[] Eik =
    [
        "--name", "Huisartsen De Eik", "--kind", "huisartsenpraktijk", "--city", "Zutphen", "--agreement-kind", "joint-controllers", "--signed", "2026-03-27", "--reference", "SO-2026-7",
        "--officer-mail", "fg@deeik.example", "--administrator-name", "Bas van Leeuwen", "--administrator-mail",
    ];

    [Fact]
    public async Task A_second_organisation_takes_part_and_its_administrator_chooses_a_password()
    {
        await new World(app).Organisation();

        var output = await Run(0, ["organisation", "add", .. Eik, "bas@deeik.example"]);

        Assert.Contains("Huisartsen De Eik takes part. A mail", output, StringComparison.Ordinal);
        Assert.DoesNotContain("wachtwoord-kiezen", output, StringComparison.Ordinal);
        Assert.Contains("Huisartsen De Eik", (await app.In(s => s.GetRequiredService<OrganisationsAccess>().WithAgreement(default))).Select(o => o.Name));
        var bas = (await app.In(s => s.GetRequiredService<PeopleAccess>().AccountOf("bas@deeik.example", default)))!.Person;
        Assert.Equal(Role.FunctionalAdministrator, Assert.Single(await app.In(s => s.GetRequiredService<OrganisationsAccess>().EmploymentsOf(bas, default))).Role);
        var notice = await app.LastNotice(bas);
        Assert.Equal((NoticeKind.Invitation, "bas@deeik.example"), (notice.Kind, notice.Address));
        Assert.DoesNotContain("Eik", string.Join(' ', notice.Variables.Values), StringComparison.Ordinal);
        Assert.Contains(await Logged(bas.Profile.Id), e => e is { Job: "operator", Outcome: Outcome.Done, Purpose: "access.seed" });

        using var browser = app.NewBrowser();
        await browser.Submit(await browser.Get(notice.Variables["path"]), "main form", ("wachtwoord", "mijn eigen geheim"));
        await browser.GivePassword("bas@deeik.example", "mijn eigen geheim");
        await browser.GiveCode(await app.LastCode(bas));
        Assert.True(await browser.IsSignedIn());
        Assert.Contains("Nobody at this address", await Run(1, "organisation", "invite", "--mail", "bas@deeik.example"), StringComparison.Ordinal);
        Assert.Contains("named Huisartsen De Eik already", await Run(1, ["organisation", "add", .. Eik, "ander@deeik.example"]), StringComparison.Ordinal);
        Assert.Equal(AdmitOutcome.AddressTaken, await Admit("De Es", "Bas@deeik.example"));
    }

    [Fact]
    public async Task A_new_link_goes_to_who_never_chose_a_password()
    {
        await new World(app).Organisation();
        Assert.Equal(AdmitOutcome.Admitted, await Admit("De Iep", "iep@kring.example"));
        var person = (await app.In(s => s.GetRequiredService<PeopleAccess>().AccountOf("iep@kring.example", default)))!.Person;
        var first = (await app.LastNotice(person)).Variables["path"];

        await Run(0, "organisation", "invite", "--mail", "iep@kring.example");

        Assert.Equal(2, (await app.Notices(person)).Count);
        Assert.NotEqual(first, (await app.LastNotice(person)).Variables["path"]);
    }

    [Fact]
    public async Task An_agreement_is_ended_and_renewed_and_the_list_says_so()
    {
        await new World(app).Organisation("De Wilg");
        string[] wilg = ["organisation", "agreement", "--organisation", "De Wilg"];

        Assert.Contains("the one before it has ended", await Run(0, [.. wilg, "--signed", "2026-10-01", "--valid-until", "2026-10-31", "--reference", "SO-2026-9"]), StringComparison.Ordinal);
        Assert.DoesNotContain("De Wilg", await TakingPart());
        var listed = await Run(0, "organisation", "list");
        Assert.Contains("SO-2026-9: signed 2026-10-01, until 2026-10-31 - NOT VALID TODAY", listed, StringComparison.Ordinal);
        Assert.Contains("until 2026-09-30 - NOT VALID TODAY", listed, StringComparison.Ordinal);

        Assert.Contains("last day", await Run(0, [.. wilg, "--signed", "2026-10-01", "--valid-until", "2099-12-31", "--reference", "SO-2026-9"]), StringComparison.Ordinal);
        Assert.Contains("De Wilg", await TakingPart());
        Assert.Equal(AgreementOutcome.NotTheNewest, await Record("De Wilg", new DateOnly(2026, 2, 1), null, "oud"));
        Assert.Equal(AgreementOutcome.NothingChanged, await Record("de wilg", new DateOnly(2026, 10, 1), new DateOnly(2099, 12, 31), "SO-2026-9"));
        Assert.Equal(AgreementOutcome.NoSuchOrganisation, await Record("De Zilverspar", new DateOnly(2026, 2, 1), null, "x"));
    }

    [Fact]
    public async Task An_empty_Kring_is_set_up_in_the_browser_first()
    {
        await using var empty = new KringApp();
        await empty.InitializeAsync();

        Assert.Equal(AdmitOutcome.NotSetUp, await Admit("De Eik", "bas@deeik.example", empty));
    }

    [Theory]
    [InlineData("--name", " ", "--name needs")]
    [InlineData("--signed", "gisteren", "--signed needs a day")]
    [InlineData("--signed", "2099-01-01", "--signed needs a day")]
    [InlineData("--valid-until", "2026-01-01", "lies before")]
    [InlineData("--agreement-kind", "handdruk", "joint-controllers or processor")]
    [InlineData("--officer-mail", "fg", "--officer-mail needs")]
    [InlineData("--administrator-mail", "bas@", "--administrator-mail needs")]
    public async Task A_value_that_does_not_hold_is_named_with_code_two(string option, string value, string sentence)
    {
        var arguments = (string[])[.. Eik, "bas@deeik.example"];
        var at = Array.IndexOf(arguments, option);
        var changed = at < 0 ? [.. arguments, option, value] : arguments.Select((word, i) => i == at + 1 ? value : word);

        var (code, _, error) = await KringCommand.Run(null, ["organisation", "add", .. changed, "--data", app.Folder]);

        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    private async Task<AdmitOutcome> Admit(string name, string mail, KringApp? to = null) => (await (to ?? app).In(services => services.GetRequiredService<AdmitOrganisation>().Run(
        new NewOrganisation(name, "thuiszorg", "Zutphen", "fg@kring.example", new SignedAgreement(AgreementKind.Processor, new DateOnly(2026, 3, 27), null, "SO-1"), [new FirstPerson(Role.FunctionalAdministrator, "Iemand", mail)]), default))).Outcome;

    private Task<AgreementOutcome> Record(string organisation, DateOnly signed, DateOnly? until, string reference)
        => app.Acts(services => services.GetRequiredService<RecordAgreement>().Run(organisation, null, signed, until, reference, default));

    private async Task<IEnumerable<string>> TakingPart() => (await app.In(s => s.GetRequiredService<OrganisationsAccess>().WithAgreement(default))).Select(o => o.Name);

    private Task<List<AccessEntry>> Logged(CompartmentId compartment)
        => app.In(s => s.GetRequiredService<AppDb>().Set<AccessEntry>().AsNoTracking().Where(e => e.Compartment == compartment).ToListAsync());

    private async Task<string> Run(int expected, params string[] arguments)
    {
        await using var process = app.Process(arguments);
        var code = await process.ExitCode();
        Assert.True(code == expected, $"{code}: {process.Output}");
        return process.Output;
    }
}
