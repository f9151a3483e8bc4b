using Kring.Access;
using Kring.Access.Log;
using Kring.Privacy.Traces;

namespace Kring.Tests.Privacy.Traces;

public sealed class TraceGroupsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Joke = new(Guid.CreateVersion7(Noon)), Ahmed = new(Guid.CreateVersion7(Noon));

    [Fact]
    public void The_same_person_reading_the_same_in_a_row_is_one_line_for_the_day()
        => Assert.Equal([3], Sizes(At(600, Joke), At(5, Joke), At(0, Joke)));

    [Fact]
    public void Coming_by_the_list_of_conversations_is_part_of_reading_them()
        => Assert.Equal([3], Sizes(At(40, Joke), At(39, Joke) with { ObjectType = "conversation-list" }, At(0, Joke)));

    [Fact]
    public void The_same_change_is_one_line_within_ten_minutes()
    {
        Assert.Equal([3], Sizes(Change(9), Change(5), Change(0)));
        Assert.Equal([1, 1], Sizes(Change(10), Change(0)));
    }

    [Fact]
    public void Tries_and_emergencies_are_taken_together_within_ten_minutes_only()
    {
        Assert.Equal([1, 1], Sizes(At(10, Joke) with { Outcome = Outcome.Refused }, At(0, Joke) with { Outcome = Outcome.Refused }));
        Assert.Equal([1, 1], Sizes(At(10, Joke) with { Emergency = true }, At(0, Joke) with { Emergency = true }));
    }

    [Fact]
    public void Somebody_else_or_something_else_in_between_begins_a_new_line()
    {
        Assert.Equal([1, 1, 1], Sizes(At(2, Joke), At(1, Ahmed), At(0, Joke)));
        Assert.Equal([1, 1, 1], Sizes(At(2, Joke), At(1, Joke) with { ObjectType = "people" }, At(0, Joke)));
        Assert.Equal([1, 1], Sizes(At(1, Joke), At(0, Joke) with { Operation = Operations.Export }));
    }

    [Fact]
    public void A_refusal_or_an_emergency_never_hides_among_ordinary_reading()
    {
        Assert.Equal([1, 1], Sizes(At(1, Joke), At(0, Joke) with { Outcome = Outcome.Refused, Refusal = "NoRelation" }));
        Assert.Equal([1, 1], Sizes(At(1, Joke), At(0, Joke) with { Emergency = true }));
    }

    [Fact]
    public void A_new_day_in_the_Netherlands_begins_a_new_line()
    {
        var midnight = new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.Zero);

        Assert.Equal([1, 1], Sizes(Read(midnight.AddMinutes(1), Joke), Read(midnight.AddMinutes(-1), Joke)));
    }

    [Fact]
    public void No_entry_is_lost_or_moved()
    {
        var entries = Enumerable.Range(0, 500).Select(i => At(500 - i, i % 7 < 3 ? Joke : Ahmed)).ToList();

        Assert.Equal(entries, TraceGroups.Of(entries).SelectMany(group => group));
    }

    private static IEnumerable<int> Sizes(params AccessEntry[] newestFirst) => TraceGroups.Of(newestFirst).Select(group => group.Count);

    private static AccessEntry Change(int minutes) => At(minutes, Joke) with { Operation = Operations.Update };

    private static AccessEntry At(int minutes, PersonId person) => Read(Noon.AddMinutes(minutes), person);

    private static AccessEntry Read(DateTimeOffset at, PersonId person) => PrivacyStage.Entry(default(PersonId).Profile, person, at);
}
