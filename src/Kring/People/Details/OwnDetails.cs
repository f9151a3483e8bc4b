using Kring.Access;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Details;

/// <param name="Phone">E.164.</param>
internal sealed record ShownDetails(string Name, string? Mail, string? Phone);

/// <summary>One's own data: reading it, and changing the name and the phone number. Both are in the log. A new name goes on to the networks and staff files that show it.</summary>
internal sealed class OwnDetails(Door door, TimeProvider time)
{
    internal const int LongestName = 100;

    internal async Task<(ShownDetails? Details, GateRefusal Refusal)> Read(Actor actor, CancellationToken cancel)
    {
        var entrance = await Enter(actor, Operations.Read, cancel);
        if (entrance.Grant is not { } grant)
            return (null, entrance.Refusal);
        var person = await grant.Rows<Person>().SingleAsync(cancel);
        var id = person.Id.Value;
        return (new ShownDetails(grant.Open(Person.NameField, id, person.Name), grant.OpenOrNull(Person.MailField, id, person.Mail), grant.OpenOrNull(Person.PhoneField, id, person.Phone)), GateRefusal.None);
    }

    /// <param name="name">Between 1 and <see cref="LongestName"/> characters.</param>
    /// <param name="phone">E.164, or null for none.</param>
    internal async Task<bool> Change(Actor actor, string name, string? phone, CancellationToken cancel)
    {
        if ((await Enter(actor, Operations.Update, cancel)).Grant is not { } grant)
            return false;
        var person = await grant.Rows<Person>().SingleAsync(cancel);
        if (grant.Open(Person.NameField, person.Id.Value, person.Name) != name)
            grant.Add(new NameChange { Id = time.NewId<NameChangeId>(), Compartment = grant.Compartment.Id, MadeAt = time.Moment() });
        person.Name = grant.Seal(Person.NameField, person.Id.Value, name);
        person.Phone = grant.SealOrNull(Person.PhoneField, person.Id.Value, phone);
        foreach (var session in await grant.Rows<Session>().Where(s => s.EndedAt == null).ToListAsync(cancel))
            session.Name = grant.Seal(Session.NameField, session.Id.Value, name);
        return await door.Commit(cancel);
    }

    private async Task<Entrance> Enter(Actor actor, Operations operation, CancellationToken cancel)
        => actor.Person is { } person
            ? await door.Enter(new Visit(actor, person.Profile, PeoplePurposes.OwnProfile, operation, new LoggedObject("profile", person.Value)), cancel)
            : new Entrance(null, GateRefusal.NoRelation);
}
