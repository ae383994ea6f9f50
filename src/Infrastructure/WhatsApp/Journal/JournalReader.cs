using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence.Admin;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary>
/// Turns journal rows into messages of conversations, in order per session. Woken by commits; looks by itself at start and
/// now and then, for what a crash left behind. A row may be read twice: the message is stored once.
/// </summary>
internal sealed partial class JournalReader(TenantWork work, LinkedNumbers numbers, TimeProvider clock, ILogger<JournalReader> log) : BackgroundService
{
    private const int Batch = 20;
    private const int Tries = 4;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    private readonly Lanes<SessionId> _lanes = new();
    private readonly ConcurrentDictionary<SessionId, bool> _queued = new();

    // Rows that cannot be read must not hold up what comes after them; the next start tries them again.
    private readonly ConcurrentDictionary<(SessionId Session, long Number), bool> _setAside = new();

    public void Wake(DueSession session) => _ = ReadAsync(session);

    /// <summary>Settles when everything that stood in the journal by now was read.</summary>
    public Task ReadAsync(DueSession session) => _queued.TryAdd(session.SessionId, true)
        ? _lanes.Enqueue(session.SessionId, () => DrainAsync(session))
        : _lanes.Enqueue(session.SessionId, () => Task.CompletedTask);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                (await numbers.WithUnreadJournalAsync(stoppingToken)).ForEach(Wake);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LookingFailed(e);
            }

            await Task.Delay(LookAgain, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _lanes.WhenIdleAsync();
    }

    private async Task DrainAsync(DueSession session)
    {
        _queued.TryRemove(session.SessionId, out _);
        try
        {
            while (await NextAsync(session) is { Count: > 0 } rows)
            {
                if (!await TryReadAsync(session, rows))
                {
                    await ReadOneByOneAsync(session, rows);
                }

                if (rows.Count < Batch)
                {
                    // What came since then has woken this again.
                    return;
                }
            }
        }
        catch (Exception e)
        {
            DrainFailed(e, session.SessionId.Value);
        }
    }

    private Task<List<JournalEntry>> NextAsync(DueSession session)
    {
        var aside = _setAside.Keys.Where(key => key.Session == session.SessionId).Select(key => key.Number).ToArray();
        return work.RunAsync<SessionJournal, List<JournalEntry>>(session.TenantId, journal => journal.UnreadAsync(session.SessionId, aside, Batch));
    }

    private async Task<bool> TryReadAsync(DueSession session, List<JournalEntry> rows, int attempt = 1)
    {
        try
        {
            await work.RunAsync<SessionJournal, bool>(session.TenantId, async journal =>
            {
                await journal.ReadAsync(session.SessionId, rows);
                return true;
            });
            return true;
        }
        catch (Exception e)
        {
            ReadingFailed(e, rows[0].Number, rows.Count, session.SessionId.Value, attempt);
            return false;
        }
    }

    /// <summary>One of them cannot be read: the others must not suffer.</summary>
    private async Task ReadOneByOneAsync(DueSession session, IReadOnlyList<JournalEntry> rows)
    {
        foreach (var row in rows)
        {
            if (!await TryOftenAsync(session, row))
            {
                _setAside[(session.SessionId, row.Number)] = true;
            }
        }
    }

    private async Task<bool> TryOftenAsync(DueSession session, JournalEntry row)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await TryReadAsync(session, [row], attempt))
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), clock);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for unread journals failed")]
    private partial void LookingFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the journal of session {Session} stopped")]
    private partial void DrainFailed(Exception e, Guid session);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading {Count} rows of session {Session} from number {Number} failed (attempt {Attempt})")]
    private partial void ReadingFailed(Exception e, long number, int count, Guid session, int attempt);
}
