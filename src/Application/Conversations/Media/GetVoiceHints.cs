using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Speech;
using WaSaas.Application.Subscriptions;

namespace WaSaas.Application.Conversations.Media;

/// <summary>What a voice note may speak of, and how much of one the shop's plan listens to.</summary>
public sealed record GetVoiceHints(string? Language) : IQuery<VoiceHints>;

/// <param name="Hints">For the speech service.</param>
/// <param name="LongestSeconds">Longer notes are not listened to.</param>
/// <param name="HasMinutesLeft">False when the month's voice minutes are used up.</param>
public sealed record VoiceHints(SpeechHints Hints, int LongestSeconds, bool HasMinutesLeft);

internal sealed class GetVoiceHintsHandler(IAppDbContext db, PlanRoom room, Usage usage, TimeProvider clock) : IQueryHandler<GetVoiceHints, VoiceHints>
{
    private const int MostNames = 40;
    private const int LongestEver = 300;

    /// <summary>No single note uses up more of a month than this.</summary>
    private const int PartsOfMonth = 4;

    public async Task<VoiceHints> Handle(GetVoiceHints query, CancellationToken cancellationToken)
    {
        var zones = await db.DeliveryZones.Where(z => z.ArchivedAt == null).OrderBy(z => z.Name).Select(z => z.Name).Take(MostNames).ToListAsync(cancellationToken);
        var products = await db.Products
            .Where(p => p.ArchivedAt == null)
            .OrderBy(p => p.Name)
            .Select(p => p.Name)
            .Take(MostNames)
            .ToListAsync(cancellationToken);
        var plan = await room.EntitlementsAsync(cancellationToken);
        return new VoiceHints(
            new SpeechHints(query.Language, [.. products.Zip(zones, (product, zone) => new[] { product, zone }).SelectMany(pair => pair), .. products.Skip(zones.Count), .. zones.Skip(products.Count)]),
            Math.Min(LongestEver, plan.VoiceMinutes * 60 / PartsOfMonth),
            await usage.HasVoiceLeftAsync(clock.GetUtcNow(), cancellationToken));
    }
}
