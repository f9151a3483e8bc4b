using Kring.Access;
using Kring.Networks.Admissions;
using Kring.Networks.BreakGlass;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;
using Kring.Networks.More;
using Kring.Networks.Overview;
using Kring.Networks.Participation;

namespace Kring.Networks;

internal static class NetworksModule
{
    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<NetworksRelations>().AddScoped<IRelations>(all => all.GetRequiredService<NetworksRelations>());
        services.AddScoped<NetworkRows>();
        DecisionsModule.Add(services);
        services.AddScoped<StartNetwork>();
        services.AddScoped<NetworksAccess>();
        services.AddScoped<OpenInEmergency>();
        services.AddSingleton<MembershipChanges>();
        services.AddScoped<NotifyPerson>();
        services.AddScoped<People.Details.INameHolder, MembershipNames>();
        services.AddScoped<ListPeople>().AddScoped<RightsOf>();
        services.AddScoped<ShowFacts>();
        services.AddScoped<WithdrawInvitation>();
        services.AddScoped<RemindInvitation>();
        services.AddScoped<ListNetworks>();
        services.AddScoped<SendInvitation>();
        services.AddScoped<InviteParticipant>();
        services.AddScoped<InviteRecipient>();
        services.AddScoped<ShowInvitationForm>();
        services.AddScoped<AskAdmission>();
        services.AddScoped<OpenInvitation>();
        services.AddScoped<AcceptInvitation>();
        services.AddSingleton<AccountCookie>();
        services.AddScoped<AskAccount>().AddScoped<AskAccountCodeAgain>().AddScoped<SendAccountCode>().AddScoped<ProveAddress>().AddScoped<CompleteAccount>();
        services.AddScoped<EnterStaff>();
        services.AddScoped<DeclineInvitation>();
        services.AddScoped<RecordBasis>();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
    }
}
