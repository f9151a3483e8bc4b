using System.Text.Json;
using Kring.Access;
using Kring.App.Web;
using Kring.Networks;

namespace Kring.Conversations.Searches;

/// <summary>What somebody searches for in the messages of a network.</summary>
/// <param name="Words">As typed.</param>
/// <param name="By">Only what this person said.</param>
/// <param name="Until">The last day.</param>
/// <param name="After">Only what is older than this place.</param>
internal sealed record SearchAsk(string Words, Guid? By = null, DateOnly? From = null, DateOnly? Until = null, SearchPlace? After = null);

/// <summary>A place among the messages of a network, newest first: what comes after it is older.</summary>
public sealed record SearchPlace(DateTimeOffset At, Guid Message);

/// <summary>What is searched for, in an address that says nothing: of use in the same session and network only.</summary>
internal sealed class SealedAsks(SealedQuestions questions)
{
    internal string Seal(Actor actor, NetworkId network, SearchAsk ask) => questions.Seal(JsonSerializer.SerializeToUtf8Bytes(ask), Bound(actor, network));

    /// <summary>Null when it was made in another session, for another network, or not here at all.</summary>
    internal SearchAsk? Open(Actor actor, NetworkId network, string text)
    {
        try
        {
            return questions.Open(text, Bound(actor, network)) is { } json ? JsonSerializer.Deserialize<SearchAsk>(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] Bound(Actor actor, NetworkId network) => [actor.Session.ToString()!, "search", network.ToString()];
}
