using System.Text;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Keys;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>The key of a customer's file is stored like the other keys: encrypted, and of use in its own message only.</summary>
internal sealed class MediaSeal(CredentialCipher cipher)
{
    /// <param name="key">Of the cipher, prepared.</param>
    /// <param name="session">The linked number that it came in by.</param>
    /// <param name="externalId">The message that it belongs to.</param>
    /// <param name="content">With the source in clear, or without one.</param>
    public MessageContent Close(int key, SessionId session, string externalId, MessageContent content)
    {
        if (content.Media?.Source is not { } source)
        {
            return content;
        }

        var sealedSource = Convert.ToBase64String(cipher.Encrypt(key, RowKey.Media(session, externalId), Encoding.UTF8.GetBytes(source)));
        return content with { Media = content.Media with { Source = sealedSource } };
    }

    /// <exception cref="CredentialsUnreadableException">Wrong key, another message, or changed.</exception>
    public async Task<byte[]> OpenAsync(SessionId session, string externalId, string source, CancellationToken ct) =>
        await cipher.DecryptAsync(RowKey.Media(session, externalId), Convert.FromBase64String(source), ct);
}
