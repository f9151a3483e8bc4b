using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Kring.Data;
using Kring.Delivery;
using Kring.Delivery.Clearing;
using Kring.Law;
using Kring.People.Clearing;
using Kring.People.MailedLinks;
using Kring.People.SignInLinks;
using Kring.People.SignIns;
using Kring.Platform;
using Kring.Tests.Conversations;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Faults;

/// <summary>The machine's clock is a day ahead, and then an hour behind.</summary>
public sealed class ClockTests(KringApp app) : IClassFixture<KringApp>
{
    private static readonly Caller Caller = new("127.0.0.1", "127.0.0.0/24", "Test");

    [Fact]
    public async Task Messages_keep_their_order()
    {
        var stage = await TalkStage.Set(app);
        app.Clock.Advance(TimeSpan.FromHours(2)); // they took part for a while
        var talk = (await In<StartConversation, ConversationId?>(async use => (await use.Run(Actor.Arriving(stage.Joke), stage.Network, "Dinsdag", Audience.Everyone, New("1"), default)).Conversation))!.Value;
        foreach (var jump in (TimeSpan[])[TimeSpan.FromDays(1), TimeSpan.FromHours(-25), TimeSpan.FromHours(1)])
        {
            app.Clock.Advance(jump);
            foreach (var person in (PersonId[])[stage.Ahmed, stage.Joke])
                Assert.Equal(PostAnswer.Posted, await In<PostMessage, PostAnswer>(async use => (await use.Run(Actor.Arriving(person), stage.Network, talk, New("Nog iets"), default)).Answer));
        }

        var said = await app.InDatabase(db => db.Set<Message>().AsNoTracking().Where(m => m.Conversation == talk).OrderBy(m => m.Number).ToListAsync());
        Assert.Equal(7, said.Count);
        Assert.Equal(said.Select(m => m.At).Order(), said.Select(m => m.At));
        var shown = await In<ReadConversation, ConversationShown?>(async use => (await use.Run(Actor.Arriving(stage.Annie), stage.Network, talk, new MessageRange(long.MaxValue, null), default)).Shown);
        Assert.Equal(Enumerable.Range(1, 7).Select(n => (long)n), shown!.Messages.Select(m => m.Number));
    }

    [Fact]
    public async Task Nothing_is_deleted_early()
    {
        var (person, _, _) = await Begun();
        var before = await Rows();

        app.Clock.Advance(TimeSpan.FromDays(1));
        await Clear(person);
        app.Clock.Advance(TimeSpan.FromHours(-25));
        await Clear(person);
        app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(before, await Rows());

        Task<(int, int)> Rows() => app.InDatabase(async db => (await db.Set<SignIn>().CountAsync(s => s.Person == person), await db.Set<OutboxItem>().CountAsync(i => i.Compartment == person.Profile.Id)));
    }

    [Fact]
    public async Task A_code_that_was_used_stays_dead_and_no_code_counts_before_it_was_asked_for()
    {
        var (person, used, browser) = await Begun();
        Assert.Equal(CodeAnswer.SignedIn, await Give(browser, used));
        var (other, fresh, elsewhere) = await Begun();

        app.Clock.Advance(TimeSpan.FromHours(-1));

        Assert.Equal(CodeAnswer.StartOver, await Give(browser, used));
        Assert.Equal(CodeAnswer.Useless, await Give(elsewhere, fresh));
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CodeAnswer.SignedIn, await Give(elsewhere, fresh));
        Assert.NotEqual(person, other);
    }

    [Fact]
    public async Task A_code_and_a_link_of_before_are_over_a_day_later_and_not_back_an_hour_before_they_were_asked_for()
    {
        var (person, code, browser) = await Begun();
        var link = await Link(person);

        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(CodeAnswer.StartOver, await Give(browser, code));
        Assert.Null(await Follow(link));
        app.Clock.Advance(TimeSpan.FromHours(-25));
        Assert.Equal(CodeAnswer.Useless, await Give(browser, code));
        Assert.Null(await Follow(link));
        app.Clock.Advance(TimeSpan.FromHours(1));
    }

    private static NewMessage New(string text) => new(Guid.CreateVersion7(), text);

    private async Task Clear(PersonId person)
    {
        var (law, now) = (await app.Services.GetRequiredService<LegalTermsBoard>().Current(default), app.Clock.Moment());
        await app.In(async services =>
        {
            await services.GetRequiredService<ClearSignIns>().Run(person, law.StartOf(LegalTermKeys.RetentionSignIn, now), default);
            await services.GetRequiredService<ClearNotices>().Run(person.Profile, law.StartOf(LegalTermKeys.RetentionDelivery, now), default);
            return true;
        });
    }

    private async Task<(PersonId Person, string Code, string Browser)> Begun()
    {
        var mail = $"{Guid.CreateVersion7():N}@kring.example";
        var person = await new World(app).Person("Annie de Vries", mail);
        var given = await In<CheckPassword, PasswordChecked>(use => use.Run(mail, World.Password, [], Caller, default));
        return (person, await app.LastCode(person), given.Browser!);
    }

    private Task<CodeAnswer> Give(string browser, string code) => In<GiveCode, CodeAnswer>(async use => (await use.Run(browser, code, null, [], Caller, default)).Answer);

    private async Task<string> Link(PersonId person)
    {
        var mail = (await app.LastNotice(person)).Address;
        await In<SendLink, bool>(async use =>
        {
            await use.Run(new LinkAsked(LinkSort.SignIn, mail, "nl"), default);
            return true;
        });
        return (await app.Notices(person)).Last(n => n.Kind == NoticeKind.SignInLink).Variables["path"].Split('/')[^1];
    }

    private Task<(SecondStep Next, string Browser)?> Follow(string link) => In<UseSignInLink, (SecondStep, string)?>(use => use.Run(link, [], default));

    private Task<TAnswer> In<TUse, TAnswer>(Func<TUse, Task<TAnswer>> run) where TUse : notnull => app.In(services => run(services.GetRequiredService<TUse>()));
}
