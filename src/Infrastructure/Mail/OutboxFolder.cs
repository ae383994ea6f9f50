using System.Text.Json;
using WaSaas.Application.Accounts;

namespace WaSaas.Infrastructure.Mail;

/// <summary>Development: mails become files under Data:Root/outbox, shown by the page /dev/outbox. Keeps the last 200.</summary>
internal sealed class OutboxFolder(string folder, TimeProvider clock) : IMailTransport, IMailOutbox
{
    private const int Kept = 200;

    public bool IsActive => true;

    public async Task SendAsync(Application.Accounts.Mail mail, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var file = Path.Combine(folder, $"{now.UtcTicks:D20}-{Guid.NewGuid():N}.json");
        var unfinished = file + ".part";
        await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(new OutboxMail(now, mail.To, mail.Subject, mail.Body)), ct);
        File.Move(unfinished, file);
        foreach (var old in NewestFirst().Skip(Kept))
        {
            File.Delete(old);
        }
    }

    public async Task<IReadOnlyList<OutboxMail>> LatestAsync(int limit, CancellationToken ct)
    {
        var mails = new List<OutboxMail>();
        foreach (var file in NewestFirst().Take(limit))
        {
            mails.Add(JsonSerializer.Deserialize<OutboxMail>(await File.ReadAllTextAsync(file, ct))!);
        }

        return mails;
    }

    private IEnumerable<string> NewestFirst() => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*.json").OrderDescending(StringComparer.Ordinal)
        : [];
}

/// <summary>Real mail is sent: there is nothing to show.</summary>
internal sealed class NoOutbox : IMailOutbox
{
    public bool IsActive => false;

    public Task<IReadOnlyList<OutboxMail>> LatestAsync(int limit, CancellationToken ct) => Task.FromResult<IReadOnlyList<OutboxMail>>([]);
}
