using WaSaas.Domain.Common;

namespace WaSaas.Domain.Negotiation;

public readonly record struct AgreementId(Guid Value) : IId<AgreementId>
{
    public static AgreementId From(Guid value) => new(value);
}

public enum AgreementStatus
{
    Open = 1,

    /// <summary>One order cites it; an agreement is good for one.</summary>
    Used = 2,

    /// <summary>The goods ran out. The customer is told.</summary>
    Withdrawn = 3,
}

/// <summary>
/// A price that shop and customer agreed on. It binds the unit price for its quantity and any larger one until it
/// expires, is used by an order, or the goods run out. A raised price does not break it. What came with it (a bundle, a
/// delivery fee) goes with its price only: whoever gets more pieces at a lower price gets them without.
/// </summary>
public sealed class Agreement : ITenantOwned
{
    private readonly List<PriceLine> _lines = [];

    private Agreement()
    {
    }

    public TenantId TenantId { get; private set; }

    public NegotiationId NegotiationId { get; private set; }

    public AgreementId Id { get; private set; }

    public int Quantity { get; private set; }

    /// <summary>For all pieces, in minor units; what the customer said need not divide evenly.</summary>
    public long Amount { get; private set; }

    /// <summary>A delivery fee up to here is the shop's; 0 = none.</summary>
    public long WaivedDelivery { get; private set; }

    public DateTimeOffset AgreedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public AgreementStatus Status { get; private set; }

    /// <summary>The subject's lines, then those that came with it in a bundle.</summary>
    public IReadOnlyList<PriceLine> Lines => _lines;

    /// <summary>Price per piece, rounded up.</summary>
    public long Unit => Concession.CeilingOf(Amount, 1, Quantity);

    internal static Agreement Conclude(int quantity, long amount, IReadOnlyList<PriceLine> lines, long waived, DateTimeOffset at, TimeSpan validity)
    {
        var agreement = new Agreement
        {
            Id = Common.Id.New<AgreementId>(),
            Quantity = quantity,
            Amount = amount,
            WaivedDelivery = waived,
            AgreedAt = at,
            ExpiresAt = at + validity,
            Status = AgreementStatus.Open,
        };
        agreement._lines.AddRange(lines);
        return agreement;
    }

    internal Agreement Within(PriceNegotiation negotiation)
    {
        (TenantId, NegotiationId) = (negotiation.TenantId, negotiation.Id);
        return this;
    }

    public bool IsLive(DateTimeOffset at) => Status == AgreementStatus.Open && at < ExpiresAt;

    public bool Binds(int quantity, DateTimeOffset at) => IsLive(at) && quantity >= Quantity;

    internal long AmountFor(int quantity) => Concession.CeilingOf(Amount, quantity, Quantity);

    internal IReadOnlyList<PriceLine> LinesFor(Subject subject, int quantity)
    {
        if (quantity == Quantity)
        {
            return Lines;
        }

        var own = subject.Split(quantity, AmountFor(quantity));
        return [.. own, .. Lines.Skip(own.Count)];
    }

    internal Result Use(DateTimeOffset at)
    {
        if (Status != AgreementStatus.Open)
        {
            return NegotiationErrors.AgreementClosed;
        }

        if (at >= ExpiresAt)
        {
            return NegotiationErrors.AgreementExpired;
        }

        Status = AgreementStatus.Used;
        return Result.Ok;
    }

    internal void Withdraw() => Status = Status == AgreementStatus.Open ? AgreementStatus.Withdrawn : Status;
}
