using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>How the answers of a conversation came about, oldest first.</summary>
public sealed record GetTurns(ConversationId Id) : IQuery<IReadOnlyList<TurnView>>;

/// <param name="Calls">What was called; kept for simulations only.</param>
public sealed record TurnView(
    TurnId Id,
    DateTimeOffset At,
    string Brain,
    GuardVerdict Guard,
    TokenUse Tokens,
    double Milliseconds,
    double ModelMilliseconds,
    IReadOnlyList<ToolTrace> Calls)
{
    public IReadOnlyList<ToolTrace> Tools => [.. Calls.Tools()];

    public double ToolMilliseconds => Calls.Tools().Sum(call => call.Milliseconds);

    public double GuardMilliseconds => Calls.Sum(call => call.Milliseconds) - ToolMilliseconds;
}

internal sealed class GetTurnsHandler(IAppDbContext db) : IQueryHandler<GetTurns, IReadOnlyList<TurnView>>
{
    public async Task<IReadOnlyList<TurnView>> Handle(GetTurns query, CancellationToken cancellationToken)
    {
        var turns = await db.TurnRecords.AsNoTracking().Where(t => t.ConversationId == query.Id).OrderBy(t => t.At).ToListAsync(cancellationToken);
        return [.. turns.Select(Of)];
    }

    private static TurnView Of(TurnRecord turn) => new(
        turn.TurnId,
        turn.At,
        turn.Brain,
        new GuardVerdict(turn.Verdict, turn.Violations),
        new TokenUse(turn.InputTokens, turn.CachedInputTokens, turn.OutputTokens) { CostMicros = turn.CostMicros },
        turn.Milliseconds,
        turn.ModelMilliseconds,
        TurnTrace.Read(turn.Trace));
}
