namespace Kring.Bench.Growth;

/// <summary>
/// What is measured at each size, always the same: conversations spread over all of the world, and the same few places for what is about one person or one long conversation. Each measure is the best of
/// three, kring and the bare limit in turn: sizes are minutes apart, and others may use the machine.
/// </summary>
internal sealed class MeasureSize(KringProgram program, Uri bare, GrowingPlaces places) : IDisposable
{
    private const int Many = 32, WarmUp = 3, Searches = 9, Tries = 3;
    private const string Query = "one query of 50 rows", Insert = "one insert";
    private readonly HttpClient _bare = new(new SocketsHttpHandler()) { BaseAddress = bare };
    private readonly List<Visitor> _spread = [.. places.Spread.Select(place => new Visitor(program.Address, place.Path, place.Session))];

    internal async Task<IReadOnlyList<Cost>> Run()
    {
        await Warm();
        List<Cost> costs = [.. await Reads(), .. await Pages(), .. await OfOne(), .. await Posts()];
        return costs;
    }

    public void Dispose()
    {
        _bare.Dispose();
        _spread.ForEach(visitor => visitor.Dispose());
    }

    private async Task Warm()
    {
        // Each reads its page once, for the form's token.
        await Parallel.ForEachAsync(_spread, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (visitor, _) => await visitor.Read());
        for (var round = 0; round < WarmUp; round++)
        {
            await Load.Of(Many, Round(visitor => visitor.ReadJson()));
            await Load.Of(Many, Round(visitor => visitor.PostJson(BenchWorld.Text(1))));
            await Load.Of(Many, Round(visitor => visitor.Read()));
        }
    }

    private async Task<IReadOnlyList<Cost>> Reads()
    {
        var (one, oneBare) = await Beside(1, visitor => visitor.ReadJson(), BareRead);
        var (many, manyBare) = await Beside(Many, visitor => visitor.ReadJson(), BareRead);
        return [Cost.Median("JSON: last 50 read, 1 client", one, Query, oneBare), Cost.Rate(Crowd.Name("JSON: last 50 read", Many), many, Query, manyBare)];
    }

    private async Task<IReadOnlyList<Cost>> Posts()
    {
        var (one, oneBare) = await Beside(1, visitor => visitor.PostJson(BenchWorld.Text(1)), BarePost);
        var (many, manyBare) = await Beside(Many, visitor => visitor.PostJson(BenchWorld.Text(1)), BarePost);
        return [Cost.Median("JSON: post, 1 client", one, Insert, oneBare), Cost.Rate(Crowd.Name("JSON: posts", Many), many, Insert, manyBare)];
    }

    private async Task<IReadOnlyList<Cost>> Pages()
    {
        using var longest = new Visitor(program.Address, places.Longest.Path, places.Longest.Session);
        var (page, query) = await Beside(1, visitor => visitor.Read(), BareRead);
        return [Cost.Median("page of a conversation", page, Query, query), Cost.Median("page of 50 out of 10,000", await Best(() => Load.Of(1, _ => longest.Read())), Query, query)];
    }

    private async Task<IReadOnlyList<Cost>> OfOne()
    {
        using var carer = new Visitor(program.Address, places.Longest.Path, places.Longest.Session);
        using var alone = new Visitor(program.Address, places.Looked.Path, places.OfOne);
        using var coordinator = new Visitor(program.Address, places.Longest.Path, places.Coordinator);
        using var recipient = new Visitor(program.Address, places.Looked.Path, places.Looked.Session);
        var (network, looked) = ($"/netwerken/{places.Longest.Network}", $"/netwerken/{places.Looked.Network}/wie-keek");
        return
        [
            Cost.Median("overview with 1 network", await Best(() => Load.Of(1, _ => alone.Open("/")))),
            Cost.Median("overview with 100 networks", await Best(() => Load.Of(1, _ => coordinator.Open("/")))),
            Cost.Median("two words in 10,000 messages", await Best(() => Load.Times(Searches, () => carer.Search($"{network}/zoeken", "apotheek 9876")))),
            Cost.Median("who looked in a year", await Best(() => Load.Of(1, _ => recipient.Open(looked + "?periode=jaar")))),
            Cost.Median("who looked in a year, all of it to take away", await Best(() => Load.Of(1, _ => recipient.Open(looked + ".csv?periode=jaar")))),
        ];
    }

    private async Task<(Load Kring, Load Bare)> Beside(int clients, Func<Visitor, Task> act, Func<int, Task> limit)
    {
        var (kring, bare) = (new List<Load>(), new List<Load>());
        for (var tries = 0; tries < Tries; tries++)
        {
            await program.Settle();
            kring.Add(await Load.Of(clients, Round(act)));
            bare.Add(await Load.Of(clients, limit));
        }

        return (kring.MinBy(load => load.Median)!, bare.MinBy(load => load.Median)!);
    }

    private async Task<Load> Best(Func<Task<Load>> measure)
    {
        var loads = new List<Load>();
        for (var tries = 0; tries < Tries; tries++)
        {
            await program.Settle();
            loads.Add(await measure());
        }

        return loads.MinBy(load => load.Median)!;
    }

    // Each client goes round conversations of its own.
    private Func<int, Task> Round(Func<Visitor, Task> act)
    {
        var turns = new int[Many];
        return client => act(_spread[(client + (Many * turns[client]++)) % _spread.Count]);
    }

    private async Task BareRead(int client) => (await _bare.GetAsync($"/rows/{client}")).Dispose();

    private async Task BarePost(int client) => (await _bare.PostAsync($"/rows/{client}", null)).Dispose();
}
