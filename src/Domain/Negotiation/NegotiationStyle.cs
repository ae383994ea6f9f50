using System.Collections.Immutable;

namespace WaSaas.Domain.Negotiation;

/// <summary>How readily the shop gives way. The vendor's choice, per shop or per product.</summary>
public enum NegotiationStyle
{
    Firm = 1,
    Balanced = 2,
    Generous = 3,
}

/// <summary>
/// What a style means in figures. All shares are per mille.
/// <paramref name="Usable"/> is the part of the headroom (public price less floor) that the curve may ever give,
/// <paramref name="FinalShare"/> the part of that which a final offer gives, <paramref name="Lowball"/> the share of the
/// public price under which a number earns nothing by being repeated, <paramref name="Reciprocity"/> how much of the gap
/// one counter-offer may close, <paramref name="FreeAsks"/> how often "your last price?" without a number is paid for.
/// <paramref name="Curve"/> is (t/N)^(1/β) at half rounds 0, ½ … N: a table, so that no machine computes another price.
/// </summary>
public sealed record StyleTerms(
    int Rounds,
    int Usable,
    int FinalShare,
    int FreeAsks,
    int Lowball,
    int Reciprocity,
    ImmutableArray<int> Curve)
{
    private static readonly StyleTerms Firm = new(
        Rounds: 3, Usable: 600, FinalShare: 600, FreeAsks: 1, Lowball: 700, Reciprocity: 350,
        Curve: [0, 28, 111, 250, 444, 694, 1000]);

    private static readonly StyleTerms Balanced = new(
        Rounds: 4, Usable: 850, FinalShare: 800, FreeAsks: 2, Lowball: 600, Reciprocity: 500,
        Curve: [0, 74, 177, 293, 420, 556, 698, 846, 1000]);

    private static readonly StyleTerms Generous = new(
        Rounds: 5, Usable: 1000, FinalShare: 900, FreeAsks: 3, Lowball: 500, Reciprocity: 650,
        Curve: [0, 215, 342, 448, 543, 630, 711, 788, 862, 932, 1000]);

    /// <summary>The part of the headroom, per mille, that a stubborn customer can get at most: see <c>Concession.LastAcceptable</c>.</summary>
    public int MostGiven => 1000 - ((1000 - Usable) / 2);

    public int HalfRounds => 2 * Rounds;

    /// <summary>At this haggling turn at the latest the final offer is said, whatever the customer did.</summary>
    public int TurnLimit => HalfRounds + FreeAsks + 1;

    public static StyleTerms Of(NegotiationStyle style) => style switch
    {
        NegotiationStyle.Firm => Firm,
        NegotiationStyle.Balanced => Balanced,
        NegotiationStyle.Generous => Generous,
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "No such style."),
    };
}
