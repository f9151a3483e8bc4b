using Kring.Conversations.Attachments;

namespace Kring.Conversations.Messages;

/// <summary>A message as one reader may see it.</summary>
/// <param name="Author">The author's name; null for somebody who is no longer known here.</param>
/// <param name="Text">Null once it was removed; empty when files went without words.</param>
/// <param name="ReadBy">How many of <paramref name="Readers"/> have read it.</param>
/// <param name="Path">The address of the conversation.</param>
/// <param name="MayWrite">Whether the reader may say something here.</param>
public sealed record MessageShown(
    long Number, Guid ClientId, string? Author, string Function, bool Own, bool Professional, DateTimeOffset At, string? Text, DateTimeOffset? EditedAt, QuoteShown? Quote,
    int Readers, int ReadBy, string Path, bool MayWrite)
{
    public bool Removed => Text is null;

    /// <summary>What was sent along.</summary>
    public IReadOnlyList<AttachmentShown> Attachments { get; init; } = [];
}

/// <summary>The beginning of what a message answers.</summary>
/// <param name="Text">Null when it was removed.</param>
/// <param name="Hidden">It was said before the reader took part: not a word of it is shown.</param>
public sealed record QuoteShown(long Number, string? Author, string? Text, bool Hidden);
