namespace Kring.Demo.Script.Stories;

internal sealed record Topic(string Subject, DemoAudience Audience, int Messages, params IReadOnlyList<string> Texts)
{
    /// <summary>Tells its stories again when they are all told.</summary>
    internal bool NeverEnds => Messages > 500;

    internal IEnumerable<Story> Stories => Texts.SelectMany(StoryReader.Read);
}
