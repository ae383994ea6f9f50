using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What the customer does about a price, as a move for the shop's rules. The number is hers; the answer is not made here.</summary>
internal sealed class PriceCalls(Situation situation)
{
    private readonly Reading _reading = situation.Reading;

    public IEnumerable<PlannedCall> Next()
    {
        if (situation.Ledger.Has(ToolNames.ProposePrice) || situation.Targets.Count == 0 || situation.IsUndecided || AsksWhichTalk || _reading.Wants(Intent.Remove | Intent.Cancel))
        {
            return [];
        }

        return AcceptsAll() is { Count: > 0 } all ? all : Each() is { Count: > 0 } each ? each : Move() is { } move ? [move] : [];
    }

    /// <summary>"Ok" while several haggles are open: nobody but the customer knows for which.</summary>
    public bool AsksWhichTalk => situation.OpenTalks.Count > 1 && situation.Named.Count == 0 && _reading.Query is null && Accepts && Offer is null && Taken is null;

    /// <summary>"Les deux": what stands for each of them.</summary>
    private List<PlannedCall> AcceptsAll()
    {
        var talks = situation.OpenTalks.Where(talk => situation.Named.Contains(talk.Skus[0])).ToList();
        return situation.Named.Count < 2 || situation.Named.Any(sku => !situation.Desk.Standing.Any(price => price.Skus is [var only] && only == sku)) || situation.Amounts.Any(IsHers) || _reading.Wants(Intent.Haggle | Intent.No) || !(Accepting || situation.ChoosesTalk)
            ? []
            : [.. talks.Select(talk => Call([new { sku = talk.Skus[0], quantity = talk.Quantity }], "accept", null))];
    }

    /// <summary>"Le bazin à 12k et le wax à 15k": a number for each.</summary>
    private List<PlannedCall> Each()
    {
        var hers = IsAboutPrice && situation.Named.Count > 1 ? situation.Amounts.Where(IsHers).ToList() : [];
        var named = situation.Named.Where(sku => situation.PositionOf(sku) is not null).OrderBy(situation.PositionOf).ToList();
        return hers.Count != named.Count || hers.Count < 2 ? [] :
        [
            .. named.Zip(hers, (sku, offer) => Call([new { sku, quantity = situation.PriceQuantity(sku) }], "offer", arguments => Put(arguments, offer.Minor, null))),
        ];
    }

    /// <summary>The customer's own number, when it is one about the price.</summary>
    public AmountSpan? Offer => IsAboutPrice ? situation.Amounts.LastOrDefault(IsHers) : null;

    private bool IsAboutPrice => _reading.Wants(Intent.Offer | Intent.Haggle | Intent.Accept | Intent.Order)
        || situation.IsHaggling
        || new Lookups(situation).IsNumber
        || situation.Asked is QuestionKind.YourPrice or QuestionKind.UnitOrTotal
        || (situation.Named.Count > 0 && !_reading.Wants(Intent.Availability | Intent.Photo));

    private PlannedCall? Move() =>
        Taken is { } alternative ? With("take", arguments => arguments["alternative"] = alternative)
        : Offer is { } offer ? With("offer", arguments => Put(arguments, offer.Minor, PriceBasis.In(_reading.Normalised)))
        : AnsweredBasis is { } answered ? With("offer", arguments => Put(arguments, answered.Minor, answered.Basis))
        : Accepts || Chose ? With("accept")
        : _reading.Wants(Intent.Haggle) || AsksForMore ? With("ask")
        : null;

    private bool IsHers(AmountSpan span)
    {
        if (span.IsForeign || span.Minor <= 0 || IsForDelivery(span))
        {
            return false;
        }

        // Naming the shop's own price is a question or a complaint, not an offer: "15 000 c'est trop".
        var isShops = situation.Standing is { } standing && (span.Minor == standing.Public.Minor || (span.Minor == standing.Total.Minor && !Accepting));
        return !isShops && !(PublicPrice is { } price && span.Minor >= price && !Accepting && !_reading.Wants(Intent.Offer) && !situation.IsHaggling);
    }

    private long? PublicPrice => situation.Targets.Count == 1
        ? (situation.Found?.Items ?? []).Concat(situation.Ledger.All<ProductResult>().Select(product => product.Item)).FirstOrDefault(item => item.Sku == situation.Targets[0])?.Price.Minor * situation.PriceQuantity(situation.Targets[0])
        : null;

    private bool IsForDelivery(AmountSpan span)
    {
        var before = TextTokens.Of(_reading.Text[..span.Start]);
        return before.TakeLast(3).Any(token => token.Text is "livraison" or "delivery" or "frais" or "transport" or "livrer");
    }

    private bool Accepting => _reading.Wants(Intent.Accept | Intent.Order | Intent.Yes);

    /// <summary>Yes to what stands. A yes to another question of ours is none.</summary>
    private bool Accepts => situation.IsHaggling
        && !_reading.Wants(Intent.No | Intent.Haggle)
        && situation.Desk.Recap is null
        && situation.Asked is null or QuestionKind.YourPrice or QuestionKind.AnythingElse or QuestionKind.Clarify
        && (_reading.Wants(Intent.Accept | Intent.Order) || _reading.Answer == Answer.Yes)
        && !_reading.Text.Contains('?', StringComparison.Ordinal);

    /// <summary>"Le bazin", when she was asked which of the haggles her yes is for.</summary>
    private bool Chose => situation.ChoosesTalk && situation is { Named.Count: 1, IsHaggling: true } && !_reading.Wants(Intent.No | Intent.Haggle) && !_reading.Text.Contains('?', StringComparison.Ordinal);

    /// <summary>"Et pour 3 ?" within a haggle.</summary>
    private bool AsksForMore => situation.IsHaggling && situation.Standing!.Skus.Count == 1 && !_reading.Wants(Intent.Order | Intent.Add | Intent.Delivery)
        && situation.QuantityOf(situation.Standing.Skus[0]) is { } quantity && quantity != situation.Standing.Quantity && situation.Asked is not QuestionKind.UnitOrTotal;

    private (long Minor, string Basis)? AnsweredBasis => situation.Desk.Asked is { Kind: QuestionKind.UnitOrTotal, Choices: [var amount, ..] }
        && long.TryParse(amount, System.Globalization.CultureInfo.InvariantCulture, out var minor)
        && PriceBasis.In(_reading.Normalised) is { } basis
        ? (minor, basis)
        : null;

    private string? Taken
    {
        get
        {
            var offered = situation.Standing?.Alternatives ?? [];
            var isYes = Accepting || _reading.Answer == Answer.Yes || situation.Said("avec");
            return !isYes || _reading.Wants(Intent.No) ? null
                : Has(AlternativeKind.FreeDelivery) && situation.Said("livraison", "delivery", "livre", "gratuite") ? "free_delivery"
                : Has(AlternativeKind.Bundle) && (situation.Said("lot", "pack", "bundle", "ensemble", "cadeau", "les deux", "both") || NamesBundle) ? "bundle"
                : null;

            bool Has(AlternativeKind kind) => offered.Any(alternative => alternative.Kind == kind);
        }
    }

    private bool NamesBundle => situation.Standing!.Alternatives.Where(alternative => alternative.Kind == AlternativeKind.Bundle)
        .SelectMany(alternative => alternative.Lines)
        .Where(line => !situation.Standing.Skus.Contains(line.Sku, StringComparer.OrdinalIgnoreCase))
        .Any(line => situation.Named.Contains(line.Sku, StringComparer.OrdinalIgnoreCase));

    private PlannedCall With(string kind, Action<Dictionary<string, object?>>? more = null) => Call(Lines(), kind, more);

    private static PlannedCall Call(IEnumerable<object> lines, string kind, Action<Dictionary<string, object?>>? more)
    {
        var arguments = new Dictionary<string, object?> { ["lines"] = Json.Of(lines), ["kind"] = kind };
        more?.Invoke(arguments);
        return new PlannedCall(ToolNames.ProposePrice, arguments);
    }

    private void Put(Dictionary<string, object?> arguments, long minor, string? basis)
    {
        arguments["customer_offer"] = Json.Of(Json.Major(minor, situation.Turn.Tenant.Currency));
        if (basis is not null)
        {
            arguments["basis"] = basis;
        }
    }

    // "Les deux à 28 000" after a talk about one: two pieces of it, or the whole basket that is being haggled.
    private IEnumerable<object> Lines() => Subject.Select(sku => (object)new { sku, quantity = situation.PriceQuantity(sku) });

    private IReadOnlyList<string> Subject => situation.Named.Count == 0 && situation.Desk.Cart.Lines.Count > 1 && PriceBasis.In(_reading.Normalised) == PriceBasis.Total
        ? [.. situation.Desk.Cart.Lines.Select(line => line.Sku)]
        : situation.Standing is { Skus.Count: > 1 } basket && basket.Skus.Contains(situation.Targets[0], StringComparer.OrdinalIgnoreCase) && situation.Named.Count == 0 ? basket.Skus
        : situation.Targets;
}
