using Kring.Access;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.Networks.Mandates;
using Kring.Platform;

namespace Kring.Tests.Networks.Mandates;

public sealed class VoicesTests
{
    private static readonly LegalTerms Law = new([.. LegalTermKeys.AtFirstStart]);
    private static readonly PersonId Recipient = PersonId.From(Guid.CreateVersion7());
    private static readonly PersonId Other = PersonId.From(Guid.CreateVersion7());
    private static readonly DateOnly Born = new(2010, 11, 23);

    [Theory]
    [InlineData(2022, 11, 22, nameof(CareVoice.TooYoung))]
    [InlineData(2022, 11, 23, nameof(CareVoice.Youth))]
    [InlineData(2026, 11, 22, nameof(CareVoice.Youth))]
    [InlineData(2026, 11, 23, nameof(CareVoice.Own))]
    public void A_child_gets_a_voice_at_12_and_decides_at_16(int year, int month, int day, string voice)
        => Assert.Equal(voice, Voices.Of(Recipient, Recipient, Born, [], new DateOnly(year, month, day), Law).Kind.ToString());

    [Theory]
    [InlineData(2020, 1, 1, nameof(CareVoice.Parent))]
    [InlineData(2026, 11, 22, nameof(CareVoice.Parent))]
    [InlineData(2026, 11, 23, nameof(CareVoice.HasRegainedOwnVoice))]
    public void A_parent_decides_until_the_sixteenth_birthday(int year, int month, int day, string voice)
        => Assert.Equal(voice, Kind(Mandate(MandateKind.ParentWithAuthority), new DateOnly(year, month, day)));

    [Theory]
    [InlineData(nameof(MandateKind.Curator))]
    [InlineData(nameof(MandateKind.Mentor))]
    [InlineData(nameof(MandateKind.AuthorisedProxy))]
    public void Whoever_represents_an_adult_decides_from_16_on_and_not_before(string kind)
    {
        var mandate = Mandate(Enum.Parse<MandateKind>(kind));

        Assert.Equal(nameof(CareVoice.NotForAMinor), Kind(mandate, new DateOnly(2026, 11, 22)));
        Assert.Equal(nameof(CareVoice.Mandated), Kind(mandate, new DateOnly(2026, 11, 23)));
    }

    [Theory]
    [InlineData(2022, 11, 22, false)]
    [InlineData(2022, 11, 23, true)]
    [InlineData(2026, 11, 22, true)]
    [InlineData(2026, 11, 23, true)]
    public void From_12_on_a_child_keeps_what_it_read_from_a_parent(int year, int month, int day, bool keeps)
    {
        var today = new DateOnly(year, month, day);
        var parent = Voices.Of(Other, Recipient, Born, [Mandate(MandateKind.ParentWithAuthority)], today, Law);

        Assert.Equal(keeps, Voices.KeepsOwnReadings(parent, Voices.Of(Recipient, Recipient, Born, [], today, Law)));
        Assert.False(Voices.KeepsOwnReadings(Voices.Of(Other, Recipient, Born, [Mandate(MandateKind.Mentor)], today, Law), Voices.Of(Recipient, Recipient, Born, [], today, Law)));
    }

    [Fact]
    public void Every_kind_and_scope_without_care_has_no_voice()
    {
        foreach (var kind in Enum.GetValues<MandateKind>())
        {
            foreach (var scope in Enum.GetValues<MandateScope>().Where(s => kind == MandateKind.Administrator || s == MandateScope.Money))
                Assert.Equal(nameof(CareVoice.MandateNotForCare), Kind(Mandate(kind, scope), new DateOnly(2040, 1, 1)));
        }
    }

    [Fact]
    public void A_mandate_holds_on_its_first_and_its_last_day_and_on_no_other()
    {
        var (from, until) = (new DateOnly(2030, 2, 1), new DateOnly(2030, 2, 28));
        var mandate = Mandate(MandateKind.Mentor, MandateScope.Care, from, until);

        for (var day = from.AddDays(-40); day <= until.AddDays(40); day = day.AddDays(1))
        {
            var expected = day < from ? CareVoice.MandateNotYet : day > until ? CareVoice.MandateExpired : CareVoice.Mandated;
            Assert.Equal(expected.ToString(), Kind(mandate, day));
            Assert.Equal(expected == CareVoice.Mandated, mandate.HoldsOn(day));
        }
    }

    [Fact]
    public void An_ended_mandate_has_no_voice_within_its_dates()
    {
        var mandate = Mandate(MandateKind.Mentor);
        mandate.EndedAt = DateTimeOffset.UnixEpoch;

        Assert.Equal(nameof(CareVoice.MandateExpired), Kind(mandate, new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public void The_best_of_several_mandates_counts()
    {
        var today = new DateOnly(2030, 1, 1);
        var voice = Voices.Of(Other, Recipient, Born, [Mandate(MandateKind.Administrator), Mandate(MandateKind.Mentor, MandateScope.Care, null, today.AddDays(-1)), Mandate(MandateKind.AuthorisedProxy)], today, Law);

        Assert.Equal(CareVoice.Mandated, voice.Kind);
        Assert.Equal(MandateKind.AuthorisedProxy, voice.Mandate!.Kind);
    }

    [Fact]
    public void Somebody_elses_mandate_gives_no_voice()
        => Assert.Equal(CareVoice.None, Voices.Of(PersonId.From(Guid.CreateVersion7()), Recipient, Born, [Mandate(MandateKind.Mentor)], new DateOnly(2030, 1, 1), Law).Kind);

    [Theory]
    [InlineData("2026-11-22T22:59:59Z", nameof(CareVoice.Youth))]
    [InlineData("2026-11-22T23:00:00Z", nameof(CareVoice.Own))]
    public void Winter_midnight_in_the_Netherlands_is_when_a_birthday_begins(string instant, string voice) => Assert.Equal(voice, At(Born, instant));

    [Theory]
    [InlineData("2026-07-09T21:59:59Z", nameof(CareVoice.Youth))]
    [InlineData("2026-07-09T22:00:00Z", nameof(CareVoice.Own))]
    public void Summer_midnight_too(string instant, string voice) => Assert.Equal(voice, At(new DateOnly(2010, 7, 10), instant));

    // The clock goes back on 25 October 2026 at 01:00 UTC and forward on 29 March 2026 at 01:00 UTC: the day itself began in the other season.
    [Theory]
    [InlineData(10, 25, "2026-10-24T21:59:59Z", nameof(CareVoice.Youth))]
    [InlineData(10, 25, "2026-10-24T22:00:00Z", nameof(CareVoice.Own))]
    [InlineData(10, 26, "2026-10-25T22:59:59Z", nameof(CareVoice.Youth))]
    [InlineData(10, 26, "2026-10-25T23:00:00Z", nameof(CareVoice.Own))]
    [InlineData(3, 29, "2026-03-28T23:00:00Z", nameof(CareVoice.Own))]
    [InlineData(3, 30, "2026-03-29T21:59:59Z", nameof(CareVoice.Youth))]
    [InlineData(3, 30, "2026-03-29T22:00:00Z", nameof(CareVoice.Own))]
    public void Birthdays_on_the_days_that_the_clock_changes(int month, int day, string instant, string voice) => Assert.Equal(voice, At(new DateOnly(2010, month, day), instant));

    private static string At(DateOnly born, string instant)
        => Voices.Of(Recipient, Recipient, born, [], DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).DutchDay(), Law).Kind.ToString();

    private static string Kind(Mandate mandate, DateOnly today) => Voices.Of(Other, Recipient, Born, [mandate], today, Law).Kind.ToString();

    private static Mandate Mandate(MandateKind kind, MandateScope scope = MandateScope.Both, DateOnly? from = null, DateOnly? until = null) => new()
    {
        Id = MandateId.From(Guid.CreateVersion7()),
        Compartment = default,
        Person = Other,
        Kind = kind,
        Scope = scope,
        From = from ?? new DateOnly(2000, 1, 1),
        Until = until,
        EvidenceReference = new Sealed<string>(ReadOnlyMemory<byte>.Empty),
        RecordedBy = Recipient,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };
}
