using System.Globalization;
using System.Net;
using System.Text;

namespace Kring.Access.Log.Tree.Witnesses;

/// <summary>A witness that speaks C2SP tlog-witness: it gets each checkpoint with the proof that it continues the one it has, and answers with a signature of its own.</summary>
internal sealed class HttpWitness(string name, IHttpClientFactory clients) : IWitness
{
    internal const string Client = "log-witness";
    private const int LongestAnswer = 16 * 1024;

    public string Name => name;

    public async Task<Witnessed> Offer(Checkpoint last, long kept, StoredTree tree, CancellationToken cancel)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            var (code, said) = await Post(client, last, Math.Min(kept, last.Size), tree, cancel);
            if (code != HttpStatusCode.Conflict || !long.TryParse(said.TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out var has))
                return Answer(code, said, last);
            if (await tree.Contradiction(has, null) is { } contradiction)
                return Witnessed.Contradicts(contradiction);
            if (has > last.Size)
                return Witnessed.Keeps(has, "");
            (code, said) = await Post(client, last, has, tree, cancel);
            return Answer(code, said, last);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return Witnessed.Failed(fault is HttpRequestException { StatusCode: null } away ? away.HttpRequestError.ToString() : fault.GetType().Name);
        }
    }

    private static Witnessed Answer(HttpStatusCode code, string said, Checkpoint last) => code switch
    {
        HttpStatusCode.OK => Witnessed.Keeps(last.Size, last.Note + Signatures(said)),
        HttpStatusCode.Conflict => Witnessed.Contradicts($"it holds another checkpoint of {last.Size} entries: one of the entries before index {last.Size} was changed"),
        HttpStatusCode.UnprocessableEntity => Witnessed.Contradicts("what it holds is not the beginning of this log: entries that it has seen were changed"),
        HttpStatusCode.NotFound => Witnessed.Failed("it does not know this log (404)"),
        HttpStatusCode.Forbidden => Witnessed.Failed("it does not trust this log's key (403)"),
        _ => Witnessed.Failed($"it answered {(int)code}"),
    };

    private static string Signatures(string said)
        => string.Concat(said.Split('\n').Where(l => l.StartsWith(Checkpoint.Dash, StringComparison.Ordinal) && l.Length < 512).Take(8).Select(l => l + "\n"));

    private async Task<(HttpStatusCode Code, string Said)> Post(HttpClient client, Checkpoint last, long old, StoredTree tree, CancellationToken cancel)
    {
        var proof = await TreeProofs.Consistency(old, last.Size, tree.Range);
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"old {old}\n");
        foreach (var hash in proof)
            body.Append(Convert.ToBase64String(hash)).Append('\n');
        body.Append('\n').Append(last.Note);
        using var request = new HttpRequestMessage(HttpMethod.Post, name.TrimEnd('/') + "/add-checkpoint") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString())) };
        using var response = await client.SendAsync(request, cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
    }

    internal static void Limit(HttpClient client) => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), LongestAnswer);
}
