using Kring.Delivery;
using Kring.Networks.Enrolment;
using Kring.Networks.Invitations;

namespace Kring.Tests.Networks.Enrolment;

/// <summary>Whether two people with the same date of birth count as one: rather a lock too many than a first week too many, and twins apart.</summary>
public sealed class RecipientMarksTests
{
    private static readonly DateOnly Born = new(1944, 3, 9);

    [Theory]
    [InlineData("Annie de Vries", "ANNIE DE VRIES")]
    [InlineData("Annie de Vries", "Annie Vries")]
    [InlineData("Annie de Vries", "Anna de Vries")]
    [InlineData("Annie de Vries", "A. de Vries")]
    [InlineData("Annie de Vries", "A.M. de Vries")]
    [InlineData("A. de Vries", "Annie de Vries")]
    [InlineData("Annie de Vries", "Mevrouw A. de Vries")]
    [InlineData("Annie de Vries", "Mevr. de Vries")]
    [InlineData("Mevrouw de Vries", "Annie de Vries")]
    [InlineData("Annie de Vries", "Vries, Annie de")]
    [InlineData("Annie Bos", "Bos Annie")]
    [InlineData("Annie de Vries", "Annie de Vreis")]
    [InlineData("Annie de Vries", "Annie de Fries")]
    [InlineData("Annie de Vries", "Annie Maria de Vries")]
    [InlineData("Annie de Vries-Jansen", "Annie Janssen-de Vries")]
    [InlineData("Annie de Vries-Jansen", "Annie de Vries")]
    [InlineData("Annie Jansen", "Annie de Vries - Janszen")]
    [InlineData("Truus Meijer", "Truus Meyer")]
    [InlineData("Truus Meijer", "Truus Meier")]
    [InlineData("Íris van den IJssel", "Iris vd Yssel")]
    [InlineData("Gül Yılmaz", "Gul Yilmaz")]
    [InlineData("Kees van den Berg", "Cees Vandenberg")]
    [InlineData("Fatima El Amrani", "Fatima Elamrani")]
    [InlineData("Truus", "Truus de Wit")]
    [InlineData("Truus de Wit", "Truus")]
    public void Another_spelling_is_the_same_person(string earlier, string now) => Assert.True(IsSame(earlier, now), $"{earlier} and {now}");

    [Theory]
    [InlineData("Jan de Vries", "Piet de Vries")]
    [InlineData("Jan de Vries", "Joris de Vries")]
    [InlineData("Jan de Vries", "Jannie de Vries")]
    [InlineData("Pieter Bakker", "Petra Bakker")]
    [InlineData("Mark Bakker", "Marieke Bakker")]
    [InlineData("Tom Bakker", "Tim Bakker")]
    [InlineData("Lotte Bakker-Smit", "Emma Bakker-Smit")]
    [InlineData("Jan Willem Bos", "Piet Willem Bos")]
    [InlineData("J. de Vries", "P. de Vries")]
    public void Twins_are_two(string one, string other)
    {
        Assert.False(IsSame(one, other), $"{one} and {other}");
        Assert.False(IsSame(other, one), $"{other} and {one}");
    }

    [Fact]
    public void Another_family_or_another_birthday_is_another_person()
    {
        Assert.False(IsSame("Annie de Vries", "Annie Bos"));
        Assert.False(IsSame("Annie de Vries", "Annie de Vries", Born.AddDays(1)));
    }

    [Fact]
    public void Day_and_month_the_wrong_way_round_are_the_same_birthday() => Assert.True(IsSame("Annie de Vries", "Annie de Vries", new DateOnly(1944, 9, 3)));

    [Fact]
    public void Reached_at_the_same_place_is_the_same_person_whatever_the_name()
    {
        var mail = new InvitationAddress(DeliveryChannel.Mail, "Annie@kring.example");

        Assert.True(RecipientMarks.Kept("Annie de Vries", Born, mail).Overlaps(RecipientMarks.Sought("Truus Bos", Born.AddYears(1), mail with { Value = "annie@kring.example" })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("...")]
    [InlineData("'t")]
    [InlineData("de heer")]
    [InlineData("王 小明")]
    public void Whatever_is_typed_it_is_recognised_again(string name) => Assert.True(IsSame(name, name));

    private static bool IsSame(string earlier, string now, DateOnly? born = null) => RecipientMarks.Kept(earlier, Born, null).Overlaps(RecipientMarks.Sought(now, born ?? Born, null));
}
