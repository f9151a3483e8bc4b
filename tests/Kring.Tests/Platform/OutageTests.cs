using Kring.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kring.Tests.Platform;

public sealed class OutageTests
{
    [Theory]
    [InlineData(5, true)] // busy
    [InlineData(8, true)] // read-only
    [InlineData(13, true)] // full
    [InlineData(19, false)] // constraint
    public void Sqlite_that_cannot_serve_now_is_no_fault_of_the_program(int code, bool outage)
        => Assert.Equal(outage, Outage.Is(new DbUpdateException("saving", new SqliteException("no", code))));

    [Theory]
    [InlineData("53100", true)] // disk full
    [InlineData("57P01", true)] // shut down by an administrator
    [InlineData("25006", true)] // read-only
    [InlineData("23502", false)] // not null
    public void PostgreSQL_that_cannot_serve_now_is_no_fault_of_the_program(string state, bool outage)
        => Assert.Equal(outage, Outage.Is(new DbUpdateException("saving", new PostgresException("no", "ERROR", "ERROR", state))));

    [Fact]
    public void A_connection_that_fails_is_an_outage_and_a_programming_fault_is_not()
    {
        Assert.True(Outage.Is(new InvalidOperationException("transient", new NpgsqlException("away"))));
        Assert.False(Outage.Is(new InvalidOperationException("wrong")));
    }
}
