using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Drafts;
using Kring.Conversations.Messages;
using Kring.Conversations.Notices;
using Kring.Conversations.Reading;
using Kring.Conversations.Threads;
using Kring.Delivery;
using Kring.Delivery.Clearing;
using Kring.Delivery.Dispatch;
using Kring.Platform;
using Kring.Tests.Conversations;
using Kring.Tests.Delivery.Dispatch;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults.Writes;

internal static class TalkDeeds
{
    internal static IReadOnlyDictionary<string, Staging> All { get; } = new Dictionary<string, Staging>(StringComparer.Ordinal)
    {
        [nameof(StartConversation)] = async app =>
        {
            var stage = await TalkStage.Set(app);
            return Deeds.Of<StartConversation>(async use => (await use.Run(Actor.Arriving(stage.Joke), stage.Network, "Dinsdag", Audience.Everyone, New("Wie gaat er mee?"), default)).Answer);
        },
        [nameof(PostMessage)] = In<PostMessage>(async (use, talk) => (await use.Run(Actor.Arriving(talk.Stage.Ahmed), talk.Stage.Network, talk.Id, New("Ik"), default)).Answer),
        [nameof(EditMessage)] = In<EditMessage>(async (use, talk) => (await use.Run(Actor.Arriving(talk.Stage.Joke), talk.Stage.Network, talk.Id, 1, "Wie gaat er toch mee?", default)).Answer),
        [nameof(RemoveMessage)] = In<RemoveMessage>(async (use, talk) => (await use.Run(Actor.Arriving(talk.Stage.Joke), talk.Stage.Network, talk.Id, 1, default)).Answer),
        [nameof(KeepDraft)] = In<KeepDraft>(async (use, talk) => await use.Run(Actor.Arriving(talk.Stage.Ahmed), talk.Stage.Network, talk.Id, Guid.CreateVersion7(), "Ik ga", default)),
        [nameof(MarkRead)] = In<MarkRead>(async (use, talk) => await use.Run(Actor.Arriving(talk.Stage.Ahmed), talk.Stage.Network, talk.Id, 1, default)),
        [nameof(TellReaders)] = async app =>
        {
            var talk = await Start(app);
            var due = await app.InDatabase(db => db.Set<WaitingNotice>().AsNoTracking().SingleAsync(w => w.Compartment == talk.Stage.Network.Compartment.Id));
            return Deeds.Of<TellReaders>(async use =>
            {
                await use.Run(new DueWord(talk.Stage.Network, due.Id, due.Conversation, due.Author, due.Waited), default);
                return null;
            });
        },
        [nameof(ChooseNotices)] = async app =>
        {
            var annie = await new World(app).Person("Annie de Vries");
            return Deeds.Of<ChooseNotices>(async use => await use.Run(Actor.Arriving(annie), new NoticeWish(NoticeMode.Daily, new TimeOnly(21, 0), new TimeOnly(8, 0)), default));
        },
        [nameof(SendNotice)] = async app =>
        {
            var (_, due) = await Waiting.Add(app);
            // A lease of a try that failed runs out.
            return async services =>
            {
                app.Clock.Advance(TimeSpan.FromMinutes(3));
                return await services.GetRequiredService<SendNotice>().Run(due, default);
            };
        },
        [nameof(ClearNotices)] = async app =>
        {
            var (_, due) = await Waiting.Add(app);
            await app.InDatabase(db => db.Set<OutboxItem>().Where(i => i.Id == due.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.SentAt, app.Clock.Moment().AddDays(-200))));
            return Deeds.Of<ClearNotices>(async use =>
            {
                await use.Run(due.Compartment, app.Clock.Moment().AddDays(-100), default);
                return null;
            });
        },
    };

    private static NewMessage New(string text) => new(Guid.CreateVersion7(), text);

    private static async Task<(TalkStage Stage, ConversationId Id)> Start(KringApp app)
    {
        var stage = await TalkStage.Set(app);
        var started = await app.In(services => services.GetRequiredService<StartConversation>().Run(Actor.Arriving(stage.Joke), stage.Network, "Dinsdag", Audience.Everyone, New("Wie gaat er mee?"), default));
        return (stage, started.Conversation!.Value);
    }

    private static Staging In<TUse>(Func<TUse, (TalkStage Stage, ConversationId Id), Task<object?>> run) where TUse : notnull => async app =>
    {
        var talk = await Start(app);
        return Deeds.Of<TUse>(use => run(use, talk));
    };
}
