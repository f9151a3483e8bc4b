namespace Kring.App.Web.Uploads;

/// <summary>Marks an endpoint that sends what somebody uploaded: its answer may do nothing at all in a browser.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class SendsFilesAttribute : Attribute;
