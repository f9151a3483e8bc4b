using System.Globalization;
using Kring.App;
using Kring.Platform;

namespace Kring.Delivery.Notices;

/// <summary>Writes a notice in its receiver's language. Promise K1: no content, and no name of a client, network, sender or organisation.</summary>
internal sealed class RenderNotice(KringOptions options)
{
    /// <param name="variables">"name" (the receiver's own), "code", "path" (within Kring) and "language" (nl or en); each may be absent.</param>
    internal Notice Run(OutboxItemId id, NoticeKind kind, DeliveryChannel channel, string to, IReadOnlyDictionary<string, string> variables)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(variables.GetValueOrDefault("language") == "en" ? "en-GB" : "nl-NL");
        try
        {
            var words = NoticeWords.Of(kind);
            var link = variables.GetValueOrDefault("path") is { Length: > 0 } path ? new Uri(options.PublicUrl.GetLeftPart(UriPartial.Authority) + FollowNotice.LinkOf(id, path)) : null;
            var code = variables.GetValueOrDefault("code");
            return channel switch
            {
                DeliveryChannel.Mail => new Notice(id, kind, channel, to, words.Subject, Mail(words, variables.GetValueOrDefault("name"), code, link), Links(link)),
                DeliveryChannel.Sms => new Notice(id, kind, channel, to, string.Empty, Sms(words, code, link), Links(link)),
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Mail(NoticeWords words, string? name, string? code, Uri? link)
    {
        string?[] parts =
        [
            string.IsNullOrWhiteSpace(name) ? NoticeTexts.Greeting : NoticeTexts.GreetingByName.Fill(OneLine(name)),
            words.Lead.Fill(code),
            link?.ToString(),
            NoticeTexts.NothingPersonal + "\n" + NoticeTexts.NotUrgent,
            NoticeTexts.Sender,
        ];
        return string.Join("\n\n", parts.Where(p => p is not null)) + "\n";
    }

    /// <summary>The last line binds a code to this site, so that a phone fills it in here and nowhere else.</summary>
    private string Sms(NoticeWords words, string? code, Uri? link)
    {
        if (code is not null)
            return words.Sms.Fill(code) + $"\n\n@{options.PublicUrl.Host} #{code}";
        return string.Join('\n', new[] { $"{NoticeTexts.Sender}: {words.Sms}.", link?.ToString(), NoticeTexts.SmsUnknown, NoticeTexts.NotUrgent }.Where(p => p is not null));
    }

    private static Uri[] Links(Uri? link) => link is null ? [] : [link];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
