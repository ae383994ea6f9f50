using System.Text.Json;
using WaSaas.Application.Conversations;
using WaSaas.Application.Negotiation;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;

namespace WaSaas.WebUI.Api;

/// <summary>Where the business of a simulated conversation stands; amounts in minor units.</summary>
internal sealed record SimulatedState(
    IReadOnlyList<SimulatedLine> Cart,
    long Goods,
    SimulatedDelivery? Delivery,
    long? Total,
    SimulatedOrder Order,
    IReadOnlyList<SimulatedNegotiation> Negotiations,
    string Responder,
    bool HandedOff,
    bool OptedOut,
    SimulatedCustomer Customer)
{
    public static SimulatedState Of(DeskState desk) => new(
        [.. desk.Cart.Select(line => new SimulatedLine(line.Sku, line.Name, line.Variant, line.Quantity, line.UnitPrice, line.LineTotal))],
        desk.Goods,
        desk.Delivery is { } place ? new SimulatedDelivery(Word(place.Status), place.Zone, place.ZoneName, place.Fee, place.Eta, place.Candidates) : null,
        desk.Total,
        desk.Order is { } order ? new SimulatedOrder(Word(order.Status), order.Number) : new SimulatedOrder("none", null),
        [.. desk.Negotiations.Select(SimulatedNegotiation.Of)],
        desk.Responder == Domain.Conversations.Responder.Person ? "person" : "assistant",
        desk.HandedOff,
        desk.OptedOut,
        new SimulatedCustomer(desk.Customer.Name, desk.Customer.Phone, desk.Customer.Address));

    /// <summary>out_for_delivery</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

internal sealed record SimulatedLine(string Sku, string Name, string? Variant, int Quantity, long UnitPrice, long LineTotal);

/// <param name="Status">ok, confirm_place, ambiguous or unknown.</param>
/// <param name="Zone">Its code; null unless ok, as are name, fee and eta.</param>
/// <param name="Candidates">Names of zones, when not ok.</param>
internal sealed record SimulatedDelivery(string Status, string? Zone, string? ZoneName, long? Fee, string? Eta, IReadOnlyList<string> Candidates);

/// <param name="Status">none, draft as soon as there is a cart, then as the order stands.</param>
/// <param name="Number">What people call the order by.</param>
internal sealed record SimulatedOrder(string Status, string? Number);

/// <param name="Sku">One product; those of a basket are joined by a plus sign.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="CustomerOffers">Her numbers, in order.</param>
/// <param name="Offers">The shop's unit prices below the public price, in order.</param>
/// <param name="Outcome">open, agreed, final, expired or not_negotiable.</param>
/// <param name="AgreedUnitPrice">Null unless agreed.</param>
internal sealed record SimulatedNegotiation(
    string Sku, int Quantity, IReadOnlyList<CustomerOffer> CustomerOffers, IReadOnlyList<long> Offers, string Outcome, long? AgreedUnitPrice)
{
    public static SimulatedNegotiation Of(Haggled talk) => new(
        string.Join('+', talk.Skus),
        talk.Quantity,
        [.. talk.CustomerOffers.Select(offer => new CustomerOffer(offer.Amount, offer.Basis == AmountBasis.Total ? "total" : "unit"))],
        talk.Offers,
        SimulatedState.Word(talk.Outcome),
        talk.AgreedUnitPrice);
}

/// <param name="Basis">unit or total.</param>
internal sealed record CustomerOffer(long Amount, string Basis);

internal sealed record SimulatedCustomer(string? Name, string? Phone, string? Address);
