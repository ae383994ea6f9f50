using WaSaas.Domain.Common;

namespace WaSaas.Domain.Negotiation;

internal sealed record TurnOutcome(HaggleState State, PriceReply Reply, Agreement? Agreement);

/// <summary>One move of a customer, from its reading to the reply. Changes nothing itself.</summary>
internal sealed class NegotiationTurn(Subject subject, HaggleState state, CustomerMove move, SalesAids aids)
{
    private readonly Haggle _haggle = new(subject.Rule, state, move.Quantity);

    /// <summary>The state when nothing is haggled, only told.</summary>
    public HaggleState Told => _haggle.Told;

    public Result<TurnOutcome> Play(DateTimeOffset at) => move switch
    {
        CustomerMove.Ask => Conclude(_haggle.Ask(), null, at),
        CustomerMove.Accept => Conclude(_haggle.Accept(), null, at),
        CustomerMove.Offer offer => Hear(offer, at),
        CustomerMove.Take take => Take(take, at),
        _ => throw new InvalidOperationException($"Unknown kind of move: {move.GetType().Name}."),
    };

    /// <summary>What was agreed is the answer to everything, until it expires; never above what stands anyway.</summary>
    public PriceReply AgreedBefore(Agreement agreement)
    {
        var (agreed, standing) = (agreement.AmountFor(move.Quantity), _haggle.Standing * move.Quantity);
        return agreed > standing
            ? Agreed(ReplyReason.AgreedBefore, move.Quantity, standing, subject.Split(move.Quantity, standing), agreement, waived: 0)
            : Agreed(ReplyReason.AgreedBefore, move.Quantity, agreed, agreement.LinesFor(subject, move.Quantity), agreement, agreement.WaivedDelivery);
    }

    private static PriceReply Agreed(ReplyReason reason, int quantity, long amount, IReadOnlyList<PriceLine> lines, Agreement agreement, long waived) =>
        new(Decision.Accept, reason, quantity, Concession.CeilingOf(amount, 1, quantity), lines)
        {
            Agreement = new AgreedPrice(agreement.Id, agreement.ExpiresAt, waived),
        };

    private Result<TurnOutcome> Hear(CustomerMove.Offer offer, DateTimeOffset at)
    {
        var basis = BasisReading.Of(offer, subject.Rule.PublicPrice(offer.Quantity));
        if (basis == AmountBasis.Unsaid)
        {
            return new TurnOutcome(_haggle.Told, Reply(Decision.Hold, ReplyReason.UnitOrTotal, _haggle.Standing), null);
        }

        var total = basis == AmountBasis.Total ? offer.Amount : Saturated(offer.Amount, offer.Quantity);
        return Conclude(_haggle.Offer(total), total, at);
    }

    private Result<TurnOutcome> Take(CustomerMove.Take take, DateTimeOffset at)
    {
        var chosen = new Deadlock(subject, state, take.Quantity, null).WaysOut(aids).FirstOrDefault(way => way.Kind == take.Kind);
        if (!_haggle.StandsStill || chosen?.Kind is not (AlternativeKind.Bundle or AlternativeKind.FreeDelivery))
        {
            return NegotiationErrors.AlternativeGone;
        }

        return Conclude(_haggle.Accept(), chosen.Lines, chosen.WaivedDelivery, at);
    }

    private TurnOutcome Conclude(Verdict verdict, long? customerTotal, DateTimeOffset at)
    {
        if (verdict.AgreedTotal is { } total)
        {
            return Conclude(verdict, subject.Split(move.Quantity, total), 0, at);
        }

        var reply = Reply(verdict.Decision, verdict.Reason, verdict.Unit);
        return new(verdict.State, reply with { Alternatives = WaysOut(verdict, customerTotal) }, null);
    }

    private TurnOutcome Conclude(Verdict verdict, IReadOnlyList<PriceLine> lines, long waived, DateTimeOffset at)
    {
        var amount = verdict.AgreedTotal!.Value;
        var agreement = Agreement.Conclude(move.Quantity, amount, lines, waived, at, subject.Rule.Validity);
        return new(verdict.State, Agreed(verdict.Reason, move.Quantity, amount, lines, agreement, waived), agreement);
    }

    private IReadOnlyList<Alternative> WaysOut(Verdict verdict, long? customerTotal) =>
        verdict.Decision is Decision.Final or Decision.NotNegotiable
            ? new Deadlock(subject, verdict.State, move.Quantity, customerTotal).WaysOut(aids)
            : [];

    private PriceReply Reply(Decision decision, ReplyReason reason, long unit) =>
        new(decision, reason, move.Quantity, unit, subject.Split(move.Quantity, unit * move.Quantity));

    /// <summary>Absurd numbers stay absurd instead of overflowing.</summary>
    private static long Saturated(long unit, int quantity) => (long)Int128.Clamp((Int128)unit * quantity, long.MinValue, long.MaxValue);
}
