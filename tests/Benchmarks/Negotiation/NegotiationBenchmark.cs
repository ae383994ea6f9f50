using System.Diagnostics;
using System.Globalization;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;

namespace WaSaas.Benchmarks.Negotiation;

/// <summary>
/// What the styles are worth against simulated buyers, beside the design's figures. Fails when the vendor is more than
/// three points worse off than designed.
/// </summary>
internal static class NegotiationBenchmark
{
    private const int Seed = 20;
    private const double Tolerance = 3;
    private const int LongestTalk = 60;
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, Func<Sale, Random, IBuyer> Meet)[] Buyers =
    [
        ("mixed", (sale, random) => new Everyday(sale, random)),
        ("nagger", (sale, _) => new Nagger(sale)),
        ("prober", (sale, _) => new Prober(sale)),
    ];

    public static int Run(bool quick)
    {
        var count = quick ? 4_000 : 20_000;
        var (watch, moves, worse) = (Stopwatch.StartNew(), 0L, 0);
        Console.WriteLine($"{count} sales a row, seed {Seed}; each cell: measured (design)");
        Console.WriteLine("buyers  style      deals %        share %        turns      p95      discount %     >= midpoint %");
        foreach (var (name, meet) in Buyers)
        {
            foreach (var style in Enum.GetValues<NegotiationStyle>())
            {
                var endings = Play(count, style, meet);
                moves += endings.Sum(ending => ending.Turns);
                worse += Print(name, style, Figures.Of([.. endings.Where(ending => ending.Sale.IsPossible)])) ? 0 : 1;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moves} moves in {watch.Elapsed.TotalSeconds:f1} s; rows worse than designed: {worse}"));
        return worse == 0 ? 0 : 1;
    }

    private static List<Ending> Play(int count, NegotiationStyle style, Func<Sale, Random, IBuyer> meet)
    {
        var random = new Random(Seed);
        return [.. Market.Draw(Seed, count, style).Select(sale => Talk(sale, meet(sale, random)))];
    }

    private static Ending Talk(Sale sale, IBuyer buyer)
    {
        var talk = PriceNegotiation.Start(Id.New<TenantId>(), Id.New<ContactId>(), sale.Subject, Noon);
        PriceReply? said = null;
        var turns = 0;
        while (turns < LongestTalk && buyer.Next(said) is { } move)
        {
            turns += move is CustomerMove.Accept ? 0 : 1;
            said = talk.Answer(sale.Subject, move, Noon).Value!;
            if (said.Decision == Decision.Accept)
            {
                return new Ending(sale, said.Unit, turns);
            }
        }

        return new Ending(sale, null, turns);
    }

    /// <returns>False when the vendor is worse off than designed.</returns>
    private static bool Print(string buyers, NegotiationStyle style, Figures measured)
    {
        var design = Design.Of(buyers, style);
        var good = measured.Deals >= design.Deals - Tolerance
            && measured.SellerShare >= design.SellerShare - Tolerance
            && measured.Discount <= design.Discount + Tolerance
            && measured.AboveMidpoint >= design.AboveMidpoint - Tolerance;
        Console.WriteLine($"{buyers,-7} {style,-9} {Cell(measured.Deals, design.Deals)} {Cell(measured.SellerShare, design.SellerShare)} "
            + $"{Cell(measured.TurnsMean, design.TurnsMean, 10)} {Cell(measured.TurnsP95, design.TurnsP95, 8)} "
            + $"{Cell(measured.Discount, design.Discount)} {Cell(measured.AboveMidpoint, design.AboveMidpoint)}{(good ? "" : "  WORSE")}");
        return good;
    }

    private static string Cell(double? measured, double? design, int width = 14) =>
        string.Create(CultureInfo.InvariantCulture, $"{measured:0.#} ({design?.ToString("0.#", CultureInfo.InvariantCulture) ?? "-"})").PadLeft(width);
}
