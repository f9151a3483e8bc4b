namespace Kring.Platform.Nodes;

/// <summary>
/// Carries short words from each node of one Kring to the others: ids and numbers, never what people wrote. A word only says that something in the database is worth a look, so one
/// that is lost costs time and nothing else, and one that is made up opens nothing.
/// </summary>
internal interface INodeWire
{
    /// <summary>Whether words reach the other nodes now. While they do not, look in the database.</summary>
    bool Carries { get; }

    /// <summary>How often the wire broke since the start: when it differs from last time, words may have been lost in between.</summary>
    int Breaks { get; }

    /// <summary>Tells the other nodes, without waiting. Call it after the commit.</summary>
    /// <param name="subject">What the word is about; lower case letters.</param>
    void Tell(string subject, string word);

    /// <summary>Hears what other nodes tell about a subject, until the program ends. A word that makes no sense is to be passed over.</summary>
    void Hear(string subject, Action<string> heard);
}

/// <summary>A Kring of one node: there is nobody to tell.</summary>
internal sealed class OneNode : INodeWire
{
    public bool Carries => true;

    public int Breaks => 0;

    public void Tell(string subject, string word)
    {
    }

    public void Hear(string subject, Action<string> heard)
    {
    }
}
