using System.Globalization;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.WebUI.Composition;

/// <summary>Section <c>Plans</c> over the defaults: what is not written there stays.</summary>
internal static class PlanSettings
{
    private const string Prices = "Prices";

    public static PlanTerms Read(IConfiguration configuration)
    {
        var plans = configuration.GetSection("Plans");
        var terms = PlanTerms.Default;
        return new PlanTerms(
            Over(terms.Starter, plans.GetSection(nameof(Plan.Starter))),
            Over(terms.Pro, plans.GetSection(nameof(Plan.Pro))),
            Over(terms.Business, plans.GetSection(nameof(Plan.Business))));
    }

    /// <summary><c>Plans:Pro:Prices:XOF:Monthly</c>, in minor units of the currency.</summary>
    public static PlanPrices ReadPrices(IConfiguration configuration) => new(
        [.. from plan in Enum.GetValues<Plan>()
            from currency in configuration.GetSection($"Plans:{plan}:{Prices}").GetChildren()
            from price in currency.GetChildren()
            select new PlanPrice(plan, Parse<BillingInterval>(price), new Money(Amount(price), Currency.Of(currency.Key)))]);

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        try
        {
            var terms = Read(configuration);
            ReadPrices(configuration);
            return Enum.GetValues<Plan>().SelectMany(plan => Problems(plan, terms.Of(plan)));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return [$"The section Plans cannot be read: {e.Message}"];
        }
    }

    private static Entitlements Over(Entitlements defaults, IConfigurationSection section)
    {
        // A copy: the defaults are shared by the whole program.
        var entitlements = defaults with { };
        var limits = section.AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null && !pair.Key.StartsWith(Prices, StringComparison.OrdinalIgnoreCase));
        new ConfigurationBuilder().AddInMemoryCollection(limits).Build().Bind(entitlements, o => o.ErrorOnUnknownConfiguration = true);
        return entitlements;
    }

    private static T Parse<T>(IConfigurationSection price)
        where T : struct, Enum => Enum.TryParse<T>(price.Key, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new InvalidOperationException($"{price.Path} is no price: it is Monthly or Yearly.");

    private static long Amount(IConfigurationSection price) =>
        long.TryParse(price.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? amount
            : throw new InvalidOperationException($"{price.Path} is {price.Value}; it must be a whole number of minor units.");

    private static IEnumerable<string> Problems(Plan plan, Entitlements e)
    {
        (string Name, int Value, int Least)[] counts =
        [
            (nameof(e.Numbers), e.Numbers, 1), (nameof(e.Products), e.Products, 1), (nameof(e.People), e.People, 1),
            (nameof(e.AssistantTurns), e.AssistantTurns, 0), (nameof(e.VoiceMinutes), e.VoiceMinutes, 0), (nameof(e.FileMegabytes), e.FileMegabytes, 1),
        ];
        return counts.Where(c => c.Value < c.Least).Select(c => $"Plans:{plan}:{c.Name} is {c.Value}; it must be {c.Least} or more.");
    }
}
