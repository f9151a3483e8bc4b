using System.Net;
using Kring.Conversations.Messages;
using Kring.Networks.Participation;
using Kring.Tests.Access;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.App.Web;

/// <summary>What somebody adds to a form by hand.</summary>
public sealed class ExtraFieldsTests(MatrixStage stage) : IClassFixture<MatrixStage>
{
    [Fact]
    public async Task What_a_form_does_not_ask_for_changes_nothing()
    {
        using var browser = await stage.Browser("carer");
        var conversation = stage.Fill("/netwerken/{network}/berichten/{conversation}");
        var page = await browser.Get(conversation);
        (string, string)[] extra = [.. GarbageFormTests.Extra[..4], ("network", Guid.Empty.ToString()), ("conversation", Guid.Empty.ToString()), ("author", stage.Person("coordinator")!.Value.Value.ToString()), ("person", stage.Person("coordinator")!.Value.Value.ToString())];

        var answer = await browser.Submit(page, "form:has([name=tekst])", [("tekst", "Alleen dit bericht."), .. extra]);

        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        Assert.Empty(answer.QuerySelectorAll(".govuk-error-summary"));
        var newest = await stage.App.InDatabase(db => db.Set<Message>().OrderByDescending(m => m.At).Select(m => new { m.Author, m.Compartment }).FirstAsync());
        Assert.Equal((stage.Person("carer"), stage.Network.Compartment.Id), (newest.Author, newest.Compartment));
        Assert.Equal(Capacity.InformalCarer, await stage.App.InDatabase(db => db.Set<NetworkMembership>().Where(m => m.Person == stage.Person("carer")).Select(m => m.Capacity).SingleAsync()));
    }
}
