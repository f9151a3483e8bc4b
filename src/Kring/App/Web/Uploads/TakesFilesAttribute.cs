namespace Kring.App.Web.Uploads;

/// <summary>Marks a page or an endpoint whose form may hold files. Every other form is refused beyond a megabyte.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class TakesFilesAttribute : Attribute;
