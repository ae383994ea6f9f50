namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Tells the customer honestly that a person goes on, and about what. No time is promised: nobody knows it.</summary>
internal static class HandOffWording
{
    private static readonly Dictionary<string, Phrase> ByReason = new(StringComparer.Ordinal)
    {
        [HandOffReasons.PersonWanted] = Of("Bien sûr.", "Of course."),
        [HandOffReasons.Complaint] = Of("Je suis désolé de ce souci.", "I am sorry about this."),
        [HandOffReasons.Delivery] = Of("Pour ce lieu, la boutique doit confirmer les frais de livraison.", "For this place, the shop has to confirm the delivery fee."),
        [HandOffReasons.Discount] = Of("Pour ce prix, la boutique doit décider.", "The shop has to decide on this price."),
        [HandOffReasons.Order] = Of("Pour cette commande, la boutique doit décider.", "The shop has to decide on this order."),
        [HandOffReasons.Payment] = Of("Pour le paiement, je ne peux pas répondre moi-même.", "I cannot answer about payment myself."),
        [HandOffReasons.Photo] = Of("Je ne peux pas envoyer de photos moi-même.", "I cannot send photos myself."),
        [HandOffReasons.ShopInfo] = Of("Je n'ai pas cette information.", "I do not have this information."),
        [HandOffReasons.ProductQuestion] = Of("Je n'ai pas cette précision sur l'article.", "I do not have this detail about the item."),
        [HandOffReasons.ProductNotFound] = Of("Je ne trouve pas cet article dans notre catalogue.", "I cannot find this item in our catalogue."),
        [HandOffReasons.NotUnderstood] = Of("Je ne suis pas sûr de bien vous comprendre.", "I am not sure that I understand you."),
        [HandOffReasons.Media] = Of("Je ne peux pas ouvrir ce type de message.", "I cannot open this kind of message."),
        [HandOffReasons.Failure] = Of("Je n'arrive pas à répondre en ce moment.", "I am unable to answer at the moment."),
    };

    private static readonly Phrase Other = new(French(""), English(""));

    public static Phrase For(string reason) => ByReason.GetValueOrDefault(reason, Other);

    public static bool WasSaid(string? text) => Other.WasSaid(text);

    private static Phrase Of(string french, string english) => new(French(french + " "), English(english + " "));

    private static string[] French(string about) =>
    [
        about + "Je transmets votre message à une personne de la boutique, qui vous répondra ici.",
        about + "Je passe la main à une personne de la boutique : elle vous répondra ici même.",
        about + "Une personne de la boutique prend la suite et vous répondra ici.",
    ];

    private static string[] English(string about) =>
    [
        about + "I am passing your message to a person of the shop, who will answer you here.",
        about + "I am handing over to a person of the shop, who will answer you right here.",
        about + "A person of the shop takes over and will answer you here.",
    ];
}
