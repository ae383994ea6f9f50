using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What has to be looked up before anything can be planned, one thing after the other.</summary>
internal sealed class Lookups(Situation situation)
{
    private const Intent AboutItem = Intent.Bulk | Intent.Price | Intent.Availability | Intent.Haggle | Intent.Offer | Intent.Order | Intent.Add | Intent.Remove | Intent.Photo
        | Intent.Details | Intent.Change | Intent.Warranty | Intent.Accept;

    private const Intent Other = Intent.Delivery | Intent.Whereabouts | Intent.Payment | Intent.Address | Intent.Hours | Intent.Returns | Intent.OrderStatus
        | Intent.Cancel | Intent.Identity | Intent.OffTopic | Intent.Listing;

    private readonly Reading _reading = situation.Reading;

    /// <summary>Asked what there is, and no words beside that named a product.</summary>
    public bool WantsShelf => _reading.Wants(Intent.Listing) && (_reading.Query is null || situation.Found is { Items.Count: 0 });

    /// <summary>Asked about "it".</summary>
    public bool AsksAboutItem => _reading.Wants(Intent.Price | Intent.Availability | Intent.Details | Intent.Bulk)
        && !(_reading.Query is null && _reading.Wants(Intent.Haggle | Intent.Offer))
        && !(situation.IsHaggling && _reading.Wants(Intent.Bulk))
        && !(_reading.Query is null && _reading.Wants(Intent.Delivery | Intent.Whereabouts | Intent.Payment | Intent.OrderStatus | Intent.Hours));

    /// <summary>Asked about "it" when nobody knows what "it" is.</summary>
    public bool LacksItem => NeedsTarget && !WantsShelf && _reading.Query is null && situation.Targets.Count == 0
        && !_reading.HasItems && !_reading.Wants(Intent.OffTopic | Intent.Address) && (Query is null || situation.Found is not null);

    private bool NeedsTarget => AsksAboutItem || _reading.Wants(Intent.Haggle | Intent.Photo) || (_reading.Wants(Intent.Order) && situation.Desk.Cart.Lines.Count == 0);

    public PlannedCall? Next()
    {
        if (Query is { } query && situation.Found is null)
        {
            return new(ToolNames.SearchCatalogue, new() { ["query"] = query, ["limit"] = SearchCatalogueTool.MaxItems });
        }

        if ((WantsShelf || LacksItem) && situation.Shelf is null)
        {
            return new(ToolNames.SearchCatalogue, new() { ["query"] = "", ["limit"] = SearchCatalogueTool.MaxItems });
        }

        if (IsVariantPerhaps && !situation.Ledger.Has(ToolNames.GetProduct))
        {
            return new(ToolNames.GetProduct, new() { ["sku"] = situation.Desk.Focus[0] });
        }

        return NeedsProduct && situation.Targets.Count == 1 && !situation.Ledger.Has(ToolNames.GetProduct)
            ? new(ToolNames.GetProduct, new() { ["sku"] = situation.Targets[0] })
            : null;
    }

    /// <summary>The customer's words; those from before only when she speaks of "it" and the desk does not know what.</summary>
    private string? Query =>
        _reading.Query is { } named && (_reading.Wants(AboutItem) || !_reading.Wants(Other)) ? named
        : IsAboutSeveral ? _reading.FocusQuery
        : _reading.Query is null && NeedsTarget && !WantsShelf && !KnowsFocus ? _reading.FocusQuery
        : null;

    private bool IsAboutSeveral => situation.IsAboutAll && situation.Desk.Cart.Lines.Count < 2 && !situation.Desk.Standing.Any(price => price.Skus.Count > 1);

    private bool KnowsFocus => situation.Desk.Focus.Count > 0 || situation.Desk.Standing.Count > 0 || situation.Desk.Asked is { Kind: QuestionKind.WhichProduct };

    /// <summary>"Je prends le blanc": no product, so perhaps a variant of the one that is spoken of.</summary>
    private bool IsVariantPerhaps => situation.Found is { Items.Count: 0 } && _reading.Query is not null && situation.Desk.Focus.Count > 0
        && _reading.Wants(Intent.Order | Intent.Add | Intent.Accept | Intent.Change);

    /// <summary>Hardly more than a number, after a price was told: most likely an offer.</summary>
    public bool IsNumber => _reading.Query is null && !_reading.Wants(Other | Intent.Order | Intent.Price) && _reading.Phone is null
        && situation.Asked is not (QuestionKind.Phone or QuestionKind.Quantity or QuestionKind.WhichVariant)
        && (_reading.Text.Any(char.IsDigit) || situation.Amounts.Count > 0);

    // Its public price tells "je donne 12" and "-10 %" what they mean; its description answers what it is like.
    private bool NeedsProduct =>
        (AsksAboutItem && situation.Found is null)
        || (_reading.Wants(Intent.Details | Intent.Bulk) && _reading.Query is not null)
        || (situation.Found is null && situation.Standing is null && situation.Desk.Focus.Count > 0 && (_reading.Wants(Intent.Offer) || IsNumber))
        || (situation.Asked == QuestionKind.WhichProduct && situation.Found is null && situation.Named.Count == 1);
}
