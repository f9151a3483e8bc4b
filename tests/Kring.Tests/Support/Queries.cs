using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kring.Tests.Support;

/// <summary>Hears what the requests to one program ask of its databases. What its jobs ask beside them is not heard.</summary>
internal sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentBag<IDisposable> _heard = [];
    private readonly string[] _databases;

    /// <param name="databases">Files or names of the databases to listen to: other programs run beside this one.</param>
    internal Queries(params string[] databases)
    {
        _databases = databases;
        _heard.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The statements so far, in order.</summary>
    internal IReadOnlyList<string> Asked => [.. _asked];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _heard.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        else if (value.Name == "Microsoft.AspNetCore")
            _heard.Add(value.Subscribe(this, name => name == Request)); // with somebody who listens, each request is an activity
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (InRequest() && value.Value is CommandEventData { Command: { Connection: { } connection } command } && _databases.Any(d => connection.ConnectionString.Contains(d, StringComparison.Ordinal)))
            _asked.Enqueue(command.CommandText);
    }

    private static bool InRequest()
    {
        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
        {
            if (activity.OperationName == Request)
                return true;
        }

        return false;
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var heard in _heard)
            heard.Dispose();
    }
}
