namespace WaSaas.Application.Assistant.Tools.Sentences;

/// <summary>What is said of a price in a haggle. {0} what it is for, {1} the amount.</summary>
internal static class PriceWords
{
    public static readonly Sentence Counter = new("Pour {0}, je peux vous le faire à {1}.", "For {0}, I can do {1}.");
    public static readonly Sentence Hold = new("Pour {0}, c'est {1}.", "For {0}, it is {1}.");
    public static readonly Sentence Final = new("Pour {0}, {1} est mon dernier prix.", "For {0}, {1} is my last price.");
    public static readonly Sentence Fixed = new("Pour {0}, le prix est fixe\u00a0: {1}.", "For {0}, the price is fixed: {1}.");
    public static readonly Sentence Agreed = new("C'est d'accord à {1} pour {0}, valable jusqu'au {2}.", "Agreed at {1} for {0}, good until {2}.");
    public static readonly Sentence Each = new("Cela fait {0} l'unité.", "That is {0} each.");
    public static readonly Sentence LineOf = new("{0}\u00a0: {1}.", "{0}: {1}.");
    public static readonly Sentence Public = new("Le prix affiché pour {0} est {1}.", "The list price for {0} is {1}.");
    public static readonly Sentence Theirs = new("Vous proposez {0}.", "You offer {0}.");
    public static readonly Sentence Waived = new("La livraison est offerte jusqu'à {0}.", "Delivery up to {0} is on us.");
    public static readonly Sentence NextTier = new("À partir de {0} pièces, c'est {1} en tout.", "From {0} pieces it is {1} altogether.");
    public static readonly Sentence Bundle = new("Je peux ajouter {0}\u00a0: {1} pour le tout.", "I can add {0}: {1} for everything.");
    public static readonly Sentence FreeDelivery = new("À {0}, je vous offre la livraison.", "At {0}, delivery is on us.");
    public static readonly Sentence Cheaper = new("{0} est moins cher\u00a0: {1}.", "{0} is cheaper: {1}.");
    public static readonly Sentence AskVendor = new("Je peux demander à la boutique pour {0}.", "I can ask the shop about {0}.");
    public static readonly Sentence Tier = new("{0}\u00a0: {2} l'unité à partir de {1} pièces.", "{0}: {2} each from {1} pieces.");
}
