using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Negotiation;

public enum HaggleOutcome
{
    Open = 1,
    Agreed = 2,

    /// <summary>The last offer was said.</summary>
    Final = 3,

    /// <summary>What was agreed does not hold any more.</summary>
    Expired = 4,
    NotNegotiable = 5,
}

/// <param name="Skus">One product, or those of a basket.</param>
/// <param name="Quantity">Pieces; 1 for a basket.</param>
/// <param name="CustomerOffers">Her numbers, in order.</param>
/// <param name="Offers">The shop's, per piece, those below the public price, in order.</param>
/// <param name="Outcome">How it stands.</param>
/// <param name="AgreedUnitPrice">Set when agreed; rounded up where a total does not divide.</param>
public sealed record Haggled(
    IReadOnlyList<string> Skus, int Quantity, IReadOnlyList<NamedOffer> CustomerOffers, IReadOnlyList<long> Offers, HaggleOutcome Outcome, long? AgreedUnitPrice);

public sealed record NamedOffer(long Amount, AmountBasis Basis);

/// <summary>The haggles of a customer as both sides know them: no floor.</summary>
internal static class HaggledTalks
{
    public static async Task<IReadOnlyList<Haggled>> OfAsync(IAppDbContext db, Conversation conversation, DateTimeOffset now, CancellationToken ct)
    {
        var contact = conversation.ContactId;
        var talks = await db.Negotiations.AsNoTracking().Where(n => n.ContactId == contact).OrderByDescending(n => n.LastMoveAt).ToListAsync(ct);
        var ids = talks.SelectMany(Products).Distinct().ToArray();
        var skus = await db.Products.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Sku, ct);
        return [.. talks.Where(talk => talk.Steps.Count > 0).Select(talk => Of(talk, skus, now))];
    }

    public static IEnumerable<ProductId> Products(PriceNegotiation talk) => talk.Steps.TakeLast(1).SelectMany(step => step.Lines).Select(line => line.Product);

    public static IReadOnlyList<NamedOffer> CustomerOffers(PriceNegotiation talk) =>
        [.. talk.Steps.Where(step => step is { CustomerOffer: not null, Basis: not AmountBasis.Unsaid }).Select(step => new NamedOffer(step.CustomerOffer!.Value, step.Basis))];

    /// <summary>Each lower price once, when it was first said.</summary>
    public static IReadOnlyList<long> Offers(PriceNegotiation talk)
    {
        var said = new List<long>();
        foreach (var step in talk.Steps.Where(step => step.Decision != Decision.Accept && step.Unit < step.Public && (said.Count == 0 || said[^1] != step.Unit)))
        {
            said.Add(step.Unit);
        }

        return said;
    }

    private static Haggled Of(PriceNegotiation talk, Dictionary<ProductId, string> skus, DateTimeOffset now)
    {
        var (last, agreed) = (talk.Steps[^1], talk.Agreements.MaxBy(agreement => agreement.AgreedAt));
        var outcome = OutcomeOf(last, agreed, now);
        return new Haggled(
            [.. Products(talk).Select(id => skus.GetValueOrDefault(id)).OfType<string>()],
            agreed?.Quantity ?? last.Quantity,
            CustomerOffers(talk),
            Offers(talk),
            outcome,
            outcome == HaggleOutcome.Agreed ? agreed!.Unit : null);
    }

    private static HaggleOutcome OutcomeOf(HaggleStep last, Agreement? agreed, DateTimeOffset now) => last.Decision switch
    {
        _ when agreed?.IsLive(now) == true => HaggleOutcome.Agreed,
        Decision.Accept => agreed?.Status == AgreementStatus.Used ? HaggleOutcome.Agreed : HaggleOutcome.Expired,
        Decision.Final => HaggleOutcome.Final,
        Decision.NotNegotiable => HaggleOutcome.NotNegotiable,
        _ => HaggleOutcome.Open,
    };
}
