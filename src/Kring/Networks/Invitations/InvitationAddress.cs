using System.Net.Mail;
using System.Text.RegularExpressions;
using Kring.Access.Sealing;
using Kring.Delivery;

namespace Kring.Networks.Invitations;

/// <summary>Where an invitation goes: a mail address, or a mobile number in E.164.</summary>
internal sealed partial record InvitationAddress(DeliveryChannel Channel, string Value)
{
    /// <summary>Understands what people type: "06-12 34 56 78", "0031 6…", " Naam@Voorbeeld.nl ". Null when it is neither.</summary>
    internal static InvitationAddress? Read(string? typed)
    {
        var text = typed?.Trim() ?? string.Empty;
        if (text.Contains('@', StringComparison.Ordinal))
            return IsMail(text) ? new InvitationAddress(DeliveryChannel.Mail, text) : null;
        var digits = Separators().Replace(text, string.Empty);
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = "+" + digits[2..];
        else if (DutchMobile().IsMatch(digits))
            digits = "+31" + digits[1..];
        return International().IsMatch(digits) ? new InvitationAddress(DeliveryChannel.Sms, digits) : null;
    }

    /// <summary>Says that nothing sends on this channel here, so that nobody waits for an invitation that never comes.</summary>
    internal static string NoSender(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Mail => NetworksTexts.NoMailSender,
        DeliveryChannel.Sms => NetworksTexts.NoSmsSender,
    };

    /// <summary>Asks for an address on the channels there are.</summary>
    internal static string Missing(IReadOnlyCollection<DeliveryChannel> channels)
        => channels.Contains(DeliveryChannel.Sms) ? NetworksTexts.InviteNoAddress : channels.Contains(DeliveryChannel.Mail) ? NetworksTexts.NoMail : NetworksTexts.NoMailSender;

    internal LookupIndex Index(LookupIndexes indexes) => Channel == DeliveryChannel.Mail ? indexes.OfMail(Value) : indexes.OfPhone(Value);

    /// <summary>As people write it: "06 12 34 56 78".</summary>
    internal string Shown => Value.StartsWith("+316", StringComparison.Ordinal) && Value.Length == 12
        ? $"06 {Value[4..6]} {Value[6..8]} {Value[8..10]} {Value[10..12]}"
        : Value;

    /// <summary>Enough to recognise one's own address, too little for anybody else: "j•••@voorbeeld.nl", "06 •• •• •• 78".</summary>
    internal string Masked => Channel == DeliveryChannel.Mail
        ? $"{Value[0]}•••{Value[Value.LastIndexOf('@')..]}"
        : $"{(Value.StartsWith("+316", StringComparison.Ordinal) ? "06" : Value[..3])} •• •• •• {Value[^2..]}";

    private static bool IsMail(string text)
        => text.Length <= 254 && !text.Any(char.IsWhiteSpace) && MailAddress.TryCreate(text, out var mail) && mail.Address == text && MailShape().IsMatch(text);

    [GeneratedRegex(@"^[^@]+@[^@]+\.[^@.]{2,}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex MailShape();

    [GeneratedRegex(@"[\s().\-–]", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Separators();

    [GeneratedRegex("^06[0-9]{8}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex DutchMobile();

    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex International();
}
