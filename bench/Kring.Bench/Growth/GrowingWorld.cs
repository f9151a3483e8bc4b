using System.Collections.Concurrent;
using System.Diagnostics;
using Kring.Access;
using Kring.Access.Log.Tree;
using Kring.Access.Sealing;
using Kring.People;
using Kring.People.Accounts;
using Kring.People.Sessions;
using Kring.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Bench.Growth;

/// <summary>Networks, people and messages that grow from one size to the next, made through the door.</summary>
/// <param name="atOnce">How many units of work go on at the same moment.</param>
internal sealed class GrowingWorld(int atOnce)
{
    private const int PerCommit = 50;
    private readonly List<SeededOrganisation> _organisations = [];
    private readonly SortedList<int, SeededNetwork> _networks = [];
    private string? _hash;
    private int _messages;

    internal int Messages => _messages;

    internal int Networks => _networks.Count;

    internal int Persons => (_organisations.Count * WorldPlan.Staff) + _networks.Values.Sum(n => 1 + WorldPlan.Carers(n.Number));

    internal SeededNetwork Network(int number) => _networks[number];

    internal SeededOrganisation FirstOrganisation => _organisations[0];

    internal async Task GrowTo(IServiceProvider services, int networks)
    {
        var now = services.GetRequiredService<TimeProvider>().Moment();
        var (since, from) = (now.AddDays(-370), _networks.Count);
        _hash ??= services.GetRequiredService<Passwords>().Hash("niemand typt dit wachtwoord");
        for (var number = _organisations.Count; number * WorldPlan.PerOrganisation < networks; number++)
            _organisations.Add(await Stage.In(services, scope => FoundOrganisation.Run(scope, number, since.AddYears(-1), _hash)));
        var (said, made) = (Stopwatch.StartNew(), new ConcurrentBag<SeededNetwork>());
        await Parallel.ForEachAsync(Enumerable.Range(from, networks - from).GroupBy(number => number / PerCommit).Select(together => together.ToArray()), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (numbers, _) =>
        {
            var founded = await Found(services, numbers, since);
            var messages = Interlocked.Add(ref _messages, await Stage.In(services, scope => new SayMessages(scope.GetRequiredService<Door>()).Run(founded, now.AddDays(-365), now)));
            founded.ToList().ForEach(made.Add);
            if (said.Elapsed.TotalSeconds > 30)
                Tell(said, from + made.Count, messages);
        });
        foreach (var network in made)
            _networks.Add(network.Number, network);
    }

    /// <summary>A year of readings in the first networks.</summary>
    internal Task LookBack(IServiceProvider services) => Growth.LookBack.Run(services, [.. _networks.Values], services.GetRequiredService<TimeProvider>().Moment());

    /// <summary>Puts all that was logged in the tree, as the program's own job does behind the work.</summary>
    internal static async Task SealLog(IServiceProvider services)
    {
        var sealing = services.GetRequiredService<SealLog>();
        while (await sealing.Append(default))
        {
        }

        await sealing.SignCheckpoint(default);
    }

    internal static Task<string> SignIn(IServiceProvider services, PersonId person) => Stage.In(services, async scope =>
    {
        var visit = new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.SignIn, Operations.Create, new LoggedObject("session"));
        var profile = (await scope.GetRequiredService<Door>().Enter(visit, default)).Grant!;
        var secret = await scope.GetRequiredService<StartSession>().Add(profile, "Bench", "127.0.0.1", null, default);
        await Stage.Commit(scope);
        return secret;
    });

    private Task<IReadOnlyList<SeededNetwork>> Found(IServiceProvider services, int[] numbers, DateTimeOffset since) => Stage.In(services, async scope =>
    {
        var found = ActivatorUtilities.CreateInstance<FoundNetworks>(scope, ActivatorUtilities.CreateInstance<InventedPeople>(scope));
        var founded = await found.Run(numbers, _organisations[numbers[0] / WorldPlan.PerOrganisation], since, _hash!);
        await Stage.Commit(scope);
        return founded;
    });

    private static void Tell(Stopwatch said, int networks, int messages)
    {
        lock (said)
        {
            if (said.Elapsed.TotalSeconds < 30)
                return;
            said.Restart();
            Console.WriteLine($"  {networks:N0} networks, {messages:N0} messages");
        }
    }
}
