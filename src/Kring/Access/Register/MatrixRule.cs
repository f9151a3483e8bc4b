namespace Kring.Access.Register;

/// <summary>One cell of the authorisation matrix: what a role may do for a purpose, in an organisation (empty id: everywhere it did not decide otherwise).</summary>
internal sealed class MatrixRule
{
    public required OrganisationId Organisation { get; init; }

    public required Role Role { get; init; }

    public required string Purpose { get; init; }

    public required Operations Operations { get; set; }
}

/// <summary>One row that the database itself raises with every change of register or matrix, so that each node sees that its copy is old.</summary>
internal sealed class PolicyStamp
{
    public required int Id { get; init; }

    public required long Value { get; set; }
}
