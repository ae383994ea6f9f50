using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;
using WaSaas.Infrastructure.WhatsApp.Keys;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>Whoever reads or moves rows of the database gets nothing; whoever lost a session writes nothing.</summary>
public sealed class KeyStoreTests : IAsyncLifetime
{
    private const string Canary = "canary-4711-in-clear";

    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private StoredSession _lome = null!;
    private StoredSession _lyon = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.PrepareAsync(_data);
        _lome = await StoredSession.CreateAsync(_host);
        _lyon = await StoredSession.CreateAsync(_host);
    }

    [Fact]
    public async Task What_was_committed_is_read_back()
    {
        await _lome.CommitAsync(
            creds: "me",
            keys: [new("session", "a.0", Bytes("one")), new("session", "b.0", Bytes("two")), new("pre-key", "a.0", Bytes("three"))],
            journal: [Row("h1", "plain")],
            sent: [new("3EB0AA", Bytes("content"))]);

        Assert.Equal("me", Text(await _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default))));
        Assert.Equal(["a.0", "b.0"], (await _lome.UseAsync(s => s.KeysAsync(_lome.Id, "session", ["a.0", "b.0", "c.0"], default))).Keys.Order());
        Assert.Equal("plain", Text(await _lome.UseAsync(s => s.PlaintextAsync(_lome.Id, "h1", default))));
        Assert.Equal("content", Text(await _lome.UseAsync(s => s.SentAsync(_lome.Id, "3EB0AA", default))));
    }

    [Fact]
    public async Task A_later_commit_replaces_and_null_deletes()
    {
        await _lome.CommitAsync(creds: "old", keys: [new("session", "a.0", Bytes("old")), new("session", "b.0", Bytes("old"))]);

        await _lome.CommitAsync(creds: "new", keys: [new("session", "a.0", Bytes("new")), new("session", "b.0", null), new("session", "c.0", null)]);

        var keys = await _lome.UseAsync(s => s.KeysAsync(_lome.Id, "session", ["a.0", "b.0", "c.0"], default));
        Assert.Equal("new", Text(await _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default))));
        Assert.Equal([("a.0", "new")], keys.Select(k => (k.Key, Text(k.Value)!)));
    }

    /// <summary>These statements go around the filter of the wall; each has to name the shop by itself.</summary>
    [Fact]
    public async Task A_commit_in_the_scope_of_another_shop_changes_nothing_of_this_one()
    {
        await _lome.CommitAsync("mine", [new("session", "a.0", Bytes("mine"))], [Row("h1", "mine")], [new("3EB0AA", Bytes("mine"))]);
        var forged = new KeyCommit(Bytes("forged"), [new("session", "a.0", Bytes("forged"))], [Row("h2", "forged")], [new("3EB0AA", Bytes("forged"))]);

        var refusal = await Assert.ThrowsAsync<GatewayRefusal>(() => _lyon.UseAsync(async store =>
        {
            await store.CommitAsync(_lome.Id, _lome.Epoch, forged, default);
            return true;
        }));

        Assert.Equal("stale_owner", refusal.Code);
        Assert.Equal("mine", Text(await _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default))));
        Assert.Equal("mine", Text((await _lome.UseAsync(s => s.KeysAsync(_lome.Id, "session", ["a.0"], default)))["a.0"]));
        Assert.Equal("mine", Text(await _lome.UseAsync(s => s.SentAsync(_lome.Id, "3EB0AA", default))));
        Assert.Null(await _lome.UseAsync(s => s.PlaintextAsync(_lome.Id, "h2", default)));
    }

    [Fact]
    public async Task A_former_owner_writes_nothing()
    {
        await _lome.CommitAsync(creds: "mine");
        var newer = await _host.SendAsync(_lome.Tenant, new TakeSession(_lome.Id, SessionWish.Link));
        Assert.NotNull(newer);

        var refusal = await Assert.ThrowsAsync<GatewayRefusal>(() => _lome.CommitAsync(creds: "stale", keys: [new("session", "a.0", Bytes("stale"))]));
        var reset = await Assert.ThrowsAsync<GatewayRefusal>(() => _lome.ResetAsync());

        Assert.Equal(("stale_owner", "stale_owner"), (refusal.Code, reset.Code));
        Assert.Equal("mine", Text(await _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default))));
        Assert.Empty(await _lome.UseAsync(s => s.KeysAsync(_lome.Id, "session", ["a.0"], default)));
    }

    [Fact]
    public async Task Rows_that_were_swapped_do_not_open()
    {
        await _lome.CommitAsync(keys: [new("session", "a.0", Bytes("one")), new("session", "b.0", Bytes("two"))]);
        await _lome.ReadAsync(async db =>
        {
            var rows = await db.WhatsAppKeys.OrderBy(k => k.KeyId).ToListAsync();
            (rows[0].Value, rows[1].Value) = (rows[1].Value, rows[0].Value);
            return await db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<CredentialsUnreadableException>(() => _lome.UseAsync(s => s.KeysAsync(_lome.Id, "session", ["a.0"], default)));
    }

    [Fact]
    public async Task A_row_of_another_shop_does_not_open()
    {
        await _lome.CommitAsync(creds: "of the first shop");
        await _lyon.CommitAsync(creds: "of the second shop");
        var stolen = await _lome.ReadAsync(db => db.WhatsAppCredentials.Select(c => c.Value).SingleAsync());
        await _lyon.ReadAsync(db => db.WhatsAppCredentials.ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, stolen)));

        await Assert.ThrowsAsync<CredentialsUnreadableException>(() => _lyon.UseAsync(s => s.CredentialsAsync(_lyon.Id, default)));
    }

    [Fact]
    public async Task A_changed_byte_does_not_open()
    {
        await _lome.CommitAsync(creds: "mine");
        var value = await _lome.ReadAsync(db => db.WhatsAppCredentials.Select(c => c.Value).SingleAsync());
        value[^1] ^= 1;
        await _lome.ReadAsync(db => db.WhatsAppCredentials.ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, value)));

        await Assert.ThrowsAsync<CredentialsUnreadableException>(() => _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default)));
    }

    [Fact]
    public async Task Nothing_of_it_stands_in_the_database_in_clear()
    {
        await _lome.CommitAsync(Canary, [new("session", "a.0", Bytes(Canary))], [Row("h1", Canary, Canary)], [new("3EB0AA", Bytes(Canary))]);

        var files = Directory.EnumerateFiles(_data, "wasaas.db*").ToList();
        Assert.Contains(files, file => Shared(file).IndexOf(Bytes("shop-" + _lome.Tenant.Value.ToString("n"))) >= 0);
        Assert.All(files, file => Assert.Equal(-1, Shared(file).IndexOf(Bytes(Canary))));
    }

    [Fact]
    public async Task A_lost_key_ring_closes_what_was_stored_and_new_things_can_be_stored()
    {
        await _lome.CommitAsync(creds: "mine");
        await _host.DisposeAsync();
        Directory.Delete(Path.Combine(_data, "keys"), recursive: true);
        _lome.Host = _host = await TestHost.PrepareAsync(_data);

        await Assert.ThrowsAsync<CredentialsUnreadableException>(() => _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default)));
        await _lome.CommitAsync(creds: "linked again");
        Assert.Equal("linked again", Text(await _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default))));
    }

    [Fact]
    public async Task A_ratchet_step_marks_the_message_of_its_own_number()
    {
        var id = await OutgoingAsync(_lome);
        var second = await _lome.SecondAsync();
        await second.CommitAsync(sent: [new(id, Bytes("content"))]);
        await _lyon.CommitAsync(sent: [new(id, Bytes("content"))]);
        Assert.Null(await RatchetedAsync(_lome));

        await _lome.CommitAsync(sent: [new(id, Bytes("content"))]);

        Assert.NotNull(await RatchetedAsync(_lome));
    }

    [Fact]
    public async Task Forgetting_a_device_keeps_messages_that_nobody_has_read_yet()
    {
        await _lome.CommitAsync("mine", [new("session", "a.0", Bytes("one"))], [Row("read", "x", message: null), Row("unread", "y", "hello")], [new("3EB0AA", Bytes("z"))]);

        await _lome.ResetAsync();

        Assert.Null(await _lome.UseAsync(s => s.CredentialsAsync(_lome.Id, default)));
        Assert.Empty(await _lome.UseAsync(s => s.KeysAsync(_lome.Id, "session", ["a.0"], default)));
        Assert.Equal(["unread"], await _lome.ReadAsync(db => db.WhatsAppJournal.Select(r => r.Hash).ToListAsync()));
        Assert.Equal(0, await _lome.ReadAsync(db => db.WhatsAppSentContents.CountAsync()));
    }

    [Fact]
    public async Task Journal_rows_are_numbered_in_order_and_a_known_ciphertext_is_kept_once()
    {
        await _lome.CommitAsync(journal: [Row("h1", "a"), Row("h2", "b")]);
        await _lome.CommitAsync(journal: [Row("h2", "b"), Row("h3", "c"), Row("h3", "c")]);

        Assert.Equal(["h1", "h2", "h3"], await _lome.ReadAsync(db => db.WhatsAppJournal.OrderBy(r => r.Number).Select(r => r.Hash).ToListAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<string> OutgoingAsync(StoredSession session)
    {
        var received = await _host.SendAsync(session.Tenant, new ReceiveMessage(
            Channel.WhatsApp, session.Id, "in-1", "1@lid", [new Address(AddressKind.Lid, "1@lid")], null, null, false, MessageContent.OfText("hi"), DateTimeOffset.UnixEpoch));
        await _host.SendAsync(session.Tenant, new SendAsVendor(received.ConversationId, "hello", Guid.NewGuid()));
        return await session.ReadAsync(db => db.Messages.Where(m => m.Author == MessageAuthor.Vendor).Select(m => m.ExternalId).SingleAsync());
    }

    private static Task<DateTimeOffset?> RatchetedAsync(StoredSession session) =>
        session.ReadAsync(db => db.Messages.Where(m => m.Author == MessageAuthor.Vendor).Select(m => m.RatchetedAt).SingleAsync());

    private static JournalWrite Row(string hash, string plain, string? message = "hello") =>
        new(hash, Bytes(plain), message is null ? null : JsonSerializer.SerializeToElement(new { text = message }));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);

    private static Span<byte> Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
