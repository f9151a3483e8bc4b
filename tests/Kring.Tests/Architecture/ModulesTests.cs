using Mono.Cecil;

namespace Kring.Tests.Architecture;

/// <summary>Holds the compiled code to the list in Modules.cs.</summary>
public sealed class ModulesTests
{
    [Fact]
    public void A_module_uses_only_what_its_line_in_the_list_allows()
    {
        var allowed = Modules.All.ToDictionary(m => m.Name, m => m.MayUse.Append(m.Name).ToHashSet(StringComparer.Ordinal));
        var broken = from type in CompiledCode.Types
                     let module = ModuleOf(type.FullName)
                     where allowed.ContainsKey(module)
                     from used in CompiledCode.Uses(type)
                     let other = ModuleOf(used)
                     where other.Length > 0 && !allowed[module].Contains(other)
                     select $"{type.FullName} uses {used}";
        Assert.Empty(broken.Order());
    }

    [Fact]
    public void A_module_uses_lower_ones_only()
    {
        var lower = new HashSet<string>(StringComparer.Ordinal);
        foreach (var module in Modules.All)
        {
            Assert.Empty(module.MayUse.Where(used => !lower.Contains(used)).Select(used => $"{module.Name} may use {used}, which is not below it"));
            lower.Add(module.Name);
        }
    }

    [Fact]
    public void Every_folder_is_in_the_list_except_the_start_which_puts_them_together()
        => Assert.Equal(["Start"], CompiledCode.Types.Select(t => ModuleOf(t.FullName)).Where(m => m.Length > 0).Distinct().Except(Modules.All.Select(m => m.Name)));

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Dto", "Common", "Impl"];
        Assert.Empty(CompiledCode.Types.Where(t => empty.Any(e => t.Name.Split('`')[0].EndsWith(e, StringComparison.Ordinal))).Select(t => t.FullName));
    }

    [Fact]
    public void Only_what_razor_needs_is_public()
    {
        // Pages, components and what they take as parameters; entities and use cases never are.
        var open = CompiledCode.Types.Where(t => t.IsPublic && (t.Name.EndsWith("Access", StringComparison.Ordinal) || t.Name.EndsWith("Relations", StringComparison.Ordinal)
            || t.Interfaces.Any(i => i.InterfaceType.Name == "ICompartmented") || Touches(t)));
        Assert.Empty(open.Select(t => t.FullName));
    }

    private static bool Touches(TypeDefinition type) => type.Methods.Any(m => m.IsPublic && m.Parameters.Any(p => p.ParameterType.Name is "Grant" or "Door"));

    private static string ModuleOf(string fullName) => fullName.Split('.') is ["Kring", var module, _, ..] ? module : string.Empty;
}
