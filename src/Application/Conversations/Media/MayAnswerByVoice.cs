using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;

namespace WaSaas.Application.Conversations.Media;

/// <summary>Whether the shop wants spoken answers, its plan holds them, and the month has minutes left.</summary>
public sealed record MayAnswerByVoice(DateTimeOffset At) : IQuery<bool>;

internal sealed class MayAnswerByVoiceHandler(IAppDbContext db, PlanRoom room, Usage usage) : IQueryHandler<MayAnswerByVoice, bool>
{
    public async Task<bool> Handle(MayAnswerByVoice query, CancellationToken cancellationToken) =>
        (await db.Tenants.AsNoTracking().SingleAsync(cancellationToken)).Sales.VoiceReplies == true
        && (await room.EntitlementsAsync(cancellationToken)).VoiceReplies
        && await usage.HasVoiceLeftAsync(query.At, cancellationToken);
}
