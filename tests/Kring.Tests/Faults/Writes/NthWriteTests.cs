using Kring.Access.Log;
using Kring.Platform;
using Kring.Tests.Support;

namespace Kring.Tests.Faults.Writes;

/// <summary>
/// Every use case that saves something, with its first write failing, its second, and so on until none is left: before the database did it, and after, with the answer lost. Each time
/// everything stands there or nothing does, rows, notices and log alike.
/// </summary>
public abstract class NthWriteTests(FailingApp failing)
{
    private readonly KringApp _app = failing.App;
    private readonly FailingWrites _writes = failing.Writes;

    protected async Task Check(string name)
    {
        var expected = await Unharmed(name);
        await Fails(name, Failing.Before, expected);
        await Fails(name, Failing.After, expected);
    }

    /// <summary>What it changes, and what it answers, when nothing fails.</summary>
    private async Task<(string Change, string Answer)> Unharmed(string name)
    {
        var deed = await Deeds.All[name](_app);
        var before = await Picture.Take(_app);
        var answer = await Do(deed);
        var after = await Picture.Take(_app);
        Assert.Null(answer.Fault);
        var change = after.ChangedSince(before);
        Assert.NotEmpty(change);
        Agrees(before, after, name);
        return (change, answer.Text);
    }

    private async Task Fails(string name, Failing when, (string Change, string Answer) expected)
    {
        Deed? deed = null;
        Picture? before = null;
        for (var nth = 1; ; nth++)
        {
            deed ??= await Deeds.All[name](_app);
            before ??= await Picture.Take(_app);
            _writes.Fail(nth, when);
            var answer = await Do(deed);
            _writes.Stop();
            if (!_writes.Hit)
            {
                Assert.True(nth > 1, "It wrote nothing.");
                Assert.Equal(expected.Change, (await Picture.Take(_app)).ChangedSince(before)); // after all that failed, it goes as ever
                return;
            }

            var after = await Picture.Take(_app);
            var (change, at) = (after.ChangedSince(before), $"{name}, write {nth} failing {when}, answering {answer.Text} {answer.Fault?.GetType().Name}");
            Assert.True(change.Length == 0 || change == expected.Change || Deeds.InSteps.ContainsKey(name), $"{at}: half of it was saved.\n{change}\n-- instead of\n{expected.Change}");
            Assert.True(answer.Fault is null or LogUnavailableException || Outage.Is(answer.Fault), $"{at}: {answer.Fault}"); // a page says "cannot now", not "something is wrong"
            Assert.False(change.Length == 0 && answer.Fault is null && answer.Text == expected.Answer && !Deeds.InSteps.ContainsKey(name), $"{at}: it says that it is done, and nothing was saved.");
            Agrees(before, after, at);
            (deed, before) = change.Length > 0 ? (null, null) : (deed, after);
        }
    }

    /// <summary>Log and rows tell the same: a change for each compartment in which something changed, and none for others.</summary>
    private static void Agrees(Picture before, Picture after, string at)
    {
        Assert.True(after.KeepsLogOf(before), $"{at}: the log was changed.");
        var changed = after.CompartmentsChangedSince(before);
        var told = after.ChangesToldSince(before);
        Assert.True(changed.IsSubsetOf(told) || Deeds.BesideTheLog.Contains(at.Split(' ', ',')[0]), $"{at}: something changed in {string.Join(", ", changed.Except(told))}, and the log does not tell it.\n{after.ChangedSince(before)}");
        Assert.True(told.IsSubsetOf(changed) || Deeds.BeyondCompartments.Contains(at.Split(' ', ',')[0]), $"{at}: the log tells of a change in {string.Join(", ", told.Except(changed))} that is not there.\n{after.ChangedSince(before)}");
    }

    private async Task<(string Text, Exception? Fault)> Do(Deed deed)
    {
        try
        {
            return (Convert.ToString(await _app.In(services => deed(services)), System.Globalization.CultureInfo.InvariantCulture) ?? "", null);
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            return ("", fault);
        }
    }
}
