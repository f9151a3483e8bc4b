using System.Globalization;
using Kring.App;
using Kring.App.Display;
using Kring.Conversations.Messages;
using Kring.Platform;

namespace Kring.Conversations.Threads;

/// <summary>Conversations in words.</summary>
internal static class ThreadWords
{
    internal static string Audience(Audience audience, string recipient) => audience switch
    {
        Conversations.Audience.Everyone => ConversationsTexts.AudienceEveryone,
        Conversations.Audience.WithoutRecipient => ConversationsTexts.AudienceWithout.Fill(recipient),
        Conversations.Audience.ProfessionalsOnly => ConversationsTexts.AudienceProfessionals,
    };

    internal static string Unread(long count) => count switch
    {
        0 => ConversationsTexts.UnreadNone,
        1 => ConversationsTexts.UnreadOne,
        _ => ConversationsTexts.UnreadMany.Fill(count),
    };

    internal static string People(int count) => count == 1 ? ConversationsTexts.PeopleOne : ConversationsTexts.PeopleMany.Fill(count);

    internal static string Clock(DateTimeOffset at) => at.InAmsterdam().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The heading of a day: "vandaag", "gisteren", "zaterdag 21 november 2026".</summary>
    internal static string Day(DateTimeOffset at, DateTimeOffset now)
        => now.DutchDay().DayNumber - at.DutchDay().DayNumber is 0 or 1 ? at.ShowDay(now) : at.DutchDay().ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>For the datetime attribute of a time element.</summary>
    internal static string Machine(DateTimeOffset at) => at.InAmsterdam().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>When a message was changed, beside the day it stands under: the time alone on that day.</summary>
    internal static string Edited(DateTimeOffset said, DateTimeOffset edited, DateTimeOffset now)
        => ConversationsTexts.Edited.Fill(said.DutchDay() == edited.DutchDay() ? Clock(edited) : edited.Show(now));

    /// <summary>Why a conversation was not started, and beside which field that stands.</summary>
    internal static (string Field, string Words) Explain(StartAnswer answer, string? typed) => answer switch
    {
        StartAnswer.NoSubject => ("onderwerp", ConversationsTexts.NoSubject),
        StartAnswer.SubjectTooLong => ("onderwerp", ConversationsTexts.SubjectTooLong.Fill(Conversation.LongestSubject)),
        StartAnswer.NoText => ("tekst", ConversationsTexts.NoText),
        StartAnswer.TextTooLong => ("tekst", PostWords.Explain(PostAnswer.TooLong, typed)),
        StartAnswer.AudienceNotTheirs => ("wie", ConversationsTexts.ChooseAudience),
        StartAnswer.SentBefore => ("tekst", ConversationsTexts.SentBefore),
        StartAnswer.Started or StartAnswer.Refused => throw new InvalidOperationException("There is nothing to explain."),
    };
}
