using Kring.App.Components;
using Kring.Platform;

namespace Kring.App.Help;

/// <summary>
/// Puts people to ask in a text: "{{fg}}" becomes the officers of the organisations, "{{contact}}" the help desk from the settings. Without a help desk, contact is the
/// officers too, unless the text names them already.
/// </summary>
internal sealed class ContactWords(IContacts contacts, KringOptions options)
{
    internal async Task<MarkdownText> Fill(MarkdownText text, CancellationToken cancel)
    {
        var officers = Officers(await contacts.All(cancel));
        var named = text.Body.Contains("{{fg}}", StringComparison.Ordinal);
        var desk = options.Contact.Help is { Length: > 0 } help ? HelpTexts.HelpDesk.Fill(Mail(help)) : named ? null : officers;
        return (text with { Body = $"\n{text.Body}\n" }).With("contact", desk).With("fg", officers);
    }

    private static string Officers(IReadOnlyList<Contact> all) => string.Join('\n', all.Select(contact =>
        "- " + HelpTexts.Officer.Fill(MarkdownText.Plain(contact.Organisation), MarkdownText.Plain(contact.City), Mail(contact.OfficerMail))
            + (contact.OfficerPhone is { Length: > 0 } phone ? ", " + MarkdownText.Plain(phone) : "")));

    private static string Mail(string address) => $"[{MarkdownText.Plain(address)}](mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)})";
}
