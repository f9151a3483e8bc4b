using Kring.Data;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Access.Register;

/// <summary>Holds the database schema against the register before the program serves anybody.</summary>
internal static class ClassificationCheck
{
    /// <exception cref="StartRefusedException">A column says not what it holds, or holds what no active activity covers; each is named.</exception>
    internal static void Demand(IModel model, IReadOnlyCollection<ProcessingActivity> activities)
    {
        var faults = Columns(model).Select(column => Fault(column.Name, column.Holding, activities)).OfType<string>().ToList();
        if (faults.Count > 0)
            throw new StartRefusedException("The register does not cover the database. " + string.Join(" ", faults));
    }

    /// <summary>Every mapped column by name with what it says it holds; null when it says nothing.</summary>
    internal static IEnumerable<(string Name, string? Holding)> Columns(IModel model)
        => from entity in model.GetEntityTypes()
           from property in entity.GetProperties()
           select ($"{entity.GetTableName()}.{property.GetColumnName()}", property.FindAnnotation(Holding.Annotation)?.Value as string);

    private static string? Fault(string name, string? says, IReadOnlyCollection<ProcessingActivity> activities)
    {
        if (says is null)
            return $"Column {name} does not say what it holds.";
        if (says == Holding.NothingPersonal)
            return null;
        var holding = Holding.Parse(says);
        return activities.Any(a => a.Categories.Contains(holding.Category) && a.Status is not ActivityStatus.Ended)
            ? null
            : $"Column {name} holds {holding.Category} of {holding.Whose}, which no activity in the register covers.";
    }
}
