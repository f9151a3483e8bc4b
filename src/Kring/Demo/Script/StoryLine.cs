namespace Kring.Demo.Script;

/// <summary><paramref name="Day"/> counts from the day the story starts; null stays on the day of the line before.</summary>
internal sealed record StoryLine(char Role, bool Optional, bool FollowsOptional, int? Day, int? Hour, string Text);
