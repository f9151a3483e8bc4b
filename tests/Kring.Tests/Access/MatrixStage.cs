using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Sealing;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Delivery;
using Kring.Networks;
using Kring.Networks.Admissions;
using Kring.Networks.Enrolment;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.People.Staff;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access;

/// <summary>Annie's network, somebody of every kind towards it, and something to ask for at every address.</summary>
public sealed class MatrixStage : IAsyncLifetime
{
    private readonly Dictionary<string, PersonId> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private World _world = null!;

    internal KringApp App { get; } = new();

    internal NetworkId Network { get; private set; }

    internal PersonId? Person(string kind) => _people.TryGetValue(kind, out var person) ? person : null;

    internal async Task<HttpBrowser> Browser(string kind) => Person(kind) is { } person ? await _world.SignedIn(person) : App.NewBrowser();

    /// <summary>The address with something that exists for every name in it.</summary>
    internal string Fill(string address) => _values.Aggregate(address, (path, value) => path.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        _world = new World(App);
        var linde = await _world.Organisation();
        var other = await _world.Organisation("Zorg Elders");
        foreach (var kind in Matrix.Kinds.Except(["visitor"]))
            _people[kind] = await _world.Person($"Iemand {kind}");
        (string Kind, OrganisationId Organisation, Role Role)[] staff =
        [
            ("professional", linde, Role.Professional), ("coordinator", linde, Role.Coordinator), ("colleague", linde, Role.Professional), ("elsewhere", other, Role.Professional),
            ("officer", linde, Role.DataProtectionOfficer), ("administrator", linde, Role.FunctionalAdministrator), ("director", linde, Role.Director),
        ];
        foreach (var (kind, organisation, role) in staff)
            await _world.Works(_people[kind], organisation, role, $"Iemand {kind}");
        Network = await _world.Network(_people["recipient"], "Annie de Vries", _people["coordinator"], linde);
        await Seat(linde);
        await Furnish(linde);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private async Task Seat(OrganisationId linde)
    {
        var today = App.Clock.GetUtcNow().DutchDay();
        await _world.Joins(Network, _people["representative"], "Iemand representative", Capacity.Representative, "mentor");
        await _world.Represents(Network, _people["representative"], MandateKind.Mentor, MandateScope.Care, today.AddYears(-1));
        await _world.Joins(Network, _people["money"], "Iemand money", Capacity.Representative, "bewindvoerder");
        await _world.Represents(Network, _people["money"], MandateKind.Administrator, MandateScope.Money, today.AddYears(-1));
        await _world.Joins(Network, _people["expired"], "Iemand expired", Capacity.Representative, "mentor");
        await _world.Represents(Network, _people["expired"], MandateKind.Mentor, MandateScope.Care, today.AddYears(-1), today.AddDays(-1));
        _values["membership"] = (await _world.Joins(Network, _people["carer"], "Iemand carer", Capacity.InformalCarer)).Value.ToString();
        await _world.Joins(Network, _people["professional"], "Iemand professional", Capacity.Professional, "verpleegkundige", linde);
        var former = await _world.Joins(Network, _people["former"], "Iemand former", Capacity.InformalCarer);
        var now = App.Clock.Moment();
        await App.InDatabase(db => db.Set<NetworkMembership>().Where(m => m.Id == former).ExecuteUpdateAsync(m => m.SetProperty(x => x.Until, now).SetProperty(x => x.End, MembershipEnd.Removed)));
    }

    private async Task Furnish(OrganisationId linde)
    {
        _values["network"] = Network.ToString();
        _values["organisation"] = linde.ToString();
        _values["audience"] = "zorgontvanger";
        _values["code"] = "429";
        _values["secret"] = "bestaatniet";
        _values["first"] = "bestaatniet";
        _values["number"] = "1";
        _values["emergency"] = Guid.CreateVersion7().ToString();
        _values["work"] = "bestaatniet";
        _values["link"] = "bestaatniet";
        _values["signinlink"] = "bestaatniet";
        _values["member"] = (await App.InDatabase(db => db.Set<StaffMember>().Where(s => s.Person == _people["professional"]).Select(s => s.Id).SingleAsync())).Value.ToString();
        _values["invitation"] = await App.In(InviteStaff);
        _values["report"] = Guid.CreateVersion7().ToString();
        _values["mandate"] = (await App.InDatabase(db => db.Set<Mandate>().Where(m => m.Person == _people["representative"]).Select(m => m.Id).FirstAsync())).Value.ToString();
        _values["basis"] = await App.In(RecordConsent);
        _values["conversation"] = await App.Acts(async services => (await services.GetRequiredService<StartConversation>().Run(
            Actor.Arriving(_people["carer"]), Network, "Wie gaat er mee?", Audience.Everyone, new NewMessage(Guid.CreateVersion7(), "Dinsdag om tien uur."), default)).Conversation!.Value.Value.ToString());
        (_values["photo"], _values["file"]) = await Kring.Tests.Conversations.Attachments.Sending.Files(App, _people["carer"], Network, _values["conversation"]);
        _values["notice"] = await App.In(AddNotice);
        _values["admission"] = await App.In(AskAdmission);
        _values["entry"] = (await App.InDatabase(db => db.Set<AccessEntry>().Where(e => e.Compartment == Network.Compartment.Id && e.Person == _people["carer"]).Select(e => e.Id).FirstAsync())).ToString();
    }

    private async Task<string> RecordConsent(IServiceProvider services)
    {
        var third = await _world.Organisation("Fysio Zuid");
        var basis = new RecordedBasis(BasisKind.WrittenConsent, "T-1", new DateOnly(2026, 1, 1));
        Assert.Equal(BasisOutcome.Recorded, await services.GetRequiredService<RecordBasis>().Run(Actor.Arriving(_people["coordinator"]), Network, third, basis, default));
        return (await App.InDatabase(db => db.Set<ParticipationBasis>().Where(b => b.Organisation == third).Select(b => b.Id).SingleAsync())).Value.ToString();
    }

    private async Task<string> AddNotice(IServiceProvider services)
    {
        var (door, annie) = (services.GetRequiredService<Door>(), _people["recipient"]);
        var profile = (await door.Enter(new Visit(Actor.ForJob("notify"), annie.Profile, NetworksPurposes.Notify, Operations.Create, new LoggedObject("notice")), default)).Grant!;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = $"/netwerken/{Network}/berichten#nieuw" };
        var notice = services.GetRequiredService<Outbox>().Add(profile, NoticeKind.NewMessages, DeliveryChannel.Mail, "annie@kring.example", variables);
        Assert.True(await door.Commit(default));
        return notice.Id.Value.ToString("N");
    }

    private async Task<string> InviteStaff(IServiceProvider services)
    {
        var wish = new StaffWish(new StaffInvitationId(Guid.CreateVersion7()), "Sanne Bakker", "sanne@kring.example", Role.Professional, "wijkverpleegkundige");
        var linde = new OrganisationId(Guid.Parse(_values["organisation"]));
        Assert.Equal(StaffInvited.Sent, await services.GetRequiredService<InviteStaff>().Run(Actor.Arriving(_people["administrator"]), linde, wish, default));
        return wish.Id.Value.ToString();
    }

    private async Task<string> AskAdmission(IServiceProvider services)
    {
        var (door, time) = (services.GetRequiredService<Door>(), services.GetRequiredService<TimeProvider>());
        var grant = (await door.Enter(new Visit(Actor.Arriving(_people["carer"]), Network.Compartment, NetworksPurposes.Arrange, Operations.Create, new LoggedObject("admission-request")), default)).Grant!;
        var id = time.NewId<AdmissionId>();
        grant.Add(new AdmissionRequest
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            RequestedBy = _people["carer"],
            RequestedAt = time.Moment(),
            Capacity = Capacity.InformalCarer,
            Name = grant.Seal(AdmissionRequest.NameField, id.Value, "Buurman Cor"),
            Function = grant.Seal(AdmissionRequest.FunctionField, id.Value, "buurman"),
            Address = grant.Seal(AdmissionRequest.AddressField, id.Value, "cor@kring.example"),
            AddressIndex = services.GetRequiredService<LookupIndexes>().OfMail("cor@kring.example"),
            Reason = grant.Seal(AdmissionRequest.ReasonField, id.Value, "Hij heeft de sleutel."),
            AsksHistory = false,
            State = AdmissionState.Waiting,
        });
        Assert.True(await door.Commit(default));
        return id.Value.ToString();
    }
}
