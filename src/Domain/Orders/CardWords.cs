using System.Globalization;

namespace WaSaas.Domain.Orders;

/// <summary>The fixed words of recap and rider card.</summary>
internal sealed record CardWords(
    string Order, string Place, string Landmark, string Map, string Phone, string Collect, string MobileMoney, string Paid, string Tendered,
    string Change, string Delivery, string Free, string Total, string PayCash, string PayMobile, string For, string When, string ForTheShop, string Colon)
{
    private static readonly CardWords French = new(
        "Commande", "Lieu", "Repère", "Carte", "Tél.", "À encaisser", "À recevoir par mobile money", "Déjà payé, rien à encaisser",
        "Le client paie avec", "monnaie à apporter", "Livraison", "offerte", "Total", "Paiement en espèces à la livraison",
        "Paiement par mobile money", "Pour", "Livraison souhaitée", "à confirmer par la boutique", " : ");

    private static readonly CardWords English = new(
        "Order", "Place", "Landmark", "Map", "Phone", "Collect", "To be received by mobile money", "Already paid, nothing to collect",
        "The customer pays with", "change to bring", "Delivery", "free", "Total", "Payment in cash on delivery",
        "Payment by mobile money", "For", "Preferred delivery", "to be confirmed by the shop", ": ");

    public static CardWords In(string language) => language == "en" ? English : French;

    public static string Pieces(OrderLine line) => $"{line.Quantity.ToString(CultureInfo.InvariantCulture)} × {OneLine(line.Name)}";

    /// <summary>A wish, marked as one: the shop decides the day.</summary>
    public string Wish(string when) => $"{When}{Colon}{OneLine(when)} ({ForTheShop})";

    /// <summary>
    /// One line, whatever a customer wrote: a landmark must not be able to add a line such as "nothing to collect".
    /// </summary>
    public static string OneLine(string? text) =>
        string.Join(' ', new string([.. (text ?? "").Select(c => IsVisible(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // Line and paragraph separators count as control characters here, and so do marks that turn the reading direction.
    private static bool IsVisible(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
