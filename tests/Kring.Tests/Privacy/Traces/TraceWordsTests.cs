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
        var nameless = LoggedTypes().Where(type => !TraceWords.Knows(type)).Distinct().Order(StringComparer.Ordinal).ToList();

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

    /// <summary>The first argument of every <c>new LoggedObject(…)</c> in the compiled program; it must be written out there, so that this test can see it.</summary>
    private static IEnumerable<string> LoggedTypes()
    {
        using var program = ModuleDefinition.ReadModule(typeof(LoggedObject).Assembly.Location);
        foreach (var method in program.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            foreach (var made in method.Body.Instructions.Where(IsLoggedObject))
                yield return Literal(made) ?? throw new Xunit.Sdk.XunitException($"{method.FullName} makes a LoggedObject without a literal kind.");
        }
    }

    private static bool IsLoggedObject(Instruction instruction)
        => instruction.OpCode == OpCodes.Newobj && instruction.Operand is MethodReference { DeclaringType.Name: nameof(LoggedObject) } made && made.Parameters.Count == 2;

    private static string? Literal(Instruction made)
    {
        var before = made.Previous;
        for (var steps = 0; before is not null && steps < 40 && !IsLoggedObject(before); steps++, before = before.Previous)
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
