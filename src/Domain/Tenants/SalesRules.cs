using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tenants;

/// <summary>How the shop sells when a product says nothing else. Amounts in minor units of its currency; null = not set.</summary>
public sealed record SalesRules
{
    public NegotiationStyle Style { get; init; } = NegotiationStyle.Balanced;

    /// <summary>Counter-offers are multiples of it; null = a natural step for each price.</summary>
    public long? PriceStep { get; init; }

    /// <summary>An agreed price holds so long.</summary>
    public int AgreementHours { get; init; } = 48;

    /// <summary>A haggle goes on where it stopped for so long.</summary>
    public int CoolDownDays { get; init; } = 7;

    /// <summary>Whether a price for the whole basket may be haggled over.</summary>
    public bool HaggleCart { get; init; } = true;

    /// <summary>Cash totals are rounded down to it, in the customer's favour; null = exact.</summary>
    public long? CashStep { get; init; }

    /// <summary>The assistant stays silent so long after a person's last word.</summary>
    public int TakeoverMinutes { get; init; } = 30;

    /// <summary>Whether voice notes are answered by voice; null = not said: in simulations only.</summary>
    public bool? VoiceReplies { get; init; }

    public Result Check() => this switch
    {
        { PriceStep: <= 0 } or { CashStep: <= 0 } => NegotiationErrors.StepRange,
        { AgreementHours: < 1 or > 720 } => NegotiationErrors.ValidityRange,
        { CoolDownDays: < 0 or > 365 } => NegotiationErrors.CoolDownRange,
        { TakeoverMinutes: < 5 or > 1_440 } => TenantErrors.TakeoverRange,
        _ when !Enum.IsDefined(Style) => NegotiationErrors.UnknownStyle,
        _ => Result.Ok,
    };

    public TimeSpan Silence() => TimeSpan.FromMinutes(TakeoverMinutes);

    /// <summary>The step of a price: the product's own, the shop's, or what coins in this range are.</summary>
    public long StepFor(long price, long? own) => own ?? PriceStep ?? price switch
    {
        < 5_000 => 50,
        < 50_000 => 250,
        _ => 1_000,
    };
}
