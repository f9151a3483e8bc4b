using System.Globalization;
using Kring.Access;
using Kring.People.Staff;

namespace Kring.Tests.People.Staff;

public sealed class StaffWordsTests
{
    [Theory]
    [InlineData(Role.DataProtectionOfficer, "functionaris gegevensbescherming", "Functionaris gegevensbescherming (FG)")]
    [InlineData(Role.Director, "directeur-bestuurder", "Directeur-bestuurder")]
    [InlineData(Role.Director, "Directeur", "Directeur")]
    [InlineData(Role.Director, "voorzitter", "Directeur, voorzitter")]
    public void What_a_function_says_already_is_said_once(Role role, string function, string words)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("nl");

        Assert.Equal(words, role.Work(function));
    }
}
