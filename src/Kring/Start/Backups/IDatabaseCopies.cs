namespace Kring.Start.Backups;

/// <summary>Copies a database as it is at one moment, while it is in use; and puts such a copy back. SQLite and PostgreSQL each have their own way.</summary>
internal interface IDatabaseCopies
{
    /// <summary>What the file of a backup ends with.</summary>
    string Extension { get; }

    Task Save(BackupKind kind, string path, CancellationToken cancel);

    /// <summary>Whether somebody else works on it.</summary>
    Task<bool> InUse(BackupKind kind, CancellationToken cancel);

    /// <summary>Puts it in the place of what is there.</summary>
    Task Put(BackupKind kind, string path, CancellationToken cancel);
}
