using Kring.Access;
using Kring.Access.Log;
using Kring.App;
using Kring.App.Components;
using Kring.App.Display;
using Kring.Networks;
using Kring.Networks.BreakGlass;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Privacy.Traces;

/// <summary>
/// Who is who in the log of one compartment: everybody who takes or took part in the network, was invited to it or opened it in an emergency, by the name they have there. Whoever has none
/// there stays a role and an organisation.
/// </summary>
internal sealed class Onlookers
{
    private readonly PersonId _reader;
    private readonly IReadOnlyDictionary<OrganisationId, Organisation> _organisations;
    private readonly List<(NetworkMembership Row, string Name, string Function)> _members = [];
    private readonly List<(EmergencyAccess Row, string Name, string Function, string Reason)> _emergencies = [];
    private readonly Dictionary<Guid, (string Name, string Function, OrganisationId? Organisation)> _invited = [];

    private Onlookers(PersonId reader, IReadOnlyDictionary<OrganisationId, Organisation> organisations) => (_reader, _organisations) = (reader, organisations);

    /// <summary>Everybody who has a name here.</summary>
    internal IReadOnlyCollection<PersonId> Known => [.. _members.Select(m => m.Row.Person).Concat(_emergencies.Select(e => e.Row.Person)).Append(_reader).Distinct()];

    internal static async Task<Onlookers> Of(Grant grant, IReadOnlyDictionary<OrganisationId, Organisation> organisations, CancellationToken cancel)
    {
        var all = new Onlookers(grant.Person, organisations);
        if (grant.Compartment.Kind != CompartmentKind.Network)
            return all;
        foreach (var row in await grant.Rows<NetworkMembership>().OrderBy(m => m.From).ToListAsync(cancel))
            all._members.Add((row, grant.Open(NetworkMembership.NameField, row.Id.Value, row.Name), grant.FunctionOf(row)));
        foreach (var row in await grant.Rows<EmergencyAccess>().ToListAsync(cancel))
            all._emergencies.Add((row, grant.Open(EmergencyAccess.NameField, row.Id.Value, row.Name), grant.Open(EmergencyAccess.FunctionField, row.Id.Value, row.Function), grant.Open(EmergencyAccess.ReasonField, row.Id.Value, row.Reason)));
        foreach (var row in await grant.Rows<Invitation>().ToListAsync(cancel))
            all._invited[row.Id.Value] = (grant.Open(Invitation.NameField, row.Id.Value, row.Name), row.Capacity == Capacity.CareRecipient ? NetworksTexts.FunctionRecipient : grant.Open(Invitation.FunctionField, row.Id.Value, row.Function), row.Organisation);
        return all;
    }

    /// <summary>What somebody who takes part is called here; null for anybody else.</summary>
    internal string? NameOf(PersonId person) => _members.FindLast(m => m.Row.Person == person).Name;

    internal Onlooker Who(AccessEntry entry)
    {
        if (entry.Job is not null)
            return new(TraceTexts.Kring, TraceTexts.ByItself);
        if (Member(entry) is { } member)
            return new(Mine(entry.Person, member.Name), About(member.Function, member.Row.Organisation, entry.OnBehalfOf is null ? null : Recipient(entry), Former(member.Row)));
        if (Broke(entry) is { } emergency)
            return new(emergency.Name, About(emergency.Function.Length > 0 ? emergency.Function : TraceWords.RoleName(entry.Role), emergency.Row.Organisation));
        if (entry.RelationId is { } invitation && _invited.TryGetValue(invitation, out var invited))
            return new(invited.Name, About(TraceTexts.Invited.Fill(invited.Function), invited.Organisation));
        if (entry.Person == _reader)
            return new(TraceTexts.You, "");
        return new(entry.Person is null ? TraceTexts.Nobody : TraceTexts.Stranger, entry.Role == Role.None ? "" : About(TraceWords.RoleName(entry.Role), entry.Organisation));
    }

    /// <summary>The typed reason of the emergency access behind an entry: null when there was no emergency, empty when no reason is found.</summary>
    internal string? EmergencyReason(AccessEntry entry)
        => entry.Emergency || (entry.ObjectType == TraceWords.EmergencyAccess && entry.Outcome == Outcome.Done) ? Broke(entry)?.Reason ?? "" : null;

    internal IReadOnlyList<Choice> Choices() =>
    [
        .. _members.Where(m => m.Row.Person != _reader).Select(m => (m.Row.Person, m.Name)).Concat(_emergencies.Select(e => (e.Row.Person, e.Name))).DistinctBy(p => p.Person)
            .OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new Choice(p.Person.ToString(), p.Name)),
        new(_reader.ToString(), TraceTexts.You), new(TraceAsk.Jobs, TraceTexts.Kring), new(TraceAsk.Others, TraceTexts.Others),
    ];

    private string Mine(PersonId? person, string name) => person == _reader ? TraceTexts.NameAndYou.Fill(name) : name;

    private (NetworkMembership Row, string Name, string Function)? Member(AccessEntry entry)
    {
        var periods = _members.Where(m => m.Row.Person == entry.Person).ToList();
        return periods.Count == 0 ? null
            : periods.Where(m => m.Row.Id.Value == entry.RelationId).Concat(periods.Where(m => m.Row.ActiveAt(entry.At))).Append(periods[^1]).First();
    }

    // The entry of breaking the glass itself is a moment older than its row.
    private (EmergencyAccess Row, string Name, string Function, string Reason)? Broke(AccessEntry entry)
        => _emergencies.Where(e => e.Row.Id.Value == entry.RelationId || (e.Row.Person == entry.Person && e.Row.From.AddMinutes(-1) <= entry.At && entry.At < e.Row.Until))
            .Select(e => ((EmergencyAccess, string, string, string)?)e).LastOrDefault();

    private string? Recipient(AccessEntry entry)
        => _members.Where(m => m.Row.Person == entry.OnBehalfOf).Select(m => TraceTexts.OnBehalfOf.Fill(m.Name)).FirstOrDefault();

    private string? Former(NetworkMembership row)
        => row.Until is { } until && !_members.Exists(m => m.Row.Person == row.Person && m.Row.Until is null) ? TraceTexts.TookPartUntil.Fill(until.DutchDay().ShowDate()) : null;

    private string About(string function, OrganisationId? organisation, params string?[] more)
    {
        var first = organisation is { } id && _organisations.TryGetValue(id, out var of) ? TraceTexts.FunctionAt.Fill(function, of.Name) : function;
        return string.Join(", ", more.Prepend(first).Where(part => !string.IsNullOrEmpty(part)));
    }
}
