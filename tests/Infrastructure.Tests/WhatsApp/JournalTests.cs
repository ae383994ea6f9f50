using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;
using WaSaas.Infrastructure.WhatsApp.Journal;
using WaSaas.Infrastructure.WhatsApp.Keys;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

/// <summary>What was committed to the journal becomes a message once, wherever the process died.</summary>
public sealed class JournalTests : IAsyncLifetime
{
    private const string Kossi = "1001@lid";

    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private TestHost _host = null!;
    private StoredSession _session = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.PrepareAsync(_data);
        _session = await StoredSession.CreateAsync(_host);
    }

    [Fact]
    public async Task A_row_that_was_committed_before_a_crash_becomes_a_message_at_the_next_start()
    {
        await _session.CommitAsync(journal: [Row("h1", "m1", Kossi, "bonjour")]);
        await _host.DisposeAsync();
        _session.Host = _host = await TestHost.PrepareAsync(_data);

        await StartReaderAsync();

        await Eventually.IsTrueAsync(async () => await UnreadAsync() == 0, "the journal to be read");
        Assert.Equal(["bonjour"], await TextsAsync());
    }

    [Fact]
    public async Task A_crash_between_the_message_and_its_mark_gives_one_message()
    {
        await _session.CommitAsync(journal: [Row("h1", "m1", Kossi, "bonjour")]);
        await ReadAsync();
        await _session.ReadAsync(db => db.WhatsAppJournal.ExecuteUpdateAsync(set => set.SetProperty(r => r.ProcessedAt, (DateTimeOffset?)null)));

        await ReadAsync();

        Assert.Equal(0, await UnreadAsync());
        Assert.Equal(["bonjour"], await TextsAsync());
    }

    [Fact]
    public async Task Messages_keep_the_order_of_their_arrival()
    {
        var texts = Enumerable.Range(1, 45).Select(i => $"text {i}").ToList();
        foreach (var chunk in texts.Chunk(15))
        {
            await _session.CommitAsync(journal: [.. chunk.Select(text => Row("h " + text, "m " + text, Kossi, text))]);
        }

        await ReadAsync();

        Assert.Equal<string?>(texts, await TextsAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_does_not_hold_up_the_next_one()
    {
        await _session.CommitAsync(journal: [new("h1", [1], JsonSerializer.SerializeToElement(new { timestamp = "not a number" })), Row("h2", "m2", Kossi, "after it")]);

        await ReadAsync();

        Assert.Equal(["after it"], await TextsAsync());
        Assert.Equal(1, await UnreadAsync());
    }

    [Fact]
    public async Task Rows_that_are_read_together_make_one_customer_with_one_conversation()
    {
        await _session.CommitAsync(journal: [Row("h1", "m1", Kossi, "bonjour"), Row("h2", "m2", Kossi, "le prix ?"), Row("h3", "m1", Kossi, "bonjour")]);

        await ReadAsync();

        Assert.Equal(["bonjour", "le prix ?"], await TextsAsync());
        Assert.Equal((1, 1), await _session.ReadAsync(async db => (await db.Contacts.CountAsync(), await db.Conversations.CountAsync())));
        Assert.Equal(0, await UnreadAsync());
    }

    [Fact]
    public async Task Both_addresses_and_the_number_of_a_customer_are_kept()
    {
        await _session.CommitAsync(journal: [Row("h1", "m1", Kossi, "bonjour", chatAlt: "22891000001@s.whatsapp.net")]);

        await ReadAsync();

        var contact = await _session.ReadAsync(db => db.Contacts.AsNoTracking().SingleAsync());
        Assert.Equal("+22891000001", contact.PhoneNumber);
        Assert.Equal(
            [new Address(AddressKind.Lid, Kossi), new Address(AddressKind.Phone, "22891000001@s.whatsapp.net")],
            contact.Addresses.Select(a => a.Address).OrderBy(a => a.Kind));
    }

    [Theory]
    [InlineData("120363000000000000@g.us")]
    [InlineData("status@broadcast")]
    [InlineData("1@newsletter")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task What_is_no_person_is_passed_over(string chat)
    {
        await _session.CommitAsync(journal: [Row("h1", "m1", chat, "hello all")]);

        await ReadAsync();

        Assert.Equal(0, await UnreadAsync());
        Assert.Empty(await TextsAsync());
    }

    [Fact]
    public async Task Notes_of_the_vendor_to_herself_are_passed_over()
    {
        await _session.ReadAsync(async db =>
        {
            (await db.Sessions.SingleAsync()).Identify(new Domain.WhatsApp.SessionIdentity("22890000001:7@s.whatsapp.net", "77:7@lid", "+22890000001", "Adjoa"));
            return await db.SaveChangesAsync();
        });
        await _session.CommitAsync(journal: [Row("h1", "m1", "22890000001@s.whatsapp.net", "buy bread"), Row("h2", "m2", "77@lid", "and milk")]);

        await ReadAsync();

        Assert.Empty(await TextsAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static JournalWrite Row(string hash, string id, string chat, string text, string? chatAlt = null) => new(
        hash,
        [1, 2, 3],
        JsonSerializer.SerializeToElement(new { id, chat, chatAlt, fromMe = false, pushName = "Kossi", timestamp = 1_700_000_000, kind = "text", text }));

    private Task ReadAsync() => _host.Services.GetRequiredService<JournalReader>().ReadAsync(new DueSession(_session.Tenant, _session.Id));

    private Task StartReaderAsync() => _host.Services.GetRequiredService<JournalReader>().StartAsync(TestContext.Current.CancellationToken);

    private Task<int> UnreadAsync() => _session.ReadAsync(db => db.WhatsAppJournal.CountAsync(r => r.ProcessedAt == null));

    private Task<List<string?>> TextsAsync() => _session.ReadAsync(db => db.Messages.OrderBy(m => m.Sequence).Select(m => m.Text).ToListAsync());
}
