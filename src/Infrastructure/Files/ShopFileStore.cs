using System.Text.RegularExpressions;
using WaSaas.Application.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Files;

/// <summary>A folder per shop under <c>Data:Root</c>.</summary>
internal sealed partial class ShopFileStore(DatabaseOptions data, ITenantScope tenant) : IFileStore
{
    public Task<bool> HasAsync(string name, CancellationToken ct) => Task.FromResult(PathOf(name) is { } path && File.Exists(path));

    public async Task SaveAsync(string name, byte[] content, CancellationToken ct)
    {
        var path = PathOf(name) ?? throw new ArgumentException("This is no name of a stored file.", nameof(name));
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Whole or not at all: a reader never finds half a file.
        var half = $"{path}.{Guid.NewGuid():N}.part";
        await File.WriteAllBytesAsync(half, content, ct);
        File.Move(half, path, overwrite: true);
    }

    public async Task<byte[]?> ReadAsync(string name, CancellationToken ct) =>
        PathOf(name) is { } path && File.Exists(path) ? await File.ReadAllBytesAsync(path, ct) : null;

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        if (PathOf(name) is { } path && File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private string? PathOf(string name) =>
        Name().IsMatch(name) ? Path.Combine(data.DataRoot, "files", tenant.Id.Value.ToString("n"), name) : null;

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,80}\.[a-z0-9]{1,8}\z")]
    private static partial Regex Name();
}
