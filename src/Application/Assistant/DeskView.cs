using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant;

/// <summary>
/// Where a customer's business stands when a turn begins, as a brain may know it: what is on the counter, what was asked
/// last. There is no floor in it.
/// </summary>
/// <param name="Focus">SKUs that were spoken of last, the latest first.</param>
/// <param name="Cart">What is about to be ordered.</param>
/// <param name="Missing">What an order of the cart still needs.</param>
/// <param name="Recap">The summary that went out and that a yes would confirm; null when there is none that still holds.</param>
/// <param name="Standing">Prices that stand in open haggles and live agreements.</param>
/// <param name="Asked">What the shop asked last and the customer has not answered yet.</param>
/// <param name="Customer">What she told of herself.</param>
/// <param name="LastOrder">Number of her latest order.</param>
/// <param name="Misses">Turns in a row that were not understood or found nothing.</param>
public sealed record DeskView(
    IReadOnlyList<string> Focus,
    CartView Cart,
    IReadOnlyList<CartGap> Missing,
    RecapView? Recap,
    IReadOnlyList<StandingPrice> Standing,
    Question? Asked,
    CustomerView Customer,
    string? LastOrder,
    int Misses)
{
    public static readonly DeskView Empty = new(
        [], new CartView([], new Amount(0, ""), null, null, null, null), [], null, [], null, new CustomerView(null, null, null, null), null, 0);
}

public sealed record RecapView(string RecapId, Amount Total);

/// <param name="Skus">One product, or all of a haggled basket.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Public">Public price of all pieces.</param>
/// <param name="Total">The price of all pieces that stands.</param>
/// <param name="State">counter or hold: open; final: does not move any more; accept: agreed.</param>
/// <param name="Alternatives">What was offered instead with the last reply.</param>
public sealed record StandingPrice(
    IReadOnlyList<string> Skus, int Quantity, Amount Public, Amount Total, Decision State, IReadOnlyList<AlternativeView> Alternatives)
{
    /// <summary>Of the products, as customers read them.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

public enum QuestionKind
{
    /// <summary>Which of these products? Choices are SKUs.</summary>
    WhichProduct = 1,

    /// <summary>Which variant of the product in focus? Choices are names of variants.</summary>
    WhichVariant = 2,

    /// <summary>"Vous parlez bien de ...?" The choice is the zone's name.</summary>
    ConfirmPlace = 3,

    /// <summary>Which of these zones? Choices are their names.</summary>
    WhichPlace = 4,

    /// <summary>Where to? A landmark or the pin is asked for.</summary>
    Place = 5,

    /// <summary>For one piece or for all? The choice is the amount in minor units.</summary>
    UnitOrTotal = 6,

    YourPrice = 7,
    Name = 8,
    Phone = 9,
    Quantity = 10,

    /// <summary>"Is that right?" about figures heard in a voice note. Choices hold them.</summary>
    HeardRight = 11,

    /// <summary>Shall it be ordered, or is there anything else?</summary>
    AnythingElse = 12,

    /// <summary>What did you mean?</summary>
    Clarify = 13,

    /// <summary>Text instead of something that cannot be opened.</summary>
    Text = 14,

    /// <summary>Does the picture show this product? The choices are its SKU and its name.</summary>
    ThisProduct = 15,
}

/// <param name="Kind">What was asked.</param>
/// <param name="Choices">What the answer may be, as said at each kind.</param>
public sealed record Question(QuestionKind Kind, IReadOnlyList<string> Choices)
{
    public static Question Of(QuestionKind kind, params string[] choices) => new(kind, choices);
}
