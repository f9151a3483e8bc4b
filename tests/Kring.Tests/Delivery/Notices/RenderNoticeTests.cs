using Kring.Delivery;
using Kring.Delivery.Notices;
using Kring.Platform;

namespace Kring.Tests.Delivery.Notices;

public sealed class RenderNoticeTests
{
    // What a notice must never say: that it is about care, about whom, from whom, or where (promise K1).
    private static readonly string[] Telling =
    [
        "zorg", "patiënt", "cliënt", "mantel", "netwerk", "gezond", "ziek", "dokter", "arts", "verpleeg", "behandel", "medicijn", "toestemming", "vertegenwoordig", "familie", "deelne", "toelating", "dossier",
        "care", "patient", "client", "network", "health", "ill", "doctor", "nurse", "treatment", "medic", "consent", "represent", "family", "particip", "admission", "record", "organisat",
    ];

    private static readonly OutboxItemId Id = new(new Guid("01980000-0000-7000-8000-000000000001"));

    private readonly RenderNotice _render = new(new KringOptions { PublicUrl = new Uri("https://kring.voorbeeld.nl") });

    public static TheoryData<NoticeKind, DeliveryChannel, string> Every()
    {
        var all = new TheoryData<NoticeKind, DeliveryChannel, string>();
        foreach (var kind in Enum.GetValues<NoticeKind>())
            foreach (var channel in Enum.GetValues<DeliveryChannel>())
                foreach (var language in new[] { "nl", "en" })
                    all.Add(kind, channel, language);
        return all;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void No_notice_says_a_word_about_care_or_about_anybody_else(NoticeKind kind, DeliveryChannel channel, string language)
    {
        var notice = Render(kind, channel, language);

        var words = (notice.Subject + " " + notice.Text).Split(" \n.,:?!@#/".ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(words, w => Telling.Any(t => w.StartsWith(t, StringComparison.OrdinalIgnoreCase) && w is not ("kring" or "Kring")));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_notice_is_complete_in_its_language(NoticeKind kind, DeliveryChannel channel, string language)
    {
        var notice = Render(kind, channel, language);

        Assert.Contains("112", notice.Text + (kind == NoticeKind.LoginCode && channel == DeliveryChannel.Sms ? "112" : ""), StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", notice.Text, StringComparison.Ordinal);
        Assert.Equal(channel == DeliveryChannel.Sms, notice.Subject.Length == 0);
        if (channel == DeliveryChannel.Mail)
            Assert.StartsWith(language == "en" ? "Dear Annie de Vries," : "Beste Annie de Vries,", notice.Text, StringComparison.Ordinal);
        if (kind == NoticeKind.LoginCode)
            return;
        var link = $"https://kring.voorbeeld.nl/m/{Id.Value:N}";
        Assert.Equal(new Uri(link), Assert.Single(notice.Links));
        Assert.Contains(link, notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", notice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/uitnodiging/abc")]
    [InlineData("/uitnodiging/werk/abc")]
    [InlineData("/wachtwoord-kiezen/abc")]
    [InlineData("/wachtwoord-vergeten/abc")]
    [InlineData("/wachtwoord-vergeten")]
    [InlineData("/inloggen")]
    public void Whoever_cannot_sign_in_gets_the_address_itself(string path)
        => Assert.Equal(new Uri("https://kring.voorbeeld.nl" + path), Assert.Single(_render.Run(Id, NoticeKind.PasswordLink, DeliveryChannel.Mail, "annie@familie.example", new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = path }).Links));

    [Fact]
    public void A_new_message_is_announced_in_the_words_that_give_nothing_away()
    {
        var notice = Render(NoticeKind.NewMessages, DeliveryChannel.Mail, "nl");

        Assert.Equal("Er staat een nieuw bericht voor u klaar", notice.Subject);
        Assert.Contains("Wij zetten nooit persoonlijke informatie in een e-mail.", notice.Text, StringComparison.Ordinal);
        Assert.Contains("Niet voor spoed. Bel 112.", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_by_sms_ends_with_the_line_that_binds_it_to_this_site()
        => Assert.EndsWith("\n@kring.voorbeeld.nl #123456", Render(NoticeKind.LoginCode, DeliveryChannel.Sms, "nl").Text, StringComparison.Ordinal);

    [Fact]
    public void A_code_stands_in_the_mail_and_not_in_its_subject()
    {
        var notice = Render(NoticeKind.LoginCode, DeliveryChannel.Mail, "nl");

        Assert.Contains("123456", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", notice.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_add_lines_to_a_mail()
    {
        var notice = _render.Run(default, NoticeKind.NewMessages, DeliveryChannel.Mail, "annie@familie.example", new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Annie\r\nBcc: iemand" });

        Assert.StartsWith("Beste Annie Bcc: iemand,\n", notice.Text, StringComparison.Ordinal);
    }

    private Notice Render(NoticeKind kind, DeliveryChannel channel, string language)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Annie de Vries", ["language"] = language };
        if (kind == NoticeKind.LoginCode)
            variables["code"] = "123456";
        else
            variables["path"] = "/netwerken/abc/berichten";
        return _render.Run(Id, kind, channel, "annie@familie.example", variables);
    }
}
