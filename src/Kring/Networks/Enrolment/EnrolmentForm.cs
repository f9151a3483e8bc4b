using Kring.Access;
using Kring.App;
using Kring.App.Components;
using Kring.Delivery;
using Kring.Networks.Invitations;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Networks.Enrolment;

/// <summary>The enrolment form as it was typed, kept as it is when something is wrong with it.</summary>
public sealed class EnrolmentForm
{
    internal const int LongestName = 120, LongestReference = 200;

    public string? Key { get; set; }
    public string? Organisation { get; set; }
    public string? Name { get; set; }
    public DateParts? Born { get; set; }
    public string? Account { get; set; }
    public string? Mail { get; set; }
    public string? Mobile { get; set; }
    public string? Contact { get; set; }
    public string? Basis { get; set; }
    public string? Reference { get; set; }
    public DateParts? Dated { get; set; }

    /// <summary>The answers; null when <paramref name="errors"/> says why not.</summary>
    internal EnrolmentDetails? Read(FormErrors errors, IReadOnlyCollection<OrganisationId> mayChoose, IReadOnlyCollection<DeliveryChannel> channels, DateOnly today)
    {
        var organisation = Guid.TryParse(Organisation, out var chosen) ? new OrganisationId(chosen) : mayChoose.Count == 1 ? mayChoose.Single() : default;
        if (!mayChoose.Contains(organisation)) errors.Add("organisatie", NetworksTexts.EnrolNoOrganisation);
        var name = Tidy(Name);
        if (name.Length == 0) errors.Add("naam", NetworksTexts.EnrolNoName);
        else if (name.Length > LongestName) errors.Add("naam", NetworksTexts.TooLong.Fill(LongestName));
        var born = ReadDate(Born, "geboren", NetworksTexts.EnrolNoBirthDate, errors);
        if (born is { } day && (day > today || day < today.AddYears(-125))) errors.Add("geboren", NetworksTexts.EnrolImpossibleBirthDate);
        var reach = ReadReach(channels, errors);
        if (!Enum.TryParse<ContactPreference>(Contact, out var contact) || !Enum.IsDefined(contact)) errors.Add("contact", NetworksTexts.EnrolNoContact);
        var basis = ReadBasis(Basis, Reference, Dated, today, errors);
        if (!Guid.TryParse(Key, out var key) || key == Guid.Empty) errors.Add("naam", NetworksTexts.FormExpired);
        return errors.Any ? null : new EnrolmentDetails(organisation, name, born!.Value, reach, contact, basis!.Kind, basis.Reference, basis.Date, key);
    }

    internal static RecordedBasis? ReadBasis(string? kind, string? reference, DateParts? dated, DateOnly today, FormErrors errors)
    {
        if (!Enum.TryParse<BasisKind>(kind, out var basis) || !Enum.IsDefined(basis)) errors.Add("grondslag", NetworksTexts.NoBasisChosen);
        var document = Tidy(reference);
        if (document.Length == 0) errors.Add("document", NetworksTexts.NoReference);
        else if (document.Length > LongestReference) errors.Add("document", NetworksTexts.TooLong.Fill(LongestReference));
        var date = ReadDate(dated, "documentdatum", NetworksTexts.NoDocumentDate, errors);
        if (date > today) errors.Add("documentdatum", NetworksTexts.DocumentInFuture);
        return date is { } day ? new RecordedBasis(basis, document, day) : null;
    }

    /// <summary>Names as people type them: without spaces around, one space in between.</summary>
    internal static string Tidy(string? typed) => string.Join(' ', (typed ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly? ReadDate(DateParts? parts, string field, string message, FormErrors errors)
    {
        if (parts is not null && parts.TryRead(out var date))
            return date;
        errors.Add(field, parts is null or { IsEmpty: true } ? message : NetworksTexts.NoSuchDate);
        return null;
    }

    private InvitationAddress? ReadReach(IReadOnlyCollection<DeliveryChannel> channels, FormErrors errors)
    {
        if (Account is not ("mail" or "mobiel" or "geen"))
            errors.Add("account", NetworksTexts.EnrolNoAccountChoice);
        DeliveryChannel? channel = Account switch { "mail" => DeliveryChannel.Mail, "mobiel" => DeliveryChannel.Sms, _ => null };
        if (channel is { } wanted && !channels.Contains(wanted))
        {
            errors.Add("account", InvitationAddress.NoSender(wanted));
            return null;
        }

        var typed = Account switch { "mail" => Mail, "mobiel" => Mobile, _ => null };
        var read = InvitationAddress.Read(typed);
        if (Account == "mail" && read is not { Channel: DeliveryChannel.Mail }) errors.Add("mail", NetworksTexts.NoMail);
        if (Account == "mobiel" && read is not { Channel: DeliveryChannel.Sms }) errors.Add("mobiel", NetworksTexts.NoMobile);
        return read;
    }
}

internal sealed record RecordedBasis(BasisKind Kind, string Reference, DateOnly Date);
