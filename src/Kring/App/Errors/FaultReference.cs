namespace Kring.App.Errors;

internal static class FaultReference
{
    /// <summary>The request's own number: the same one that stands in the log beside the fault.</summary>
    public static string Of(HttpContext context) => context.TraceIdentifier;
}
