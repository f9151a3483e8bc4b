using Kring.App;
using Kring.Conversations.Attachments;

namespace Kring.Conversations.Messages;

/// <summary>Why a message was not sent, in words.</summary>
internal static class PostWords
{
    /// <summary>Why it was not sent, and the field that this stands beside.</summary>
    internal static (string Field, string Words) Explain(PostResult result, string? typed) => result is { Answer: PostAnswer.BadFile, File: { } file }
        ? (AttachmentWords.FieldOf(file), AttachmentWords.Explain(file))
        : ("tekst", Explain(result.Answer, typed));

    internal static string Explain(PostAnswer answer, string? typed) => answer switch
    {
        PostAnswer.Empty => ConversationsTexts.NoText,
        PostAnswer.TooLong => ConversationsTexts.TextTooLong.Fill(PlainText.Length(PlainText.Tidy(typed)), Message.LongestText),
        PostAnswer.SentBefore => ConversationsTexts.SentBefore,
        PostAnswer.Posted or PostAnswer.BadFile or PostAnswer.Refused => throw new InvalidOperationException("There is nothing to explain."),
    };

    internal static string Explain(EditAnswer answer, string? typed) => answer switch
    {
        EditAnswer.Empty => ConversationsTexts.NoText,
        EditAnswer.TooLong => ConversationsTexts.TextTooLong.Fill(PlainText.Length(PlainText.Tidy(typed)), Message.LongestText),
        EditAnswer.Removed => ConversationsTexts.RemovedMeanwhile,
        EditAnswer.ChangedMeanwhile => ConversationsTexts.ChangedMeanwhile,
        EditAnswer.Saved or EditAnswer.Refused => throw new InvalidOperationException("There is nothing to explain."),
    };
}
