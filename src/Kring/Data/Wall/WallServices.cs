namespace Kring.Data.Wall;

/// <summary>Who passes the wall without acting for somebody. A connection says it from its start on ("Options=-c kring.service=…"), so it takes no round trip.</summary>
internal static class WallServices
{
    /// <summary>The program's own work: jobs, the register, the legal terms, whole walks through the log.</summary>
    internal const string Program = "program";

    /// <summary>Whoever migrates: steps of the schema may have to change every row.</summary>
    internal const string Owner = "owner";

    /// <summary>Writes what waits for one lane: posts, and lines of the access log. The tables it may use stand in <see cref="WallRules"/>.</summary>
    internal const string Lane = "lane";

    /// <summary>Finds by what somebody brings, before it is known who they are: a cookie, an address, a link. Reads the tables it names.</summary>
    internal const string Find = "find";

    /// <summary>The wall's own questions about who stands how.</summary>
    internal const string Wall = "wall";
}
