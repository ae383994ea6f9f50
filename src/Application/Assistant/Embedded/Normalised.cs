using System.Collections.Frozen;
using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Chat spelling made plain: folded, lengthened letters cut, the usual abbreviations written out.</summary>
internal static partial class Normalised
{
    private const string Spellings =
        "pa=pas jsui=je_suis jsuis=je_suis tro=trop tres=tres chr=cher chere=cher chers=cher ché=cher cb=combien cmb=combien kombien=combien konbien=combien combi1=combien cbien=combien combient=combien conbien=combien koi=quoi kwa=quoi "
        + "ki=qui ke=que kel=quel kelle=quelle kan=quand kand=quand coman=comment cmt=comment pk=pourquoi pq=pourquoi pkoi=pourquoi "
        + "svp=svp stp=svp silvouplait=svp silteplait=svp bjr=bonjour bjour=bonjour bonjr=bonjour bnjr=bonjour bonjou=bonjour bsr=bonsoir bonsoi=bonsoir bnsr=bonsoir "
        + "slt=salut salu=salut cc=coucou mrc=merci mci=merci mercii=merci thx=thanks tnx=thanks ty=thanks plz=please pls=please "
        + "dispo=disponible dispos=disponible disponibles=disponible jveux=je_veux jve=je_veux jprend=je_prends jprends=je_prends jcherche=je_cherche "
        + "vs=vous ns=nous bcp=beaucoup tjrs=toujours dac=daccord oki=ok okay=ok okk=ok ouais=oui ouii=oui wi=oui yep=yes yeah=yes "
        + "g=j_ai ya=il_y_a yatil=y_a_t_il cest=c_est ces_combien=c_est_combien whats=what_is hw=how mch=much u=you ur=your r=are "
        + "prend=prends livrason=livraison livrezon=livraison livreson=livraison reduc=reduction redu=reduction pri=prix prx=prix done=donne";

    private static readonly FrozenDictionary<string, string> Table = Spellings.Split(' ')
        .Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '), StringComparer.Ordinal);

    private static readonly (string Sign, string Word)[] Signs =
        [("👍", " ok "), ("👌", " ok "), ("🆗", " ok "), ("🙏", " merci "), ("❤", " merci "), ("👋", " bonjour ")];

    /// <summary>One folded word in plain spelling.</summary>
    public static string Word(string folded) => Table.GetValueOrDefault(folded) ?? Slips.Mended(folded);

    /// <summary>Words separated by one space, with one at each end.</summary>
    public static string Of(string text)
    {
        text = Signs.Aggregate(text, (plain, sign) => plain.Replace(sign.Sign, sign.Word, StringComparison.Ordinal));
        var folded = Lengthened().Replace(TextFold.Fold(text), "$1");
        return $" {string.Join(' ', folded.Split(' ').Select(Word))} ";
    }

    [GeneratedRegex(@"([a-z])\1{2,}")]
    private static partial Regex Lengthened();
}
