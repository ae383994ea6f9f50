using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Phrases by which intents are known, over normalised text, French and English. A cue behind a negation does not count.</summary>
internal static class Cues
{
    private static readonly (Intent Intent, Regex Cue)[] Table =
    [
        (Intent.Greeting, Words("bonjour|bonsoir|salut|coucou|hello|hi|hey|good (morning|afternoon|evening)|how are you|comment (allez vous|vas tu|ca va)|ca va( bien)?")),
        (Intent.Thanks, Words("merci|thanks|thank you")),
        (Intent.Bye, Words("au revoir|bye|goodbye|a bientot|a plus tard|je (vais )?(reflechis|reflechir|y reflechir)|je (reviens|reviendrai|repasse|repasserai)|(i ll|i will|let me) (think|come back)|bonne (nuit|journee|soiree)|see you|good night")),
        (Intent.Price, Words("combien|prix|tarifs?|price|prices|how much|cost|costs|ca coute|coute|coutent|c est a quoi|vaut")),
        (Intent.Availability, Words(
            "disponible|disponibilite|en stock|in stock|available|il (en )?reste|reste t il|(vous )?(avez|auriez|vendez) (vous|du|de la|de l|des|un|une|le|la|les|encore|toujours)|"
            + "(est ce que )?vous (avez|vendez)|tu as|y a t il|il y a|do you (have|sell)|have you got|got any|any .{1,30} left|is there|are there|je cherche|looking for")),
        (Intent.Listing, Words(
            "(qu est ce que|que|quoi|ce que) (vous )?(avez|vendez|proposez)( vous)?( comme (articles?|produits?))?|vous (avez|vendez|proposez) quoi|qu avez vous|que vendez vous|que proposez vous|"
            + "quels? (sont )?(vos|les) (articles?|produits?)|(vos|votre|la liste des?) (articles|produits|catalogue)|catalogue|catalog|price list|liste (de|des|vos) prix|what do you (have|sell|offer)|what have you got|"
            + "your (products|items)|show me what you|voir (vos|les) (articles|produits)|quoi de beau|liste")),
        (Intent.Haggle, Words(
            "((encore )?un (petit |dernier )?|faites un )effort|how much last|derniers? (des )?prix|prix (minimum|mini|plancher)|minimum price|dernier tarif|prix final|meilleur prix|bon prix|petit prix|prix d ami|last price|best price|final price|good price|trop cher|c est cher|tres cher|trop chere|cher hein|trop eleve|too (expensive|much|high)|"
            + "so expensive|reduction|remise|rabais|promo|promotion|discount|cheaper|moins cher|diminue[rz]?|diminution|baisse[rz]?|(fais|faites|faire) (moi )?(un |le )?(petit )?(geste|effort|prix|bon prix|cadeau)|"
            + "arrange[rz]? (moi|nous|la)?|arrangement|negocier|negociable|discuter le prix|negotiate|negotiable|marchander|bargain|ca se discute|c est discutable|reduce|lower|come down|do better|mieux (que ca|faire)|"
            + "dernier mot|ton dernier|votre dernier|your last|faut (diminuer|baisser|arranger|reduire|faire)|redui[rstez]+|combien (derniere?|au final)|final combien")),
        (Intent.Offer, Words(
            "je (te |vous |t |m )?(donne|propose|paie|paye|offre|mets|peux (donner|mettre|payer))|j offre|i (can )?(give|offer|pay)( you)?|i ll (give|pay)|my offer|mon (dernier )?(prix|budget)|mon offre|"
            + "(faire|faites|fais|laisse|laissez|laisser|donne|donnez) (moi )?(le |la |les |ca |l )?(\\w+ )?(a|pour) ([\\d]|\\w+ mille)\\w*|budget|j ai (que |seulement |juste )?\\d\\w*|i (only )?have( only)? \\d\\w*|"
            + "(a|pour|for|at) [\\dk]+( \\d{3})?( f| fcfa| francs?| mille| euros?)? (c est |ca |est )?(possible|bon|marche|passe|va|ok|negociable|jouable)|ca (passe|marche|va) (a|pour)|can you do|would you take|make it|let s say")),
        (Intent.Accept, Words(
            "deal|marche conclu|conclu|vendu|ca marche|ca me va|ca va pour moi|va pour|je (le |la |les |l )?(prends|prendrai|accepte|valide)( (a ce prix|alors|donc|comme ca|ca))?|a ce prix|j accepte|"
            + "c est d accord|i accept|i ll take (it|them|two|both)|i take it|agreed|sold|ok pour|on fait comme ca|(ok|d accord|c est bon) (je|pour|livrez|mettez|on|i|deliver|then|send|bring|envoyez)")),
        (Intent.Delivery, Words(
            "livraison|livraisons|livrez|livrer|livre (a|moi|au|chez)|livree?s? (a|au|chez)|me livre|livres|livreur|expedier|expedition|expediez|delivery|deliver|delivered|delivering|shipping|ship (it )?to|frais de (port|transport)|transport|"
            + "(envoyez|envoie|envoyer|amenez|apportez) (le |la |les |ca |moi )?(a|au|en|chez) |send (it )?to|bring it to|zones? de livraison|quartiers?|delai")),
        (Intent.Whereabouts, Words(
            "je (suis|habite|reste|vis) (a|au|aux|vers|chez|en|derriere|pres|a cote|quartier|dans)|j habite|moi c est (a|au|vers)|on est (a|au|vers)|nous sommes (a|au|vers)|i (am|live|stay) (in|at|near)|i m (in|at|near)|"
            + "mon (adresse|quartier)|my (address|place) is|chez moi (c est )?(a|au)|adresse de livraison|(plutot|finalement|non|mais|instead|rather) (a|au|aux|vers|chez|to|in|at) [a-z]\\w+")),
        (Intent.Order, Words(
            "(je|j) (veux |voudrais |vais |aimerais )?(commander|passer commande|acheter|reserver)|passer (la |une )?commande|commande (moi)?|(je|on) (le |la |les |l |en )?(prends?|prendrai)|je vais (en |le |la |les )?prendre|je veux (en )?prendre|"
            + "(j en|je l|je les|je la|je le) (veux|achete|prends)|(je|j en) (veux|voudrais) (un|une|deux|trois|quatre|cinq|six|dix|\\d+)|il m (en )?faut|j ai besoin d|reserve[rz]?( moi)?|mettez (moi|en)|mets (moi|en)|gardez moi|"
            + "validez|valide|i ?(ll| will| want to| would like to)? (take|buy|order|have)|i want (to (buy|order)|\\d+|one|two|three)|give me (\\d+|one|two|three)|place (an|the) order|reserve|order (it|one|two|now)|j achete|on commande|je confirme")),
        (Intent.Add, Words("ajoute[rz]?|rajoute[rz]?|en plus|aussi (un|une|le|la|les|\\d+)|avec (un|une) autre|encore (un|une|\\d+)|add|as well|plus (un|une|\\d+) (autre|de plus)")),
        (Intent.Remove, Words("enleve[rz]?|enlevons|retire[rz]?|supprime[rz]?|ote[rz]?|je (ne )?(veux|prends) (plus|pas) (le|la|les|de|du|l)|sans (le|la|les)|remove|take (out|off|away)|drop|without the|laisse[rz]? (le|la|les)")),
        (Intent.Cancel, Words("annule[rz]?( tout| la commande| ma commande)?|annulation|laisse(z)? tomber|vide[rz]? le panier|cancel|never ?mind|forget it|je ne (prends|veux) plus|on laisse|j abandonne")),
        (Intent.Change, Words("finalement|plutot|en fait|au lieu|a la place|changez?|changer|modifie[rz]?|instead|actually|rather|change|seulement|(une|1) seule|(un|1) seul|only one|just one|pardon")),
        (Intent.OrderStatus, Words(
            "(ou en est|suivi (de )?|statut|etat|des nouvelles|nouvelles de) (ma |la |mon |de )?(ma )?(commande|colis|livraison)?|ma commande (est|arrive|en est|a ete)( .{0,20})?|mon colis|(ou|quand) (est|arrive) (ma|mon) (commande|colis)|"
            + "where is my (order|parcel|package)|order status|status of my order|track(ing)?|has my order|when will my order|quand (est ce que )?(ma|mon) (commande|colis)|(commande|order) (numero|no|n) .{1,12}")),
        (Intent.Payment, Words("payer|paiement|payement|tmoney|t money|tmonei|flooz|mobile money|orange money|om|mtn money|moov money|momo|(par|avec|via|compte|numero|sur) wave|wave money|wave|virement|(par )?carte (bancaire|bleue|visa)?|pay|payment|a credit|acompte|cash|especes?|a la livraison|a la reception|on delivery")),
        (Intent.Photo, Words("photos?|images?|video|videos|pictures?|pics?|(montre|fais|faites) (moi )?voir|montre[rz]? (moi|le|la|les)|show me (it|the)|je peux (le |la |les )?voir|a quoi (ca|il|elle) ressemble")),
        (Intent.Address, Words(
            "votre adresse|adresse (de la )?boutique|l adresse|ou (etes vous|est (la|votre) boutique|se trouve|se situe|vous trouver|vous situez)|vous etes ou|tu es ou|vous etes situes?|situe|situee|localisation|vous trouver ou|(boutique|magasin) (se trouve|est|c est) ou|"
            + "c est ou (la |votre )?(boutique)?|your address|where are you|where is (your|the) (shop|store)|shop location|location of")),
        (Intent.Hours, Words("horaires?|heures? d ouverture|a quelle heure|ouvert|ouverte|ouvrez|ferme[z]?|opening hours|are you open|what time|vous travaillez (le|quand)|open (on|today|tomorrow)|jusqu a quelle heure")),
        (Intent.Returns, Words("retours?|retourner|echange[rz]?|rembourse[rz]?|remboursement|refund|returns?|exchange|si (ca|elle|il) (ne )?(me )?(va|convient|plait) pas|rendre")),
        (Intent.Warranty, Words("garantie|garanti|warranty|guarantee|guaranteed")),
        (Intent.Details, Words("details?|description|marque|brand|bruit|autonomie|puissance|poids|weight|consomme|solide|lavable|washable|caracteristiques?|quelles? (tailles?|couleurs?|pointures?|matieres?|dimensions?)|en quelle matiere|c est quoi (la|le|comme)|quel (tissu|modele|poids)|tailles?|couleurs?|pointures?|colou?rs?|sizes?|what (size|colou?r)s?|plus d infos?|more info|qualite|quality|original|authentique")),
        (Intent.Bulk, Words("(et )?(pour|si (je|j en) (prends|achete)|if i (take|buy)|and for|what about) (\\d{1,3}|deux|trois|quatre|cinq|six|dix|two|three|four|five|six|ten|plusieurs|several)|prix de gros|en gros|wholesale|demi gros|par quantite|in bulk")),
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
        + "demande[rz]? (a|au) (la |le |ta |ton |votre )?(patron|patronne|gerant|gerante|vendeuse|vendeur|chef|boss)|ask (the|your) (boss|manager|owner|seller)|rappelez moi|appelez moi|call me|real person|human please|agent please|une personne svp|parler a une personne|une personne de la boutique");

    private static readonly Regex Complaint = Words(
        "dechire[es]*|etre rembourse[es]*|arnaque|arnaqueurs?|escroc|escrocs|voleurs?|plainte|je me plains|scam|fraud|complaint|complain|rembourse[zr]? moi|mon argent|my money|ne marche pas|marche pas|ne fonctionne pas|"
        + "pas recu|jamais recu|abime[es]?|casse[es]?|defectueux|broken|doesn t work|does not work|not working|never (received|arrived)|mauvaise qualite|pas satisfaite?|mecontente?");

    /// <summary>"Je veux le bazin" orders it, "je veux le prix du bazin" does not.</summary>
    private static readonly Regex Wanted = Words("(je|j en|on) (veux|voudrais|veut|prendrais|aimerais) (bien )?(le|la|les|l|un|une|du|des|ce|cette|celui|celle)|donne[rz]? moi|il me faut|je cherche a acheter|i want (the|a|it|this|that)|give me");

    private const Intent Knowing = Intent.Price | Intent.Availability | Intent.Photo | Intent.Details | Intent.Listing | Intent.Address | Intent.Hours | Intent.Payment | Intent.Warranty;

    /// <summary>"Y a pas de réduction ?" asks for one.</summary>
    private static readonly Regex NoDiscount = Words("(pas|no) (de |une |un petit |any )?(reduction|remise|rabais|promo|discount|geste|moyen)");

    /// <summary>"Je ne prends rien": a denial that calls all of it off.</summary>
    private static readonly Regex Nothing = Words("(ne )?(prends|veux|achete|commande) (plus )?rien|i don t want (it|anything)( anymore)?|videz? le panier|empty (the|my) cart");

    private static readonly Regex Yes = Words("oui|yes|d accord|daccord|ok|sure|volontiers|avec plaisir|go|yep|please do|bien sur");
    private static readonly Regex No = Words("non|no|nope|pas la peine|laisse|laissez|no thanks|non merci");
    private static readonly Regex NegatedBefore = new(@" (ne|n|pas|sans|not|don t|dont|without|jamais|never) (\w+ ){0,2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static Intent In(string normalised)
    {
        var found = Table.Where(row => Holds(row.Cue, normalised)).Aggregate(Intent.None, (all, row) => all | row.Intent);

        // Who does not want to talk to a robot says it with a negation: these two count as they stand.
        found |= PersonWanted.IsMatch(normalised) ? Intent.Person : Intent.None;
        found |= NoDiscount.IsMatch(normalised) ? Intent.Haggle : Intent.None;
        found |= Nothing.IsMatch(normalised) ? Intent.Cancel : Intent.None;
        found |= Complaint.IsMatch(normalised) ? Intent.Complaint : Intent.None;
        found |= Yes.IsMatch(normalised) ? Intent.Yes : Intent.None;
        found |= (found & Knowing) == 0 && Holds(Wanted, normalised) ? Intent.Order : Intent.None;
        found |= No.IsMatch(normalised) ? Intent.No : Intent.None;
        return found;
    }

    private static bool Holds(Regex cue, string normalised) =>
        cue.Matches(normalised).Any(match => !NegatedBefore.IsMatch(normalised[..(match.Index + 1)]));

    // Customers write the input: matching takes linear time, whatever they write.
    private static Regex Words(string alternatives) => new($" ({alternatives}) ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
