using System.Text.Json.Nodes;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation.Judging;

/// <summary>The rules of the trade, from what was stored and called: whatever was said, these hold.</summary>
internal static class LedgerJudge
{
    /// <summary>That of every shop file here.</summary>
    private static readonly TimeSpan CoolDown = TimeSpan.FromDays(7);

    public static IEnumerable<string> BelowFloor(Performance performance) => Prices(performance)
        .Where(priced => priced.Price < priced.Range.Floor).Select(priced => $"{performance.Script.Id}: {priced.Sku} at {priced.Price}");

    public static IEnumerable<string> AboveList(Performance performance) => Prices(performance)
        .Where(priced => priced.Price > priced.Range.List).Select(priced => $"{performance.Script.Id}: {priced.Sku} at {priced.Price}");

    /// <summary>The shop's own offers never go up within a haggle; after the cool-down a new one begins.</summary>
    public static IEnumerable<string> GoneUp(Performance performance) =>
        from turn in performance.Turns.Index()
        let before = turn.Index == 0 ? null : performance.Turns[turn.Index - 1]
        let last = performance.Turns.Take(turn.Index).LastOrDefault(earlier => earlier.Done("propose_price").Any())
        let isOld = last is not null && turn.Item.At - last.At >= CoolDown
        from talk in Talks(turn.Item)
        let offers = OffersOf(talk)
        let known = before is null ? 0 : Talks(before).Where(other => JsonNode.DeepEquals(other["sku"], talk["sku"])).Sum(other => OffersOf(other).Length)
        let news = offers.Skip(isOld ? known : Math.Max(0, known - 1)).ToArray()
        where news.Zip(news.Skip(1)).Any(pair => pair.Second > pair.First)
        select $"{performance.Script.Id}: {string.Join(' ', offers)}";

    /// <summary>An order without a summary in an earlier turn, or without a yes in its own.</summary>
    public static IEnumerable<string> SkippedChecks(Performance performance) =>
        from turn in performance.Turns.Index()
        where turn.Item.Done("confirm_order").Any()
        where !performance.Turns.Take(turn.Index).Any(earlier => earlier.Done("recap_order").Any()) || Denied(turn.Item.Heard)
        select $"{performance.Script.Id}: confirmed on \"{turn.Item.Heard}\"";

    /// <summary>Turns of haggling until it was agreed; null when nothing was.</summary>
    public static int? TurnsToDeal(Performance performance) =>
        performance.Turns.Count > 0 && Talks(performance.Turns[^1]).Any(talk => talk["outcome"]!.GetValue<string>() == "agreed")
            ? performance.Turns.Count(turn => turn.Done("propose_price").Any())
            : null;

    private static long[] OffersOf(JsonObject talk) => [.. talk["offers"]!.AsArray().Select(offer => offer!.GetValue<long>())];

    private static bool Denied(string heard) => OwnReader.Fold(heard).Split(' ', '\'', ',', '\n').Any(word => word is "pas" or "non" or "not" or "no");

    private static IEnumerable<JsonObject> Talks(PlayedTurn turn) => turn.State["negotiations"]!.AsArray().Select(talk => talk!.AsObject());

    private static IEnumerable<(string Sku, long Price, PriceRange Range)> Prices(Performance performance) =>
        from turn in performance.Turns
        from priced in Lines(turn).Concat(Offers(turn))
        where performance.Shop.Prices.ContainsKey(priced.Sku)
        select (priced.Sku, priced.Price, performance.Shop.Prices[priced.Sku]);

    private static IEnumerable<(string Sku, long Price)> Lines(PlayedTurn turn) =>
        turn.State["cart"]!.AsArray().Select(line => (line!["sku"]!.GetValue<string>(), line["unitPrice"]!.GetValue<long>()));

    private static IEnumerable<(string Sku, long Price)> Offers(PlayedTurn turn) =>
        from talk in Talks(turn)
        from price in talk["offers"]!.AsArray().Append(talk["agreedUnitPrice"]).OfType<JsonValue>()
        select (talk["sku"]!.GetValue<string>(), price.GetValue<long>());
}
