using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp.Keys;

/// <summary>What was stored cannot be opened: the key ring is lost, or the row is not where it belongs.</summary>
internal sealed class CredentialsUnreadableException(Exception? inner = null) : Exception("Stored credentials cannot be opened.", inner)
{
    public const string Code = "credentials_unreadable";
}

/// <summary>The place of an encrypted value. It is authenticated with the value: a row that was moved does not open.</summary>
internal readonly record struct RowKey(SessionId Session, string Table, string Type, string Id)
{
    public static RowKey Creds(SessionId session) => new(session, "creds", "", "");

    public static RowKey Key(SessionId session, string type, string id) => new(session, "key", type, id);

    public static RowKey Plaintext(SessionId session, string hash) => new(session, "plaintext", "", hash);

    public static RowKey Message(SessionId session, string hash) => new(session, "message", "", hash);

    public static RowKey Media(SessionId session, string messageId) => new(session, "media", "", messageId);

    public static RowKey Sent(SessionId session, string messageId) => new(session, "sent", "", messageId);
}

/// <summary>
/// AES-256-GCM under a key of the shop in scope. Layout: version 1, number of the master key (4 bytes, big endian), nonce
/// (12), tag (16), ciphertext.
/// </summary>
internal sealed class CredentialCipher(MasterKeys masterKeys, ITenantScope tenant)
{
    private const byte Version = 1;
    private const int NonceAt = 5;
    private const int TagAt = NonceAt + 12;
    private const int TextAt = TagAt + 16;

    private readonly Dictionary<int, byte[]> _derived = [];

    /// <summary>Gets the key ready that <see cref="Encrypt"/> uses; to be awaited before a write begins.</summary>
    public async Task<int> PrepareAsync(CancellationToken ct)
    {
        var (id, key) = await masterKeys.CurrentAsync(ct);
        _derived.TryAdd(id, Derive(key));
        return id;
    }

    public byte[] Encrypt(int keyId, RowKey row, ReadOnlySpan<byte> plain)
    {
        var value = new byte[TextAt + plain.Length];
        value[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(value.AsSpan(1), keyId);
        RandomNumberGenerator.Fill(value.AsSpan(NonceAt, TagAt - NonceAt));
        using var aes = new AesGcm(_derived[keyId], TextAt - TagAt);
        aes.Encrypt(value.AsSpan(NonceAt, TagAt - NonceAt), plain, value.AsSpan(TextAt), value.AsSpan(TagAt, TextAt - TagAt), PlaceOf(row));
        return value;
    }

    /// <exception cref="CredentialsUnreadableException">Wrong key, wrong place, or changed.</exception>
    public async ValueTask<byte[]> DecryptAsync(RowKey row, byte[] value, CancellationToken ct)
    {
        if (value.Length < TextAt || value[0] != Version)
        {
            throw new CredentialsUnreadableException();
        }

        var keyId = BinaryPrimitives.ReadInt32BigEndian(value.AsSpan(1));
        if (!_derived.TryGetValue(keyId, out var key))
        {
            key = _derived[keyId] = Derive(await masterKeys.FindAsync(keyId, ct) ?? throw new CredentialsUnreadableException());
        }

        return Open(key, row, value);
    }

    private byte[] Open(byte[] key, RowKey row, byte[] value)
    {
        var plain = new byte[value.Length - TextAt];
        using var aes = new AesGcm(key, TextAt - TagAt);
        try
        {
            aes.Decrypt(value.AsSpan(NonceAt, TagAt - NonceAt), value.AsSpan(TextAt), value.AsSpan(TagAt, TextAt - TagAt), plain, PlaceOf(row));
            return plain;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new CredentialsUnreadableException(e);
        }
    }

    private byte[] Derive(byte[] master) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: [.. "wasaas/wa-credential/1/"u8, .. tenant.Id.Value.ToByteArray(bigEndian: true)]);

    /// <summary>Lengths in front, so that no two places read alike.</summary>
    private byte[] PlaceOf(RowKey row) => Encoding.UTF8.GetBytes(
        $"{tenant.Id.Value:n}{row.Session.Value:n}{row.Table.Length}:{row.Table}{row.Type.Length}:{row.Type}{row.Id}");
}
