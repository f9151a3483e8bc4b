using System.Net.Http.Json;
using System.Text.Json;
using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Faults;

/// <summary>What must hold of the conversations after whatever happened.</summary>
internal static class Holding
{
    /// <summary>
    /// Every acknowledged message stands there once, at the number that was said, after what its client said before; nothing else stands there; numbers have no gap and no double; and the
    /// log has one entry for each message.
    /// </summary>
    internal static async Task Everything(KringApp app, TalkStage stage, Crowd crowd)
    {
        Assert.NotEmpty(crowd.Acknowledged);
        var messages = await app.InDatabase(db => db.Set<Message>().AsNoTracking().Where(m => m.Compartment == stage.Network.Compartment.Id).OrderBy(m => m.Number).ToListAsync());
        var conversations = await app.InDatabase(db => db.Set<Conversation>().AsNoTracking().Where(c => c.Compartment == stage.Network.Compartment.Id).ToListAsync());
        foreach (var conversation in conversations)
        {
            var said = messages.Where(m => m.Conversation == conversation.Id).ToList();
            Assert.Equal(Enumerable.Range(1, said.Count).Select(n => (long)n), said.Select(m => m.Number));
            Assert.Equal(said.Count, conversation.LastNumber);
            Assert.Equal(said.Select(m => m.At).Order(), said.Select(m => m.At));
            await Logged(app, conversation, said);
        }

        Assert.Distinct(messages.Select(m => (m.Author, m.ClientId)));
        var standing = messages.ToDictionary(m => m.ClientId);
        foreach (var told in crowd.Acknowledged)
            Assert.Equal((told.Number, told.Author, told.Conversation.Split('/')[^1]), (standing[told.ClientId].Number, standing[told.ClientId].Author, standing[told.ClientId].Conversation.ToString()));
        foreach (var client in crowd.Acknowledged.GroupBy(a => a.Client))
            Assert.Equal(client.Select(a => a.Number).Order(), client.Select(a => a.Number));
        Assert.Equal(messages.Count - conversations.Count, crowd.Acknowledged.Count); // each conversation has what began it
    }

    /// <summary>Somebody who takes part reads all of it, text by text.</summary>
    /// <param name="alsoBefore">The same program ran when things failed, and told its operator so.</param>
    internal static async Task Legible(KringApp app, TalkStage stage, Crowd crowd, bool alsoBefore = false)
    {
        var told = app.Log.All.Count;
        using var annie = await stage.World.SignedIn(stage.Annie);
        foreach (var path in crowd.Paths)
        {
            var (after, read) = (0L, new List<long>());
            while (true)
            {
                using var answer = await annie.Begin($"/api/conversations/{path.Split('/')[^1]}/messages?after={after}");
                var page = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
                var messages = page.GetProperty("messages").EnumerateArray().ToList();
                read.AddRange(messages.Select(m => m.GetProperty("number").GetInt64()));
                Assert.All(messages.Where(m => m.GetProperty("number").GetInt64() > 1), m => Assert.StartsWith("Bericht ", m.GetProperty("text").GetString(), StringComparison.Ordinal));
                if (!page.GetProperty("hasNewer").GetBoolean())
                    break;
                after = read[^1];
            }

            Assert.Equal(crowd.Acknowledged.Count(a => a.Conversation == path) + 1, read.Count);
        }

        Assert.DoesNotContain(app.Log.All.Skip(alsoBefore ? told : 0), line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private static async Task Logged(KringApp app, Conversation conversation, List<Message> said)
    {
        var entries = await app.InDatabase(db => db.Set<AccessEntry>().AsNoTracking()
            .Where(e => e.Compartment == conversation.Compartment && e.ObjectType == "message" && e.ObjectId == conversation.Id.Value && e.Operation == Operations.Create && e.Outcome == Outcome.Done).ToListAsync());
        Assert.Equal(said.Skip(1).CountBy(m => m.Author).Order(ByPerson), entries.CountBy(e => e.Person!.Value).Order(ByPerson));
    }

    private static readonly Comparer<KeyValuePair<PersonId, int>> ByPerson = Comparer<KeyValuePair<PersonId, int>>.Create((one, other) => one.Key.Value.CompareTo(other.Key.Value));
}
