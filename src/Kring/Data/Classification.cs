using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kring.Data;

/// <summary>What a column holds: the category, whose data it is, and how long it is kept.</summary>
internal sealed record Holding(DataCategory Category, Whose Whose, string RetentionClass)
{
    internal const string Annotation = "Kring:Holds";
    internal const string NothingPersonal = "nothing";

    internal static Holding Parse(string text) => text.Split('|') is [var category, var whose, var retention]
        ? new Holding(Enum.Parse<DataCategory>(category), Enum.Parse<Whose>(whose), retention)
        : throw new FormatException($"'{text}' does not say what a column holds.");

    public override string ToString() => $"{Category}|{Whose}|{RetentionClass}";
}

/// <summary>States for every mapped column what it holds. A column that stays unclassified stops the start, by name.</summary>
internal static class Classification
{
    internal static EntityTypeBuilder<T> Holds<T>(this EntityTypeBuilder<T> entity, DataCategory category, Whose whose, string retentionClass, params Expression<Func<T, object?>>[] columns) where T : class
        => entity.Mark(new Holding(category, whose, retentionClass).ToString(), columns);

    internal static EntityTypeBuilder<T> HoldsNothingPersonal<T>(this EntityTypeBuilder<T> entity, params Expression<Func<T, object?>>[] columns) where T : class
        => entity.Mark(Holding.NothingPersonal, columns);

    private static EntityTypeBuilder<T> Mark<T>(this EntityTypeBuilder<T> entity, string holding, Expression<Func<T, object?>>[] columns) where T : class
    {
        foreach (var column in columns)
        {
            var member = (MemberExpression)(column.Body is UnaryExpression boxed ? boxed.Operand : column.Body);
            entity.Property(member.Member.Name).HasAnnotation(Holding.Annotation, holding);
        }

        return entity;
    }
}
