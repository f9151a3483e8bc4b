using Kring.Platform;
using Microsoft.Data.Sqlite;

namespace Kring.Tests.Platform;

public sealed class FaultTraceTests
{
    [Fact]
    public void A_fault_is_told_by_kind_code_and_place_and_never_by_what_it_says()
    {
        var trace = Thrown().Trace();

        Assert.DoesNotContain("Annie", trace, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", trace, StringComparison.Ordinal);
        Assert.Contains("caused by Microsoft.Data.Sqlite.SqliteException 19/2067", trace, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), trace, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Kring_itself_says_holds_ids_and_is_told()
        => Assert.Contains("no such folder", new StartRefusedException("no such folder").Trace(), StringComparison.Ordinal);

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("Cannot parse 'Annie de Vries'.", new SqliteException("Annie", 19, 2067));
        }
        catch (InvalidOperationException fault)
        {
            return fault;
        }
    }
}
