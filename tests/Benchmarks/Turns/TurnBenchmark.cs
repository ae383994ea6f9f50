using System.Diagnostics;
using System.Globalization;
using WaSaas.Application.Catalogue;
using WaSaas.Benchmarks.Search;

namespace WaSaas.Benchmarks.Turns;

/// <summary>A whole turn of the embedded assistant, from the claim to the commit, in talks that look, haggle, have it delivered and order. Fails over the target.</summary>
internal static class TurnBenchmark
{
    private const int Products = 10_000;
    private const int Seed = 3;
    private const int WarmUps = 20;
    private const double MostMilliseconds = 50;

    private static readonly string[] Talk =
        ["Bonjour, {0} c'est combien ?", "votre dernier prix ?", "je donne {1}", "ok je prends", "livrez-moi à Tokoin", "Afi Mensah", "90 12 34 56", "oui je confirme"];

    public static int Run(bool quick) => RunAsync(quick ? 25 : 250).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int talks)
    {
        var items = Catalogue.Draw(Seed, Products);
        await using var shop = await LargeShop.OpenAsync(items);
        var random = new Random(Seed);
        for (var warm = 0; warm < WarmUps; warm++)
        {
            await TalkAsync(shop, $"warm-{warm}", items[random.Next(Products)]);
        }

        var (times, orders) = (new List<double>(), 0);
        for (var talk = 0; talk < talks; talk++)
        {
            var (spent, ordered) = await TalkAsync(shop, $"talk-{talk}", items[random.Next(Products)]);
            times.AddRange(spent);
            orders += ordered ? 1 : 0;
        }

        times.Sort();
        var p95 = At(times, 95);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Products} products, {times.Count} turns of {talks} talks, {orders} orders: p50 {At(times, 50):f1} ms, p95 {p95:f1} ms, p99 {At(times, 99):f1} ms (target p95 {MostMilliseconds} ms)"));
        return p95 <= MostMilliseconds ? 0 : 1;
    }

    private static async Task<(List<double> Times, bool Ordered)> TalkAsync(LargeShop shop, string name, CatalogueItem item)
    {
        var (times, at, ordered) = (new List<double>(), DateTimeOffset.UnixEpoch.AddYears(56), false);
        foreach (var line in Talk)
        {
            at = at.AddMinutes(1);
            var conversation = await shop.HearAsync(name, string.Format(CultureInfo.InvariantCulture, line, item.Name, item.Price * 9 / 10), at);
            var start = Stopwatch.GetTimestamp();
            var answer = await shop.AnswerAsync(conversation, at);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            ordered |= answer?.Trace.Any(call => call.Name == "confirm_order") == true;
            await shop.DeliverAsync(conversation);
        }

        return (times, ordered);
    }

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
