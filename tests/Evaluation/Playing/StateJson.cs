using System.Text.Json;
using System.Text.Json.Nodes;
using WaSaas.Application.Conversations;
using WaSaas.Application.Negotiation;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Evaluation.Playing;

/// <summary>The state in the words of the simulation's API, in which cases are written.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static JsonObject Of(DeskState desk) => JsonSerializer.SerializeToNode(
        new
        {
            desk.Cart,
            desk.Goods,
            Delivery = desk.Delivery is { } place ? new { Status = Word(place.Status), place.Zone, place.ZoneName, place.Fee, place.Candidates } : null,
            desk.Total,
            Order = new { Status = desk.Order is { } order ? Word(order.Status) : "none", desk.Order?.Number },
            Negotiations = desk.Negotiations.Select(Of),
            Responder = desk.Responder == Responder.Person ? "person" : "assistant",
            desk.HandedOff,
            desk.OptedOut,
            Customer = new { desk.Customer.Name, desk.Customer.Phone, desk.Customer.Address },
        },
        Options)!.AsObject();

    private static object Of(Haggled talk) => new
    {
        Sku = string.Join('+', talk.Skus),
        talk.Quantity,
        CustomerOffers = talk.CustomerOffers.Select(offer => new { offer.Amount, Basis = offer.Basis == AmountBasis.Total ? "total" : "unit" }),
        talk.Offers,
        Outcome = Word(talk.Outcome),
        talk.AgreedUnitPrice,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
