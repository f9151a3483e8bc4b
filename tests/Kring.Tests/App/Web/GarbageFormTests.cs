using System.Net;
using AngleSharp.Html.Dom;
using Kring.Tests.Access;
using Kring.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Kring.Tests.App.Web;

/// <summary>Whatever is posted to a form that somebody has before them, nobody gets the page of a fault for it, and the operator reads nothing of it.</summary>
public sealed class GarbageFormTests(MatrixStage stage) : IClassFixture<MatrixStage>
{
    private static readonly string[] Garbage =
        ["", "abc", "-1", "99999999999999999999", "00000000-0000-0000-0000-000000000000", "\0", "a\0b", "\ud83d\ude00", "\u202e", "'--", "\"><script>", "=HYPERLINK(1)", "a\r\nb", "[]", new('7', 30_000)];

    // Z5: what a form does not ask for.
    internal static readonly (string, string)[] Extra = [("role", "Director"), ("networkId", Guid.Empty.ToString()), ("approvedBy", Guid.Empty.ToString()), ("Answers.Role", "1"), ("a[0].b[1]", "x"), ("[", "x"), ("", "x"), (new('k', 3_000), "x")];

    // These end what the others need.
    private static readonly string[] Last = ["/afsluiten", "/stoppen", "/wachtwoord", "/apparaten"];

    public static TheoryData<string> Posting => ["recipient", "coordinator", "professional", "carer", "officer", "visitor"];

    [Theory]
    [MemberData(nameof(Posting))]
    public async Task Garbage_in_a_form_is_no_fault(string kind)
    {
        using var browser = await stage.Browser(kind);
        var forms = new List<Form>();
        foreach (var address in Matrix.Rows.Keys.Where(a => !a.EndsWith("/live", StringComparison.Ordinal) && !a.Contains(".csv", StringComparison.Ordinal)))
            forms.AddRange(FormsOf(await browser.Get(stage.Fill(address)), stage.Fill(address)));
        var chosen = forms.Where(f => f.Action != "/uitloggen").DistinctBy(f => f.Action + f.Fields.FirstOrDefault(x => x.Name == "_handler").Value)
            .OrderBy(f => Array.FindIndex(Last, end => f.Action.EndsWith(end, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(chosen);

        var wrong = new List<string>();
        foreach (var form in chosen)
        {
            foreach (var (fields, what) in Mutations(form))
            {
                await browser.Send(new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });
                if ((int)browser.Last!.StatusCode >= 500)
                    wrong.Add($"{(int)browser.Last.StatusCode} at {form.Action} with {what}");
            }
        }

        Nothing(wrong);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_no_fault()
    {
        using var browser = await stage.Browser("recipient");
        var conversation = stage.Fill("/netwerken/{network}/berichten/{conversation}");
        var token = (await browser.Get(conversation)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var wrong = new List<string>();
        foreach (var path in new[] { conversation, conversation + "/bericht", conversation + "/gelezen", conversation + "/concept", "/weergave/taal", "/sessie/verleng", "/mijn/gegevens" })
        {
            foreach (var (type, body) in new[] { ("application/json", "{\"role\":1"), ("application/json", "null"), ("text/plain", "\0"), ("multipart/form-data; boundary=x", "--x\r\ngarbage"), ("multipart/form-data", "x"), ("application/x-www-form-urlencoded", "%=%&=&=%00"), ("application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 3_000).Select(i => $"f{i}=1"))) })
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
                request.Content.Headers.Remove("Content-Type");
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                request.Headers.Add("X-Kring-Form", token);
                await browser.Send(request);
                if ((int)browser.Last!.StatusCode is >= 500 or 200)
                    wrong.Add($"{(int)browser.Last.StatusCode} at {path} with {type} {body[..Math.Min(20, body.Length)]}");
            }

            foreach (var (name, value) in new[] { ("kenmerk", "abc"), ("gezien", "abc"), ("antwoord", "abc"), ("tekst", "a\0b"), ("networkId", "abc") })
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new(name, value), new(name, value)]) };
                request.Headers.Add("X-Kring-Form", token);
                await browser.Send(request);
                if ((int)browser.Last!.StatusCode >= 500)
                    wrong.Add($"{(int)browser.Last.StatusCode} at {path} with {name}");
            }
        }

        Nothing(wrong);
    }

    [Fact]
    public async Task Cookies_that_are_garbage_are_no_fault()
    {
        using var known = await stage.Browser("visitor");
        foreach (var name in new[] { "kring", "kring-form", "kring-weergave", "kring-inloggen", "kring-apparaat", "kring-inrichten" })
            known.SetCookie(name, "CfDJ8garbage.%00");
        var page = await known.Get("/inloggen");
        Assert.Equal(HttpStatusCode.OK, known.Last!.StatusCode);
        known.SetCookie("kring-form", "CfDJ8garbage");
        await known.Submit(page, "main form", ("email", "annie@kring.example"), ("__RequestVerificationToken", "CfDJ8garbage"));
        Assert.Equal(HttpStatusCode.BadRequest, known.Last!.StatusCode);
        Nothing([]);
    }

    private static IEnumerable<(IReadOnlyList<(string Name, string Value)> Fields, string What)> Mutations(Form form)
    {
        foreach (var field in form.Fields.Where(f => f.Name is not ("__RequestVerificationToken" or "_handler")))
        {
            var others = form.Fields.Where(f => f.Name != field.Name).ToList();
            yield return (others, $"no {field.Name}");
            yield return ([.. others, (field.Name, "1"), (field.Name, "abc")], $"{field.Name} twice");
            foreach (var value in Garbage)
                yield return ([.. others, (field.Name, value)], $"{field.Name}={value[..Math.Min(30, value.Length)]}");
        }

        yield return ([.. form.Fields.Where(f => f.Name == "__RequestVerificationToken"), .. form.Fields.Where(f => f.Name == "_handler")], "nothing");
        yield return ([.. form.Fields.Where(f => f.Name != "_handler")], "no handler");
        yield return ([.. form.Fields.Where(f => f.Name != "_handler"), ("_handler", "abc")], "another handler");
        yield return ([.. form.Fields, ("_handler", "abc")], "two handlers");
        yield return ([.. form.Fields, .. form.Fields], "everything twice");
        yield return ([.. form.Fields.Select(f => f.Name is "__RequestVerificationToken" or "_handler" ? f : (f.Name, "abc")), .. Extra], "fields that do not exist");
    }

    private void Nothing(List<string> wrong)
    {
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.Empty(stage.App.Log.All.Where(l => l.Level >= LogLevel.Error).Select(l => l.Line).Take(5));
    }

    private static IEnumerable<Form> FormsOf(IHtmlDocument page, string path) => page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().Select(form => new Form(
        form.GetAttribute("action") is { Length: > 0 } action ? action : path,
        [.. form.QuerySelectorAll("[name]").Select(e => (e.GetAttribute("name")!, e is IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value") ?? "")).DistinctBy(f => f.Item1)]));

    private sealed record Form(string Action, IReadOnlyList<(string Name, string Value)> Fields);
}
