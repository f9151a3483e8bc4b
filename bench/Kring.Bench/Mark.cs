namespace Kring.Bench;

/// <summary>A word that stands in one message only, by which it is known where it arrives.</summary>
internal static class Mark
{
    internal const string Begin = "merk";
    internal const int Length = 36;

    internal static string New() => $"{Begin}{Guid.CreateVersion7():N}";
}
