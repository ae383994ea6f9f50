using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Pictures;

/// <summary>Whether words beside a picture say that it shows a payment. Over normalised text, French and English.</summary>
internal static partial class PaymentWords
{
    public static bool Mean(string normalised) => Cues().IsMatch(normalised) || Alone().IsMatch(normalised);

    [GeneratedRegex(
        @" (?:(?:j ai|je viens de|nous avons|on a|c est|est|deja|bien) (?:deja |bien |tout |vous |de )?(?:payer?|regler?|verser?|virer?|transferer?|deposer?) "
        + @"|(?:j ai|je viens d|nous avons|on a) (?:deja |bien |vous )?envoyer? (?:l argent|la somme|le montant|les? (?:\w+ )?(?:francs?|f|fcfa)|\d+|(?:sur|via|par) (?:votre |le |la )?(?:numero|compte|tmoney|t money|flooz|wave|momo|orange|mtn|moov)) "
        + @"|(?:paiement|payement|transfert|depot|virement|versement|transaction) (?:est |a ete |bien )?(?:fait|faite|effectue|effectuee|envoye|envoyee|reussi|reussie|ok|passe) "
        + @"|(?:recu|preuve|capture|justificatif|recepisse|confirmation|screen) (?:de |du |d )(?:mon |la |l |votre )?(?:paiement|payement|transfert|depot|virement|versement|transaction|argent|tmoney|t money|flooz|wave|momo) "
        + @"|(?:voici|voila|c est|ci joint) (?:le |la |l |mon |ma |votre )(?:recu|preuve|justificatif|recepisse|paiement|payement|transfert|depot|virement|versement|transaction|argent) "
        + @"|(?:i|we) (?:have |ve |just |already )*(?:paid|transferred|deposited|sent (?:it|you|the money|the payment|\d+)) "
        + @"|payment (?:is |was )?(?:made|done|sent|receipt|proof|confirmation) |(?:proof|receipt|screenshot) of (?:the |my )?(?:payment|transfer|deposit) |money (?:is )?sent "
        + @"|(?:here is|here s|this is|it is|it s) (?:my|the|your) (?:receipt|payment|transfer|deposit|proof|money) )",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Cues();

    [GeneratedRegex(
        @"^ (?:(?:bonjour|bonsoir|hello|hi|svp|merci|le|mon|the|my) )*(?:recu|paye|regle|paid|receipt|paiement|payement|payment|preuve|transfert|depot|virement|versement)(?: (?:svp|merci|please|thanks))* $",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Alone();
}
