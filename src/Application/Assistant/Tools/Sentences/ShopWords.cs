using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools.Sentences;

/// <summary>What the shop tells of itself and of where an order is.</summary>
internal static class ShopWords
{
    public static readonly Sentence Address = new("Nous sommes à {0}.", "We are at {0}.");
    public static readonly Sentence Hours = new("{0}\u00a0: {1} à {2}.", "{0}: {1} to {2}.");
    public static readonly Sentence Closed = new("Fermé\u00a0: {0}.", "Closed: {0}.");
    public static readonly Sentence Payment = new("Paiement\u00a0: {0}.", "Payment: {0}.");
    public static readonly Sentence Returns = new("Retours\u00a0: {0}", "Returns: {0}");
    public static readonly Sentence Order = new("Commande n° {0} ({1})\u00a0: {2}.", "Order no. {0} ({1}): {2}.");
    public static readonly Sentence NoOrder = new("Je ne trouve pas de commande à votre nom.", "I find no order of yours.");

    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly Dictionary<OrderStatus, Sentence> States = new()
    {
        [OrderStatus.Draft] = new("en préparation", "being drawn up"),
        [OrderStatus.Confirmed] = new("confirmée", "confirmed"),
        [OrderStatus.Preparing] = new("en cours de préparation", "being prepared"),
        [OrderStatus.OutForDelivery] = new("en cours de livraison", "out for delivery"),
        [OrderStatus.Delivered] = new("livrée", "delivered"),
        [OrderStatus.Cancelled] = new("annulée", "cancelled"),
    };

    public static string State(OrderStatus state, string language) => States[state].In(language);

    public static string Day(DayOfWeek day, string language) => language == "en" ? day.ToString() : FrenchDays[(int)day];

    public static string Time(TimeOnly time, string language) => language == "en" ? $"{time:HH\\:mm}" : $"{time.Hour} h{time.Minute:\u00a000;;#}";
}
