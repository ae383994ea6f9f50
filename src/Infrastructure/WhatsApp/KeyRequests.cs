using System.Text.Json;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Journal;
using WaSaas.Infrastructure.WhatsApp.Keys;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>The gateway's questions and commits, answered from the shop's key store.</summary>
internal sealed class KeyRequests(TenantWork work, JournalReader journal)
{
    public static readonly SessionError Unreadable =
        new(CredentialsUnreadableException.Code, "The stored link cannot be opened any more. Link the number again.");

    public Task<bool> HaveCredentialsAsync(DueSession session) =>
        work.RunAsync<KeyStore, bool>(session.TenantId, store => store.HasCredentialsAsync(session.SessionId, CancellationToken.None));

    /// <summary>For a device that can never be unlinked, because nobody can open its credentials.</summary>
    public Task ForgetAsync(DueSession session, long epoch) => work.RunAsync<KeyStore, bool>(session.TenantId, async store =>
    {
        await store.ResetAsync(session.SessionId, epoch, CancellationToken.None);
        return true;
    });

    /// <exception cref="GatewayRefusal">stale_owner, unknown_type or bad_request.</exception>
    /// <exception cref="CredentialsUnreadableException">What is stored cannot be opened.</exception>
    public async Task<object> AnswerAsync(DueSession session, GatewayFrame request)
    {
        if (request.Type == "keys.reset")
        {
            // Its messages were acknowledged: they are read before the device is forgotten.
            await journal.ReadAsync(session);
        }

        var reply = await work.RunAsync<KeyStore, object>(session.TenantId, store => AnswerAsync(store, request));
        if (request.Type == "keys.commit" && request.Body.TryGetProperty("journal", out _))
        {
            journal.Wake(session);
        }

        return reply;
    }

    private static async Task<object> AnswerAsync(KeyStore store, GatewayFrame request)
    {
        var (session, body, ct) = (request.Session, request.Body, CancellationToken.None);
        switch (request.Type)
        {
            case "keys.creds":
                return Explicit("creds", await store.CredentialsAsync(session, ct));
            case "keys.get":
                var ids = body.GetProperty("ids").Deserialize<string[]>() ?? [];
                return new { values = await store.KeysAsync(session, body.GetProperty("type").GetString()!, ids, ct) };
            case "keys.commit":
                await store.CommitAsync(session, request.Epoch, CommitOf(body), ct);
                return GatewayProtocol.Nothing;
            case "keys.reset":
                await store.ResetAsync(session, request.Epoch, ct);
                return GatewayProtocol.Nothing;
            case "journal.get":
                return Explicit("plaintext", await store.PlaintextAsync(session, body.GetProperty("hash").GetString()!, ct));
            case "message.get":
                return Explicit("content", await store.SentAsync(session, body.GetProperty("messageId").GetString()!, ct));
            default:
                throw new GatewayRefusal("unknown_type", "The host knows no such request.");
        }
    }

    /// <summary>The protocol writes absent values as null.</summary>
    private static Dictionary<string, byte[]?> Explicit(string name, byte[]? value) => new() { [name] = value };

    private static KeyCommit CommitOf(JsonElement body)
    {
        try
        {
            return body.Deserialize<KeyCommit>(GatewayProtocol.Json)!;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new GatewayRefusal("bad_request", "The commit cannot be read.");
        }
    }
}
