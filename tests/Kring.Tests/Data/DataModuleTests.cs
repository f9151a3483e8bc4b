using Kring.Data;
using Npgsql;

namespace Kring.Tests.Data;

public sealed class DataModuleTests
{
    [Theory]
    [InlineData("Host=db;Database=kring", 200)]
    [InlineData("Host=db;Database=kring;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;Database=kring;max auto prepare=20;Include Error Detail=true", 20)]
    public void Statements_are_prepared_unless_the_operator_says_otherwise_and_errors_hold_no_values(string given, int prepared)
    {
        var settings = new NpgsqlConnectionStringBuilder(DataModule.Connection(given));

        Assert.Equal((prepared, false), (settings.MaxAutoPrepare, settings.IncludeErrorDetail));
    }
}
