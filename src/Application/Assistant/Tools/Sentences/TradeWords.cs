namespace WaSaas.Application.Assistant.Tools.Sentences;

/// <summary>Cart, delivery, customer and order as facts.</summary>
internal static class TradeWords
{
    public static readonly Sentence Line = new("{0} × {1}\u00a0: {2}.", "{0} × {1}: {2}.");
    public static readonly Sentence Subtotal = new("Articles\u00a0: {0}.", "Items: {0}.");
    public static readonly Sentence Total = new("Total avec la livraison\u00a0: {0}.", "Total with delivery: {0}.");
    public static readonly Sentence Empty = new("Le panier est vide.", "The cart is empty.");
    public static readonly Sentence WhichVariant = new("{0} existe en\u00a0: {1}.", "{0} comes in: {1}.");
    public static readonly Sentence OutOfStock = new("{0} n'est plus disponible.", "{0} is out of stock.");
    public static readonly Sentence TooFew = new("Il ne reste que {1} × {0}.", "Only {1} × {0} left.");
    public static readonly Sentence BrokenAgreement = new(
        "Le prix convenu pour {0} ne tient plus, faute de stock.", "The agreed price for {0} does not stand any more, as it ran out.");

    public static readonly Sentence Restock = new("Retour en stock prévu le {0}.", "Expected back in stock on {0}.");
    public static readonly Sentence CartFull = new("Le panier est plein.", "The cart is full.");
    public static readonly Sentence Range = new("Cette quantité n'est pas possible.", "This quantity is not possible.");
    public static readonly Sentence NotOurs = new("Je ne trouve pas «\u00a0{0}\u00a0» parmi nos articles.", "I cannot find “{0}” among our items.");
    public static readonly Sentence NotInCart = new("Cet article n'est pas dans le panier.", "This item is not in the cart.");

    public static readonly Sentence Fee = new("Livraison {0}\u00a0: {1}.", "Delivery to {0}: {1}.");
    public static readonly Sentence FreeFee = new("Livraison {0} offerte.", "Delivery to {0} is free.");
    public static readonly Sentence FeeBefore = new("Les frais de livraison passent de {0} à {1}.", "The delivery fee changes from {0} to {1}.");
    public static readonly Sentence Cash = new("Paiement possible à la livraison.", "Payment on delivery is possible.");
    public static readonly Sentence NoCash = new("Pour cette zone, le paiement se fait à l'avance.", "This zone is delivered against payment in advance.");
    public static readonly Sentence Minimum = new("Pour cette zone, il manque {0} d'articles.", "For this zone, {0} of items are missing.");
    public static readonly Sentence ConfirmPlace = new("Vous parlez bien de {0}\u202f?", "Do you mean {0}?");
    public static readonly Sentence WhichPlace = new("De quel endroit parlez-vous\u00a0: {0}\u202f?", "Which place do you mean: {0}?");
    public static readonly Sentence UnknownPlace = new(
        "Je ne trouve pas ce lieu. Un repère connu ou votre position m'aiderait.", "I cannot find this place. A known landmark or your location would help.");

    public static readonly Sentence FeeByShop = new("Les frais pour ce lieu sont à confirmer par la boutique.", "The shop has to confirm the fee for this place.");

    public static readonly Sentence Name = new("Nom\u00a0: {0}.", "Name: {0}.");
    public static readonly Sentence Phone = new("Téléphone\u00a0: {0}.", "Phone: {0}.");
    public static readonly Sentence Address = new("Adresse\u00a0: {0}.", "Address: {0}.");
    public static readonly Sentence Landmark = new("Repère\u00a0: {0}.", "Landmark: {0}.");
    public static readonly Sentence When = new("Livraison souhaitée\u00a0: {0}, à confirmer par la boutique.", "Preferred delivery: {0}, to be confirmed by the shop.");
    public static readonly Sentence MissingItems = new("Il manque un article.", "An item is missing.");
    public static readonly Sentence MissingPlace = new("Il manque le lieu de livraison.", "The place of delivery is missing.");
    public static readonly Sentence MissingFee = new("Il manque les frais de livraison.", "The delivery fee is missing.");
    public static readonly Sentence MissingName = new("Il manque votre nom.", "Your name is missing.");
    public static readonly Sentence MissingPhone = new("Il manque votre numéro de téléphone.", "Your phone number is missing.");

    public static readonly Sentence RecapSent = new("Le récapitulatif suit.", "The summary follows.");
    public static readonly Sentence AskYes = new("Je confirme votre commande\u202f?", "Shall I confirm your order?");
    public static readonly Sentence Confirmed = new("Votre commande n° {0} est confirmée.", "Your order no. {0} is confirmed.");
    public static readonly Sentence ToPay = new("À payer\u00a0: {0}.", "To pay: {0}.");
    public static readonly Sentence OfferExpired = new("Un prix de votre panier a expiré\u00a0; voici le prix actuel.", "A price in your cart has expired; here is the price now.");
    public static readonly Sentence NoRecap = new("Il faut d'abord un récapitulatif.", "A summary has to come first.");
    public static readonly Sentence RecapChanged = new("Votre commande a changé\u00a0: il faut un nouveau récapitulatif.", "Your order has changed: it needs a new summary.");
    public static readonly Sentence NotAffirmed = new("Votre accord n'est pas clair.", "Your consent is not clear.");

    public static readonly Sentence Photo = new("Voici {0}.", "Here is {0}.");
    public static readonly Sentence PhotoCaption = new("{0}, {1}", "{0}, {1}");
    public static readonly Sentence NoPhoto = new("Je n'ai pas de photo de {0}.", "I have no photo of {0}.");
    public static readonly Sentence OptedOut = new("Vous ne recevrez plus de messages non sollicités.", "You will get no more unrequested messages.");
    public static readonly Sentence Warranty = new("{0} est garanti {1} mois.", "{0} has a warranty of {1} months.");
}
