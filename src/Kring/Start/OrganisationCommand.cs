using System.CommandLine;
using System.Globalization;
using Kring.Access;
using Kring.Data.Wall;
using Kring.FirstStart.NewOrganisations;
using Kring.Organisations;
using Kring.Platform;

namespace Kring.Start;

/// <summary>Which organisations take part. For the operator, who has seen the signed agreement; works while Kring runs, which sends the mails.</summary>
internal static class OrganisationCommand
{
    private static readonly Dictionary<string, AgreementKind> Kinds = new(StringComparer.Ordinal) { ["joint-controllers"] = AgreementKind.JointControllers, ["processor"] = AgreementKind.Processor };

    internal static Command Make(Option<string> data)
    {
        var organisation = new Command("organisation", "Look after the organisations that take part. Works while Kring runs; give it the same settings.");
        organisation.Add(Add(data));
        organisation.Add(On(new Command("list", "Name every organisation, and until when its agreement holds."), data, (_, services, cancel) => List(services, cancel)));
        organisation.Add(Agreement(data));
        organisation.Add(Invite(data));
        return organisation;
    }

    private static Command Add(Option<string> data)
    {
        var (name, kind, city) = (Text("--name", "Name of the organisation."), Text("--kind", "What it does, in Dutch, such as thuiszorg or huisartsenpraktijk."), Text("--city", "Where it is."));
        var (agreement, signed, until, reference) = (AgreementKindOption(required: true), Signed(), ValidUntil(), Reference());
        var officer = Mail("--officer-mail", "Shared mail address of its data protection officer; it stands in the privacy statement.");
        var (who, mail) = (Text("--administrator-name", "Name of its first functional administrator."), Mail("--administrator-mail", "Mail address of that administrator, who gets a link there to choose a password."));
        var add = new Command("add", "Let another organisation take part: its agreement, its office and its first functional administrator.") { name, kind, city, agreement, signed, until, reference, officer, who, mail };
        add.Validators.Add(result => KringCommands.Demand(result, EndsLater(result.GetValue(signed), result.GetValue(until)), "--valid-until lies before --signed."));
        return On(add, data, async (parse, services, cancel) =>
        {
            var signature = new SignedAgreement(Kinds[parse.GetValue(agreement)!], Day(parse.GetValue(signed)!), DayOrNone(parse.GetValue(until)), parse.GetValue(reference)!.Trim());
            var wanted = new NewOrganisation(parse.GetValue(name)!.Trim(), parse.GetValue(kind)!.Trim(), parse.GetValue(city)!.Trim(), parse.GetValue(officer)!.Trim(), signature,
                [new FirstPerson(Role.FunctionalAdministrator, parse.GetValue(who)!.Trim(), parse.GetValue(mail)!.Trim())]);
            var (outcome, link) = await services.GetRequiredService<AdmitOrganisation>().Run(wanted, cancel);
            return outcome switch
            {
                AdmitOutcome.Admitted => Done($"{wanted.Name} takes part." + Invited(services, link)),
                AdmitOutcome.NotSetUp => await Refused("Kring is still empty. Start it and set up the first organisation in the browser; then add others."),
                AdmitOutcome.NameTaken => await Refused($"There is an organisation named {wanted.Name} already. Nothing was added."),
                AdmitOutcome.AddressTaken => await Refused("The administrator's mail address has an account already. Nothing was added; choose another address."),
            };
        });
    }

    private static Command Agreement(Option<string> data)
    {
        var organisation = Text("--organisation", "Name or id of the organisation, as `organisation list` says it.");
        var (signed, until, reference, kind) = (Signed(), ValidUntil(), Reference(), AgreementKindOption(required: false));
        var agreement = new Command("agreement",
            "Record a new agreement, which takes the place of the one before; or, for the day and reference of one that is known, until when it holds.") { organisation, signed, until, reference, kind };
        agreement.Validators.Add(result => KringCommands.Demand(result, EndsLater(result.GetValue(signed), result.GetValue(until)), "--valid-until lies before --signed."));
        return On(agreement, data, async (parse, services, cancel) =>
        {
            var chosen = parse.GetValue(kind) is { } word ? Kinds[word] : (AgreementKind?)null;
            var outcome = await services.GetRequiredService<RecordAgreement>().Run(
                parse.GetValue(organisation)!.Trim(), chosen, Day(parse.GetValue(signed)!), DayOrNone(parse.GetValue(until)), parse.GetValue(reference)!.Trim(), cancel);
            return outcome switch
            {
                AgreementOutcome.Renewed => Done("The new agreement is recorded; the one before it has ended."),
                AgreementOutcome.EndChanged => Done("The last day of the agreement is changed."),
                AgreementOutcome.NoSuchOrganisation => await Refused("There is no such organisation. See: Kring organisation list"),
                AgreementOutcome.NotTheNewest => await Refused("A later agreement is known. Record the newest one. Nothing was changed."),
                AgreementOutcome.NothingChanged => Done("It stood so already; nothing was changed."),
            };
        });
    }

    private static Command Invite(Option<string> data)
    {
        var mail = Mail("--mail", "The mail address that was invited.");
        return On(new Command("invite", "Send a new link to somebody who has not chosen a first password yet; the old link stops working.") { mail }, data, async (parse, services, cancel) =>
        {
            var (outcome, link) = await services.GetRequiredService<InviteAgain>().Run(parse.GetValue(mail)!.Trim(), cancel);
            return outcome switch
            {
                InviteAgainOutcome.Invited => Done("There is a new link." + Invited(services, link)),
                InviteAgainOutcome.NobodyWaits => await Refused("Nobody at this address still has to choose a first password. Nothing was sent."),
                InviteAgainOutcome.SomebodyWasFirst => await Refused("Something else changed this account at the same moment. Try again."),
            };
        });
    }

    private static async Task<int> List(IServiceProvider services, CancellationToken cancel)
    {
        var organisations = services.GetRequiredService<OrganisationsAccess>();
        var today = services.GetRequiredService<TimeProvider>().Moment().DutchDay();
        foreach (var organisation in (await organisations.All(cancel)).Values)
        {
            Console.WriteLine($"{organisation.Name} ({organisation.City}), {organisation.Id}");
            foreach (var agreement in await organisations.AgreementsOf(organisation.Id, cancel))
                Console.WriteLine($"  {Kinds.First(k => k.Value == agreement.Kind).Key} {agreement.DocumentReference}: signed {Iso(agreement.SignedOn)}, "
                    + (agreement.ValidUntil is { } last ? $"until {Iso(last)}" : "no end") + (agreement.ValidOn(today) ? string.Empty : " - NOT VALID TODAY"));
        }

        return 0;
    }

    /// <summary>A use case has a scope of its own, as a request does.</summary>
    private static Command On(Command verb, Option<string> data, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work)
    {
        verb.SetAction((parse, cancel) =>
        {
            var options = new RunOptions { DataFolder = parse.GetValue(data) };
            return KringCommands.Guarded(options, () => KringCommands.Work(options, async (services, stop) =>
            {
                await using var scope = services.Serving();
                return await work(parse, scope.ServiceProvider, stop);
            }, cancel));
        });
        return verb;
    }

    private static string Invited(IServiceProvider services, string? link) => link is null
        ? " A mail with a link to choose a password goes out as soon as Kring runs."
        : $" No mail server is set here, so hand over this link; it works for 7 days and once: {services.GetRequiredService<KringOptions>().PublicUrl.GetLeftPart(UriPartial.Authority)}{link}";

    private static int Done(string sentence)
    {
        Console.WriteLine(sentence);
        return 0;
    }

    private static async Task<int> Refused(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }

    private static Option<string> Text(string name, string description) => Checked(new(name) { Description = description, Required = true },
        text => text.Trim().Length is > 0 and <= 200, $"{name} needs between 1 and 200 characters.");

    private static Option<string> Mail(string name, string description) => Checked(new(name) { Description = description, Required = true }, MailShape.Holds, $"{name} needs a mail address such as name@example.com.");

    private static Option<string> Reference() => Text("--reference", "Where the signed document can be found, such as a file number.");

    private static Option<string> Signed() => Checked(new("--signed") { Description = "The day it was signed, such as 2026-03-27.", Required = true },
        text => DayOrNone(text) is { } day && day <= TimeProvider.System.Moment().DutchDay(), "--signed needs a day that is not in the future, such as 2026-03-27.");

    private static Option<string> ValidUntil() => Checked(new("--valid-until") { Description = "The last day it holds, such as 2028-12-31. Left out: until further notice." },
        text => DayOrNone(text) is not null, "--valid-until needs a day such as 2028-12-31.");

    private static Option<string> AgreementKindOption(bool required)
        => Checked(new("--agreement-kind") { Description = "joint-controllers (AVG art. 26) or processor (AVG art. 28).", Required = required }, Kinds.ContainsKey, "--agreement-kind is joint-controllers or processor.");

    private static Option<string> Checked(Option<string> option, Func<string, bool> holds, string otherwise)
    {
        option.Validators.Add(result => KringCommands.Demand(result, result.Tokens.All(t => holds(t.Value)), otherwise));
        return option;
    }

    private static bool EndsLater(string? signed, string? until) => DayOrNone(signed) is not { } first || DayOrNone(until) is not { } last || first <= last;

    private static DateOnly Day(string text) => DayOrNone(text) ?? throw new FormatException($"'{text}' is not a day.");

    private static DateOnly? DayOrNone(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
