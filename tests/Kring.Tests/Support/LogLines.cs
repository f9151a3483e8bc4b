using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kring.Tests.Support;

/// <summary>Keeps what the program wrote for its operator.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();

    internal IReadOnlyCollection<(LogLevel Level, string Line)> All => _lines;

    public ILogger CreateLogger(string categoryName) => new Lines(_lines);

    public void Dispose()
    {
    }

    private sealed class Lines(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => lines.Enqueue((logLevel, $"{formatter(state, exception)}\n{exception}"));
    }
}
