using System.Collections;
using System.Globalization;
using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Register;
using Kring.Privacy.Traces;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Kring.Tests.Privacy.Traces;

public sealed class TraceWordsTests
{
    [Fact]
    public void Everything_the_code_logs_has_a_name_in_plain_words()
    {
        var types = LoggedTypes();
        var nameless = types.Where(type => !TraceWords.Knows(type)).Order(StringComparer.Ordinal).ToList();

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "access-log", "network", "message" }, types);
        Assert.True(nameless.Count == 0, $"Name these in src/Kring/Privacy/Traces/DeedTexts.resx and DeedTexts.en.resx, each as \"thing.<kind>\": {string.Join(", ", nameless)}");
    }

    [Fact]
    public void The_words_are_complete_in_both_languages()
    {
        var (dutch, english) = (Keys("nl"), Keys("en"));

        Assert.Equal(dutch.Order(StringComparer.Ordinal), english.Order(StringComparer.Ordinal));
        Assert.All(dutch.Where(key => key.StartsWith("deed.", StringComparison.Ordinal)), deed => Assert.Contains("try" + deed[4..], dutch));
    }

    [Fact]
    public void Every_role_refusal_and_ground_has_words()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.NotNull(TraceWords.Text($"role.{role}")));
        Assert.All(Enum.GetValues<GateRefusal>().Except([GateRefusal.None]), refusal => Assert.NotNull(TraceWords.Text($"refusal.{refusal}")));
        Assert.All(RegisterAtFirstStart.Activities, activity => Assert.NotNull(TraceWords.Text($"activity.{activity.Key}")));
        Assert.All(RegisterAtFirstStart.Activities.SelectMany(a => Grounds.Parts(a.GroundArticle6)), part => Assert.NotNull(TraceWords.Text($"ground.{part}")));
    }

    [Fact]
    public void A_kind_of_an_older_version_is_still_a_sentence()
    {
        var entry = PrivacyStage.Entry(default(PersonId).Profile, null, DateTimeOffset.UnixEpoch, "something-of-the-past");

        Assert.Equal("bekeek gegevens", TraceWords.What(entry));
        Assert.Equal("probeerde gegevens te bekijken, maar mocht dat niet", TraceWords.What(entry with { Outcome = Outcome.Refused }));
        Assert.Equal("probeerde gegevens te bekijken, maar er veranderde niets", TraceWords.What(entry with { Outcome = Outcome.NothingChanged }));
    }

    /// <summary>The kind in every <c>new LoggedObject(…)</c> of the compiled program: written out there, or by whoever calls the method that makes it.</summary>
    private static HashSet<string> LoggedTypes()
    {
        using var program = ModuleDefinition.ReadModule(typeof(LoggedObject).Assembly.Location);
        var code = program.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToList();
        var types = new HashSet<string>(StringComparer.Ordinal);
        var passedOn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in code)
        {
            foreach (var made in method.Body.Instructions.Where(IsLoggedObject))
            {
                if (Literal(made) is { } type)
                    types.Add(type);
                else
                    passedOn.Add(AsWritten(method));
            }
        }

        foreach (var method in code)
        {
            foreach (var call in method.Body.Instructions.Where(i => i.Operand is MethodReference called && passedOn.Contains(called.DeclaringType.FullName + "::" + called.Name)))
                types.Add(Literal(call) ?? throw new Xunit.Sdk.XunitException($"{method.FullName} uses data without writing out what is used."));
        }

        return types;
    }

    private static bool IsLoggedObject(Instruction instruction)
        => instruction.OpCode == OpCodes.Newobj && instruction.Operand is MethodReference { DeclaringType.Name: nameof(LoggedObject) } made && made.Parameters.Count == 2;

    /// <summary>The method as it stands in the source: of "Enter/&lt;Run&gt;d__2::MoveNext" it is "Enter::Run".</summary>
    private static string AsWritten(MethodDefinition method)
        => method.DeclaringType is { IsNested: true, Name: ['<', ..] } machine
            ? machine.DeclaringType.FullName + "::" + machine.Name[1..machine.Name.IndexOf('>', StringComparison.Ordinal)]
            : method.DeclaringType.FullName + "::" + method.Name;

    // The text is pushed shortly before the call, after whatever came before it.
    private static string? Literal(Instruction call)
    {
        var before = call.Previous;
        for (var steps = 0; before is not null && steps < 14 && !IsLoggedObject(before); steps++, before = before.Previous)
        {
            if (before.OpCode == OpCodes.Ldstr)
                return (string)before.Operand;
        }

        return null;
    }

    private static List<string> Keys(string language)
    {
        var texts = DeedTexts.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language == "nl")!;
        return [.. texts.Cast<DictionaryEntry>().Select(text => (string)text.Key)];
    }
}
