using Kring.Access;
using Kring.Networks;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Platform;
using Kring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Networks.Invitations;

/// <summary>Sends an invitation to somebody, and accepts it without a page.</summary>
internal static class Inviting
{
    /// <returns>The link in the mail or SMS.</returns>
    internal static async Task<string> Invited(this KringApp app, Stage stage, string address, string? kept = null, InvitationDetails? details = null)
    {
        await app.In(async services =>
        {
            var door = services.GetRequiredService<Door>();
            var grant = (await door.Enter(new Visit(Actor.Arriving(stage.Marieke), stage.Network.Compartment, NetworksPurposes.Arrange, Operations.Create, new LoggedObject("invitation")), default)).Grant!;
            await services.GetRequiredService<SendInvitation>().Add(grant, details ?? new InvitationDetails("Joke de Vries", "dochter", address, Capacity.InformalCarer, null, false, stage.Marieke), services.GetRequiredService<TimeProvider>().Moment(), default);
            return await door.Commit(default);
        });
        return await app.InvitationFor(stage.Network.Compartment, kept ?? address);
    }

    internal static Task<AcceptOutcome> Accept(this KringApp app, Actor actor, string link)
        => app.Acts(async services => (await services.GetRequiredService<AcceptInvitation>().Run(actor, link.Split('/')[^1], null, default)).Outcome);
}
