namespace Kring.Demo.Script;

/// <summary>A message before it has its place in a conversation; it may answer the draft before it in its story.</summary>
internal sealed record Draft(string AuthorKey, DateTimeOffset At, string Text, Draft? Answers);
