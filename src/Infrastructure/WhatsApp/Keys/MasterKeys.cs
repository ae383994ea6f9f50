using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.Tables;

namespace WaSaas.Infrastructure.WhatsApp.Keys;

/// <summary>
/// The installation's keys for credentials. Normally there is one; when the key ring was lost, the old one stays closed
/// for ever and a new one is made for what is linked from then on.
/// </summary>
internal sealed partial class MasterKeys(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, WriteGate gate, TimeProvider clock, ILogger<MasterKeys> log) : IDisposable
{
    public const string Purpose = "wa-credential";
    private const int Bytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);
    private readonly ConcurrentDictionary<int, byte[]?> _keys = new();
    private readonly SemaphoreSlim _loading = new(1, 1);

    /// <summary>The key for new values. Not to be asked for inside a write: it may have to be stored first.</summary>
    public async ValueTask<(int Id, byte[] Key)> CurrentAsync(CancellationToken ct)
    {
        if (Newest() is { } known)
        {
            return known;
        }

        await _loading.WaitAsync(ct);
        try
        {
            await LoadAsync(ct);
            return Newest() ?? await AddAsync(ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The key with that number; null when it cannot be opened.</summary>
    public async ValueTask<byte[]?> FindAsync(int id, CancellationToken ct)
    {
        if (!_keys.ContainsKey(id))
        {
            await LoadAsync(ct);
        }

        return _keys.GetValueOrDefault(id);
    }

    public void Dispose() => _loading.Dispose();

    private (int Id, byte[] Key)? Newest() =>
        _keys.Where(k => k.Value is not null).OrderByDescending(k => k.Key).Select(k => ((int, byte[])?)(k.Key, k.Value!)).FirstOrDefault();

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        foreach (var row in await db.Set<WrappedKey>().AsNoTracking().Where(k => k.Purpose == Purpose).ToListAsync(ct))
        {
            _keys.TryAdd(row.Id, Unwrap(row));
        }
    }

    private byte[]? Unwrap(WrappedKey row)
    {
        try
        {
            return _protector.Unprotect(row.Value);
        }
        catch (CryptographicException e)
        {
            Unreadable(e, row.Id);
            return null;
        }
    }

    private async Task<(int Id, byte[] Key)> AddAsync(CancellationToken ct)
    {
        var key = RandomNumberGenerator.GetBytes(Bytes);
        var row = new WrappedKey { Id = _keys.Keys.DefaultIfEmpty().Max() + 1, Purpose = Purpose, Value = _protector.Protect(key), CreatedAt = clock.GetUtcNow() };
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        using (await gate.EnterAsync(ct))
        {
            db.Add(row);
            await db.SaveChangesAsync(ct);
        }

        _keys[row.Id] = key;
        return (row.Id, key);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Key {Id} of the linked numbers cannot be opened: the key ring that wrapped it is missing. Numbers linked with it have to be linked again.")]
    private partial void Unreadable(Exception e, int id);
}
