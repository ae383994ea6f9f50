using System.Collections.Frozen;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>Folded words that say nothing about which product is meant, French and English, with their chat spellings.</summary>
internal static class StopWords
{
    private const string Function =
        "a ai au aux avec avez ayant c ca car ce cela ces cet cette ceci chez ci comme d dans de des donc du elle elles en entre meme memes ainsi juste seulement surtout hein deh oh ah eh est "
        + "et etes etre eu eux fait faire font ici il ils j je jai l la le les leur lui là m ma mais me mes moi mon n ne ni nos notre nous "
        + "on ont ou oui non par pas plus pour pourquoi q qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son sont sous "
        + "suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vais vas vers veux veut vous vos votre y aussi alors "
        + "avoir aurais aurait auriez avais avait bien bon bonne peu peut peux pouvez puis sera serait soit voici voila quelque quelques chose comment "
        + "am an and any are as at be been but by can could did do does for from get got had has have he hello her hi him his how i if in "
        + "into is it its just like me my no not of on one or our out please she so some that the their them there these they thing this those "
        + "to too up us was we were what when where which who why will with would yes you your im ive dont";

    private const string Chat =
        "bjr bjour bsr slt bonjour bonsoir salut coucou hey good morning evening afternoon svp stp sil plait plais merci mrc thanks thank ok okay "
        + "dac daccord cb cmb combien kombien konbien ke ki koi kwa kel pk g jveu jveux vs dsl pardon excusez excuse excusezmoi madame mme "
        + "monsieur mr mrs sir cher chere chers ami amie frere soeur tata tonton patron patronne boss grand grande maman papa dear mademoiselle mlle cheri cherie bro sis abeg sorry desole stop beaucoup bcp revoir bye goodbye bientot "
        + "aujourd hui aujourdhui demain maintenant now today tomorrow encore deja toujours still vraiment really donnez donner donne dites dire dis "
        + "sais savoir know tell show montrez montrer montre voir see look regarde cherche cherchez chercher looking recherche want need besoin "
        + "voudrais voudrait aimerais souhaite souhaiterais interesse interested avis genre type sorte modele modeles article articles produit produits "
        + "product products item items truc trucs";

    private const string Commerce =
        "prix price prices tarif tarifs cout coute coutent couter cost costs valeur vaut combient f fcfa cfa franc francs xof euro euros eur "
        + "vendez vend vendre vente vends sell selling sold achat acheter achete buy acquerir commander commande commandez order prends prendre prend take "
        + "disponible disponibles dispo dispos disponibilite available availability stock reste restent restant rupture left "
        + "dernier derniere last best reduction remise rabais promo promotion discount cheaper moins diminuer diminuez baisser baissez "
        + "livraison livrer livrez livre delivery deliver frais fees payer paiement payment pay photo photos image images picture pictures video "
        + "boutique shop store magasin catalogue catalog liste list proposez proposer offrez offer offre much many piece pieces unite unites each chacun chacune";

    private static readonly FrozenSet<string> All =
        $"{Function} {Chat} {Commerce}".Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string foldedWord) => All.Contains(foldedWord);
}
