using System.Security.Cryptography;
using System.Text.Json;
using Kring.Access;
using Kring.Networks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Kring.Conversations.Searches;

/// <summary>What somebody searches for in the messages of a network.</summary>
/// <param name="Words">As typed.</param>
/// <param name="By">Only what this person said.</param>
/// <param name="Until">The last day.</param>
/// <param name="After">Only what is older than this place.</param>
internal sealed record SearchAsk(string Words, Guid? By = null, DateOnly? From = null, DateOnly? Until = null, SearchPlace? After = null);

/// <summary>A place among the messages of a network, newest first: what comes after it is older.</summary>
public sealed record SearchPlace(DateTimeOffset At, Guid Message);

/// <summary>
/// Carries what is searched for in an address that says nothing: sealed by the program, and of use in the same session and network only. So an answer can be loaded again and gone back to,
/// while no log of a proxy and no history of a browser holds the words.
/// </summary>
internal sealed class SealedAsks(IDataProtectionProvider protection)
{
    internal const int Longest = 2_000;

    // Words of about one length give addresses of one length.
    private const int Padded = 256;

    internal string Seal(Actor actor, NetworkId network, SearchAsk ask)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(ask);
        var padded = new byte[(json.Length + Padded - 1) / Padded * Padded];
        Array.Fill(padded, (byte)' ');
        json.CopyTo(padded, 0);
        return WebEncoders.Base64UrlEncode(For(actor, network).Protect(padded));
    }

    /// <summary>Null when it was made in another session, for another network, or not here at all.</summary>
    internal SearchAsk? Open(Actor actor, NetworkId network, string text)
    {
        if (text.Length > Longest)
            return null;
        try
        {
            return JsonSerializer.Deserialize<SearchAsk>(For(actor, network).Unprotect(WebEncoders.Base64UrlDecode(text)));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector For(Actor actor, NetworkId network) => protection.CreateProtector("search", network.ToString(), actor.Session.ToString()!);
}
