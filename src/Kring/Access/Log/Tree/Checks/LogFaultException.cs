using System.Globalization;

namespace Kring.Access.Log.Tree.Checks;

/// <summary>What is wrong with the log, in one sentence for whoever checks it.</summary>
internal sealed class LogFaultException : Exception
{
    internal LogFaultException(string sentence) : base(sentence)
    {
    }

    private LogFaultException(long first, long last, string what) : base(string.Create(CultureInfo.InvariantCulture, $"Index {first}: {what}")) => Before = last;

    /// <summary>What is wrong is at this index or before it.</summary>
    internal long Before { get; } = long.MaxValue;

    internal static LogFaultException At(long index, string what) => new(index, index, what);

    /// <summary>It cannot be told which of these it is.</summary>
    internal static LogFaultException Among(long first, long last, string what) => new(first, last, string.Create(CultureInfo.InvariantCulture, $"of the entries {first} to {last} {what}"));
}
