using Kring.People.Accounts;

namespace Kring.Tests.People.Accounts;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData("zeven77", PasswordJudgement.TooShort)]
    [InlineData("🙂🙂🙂🙂🙂🙂🙂", PasswordJudgement.TooShort)]
    [InlineData("acht 8 !", PasswordJudgement.Good)]
    [InlineData("🙂🙂🙂🙂🙂🙂🙂🙂", PasswordJudgement.Good)]
    [InlineData("password", PasswordJudgement.TooCommon)]
    [InlineData("WELKOM01", PasswordJudgement.TooCommon)]
    [InlineData("wachtwoord123 ", PasswordJudgement.TooCommon)]
    public void A_password_is_judged_by_its_length_and_by_how_common_it_is(string password, PasswordJudgement judgement)
        => Assert.Equal(judgement, Passwords.Judge(password));

    [Fact]
    public void A_hundred_and_twenty_eight_characters_are_the_most()
    {
        Assert.Equal(PasswordJudgement.Good, Passwords.Judge(new string('é', 128)));
        Assert.Equal(PasswordJudgement.TooLong, Passwords.Judge(new string('é', 129)));
    }
}
