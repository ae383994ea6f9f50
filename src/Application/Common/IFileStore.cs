namespace WaSaas.Application.Common;

/// <summary>
/// Files of the shop in scope. Names have letters, digits, hyphens and one point; what is no such name is not there.
/// A stored file never changes.
/// </summary>
public interface IFileStore
{
    Task<bool> HasAsync(string name, CancellationToken ct);

    /// <summary>Again under the same name changes nothing.</summary>
    Task SaveAsync(string name, byte[] content, CancellationToken ct);

    /// <summary>Null when there is no such file.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken ct);

    /// <summary>What is not there is gone already.</summary>
    Task DeleteAsync(string name, CancellationToken ct);
}
