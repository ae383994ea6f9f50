namespace WaSaas.Application.Assistant.Embedded;

/// <summary>The words around cart, delivery and order. Amounts come from the tools as they are.</summary>
internal static class OrderWording
{
    public static readonly Phrase Noted = new(["C'est noté : {0}.", "Noté : {0}.", "Très bien, je note {0}."], ["Noted: {0}.", "I have noted {0}.", "Very well, I note {0}."]);

    public static readonly Phrase NotedList = new(["Votre panier :", "Voici votre panier :"], ["Your cart:", "Here is your cart:"]);

    public static readonly Phrase Removed = new(["C'est retiré.", "D'accord, je l'enlève."], ["It is removed.", "All right, I have taken it out."]);

    public static readonly Phrase Cleared = new(
        ["D'accord, je n'ai rien gardé en commande.", "C'est annulé, votre panier est vide. Je reste là si besoin."], ["All right, nothing is kept on order.", "It is cancelled, your cart is empty. I am here if you need me."]);

    public static readonly Phrase Goods = new(["Articles : {0}."], ["Items: {0}."]);

    public static readonly Phrase FeeNow = new(["La livraison passe à {0}."], ["Delivery is now {0}."]);

    public static readonly Phrase TotalNow = new(["Total avec la livraison : {0}."], ["Total with delivery: {0}."]);

    public static readonly Phrase WhichVariant = new(["{0} existe en : {1}. Lequel prenez-vous ?", "Pour {0}, nous avons : {1}. Vous préférez lequel ?"], ["{0} comes in: {1}. Which one would you like?", "For {0}, we have: {1}. Which do you prefer?"]);

    public static readonly Phrase Fee = new(
        ["Livraison {0} : {1}.", "Pour {0}, la livraison est à {1}.", "La livraison pour {0}, c'est {1}."], ["Delivery {0}: {1}.", "For {0}, delivery is {1}.", "Delivery to {0} is {1}."]);

    public static readonly Phrase FreeFee = new(["La livraison {0} est offerte."], ["Delivery to {0} is free."]);

    public static readonly Phrase ConfirmPlace = new(["Vous parlez bien de {0} ?", "C'est bien {0} ?"], ["Do you mean {0}?", "Is that {0}?"]);

    public static readonly Phrase WhichPlace = new(["C'est lequel : {0} ?", "Vous êtes plutôt à : {0} ?"], ["Which one is it: {0}?", "Would that be: {0}?"]);

    public static readonly Phrase UnknownPlace = new(
        ["Je ne retrouve pas ce lieu. Donnez-moi le quartier, un repère connu, ou partagez votre position.", "Je ne situe pas bien. Quel est le quartier ? Vous pouvez aussi partager votre position."],
        ["I cannot find this place. Please give me the district, a known landmark, or share your location.", "I am not sure where that is. Which district is it? You can also share your location."]);

    public static readonly Phrase WherePlace = new(
        ["Dans quel quartier faut-il livrer ?", "Vous êtes dans quel quartier, avec un repère si possible ?", "On vous livre dans quel quartier ? Un point de repère m'aide aussi."],
        ["Which district shall we deliver to?", "Which district are you in, with a landmark if possible?", "Where shall we deliver? A landmark helps too."]);

    public static readonly Phrase DeliverThere = new(["Je vous livre à {0} ?"], ["Shall we deliver to {0}?"]);

    public static readonly Phrase AskName = new(["À quel nom, s'il vous plaît ?", "La commande est à quel nom ?", "Je mets la commande à quel nom ?"], ["Under which name, please?", "What name is the order under?", "Which name shall I put on the order?"]);

    public static readonly Phrase AskPhone = new(["Quel numéro le livreur peut-il appeler ?", "Et le numéro à appeler pour la livraison ?", "Un numéro de téléphone pour le livreur, s'il vous plaît ?"], ["Which number can the rider call?", "And the number to call for the delivery?", "A phone number for the rider, please?"]);

    public static readonly Phrase Thanks = new(["Merci {0}.", "C'est noté, {0}."], ["Thank you {0}.", "Noted, {0}."]);

    public static readonly Phrase WishNoted = new(
        ["C'est noté pour la livraison : {0}. La boutique vous le confirmera.", "Je note : {0}. La boutique vous dira si c'est possible."],
        ["Noted for the delivery: {0}. The shop will confirm it.", "I note: {0}. The shop will tell you whether that is possible."]);

    public static readonly Phrase Recap = new(["Voici le récapitulatif :", "Je récapitule :", "Tout est là, je récapitule :"], ["Here is the summary:", "Let me sum up:", "I have everything, let me sum up:"]);

    public static readonly Phrase Confirmed = new(["Merci pour votre commande !", "Merci pour votre confiance !"], ["Thank you for your order!", "Thank you for your trust!"]);

    public static readonly Phrase SayYes = new(["Pour confirmer la commande, répondez simplement « oui »."], ["To confirm the order, simply answer \"yes\"."]);

    public static readonly Phrase WhatToChange = new(["D'accord, je ne confirme pas. Que voulez-vous changer ?"], ["All right, I am not confirming. What would you like to change?"]);

    public static readonly Phrase PayByMobileMoney = new(["Là-bas, le paiement se fait par mobile money. Ça vous va ?"], ["There, payment is by mobile money. Is that fine?"]);

    public static readonly Phrase NothingOrdered = new(["Quel article souhaitez-vous ?"], ["Which item would you like?"]);

    public static readonly Phrase NoRush = new(["Pas de souci, prenez votre temps.", "Je comprends, je reste à votre disposition."], ["No problem, take your time.", "I understand, I am here if you need me."]);

    public static readonly Phrase NoPhoto = new(
        ["Je n'ai pas encore de photo de cet article. Voulez-vous qu'une personne de la boutique vous en envoie une ?"],
        ["I do not have a photo of this item yet. Shall a person of the shop send you one?"]);

    public static readonly Phrase NoDetail = new(
        ["Je n'ai pas cette précision sur {0}. Je demande à une personne de la boutique ?"], ["I do not have this detail about {0}. Shall I ask a person of the shop?"]);

    public static readonly Phrase NoInfo = new(
        ["Je n'ai pas cette information. Je demande à une personne de la boutique ?"], ["I do not have this information. Shall I ask a person of the shop?"]);
}
