using Kring.Access;
using Kring.App;
using Kring.App.Components;
using Kring.Delivery;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;

namespace Kring.Networks.Invitations;

/// <summary>The invitation form as it was typed, kept as it is when something is wrong with it.</summary>
public sealed class InvitationForm
{
    internal const int LongestName = 120, LongestFunction = 80, LongestReason = 500;

    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Capacity { get; set; }
    public string? Relation { get; set; }
    public string? Function { get; set; }
    public string? Organisation { get; set; }
    public string? Reason { get; set; }
    public string? History { get; set; }

    /// <summary>The wish; null when <paramref name="errors"/> says why not.</summary>
    internal InvitationWish? Read(FormErrors errors, bool reasonNeeded, IReadOnlyCollection<DeliveryChannel> channels)
    {
        var name = Text(Name, "naam", LongestName, NetworksTexts.InviteNoName, errors);
        var address = InvitationAddress.Read(Address);
        if (address is null) errors.Add("adres", InvitationAddress.Missing(channels));
        else if (!channels.Contains(address.Channel)) errors.Add("adres", InvitationAddress.NoSender(address.Channel));
        if (Capacity is not ("naaste" or "professional")) errors.Add("hoedanigheid", NetworksTexts.InviteNoCapacity);
        var isProfessional = Capacity == "professional";
        var function = isProfessional ? Text(Function, "functie", LongestFunction, NetworksTexts.InviteNoFunction, errors)
            : Capacity == "naaste" ? Text(Relation, "relatie", LongestFunction, NetworksTexts.InviteNoRelation, errors) : string.Empty;
        OrganisationId? organisation = isProfessional && Guid.TryParse(Organisation, out var chosen) ? new OrganisationId(chosen) : null;
        if (isProfessional && organisation is null) errors.Add("organisatie", NetworksTexts.InviteNoOrganisation);
        var reason = (Reason ?? string.Empty).ReplaceLineEndings("\n").Trim();
        if (reasonNeeded && reason.Length == 0) errors.Add("waarom", NetworksTexts.InviteNoReason);
        if (reason.Length > LongestReason) errors.Add("waarom", NetworksTexts.TooLong.Fill(LongestReason));
        if (History is not ("ja" or "nee")) errors.Add("oud", NetworksTexts.InviteNoHistory);
        return errors.Any ? null : new InvitationWish(name, address!, isProfessional ? Participation.Capacity.Professional : Participation.Capacity.InformalCarer, function, organisation, reason.Length == 0 ? null : reason, History == "ja");
    }

    private static string Text(string? typed, string field, int longest, string missing, FormErrors errors)
    {
        var text = EnrolmentForm.Tidy(typed);
        if (text.Length == 0) errors.Add(field, missing);
        else if (text.Length > longest) errors.Add(field, NetworksTexts.TooLong.Fill(longest));
        return text;
    }
}
