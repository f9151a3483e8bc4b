using Kring.Access;
using Kring.Access.Log;
using Kring.Conversations;
using Kring.Conversations.Drafts;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access;

public sealed class DoorTogetherTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task Who_comes_again_alone_is_not_in_the_log_for_what_was_not_saved_together()
    {
        var stage = await TalkStage.Set(app);
        var visit = new Visit(Actor.Arriving(stage.Joke), stage.Network.Compartment, ConversationsPurposes.Communicate, Operations.Create, new LoggedObject("message"));

        var conversation = new ConversationId(Guid.CreateVersion7());

        var saved = await app.In(services => services.GetRequiredService<Door>().CommitTogether([visit, visit], grants =>
        {
            foreach (var grant in grants.Values)
            {
                var id = new DraftId(Guid.CreateVersion7());
                grant.Add(new Draft { Id = id, Compartment = stage.Network.Compartment.Id, Conversation = conversation, Person = stage.Joke, Text = grant.Seal(Draft.TextField, id.Value, "Ik"), ChangedAt = app.Clock.GetUtcNow() });
            }

            return Task.FromResult<IReadOnlyCollection<int>>([.. grants.Keys]);
        }));

        Assert.Empty(saved); // nobody has two drafts in one conversation
        Assert.Equal(0, await app.InDatabase(db => db.Set<AccessEntry>().CountAsync(e => e.Person == stage.Joke && e.Operation == Operations.Create)));
    }
}
