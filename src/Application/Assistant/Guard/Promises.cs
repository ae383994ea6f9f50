using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>One sort of promise: the words that make it, and the facts of which one must stand behind it.</summary>
/// <param name="Code">Behind <c>promise_</c> in violations.</param>
/// <param name="Words">Folded.</param>
/// <param name="By">None: nobody can promise that.</param>
/// <param name="MayBeAsked">A question with these words promises nothing.</param>
internal sealed record Promise(string Code, Regex Words, IReadOnlyList<FactKind> By, bool MayBeAsked = true)
{
    public Violation Violation { get; } = new($"promise_{Code}", $"it promises something that no tool returned ({Code.Replace('_', ' ')})");
}

/// <summary>The lexicon of promises. A price, a gift or a term that the shop did not set binds it all the same once it is said.</summary>
internal static class Promises
{
    public static readonly IReadOnlyList<Promise> All =
    [
        Of("free", @"gratuit\w*|gratos|offerte?s?|offrons|offre la|vous offre|cadeaux?|sans frais|free|gift|on the house|complimentary", mayBeAsked: false, FactKind.FreeDelivery, FactKind.Alternative),
        Of("discount", @"remises?|reductions?|rabais|ristournes?|promos?|promotions?|soldes?|bons? plans?|prix special|meilleur prix|dernier prix|discounts?|on sale|special price|best price|final price|last price|rebates?", mayBeAsked: false,
            FactKind.Offer, FactKind.Agreement, FactKind.Tier, FactKind.Alternative),
        Of("warranty", @"garanti\w*|guarante\w*|warrant\w*", mayBeAsked: true, FactKind.Warranty),
        Of("return", @"rembours\w*|satisfaits? ou|reprenons|echangeons|echangeable|retournable|refund\w*|money back|exchangeable|returnable|can return|take it back", mayBeAsked: true, FactKind.Returns),
        Of("restock", @"reappro\w*|reassort\w*|arrivages?|bientot (?:de retour|disponible)|de retour en stock|restock\w*|back in stock|new stock", mayBeAsked: true, FactKind.Restock),
        Of("reserved", @"reserv\w+|mis\w* de cote|mets de cote|garde pour vous|set aside|put aside|hold it for you", mayBeAsked: true, FactKind.Order),
        Of("in_stock", @"disponibles?|en stock|dispos?|il en reste|il nous en reste|available|in stock", mayBeAsked: true, FactKind.Available, FactKind.LastPieces),
        Of("out_of_stock", @"en rupture|epuisee?s?|plus en stock|out of stock|sold out", mayBeAsked: true, FactKind.OutOfStock, FactKind.Missing),
        Of("order", @"commandes? (?:est |a ete |bien )*(?:confirmee?s?|enregistree?s?|validee?s?|passee?s?|prise en compte|en cours|partie)|(?:j ai|avons|est) (?:bien )?(?:confirme|enregistre|valide)\w*|est confirmee?|c est confirme"
            + @"|orders? (?:is |has been |was )*(?:confirmed|placed|registered|validated)|confirmed your order|placed your order|it is confirmed|it s confirmed", mayBeAsked: true, FactKind.Order, FactKind.OrderState),
        Of("deal", @"marche conclu|affaire conclue|c est vendu|conclu|it s a deal|deal done|sold to you", mayBeAsked: true, FactKind.Agreement, FactKind.Order),
        Of("shipped", @"expedi\w*|est en route|en chemin|est parti\w*|est livree?|a ete livree?|shipped|dispatched|on (?:its|the) way|has been delivered", mayBeAsked: true, FactKind.OrderState),
        Of("delivery", @"(?:sera|serez|serons|etes|est) livre\w*|livrons|recevrez|vous (?:le|la|les) livre\w*|livraison (?:rapide|express|immediate|partout|possible)|we deliver|will be delivered|will receive|will get it|fast delivery|express delivery",
            mayBeAsked: true, FactKind.Fee, FactKind.Eta, FactKind.FreeDelivery, FactKind.OrderState),
        Of("cart", @"(?:ajoutee?s?|mise?s?|retiree?s?) (?:au|dans (?:le|votre)|du|de votre) panier|added to (?:your|the) (?:cart|basket)|removed from (?:your|the) (?:cart|basket)", mayBeAsked: true, FactKind.CartLine, FactKind.Subtotal, FactKind.Total),
        Of("payment", @"paiement (?:est |bien |a ete )*(?:recu|valide|confirme)\w*|bien recu votre paiement|(?:avez )?deja paye|payment (?:is |was |has been )*(?:received|confirmed)|paiement a la livraison|cash a la livraison|cash on delivery|pay on delivery|payer a la livraison|mobile money"
            + @"|orange money|moov money|mtn money|t ?money|flooz|wave|virement|paypal|western union|credit", mayBeAsked: true, FactKind.CashOnDelivery, FactKind.Payment, FactKind.ShopInfo, FactKind.OrderState),
        Of("photo", @"(?:voici|envoie|envoyons|envoye) (?:\w+ ){0,3}(?:photos?|images?|videos?)|here (?:is|are) (?:\w+ ){0,2}(?:photos?|pictures?|images?)|sending (?:\w+ ){0,3}(?:photos?|pictures?)", mayBeAsked: true, FactKind.Photo),
        Of("person", @"(?:une personne|un collegue|un conseiller|un responsable|le gerant|la patronne|un vendeur) (?:\w+ ){0,4}(?:va|prend|repond\w*|contact\w*|rappel\w*)|je transmets|je vous (?:passe|transfere|mets en relation)|vous (?:rappel\w+|recontact\w+)"
            + @"|(?:someone|somebody|a person|a colleague|the manager) (?:\w+ ){0,3}will|transfer\w* you|call you back|get back to you", mayBeAsked: true, FactKind.HandOff),
        Of("authentic", @"100 authentique|certifie\w*|authentique|veritable|original garanti|certified|authentic|genuine", mayBeAsked: true),
        Of("human", @"(?:suis|je suis bien) (?:un |une )?(?:vraie? )?(?:humaine?|personne|etre humain)|suis pas un (?:robot|bot|assistant)|i am (?:a )?(?:real )?(?:human|person)|i m (?:a )?(?:real )?(?:human|person)|not a (?:robot|bot)", mayBeAsked: false),
        Of("admin", @"mode (?:admin\w*|developpeur|debug)|admin mode|developer mode|debug mode|acces administrateur|override accepted", mayBeAsked: false),
    ];

    private static Promise Of(string code, string words, bool mayBeAsked, params FactKind[] by) =>
        new(code, new Regex($@"(?<= )(?:{words})(?= )", RegexOptions.CultureInvariant | RegexOptions.Compiled), by, mayBeAsked);
}
