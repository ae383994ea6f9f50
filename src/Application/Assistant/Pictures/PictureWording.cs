using WaSaas.Application.Assistant.Embedded;

namespace WaSaas.Application.Assistant.Pictures;

/// <summary>What is said about a customer's picture. Nothing here ever says that money arrived.</summary>
internal static class PictureWording
{
    public static readonly Phrase ReceiptToCheck = new(
        ["Merci, votre image pour la commande {0} est bien arrivée. La boutique va vérifier le paiement sur son compte.",
         "Merci ! J'ai transmis votre image à la boutique : elle va vérifier le paiement de la commande {0} sur son compte."],
        ["Thank you, your picture for order {0} has arrived. The shop will check the payment in its account.",
         "Thank you! I passed your picture on to the shop: it will check the payment of order {0} in its account."]);

    public static readonly Phrase OrSomethingElse = new(["Si elle montre autre chose, dites-le-moi."], ["If it shows something else, tell me."]);

    public static readonly Phrase NothingToPay = new(["Merci, votre image est bien arrivée."], ["Thank you, your picture has arrived."]);

    public static readonly Phrase ArticleOrPayment = new(
        ["J'ai bien reçu votre image. Montre-t-elle un article, ou le paiement de la commande {0} ?"],
        ["I received your picture. Does it show an item, or the payment of order {0}?"]);

    public static readonly Phrase WhichArticle = new(
        ["J'ai bien reçu votre image, mais je ne reconnais pas l'article. Comment s'appelle-t-il ?", "Merci pour l'image. Quel article montre-t-elle ?"],
        ["I received your picture, but I do not recognise the item. What is it called?", "Thank you for the picture. Which item does it show?"]);

    public static readonly Phrase IsItThis = new(
        ["Sur votre image, c'est bien « {0} » ?", "Votre image montre bien « {0} » ?"], ["Is it “{0}” in your picture?", "Does your picture show “{0}”?"]);

    public static readonly Phrase IsItOneOf = new(["Votre image ressemble à :", "Sur votre image, je crois voir :"], ["Your picture looks like:", "In your picture I believe I see:"]);

    public static readonly Phrase NotThis = new(
        ["D'accord, ce n'est pas cet article. Lequel cherchez-vous ?"], ["All right, it is not that item. Which one are you looking for?"]);
}
