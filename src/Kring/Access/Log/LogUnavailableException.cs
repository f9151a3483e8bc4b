namespace Kring.Access.Log;

/// <summary>The access log cannot be written. Then nothing is shown and nothing is changed: HTTP 503.</summary>
internal sealed class LogUnavailableException(Exception inner) : Exception("The access log cannot be written.", inner);
