using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.WhatsApp.Keys;

/// <summary>
/// The statements of a key commit. A customer's message waits for them, so nothing is read first, nothing is tracked, and
/// each row is one statement (ADR 31). They go around the filter of the wall: every one names the shop in scope by itself.
/// Standard SQL, the same for both databases.
/// </summary>
#pragma warning disable RS0030 // The shop stands in every statement; the tests of the wall hold it.
internal sealed class KeyRows(AppDbContext db, TenantId tenant, SessionId session)
{
    private readonly Guid _tenant = tenant.Value;
    private readonly Guid _session = session.Value;

    /// <summary>An update, not a question: it holds the row, so that no newer owner comes between this and the commit.</summary>
    /// <returns>Whether the session is still in that owner's hands.</returns>
    public async Task<bool> HoldAsync(long epoch, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"""UPDATE "Sessions" SET "Epoch" = "Epoch" WHERE "TenantId" = {_tenant} AND "Id" = {_session} AND "Epoch" = {epoch}""", ct) > 0;

    public async Task SetCredentialsAsync(byte[] value, CancellationToken ct)
    {
        if (await db.Database.ExecuteSqlAsync($"""UPDATE "WhatsAppCredentials" SET "Value" = {value} WHERE "TenantId" = {_tenant} AND "SessionId" = {_session}""", ct) == 0)
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "WhatsAppCredentials" ("TenantId", "SessionId", "Value") VALUES ({_tenant}, {_session}, {value})""", ct);
        }
    }

    public async Task SetKeyAsync(string type, string id, byte[] value, CancellationToken ct)
    {
        if (await db.Database.ExecuteSqlAsync(
            $"""UPDATE "WhatsAppKeys" SET "Value" = {value} WHERE "TenantId" = {_tenant} AND "SessionId" = {_session} AND "Type" = {type} AND "KeyId" = {id}""", ct) == 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "WhatsAppKeys" ("TenantId", "SessionId", "Type", "KeyId", "Value") VALUES ({_tenant}, {_session}, {type}, {id}, {value})""", ct);
        }
    }

    public Task DeleteKeyAsync(string type, string id, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""DELETE FROM "WhatsAppKeys" WHERE "TenantId" = {_tenant} AND "SessionId" = {_session} AND "Type" = {type} AND "KeyId" = {id}""", ct);

    /// <summary>A ciphertext that is known already keeps its row.</summary>
    /// <param name="hash">Of the ciphertext.</param>
    /// <param name="plaintext">Encrypted.</param>
    /// <param name="message">Encrypted; null when it carries nothing for people, and there is nothing left to do with it.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task AddJournalAsync(string hash, byte[] plaintext, byte[]? message, DateTimeOffset at, CancellationToken ct)
    {
        var (now, processed) = (at.UtcTicks, message is null ? at.UtcTicks : (long?)null);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "WhatsAppJournal" ("TenantId", "SessionId", "Hash", "Number", "Plaintext", "Message", "ReceivedAt", "ProcessedAt")
            SELECT {_tenant}, {_session}, {hash},
                COALESCE((SELECT MAX("Number") FROM "WhatsAppJournal" WHERE "TenantId" = {_tenant} AND "SessionId" = {_session}), 0) + 1,
                {plaintext}, {message}, {now}, {processed}
            WHERE NOT EXISTS (SELECT 1 FROM "WhatsAppJournal" WHERE "TenantId" = {_tenant} AND "SessionId" = {_session} AND "Hash" = {hash})
            """,
            ct);
    }

    public async Task SetSentAsync(string messageId, byte[] content, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Database.ExecuteSqlAsync(
            $"""UPDATE "WhatsAppSentContents" SET "Content" = {content} WHERE "TenantId" = {_tenant} AND "SessionId" = {_session} AND "MessageId" = {messageId}""", ct) == 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "WhatsAppSentContents" ("TenantId", "SessionId", "MessageId", "Content", "RatchetedAt") VALUES ({_tenant}, {_session}, {messageId}, {content}, {at.UtcTicks})""", ct);
        }
    }
}
#pragma warning restore RS0030
