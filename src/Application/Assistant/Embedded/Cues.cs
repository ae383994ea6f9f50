using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Phrases by which intents are known, over normalised text, French and English. A cue behind a negation does not count.</summary>
internal static class Cues
{
    private static readonly (Intent Intent, Regex Cue)[] Table =
    [
        (Intent.Greeting, Words("bonjour|bonsoir|salut|coucou|hello|hi|hey|good (morning|afternoon|evening)")),
        (Intent.Thanks, Words("merci|thanks|thank you")),
        (Intent.Bye, Words("au revoir|bye|goodbye|a bientot|a plus tard|bonne (nuit|journee|soiree)|see you|good night")),
        (Intent.Price, Words("combien|prix|tarifs?|price|prices|how much|cost|costs|ca coute|coute|coutent|c est a quoi|vaut")),
        (Intent.Availability, Words(
            "disponible|disponibilite|en stock|in stock|available|il (en )?reste|reste t il|(vous )?(avez|auriez|vendez) (vous|du|de la|de l|des|un|une|le|la|les|encore|toujours)|"
            + "(est ce que )?vous (avez|vendez)|tu as|y a t il|il y a|do you (have|sell)|have you got|got any|any .{1,30} left|is there|are there|je cherche|looking for")),
        (Intent.Listing, Words(
            "(qu est ce que|que|quoi|ce que) (vous )?(avez|vendez|proposez)( vous)?( comme (articles?|produits?))?|vous (avez|vendez|proposez) quoi|qu avez vous|que vendez vous|que proposez vous|"
            + "quels? (sont )?(vos|les) (articles?|produits?)|(vos|votre|la liste des?) (articles|produits|catalogue)|catalogue|catalog|what do you (have|sell|offer)|what have you got|"
            + "your (products|items)|show me what you|voir (vos|les) (articles|produits)|quoi de beau|liste")),
        (Intent.Discount, Words(
            "derniers? prix|dernier tarif|meilleur prix|bon prix|last price|best price|final price|trop cher|c est cher|trop chere|too expensive|too much|reduction|remise|rabais|promo|promotion|discount|"
            + "cheaper|moins cher|diminue[rz]?|baisse[rz]?|fais un geste|faites un geste|faites moi un (bon )?prix|arrange[rz]? moi|arrangez|negocier|negociable|negotiate|negotiable|marchander|"
            + "je (te |vous )?(donne|propose|paie) .{0,20}\\d|i (give|offer) .{0,20}\\d")),
        (Intent.Delivery, Words(
            "livraison|livraisons|livrez|livrer|livre a|me livre|livreur|expedier|expedition|expediez|envoyez (a|au|en)|delivery|deliver|delivered|shipping|ship to|frais de (port|transport)|transport")),
        (Intent.Order, Words(
            "commander|commande|commandes|je (le |la |les |en )?prends|je vais prendre|reserver|reserve[rz]? moi|mettez (moi|en)|gardez moi|validez|je valide|i take|i ll take|i will take|"
            + "order|to order|reserve|my order|annuler|cancel")),
        (Intent.Payment, Words("payer|paiement|payement|tmoney|t money|flooz|mobile money|orange money|mtn money|moov money|(par|avec|via|compte|numero|sur) wave|wave money|virement|par carte|pay|payment|a credit|acompte|cash")),
        (Intent.Photo, Words("photos?|images?|video|videos|pictures?|pics?|montre(z)? moi|show me (a|the) (photo|picture)")),
        (Intent.Address, Words(
            "adresse|ou (etes vous|est (la|votre) boutique|se trouve|vous trouver|vous situez)|vous etes ou|vous etes situes?|situe|situee|localisation|c est ou|address|where are you|where is (your|the) shop|location")),
        (Intent.ShopInfo, Words(
            "horaires?|heures? d ouverture|a quelle heure|ouvert|ouverte|ouvrez|ferme[z]?|opening hours|are you open|what time|garantie|garanti|warranty|guarantee|retours?|echange[rz]?|rembourse[rz]?|remboursement|refund|return")),
        (Intent.Identity, Words(
            "(vous etes|tu es|es tu|etes vous|c est|parle a|parler a) (un |une )?(robot|bot|machine|ia|humain)|qui es tu|qui etes vous|are you (a )?(robot|bot|human|real|person|machine|ai)|who are you|un robot|a robot|a bot")),
        (Intent.OffTopic, Words(
            "poeme|poem|blague|joke|president|football|match|meteo|weather|devoirs?|homework|traduis|traduire|translate|capitale|recette|recipe|code python|python|javascript|chatgpt|politique|"
            + "horoscope|bitcoin|crypto|ignore (tes|les|vos|your|all|previous).{0,30}|instructions|system prompt|mode admin|jailbreak|prompt|dissertation|essay")),
    ];

    private static readonly Regex PersonWanted = Words(
        "(parler|parle|discuter|echanger|talk|speak) (a|avec|to|with) (quelqu un|une personne|la personne|un humain|un agent|un conseiller|une conseillere|un vendeur|une vendeuse|la vendeuse|le vendeur|"
        + "le gerant|la gerante|le patron|la patronne|un responsable|le responsable|someone|somebody|a person|a human|an agent|the (owner|manager|seller|boss)|un vrai .{2,15}|une vraie .{2,15})|"
        + "une vraie personne|un vrai humain|humain svp|(je veux|besoin d|passez moi|appelez) (un humain|une personne|le gerant|la gerante|la vendeuse|le vendeur|un responsable|quelqu un)|"
        + "rappelez moi|appelez moi|call me|real person|human please|agent please|une personne svp|parler a une personne|une personne de la boutique");

    private static readonly Regex Complaint = Words(
        "arnaque|arnaqueurs?|escroc|escrocs|voleurs?|plainte|je me plains|scam|fraud|complaint|complain|rembourse[zr]? moi|mon argent|my money|ne marche pas|marche pas|ne fonctionne pas|"
        + "pas recu|jamais recu|abime[es]?|casse[es]?|defectueux|broken|doesn t work|does not work|not working|never (received|arrived)|mauvaise qualite|pas satisfaite?|mecontente?");

    private static readonly Regex Yes = Words("oui|yes|d accord|daccord|ok|sure|volontiers|avec plaisir|go|yep|please do|bien sur");
    private static readonly Regex No = Words("non|no|nope|pas la peine|laisse|laissez|no thanks|non merci");
    private static readonly Regex NegatedBefore = new(@" (ne|n|pas|sans|not|don t|dont|without|jamais|never) (\w+ ){0,2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static Intent In(string normalised)
    {
        var found = Table.Where(row => Holds(row.Cue, normalised)).Aggregate(Intent.None, (all, row) => all | row.Intent);

        // Who does not want to talk to a robot says it with a negation: these two count as they stand.
        found |= PersonWanted.IsMatch(normalised) ? Intent.Person : Intent.None;
        found |= Complaint.IsMatch(normalised) ? Intent.Complaint : Intent.None;
        found |= Yes.IsMatch(normalised) ? Intent.Yes : Intent.None;
        found |= No.IsMatch(normalised) ? Intent.No : Intent.None;
        return found;
    }

    private static bool Holds(Regex cue, string normalised) =>
        cue.Matches(normalised).Any(match => !NegatedBefore.IsMatch(normalised[..(match.Index + 1)]));

    // Customers write the input: matching takes linear time, whatever they write.
    private static Regex Words(string alternatives) => new($" ({alternatives}) ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
