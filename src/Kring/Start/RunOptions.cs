namespace Kring.Start;

/// <summary>What the command line decides for one run.</summary>
internal sealed record RunOptions
{
    internal string? Urls { get; init; }

    /// <summary>Development or Production; null lets the environment say.</summary>
    internal string? Environment { get; init; }

    internal string? DataFolder { get; init; }

    internal bool Demo { get; init; }

    /// <summary>Whether an empty Kring leads every page to its set-up.</summary>
    internal bool AsksSetUp { get; init; } = true;

    /// <summary>How much later than the real clock the program lives. Development only.</summary>
    internal TimeSpan ClockOffset { get; init; }
}
