using Kring.Access;
using Kring.Law;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Devices;

internal sealed record ListedDevice(TrustedDeviceId Id, string Name, DateTimeOffset Until, DateTimeOffset LastUsed, bool Here);

internal sealed record ListedSession(SessionId Id, string Browser, DateTimeOffset StartedAt, DateTimeOffset UsedAt, bool Here);

internal sealed record OwnDevices(IReadOnlyList<ListedDevice> Devices, IReadOnlyList<ListedSession> Sessions);

/// <summary>The devices that somebody's account trusts now, and where it is signed in now.</summary>
internal sealed class ListDevices(Door door, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task<(OwnDevices? Devices, GateRefusal Refusal)> Run(Actor actor, CancellationToken cancel)
    {
        if (actor is not { Person: { } person, Session: { } own })
            return (null, GateRefusal.NoRelation);
        var entrance = await door.Enter(new Visit(actor, person.Profile, PeoplePurposes.SignIn, Operations.Read, new LoggedObject("devices")), cancel);
        if (entrance.Grant is not { } grant)
            return (null, entrance.Refusal);
        var (law, now) = (await terms.Current(cancel), time.Moment());
        var sessions = (await grant.Rows<Session>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            .Where(s => now < law.EndOf(LegalTermKeys.SessionLongest, s.StartedAt) && now < law.EndOf(LegalTermKeys.SessionIdle, s.UsedAt)).ToList();
        var here = sessions.Find(s => s.Id == own)?.Device;
        var devices = await grant.Rows<TrustedDevice>().TrustedAt(now).ToListAsync(cancel);
        return (new OwnDevices(
            [.. devices.Select(d => new ListedDevice(d.Id, grant.Open(TrustedDevice.NameField, d.Id.Value, d.Name), d.TrustedUntil, d.UsedAt ?? d.TrustedAt, d.Id == here)).OrderByDescending(d => d.Here).ThenByDescending(d => d.LastUsed)],
            [.. sessions.Select(s => new ListedSession(s.Id, grant.Open(Session.BrowserField, s.Id.Value, s.Browser), s.StartedAt, s.UsedAt, s.Id == own)).OrderByDescending(s => s.Here).ThenByDescending(s => s.UsedAt)]), GateRefusal.None);
    }
}
