namespace Kring.Data;

/// <summary>Data the program needs to run and that holds nobody's personal data: register, matrix, legal terms, statements. Adds what is missing, changes nothing that is there.</summary>
internal interface IReferenceData
{
    Task Ensure(AppDb db, DateTimeOffset now, CancellationToken cancel);
}
