using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class GetShopInfoTool(TurnSession session) : AssistantTool(
    ToolNames.GetShopInfo,
    "What the shop says of itself: address, opening hours, ways to pay, returns, warranty of the products in focus.",
    """
    {
      "type": "object",
      "properties": { "topic": { "type": "string", "enum": ["address", "hours", "payment", "returns", "warranty", "other"] } },
      "required": ["topic"],
      "additionalProperties": false
    }
    """)
{
    private const int ClosedDaysTold = 3;

    private static readonly string[] Topics = ["address", "hours", "payment", "returns", "warranty", "other"];
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly TradeFacts _facts = new(session);

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var topic = arguments.OneOf("topic", Topics);
        return new ShopInfoResult(topic, topic == "warranty" ? await WarrantiesAsync(ct) : [.. Of(topic)]);
    }

    private IEnumerable<Fact> Of(string topic)
    {
        var shop = session.Turn.Tenant;
        return topic switch
        {
            "address" when Joined(shop.Address, shop.City) is { Length: > 0 } address => [_facts.Of("address", FactKind.ShopInfo, ShopWords.Address, address)],
            "hours" => Hours(),
            "payment" when shop.Facts.Payment.Count > 0 => [_facts.Of("payment", FactKind.Payment, ShopWords.Payment, Joined([.. shop.Facts.Payment]))],
            "returns" when shop.Facts.Returns is { } returns => [_facts.Of("returns", FactKind.Returns, ShopWords.Returns, UntrustedText.Clean(returns))],
            _ => [],
        };
    }

    /// <summary>Days with the same hours that follow each other are told together.</summary>
    private IEnumerable<Fact> Hours()
    {
        var facts = session.Turn.Tenant.Facts;
        if (facts.Hours is not { Count: > 0 } hours)
        {
            yield break;
        }

        for (var at = 0; at < Week.Length;)
        {
            var (first, open) = (Week[at], hours.GetValueOrDefault(Week[at]));
            while (++at < Week.Length && hours.GetValueOrDefault(Week[at]) == open)
            {
            }

            var days = Days(first, Week[at - 1]);
            yield return open is null
                ? _facts.Of($"hours:{first}", FactKind.ShopInfo, ShopWords.Closed, days)
                : _facts.Of($"hours:{first}", FactKind.ShopInfo, ShopWords.Hours, days, Time(open.Opens), Time(open.Closes));
        }

        var today = DateOnly.FromDateTime(session.Turn.Now.UtcDateTime);
        foreach (var day in facts.ClosedDays.Where(day => day >= today).Order().Take(ClosedDaysTold))
        {
            yield return _facts.Of($"closed:{day:O}", FactKind.ShopInfo, ShopWords.Closed, EtaSentence.Day(session.Language, day));
        }
    }

    private async Task<IReadOnlyList<Fact>> WarrantiesAsync(CancellationToken ct)
    {
        var told = new List<Fact>();
        foreach (var sku in session.Desk.Notes.Focus)
        {
            if (await session.Desk.Products.FindAsync(sku, ct) is { WarrantyMonths: { } months and > 0 } product)
            {
                told.Add(_facts.Of($"warranty:{product.Sku}", FactKind.Warranty, TradeWords.Warranty, TradeFacts.NameOf(product), months));
            }
        }

        return told;
    }

    private string Days(DayOfWeek first, DayOfWeek last)
    {
        var (from, to) = (ShopWords.Day(first, session.Language), ShopWords.Day(last, session.Language));
        return first == last ? from : session.Language == "en" ? $"{from} to {to}" : $"{from} à {to}";
    }

    private string Time(TimeOnly time) => ShopWords.Time(time, session.Language);

    private static string Joined(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => UntrustedText.Clean(part!)));
}
