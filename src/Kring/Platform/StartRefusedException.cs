namespace Kring.Platform;

/// <summary>The program must not start, and the message says why in words for the operator. Ends the program with exit code 1.</summary>
internal sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
