using System.Security.Cryptography;
using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Law;
using Kring.Networks.Admissions;
using Kring.Networks.Participation;
using Kring.People;
using Kring.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace Kring.Networks.Invitations;

/// <summary>Whom to invite, as what, and on whose word.</summary>
/// <param name="Address">Mail address or E.164 number.</param>
/// <param name="Admission">The granted admission it follows from, after the lock.</param>
/// <param name="Person">Somebody who was enrolled already: the invitation gives that profile an account.</param>
internal sealed record InvitationDetails(string Name, string Function, string Address, Capacity Capacity, OrganisationId? Organisation, bool HistoryGranted, PersonId InvitedBy,
    AdmissionId? Admission = null, PersonId? Person = null, bool AsCoordinator = false);

/// <summary>Adds an invitation and its mail or SMS, which names nobody but the receiver and is in the language of whoever invites. The caller decided that it may be, and commits.</summary>
internal sealed class SendInvitation(PeopleAccess people, LookupIndexes indexes, Outbox outbox, LegalTermsBoard terms, TimeProvider time)
{
    /// <param name="now">The moment at which was decided that it may be: a lock may begin right after it.</param>
    internal async Task<InvitationId> Add(Grant network, InvitationDetails details, DateTimeOffset now, CancellationToken cancel)
    {
        var address = InvitationAddress.Read(details.Address) ?? throw new ArgumentException("The address is neither a mail address nor a number.", nameof(details));
        var id = time.NewId<InvitationId>();
        var secret = NewSecret();
        var invitation = network.Add(new Invitation
        {
            Id = id,
            Compartment = network.Compartment.Id,
            Secret = indexes.OfInvitation(secret),
            Name = network.Seal(Invitation.NameField, id.Value, details.Name),
            Function = network.Seal(Invitation.FunctionField, id.Value, details.Function),
            Address = network.Seal(Invitation.AddressField, id.Value, address.Value),
            AddressIndex = address.Index(indexes),
            Capacity = details.Capacity,
            Organisation = details.Organisation,
            AsCoordinator = details.AsCoordinator,
            HistoryGranted = details.HistoryGranted,
            Admission = details.Admission,
            Person = details.Person,
            InvitedBy = details.InvitedBy,
            InvitedAt = now,
            ValidUntil = (await terms.Current(cancel)).EndOf(LegalTermKeys.Invitation, now),
        });
        await Post(network, invitation, secret, cancel);
        return id;
    }

    /// <summary>Sends it once more with a fresh link; the old link stops working.</summary>
    internal async Task Again(Grant network, Invitation invitation, CancellationToken cancel)
    {
        var secret = NewSecret();
        invitation.Secret = indexes.OfInvitation(secret);
        invitation.InvitedAt = time.Moment();
        invitation.ValidUntil = (await terms.Current(cancel)).EndOf(LegalTermKeys.Invitation, invitation.InvitedAt);
        invitation.Version++;
        await Post(network, invitation, secret, cancel);
    }

    private async Task Post(Grant network, Invitation invitation, string secret, CancellationToken cancel)
    {
        var address = InvitationAddress.Read(network.Open(Invitation.AddressField, invitation.Id.Value, invitation.Address))!;
        var variables = new Dictionary<string, string>
        {
            ["name"] = network.Open(Invitation.NameField, invitation.Id.Value, invitation.Name),
            ["path"] = $"/uitnodiging/{secret}",
            ["language"] = await people.LanguageOf(invitation.InvitedBy, cancel) ?? "nl",
        };
        outbox.Add(network, NoticeKind.Invitation, address.Channel, address.Value, variables, uselessAfter: invitation.ValidUntil);
    }

    private static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

internal static class InvitationSecrets
{
    /// <summary>The stored form of the secret in an invitation's link.</summary>
    internal static LookupIndex OfInvitation(this LookupIndexes indexes, string secret) => indexes.OfSecret("invitation", secret);
}
