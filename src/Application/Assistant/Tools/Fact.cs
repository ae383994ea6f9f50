namespace WaSaas.Application.Assistant.Tools;

public enum FactKind
{
    Price = 1,
    Available = 2,
    LastPieces = 3,
    OutOfStock = 4,
    NotFound = 5,
    HandOff = 6,
}

/// <summary>Something that a tool established and that may be said to the customer.</summary>
/// <param name="Id">What it is about, e.g. <c>price:bazin-riche</c>.</param>
/// <param name="Kind">What sort of promise it carries.</param>
/// <param name="Sentence">Ready to be sent, in the language of the turn.</param>
/// <param name="Minor">The amount it states, in minor units of the shop's currency.</param>
public sealed record Fact(string Id, FactKind Kind, string Sentence, long? Minor = null);
