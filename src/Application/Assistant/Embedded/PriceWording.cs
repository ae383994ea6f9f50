namespace WaSaas.Application.Assistant.Embedded;

/// <summary>
/// The words of a haggle. {0} is the product, {1} the price, {2} the customer's number. None depends on how near the shop
/// is to its limit; the plainest stands first, the warmest last.
/// </summary>
internal static class PriceWording
{
    public static readonly Phrase Counter = new(
        ["Je peux faire {0} à {1}.", "Pour {0}, je peux descendre à {1}. Ça vous convient ?", "Allez, pour vous : {0} à {1}. Qu'en dites-vous ?", "Je vous fais un geste : {1} pour {0}. On fait comme ça ?"],
        ["I can do {0} at {1}.", "For {0}, I can come down to {1}. Does that suit you?", "All right, for you: {0} at {1}. What do you say?", "Let me make a gesture: {1} for {0}. Shall we do that?"]);

    public static readonly Phrase CounterToOffer = new(
        ["À {2} ce n'est pas possible, mais je peux faire {1} pour {0}.", "{2}, c'est un peu juste. Je peux vous faire {0} à {1}, ça vous va ?",
         "Je comprends ! À {2} je ne peux pas, mais je descends à {1} pour {0}. Qu'en dites-vous ?", "{2}, c'est trop peu pour {0}. Faisons un pas chacun : {1} ?"],
        ["{2} is not possible, but I can do {1} for {0}.", "{2} is a bit low. I can do {0} at {1}, is that fine?",
         "I understand! I cannot do {2}, but I can come down to {1} for {0}. What do you say?", "{2} is too little for {0}. Let us meet halfway: {1}?"]);

    public static readonly Phrase NameYourPrice = new(
        ["{0} est à {1}. Quel prix proposez-vous ?", "Pour {0}, je suis à {1}. Vous pensiez à combien ?", "{0} est à {1} pour l'instant. Dites-moi votre prix, on va voir ensemble."],
        ["{0} is at {1}. What price do you propose?", "For {0}, I am at {1}. What did you have in mind?", "{0} is at {1} for now. Tell me your price and we will see."]);

    public static readonly Phrase Stands = new(
        ["{0} reste à {1}.", "Pour {0}, je reste à {1}. Vous pouvez faire un petit effort ?", "Je reste à {1} pour {0}. Vous pouvez monter un peu ?"],
        ["{0} stays at {1}.", "For {0}, I stay at {1}. Could you come up a little?", "I am staying at {1} for {0}. Can you come up a bit?"]);

    public static readonly Phrase StandsToOffer = new(
        ["À {2} ce n'est pas possible. {0} reste à {1}.", "Non, {2} je ne peux pas. Pour {0}, je reste à {1}. Vous pouvez monter un peu ?", "{2}, vraiment je ne peux pas. Je reste à {1} pour {0}, faites un petit effort !"],
        ["{2} is not possible. {0} stays at {1}.", "No, I cannot do {2}. For {0}, I stay at {1}. Can you come up a little?", "I really cannot do {2}. I stay at {1} for {0}; please come up a little!"]);

    public static readonly Phrase ForQuantity = new(["{0} : {1}.", "Pour {0}, ça fait {1}."], ["{0}: {1}.", "For {0}, that makes {1}."]);

    public static readonly Phrase UnitOrTotal = new(
        ["{2}, c'est pour une pièce ou pour les {3} ?", "Vous dites {2} : la pièce, ou le tout ?"], ["{2}: is that for one piece or for all {3}?", "You say {2}: each, or for all of them?"]);

    public static readonly Phrase YourPrice = new(["Quel prix proposez-vous pour {0} ?"], ["What price do you propose for {0}?"]);

    public static readonly Phrase WhatThen = new(
        ["Quel prix vous irait ?", "D'accord. Vous aviez quel prix en tête ?", "Je comprends. Dites-moi votre prix, je regarde ce que je peux faire."],
        ["Which price would suit you?", "All right. What price did you have in mind?", "I understand. Tell me your price and I will see what I can do."]);

    public static readonly Phrase Last = new(
        ["Mon dernier prix pour {0} : {1}.", "{1} pour {0}, c'est mon dernier prix.", "Là, je suis à mon dernier mot : {1} pour {0}.", "Je vous donne mon dernier prix : {1} pour {0}."],
        ["My last price for {0}: {1}.", "{1} for {0}, that is my last price.", "This is my last word: {1} for {0}.", "Here is my last price: {1} for {0}."]);

    public static readonly Phrase LastToOffer = new(
        ["À {2} ce n'est pas possible. Mon dernier prix pour {0} : {1}.", "{2}, je ne peux vraiment pas. {1} pour {0}, c'est mon dernier prix.", "J'aurais aimé vous dire oui à {2}, mais mon dernier mot pour {0} est {1}."],
        ["{2} is not possible. My last price for {0}: {1}.", "I really cannot do {2}. {1} for {0} is my last price.", "I wish I could say yes to {2}, but my last word for {0} is {1}."]);

    public static readonly Phrase Taken = new(
        ["D'accord pour {1} : {0}.", "C'est d'accord, {0} à {1}.", "Allez, d'accord : {0} à {1} !", "Marché conclu : {0} à {1} !"],
        ["Agreed at {1}: {0}.", "That is agreed, {0} at {1}.", "All right then: {0} at {1}!", "It's a deal: {0} at {1}!"]);

    public static readonly Phrase AgreedBefore = new(
        ["{0} : nous avons convenu de {1}, cela tient toujours.", "Nous étions d'accord sur {1} pour {0}, je tiens parole."],
        ["{0}: we agreed on {1}, and that still holds.", "We had agreed on {1} for {0}, and I keep my word."]);

    public static readonly Phrase Fixed = new(
        ["Le prix de {0} est fixe : {1}.", "Pour {0}, le prix est fixe : {1}.", "Je comprends, mais le prix de {0} est le même pour tout le monde : {1}."],
        ["The price of {0} is fixed: {1}.", "For {0}, the price is fixed: {1}.", "I understand, but the price of {0} is the same for everybody: {1}."]);

    public static readonly Phrase Each = new(["Soit {0} la pièce."], ["That is {0} each."]);

    public static readonly Phrase DeliveryWaived = new(["Je vous offre la livraison, jusqu'à {0}."], ["Delivery is on us, up to {0}."]);

    public static readonly Phrase Otherwise = new(["Je peux aussi vous proposer :", "Sinon, je vous propose :"], ["I can also offer you:", "Otherwise, I can offer:"]);

    public static readonly Phrase NextTier = new(["• {0} pièces : {1} en tout"], ["• {0} pieces: {1} in total"]);

    public static readonly Phrase Bundle = new(["• avec {0} : {1} le tout"], ["• with {0}: {1} altogether"]);

    public static readonly Phrase FreeDelivery = new(["• à {0} avec la livraison offerte"], ["• at {0} with free delivery"]);

    public static readonly Phrase Cheaper = new(["• {0}, à {1}"], ["• {0}, at {1}"]);

    public static readonly Phrase AskVendor = new(
        ["Je peux aussi transmettre votre prix à la boutique : dites « demandez »."], ["I can also pass your price on to the shop: say \"ask\"."]);

    public static readonly Phrase Heard = new(["J'ai entendu {0}."], ["I heard {0}."]);

    public static readonly Phrase KeepIt = new(
        ["Je vous le réserve ?", "Je vous le mets de côté ?", "On passe la commande ?"], ["Shall I reserve it for you?", "Shall I put it aside for you?", "Shall we place the order?"]);

    public static readonly Phrase WhichTalk = new(
        ["Pour lequel : {0}, ou les deux ?", "D'accord ! Lequel prenez-vous : {0}, ou les deux ?"], ["For which one: {0}, or both?", "All right! Which one are you taking: {0}, or both?"]);

    public static readonly Phrase WhichTalks = new(["Pour lequel : {0}, ou tout ?"], ["For which one: {0}, or all of them?"]);

    public static readonly Phrase TalkAt = new(["{0} à {1}"], ["{0} at {1}"]);

    public static readonly Phrase ForeignMoney = new(["Nos prix sont en {0}. Votre prix en {0}, s'il vous plaît ?"], ["Our prices are in {0}. What is your price in {0}, please?"]);
}
