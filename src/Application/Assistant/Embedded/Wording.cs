using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What the embedded assistant says of products and of itself. No-break spaces come with the amounts.</summary>
internal static class Wording
{
    public static readonly Phrase Greeting = new(
        ["{0} ! Que puis-je faire pour vous ?", "{0} ! Quel article vous intéresse ?", "{0} et bienvenue chez {1} ! Dites-moi ce que vous cherchez."],
        ["{0}! What can I do for you?", "{0}! Which item are you interested in?", "{0} and welcome to {1}! Tell me what you are looking for."]);

    public static readonly Phrase Identity = new(
        ["Oui, je suis l'assistant automatique de {0}. Vous pouvez demander une personne à tout moment."],
        ["Yes, I am the automatic assistant of {0}. You can ask for a person at any time."]);

    public static readonly Phrase Introduction = new(
        ["{0}, je suis l'assistant automatique de {1}."], ["{0}, I am the automatic assistant of {1}."]);

    public static readonly Phrase NamedIntroduction = new(
        ["{0}, je suis {2}, l'assistant automatique de {1}."], ["{0}, I am {2}, the automatic assistant of {1}."]);

    public static readonly Phrase Price = new(
        ["{0} : {1}.", "{0} est à {1}.", "Le prix de {0} : {1}.", "{0}, c'est {1}."],
        ["{0}: {1}.", "{0} is {1}.", "The price of {0}: {1}.", "{0} costs {1}."]);

    public static readonly Phrase Available = new(
        ["{0} est disponible.", "Oui, {0} est disponible.", "Oui, nous avons {0}, c'est disponible."],
        ["{0} is available.", "Yes, {0} is available.", "Yes, we have {0}, it is available."]);

    public static readonly Phrase AvailableAt = new(
        ["{0} est disponible, à {1}.", "Oui, {0} est disponible, à {1}.", "Oui, nous avons {0}, à {1}."],
        ["{0} is available, at {1}.", "Yes, {0} is available, at {1}.", "Yes, we have {0}, at {1}."]);

    public static readonly Phrase Line = new(["• {0} : {1}"], ["• {0}: {1}"]);

    public static readonly Phrase LineOutOfStock = new(["• {0} : {1} (en rupture)"], ["• {0}: {1} (out of stock)"]);

    public static readonly Phrase LineLastPieces = new(["• {0} : {1} (dernières pièces)"], ["• {0}: {1} (last pieces)"]);

    public static readonly Phrase LineLastPiece = new(["• {0} : {1} (dernière pièce)"], ["• {0}: {1} (last piece)"]);

    public static readonly Phrase LastPieces = new(
        ["{0} est disponible, ce sont les dernières pièces.", "Oui, {0} est disponible : dernières pièces."],
        ["{0} is available, these are the last pieces.", "Yes, {0} is available: last pieces."]);

    public static readonly Phrase LastPiece = new(
        ["{0} est disponible, c'est la dernière pièce.", "Oui, {0} est disponible : dernière pièce."],
        ["{0} is available, it is the last piece.", "Yes, {0} is available: last piece."]);

    public static readonly Phrase OutOfStock = new(
        ["{0} est en rupture de stock en ce moment.", "Désolé, {0} est en rupture de stock en ce moment."],
        ["{0} is out of stock at the moment.", "Sorry, {0} is out of stock at the moment."]);

    public static readonly Phrase Several = new(
        ["Voici ce que j'ai trouvé :", "Plusieurs articles correspondent :", "Nous avons :"],
        ["Here is what I found:", "Several items match:", "We have:"]);

    public static readonly Phrase WhichOne = new(
        ["Lequel vous intéresse ?", "C'est lequel, s'il vous plaît ?", "Vous pensez à lequel ?"],
        ["Which one do you like?", "Which one is it, please?", "Which one do you have in mind?"]);

    public static readonly Phrase Listing = new(
        ["Voici nos articles :", "Chez {0}, vous trouverez par exemple :", "Voici quelques-uns de nos articles :"],
        ["Here are our items:", "At {0} you will find, for example:", "Here are some of our items:"]);

    public static readonly Phrase EmptyShop = new(
        ["Je n'ai pas encore la liste des articles."], ["I do not have the list of items yet."]);

    public static readonly Phrase NotFound = new(
        ["Je ne trouve pas « {0} » dans notre catalogue. Voulez-vous que je demande à une personne de la boutique ?",
         "Désolé, « {0} » n'est pas dans notre catalogue. Je demande à une personne de la boutique ?"],
        ["I cannot find \"{0}\" in our catalogue. Shall I ask a person of the shop?",
         "Sorry, \"{0}\" is not in our catalogue. Shall I ask a person of the shop?"]);

    public static readonly Phrase Clarify = new(
        ["Je n'ai pas bien compris. Cherchez-vous le prix d'un article, la liste de nos articles, ou une personne de la boutique ?",
         "Pardon, je n'ai pas saisi. Vous voulez un prix, voir nos articles, ou parler à une personne ?"],
        ["I did not quite understand. Are you looking for the price of an item, the list of our items, or a person of the shop?",
         "Sorry, I did not get that. Would you like a price, to see our items, or to talk to a person?"]);

    public static readonly Phrase WhichItem = new(
        ["De quel article parlez-vous ? Par exemple : {0}.", "Quel article, s'il vous plaît ? Nous avons par exemple : {0}."],
        ["Which item do you mean? For example: {0}.", "Which item, please? We have for example: {0}."]);

    public static readonly Phrase WhichItemPlain = new(["Quel article cherchez-vous ?"], ["Which item are you looking for?"]);

    public static readonly Phrase OffTopic = new(
        ["Je réponds seulement aux questions sur les articles de {0}.", "Là, je ne peux pas vous aider : je m'occupe seulement des articles de {0}."],
        ["I only answer questions about the items of {0}.", "I cannot help with that: I only look after the items of {0}."]);

    public static readonly Phrase Media = new(
        ["Je ne peux pas encore ouvrir ce type de message. Pouvez-vous l'écrire en quelques mots ?",
         "Je ne sais lire que le texte. Dites-moi en quelques mots ce que vous cherchez."],
        ["I cannot open this kind of message. Could you write it in a few words?",
         "I can only read text. Tell me in a few words what you are looking for."]);

    public static readonly Phrase Voice = new(
        ["Je n'ai pas pu écouter votre message vocal. Pouvez-vous me l'écrire en quelques mots ?",
         "Désolé, votre message vocal ne passe pas chez moi. Écrivez-moi ce que vous cherchez, s'il vous plaît."],
        ["I could not listen to your voice note. Could you write it to me in a few words?",
         "Sorry, I cannot hear your voice note. Please write to me what you are looking for."]);

    public static readonly Phrase VoiceToo = new(
        ["Je n'ai pas pu écouter votre message vocal : écrivez-moi ce qu'il disait, s'il vous plaît."],
        ["I could not listen to your voice note: please write to me what it said."]);

    public static readonly Phrase Picture = new(
        ["J'ai bien reçu votre image. Que montre-t-elle, ou quel article cherchez-vous ?", "Merci pour l'image. Dites-moi en quelques mots ce que vous cherchez."],
        ["I received your picture. What does it show, or which item are you looking for?", "Thank you for the picture. Tell me in a few words what you are looking for."]);

    public static readonly Phrase UnreadCart = new(
        ["J'ai bien reçu votre panier, mais je n'arrive pas à en lire les articles. Écrivez-moi lesquels et combien, s'il vous plaît."],
        ["I received your cart, but I cannot read its items. Please write to me which ones and how many."]);

    public static readonly Phrase HeardFigures = new(
        ["J'ai entendu : {0}. C'est bien ça ?", "J'ai bien compris : {0} ?"], ["I heard: {0}. Is that right?", "Did I get that right: {0}?"]);

    public static readonly Phrase HeardWords = new(
        ["J'ai entendu : « {0} ». C'est bien ça ?"], ["I heard: “{0}”. Is that right?"]);

    public static readonly Phrase WriteItThen = new(
        ["D'accord. Écrivez-moi ce que vous souhaitez, s'il vous plaît."], ["All right. Please write to me what you would like."]);

    /// <summary>What is asked about a message without words.</summary>
    public static Phrase ForWordless(IReadOnlyList<TurnMessage> incoming) =>
        MissingMedia.PhraseFor(incoming) ?? (incoming.Any(m => m.Kind == MessageKind.Audio) ? Voice : incoming.Any(m => m.Kind == MessageKind.Image) ? Picture
        : incoming.Any(m => m.Kind == MessageKind.Order) ? UnreadCart : Media);

    public static readonly Phrase Address = new(["Notre adresse : {0}.", "Nous sommes ici : {0}."], ["Our address: {0}.", "You find us here: {0}."]);

    public static readonly Phrase Thanks = new(
        ["Avec plaisir !", "Je vous en prie !", "Merci à vous !"], ["You are welcome!", "With pleasure!", "Thank you!"]);

    public static readonly Phrase Bye = new(
        ["À bientôt !", "À bientôt chez {0} !"], ["See you soon!", "See you soon at {0}!"]);

    public static readonly Phrase Understood = new(
        ["C'est noté. Dites-moi si vous cherchez un article.", "D'accord. Je suis là si vous avez une question."],
        ["Noted. Tell me if you are looking for an item.", "All right. I am here if you have a question."]);

    public static Phrase HandOffFor(string reason) => HandOffWording.For(reason);
}
