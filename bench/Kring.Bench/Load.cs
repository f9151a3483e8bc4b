using System.Diagnostics;

namespace Kring.Bench;

/// <summary>What a number of clients got done in a while, one thing after the other each.</summary>
internal sealed class Load
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(2);
    private readonly List<double> _milliseconds = [];
    private TimeSpan _took;

    /// <summary>How often it was done, the warming up included.</summary>
    internal int Done { get; private set; }

    internal double PerSecond => _milliseconds.Count / _took.TotalSeconds;

    internal double Median => At(0.50);

    internal double Slow => At(0.95);

    internal double Slowest => At(0.99);

    /// <summary>Half a second to warm up, then two that count.</summary>
    internal static async Task<Load> Of(int clients, Func<int, Task> act)
    {
        var before = await Run(clients, act, While / 4);
        var load = await Run(clients, act, While);
        load.Done = before._milliseconds.Count + load._milliseconds.Count;
        return load;
    }

    /// <summary>A number of times, one after the other.</summary>
    internal static async Task<Load> Times(int times, Func<Task> act)
    {
        var taken = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return From(taken);
    }

    /// <summary>Times that were taken elsewhere.</summary>
    internal static Load From(IEnumerable<double> milliseconds)
    {
        var load = new Load { _took = While };
        load._milliseconds.AddRange(milliseconds.Order());
        return load;
    }

    private static async Task<Load> Run(int clients, Func<int, Task> act, TimeSpan lasts)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < lasts)
            {
                var start = Stopwatch.GetTimestamp();
                await act(client);
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return mine;
        })));
        var load = new Load { _took = Stopwatch.GetElapsedTime(began) };
        load._milliseconds.AddRange(times.SelectMany(t => t).Order());
        return load;
    }

    private double At(double part) => _milliseconds.Count == 0 ? 0 : _milliseconds[Math.Min(_milliseconds.Count - 1, (int)(_milliseconds.Count * part))];
}
