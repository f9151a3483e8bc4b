using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Kring.Tests.Architecture;

/// <summary>The program as it was compiled: what each type uses, lambdas and async methods included.</summary>
internal static class CompiledCode
{
    private static readonly Lazy<IReadOnlyList<TypeDefinition>> Loaded = new(() =>
        [.. AssemblyDefinition.ReadAssembly(typeof(Modules).Assembly.Location).MainModule.Types.Where(t => t.Namespace.StartsWith("Kring", StringComparison.Ordinal))]);

    /// <summary>The types as written; what the compiler made for them belongs to them.</summary>
    internal static IReadOnlyList<TypeDefinition> Types => Loaded.Value;

    /// <summary>Every member that the code of a type calls, reads or writes.</summary>
    internal static IEnumerable<MemberReference> Calls(TypeDefinition type) => WithNested(type).SelectMany(t => t.Methods).Where(m => m.HasBody)
        .SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<MemberReference>();

    /// <summary>Full names of the program's own types that a type uses in any way.</summary>
    internal static IReadOnlySet<string> Uses(TypeDefinition type)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in WithNested(type))
        {
            Note(found, part.BaseType);
            foreach (var face in part.Interfaces) Note(found, face.InterfaceType);
            foreach (var field in part.Fields) Note(found, field.FieldType);
            foreach (var attribute in part.CustomAttributes) Note(found, attribute.AttributeType);
            foreach (var method in part.Methods) NoteMethod(found, method);
        }

        found.Remove(Outer(type));
        return found;
    }

    internal static bool Derives(TypeDefinition type, string from)
    {
        for (var up = type.BaseType; up is not null; up = up.Resolve()?.BaseType)
        {
            if (up.FullName == from)
                return true;
        }

        return false;
    }

    private static void NoteMethod(HashSet<string> found, MethodDefinition method)
    {
        Note(found, method.ReturnType);
        foreach (var parameter in method.Parameters) Note(found, parameter.ParameterType);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables) Note(found, variable.VariableType);
        foreach (var instruction in method.Body.Instructions) NoteOperand(found, instruction);
    }

    private static void NoteOperand(HashSet<string> found, Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type: Note(found, type); break;
            case MethodReference method:
                Note(found, method.DeclaringType);
                Note(found, method.ReturnType);
                if (method is GenericInstanceMethod generic)
                    foreach (var argument in generic.GenericArguments) Note(found, argument);
                break;
            case FieldReference field:
                Note(found, field.DeclaringType);
                Note(found, field.FieldType);
                break;
        }
    }

    private static void Note(HashSet<string> found, TypeReference? type)
    {
        if (type is GenericInstanceType generic)
            foreach (var argument in generic.GenericArguments) Note(found, argument);
        var plain = type?.GetElementType();
        if (plain is not null && Outer(plain) is var name && name.StartsWith("Kring.", StringComparison.Ordinal))
            found.Add(name);
    }

    private static string Outer(TypeReference type) => type.DeclaringType is { } outer ? Outer(outer) : type.FullName;

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);
}
